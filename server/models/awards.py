"""Awards: kinds by version, lists drawn from sealed boards, who is in and why, certificates and their history."""

from typing import Any

from sqlalchemy import Boolean, ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref, Serial

_ALIVE = text("state <> 'withdrawn'")
_VALID = text("state = 'valid'")


class AwardKind(Base):
    """A version of a kind's rule; the highest is in force. Never changed."""

    __tablename__ = "award_kind"
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(12))
    period: Mapped[str] = mapped_column(String(8))
    week: Mapped[int]
    measure: Mapped[str] = mapped_column(String(8))
    top: Mapped[int]
    per_region: Mapped[int]
    min_works: Mapped[int]
    reserves: Mapped[int]
    active: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(String(200))
    set_at: Mapped[Millis]
    set_by: Mapped[Ref | None]


class AwardList(Base):
    """Who wins, drawn from a sealed week (with `sources`, all that were counted); one alive for each kind and week."""

    __tablename__ = "award_list"
    __table_args__ = (
        ForeignKeyConstraint(["kind", "kind_version"], ["award_kind.kind", "award_kind.version"]),
        Index("uq_award_list_alive", "kind", "week", unique=True, sqlite_where=_ALIVE, postgresql_where=_ALIVE),
    )
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(String(40))
    kind_version: Mapped[int]
    seal_id: Mapped[Ref] = mapped_column(ForeignKey("board_seal.id"))
    week: Mapped[int]
    revision: Mapped[int]
    sources: Mapped[list[Any]]
    """SourceFacts."""
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(200), default="")
    """Why it was withdrawn."""
    proposed_at: Mapped[Millis]
    proposed_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    edited_at: Mapped[Millis | None]
    edited_by: Mapped[Ref | None]
    submitted_at: Mapped[Millis | None]
    submitted_by: Mapped[Ref | None]
    confirmed_at: Mapped[Millis | None]
    confirmed_by: Mapped[Ref | None]
    withdrawn_at: Mapped[Millis | None]
    withdrawn_by: Mapped[Ref | None]


class AwardEntry(Base):
    """A line of a list as the board had it: who is in, the reserves, and who was passed over. Only `chosen` changes."""

    __tablename__ = "award_entry"
    __table_args__ = (UniqueConstraint("list_id", "place"),)
    id: Mapped[Key]
    list_id: Mapped[Ref] = mapped_column(ForeignKey("award_list.id"))
    place: Mapped[int]
    value: Mapped[int]
    works: Mapped[int]
    subject_id: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(20))
    holder: Mapped[str] = mapped_column(String(120))
    region: Mapped[str] = mapped_column(String(2))
    why: Mapped[str] = mapped_column(String(16))
    chosen: Mapped[bool] = mapped_column(Boolean)


class AwardEdit(Base):
    """A line that was put in or taken out by hand, with the reason."""

    __tablename__ = "award_edit"
    id: Mapped[Serial]
    entry_id: Mapped[Ref] = mapped_column(ForeignKey("award_entry.id"), index=True)
    at: Mapped[Millis]
    by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    chosen: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(String(200))


class Certificate(Base):
    """A certificate; never deleted. One valid for each entry, and each replaced at most once."""

    __tablename__ = "certificate"
    __table_args__ = (
        Index("uq_certificate_valid", "entry_id", unique=True, sqlite_where=_VALID, postgresql_where=_VALID),
        Index("ix_certificate_list", "list_id", "number"),
    )
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    state: Mapped[str] = mapped_column(String(8))
    list_id: Mapped[Ref] = mapped_column(ForeignKey("award_list.id"))
    entry_id: Mapped[Ref] = mapped_column(ForeignKey("award_entry.id"), index=True)
    award: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[Ref]
    holder: Mapped[str] = mapped_column(String(120))
    """Full name of the person or organization."""
    title: Mapped[str] = mapped_column(String(120), default="")
    """Of the work, when it is a work's."""
    region: Mapped[str] = mapped_column(String(2))
    issued_at: Mapped[Millis]
    revoked_at: Mapped[Millis | None]
    reason: Mapped[str] = mapped_column(String(200), default="")
    reissued_from: Mapped[Ref | None] = mapped_column(ForeignKey("certificate.id"), unique=True)


class CertificateEvent(Base):
    """One line of a certificate's history: issued, revoked, reissued."""

    __tablename__ = "certificate_event"
    id: Mapped[Serial]
    certificate_id: Mapped[Ref] = mapped_column(ForeignKey("certificate.id"), index=True)
    at: Mapped[Millis]
    kind: Mapped[str] = mapped_column(String(10))
    by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(String(200), default="")
    other: Mapped[str] = mapped_column(String(20), default="")
    """The number of the one that it replaces, or that replaces it."""
