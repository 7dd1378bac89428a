"""Memberships: organizations and applications from the worker's side; reveal and member lists for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from contract.problems import Code
from contract.roles import Role
from contract.wire import membership as wire
from contract.wire.registration import MemberRevealed
from contract.wire.sync import Id
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.openapi import problems
from server.policy import StaffPolicy, workers
from server.services import memberships, memberships_reveal, rosters
from server.services.idempotency import once
from server.services.tokens import StaffPerson, WorkerCaller

router = APIRouter(tags=["memberships"])
org_admins = StaffPolicy(frozenset({Role.ORG_ADMIN}))
Worker = Annotated[WorkerCaller, Depends(workers)]
OrgAdmin = Annotated[StaffPerson, Depends(org_admins)]
MembershipId = Annotated[Id, Path()]


@router.get("/worker/organizations", summary="Organizations to join", responses=problems(Code.CURSOR_INVALID))
def organizations(
    worker: Worker,
    context: Context,
    session: Reading,
    text: Annotated[str, Query(max_length=60)] = "",
    cursor: Annotated[str, Query(max_length=2_000)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> wire.PublicOrganizations:
    """Public facts by keyset, in the order of names; `text` is looked for in the name."""
    return memberships.organizations(session, context, text, cursor, limit)


@router.get("/worker/memberships", summary="My applications, with state and reasons")
def own_memberships(worker: Worker, session: Reading) -> wire.OwnMemberships:
    """Newest first."""
    return memberships.own_memberships(session, worker)


@router.post(
    "/worker/memberships",
    summary="Apply to join an organization",
    status_code=201,
    responses=problems(Code.NOT_FOUND, Code.WRONG_STATE, Code.OUTSIDE_CAMPAIGN, Code.IDEMPOTENCY_MISMATCH),
)
def apply(
    ask: wire.JoinAsk, worker: Worker, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.OwnMembership:
    """The next round of the same application after leaving, withdrawal or rejection; `wrong-state` while one lives."""

    def act() -> wire.OwnMembership:
        return memberships.apply(session, context, worker, ask)

    return once(session, context, worker.id, "join", key, ask, wire.OwnMembership, act)


@router.post(
    "/worker/memberships/{membership_id}/withdraw",
    summary="Take an application back",
    responses=problems(Code.NOT_FOUND, Code.WRONG_STATE),
)
def withdraw(membership_id: MembershipId, worker: Worker, context: Context, session: Writing) -> wire.OwnMembership:
    """Twice is the same as once."""
    return memberships.withdraw(session, context, worker, membership_id)


@router.post(
    "/worker/memberships/{membership_id}/leave",
    summary="Leave an organization",
    responses=problems(Code.NOT_FOUND, Code.WRONG_STATE),
)
def leave(membership_id: MembershipId, worker: Worker, context: Context, session: Writing) -> wire.OwnMembership:
    """My works count for it no longer."""
    return memberships.leave(session, context, worker, membership_id)


@router.post("/memberships/{membership_id}/reveal", summary="An applicant in full", responses=problems(Code.NOT_FOUND))
def reveal(membership_id: MembershipId, person: OrgAdmin, context: Context, session: Writing) -> MemberRevealed:
    """Of one's own organization only; the call is audited."""
    return memberships_reveal.reveal(session, context, person, membership_id)


@router.post("/roster/preview", summary="What a member list would bring about")
def preview(ask: wire.RosterPreviewAsk, person: OrgAdmin, session: Reading) -> wire.RosterResults:
    """Line by line; nothing is changed."""
    return rosters.preview(session, person, ask)


@router.post(
    "/roster/confirm", summary="Import a portion of a member list", responses=problems(Code.IDEMPOTENCY_MISMATCH)
)
def confirm(
    ask: wire.RosterConfirmAsk, person: OrgAdmin, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> wire.RosterResults:
    """Lines are kept, matching applications pass as decisions of this person."""

    def act() -> wire.RosterResults:
        return rosters.confirm(session, context, person, ask)

    return once(session, context, person.id, "roster", key, ask, wire.RosterResults, act)
