"""Awards and certificates: kinds with their rules, lists drawn from sealed boards, entries, certificates."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from contract.awards import ListState, Period, Why
from contract.boards import BoardKind, Measure
from contract.campaign import CAMPAIGN_WEEKS
from contract.certificates import CertificateState
from contract.wire import Ask, Shape
from contract.wire.boards import Reason
from contract.wire.sync import Counter, Id

KindCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
KindVersion = Annotated[int, Field(ge=1, le=1_000_000)]
AwardSubject = Literal[BoardKind.PERSON, BoardKind.ORGANIZATION, BoardKind.WORK]


class AwardKindAsk(Ask):
    """`POST /awards/kinds`: the next version of a kind; `base_version` 0 makes a new one.

    `week` is the only one that lists may be drawn from, 0 for any sealed week. `per_region` 0 is no limit.
    """

    kind: KindCode
    base_version: Annotated[int, Field(ge=0, le=1_000_000)]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]
    subject: AwardSubject
    period: Period
    week: Annotated[int, Field(ge=0, le=CAMPAIGN_WEEKS)] = 0
    measure: Measure
    top: Annotated[int, Field(ge=1, le=1_000)]
    per_region: Annotated[int, Field(ge=0, le=1_000)] = 0
    min_works: Annotated[int, Field(ge=0, le=1_000_000)] = 1
    reserves: Annotated[int, Field(ge=0, le=200)] = 10
    active: bool = True
    reason: Reason


class AwardKindFacts(Shape):
    """A version of a kind; `active` tells whether lists may be proposed by it."""

    kind: str
    version: int
    name: str
    subject: BoardKind
    period: Period
    week: int
    measure: Measure
    top: int
    per_region: int
    min_works: int
    reserves: int
    active: bool
    reason: str
    set_at: int
    set_by: str


class AwardKinds(Shape):
    """All versions, by kind, of each kind the one in force first."""

    items: list[AwardKindFacts]


class ProposalAsk(Ask):
    """`POST /awards/lists`: `kind_version` is the one that was on screen, `seal_id` a sealed week."""

    kind: KindCode
    kind_version: KindVersion
    seal_id: Id


class SourceFacts(Shape):
    """A sealed week that a list was drawn from."""

    seal_id: str
    week: int
    revision: int
    digest: str


class AwardListFacts(Shape):
    """A list. `sources` are all sealed weeks that were counted, the one of `seal_id` last; labels tell who did what.

    `chosen` counts who is in; `certificates` how many were issued when it was confirmed.
    """

    id: str
    version: int
    kind: str
    kind_version: int
    name: str
    subject: BoardKind
    seal_id: str
    week: int
    revision: int
    sources: list[SourceFacts]
    state: ListState
    chosen: int
    certificates: int
    reason: str
    proposed_at: int
    proposed_by: str
    edited_at: int | None
    edited_by: str
    submitted_at: int | None
    submitted_by: str
    confirmed_at: int | None
    confirmed_by: str
    withdrawn_at: int | None
    withdrawn_by: str


class AwardLists(Shape):
    """A page, newest first."""

    items: list[AwardListFacts]
    next: str | None


class EditFacts(Shape):
    """Somebody was put in or taken out by hand."""

    at: int
    by: str
    chosen: bool
    reason: str


class EntryFacts(Shape):
    """A line of a list; `chosen` is whether it is in, `why` and `words` what the rule said, `edits` oldest first.

    `suspended`: cannot be honoured as things stand, and must be taken out before the list is submitted or confirmed.
    """

    id: str
    place: int
    value: int
    works: int
    subject_id: str
    name: str
    number: str
    holder: str
    region: str
    chosen: bool
    suspended: bool
    why: Why
    words: str
    edits: list[EditFacts]


class Entries(Shape):
    """A page, in the order of places."""

    items: list[EntryFacts]
    next: str | None


class EditAsk(Ask):
    """`POST /awards/lists/{id}/edits`: put a line in, or with `chosen` false take it out."""

    version: Counter
    entry_id: Id
    chosen: bool
    reason: Reason


class VersionAsk(Ask):
    """The version that was on screen."""

    version: Counter


class ReasonedAsk(Ask):
    """The version that was on screen, and why."""

    version: Counter
    reason: Reason


class CertificateEventFacts(Shape):
    """One line of a certificate's history: issued, revoked, replaced; `other` is the number it has to do with."""

    at: int
    kind: Literal["issued", "revoked", "reissued"]
    by: str
    reason: str
    other: str


class CertificateFacts(Shape):
    """A certificate as staff see it; `replaces` and `replaced_by` are numbers, "" for none."""

    id: str
    version: int
    number: str
    code: str
    state: CertificateState
    list_id: str
    entry_id: str
    award: str
    subject: BoardKind
    subject_id: str
    holder: str
    title: str
    region: str
    issued_at: int
    revoked_at: int | None
    reason: str
    replaces: str
    replaced_by: str


class Certificates(Shape):
    """A page, in the order of numbers."""

    items: list[CertificateFacts]
    next: str | None


class CertificateDetail(CertificateFacts):
    """With its history, oldest first."""

    history: list[CertificateEventFacts]


class Verification(Shape):
    """`GET /public/certificates/{code}`. All but `state` are empty when it is unknown.

    `name` is an organization's full name, or a person's masked one; `issued_at` in ms.
    """

    state: Literal["valid", "revoked", "unknown"]
    award: str = ""
    name: str = ""
    number: str = ""
    issued_at: int = 0
