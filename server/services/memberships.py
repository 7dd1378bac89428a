"""Memberships from the worker's side: organizations to join, apply, withdraw, leave, own applications."""

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from contract.campaign import CAMPAIGN_END_MS
from contract.problems import Code
from contract.reasons import reason
from contract.review import AlreadyThereError, ApplicationState, Event, NotAllowedError, application_after
from contract.wire.membership import JoinAsk, OwnMembership, OwnMemberships, PublicOrganization, PublicOrganizations
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import org_bucket, savepoint, touch
from server.models import Membership, Organization
from server.services import audit, cursors, media, reviews, rosters
from server.services.member_ways import MEMBERSHIP, show_in_works
from server.services.tokens import WorkerCaller

PURPOSE = "organizations"


def organizations(session: Session, context: ServerContext, text: str, cursor: str, limit: int) -> PublicOrganizations:
    """A page of the organizations that can be joined; raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = select(Organization).where(Organization.suspended_at.is_(None))
    if text.strip():
        wanted = wanted.where(Organization.name.icontains(text.strip(), autoescape=True))
    if cursor:
        name, last = cursors.unseal(key, PURPOSE, cursor)
        wanted = wanted.where(or_(Organization.name > name, (Organization.name == name) & (Organization.id > last)))
    found = session.scalars(wanted.order_by(Organization.name, Organization.id).limit(limit + 1)).all()
    page = found[:limit]
    told = [page[-1].name, page[-1].id] if len(found) > limit else None
    return PublicOrganizations(
        items=[
            PublicOrganization(
                id=one.id,
                name=one.name,
                introduction=one.introduction,
                logo_url=media.address_of(context, one.logo_id) if one.logo_id else None,
            )
            for one in page
        ],
        next=cursors.seal(key, PURPOSE, told) if told else None,
    )


def apply(session: Session, context: ServerContext, worker: WorkerCaller, ask: JoinAsk) -> OwnMembership:
    """Apply to join, again after leaving, withdrawal or a rejection that is not final.

    Who stands in the member list is passed at once. Raises not-found, wrong-state, outside-campaign.
    """
    lock = {"read": True}  # the list of members must not change between the application and the look into it
    organization = session.get(Organization, ask.organization_id, with_for_update=lock)
    if organization is None or organization.suspended_at is not None:
        raise ProblemError(Code.NOT_FOUND, "There is no such organization.")
    membership = _of(session, worker, organization.id)
    if membership is None:
        membership = _first(session, context, worker, ask)
    else:
        _again(session, context, membership, ask)
    reviews.open_review(session, context, membership)
    kind = "submitted" if membership.round == 1 else "resubmitted"
    reviews.add_event(session, membership, context.now(), kind)
    _touch(session, membership)
    audit.record(session, context, worker, "apply", (MEMBERSHIP, membership.id), round=membership.round)
    session.flush()
    rosters.pass_on_arrival(session, context, worker, membership)
    return _own_membership(session, membership, organization.name)


def withdraw(session: Session, context: ServerContext, worker: WorkerCaller, id: str) -> OwnMembership:
    """Take an application back; doing it twice is the same as once. Raises not-found, wrong-state."""
    membership = _mine(session, worker, id)
    if not _step(membership, Event.WITHDRAW):
        return own(session, membership)
    reviews.drop_review(session, membership, context.now())
    _note(session, context, worker, membership, "withdrawn", "withdraw")
    return own(session, membership)


def leave(session: Session, context: ServerContext, worker: WorkerCaller, id: str) -> OwnMembership:
    """Leave an organization: no work counts for it any more. Raises not-found, wrong-state."""
    membership = _mine(session, worker, id)
    if _step(membership, Event.LEAVE):
        show_in_works(session, membership)
        _note(session, context, worker, membership, "left", "leave")
    return own(session, membership)


def own_memberships(session: Session, worker: WorkerCaller) -> OwnMemberships:
    """All applications of the worker, newest first."""
    mine = select(Membership, Organization.name).join(Organization, Organization.id == Membership.organization_id)
    mine = mine.where(Membership.worker_id == worker.id).order_by(Membership.applied_at.desc(), Membership.id.desc())
    return OwnMemberships(items=[_own_membership(session, one, name) for one, name in session.execute(mine)])


def own(session: Session, membership: Membership) -> OwnMembership:
    """An application as its applicant sees it: neither notes nor who decided."""
    return _own_membership(session, membership, session.get_one(Organization, membership.organization_id).name)


def _own_membership(session: Session, membership: Membership, organization: str) -> OwnMembership:
    last = reviews.applied_decision(session, membership)
    state = ApplicationState(membership.state)
    rejected = last is not None and state is ApplicationState.REJECTED
    return OwnMembership(
        id=membership.id,
        organization_id=membership.organization_id,
        organization_name=organization,
        version=membership.version,
        state=state,
        round=membership.round,
        reason=membership.reason,
        applied_at=membership.applied_at,
        decided_at=membership.decided_at,
        reason_texts=[reason(item["code"]).sentence for item in last.reasons] if last and rejected else [],
        message=last.message if last and rejected else "",
        may_apply=_may(state, Event.SUBMIT) and state is not ApplicationState.PENDING and not reviews.is_final(last),
        may_withdraw=_may(state, Event.WITHDRAW) and not reviews.is_final(last),
        may_leave=_may(state, Event.LEAVE),
    )


def _of(session: Session, worker: WorkerCaller, organization_id: str) -> Membership | None:
    mine = select(Membership).where(Membership.organization_id == organization_id, Membership.worker_id == worker.id)
    return session.scalars(mine.with_for_update().execution_options(populate_existing=True)).one_or_none()


def _first(session: Session, context: ServerContext, worker: WorkerCaller, ask: JoinAsk) -> Membership:
    membership = Membership(
        id=context.new_id(),
        organization_id=ask.organization_id,
        worker_id=worker.id,
        version=1,
        state=ApplicationState.PENDING.value,
        round=1,
        reason=ask.reason,
        applied_at=context.now(),
    )
    try:
        with savepoint(session):
            session.add(membership)
    except IntegrityError:  # the same person at the same moment
        raise ProblemError(Code.WRONG_STATE, "You have applied to this organization.") from None
    return membership


def _again(session: Session, context: ServerContext, membership: Membership, ask: JoinAsk) -> None:
    state = ApplicationState(membership.state)
    if state is ApplicationState.PENDING or not _may(state, Event.SUBMIT):
        raise ProblemError(Code.WRONG_STATE, "You have applied to this organization.", membership_id=membership.id)
    if reviews.is_final(reviews.applied_decision(session, membership)):
        raise ProblemError(Code.WRONG_STATE, "This application cannot be sent again.", membership_id=membership.id)
    if state is ApplicationState.REJECTED and context.now() >= CAMPAIGN_END_MS:
        raise ProblemError(Code.OUTSIDE_CAMPAIGN, "The campaign has ended on 2024-11-30, Beijing time.")
    membership.state = application_after(state, Event.SUBMIT)
    membership.round += 1
    membership.version += 1
    membership.reason, membership.applied_at, membership.decided_at = ask.reason, context.now(), None


def _mine(session: Session, worker: WorkerCaller, id: str) -> Membership:
    found = reviews.locked(session, Membership, [id])
    if not found or found[0].worker_id != worker.id:
        raise ProblemError(Code.NOT_FOUND, "You have no such application.")
    if found[0].state == ApplicationState.REJECTED and reviews.is_final(reviews.applied_decision(session, found[0])):
        raise ProblemError(Code.WRONG_STATE, "This application has ended.")
    return found[0]


def _may(state: ApplicationState, event: Event) -> bool:
    try:
        application_after(state, event)
    except (AlreadyThereError, NotAllowedError):
        return False
    return True


def _step(membership: Membership, event: Event) -> bool:
    """Whether the event moved it; False when it was there already. Raises wrong-state."""
    try:
        membership.state = application_after(ApplicationState(membership.state), event)
    except AlreadyThereError:
        return False
    except NotAllowedError:
        raise ProblemError(Code.WRONG_STATE, "Not in this state.", state=membership.state) from None
    membership.version += 1
    return True


def _note(
    session: Session, context: ServerContext, worker: WorkerCaller, membership: Membership, event: str, act: str
) -> None:
    reviews.add_event(session, membership, context.now(), event)
    _touch(session, membership)
    audit.record(session, context, worker, act, (MEMBERSHIP, membership.id), version=membership.version)
    session.flush()


def _touch(session: Session, membership: Membership) -> None:
    touch(session, org_bucket(membership.organization_id), MEMBERSHIP, membership.id)
