"""Text that goes into cells: nothing that XML or Excel refuses, never a formula."""

import re
from typing import Final

CELL_UNITS: Final = 32_767
"""UTF-16 code units in a cell."""
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_COMPUTES: Final = frozenset("=+-@\t\n＝＋－＠")


def clean(text: str) -> str:
    """Without what XML cannot hold, lines ending as Excel's do, no longer than a cell holds."""
    text = _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > CELL_UNITS // 2:
        text = text.encode("utf-16-le")[: CELL_UNITS * 2].decode("utf-16-le", "ignore")
    return text


def escaped(text: str) -> str:
    """As a workbook stores it: what looks like an escape (_x000D_) is one no more."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def looks_computed(text: str) -> bool:
    """Whether Excel might take it for a formula when somebody edits the cell."""
    return text[:1] in _COMPUTES or text.lstrip()[:1] in _COMPUTES if text else False


def width(text: str) -> int:
    """In columns of digits: wide characters take two."""
    return (len(text.encode("utf-8", "replace")) + len(text) + 1) // 2
