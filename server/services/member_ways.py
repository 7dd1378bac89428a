"""How memberships are reviewed: by the administrators of the one organization they are about."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.review import ApplicationState, Event, Verdict, application_after, event_of
from contract.wire.sync import DecideArgs
from server.feed import org_bucket, touch, user_bucket
from server.models import Decision, Membership, Review, Work
from server.services import notices, reviews
from server.services.acting import Act

MEMBERSHIP = "membership"


def locked(session: Session, ids: Sequence[str]) -> list[Membership]:
    """The memberships of these ids."""
    return reviews.locked(session, Membership, ids)


def hidden(act: Act, membership: Membership) -> bool:
    """Another organization's applicants are nobody's business."""
    return membership.organization_id != act.person.organization_id


def may_decide(_: Act, __: DecideArgs, ___: Membership) -> bool:
    """Whoever sees it."""
    return True


def lost(_: Act, __: DecideArgs, ___: Membership) -> str | None:
    """There is no lease."""
    return None


def settle(act: Act, args: DecideArgs, membership: Membership, now: int) -> Review:
    """A member, or not; what counts for the organization is computed from approved memberships."""
    membership.state = application_after(ApplicationState(membership.state), event_of(args.verdict))
    membership.version += 1
    membership.decided_at = now
    if membership.state == ApplicationState.APPROVED:
        show_in_works(act.session, membership)
    touch(act.session, org_bucket(membership.organization_id), MEMBERSHIP, membership.id)
    return reviews.close_review(act.session, membership, now)


def tell(act: Act, membership: Membership, decision: Decision) -> None:
    """The worker hears of being passed; a rejection is seen among one's own applications."""
    if decision.verdict == Verdict.APPROVE:
        notices.about_membership(act.session, act.context, membership, decision)


def fixed(act: Act, membership: Membership, _: Decision) -> bool:
    """Who has changed to another organization has no say any more; who left or applied again has another version."""
    return hidden(act, membership)


def reopen(act: Act, membership: Membership, _: Decision) -> None:
    """The application waits again."""
    if membership.state == ApplicationState.APPROVED:
        show_in_works(act.session, membership)
    membership.state = application_after(ApplicationState(membership.state), Event.REOPEN)
    membership.version += 1
    membership.decided_at = None
    touch(act.session, org_bucket(membership.organization_id), MEMBERSHIP, membership.id)


def show_in_works(session: Session, membership: Membership) -> None:
    """Works name their author's organizations: those that somebody holds are sent anew."""
    held = select(Work.id, Work.lease_holder).where(Work.author_id == membership.worker_id)
    for work, holder in session.execute(held.where(Work.lease_holder.is_not(None))):
        touch(session, user_bucket(str(holder)), "work", work)
