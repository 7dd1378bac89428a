"""Which sheets there are and which rows stand in them; nothing here knows of files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from contract.boards import BoardKind, Measure
from contract.week_board import BoardRow, WeekBoard
from desktop.export.columns import Column, Form, Value, columns_of, growth, growth_columns
from desktop.export.errors import BoardsDisagreeError, NothingToExportError, TooManyRowsError
from desktop.export.options import ExportOptions

TITLES: Final = {
    BoardKind.REGION: "赛区榜",
    BoardKind.ORGANIZATION: "组织榜",
    BoardKind.WORK: "作品热榜",
    BoardKind.PERSON: "达人榜",
}
GROWTH: Final = "周增长"
GROWTH_ROWS: Final = 20
"""Rows of each section of 周增长."""
NO_DATA: Final = "没有数据"
SHEET_ROWS: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its headings; `title` is "" for the only one of a sheet."""

    title: str
    columns: tuple[Column, ...]
    rows: list[BoardRow]
    numbered: bool = False
    """Whether a column with the place within the section stands first."""

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings."""
        return (*(("序号",) if self.numbered else ()), *(column.heading for column in self.columns))

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms."""
        return (*((Form.PLACE,) if self.numbered else ()), *(column.form for column in self.columns))

    def values(self, place: int) -> list[Value]:
        """The cells of a row, from 0."""
        row = self.rows[place]
        cells = [column.value(row) for column in self.columns]
        return [place + 1, *cells] if self.numbered else cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of tables; `kind` and `measure` for the board's own."""

    title: str
    sections: tuple[Section, ...]
    kind: BoardKind | None
    measure: Measure

    @property
    def rows(self) -> int:
        """Rows of data."""
        return sum(len(section.rows) for section in self.sections)


def sheets_of(boards: Mapping[BoardKind, WeekBoard], options: ExportOptions) -> tuple[Sheet, ...]:
    """All but the cover; raises NothingToExportError, BoardsDisagreeError, TooManyRowsError."""
    chosen = {kind: boards[kind] for kind in BoardKind if kind in boards and kind in options.kinds}
    if not chosen:
        raise NothingToExportError
    if len({_about(board) for board in chosen.values()}) > 1:
        raise BoardsDisagreeError
    sheets = [_sheet(board, options) for board in chosen.values()]
    if sections := tuple(_growth(chosen[kind], options) for kind in _GROWING if kind in chosen):
        sheets.append(Sheet(GROWTH, sections, None, options.measure))
    for sheet in sheets:
        if sheet.rows >= SHEET_ROWS:
            raise TooManyRowsError(sheet.title, sheet.rows)
    return tuple(sheets)


_GROWING: Final = {BoardKind.REGION: ("代码", "赛区"), BoardKind.ORGANIZATION: ("编号", "组织")}


def _about(board: WeekBoard) -> tuple[object, ...]:
    return board.week, board.region, board.cutoff, board.rule, board.whole, board.seal and board.seal.id


def _sheet(board: WeekBoard, options: ExportOptions) -> Sheet:
    measure = options.measure_of(board.kind)
    rows = board.by(measure)[: options.top.get(board.kind)]
    return Sheet(TITLES[board.kind], (Section("", columns_of(board.kind, options), rows),), board.kind, measure)


def _growth(board: WeekBoard, options: ExportOptions) -> Section:
    """Those that grew most; equal ones by place, then id."""
    measure = options.measure
    rows = [row for row in board.rows if growth(row, measure) > 0]
    rows.sort(key=lambda row: (-growth(row, measure), row.ranks.of(measure), row.id))
    columns = growth_columns(*_GROWING[board.kind], measure)
    title = f"{_GROWING[board.kind][1]}：增量最大的 {GROWTH_ROWS} 个"
    return Section(title, columns, rows[:GROWTH_ROWS], numbered=True)
