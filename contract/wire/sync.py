"""Pull and push (`/sync/changes`, `/sync/push`): pages of changes, mutations and their results."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from contract.columns import BATCH_MUTATIONS
from contract.reasons import MESSAGE_MAX, NOTE_MAX
from contract.review import Kind, Verdict
from contract.wire import Ask, Shape

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Millis = Annotated[int, Field(ge=0, le=2**53)]
Counter = Annotated[int, Field(ge=0, le=2**53)]


class ReasonAt(Ask):
    """A coded reason, perhaps with the moment of the video it is about (ms)."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    at_ms: Annotated[int, Field(ge=0, le=86_400_000)] | None = None


class DecideArgs(Ask):
    """Arguments of `review.decide`. `lease_token` is absent for subjects that need no lease.

    `batch` names the decisions that a person made with one gesture.
    """

    kind: Kind
    subject_id: Id
    base_version: Counter
    lease_token: Counter | None = None
    verdict: Verdict
    reasons: Annotated[list[ReasonAt], Field(max_length=9)] = []
    note: Annotated[str, StringConstraints(max_length=NOTE_MAX)] = ""
    message: Annotated[str, StringConstraints(max_length=MESSAGE_MAX)] = ""
    batch: Id | None = None


class UndoArgs(Ask):
    """Arguments of `review.undo`: takes back one's own applied decision; audited, the unsent notice is withdrawn."""

    decision_id: Id


class ResolveArgs(Ask):
    """Arguments of `conflict.resolve`; `objection` is the reason for asking for a second look.

    `base_version` is the conflict's version that was on screen: nothing else than what it showed is accepted.
    """

    conflict_id: Id
    choice: Literal["accept", "object"]
    objection: Annotated[str, StringConstraints(max_length=NOTE_MAX)] = ""
    base_version: Counter | None = None


class Mutation(Ask):
    """One outbox row. `id` is the idempotency key, `n` counts per client, `args` is checked by type on the server."""

    n: Annotated[int, Field(ge=1, le=2**53)]
    id: Id
    type: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    tv: Annotated[int, Field(ge=1, le=1000)] = 1
    created_at: Millis
    args: dict[str, Any]


class Push(Ask):
    """`POST /sync/push`."""

    v: Literal[1]
    client_id: Id
    epoch: Annotated[str, StringConstraints(max_length=64)]
    mutations: Annotated[list[Mutation], Field(max_length=BATCH_MUTATIONS)]


MutationStatus = Literal["applied", "replayed", "conflict", "rejected", "error"]


class DecisionFacts(Shape):
    """A decision as shown to another person: `by` is the label (审核员 0219), never a name."""

    by: str
    at: int
    verdict: Verdict
    reasons: list[ReasonAt] = []
    message: str = ""
    note: str = ""


class MutationResult(Shape):
    """Result of one mutation. `replayed` carries the first result in `first` (its status) and the same other fields.

    Conflict codes: already-decided, lease-lost, version-mismatch. Rejected codes: unknown-subject, not-allowed,
    invalid-args, id-reused, phone-taken (an organization's account phone belongs to somebody else). Error codes:
    internal (try again).
    """

    n: int
    id: str
    status: MutationStatus
    first: MutationStatus | None = None
    version: int | None = None
    code: str | None = None
    same_decision: bool | None = None
    theirs: DecisionFacts | None = None
    conflict_id: str | None = None
    detail: str | None = None


class PushAnswer(Shape):
    """Results in the order of the mutations; `last_n` is the highest `n` of this client the server has stored."""

    results: list[MutationResult]
    last_n: int
    server_time: int
    epoch: str


Op = tuple[Literal["P"], str, str, list[Any]] | tuple[Literal["R"], str, str, str]


class Changes(Shape):
    """`GET /sync/changes`. `count` is the number of ops and `end` is the last key of the body: a cut body shows."""

    v: int
    epoch: str
    schema_: int = Field(alias="schema")
    server_time: int
    buckets: list[str]
    cols: dict[str, list[str]]
    ops: list[list[Any]]
    cursor: str
    more: bool
    up_to_date: bool
    count: int
    end: bool


class HistoryEvent(Shape):
    """One line of 审核记录. `kind`: submitted, resubmitted, approved, rejected, undone, withdrawn, edited, left."""

    at: int
    kind: str
    by: str = ""
    round: int = 1
    reasons: list[ReasonAt] = []
    message: str = ""
