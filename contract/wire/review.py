"""Claims, the browse view of all works, media addresses, audit."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from contract.review import Kind, WorkState
from contract.wire import Ask, Shape
from contract.wire.sync import Counter, HistoryEvent, Id

Region = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]


class ClaimFilter(Ask):
    """Which works to claim; all fields optional."""

    region: Region | None = None
    theme: Annotated[str, StringConstraints(max_length=40)] | None = None


class ClaimAsk(Ask):
    """`POST /claims`, with an `Idempotency-Key` header: the same key gives the same claim again."""

    count: Annotated[int, Field(ge=1, le=200)] = 20
    hours: Annotated[int, Field(ge=1, le=72)] = 12
    filter: ClaimFilter = ClaimFilter()


class Lease(Shape):
    """A lease on one work. `expires_in_s` is by the server's clock; `token` is what a decision must carry."""

    work_id: str
    token: int
    expires_in_s: int
    expires_at: int


class Claimed(Shape):
    """Leases granted, oldest submission first, and the works' rows in the columns of the feed."""

    batch: str
    leases: list[Lease]
    cols: list[str]
    works: list[list[Any]]
    server_time: int


class LeaseRef(Ask):
    """A lease named by work and token."""

    work_id: Id
    token: Counter


class LeasesAsk(Ask):
    """`POST /claims/renew` and `/claims/release`; an empty list means all of mine."""

    leases: Annotated[list[LeaseRef], Field(max_length=200)] = []
    hours: Annotated[int, Field(ge=1, le=72)] = 12


class LeasesAnswer(Shape):
    """Renewed or released leases, and those that were lost to somebody else."""

    done: list[Lease]
    lost: list[str]
    server_time: int


class TakeOverAsk(Ask):
    """`POST /works/{id}/take-over` by a platform admin: the current lease ends, with a reason in the audit."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    hours: Annotated[int, Field(ge=1, le=72)] = 12


class WorkSummary(Shape):
    """A row of 全部作品."""

    id: str
    number: str
    version: int
    state: WorkState
    round: int
    title: str
    theme: str
    region: str
    author_name: str
    organizations: list[str] = []
    submitted_at: int
    duration_ms: int | None = None
    poster_id: str | None = None
    holder: str | None = None
    lease_expires_at: int | None = None
    likes: int = 0
    views: int = 0


class WorkPage(Shape):
    """A page by keyset; `next` is opaque, None on the last page; `total` counts the whole filter."""

    items: list[WorkSummary]
    next: str | None
    total: int


class WorkDetail(WorkSummary):
    """One work whole, with its history and the file's facts."""

    summary: str = ""
    author_phone: str = ""
    author_occupation: str = ""
    media_id: str | None = None
    media_sha256: str | None = None
    media_bytes: int | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    container: str | None = None
    video_codec: str | None = None
    audio_codec: str | None = None
    problems: list[str] = []
    history: list[HistoryEvent] = []


class MediaUrlsAsk(Ask):
    """`POST /media/urls`."""

    ids: Annotated[list[Id], Field(min_length=1, max_length=200)]


class MediaUrl(Shape):
    """Where a file can be had until `expires_at`; `url` is absolute or relative to the server's address."""

    id: str
    url: str
    sha256: str
    bytes: int
    etag: str
    content_type: str
    expires_at: int


class MediaUrls(Shape):
    """Addresses, and the ids that are unknown or not for this person."""

    urls: list[MediaUrl]
    missing: list[str]


class Revealed(Shape):
    """A phone number in full; the call is audited."""

    phone: str


class AuditRow(Shape):
    """One line of the audit."""

    id: int
    at: int
    actor: str
    action: str
    subject_kind: str
    subject_id: str
    facts: dict[str, Any] = {}


class AuditPage(Shape):
    """Newest first, by keyset."""

    items: list[AuditRow]
    next: str | None


class NoticeRow(Shape):
    """One SMS of the notices outbox; the phone is masked."""

    id: str
    phone: str
    text: str
    status: Literal["waiting", "sent", "failed", "withdrawn"]
    attempts: int
    error: str = ""
    created_at: int
    sent_at: int | None = None


class NoticePage(Shape):
    """Newest first, by keyset."""

    items: list[NoticeRow]
    next: str | None


class SecondLook(Shape):
    """A decision that somebody disagrees with, for a platform admin to look at."""

    id: str
    subject_kind: Kind
    subject_id: str
    subject_number: str
    subject_title: str
    opened_by: str
    opened_at: int
    objection: str
    state: Literal["open", "closed"]


class SecondLooks(Shape):
    """Open ones first."""

    items: list[SecondLook]
