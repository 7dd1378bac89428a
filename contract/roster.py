"""Lines of a member list: what may stand in them, the same at the desk and on the server."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from contract.registration import MOBILE

ROWS_MAX: Final = 5_000
"""Lines of one file."""
PORTION: Final = 200
"""Lines of one call."""
TEXT_MAX: Final = 40
"""Characters of a name or an employee number, as in the tables."""
CELL_MAX: Final = 200
"""Characters of a cell that travel; a longer one is wrong anyway."""


class RowError(StrEnum):
    """Why a line cannot be used."""

    NO_NAME = "no-name"
    NO_PHONE = "no-phone"
    BAD_PHONE = "bad-phone"
    TOO_LONG = "too-long"
    BAD_TEXT = "bad-text"
    TWICE = "twice"
    FORMULA = "formula"
    """Found by the desk alone: a cell computes its value."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A good line: texts in half width, without surrounding or doubled blanks; the phone is 11 digits."""

    employee_no: str
    name: str
    phone: str


def read_line(employee_no: str, name: str, phone: str) -> RosterLine | RowError:
    """What a line says, or why it cannot be used."""
    line = RosterLine(_plain(employee_no), _plain(name), _digits(phone))
    if not all(text.isprintable() for text in (line.employee_no, line.name)):
        return RowError.BAD_TEXT
    if not line.name:
        return RowError.NO_NAME
    if not _plain(phone):
        return RowError.NO_PHONE
    if not re.fullmatch(MOBILE, line.phone):
        return RowError.BAD_PHONE
    return RowError.TOO_LONG if max(len(line.name), len(line.employee_no)) > TEXT_MAX else line


def name_matches(one: str, other: str) -> bool:
    """Whether two spellings are the same name: full width, blanks and kinds of middle dot make no difference."""
    return _name_key(one) == _name_key(other)


def _name_key(name: str) -> str:
    return re.sub(r"[\s·•・.]", "", unicodedata.normalize("NFKC", name)).casefold()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _digits(phone: str) -> str:
    """Blanks, hyphens and the country's +86 are left out."""
    return re.sub(r"^(\+|00)86", "", re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", phone)))
