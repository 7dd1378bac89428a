"""Boards as staff ask for them; boards themselves travel as files (contract.week_board)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from contract.boards import BoardKind
from contract.campaign import CAMPAIGN_WEEKS
from contract.wire import Ask, Shape
from contract.wire.sync import Id

Week = Annotated[int, Field(ge=1, le=CAMPAIGN_WEEKS)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
Weight = Annotated[int, Field(ge=0, le=1_000)]


class RuleAsk(Ask):
    """`POST /boards/rules`: weights of the next version."""

    likes: Weight
    favourites: Weight
    shares: Weight
    views: Weight
    reason: Reason


class RuleFacts(Shape):
    """A version of the heat rule."""

    version: int
    likes: int
    favourites: int
    shares: int
    views: int
    reason: str
    set_at: int
    set_by: str


class Rules(Shape):
    """All versions, the one in force first."""

    items: list[RuleFacts]


class SealAsk(Ask):
    """`POST /boards/seals`: `revision` is the one that this makes, 1 at first; from 2 on a reason is needed."""

    week: Week
    revision: Annotated[int, Field(ge=1, le=10_000)] = 1
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class BoardFileFacts(Shape):
    """One board of a sealed week; `GET /boards/{id}` gives the file."""

    id: str
    kind: BoardKind
    ranked: int


class SealFacts(Shape):
    """A sealed week."""

    id: str
    version: int
    week: int
    revision: int
    cutoff: int
    rule: dict[str, int]
    reason: str
    sealed_at: int
    sealed_by: str
    digest: str
    works: int
    suspended: int
    excluded: int
    files: list[BoardFileFacts]


class ExclusionAsk(Ask):
    """`POST /boards/exclusions`: leave a work out of the boards, or with `out` false put it back."""

    work_id: Id
    out: bool = True
    reason: Reason


class ExclusionFacts(Shape):
    """A work that is left out; `ended_at` when it is no longer."""

    id: str
    work_id: str
    number: str
    title: str
    region: str
    reason: str
    at: int
    by: str
    ended_at: int | None


class Exclusions(Shape):
    """Newest first."""

    items: list[ExclusionFacts]


class ExportNote(Ask):
    """`POST /boards/exports`: what was written to a file, for the audit."""

    week: Week
    revision: Annotated[int, Field(ge=0, le=10_000)]
    what: Annotated[str, StringConstraints(pattern=r"^(workbook|bulletin)$")]
    masked: bool
    rows: Annotated[int, Field(ge=0, le=100_000_000)]


class CertificatesNote(Ask):
    """`POST /boards/exports`: certificates of an award list were written to files, with full names."""

    what: Literal["certificates"]
    list_id: Id
    rows: Annotated[int, Field(ge=1, le=1_000_000)]


class ExportNoted(Shape):
    """It stands in the audit."""

    at: int
