"""What a bulletin says: the boards of one week as figures, lines and notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from contract.boards import BoardKind, Measure, Numbers
from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, CAMPAIGN_WEEKS, WEEK_MS
from contract.masking import mask_name
from contract.regions import short_region
from contract.week_board import BoardRow, Seal, WeekBoard
from desktop.bulletin import words
from desktop.ui.one_line import one_line

TOP: Final = 10


class Figure(NamedTuple):
    """One sum of the week."""

    name: str
    week: str
    change: str
    total: str


class Line(NamedTuple):
    """One line of a board; `last` is None where it is not known, `own` marks the only region shown."""

    place: int
    movement: str
    name: str
    detail: str
    week: int
    last: int | None
    total: int
    own: bool


class Section(NamedTuple):
    """The first ten of one board; no lines, no data."""

    kind: BoardKind
    about: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """All of it; `as_of` is "" and `figures` empty without data, `revised` "" before the first revision, `at` in ms."""

    week: int
    at: int
    scope: str
    as_of: str
    unsealed: bool
    revised: str
    figures: list[Figure]
    sections: list[Section]
    notes: list[str]


def bulletin_of(week: int, boards: Mapping[BoardKind, WeekBoard], measure: Measure = Measure.HEAT) -> Bulletin:
    """What the boards of a week say; raises ValueError for a week of no campaign, or boards that belong not together.

    Works and persons are ordered by heat where their boards do not know the measure.
    """
    known = [boards[kind] for kind in BoardKind if kind in boards]
    _check(week, boards)
    region = known[0].region if known else ""
    seals = [board.seal for board in known if board.seal]
    end = min(CAMPAIGN_START_MS + week * WEEK_MS, CAMPAIGN_END_MS)
    at = min((board.cutoff if board.seal else min(board.at, board.cutoff) for board in known), default=end)
    return Bulletin(
        week=week,
        at=at,
        scope=words.scope_name(region),
        as_of=words.as_of(at) if known else "",
        unsealed=len(seals) < len(known),
        revised=_revised(seals),
        figures=_figures(week, boards.get(BoardKind.REGION), region),
        sections=[_section(kind, boards.get(kind), measure, region) for kind in BoardKind],
        notes=_notes(known, region, seals),
    )


def _check(week: int, boards: Mapping[BoardKind, WeekBoard]) -> None:
    if not 1 <= week <= CAMPAIGN_WEEKS:
        raise ValueError(f"week {week}")
    if any(board.week != week or board.kind is not kind for kind, board in boards.items()):
        raise ValueError("boards of another week or kind")
    if len({(board.region, board.rule) for board in boards.values()}) > 1:
        raise ValueError("boards of several regions or rules")


def _revised(seals: Iterable[Seal]) -> str:
    last = max(seals, key=lambda seal: seal.revision, default=None)
    return words.revised(last.revision, one_line(last.reason)) if last and last.revision > 1 else ""


def _figures(week: int, board: WeekBoard | None, region: str) -> list[Figure]:
    rows = [row for row in board.rows if region in ("", row.id)] if board else []
    return [_figure(name, measure, week, rows) for measure, name in words.FIGURES.items()] if rows else []


def _figure(name: str, measure: Measure, week: int, rows: list[BoardRow]) -> Figure:
    def sum_of(numbers: Iterable[Numbers | None]) -> int:
        return sum(one.of(measure) for one in numbers if one)

    now = sum_of(row.gain for row in rows)
    before = sum_of(row.last for row in rows) if week > 1 else None
    total = sum_of(row.total for row in rows)
    return Figure(name, words.number(now), words.change(now, before), f"{words.IN_ALL} {words.number(total)}")


def _section(kind: BoardKind, board: WeekBoard | None, measure: Measure, region: str) -> Section:
    if board is None or not board.rows:
        return Section(kind, "", [])
    if kind in (BoardKind.WORK, BoardKind.PERSON) and not board.by(measure):
        measure = Measure.HEAT
    lines = [_line(kind, row, measure, region) for row in board.by(measure)[:TOP]]
    about = words.counted(kind, measure, board.ranked)
    own = next((row.ranks.of(measure) for row in board.rows if row.id == region), 0)
    return Section(kind, f"{words.own_place(region, own)} · {about}" if own else about, lines)


def _line(kind: BoardKind, row: BoardRow, measure: Measure, region: str) -> Line:
    place = row.ranks.of(measure)
    before = row.before.of(measure) if row.before else 0
    return Line(
        place=place,
        movement=words.movement(place, before or None),
        name=_name(kind, row),
        detail=" · ".join(part for part in _details(kind, row) if part),
        week=row.gain.of(measure),
        last=row.last.of(measure) if row.last else None,
        total=row.total.of(measure),
        own=kind is BoardKind.REGION and row.id == region,
    )


def _name(kind: BoardKind, row: BoardRow) -> str:
    if kind is BoardKind.REGION:
        return short_region(row.id)
    name = one_line(row.name)
    return mask_name(name) if kind is BoardKind.PERSON else name


def _details(kind: BoardKind, row: BoardRow) -> tuple[str, ...]:
    where = short_region(row.region) if row.region else ""
    if kind is BoardKind.ORGANIZATION:
        return where, words.members(row.participants, row.members)
    if kind is BoardKind.WORK:
        return mask_name(one_line(row.author)), where
    return (where, words.works(row.total.works)) if kind is BoardKind.PERSON else ()


def _notes(boards: list[WeekBoard], region: str, seals: list[Seal]) -> list[str]:
    if not boards:
        return []
    notes = [words.heat_rule(boards[0].rule), words.MOVES + (words.NATIONAL_PLACES if region else "")]
    if seals:
        digests = list(dict.fromkeys(seal.digest for seal in seals))
        notes.append(words.sealed(digests, max(len(seal.excluded) for seal in seals)))
    return notes
