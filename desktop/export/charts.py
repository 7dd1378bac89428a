"""Native charts: the first ten of a board, this week beside last week."""

from collections.abc import Iterable
from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.pagebreak import Break

from contract.boards import BoardKind
from desktop.export.columns import MEASURES
from desktop.export.sheets import Section, Sheet
from desktop.export.streaming import StreamedSheet
from desktop.export.tables import Printed, print_on_a4
from desktop.export.template import Template

TITLE: Final = "图表"
ROWS: Final = 10
THIS_WEEK: Final = "5F7F9F"
LAST_WEEK: Final = "C9CFD6"
GRID: Final = "DFE3E8"
NAMED: Final = {BoardKind.REGION: "赛区", BoardKind.ORGANIZATION: "组织"}
SIZE_CM: Final = (30.0, 15.5)
ROWS_BETWEEN: Final = 32


def add_charts(template: Template, tables: Iterable[tuple[Sheet, StreamedSheet]], about: Printed) -> None:
    """A sheet with a chart of each board of regions or organizations that has rows; none if there is none."""
    charts = [_chart(sheet, table, NAMED[sheet.kind]) for sheet, table in tables if sheet.kind in NAMED and sheet.rows]
    if not charts:
        return
    page = template.book.create_sheet(TITLE)
    page.sheet_view.showGridLines = False
    print_on_a4(page, about)
    for number, chart in enumerate(charts):
        page.add_chart(chart, f"A{2 + number * ROWS_BETWEEN}")
        if number:
            page.row_breaks.append(Break(number * ROWS_BETWEEN))


def _chart(sheet: Sheet, table: StreamedSheet, named: str) -> Any:
    section = sheet.sections[0]
    last = 1 + min(ROWS, sheet.rows)
    word = MEASURES[sheet.measure]
    chart = BarChart()
    if sheet.kind is BoardKind.ORGANIZATION:  # their names are long
        chart.barDir = "bar"
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"
    chart.title = f"{sheet.title}前 {last - 1} 名：{word}，本周与上周"
    chart.width, chart.height = SIZE_CM
    for heading, colour in ((f"上周{word}", LAST_WEEK), (f"本周{word}", THIS_WEEK)):
        at = _place(section, heading)
        chart.add_data(Reference(table, min_col=at, min_row=1, max_row=last), titles_from_data=True)
        chart.series[-1].graphicalProperties = GraphicalProperties(solidFill=colour)
    chart.set_categories(Reference(table, min_col=_place(section, named), min_row=2, max_row=last))
    chart.gapWidth, chart.overlap = 60, 0
    chart.legend.position = "t"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=GRID))
    return chart


def _place(section: Section, heading: str) -> int:
    return section.headings.index(heading) + 1
