"""The worker's side: upload in parts, submit, own works, interactions; and the public view of published works."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from contract.campaign import MAX_WORK_BYTES, Theme
from contract.review import WorkState
from contract.wire import Ask, Shape
from contract.wire.review import Region
from contract.wire.sync import Counter, Id, ReasonAt

PART_BYTES: Final = 8 * 1024 * 1024
MAX_INTERACTIONS: Final = 100
"""In one batch."""
Title = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Summary = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class UploadAsk(Ask):
    """`POST /worker/uploads`. The caller's `bytes` and `sha256` are checked against what arrives."""

    file_name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    bytes: Annotated[int, Field(ge=0, le=MAX_WORK_BYTES)]
    sha256: Sha256 | None = None


class Upload(Shape):
    """An upload under way; parts are numbered from 1 and all but the last have `part_bytes` bytes."""

    id: str
    part_bytes: int
    parts: int
    received: list[int] = []
    expires_at: int


class PartReceived(Shape):
    """A stored part."""

    number: int
    bytes: int
    sha256: str


class UploadDone(Shape):
    """What the file itself says, after `complete`; `problems` holds codes of the inspection."""

    upload_id: str
    media_id: str
    bytes: int
    sha256: str
    duration_ms: int | None
    width: int | None
    height: int | None
    video_codec: str | None
    audio_codec: str | None
    problems: list[str]


class SubmitAsk(Ask):
    """`POST /worker/works`, with an `Idempotency-Key` header."""

    media_id: Id
    title: Title
    summary: Summary = ""
    theme: Theme
    region: Region


class CorrectAsk(Ask):
    """`PUT /worker/works/{id}`: corrects text or file and sends the work again (next round when it was rejected)."""

    base_version: Counter
    media_id: Id | None = None
    title: Title | None = None
    summary: Summary | None = None
    theme: Theme | None = None
    region: Region | None = None


class OwnWork(Shape):
    """One of my works with its state and, when rejected, why."""

    id: str
    number: str
    version: int
    state: WorkState
    round: int
    title: str
    summary: str
    theme: Theme
    region: str
    submitted_at: int
    decided_at: int | None = None
    reasons: list[ReasonAt] = []
    reason_texts: list[str] = []
    message: str = ""
    may_correct: bool = False
    likes: int = 0
    views: int = 0
    favourites: int = 0
    shares: int = 0


class OwnWorks(Shape):
    """All of my works, newest first."""

    items: list[OwnWork]


class PublicWork(Shape):
    """A published work as everybody sees it."""

    id: str
    number: str
    title: str
    summary: str
    theme: Theme
    region: str
    author_name: str
    organizations: list[str]
    published_at: int
    duration_ms: int | None
    likes: int
    views: int
    favourites: int
    shares: int


class PublicWorks(Shape):
    """A page by keyset, newest first."""

    items: list[PublicWork]
    next: str | None


class Counts(Shape):
    """Interactions of a work after the call, and my own part in them."""

    likes: int
    views: int
    favourites: int
    shares: int
    liked: bool
    favourited: bool


class InteractionKind(StrEnum):
    """What a worker does with a published work; the last of `like`/`unlike` (and of the favourites) holds."""

    VIEW = "view"
    SHARE = "share"
    LIKE = "like"
    UNLIKE = "unlike"
    FAVOURITE = "favourite"
    UNFAVOURITE = "unfavourite"


class InteractionItem(Ask):
    """One of a batch."""

    work_id: Id
    kind: InteractionKind


class InteractionsAsk(Ask):
    """`POST /worker/interactions`, with an `Idempotency-Key` header: in the order in which they happened."""

    items: Annotated[list[InteractionItem], Field(min_length=1, max_length=MAX_INTERACTIONS)]


class WorkCounts(Counts):
    """The numbers of one work of the batch."""

    id: str


class InteractionsDone(Shape):
    """Each work of the batch once: its numbers afterwards, or in `missing` when it is not published."""

    works: list[WorkCounts]
    missing: list[str]
