"""Boards for union staff and platform admins; staff of one region see that region's detail and national totals."""

import hashlib
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from contract.boards import BoardKind
from contract.campaign import CAMPAIGN_WEEKS, week_of
from contract.problems import Code
from contract.week_board import as_json, packed
from contract.wire import boards as wire
from contract.wire.sync import Id
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.openapi import problems
from server.policy import national, platform_admins, rankers, scope_of
from server.services import audit, awards, boards, boards_exclusions, boards_rules, boards_seal
from server.services.idempotency import once
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/boards", tags=["boards"])
Ranker = Annotated[StaffPerson, Depends(rankers)]
Admin = Annotated[StaffPerson, Depends(platform_admins)]
GZIP = "application/gzip"
FILE: dict[int | str, dict[str, Any]] = {200: {"content": {GZIP: {}}, "description": "A board (contract.week_board)."}}


@router.get("/live/{kind}", summary="A board that still moves", response_class=Response, responses=FILE)
def live(
    kind: BoardKind,
    person: Ranker,
    context: Context,
    session: Reading,
    week: Annotated[int | None, Query(ge=1, le=CAMPAIGN_WEEKS)] = None,
    whole: bool = False,
    top: Annotated[int, Query(ge=1, le=100_000)] = 500,
    if_none_match: Annotated[str, Header()] = "",
) -> Response:
    """Of a week (this one unless told), or with `whole` of the campaign up to now; the last seconds may be missing.

    Works and persons: the first `top` by each measure. 304 while nothing has changed.
    """
    week = week or min(max(week_of(context.now()), 1), CAMPAIGN_WEEKS)
    sealed = None if whole else partial(boards_seal.places_before, session, kind, week)
    made = boards.board(session, context.now(), kind, week, whole=whole, top=top, sealed=sealed)
    made = made.only(scope_of(person)) if scope_of(person) else made
    tag = f'"{hashlib.sha256(as_json(replace(made, at=0))).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if if_none_match == tag:
        return Response(status_code=304, headers=headers)
    return Response(packed(made), media_type=GZIP, headers=headers)


@router.get("/rules", summary="The versions of the heat rule")
def rules(_person: Ranker, session: Reading) -> wire.Rules:
    """The one in force first."""
    return boards_rules.rules(session)


@router.post("/rules", summary="Set the next version of the heat rule", responses=problems(Code.IDEMPOTENCY_MISMATCH))
def set_rule(
    ask: wire.RuleAsk, person: Admin, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.Rules:
    """For live boards at once and for weeks sealed from now on; sealed ones keep theirs."""

    def act() -> wire.Rules:
        return boards_rules.set_rule(session, context, person, ask)

    return once(session, context, person.id, "heat-rule", key, ask, wire.Rules, act)


@router.post(
    "/seals",
    summary="Seal a week, or correct a sealed one",
    responses=problems(
        Code.NOT_ALLOWED, Code.WRONG_STATE, Code.VERSION_MISMATCH, Code.INVALID_ARGS, Code.IDEMPOTENCY_MISMATCH
    ),
)
def seal(
    ask: wire.SealAsk, person: Ranker, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.SealFacts:
    """`wrong-state` while the week runs; `version-mismatch` when somebody made this revision meanwhile."""
    national(person)

    def act() -> wire.SealFacts:
        return boards_seal.seal(session, context, person, ask)

    return once(session, context, person.id, "seal", key, ask, wire.SealFacts, act)


@router.get("/exclusions", summary="Works that are left out, and were")
def exclusions(person: Ranker, session: Reading) -> wire.Exclusions:
    """Newest first."""
    return boards_exclusions.exclusions(session, scope_of(person))


@router.post(
    "/exclusions",
    summary="Leave a work out of the boards, or put it back",
    responses=problems(Code.NOT_ALLOWED, Code.NOT_FOUND, Code.WRONG_STATE),
)
def exclude(ask: wire.ExclusionAsk, person: Ranker, context: Context, session: Writing) -> wire.Exclusions:
    """Sealed weeks stay as they are; `wrong-state` when it is so already."""
    return boards_exclusions.exclude(session, context, national(person), ask)


@router.post("/exports", summary="Tell that boards or certificates were written to a file")
def exported(
    ask: wire.ExportNote | wire.CertificatesNote, person: Ranker, context: Context, session: Writing
) -> wire.ExportNoted:
    """For the audit."""
    subject = ("week", str(ask.week)) if isinstance(ask, wire.ExportNote) else (awards.LIST, ask.list_id)
    facts = ask.model_dump(exclude={"week", "list_id"}) | {"scope": scope_of(person)}
    audit.record(session, context, person, "export", subject, **facts)
    return wire.ExportNoted(at=context.now())


@router.get(
    "/{board_id}",
    summary="A sealed board",
    response_class=Response,
    responses=FILE | problems(Code.NOT_FOUND),
)
def sealed(board_id: Annotated[Id, Path()], person: Ranker, session: Reading) -> Response:
    """The file never changes."""
    file = boards_seal.file_of(session, board_id, scope_of(person))
    return Response(file, media_type=GZIP, headers={"Cache-Control": "private, immutable, max-age=31536000"})
