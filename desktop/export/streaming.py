"""Sheets whose rows are made while they are written: a hundred thousand take no more memory than ten."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from desktop.export.errors import ExportCancelledError

EVERY: Final = 200
"""Rows between two looks at whether to go on."""

Line = tuple[int, Iterable[Cell]]


class Pace:
    """Tells how far it is and stops when asked to."""

    def __init__(self, total: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self.total = total
        self.done = 0
        self._progress = progress
        self._cancelled = cancelled

    def row(self) -> None:
        """One more."""
        self.done += 1
        if self.done % EVERY == 0:
            self.tell()

    def tell(self) -> None:
        """Raises ExportCancelledError."""
        if self._cancelled():
            raise ExportCancelledError
        self._progress(self.done, self.total)


class StreamedSheet(Worksheet):  # type: ignore[misc]
    """A sheet with `lines` instead of cells; they may reuse their cells."""

    def __init__(self, book: Workbook, title: str, lines: Iterator[Line], height: int, width: int) -> None:
        super().__init__(book, title)
        self.lines = lines
        self.extent = f"A1:{get_column_letter(width)}{height}"
        book._add_sheet(self)

    def calculate_dimension(self) -> str:
        """The range that the lines fill."""
        return self.extent


class SteadyCell(Cell):  # type: ignore[misc]
    """A cell for many rows: its style, settled once, is not looked up for each."""

    __slots__ = ("settled",)

    has_style = True

    @property
    def style_id(self) -> int:
        """Of the settled style."""
        return self.settled

    def settle(self) -> None:
        """To be called when its looks are complete."""
        self.settled: int = self.parent.parent._cell_styles.add(self._style)


class _LinesWriter(WorksheetWriter):  # type: ignore[misc]
    def rows(self) -> Iterable[Line]:
        return self.ws.lines if isinstance(self.ws, StreamedSheet) else super().rows()


class _BookWriter(ExcelWriter):  # type: ignore[misc]
    """Writes sheets straight into the archive, so that nothing is left anywhere else."""

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        with self._archive.open(ws.path[1:], "w") as part:
            writer = _LinesWriter(ws, part)
            try:
                writer.write()
            except BaseException:
                with contextlib.suppress(OSError):
                    writer.close()  # while the part is open
                raise
        ws._rels = writer._rels
        self.manifest.append(ws)


def write_book(book: Workbook, file: IO[bytes]) -> None:
    """The whole workbook into an open file."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _BookWriter(book, archive).write_data()
