"""Sections of rows as sheets: styles, widths, headings that stay, print set-up."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from desktop.export.columns import Form, Value, displayed
from desktop.export.sheets import NO_DATA, Section, Sheet
from desktop.export.streaming import Pace, StreamedSheet, row_xml
from desktop.export.template import Template
from desktop.export.text import looks_computed, width

TEXT_WIDTH: Final = 46
"""Longer texts wrap."""
LINE_WIDTH: Final = TEXT_WIDTH + 2
"""What a line of such a column holds."""
NUMBER_WIDTH: Final = 6
FILTER_BUTTON: Final = 3
LINE_POINTS: Final = 15
"""Of a line in a row that has several."""
HEADING_POINTS: Final = 24
A4: Final = 9
_LETTERS: Final = tuple(map(get_column_letter, range(1, 51)))
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
    table = StreamedSheet(template.book, sheet.title, _height(*sections), columns)
    table.lines = _Lines(template, sheet, table, pace).lines()
    for place in range(columns):
        table.column_dimensions[get_column_letter(place + 1)].width = max(
            _width(section, place, filtered=single) for section in sections if place < len(section.headings)
        )
    if single:
        table.freeze_panes = "A2"
        table.print_title_rows = "1:1"
        if sections[0].rows:
            table.auto_filter.ref = table.extent
    for count in range(1, len(sections)):
        table.row_breaks.append(Break(_height(*sections[:count]) + 1))
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
    sheet.page_margins.top = sheet.page_margins.bottom = 0.85
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.center.text = f"{about.above} · &A"
    sheet.oddHeader.center.size = 12
    sheet.oddFooter.left.text = about.below
    sheet.oddFooter.left.size = 8
    sheet.oddFooter.right.text = "第 &P 页，共 &N 页"
    sheet.oddFooter.right.size = 9


class _Lines:
    """The rows of a sheet, made one after the other."""

    def __init__(self, template: Template, sheet: Sheet, table: StreamedSheet, pace: Pace) -> None:
        self.sections = sheet.sections
        self.template = template
        self.sheet = table
        self.pace = pace

    def lines(self) -> Iterator[str]:
        """Row after row."""
        number = 1
        for section in self.sections:
            if section.title:
                yield row_xml(number, [("A", self._style("样式_分节"), section.title)])
                number += 1
            forms = zip(section.headings, section.forms, _LETTERS, strict=False)
            headings = [(letter, self._style("样式_表头", form), text) for text, form, letter in forms]
            yield row_xml(number, headings, HEADING_POINTS)
            number += 1
            if not section.rows:
                yield row_xml(number, [("A", self._style("样式_单行"), NO_DATA)])
            yield from self._rows(section, number)
            number += max(1, len(section.rows)) + 1

    def _rows(self, section: Section, first: int) -> Iterator[str]:
        bands = [[self._style(f"样式_{band}", form) for form in section.forms] for band in ("单行", "双行")]
        quoted = [[self._quoted(style) for style in styles] for styles in bands]
        for place in range(len(section.rows)):
            values, band = section.values(place), place % 2
            cells = [
                (letter, as_text if isinstance(value, str) and looks_computed(value) else style, value)
                for letter, style, as_text, value in zip(_LETTERS, bands[band], quoted[band], values, strict=False)
            ]
            yield row_xml(first + place, cells, _points(values))
            self.pace.row()

    def _style(self, sample: str, form: Form | None = None) -> int:
        """The number of a sample's style, for values of a form."""
        cell = Cell(self.sheet, style_array=copy(self.template.styles[sample]))
        if form:
            cell.number_format = form.value
            wraps = form is Form.TEXT or sample == "样式_表头"
            cell.alignment = Alignment(_ACROSS.get(form, "right"), "center", wrap_text=wraps)
        return int(cell.style_id)

    def _quoted(self, style: int) -> int:
        """The same for text that must not become a formula when somebody edits it."""
        cell = Cell(self.sheet, style_array=copy(self.template.book._cell_styles[style]))
        cell.quotePrefix = True
        return int(cell.style_id)


def _height(*sections: Section) -> int:
    """In rows: titles, headings, an empty row between."""
    return sum(bool(section.title) + 2 + max(1, len(section.rows)) for section in sections) - 1


def _points(values: list[Value]) -> int:
    """The height for the highest text; 0 where one line is enough."""
    long = [value for value in values if isinstance(value, str) and (len(value) * 2 > TEXT_WIDTH or "\n" in value)]
    lines = max((sum(max(1, -(-width(line) // LINE_WIDTH)) for line in text.split("\n")) for text in long), default=1)
    return lines * LINE_POINTS + 2 if lines > 1 else 0


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
    numbers = (value for row in section.rows if isinstance(value := column.value(row), int | float))
    return len(displayed(max(numbers, key=abs, default=0), column.form))
