"""A work's way into and out of review: submit, correct, withdraw, decide, reopen; rounds, versions, leases."""

from sqlalchemy.orm import Session

from contract.review import Event, NotAllowedError, Verdict, WorkState, after, event_of
from server.context import ServerContext
from server.feed import touch, user_bucket
from server.models import Review, Work, WorkVersion
from server.services.reviews import add_event, applied_decision, close_review, drop_review, is_final, open_review

WORK = "work"


def submit(session: Session, context: ServerContext, work: Work) -> None:
    """Send a work in, for the first time or corrected; the caller has set its text and file, and checked that it may.

    The version rises (except at first), a review is open afterwards, a lease stays with its holder.
    """
    before = WorkState(work.state)
    now = context.now()
    work.state = after(before, Event.SUBMIT)
    if before is WorkState.DRAFT:
        kind = "submitted"
    else:
        work.version += 1
        kind = "edited"
    if before in {WorkState.REJECTED, WorkState.PUBLISHED}:
        work.round += 1
        kind = "resubmitted"
    work.submitted_at, work.published_at = now, None
    session.add(work)
    session.flush()
    if before is not WorkState.PENDING:
        open_review(session, context, work)
    _keep_version(session, work, now)
    add_event(session, work, now, kind)
    if work.lease_holder:
        touch(session, user_bucket(work.lease_holder), WORK, work.id)


def withdraw(session: Session, context: ServerContext, work: Work) -> None:
    """Take a work back; raises AlreadyThereError or NotAllowedError of the state machine."""
    work.state = after(WorkState(work.state), Event.WITHDRAW)
    work.version += 1
    work.published_at = None
    drop_review(session, work, context.now())
    end_lease(session, work)
    add_event(session, work, context.now(), "withdrawn")


def settle(session: Session, work: Work, verdict: Verdict, now: int) -> Review:
    """The waiting work is published or rejected and its review closed; its holder's lease ends."""
    work.state = after(WorkState(work.state), event_of(verdict))
    work.version += 1
    work.published_at = now if work.state == WorkState.PUBLISHED else None
    review = close_review(session, work, now)
    end_lease(session, work)
    return review


def reopen(work: Work) -> None:
    """The decided work waits again, in the same round."""
    work.state = after(WorkState(work.state), Event.REOPEN)
    work.version += 1
    work.published_at = None


def end_lease(session: Session, work: Work) -> None:
    """The work leaves its holder's bucket; the token stays, so that a later grant has a higher one."""
    if work.lease_holder:
        touch(session, user_bucket(work.lease_holder), WORK, work.id, removed=True)
    work.lease_holder = work.lease_expires_at = work.claimed_at = work.batch = None


def may_correct(session: Session, work: Work) -> bool:
    """Whether the state machine and the reasons of the last rejection let the author send the work again."""
    try:
        after(WorkState(work.state), Event.SUBMIT)
    except NotAllowedError:
        return False
    return not is_final(applied_decision(session, work))


def _keep_version(session: Session, work: Work, now: int) -> None:
    session.add(
        WorkVersion(
            work_id=work.id,
            version=work.version,
            round=work.round,
            title=work.title,
            summary=work.summary,
            theme=work.theme,
            region=work.region,
            media_id=work.media_id,
            at=now,
        )
    )
