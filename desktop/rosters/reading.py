"""Reads an .xlsx into lines. Files are hostile input: size, parts, unpacked size, rows and columns have limits."""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from contract.roster import CELL_MAX, ROWS_MAX, RosterLine, RowError, read_line

FILE_BYTES: Final = 5 * 1024 * 1024
UNPACKED_BYTES: Final = 50 * 1024 * 1024
PARTS_MAX: Final = 500
COLUMNS_MAX: Final = 50
HEADER_WITHIN: Final = 10
"""Rows in which the headings are looked for; titles may stand above them."""
EMPTY_MAX: Final = 1_000
"""Empty rows after which nothing more is expected."""
HEADINGS: Final = {
    "employee_no": {"工号", "员工号", "员工编号", "职工号", "职工编号"},
    "name": {"姓名", "名字", "职工姓名", "员工姓名"},
    "phone": {"手机", "手机号", "手机号码", "电话", "联系电话"},
}
_OLD_FORMAT: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How .xls begins, and also an .xlsx that is locked with a password."""


class FileFault(StrEnum):
    """Why a whole file cannot be used."""

    MISSING = "missing"
    TOO_LARGE = "too-large"
    OLD_OR_LOCKED = "old-or-locked"
    NOT_A_WORKBOOK = "not-a-workbook"
    SUSPICIOUS = "suspicious"
    NO_HEADINGS = "no-headings"
    NO_LINES = "no-lines"
    TOO_MANY_LINES = "too-many-lines"


class RosterFileError(Exception):
    """A file that cannot be used at all."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line as it was typed (cut at CELL_MAX characters); `number` as Excel counts; `error` None when it is good."""

    number: int
    employee_no: str
    name: str
    phone: str
    error: RowError | None


def read_file(path: Path) -> tuple[FileLine, ...]:
    """The lines of the first sheet that has the headings, empty rows left out; raises RosterFileError."""
    _look_at(path)
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file:
            return _lines(load_workbook(file, read_only=True, keep_links=False).worksheets)
    except RosterFileError:
        raise
    except Exception as error:  # whatever openpyxl and its parser raise about a broken file
        raise RosterFileError(FileFault.NOT_A_WORKBOOK) from error


def _look_at(path: Path) -> None:
    """Size and parts, before anything is unpacked."""
    try:
        if path.stat().st_size > FILE_BYTES:
            raise RosterFileError(FileFault.TOO_LARGE)
        with path.open("rb") as file:
            if file.read(8) == _OLD_FORMAT:
                raise RosterFileError(FileFault.OLD_OR_LOCKED)
        with zipfile.ZipFile(path) as parts:
            listed = parts.infolist()
    except OSError as error:
        raise RosterFileError(FileFault.MISSING) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise RosterFileError(FileFault.NOT_A_WORKBOOK) from error
    if len(listed) > PARTS_MAX or sum(part.file_size for part in listed) > UNPACKED_BYTES:
        raise RosterFileError(FileFault.SUSPICIOUS)


def _lines(sheets: Iterable[Any]) -> tuple[FileLine, ...]:
    for sheet in sheets:
        if not hasattr(sheet, "iter_rows"):
            continue  # a sheet of charts
        sheet.reset_dimensions()  # what a file says of its size need not be true
        found = _of_sheet(sheet.iter_rows(max_col=COLUMNS_MAX))
        if found is not None:
            if not found:
                raise RosterFileError(FileFault.NO_LINES)
            return tuple(found)
    raise RosterFileError(FileFault.NO_HEADINGS)


def _of_sheet(rows: Iterable[Sequence[Any]]) -> list[FileLine] | None:
    """None when the sheet has no headings."""
    places: dict[str, int] | None = None
    lines: list[FileLine] = []
    seen: set[str] = set()
    empty = 0
    for number, cells in enumerate(rows, 1):
        if places is None:
            places = _headings(cells)
            if places is None and number >= HEADER_WITHIN:
                return None
            continue
        if not any(_text(cells, place) for place in places.values()):
            empty += 1
            if empty > EMPTY_MAX:
                break
            continue
        empty = 0
        if len(lines) == ROWS_MAX:
            raise RosterFileError(FileFault.TOO_MANY_LINES)
        lines.append(_line(number, cells, places, seen))
    return lines if places is not None else None


def _headings(cells: Sequence[Any]) -> dict[str, int] | None:
    """The column of each heading, from 0; the employee number may be missing."""
    places: dict[str, int] = {}
    for place in range(len(cells)):
        text = "".join(_text(cells, place).split()).rstrip("*")
        for what, names in HEADINGS.items():
            if text in names:
                places.setdefault(what, place)
    return places if {"name", "phone"} <= set(places) else None


def _line(number: int, cells: Sequence[Any], places: dict[str, int], seen: set[str]) -> FileLine:
    texts = {what: _text(cells, places[what]) if what in places else "" for what in HEADINGS}
    read = read_line(**texts)
    error = read if isinstance(read, RowError) else None
    if any(_computes(cells, place) for place in places.values()):
        error = RowError.FORMULA
    elif isinstance(read, RosterLine):
        error = RowError.TWICE if read.phone in seen else None
        seen.add(read.phone)
    return FileLine(number, **texts, error=error)


def _computes(cells: Sequence[Any], place: int) -> bool:
    return place < len(cells) and cells[place].data_type == "f"


def _text(cells: Sequence[Any], place: int) -> str:
    """A cell as text; a number without its .0, whatever the format shows."""
    value = cells[place].value if place < len(cells) else None
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:CELL_MAX]
