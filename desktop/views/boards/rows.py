"""A board's lines as rows of the table."""

from PySide6.QtCore import QCoreApplication

from contract.boards import BoardKind, Measure, Numbers
from contract.masking import mask_name
from contract.regions import REGIONS, short_region
from contract.week_board import BoardRow, WeekBoard
from desktop.ui.table import Column
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.boards.words import MEASURES, SUBJECTS, big_text, change_text, measures_of, movement, say

BAR = 0.92
"""Of the width for the first place, so that its bar is seen to end."""


def value(row: BoardRow, board: WeekBoard) -> Numbers:
    """What the board is ordered by: the week's gain, or the total."""
    return row.total if board.whole else row.gain


def name_of(row: BoardRow, kind: BoardKind) -> str:
    """As it stands on screen: people masked."""
    return mask_name(row.name) if kind is BoardKind.PERSON else row.name


def columns(kind: BoardKind, measure: Measure, compact: bool) -> tuple[Column, ...]:
    """Left to right; compact drops the spark line, then the bar."""
    translate = QCoreApplication.translate
    found = [
        Column("rank", translate("Boards", "Place"), 64),
        Column("moved", translate("Boards", "Since last week"), 88),
        Column("name", say(SUBJECTS[kind]), 120, flex=1.4),
    ]
    if kind is BoardKind.WORK:
        found.append(Column("author", translate("Boards", "Author"), 76))
    if kind is not BoardKind.REGION:
        found.append(Column("region", translate("Boards", "Region"), 76))
    found += [Column("value", f"{say(MEASURES[measure])} ↓", 100, right=True), Column("bar", "", 60, flex=1)]
    found.append(Column("change", translate("Boards", "Change"), 88, right=True))
    if kind is BoardKind.ORGANIZATION:
        found.append(Column("people", translate("Boards", "Participants / members"), 132, right=True))
        found.append(Column("rate", translate("Boards", "Rate"), 72, right=True))
    else:
        found += [Column(one.value, say(MEASURES[one]), 92, right=True) for one in _others(kind, measure)]
    if kind in (BoardKind.REGION, BoardKind.ORGANIZATION):
        found.append(Column("recent", translate("Boards", "Last 6 weeks"), 108))
    dropped = {"recent", "bar"} if compact else set()
    return tuple(column for column in found if column.id not in dropped)


def table_row(row: BoardRow, board: WeekBoard, measure: Measure, most: int, shown: tuple[Column, ...]) -> TableRow:
    """`most` is the largest value, for the bars."""
    rank, now = row.ranks.of(measure), value(row, board).of(measure)
    cells = {
        "rank": Cell(str(rank), strong=rank <= 3),
        "moved": _moved(movement(row, measure, board.week == 1 and not board.whole)),
        "name": Cell(name_of(row, board.kind), strong=rank <= 3),
        "author": Cell(mask_name(row.author), ink="text2"),
        "region": Cell(short_region(row.region) if row.region in REGIONS else "", ink="text2"),
        "value": Cell(f"{now:,}", right=True),
        "bar": Cell(fraction=max(0.0, now / most * BAR) if most > 0 else 0.0),
        "change": Cell(change_text(row.gain.of(measure), row.last.of(measure) if row.last else None), right=True),
        "people": Cell(f"{row.participants:,} / {row.members:,}", right=True, ink="text2"),
        "rate": Cell(f"{row.participants / row.members:.0%}" if row.members else "", right=True, ink="text2"),
        "recent": Cell(spark=tuple(float(one.of(measure)) for one in row.recent) if len(row.recent) > 1 else ()),
    }
    for one in _others(board.kind, measure):
        cells[one.value] = Cell(big_text(value(row, board).of(one)), right=True, ink="text2")
    return TableRow(row.id, tuple(cells[column.id] for column in shown))


def _others(kind: BoardKind, measure: Measure) -> tuple[Measure, ...]:
    """Two more measures."""
    wanted = (Measure.LIKES, Measure.VIEWS, Measure.HEAT, Measure.WORKS)
    return tuple(one for one in wanted if one is not measure and one in measures_of(kind))[:2]


def _moved(places: int | None) -> Cell:
    """By shape and number, never by red and green."""
    translate = QCoreApplication.translate
    if places is None:
        return Cell(translate("Boards", "New"), ink="text2")
    if places == 0:
        return Cell(translate("Boards", "Same"), ink="text2", icon="minus", icon_ink="text3")
    return Cell(str(abs(places)), strong=places > 0, icon="aup" if places > 0 else "adown", icon_ink="text2")
