"""Awards for union staff and platform admins; staff of one region read that region's part."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from contract.awards import ListState
from contract.problems import Code
from contract.wire import Ask
from contract.wire import awards as wire
from contract.wire.sync import Id
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.openapi import problems
from server.policy import national, platform_admins, rankers, scope_of
from server.services import awards, awards_acts, awards_kinds
from server.services.idempotency import once
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/awards", tags=["awards"])
Ranker = Annotated[StaffPerson, Depends(rankers)]
Admin = Annotated[StaffPerson, Depends(platform_admins)]
ListId = Annotated[Id, Path()]
Cursor = Annotated[str, Query(max_length=1_000)]
Limit = Annotated[int, Query(ge=1, le=200)]
_CHANGING = (Code.NOT_ALLOWED, Code.NOT_FOUND, Code.VERSION_MISMATCH, Code.WRONG_STATE)


class _Confirming(Ask):
    """What a key stands for."""

    list_id: str
    version: int


@router.get("/kinds", summary="The kinds of awards with their rules")
def kinds(_person: Ranker, session: Reading) -> wire.AwardKinds:
    """All versions, of each kind the one in force first."""
    return awards_kinds.kinds(session)


@router.post(
    "/kinds",
    summary="Set the next version of a kind, or a new kind",
    responses=problems(Code.VERSION_MISMATCH, Code.IDEMPOTENCY_MISMATCH),
)
def set_kind(
    ask: wire.AwardKindAsk, person: Admin, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.AwardKinds:
    """For lists proposed from now on; those there are keep theirs."""

    def act() -> wire.AwardKinds:
        return awards_kinds.set_kind(session, context, person, ask)

    return once(session, context, person.id, "award-kind", key, ask, wire.AwardKinds, act)


@router.get("/lists", summary="Award lists by pages", responses=problems(Code.CURSOR_INVALID))
def lists(
    person: Ranker,
    context: Context,
    session: Reading,
    kind: Annotated[str, Query(max_length=40)] = "",
    state: ListState | None = None,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> wire.AwardLists:
    """Newest first."""
    return awards.lists_page(session, context, scope_of(person), kind, state, cursor, limit)


@router.post(
    "/lists",
    summary="Propose a list from a sealed week",
    status_code=201,
    responses=problems(*_CHANGING, Code.IDEMPOTENCY_MISMATCH),
)
def propose(
    ask: wire.ProposalAsk, person: Ranker, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.AwardListFacts:
    """`wrong-state` tells the `cause`: week, exists (`list_id`), corrected or unsealed (`weeks`), inactive."""
    national(person)

    def act() -> wire.AwardListFacts:
        return awards.propose(session, context, person, ask)

    return once(session, context, person.id, "propose-award", key, ask, wire.AwardListFacts, act)


@router.get("/lists/{list_id}", summary="One list", responses=problems(Code.NOT_FOUND))
def award_list(list_id: ListId, person: Ranker, session: Reading) -> wire.AwardListFacts:
    """Without its lines."""
    return awards.facts_of(session, awards.list_of(session, list_id), scope_of(person))


@router.get(
    "/lists/{list_id}/entries",
    summary="Who is in a list, and the candidates",
    responses=problems(Code.NOT_FOUND, Code.CURSOR_INVALID),
)
def entries(
    list_id: ListId, person: Ranker, context: Context, session: Reading, cursor: Cursor = "", limit: Limit = 100
) -> wire.Entries:
    """In the order of places, with why and all edits."""
    return awards.entries_page(session, context, list_id, scope_of(person), cursor, limit)


@router.post("/lists/{list_id}/edits", summary="Put a line in, or take it out", responses=problems(*_CHANGING))
def edit(list_id: ListId, ask: wire.EditAsk, person: Ranker, context: Context, session: Writing) -> wire.AwardListFacts:
    """`wrong-state` tells the `cause`: state, same, full, region-quota, few-works."""
    return awards_acts.edit(session, context, national(person), list_id, ask)


@router.post("/lists/{list_id}/submit", summary="Submit a list to be confirmed", responses=problems(*_CHANGING))
def submit(
    list_id: ListId, ask: wire.VersionAsk, person: Ranker, context: Context, session: Writing
) -> wire.AwardListFacts:
    """`wrong-state` tells the `cause`: state, empty, corrected (`weeks`), suspended (`entries`)."""
    return awards_acts.submit(session, context, national(person), list_id, ask)


@router.post("/lists/{list_id}/withdraw", summary="Take a list back", responses=problems(*_CHANGING))
def withdraw(
    list_id: ListId, ask: wire.ReasonedAsk, person: Ranker, context: Context, session: Writing
) -> wire.AwardListFacts:
    """Before it is confirmed."""
    return awards_acts.withdraw(session, context, national(person), list_id, ask)


@router.post(
    "/lists/{list_id}/confirm",
    summary="Confirm a list and issue its certificates",
    responses=problems(*_CHANGING, Code.SECOND_PERSON, Code.IDEMPOTENCY_MISMATCH),
)
def confirm(
    list_id: ListId,
    ask: wire.VersionAsk,
    person: Ranker,
    key: IdempotencyKeyHeader,
    context: Context,
    session: Writing,
) -> wire.AwardListFacts:
    """By somebody who has not proposed, submitted or last edited it, else `second-person`."""
    national(person)

    def act() -> wire.AwardListFacts:
        return awards_acts.confirm(session, context, person, list_id, ask)

    named = _Confirming(list_id=list_id, version=ask.version)
    return once(session, context, person.id, "confirm-award", key, named, wire.AwardListFacts, act)
