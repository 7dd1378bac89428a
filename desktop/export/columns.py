"""The columns of each board: heading, value, form. The file and the preview are both made of these."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Final

from contract.boards import BoardKind, Measure, Numbers
from contract.masking import mask_name
from contract.regions import REGIONS
from contract.week_board import BoardRow
from desktop.export.options import ExportOptions
from desktop.export.text import clean

Value = str | int | float | None
MEASURES: Final = {Measure.WORKS: "作品数", Measure.LIKES: "点赞", Measure.VIEWS: "浏览", Measure.HEAT: "热度"}
NEW: Final = "新"


class Form(Enum):
    """How values look; the value is Excel's number format."""

    TEXT = "@"
    PLACE = "0"
    COUNT = "#,##0"
    MOVEMENT = '"↑"0;"↓"0;"–"'
    DIFFERENCE = '"+"#,##0;"−"#,##0;0'
    CHANGE = '"+"0.0%;"−"0.0%;0.0%'
    SHARE = "0.0%"


_SIGNS: Final = {Form.MOVEMENT: ("↑", "↓"), Form.DIFFERENCE: ("+", "−"), Form.CHANGE: ("+", "−")}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `value` is None for an empty cell."""

    heading: str
    form: Form
    value: Callable[[BoardRow], Value]


def displayed(value: Value, form: Form) -> str:
    """A value as Excel shows it in this form."""
    if value is None or isinstance(value, str):
        return value or ""
    if form is Form.MOVEMENT and not value:
        return "–"
    sign = _SIGNS[form][value < 0] if form in _SIGNS and value else ""
    if form in (Form.CHANGE, Form.SHARE):
        percent = (Decimal(repr(value)) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{sign}{abs(percent) if sign else percent}%"
    if form in (Form.COUNT, Form.DIFFERENCE):
        return f"{sign}{abs(value) if sign else value:,}"
    return f"{sign}{abs(value) if sign else value}"


def change(now: int, before: int | None) -> float | None:
    """The part by which it grew; None where it was nothing (or less, after a correction) or is not known."""
    return (now - before) / before if before and before > 0 else None


def columns_of(kind: BoardKind, options: ExportOptions) -> tuple[Column, ...]:
    """Those of one board, in order."""
    measure = options.measure_of(kind)
    found = [Column("名次", Form.PLACE, lambda row: row.ranks.of(measure))]
    if options.movement:
        found.append(Column("较上周", Form.MOVEMENT, lambda row: _movement(row, measure)))
    found += _who(kind, options)
    found.append(Column(f"本周{MEASURES[measure]}", Form.COUNT, lambda row: row.gain.of(measure)))
    if kind in (BoardKind.REGION, BoardKind.ORGANIZATION):
        found.append(Column(f"上周{MEASURES[measure]}", Form.COUNT, lambda row: last_of(row, measure)))
    if options.change:
        found.append(Column("环比", Form.CHANGE, lambda row: change(row.gain.of(measure), last_of(row, measure))))
    if kind is BoardKind.ORGANIZATION:
        found += _PEOPLE
    return (*found, *(_total(name, word) for name, word in _TOTALS if name not in _WITHOUT.get(kind, ())))


def growth_columns(first: str, named: str, measure: Measure) -> tuple[Column, ...]:
    """Those of a section of 周增长, without the place in it."""
    word = MEASURES[measure]
    return (
        Column(first, Form.TEXT, lambda row: clean(row.number or row.id)),
        Column(named, Form.TEXT, name_of),
        Column(f"本周{word}", Form.COUNT, lambda row: row.gain.of(measure)),
        Column(f"上周{word}", Form.COUNT, lambda row: last_of(row, measure)),
        Column("增量", Form.DIFFERENCE, lambda row: growth(row, measure)),
        Column("环比", Form.CHANGE, lambda row: change(row.gain.of(measure), last_of(row, measure))),
    )


def last_of(row: BoardRow, measure: Measure) -> int | None:
    """What it gained in the week before, None in the first week."""
    return row.last.of(measure) if row.last else None


def growth(row: BoardRow, measure: Measure) -> int:
    """By how much more it gained than in the week before; 0 in the first week."""
    before = last_of(row, measure)
    return 0 if before is None else row.gain.of(measure) - before


def name_of(row: BoardRow) -> str:
    """The name for a cell."""
    return clean(row.name)


def _movement(row: BoardRow, measure: Measure) -> Value:
    if row.before is None:
        return NEW
    before = row.before.of(measure)
    return before - row.ranks.of(measure) if before else None


def _who(kind: BoardKind, options: ExportOptions) -> list[Column]:
    region = Column("赛区", Form.TEXT, lambda row: REGIONS.get(row.region, clean(row.region)))
    number = Column("编号", Form.TEXT, lambda row: clean(row.number))
    match kind:
        case BoardKind.REGION:
            return [Column("代码", Form.TEXT, lambda row: clean(row.id)), Column("赛区", Form.TEXT, name_of)]
        case BoardKind.ORGANIZATION:
            return [number, Column("组织", Form.TEXT, name_of), region]
        case BoardKind.WORK:
            author = _person(lambda row: row.author, options)
            return [number, Column("作品", Form.TEXT, name_of), Column("作者", Form.TEXT, author), region]
        case BoardKind.PERSON:
            return [Column("姓名", Form.TEXT, _person(lambda row: row.name, options)), region]


def _person(name: Callable[[BoardRow], str], options: ExportOptions) -> Callable[[BoardRow], str]:
    return (lambda row: mask_name(clean(name(row)))) if options.mask_names else (lambda row: clean(name(row)))


def _total(name: str, word: str) -> Column:
    place = Numbers._fields.index(name)
    return Column(f"累计{word}", Form.COUNT, lambda row: row.total[place])


_TOTALS: Final = (
    ("works", "作品数"),
    ("likes", "点赞"),
    ("favourites", "收藏"),
    ("shares", "分享"),
    ("views", "浏览"),
    ("heat", "热度"),
)
_WITHOUT: Final = {BoardKind.ORGANIZATION: ("favourites", "shares"), BoardKind.WORK: ("works",)}
"""Totals that a board leaves out."""
_PEOPLE: Final = (
    Column("参与人数", Form.COUNT, lambda row: row.participants),
    Column("成员数", Form.COUNT, lambda row: row.members),
    Column("参与率", Form.SHARE, lambda row: row.participants / row.members if row.members else None),
)
