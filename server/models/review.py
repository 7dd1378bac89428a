"""Reviews, decisions, conflicts, second looks, notices, audit."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref, Serial

_OPEN = text("closed_at IS NULL")
_APPLIED = text("status = 'applied'")


class Review(Base):
    """One round of review of a subject. The database allows one open review per subject."""

    __tablename__ = "review"
    __table_args__ = (
        Index("uq_review_open", "kind", "subject_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_review_subject", "kind", "subject_id", "round"),
    )
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    round: Mapped[int]
    opened_at: Mapped[Millis]
    closed_at: Mapped[Millis | None]


class SubjectEvent(Base):
    """One line of a subject's history, in the words of `HistoryEvent`."""

    __tablename__ = "subject_event"
    __table_args__ = (Index("ix_subject_event_subject", "subject_kind", "subject_id", "id"),)
    id: Mapped[Serial]
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    at: Mapped[Millis]
    kind: Mapped[str] = mapped_column(String(16))
    by: Mapped[str] = mapped_column(String(40), default="")
    round: Mapped[int]
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    message: Mapped[str] = mapped_column(Text, default="")


class Decision(Base):
    """What a reviewer decided; `id` is the mutation's, `batch` names those made at once.

    `status`: applied (one per review), superseded, undone.
    """

    __tablename__ = "decision"
    __table_args__ = (
        Index("uq_decision_applied", "review_id", unique=True, sqlite_where=_APPLIED, postgresql_where=_APPLIED),
        Index("ix_decision_subject", "subject_kind", "subject_id", "received_at"),
        Index("ix_decision_staff", "staff_id", "received_at"),
    )
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    review_id: Mapped[Ref | None] = mapped_column(ForeignKey("review.id"))
    base_version: Mapped[int]
    lease_token: Mapped[int | None]
    subject_version: Mapped[int | None]
    """The subject's version after this decision; None when superseded."""
    verdict: Mapped[str] = mapped_column(String(8))
    reasons: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(String(500))
    message: Mapped[str] = mapped_column(String(60))
    decided_at: Mapped[Millis]
    received_at: Mapped[Millis]
    status: Mapped[str] = mapped_column(String(12))
    undone_at: Mapped[Millis | None]
    batch: Mapped[Ref | None]


class Conflict(Base):
    """A decision that came too late. `state`: open, accepted, objected."""

    __tablename__ = "conflict"
    __table_args__ = (Index("ix_conflict_subject", "subject_kind", "subject_id", "state"),)
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    mine_id: Mapped[Ref] = mapped_column(ForeignKey("decision.id"), unique=True)
    theirs_id: Mapped[Ref | None] = mapped_column(ForeignKey("decision.id"))
    code: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    opened_at: Mapped[Millis]
    resolved_at: Mapped[Millis | None]


class SecondLook(Base):
    """A disagreement for a platform admin to look at; one per conflict."""

    __tablename__ = "second_look"
    __table_args__ = (Index("ix_second_look_state", "state", "opened_at"),)
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    conflict_id: Mapped[Ref] = mapped_column(ForeignKey("conflict.id"), unique=True)
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    opened_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    opened_at: Mapped[Millis]
    objection: Mapped[str] = mapped_column(String(500), default="")
    state: Mapped[str] = mapped_column(String(8))
    closed_at: Mapped[Millis | None]
    closed_by: Mapped[Ref | None] = mapped_column(ForeignKey("staff.id"))


class Notice(Base):
    """An SMS in the outbox. `status`: waiting, sending, sent, failed, withdrawn; `error` is why it failed last.

    `send_after` of a notice that is being sent is when another process may take it over.
    """

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_due", "status", "send_after"), Index("ix_notice_created", "created_at", "id"))
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(12), default="work")
    """What it is about: work, registration, membership, code (an SMS code: its text is never shown)."""
    worker_id: Mapped[Ref | None] = mapped_column(ForeignKey("worker.id"))
    decision_id: Mapped[Ref | None] = mapped_column(ForeignKey("decision.id"), index=True)
    phone: Mapped[str] = mapped_column(String(11))
    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(10))
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Millis]
    send_after: Mapped[Millis]
    sent_at: Mapped[Millis | None]


class Audit(Base):
    """Who did what to what, when; `facts` hold no personal data of workers."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject_kind", "subject_id"),)
    id: Mapped[Serial]
    at: Mapped[Millis]
    actor_kind: Mapped[str] = mapped_column(String(8))
    actor_id: Mapped[Ref | None]
    actor: Mapped[str] = mapped_column(String(40))
    """The staff label; a worker's readable name is never written here."""
    action: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
