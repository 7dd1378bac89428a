"""A board of one week as a file: what the server seals, desks keep and workbooks are made of.

The file is gzip of JSON: a head and rows as arrays in the order of `BoardRow`. Equal boards give equal bytes.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, NamedTuple

from contract.boards import BoardKind, HeatRule, Measure, Numbers, Ranks
from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, WEEK_MS

FORMAT: Final = 1


class BoardRow(NamedTuple):
    """One line of a board.

    `recent` is what it gained week by week, this week last: up to six weeks for regions and organizations, two for
    works and persons. `total` is what it had at the cut-off. `before` is None where it was not ranked a week earlier
    or that is not known. `number` is that of a work or organization; `author` (a work's) and `name` (a person's) are
    full names: screens mask them. `region` is where it belongs, "" if nowhere. `members` and `participants` (authors
    with published works) are an organization's, else 0. `of` says whose a work is: ids of its author and organizations.
    """

    id: str
    name: str
    number: str
    author: str
    region: str
    recent: list[Numbers]
    total: Numbers
    ranks: Ranks
    before: Ranks | None
    members: int = 0
    participants: int = 0
    of: Sequence[str] = ()

    @property
    def gain(self) -> Numbers:
        """Of this week."""
        return self.recent[-1]

    @property
    def last(self) -> Numbers | None:
        """Of the week before, None in the first week."""
        return self.recent[-2] if len(self.recent) > 1 else None


@dataclass(frozen=True, slots=True)
class Excluded:
    """A work left out of the boards, with the reason that was given."""

    number: str
    title: str
    region: str
    reason: str


@dataclass(frozen=True, slots=True)
class Seal:
    """That a week was sealed: who and when (ms; "" is the schedule), the digest of what was counted, what was not."""

    id: str
    revision: int
    reason: str
    sealed_at: int
    sealed_by: str
    digest: str
    works: int
    suspended: int
    excluded: list[Excluded]


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """A board of one week; `seal` is None while it still moves, and `at` (ms) tells as of when.

    Of regions and organizations all with works are ranked, of works and persons all that gained something in the week;
    `ranked` counts them. `region` is "" or the only one whose organizations, works and persons are in `rows`.
    """

    kind: BoardKind
    week: int
    cutoff: int
    rule: HeatRule
    at: int
    ranked: int
    region: str
    seal: Seal | None
    rows: list[BoardRow]
    whole: bool = False
    """Whether places go by totals since the campaign's beginning, not by the week's gain; never sealed."""

    def by(self, measure: Measure) -> list[BoardRow]:
        """The rows that have a place by this measure, in its order."""
        return sorted((row for row in self.rows if row.ranks.of(measure)), key=lambda row: row.ranks.of(measure))

    def only(self, region: str) -> "WeekBoard":
        """What staff of one region may see: all regions' totals, else their own region's rows with national places."""
        if self.kind is BoardKind.REGION:
            return replace(self, region=region, seal=_seal_of(self.seal, region))
        rows = [row for row in self.rows if row.region == region]
        return replace(self, region=region, rows=rows, seal=_seal_of(self.seal, region))


def _seal_of(seal: Seal | None, region: str) -> Seal | None:
    return seal and replace(seal, excluded=[one for one in seal.excluded if one.region == region])


def cutoff_of(week: int) -> int:
    """When a week ends (ms, exclusive): the last one with the campaign, on a Saturday."""
    return min(CAMPAIGN_START_MS + week * WEEK_MS, CAMPAIGN_END_MS)


def packed(board: WeekBoard) -> bytes:
    """The board as a file."""
    return gzip.compress(as_json(board), 6, mtime=0)


def as_json(board: WeekBoard) -> bytes:
    """The board as the file's JSON."""
    head = {name: value for name, value in asdict(replace(board, rows=[])).items() if name != "rows"}
    body = {"format": FORMAT, "cols": list(BoardRow._fields)} | head | {"rows": board.rows}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(file: bytes) -> WeekBoard:
    """The board of a file; raises ValueError when it is not one, or cut short."""
    try:
        told = json.loads(gzip.decompress(file))
        if told["format"] != FORMAT:
            raise ValueError(f"format {told['format']}")
        return WeekBoard(
            kind=BoardKind(told["kind"]),
            week=told["week"],
            cutoff=told["cutoff"],
            rule=HeatRule(**told["rule"]),
            at=told["at"],
            ranked=told["ranked"],
            region=told["region"],
            seal=_seal(told["seal"]),
            rows=[_row(row) for row in told["rows"]],
            whole=told["whole"],
        )
    except (OSError, EOFError, KeyError, TypeError, ValueError) as error:
        raise ValueError("not a board") from error


def _seal(told: dict[str, Any] | None) -> Seal | None:
    if told is None:
        return None
    return Seal(**told | {"excluded": [Excluded(**one) for one in told["excluded"]]})


def _row(told: list[Any]) -> BoardRow:
    id, name, number, author, region, recent, total, ranks, before, members, participants, of = told
    return BoardRow(
        id, name, number, author, region, [Numbers(*one) for one in recent], Numbers(*total), Ranks(*ranks),
        Ranks(*before) if before else None, members, participants, of,
    )  # fmt: skip
