"""A work's way into and out of review: submit, correct, withdraw; rounds, versions, history lines, leases."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.reasons import reason
from contract.review import Event, NotAllowedError, Verdict, WorkState, after, event_of
from server.context import ServerContext
from server.feed import touch, user_bucket
from server.models import Decision, NumberSeries, Review, Work, WorkEvent, WorkVersion

WORK = "work"


def next_number(session: Session, prefix: str, first: int) -> str:
    """The next readable number of a series (`YJS-24-108812`); its row stays locked until the commit."""
    series = session.get(NumberSeries, prefix, with_for_update=True)
    if series is None:
        series = NumberSeries(prefix=prefix, value=first - 1)
        session.add(series)
    series.value += 1
    session.flush()
    return f"{prefix}-{series.value}"


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
        session.add(Review(id=context.new_id(), kind=WORK, subject_id=work.id, round=work.round, opened_at=now))
    _keep_version(session, work, now)
    add_event(session, work, now, kind)
    if work.lease_holder:
        touch(session, user_bucket(work.lease_holder), WORK, work.id)


def withdraw(session: Session, context: ServerContext, work: Work) -> None:
    """Take a work back; raises AlreadyThereError or NotAllowedError of the state machine."""
    work.state = after(WorkState(work.state), Event.WITHDRAW)
    work.version += 1
    work.published_at = None
    review = open_review(session, work.id)
    if review:
        review.closed_at = context.now()
    end_lease(session, work)
    add_event(session, work, context.now(), "withdrawn")


def decide(session: Session, work: Work, verdict: Verdict, now: int) -> Review:
    """The waiting work is published or rejected and its review closed; its holder's lease ends."""
    work.state = after(WorkState(work.state), event_of(verdict))
    work.version += 1
    work.published_at = now if work.state == WorkState.PUBLISHED else None
    review = open_review(session, work.id)
    assert review is not None
    review.closed_at = now
    end_lease(session, work)
    return review


def reopen(session: Session, work: Work, review_id: str) -> None:
    """The decided work waits again, in the same round."""
    work.state = after(WorkState(work.state), Event.REOPEN)
    work.version += 1
    work.published_at = None
    session.get_one(Review, review_id).closed_at = None


def open_review(session: Session, work_id: str) -> Review | None:
    """The open review of a work."""
    found = select(Review).where(Review.kind == WORK, Review.subject_id == work_id, Review.closed_at.is_(None))
    return session.scalars(found).one_or_none()


def end_lease(session: Session, work: Work) -> None:
    """The work leaves its holder's bucket; the token stays, so that a later grant has a higher one."""
    if work.lease_holder:
        touch(session, user_bucket(work.lease_holder), WORK, work.id, removed=True)
    work.lease_holder = work.lease_expires_at = work.claimed_at = work.batch = None


def add_event(
    session: Session,
    work: Work,
    at: int,
    kind: str,
    *,
    by: str = "",
    reasons: list[Any] | None = None,
    message: str = "",
) -> None:
    """Write one line of the work's history."""
    session.add(
        WorkEvent(work_id=work.id, at=at, kind=kind, by=by, round=work.round, reasons=reasons or [], message=message)
    )


def applied_decision(session: Session, work: Work) -> Decision | None:
    """The decision that put the work where it is; None while it waits or when nobody has decided."""
    if work.state not in {WorkState.PUBLISHED, WorkState.REJECTED}:
        return None
    found = select(Decision).where(Decision.work_id == work.id, Decision.status == "applied")
    return session.scalars(found.order_by(Decision.received_at.desc(), Decision.work_version.desc()).limit(1)).first()


def may_correct(session: Session, work: Work) -> bool:
    """Whether the state machine and the reasons of the last rejection let the author send the work again."""
    try:
        after(WorkState(work.state), Event.SUBMIT)
    except NotAllowedError:
        return False
    last = applied_decision(session, work)
    if last is None or last.verdict == Verdict.APPROVE:
        return True
    return not any(reason(item["code"]).final for item in last.reasons)


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
