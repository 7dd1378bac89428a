"""All works, one work, opening and taking over, phone numbers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from contract.campaign import Theme
from contract.problems import Code
from contract.review import WorkState
from contract.wire.review import Claimed, Region, Revealed, TakeOverAsk, WorkDetail, WorkPage
from contract.wire.sync import Id
from server.deps import Context, Reading, Writing
from server.openapi import problems
from server.policy import platform_admins, reviewers
from server.services import browse, claims
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/works", tags=["works"])
Reviewer = Annotated[StaffPerson, Depends(reviewers)]
Admin = Annotated[StaffPerson, Depends(platform_admins)]
WorkId = Annotated[Id, Path()]


@router.get("", summary="All works by pages", responses=problems(Code.CURSOR_INVALID))
def works(
    person: Admin,
    context: Context,
    session: Reading,
    state: WorkState | None = None,
    region: Annotated[Region | None, Query()] = None,
    theme: Theme | None = None,
    text: Annotated[str, Query(max_length=60)] = "",
    sort: browse.Sort = "newest",
    cursor: Annotated[str, Query(max_length=1_000)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> WorkPage:
    """By keyset: pass `next` as `cursor` with the same filter. `text`: in title or number, or the author's name."""
    filters = browse.work_filters(state, region, theme, text)
    return browse.works_page(session, context, filters, sort, cursor, limit)


@router.get("/{work_id}", summary="One work whole", responses=problems(Code.NOT_FOUND))
def work(work_id: WorkId, person: Reviewer, session: Reading) -> WorkDetail:
    """With history and the file's facts. A moderator must hold its lease (not-allowed)."""
    return browse.work_detail(session, person, work_id)


@router.post(
    "/{work_id}/claim", summary="Open a work", responses=problems(Code.NOT_FOUND, Code.WRONG_STATE, Code.LEASE_LOST)
)
def claim(work_id: WorkId, person: Admin, context: Context, session: Writing) -> Claimed:
    """Claims this one when it is free; tells my lease again when I have it; `lease-lost` names who holds it."""
    return claims.claim_one(session, context, person, work_id)


@router.post("/{work_id}/take-over", summary="Take a work over", responses=problems(Code.NOT_FOUND, Code.WRONG_STATE))
def take_over(work_id: WorkId, ask: TakeOverAsk, person: Admin, context: Context, session: Writing) -> Claimed:
    """Ends the current lease with a reason in the audit; the work leaves its holder's queue."""
    return claims.take_over(session, context, person, work_id, ask)


@router.post("/{work_id}/reveal-phone", summary="The author's phone number", responses=problems(Code.NOT_FOUND))
def reveal_phone(work_id: WorkId, person: Reviewer, context: Context, session: Writing) -> Revealed:
    """In full; the call is audited. A moderator must hold the work's lease (not-allowed)."""
    return browse.reveal_phone(session, context, person, work_id)
