"""Sheets whose rows are made while they are written: a hundred thousand take no more memory than ten."""

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from desktop.export.columns import Value
from desktop.export.errors import ExportCancelledError
from desktop.export.text import escaped

EVERY: Final = 200
"""Rows between two looks at whether to go on."""

_NO_ROWS: Final = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")


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
    """A sheet with `lines`, each a row from `row_xml`, instead of cells."""

    def __init__(self, book: Workbook, title: str, height: int, width: int) -> None:
        super().__init__(book, title)
        self.lines: Iterable[str] = ()
        self.extent = f"A1:{get_column_letter(width)}{height}"
        book._add_sheet(self)

    def calculate_dimension(self) -> str:
        """The range that the lines fill."""
        return self.extent


class _BookWriter(ExcelWriter):  # type: ignore[misc]
    """Writes sheets straight into the archive, so that nothing is left anywhere else."""

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = WorksheetWriter(ws, BytesIO())
        writer.write()
        xml = writer.out.getvalue()
        with self._archive.open(ws.path[1:], "w") as part:
            if isinstance(ws, StreamedSheet):
                before, after = _NO_ROWS.split(xml, 1)
                part.write(before + b"<sheetData>")
                for line in ws.lines:
                    part.write(line.encode())
                part.write(b"</sheetData>" + after)
            else:
                part.write(xml)
        ws._rels = writer._rels
        self.manifest.append(ws)


def write_book(book: Workbook, file: IO[bytes]) -> None:
    """The whole workbook into an open file."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _BookWriter(book, archive).write_data()


def row_xml(number: int, cells: Iterable[tuple[str, int, Value]], points: float = 0) -> str:
    """A row of cells, each given as letter of its column, number of its style, value; texts are never formulas."""
    height = f' ht="{points}" customHeight="1"' if points else ""
    return f'<row r="{number}"{height}>{"".join([_cell_xml(number, *cell) for cell in cells])}</row>'


def _cell_xml(number: int, letter: str, style: int, value: Value) -> str:
    if value is None:
        return f'<c r="{letter}{number}" s="{style}"/>'
    if not isinstance(value, str):
        return f'<c r="{letter}{number}" s="{style}"><v>{value!r}</v></c>'
    text = escaped(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
