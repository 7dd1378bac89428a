"""The workbook that gives the look: a cover with named cells, samples for tables. Staff may bring their own."""

import re
import zipfile
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from desktop.export.cover import COVER_NAMES
from desktop.export.errors import TemplateIncompleteError, TemplateSuspiciousError, TemplateUnreadableError

FILE_BYTES: Final = 5 * 1024 * 1024
UNPACKED_BYTES: Final = 50 * 1024 * 1024
PARTS_MAX: Final = 500
SAMPLES: Final = ("样式_分节", "样式_表头", "样式_单行", "样式_双行")
"""Named cells whose look tables take over: title of a section, heading, odd rows, even rows."""
_ONE_CELL: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Template:
    """The workbook with nothing but its cover, the named cells in it, and the styles of the samples."""

    book: Workbook
    cover: Any
    places: dict[str, Cell]
    styles: dict[str, Any]


def load_template(path: Path) -> Template:
    """Raises TemplateUnreadableError, TemplateSuspiciousError, TemplateIncompleteError."""
    _look_at(path)
    try:
        with path.open("rb") as file:
            book = load_workbook(file, keep_links=False)
            cells = _named(book)
    except Exception as error:  # whatever openpyxl and its parser raise about a broken file
        raise TemplateUnreadableError from error
    covers = {cells[name].parent.title for name in COVER_NAMES if name in cells}
    missing = [name for name in (*COVER_NAMES, *SAMPLES) if name not in cells]
    if missing or len(covers) != 1:
        raise TemplateIncompleteError(missing or COVER_NAMES)
    cover = book[covers.pop()]
    styles = {name: copy(cells[name]._style) for name in SAMPLES}
    _keep_only(book, cover)
    return Template(book, cover, {name: cells[name] for name in COVER_NAMES}, styles)


def _look_at(path: Path) -> None:
    """Size and parts, before anything is unpacked."""
    try:
        if path.stat().st_size > FILE_BYTES:
            raise TemplateSuspiciousError
        with zipfile.ZipFile(path) as parts:
            listed = parts.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise TemplateUnreadableError from error
    if len(listed) > PARTS_MAX or sum(part.file_size for part in listed) > UNPACKED_BYTES:
        raise TemplateSuspiciousError


def _named(book: Workbook) -> dict[str, Cell]:
    """The first cell of each name that stands for one place."""
    scopes = [book.defined_names, *(sheet.defined_names for sheet in book.worksheets)]
    found = {}
    for name, defined in ((name, defined) for scope in scopes for name, defined in scope.items()):
        places = list(defined.destinations)
        if len(places) != 1 or places[0][0] not in book.sheetnames:
            continue
        title, reference = places[0]
        if first := _ONE_CELL.match(reference):
            found[name] = book[title][f"{first[1]}{first[2]}"]
    return found


def _keep_only(book: Workbook, cover: Any) -> None:
    for sheet in [sheet for sheet in book._sheets if sheet is not cover]:
        book.remove(sheet)
    for name in [name for name, defined in book.defined_names.items() if not _is_on(defined, cover.title)]:
        del book.defined_names[name]
    book.active = 0
    book.template = False


def _is_on(defined: Any, title: str) -> bool:
    return any(sheet == title for sheet, _ in defined.destinations)
