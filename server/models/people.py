"""Staff, workers, organizations, and the tokens they sign in with."""

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref, Serial


class Organization(Base):
    """An organization that workers may belong to."""

    __tablename__ = "organization"
    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(20), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(120))
    name_key: Mapped[str] = mapped_column(String(120), default="", index=True)
    """`contract.registration.name_key` of the name."""
    region: Mapped[str] = mapped_column(String(2))
    introduction: Mapped[str] = mapped_column(String(500), default="")
    logo_id: Mapped[Ref | None] = mapped_column(ForeignKey("media.id"))
    suspended_at: Mapped[Millis | None]
    created_at: Mapped[Millis]


class Staff(Base):
    """A member of the staff; `label` is what colleagues see."""

    __tablename__ = "staff"
    id: Mapped[Key]
    account: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(40))
    label: Mapped[str] = mapped_column(String(40))
    role: Mapped[str] = mapped_column(String(20))
    region: Mapped[str | None] = mapped_column(String(2))
    organization_id: Mapped[Ref | None] = mapped_column(ForeignKey("organization.id"))
    password_hash: Mapped[str] = mapped_column(String(200))
    suspended_at: Mapped[Millis | None]
    created_at: Mapped[Millis]


class Worker(Base):
    """A worker, known by phone."""

    __tablename__ = "worker"
    id: Mapped[Key]
    phone: Mapped[str] = mapped_column(String(11), unique=True)
    name: Mapped[str] = mapped_column(String(40), index=True)
    occupation: Mapped[str] = mapped_column(String(40), default="")
    password_hash: Mapped[str] = mapped_column(String(200))
    suspended_at: Mapped[Millis | None]
    created_at: Mapped[Millis]


class Membership(Base):
    """A worker's application to an organization, in the states of ApplicationState; only `approved` ones count."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("organization_id", "worker_id"),
        Index("ix_membership_worker", "worker_id", "state"),
        Index("ix_membership_queue", "organization_id", "state", "applied_at"),
    )
    id: Mapped[Key]
    organization_id: Mapped[Ref] = mapped_column(ForeignKey("organization.id"))
    worker_id: Mapped[Ref] = mapped_column(ForeignKey("worker.id"))
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12))
    round: Mapped[int] = mapped_column(default=1)
    reason: Mapped[str] = mapped_column(String(500), default="")
    applied_at: Mapped[Millis]
    decided_at: Mapped[Millis | None]


class RosterEntry(Base):
    """A line of an organization's member list; an application with its phone and name is passed at once."""

    __tablename__ = "roster_entry"
    organization_id: Mapped[Ref] = mapped_column(ForeignKey("organization.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(String(11), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    employee_no: Mapped[str] = mapped_column(String(40), default="")
    imported_at: Mapped[Millis]
    imported_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))


class TokenFamily(Base):
    """One sign-in: all access and refresh tokens that grew from it. `audience` is `staff` or `worker`."""

    __tablename__ = "token_family"
    __table_args__ = (Index("ix_token_family_person", "audience", "person_id"),)
    id: Mapped[Key]
    audience: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[Ref]
    device: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[Millis]
    ended_at: Mapped[Millis | None]
    end_reason: Mapped[str] = mapped_column(String(20), default="")


class Token(Base):
    """A token's SHA-256, never the token. `kind` is `access` or `refresh`; a refresh token is spent once."""

    __tablename__ = "token"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    family_id: Mapped[Ref] = mapped_column(ForeignKey("token_family.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[Millis]
    expires_at: Mapped[Millis]
    spent_at: Mapped[Millis | None]


class SignInAttempt(Base):
    """A try that has not succeeded, counted per account and per address."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_account", "audience", "account", "at"),
        Index("ix_sign_in_attempt_address", "address", "at"),
    )
    id: Mapped[Serial]
    audience: Mapped[str] = mapped_column(String(8))
    account: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what was typed, so that a mistyped password in the account field is not kept."""
    address: Mapped[str] = mapped_column(String(64))
    at: Mapped[Millis]
