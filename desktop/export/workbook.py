"""The workbook itself: the template's cover filled in, a sheet for each board, charts. Brings openpyxl."""

import math
from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from desktop.export.charts import add_charts
from desktop.export.cover import EXCLUDED, Fact
from desktop.export.sheets import Sheet
from desktop.export.streaming import Pace, write_book
from desktop.export.tables import Printed, add_table
from desktop.export.template import Template, load_template
from desktop.export.text import escaped, looks_computed, width

DAY: Final = '[$-804]yyyy"年"m"月"d"日"'
MOMENT: Final = '[$-804]yyyy"年"m"月"d"日" hh:mm'
NUMBERS: Final = {"周次": '"第 "0" 周"', "版次": '"第 "0" 版"'}
COUNT: Final = "#,##0"


def write_workbook(
    sheets: Sequence[Sheet],
    facts: dict[str, Fact],
    excluded: Sequence[Sequence[str]],
    template_path: Path,
    file: IO[bytes],
    pace: Pace,
) -> None:
    """Into an open file; raises the template's errors, ExportCancelledError, OSError."""
    template = load_template(template_path)
    for name, fact in facts.items():
        _put(template.places[name], fact, NUMBERS.get(name, COUNT))
    _make_room(template)
    _list(template, excluded)
    about = Printed(f"{facts['活动']} · 第 {facts['周次']} 周", str(facts["规则"]))
    tables = [(sheet, add_table(template, sheet, about, pace)) for sheet in sheets]
    add_charts(template, tables, about)
    properties = template.book.properties
    properties.creator = properties.lastModifiedBy = str(facts["导出人"])
    properties.created = properties.modified = facts["导出时间"]
    properties.title = f"{facts['活动']} 第 {facts['周次']} 周榜单"
    pace.tell()
    write_book(template.book, file)
    pace.tell()


def _put(cell: Any, fact: Fact, number: str) -> None:
    if fact is None:
        cell.value = None
    elif isinstance(fact, str):
        cell._value, cell.data_type = escaped(fact), "s"
        cell.quotePrefix = looks_computed(fact)
    else:
        cell.value = fact
        cell.number_format = MOMENT if isinstance(fact, datetime) else DAY if isinstance(fact, date) else number


def _make_room(template: Template) -> None:
    """Rows with merged cells, which no program fits to their text by itself, become as high as it needs."""
    cover = template.cover
    for merged in cover.merged_cells.ranges:
        cell = cover.cell(merged.min_row, merged.min_col)
        if not (isinstance(cell.value, str) and cell.alignment.wrap_text):
            continue
        columns = range(merged.min_col, merged.max_col + 1)
        room = sum(cover.column_dimensions[get_column_letter(column)].width for column in columns)
        _heighten(cell, room)


def _heighten(cell: Any, room: float) -> None:
    """Makes the row high enough for a text that wraps within `room` columns of digits."""
    lines = sum(max(1, math.ceil(width(line) * 1.1 / room)) for line in cell.value.split("\n"))
    row = cell.parent.row_dimensions[cell.row]
    if lines > 1:
        row.height = max(row.height or 0, lines * (cell.font.sz or 11) * 1.5 + 4)


def _list(template: Template, excluded: Sequence[Sequence[str]]) -> None:
    """Downwards from the named cell, each row looking like the first."""
    first = template.places[EXCLUDED]
    cover = template.cover
    for down, texts in enumerate(excluded or [("无",)]):
        for across, text in enumerate(texts):
            model = cover.cell(first.row, first.column + across)
            cell = cover.cell(first.row + down, first.column + across)
            cell._style = copy(model._style)
            _put(cell, text, COUNT)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            _heighten(cell, cover.column_dimensions[cell.column_letter].width)
