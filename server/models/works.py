"""Works, their versions and history, their files, and what people do with them."""

from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref


class Media(Base):
    """A stored file: a video with what the file itself says, a poster, an organization's logo or file of proof.

    `path` is relative to the media folder.
    """

    __tablename__ = "media"
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(10))
    worker_id: Mapped[Ref | None] = mapped_column(ForeignKey("worker.id"))
    registration_id: Mapped[Ref | None] = mapped_column(index=True)
    """Of logos and files of proof; None while nobody has sent them in."""
    path: Mapped[str] = mapped_column(String(200))
    file_name: Mapped[str] = mapped_column(String(200), default="")
    content_type: Mapped[str] = mapped_column(String(80))
    bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    poster_id: Mapped[Ref | None] = mapped_column(ForeignKey("media.id"))
    duration_ms: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    fps: Mapped[float | None]
    container: Mapped[str | None] = mapped_column(String(40))
    video_codec: Mapped[str | None] = mapped_column(String(40))
    audio_codec: Mapped[str | None] = mapped_column(String(40))
    problems: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[Millis]


class Upload(Base):
    """A file on its way in parts; `media_id` is set when it is complete."""

    __tablename__ = "upload"
    id: Mapped[Key]
    worker_id: Mapped[Ref] = mapped_column(ForeignKey("worker.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(200))
    bytes: Mapped[int]
    sha256: Mapped[str | None] = mapped_column(String(64))
    part_bytes: Mapped[int]
    parts: Mapped[int]
    media_id: Mapped[Ref | None] = mapped_column(ForeignKey("media.id"))
    created_at: Mapped[Millis]
    expires_at: Mapped[Millis]


class UploadPart(Base):
    """A part that has arrived; numbers start at 1."""

    __tablename__ = "upload_part"
    upload_id: Mapped[Ref] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))


class Work(Base):
    """A work as it stands, with its lease. `lease_token` rises at each grant and never falls."""

    __tablename__ = "work"
    __table_args__ = (
        Index("ix_work_queue", "state", "submitted_at", "id"),
        Index("ix_work_public", "state", "published_at", "id"),
        Index("ix_work_holder", "lease_holder"),
        Index("ix_work_submitted", "submitted_at", "id"),
    )
    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(20), unique=True)
    author_id: Mapped[Ref] = mapped_column(ForeignKey("worker.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12))
    round: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(String(60))
    summary: Mapped[str] = mapped_column(String(500), default="")
    theme: Mapped[str] = mapped_column(String(20))
    region: Mapped[str] = mapped_column(String(2))
    media_id: Mapped[Ref | None] = mapped_column(ForeignKey("media.id"))
    submitted_at: Mapped[Millis]
    published_at: Mapped[Millis | None]
    lease_token: Mapped[int] = mapped_column(default=0)
    lease_owner: Mapped[Ref | None] = mapped_column(ForeignKey("staff.id"))
    """To whom the current token was granted; kept when the lease is given back, so that only they can use the token."""
    lease_holder: Mapped[Ref | None] = mapped_column(ForeignKey("staff.id"))
    """Who holds the work now, perhaps beyond the lease's end; None when nobody does."""
    lease_expires_at: Mapped[Millis | None]
    claimed_at: Mapped[Millis | None]
    batch: Mapped[Ref | None]
    likes: Mapped[int] = mapped_column(default=0)
    views: Mapped[int] = mapped_column(default=0)
    favourites: Mapped[int] = mapped_column(default=0)
    shares: Mapped[int] = mapped_column(default=0)
    excluded: Mapped[bool] = mapped_column(Boolean, server_default=false(), default=False)
    """Left out of all boards; it stays published."""


class LeaseGrant(Base):
    """Who was ever given a work to decide: only they can push decisions about it."""

    __tablename__ = "lease_grant"
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"), primary_key=True)
    at: Mapped[Millis]


class WorkVersion(Base):
    """What a work said and showed when it was sent in; written at each submission."""

    __tablename__ = "work_version"
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round: Mapped[int]
    title: Mapped[str] = mapped_column(String(60))
    summary: Mapped[str] = mapped_column(String(500))
    theme: Mapped[str] = mapped_column(String(20))
    region: Mapped[str] = mapped_column(String(2))
    media_id: Mapped[Ref | None] = mapped_column(ForeignKey("media.id"), index=True)
    at: Mapped[Millis]


class Interaction(Base):
    """A like or favourite: at most one of each per worker and work."""

    __tablename__ = "interaction"
    worker_id: Mapped[Ref] = mapped_column(ForeignKey("worker.id"), primary_key=True)
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    at: Mapped[Millis]


class NumberSeries(Base):
    """The last readable number given out per prefix (`YJS-24`)."""

    __tablename__ = "number_series"
    prefix: Mapped[str] = mapped_column(String(12), primary_key=True)
    value: Mapped[int]
