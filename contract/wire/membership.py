"""Organizations as workers see them, their applications to join, and an organization's member list."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from contract.review import ApplicationState
from contract.roster import CELL_MAX, PORTION, RowError
from contract.wire import Ask, Shape
from contract.wire.sync import Id

JoinReason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Cell = Annotated[str, StringConstraints(max_length=CELL_MAX)]


class PublicOrganization(Shape):
    """What everybody may know of an organization; `logo_url` is good for an hour."""

    id: str
    name: str
    introduction: str
    logo_url: str | None


class PublicOrganizations(Shape):
    """A page by keyset, in the order of names."""

    items: list[PublicOrganization]
    next: str | None


class JoinAsk(Ask):
    """`POST /worker/memberships`, with an `Idempotency-Key` header."""

    organization_id: Id
    reason: JoinReason


class OwnMembership(Shape):
    """One of my applications with its state and, when rejected, why."""

    id: str
    organization_id: str
    organization_name: str
    version: int
    state: ApplicationState
    round: int
    reason: str
    applied_at: int
    decided_at: int | None
    reason_texts: list[str]
    message: str
    may_apply: bool
    may_withdraw: bool
    may_leave: bool


class OwnMemberships(Shape):
    """All of my applications, newest first."""

    items: list[OwnMembership]


class RosterRow(Ask):
    """A line of a member list as it was typed; `line` is its number in the file."""

    line: Annotated[int, Field(ge=1, le=2_000_000)]
    employee_no: Cell = ""
    name: Cell = ""
    phone: Cell = ""


Rows = Annotated[list[RosterRow], Field(min_length=1, max_length=PORTION)]


class RosterPreviewAsk(Ask):
    """`POST /roster/preview`: a portion of a file; nothing is changed."""

    rows: Rows


class RosterConfirmAsk(Ask):
    """`POST /roster/confirm`, with an `Idempotency-Key` header; `batch` is the same for all portions of a file."""

    batch: Id
    rows: Rows


RosterOutcome = Literal["passes", "passed", "not-passed", "member", "kept", "name-differs", "invalid"]


class RosterResult(Shape):
    """What a line brings about: a waiting application passes (or passed, or did not, for `code`).

    Others: is a member already, is kept for a later application, the applicant's name differs, or is invalid.
    """

    line: int
    outcome: RosterOutcome
    error: RowError | None = None
    code: str | None = None
    membership_id: str | None = None
    version: int | None = None


class RosterResults(Shape):
    """Results in the order of the rows."""

    rows: list[RosterResult]
