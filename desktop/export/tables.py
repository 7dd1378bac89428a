"""Sections of rows as sheets: styles, widths, headings that stay, print set-up."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from desktop.export.columns import Form, Value, displayed
from desktop.export.sheets import NO_DATA, Section, Sheet
from desktop.export.streaming import Line, Pace, SteadyCell, StreamedSheet
from desktop.export.template import Template
from desktop.export.text import escaped, looks_computed, width

TEXT_WIDTH: Final = 46
"""Longer texts wrap."""
NUMBER_WIDTH: Final = 6
FILTER_BUTTON: Final = 3
LINE_POINTS: Final = 15
"""Of a line in a row that has several."""
HEADING_POINTS: Final = 24
A4: Final = 9
_ACROSS: Final = {Form.TEXT: "left", Form.PLACE: "center", Form.MOVEMENT: "center"}


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on each page: before the sheet's name, and below."""

    above: str
    below: str


def add_table(template: Template, sheet: Sheet, about: Printed, pace: Pace) -> StreamedSheet:
    """A sheet whose rows are made when the workbook is written."""
    sections = sheet.sections
    single = len(sections) == 1 and not sections[0].title
    columns = max(len(section.headings) for section in sections)
    made = _Lines(template, sheet, pace)
    table = StreamedSheet(template.book, sheet.title, made.lines(), made.height, columns)
    made.sheet = table
    for place in range(columns):
        table.column_dimensions[get_column_letter(place + 1)].width = max(
            _width(section, place, filtered=single) for section in sections if place < len(section.headings)
        )
    if single:
        table.freeze_panes = "A2"
        table.print_title_rows = "1:1"
        table.row_dimensions[1].height = HEADING_POINTS
        if sections[0].rows:
            table.auto_filter.ref = table.extent
    for above in made.breaks():
        table.row_breaks.append(Break(above))
    print_on_a4(table, about)
    return table


def print_on_a4(sheet: Any, about: Printed) -> None:
    """Landscape, as wide as the page, with page numbers."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.8
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.center.text = f"{about.above} · &A"
    sheet.oddHeader.center.size = 12
    sheet.oddFooter.left.text = about.below
    sheet.oddFooter.left.size = 8
    sheet.oddFooter.right.text = "第 &P 页，共 &N 页"
    sheet.oddFooter.right.size = 9


class _Lines:
    """The rows of a sheet, one after the other, in cells that are used again and again."""

    def __init__(self, template: Template, sheet: Sheet, pace: Pace) -> None:
        self.sections = sheet.sections
        self.template = template
        self.pace = pace
        self.sheet: Any = None
        self.height = sum(map(_height, self.sections)) + len(self.sections) - 1

    def breaks(self) -> list[int]:
        """The rows after which a new page begins: before each section but the first."""
        ends = accumulate(_height(section) + 1 for section in self.sections)
        return list(ends)[:-1]

    def lines(self) -> Iterator[Line]:
        """Numbered from 1."""
        number = 1
        for section in self.sections:
            if section.title:
                yield number, [self._text(number, 1, section.title, "样式_分节")]
                number += 1
            yield number, [self._heading(number, at, *both) for at, both in enumerate(_headings(section), 1)]
            number += 1
            if not section.rows:
                yield number, [self._text(number, 1, NO_DATA, "样式_单行")]
            yield from self._rows(section, number)
            number += max(1, len(section.rows)) + 1

    def _rows(self, section: Section, first: int) -> Iterator[Line]:
        forms = list(enumerate(section.forms, 1))
        bands = [[self._cell(at, form, f"样式_{band}") for at, form in forms] for band in ("单行", "双行")]
        quoted = [[self._quoted(cell) for cell in cells] for cells in bands]
        for place in range(len(section.rows)):
            number, values, band = first + place, section.values(place), place % 2
            if lines := _lines_of(values):
                self.sheet.row_dimensions[number].height = lines * LINE_POINTS + 2
            yield number, _filled(number, values, bands[band], quoted[band])
            if lines:
                del self.sheet.row_dimensions[number]  # written by now
            self.pace.row()

    def _cell(self, column: int, form: Form, style: str) -> SteadyCell:
        cell = SteadyCell(self.sheet, 1, column)
        cell._style = copy(self.template.styles[style])
        cell.number_format = form.value
        cell.alignment = Alignment(_ACROSS.get(form, "right"), "center", wrap_text=form is Form.TEXT)
        cell.settle()
        return cell

    def _quoted(self, cell: SteadyCell) -> SteadyCell:
        """The same for text that must not become a formula when it is edited."""
        other = SteadyCell(self.sheet, 1, cell.column, style_array=cell._style)
        other.quotePrefix = True
        other.settle()
        return other

    def _heading(self, row: int, column: int, text: str, form: Form) -> Cell:
        cell = self._text(row, column, text, "样式_表头")
        cell.alignment = Alignment(_ACROSS.get(form, "right"), "center", wrap_text=True)
        return cell

    def _text(self, row: int, column: int, text: str, style: str) -> Cell:
        cell = Cell(self.sheet, row, column, style_array=copy(self.template.styles[style]))
        cell._value, cell.data_type = text, "s"
        return cell


def _filled(row: int, values: list[Value], plain: list[SteadyCell], quoted: list[SteadyCell]) -> Iterator[Cell]:
    for place, value in enumerate(values):
        cell = plain[place]
        if isinstance(value, str):
            if looks_computed(value):
                cell = quoted[place]
            cell.data_type = "s"
            value = escaped(value)
        else:
            cell.data_type = "n"
        cell.row = row
        cell._value = value
        yield cell


def _height(section: Section) -> int:
    """In rows, title and headings too."""
    return bool(section.title) + 1 + max(1, len(section.rows))


def _headings(section: Section) -> Iterator[tuple[str, Form]]:
    return zip(section.headings, section.forms, strict=True)


def _lines_of(values: list[Value]) -> int:
    """How many the highest text takes; 0 where one is enough."""
    long = [value for value in values if isinstance(value, str) and (len(value) * 2 > TEXT_WIDTH or "\n" in value)]
    lines = max((sum(max(1, -(-width(line) // TEXT_WIDTH)) for line in text.split("\n")) for text in long), default=1)
    return lines if lines > 1 else 0


def _width(section: Section, place: int, *, filtered: bool) -> float:
    """Wide enough for the heading and every value, texts up to TEXT_WIDTH."""
    heading = width(section.headings[place]) + (FILTER_BUTTON if filtered else 0)
    return max(heading, NUMBER_WIDTH, _widest(section, place)) * 1.05 + 1.5


def _widest(section: Section, place: int) -> int:
    if section.numbered and place == 0:
        return len(str(len(section.rows)))
    column = section.columns[place - section.numbered]
    if not section.rows:
        return 0
    if column.form is Form.TEXT:
        lines = (line for row in section.rows for line in str(column.value(row)).split("\n"))
        return min(TEXT_WIDTH, max(map(width, lines), default=0))
    numbers = [value for row in section.rows if isinstance(value := column.value(row), int | float)]
    return max(len(displayed(value, column.form)) for value in (min(numbers), max(numbers))) if numbers else 0
