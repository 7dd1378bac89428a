"""What reviews of all kinds share: one open review for each subject, history lines, the decision in force."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.reasons import reason
from contract.review import Verdict
from server.context import ServerContext
from server.models import Decision, Membership, NumberSeries, Registration, Review, SubjectEvent, Work

Subject = Work | Registration | Membership
"""What is reviewed: has `id`, `version`, `state`, `round`; its table is called as its Kind."""
AnySubject = TypeVar("AnySubject", Work, Registration, Membership)
_DECIDED = frozenset({"published", "approved", "rejected"})


def next_number(session: Session, prefix: str, first: int) -> str:
    """The next readable number of a series (`YJS-24-108812`); its row stays locked until the commit."""
    return next_numbers(session, prefix, first, 1)[0]


def next_numbers(session: Session, prefix: str, first: int, count: int, digits: int = 1) -> list[str]:
    """The next `count` numbers of a series at once, with zeros in front up to so many `digits` (`CERT-24-000123`)."""
    series = session.get(NumberSeries, prefix, with_for_update=True)
    if series is None:
        series = NumberSeries(prefix=prefix, value=first - 1)
        session.add(series)
    before = series.value
    series.value = before + count
    session.flush()
    return [f"{prefix}-{value:0{digits}}" for value in range(before + 1, before + count + 1)]


def locked(session: Session, table: type[AnySubject], ids: Sequence[str]) -> list[AnySubject]:
    """These subjects, their rows locked in the order of ids, so that two callers cannot wait for each other."""
    wanted = select(table).where(table.id.in_(ids)).order_by(table.id).with_for_update()
    return list(session.scalars(wanted.execution_options(populate_existing=True)))


def open_review(session: Session, context: ServerContext, subject: Subject) -> None:
    """Begin the review of the subject's present round."""
    row = Review(
        id=context.new_id(),
        kind=subject.__tablename__,
        subject_id=subject.id,
        round=subject.round,
        opened_at=context.now(),
    )
    session.add(row)


def the_open_review(session: Session, subject: Subject) -> Review | None:
    """The open review of a subject."""
    about = Review.kind == subject.__tablename__, Review.subject_id == subject.id
    return session.scalars(select(Review).where(*about, Review.closed_at.is_(None))).one_or_none()


def close_review(session: Session, subject: Subject, now: int) -> Review:
    """End the open review of a subject that waits."""
    review = the_open_review(session, subject)
    assert review is not None
    review.closed_at = now
    return review


def drop_review(session: Session, subject: Subject, now: int) -> None:
    """End the open review of a subject that was taken back; there is none when it was decided."""
    review = the_open_review(session, subject)
    if review:
        review.closed_at = now


def add_event(
    session: Session,
    subject: Subject,
    at: int,
    kind: str,
    *,
    by: str = "",
    reasons: list[Any] | None = None,
    message: str = "",
) -> None:
    """Write one line of a subject's history."""
    line = SubjectEvent(
        subject_kind=subject.__tablename__,
        subject_id=subject.id,
        at=at,
        kind=kind,
        by=by,
        round=subject.round,
        reasons=reasons or [],
        message=message,
    )
    session.add(line)


def applied_decision(session: Session, subject: Subject) -> Decision | None:
    """The decision that put the subject where it is; None while it waits or when nobody has decided."""
    if subject.state not in _DECIDED:
        return None
    about = Decision.subject_kind == subject.__tablename__, Decision.subject_id == subject.id
    found = select(Decision).where(*about, Decision.status == "applied")
    newest = found.order_by(Decision.received_at.desc(), Decision.subject_version.desc()).limit(1)
    return session.scalars(newest).first()


def is_final(decision: Decision | None) -> bool:
    """Whether a rejection says that the subject cannot be sent in again."""
    if decision is None or decision.verdict == Verdict.APPROVE:
        return False
    return any(reason(item["code"]).final for item in decision.reasons)
