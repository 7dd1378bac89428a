"""Registrations of organizations, what proves them, and how applicants prove themselves."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref

_ALIVE = text("state <> 'withdrawn'")


class Registration(Base):
    """An organization that wants to take part; approved, it has an `organization`. `state`: ApplicationState."""

    __tablename__ = "registration"
    __table_args__ = (
        Index("ix_registration_queue", "state", "submitted_at", "id"),
        Index("uq_registration_phone", "account_phone", unique=True, sqlite_where=_ALIVE, postgresql_where=_ALIVE),
    )
    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(20), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12))
    round: Mapped[int] = mapped_column(default=1)
    account_phone: Mapped[str] = mapped_column(String(11))
    password_hash: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(120))
    name_key: Mapped[str] = mapped_column(String(120), index=True)
    """`contract.registration.name_key` of the name."""
    region: Mapped[str] = mapped_column(String(2))
    address: Mapped[str] = mapped_column(String(200))
    landline: Mapped[str] = mapped_column(String(20))
    introduction: Mapped[str] = mapped_column(String(500))
    nature: Mapped[str] = mapped_column(String(20))
    size: Mapped[str] = mapped_column(String(20))
    industry: Mapped[str] = mapped_column(String(20))
    labels: Mapped[list[Any]] = mapped_column(default=list)
    contact_name: Mapped[str] = mapped_column(String(40))
    contact_phone: Mapped[str] = mapped_column(String(11))
    logo_id: Mapped[Ref] = mapped_column(ForeignKey("media.id"))
    document_ids: Mapped[list[Any]] = mapped_column(default=list)
    """Media ids of the proof, in the order they were sent."""
    look_alikes: Mapped[list[Any]] = mapped_column(default=list)
    """`{"kind", "id", "why", "score"}` of each, found when it was sent in; names and states are read when shown."""
    organization_id: Mapped[Ref | None] = mapped_column(ForeignKey("organization.id"))
    submitted_at: Mapped[Millis]
    decided_at: Mapped[Millis | None]
    created_at: Mapped[Millis]


class RegistrationVersion(Base):
    """What a registration said when it was sent in: the fields that people fill in, ids of files."""

    __tablename__ = "registration_version"
    registration_id: Mapped[Ref] = mapped_column(ForeignKey("registration.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round: Mapped[int]
    facts: Mapped[dict[str, Any]]
    at: Mapped[Millis]


class Captcha(Base):
    """A picture captcha that has been shown; it is good for one try. The answer is kept as a digest."""

    __tablename__ = "captcha"
    id: Mapped[Key]
    answer: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[Millis] = mapped_column(index=True)
    spent_at: Mapped[Millis | None]


class SmsCode(Base):
    """A code sent to a phone, kept as a digest: it expires, is tried a few times, and is good once."""

    __tablename__ = "sms_code"
    __table_args__ = (
        Index("ix_sms_code_phone", "phone", "created_at"),
        Index("ix_sms_code_address", "address", "created_at"),
    )
    id: Mapped[Key]
    phone: Mapped[str] = mapped_column(String(11))
    address: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(64))
    tries: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Millis]
    expires_at: Mapped[Millis]
    spent_at: Mapped[Millis | None]
