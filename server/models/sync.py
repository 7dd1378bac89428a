"""The feed with its counter, pushed mutations, idempotency keys, the server's own state."""

from typing import Any

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref


class Feed(Base):
    """One row per bucket and entity, moved to a new `seq` at each change. `op`: P (put) or R (removed)."""

    __tablename__ = "feed"
    __table_args__ = (UniqueConstraint("bucket", "seq"),)
    bucket: Mapped[str] = mapped_column(String(60), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    entity_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seq: Mapped[int]
    op: Mapped[str] = mapped_column(String(1))
    at: Mapped[Millis]


class FeedCounter(Base):
    """One row: the last sequence number given out. Locked from the last statement of a transaction to its commit."""

    __tablename__ = "feed_counter"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[int]


class ServerState(Base):
    """One row: `epoch` names this life of the database; cursors below `min_seq` are expired.

    `restored_at` is when this life began, None in the first one.
    """

    __tablename__ = "server_state"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[str] = mapped_column(String(64))
    restored_at: Mapped[Millis | None]
    min_seq: Mapped[int] = mapped_column(default=0)
    reference: Mapped[str] = mapped_column(String(64), default="")
    """Digest of the regions and reasons that the feed holds."""


class Setting(Base):
    """A setting that desks receive through the feed."""

    __tablename__ = "setting"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    value: Mapped[dict[str, Any]]


class Mutation(Base):
    """A pushed mutation with its first result, written together with its effect and kept as long as that."""

    __tablename__ = "mutation"
    __table_args__ = (UniqueConstraint("staff_id", "client_id", "n"),)
    id: Mapped[Key]
    staff_id: Mapped[Ref]
    client_id: Mapped[Ref]
    n: Mapped[int]
    type: Mapped[str] = mapped_column(String(40))
    hash: Mapped[str] = mapped_column(String(64))
    result: Mapped[dict[str, Any]]
    received_at: Mapped[Millis]


class IdempotencyKey(Base):
    """An `Idempotency-Key` of a POST with what it led to, per person and operation."""

    __tablename__ = "idempotency_key"
    person_id: Mapped[Ref] = mapped_column(primary_key=True)
    operation: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64))
    answer: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[Millis]
