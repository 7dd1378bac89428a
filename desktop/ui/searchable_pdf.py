"""Makes the text of Qt's PDF searchable.

Fonts draw several characters with one shape (⼭ and 山, two kinds of space), and of these Qt notes the lowest: a search
for 山东 would find nothing. The notes are tables of four-digit codes, corrected here in place, so that nothing moves.
"""

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

_TABLE: Final = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CODES: Final = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_CHINESE: Final = QFontDatabase.WritingSystem.SimplifiedChinese
_CODE: Final = re.compile(rb"<([0-9A-F]{4})>")


def with_letters_found(pdf: bytes, text: str, fonts: Iterable[QFont]) -> bytes:
    """The PDF with the characters that were drawn in place of others of the same shape; as long as before."""
    drawn = {char for char in text if char <= "\uffff"}
    raw = [QRawFont.fromFont(font, _CHINESE) for font in fonts]
    meant = [{glyph: char for char in sorted(drawn) if (glyph := _glyph(font, char))} for font in raw]

    def code(found: re.Match[bytes]) -> bytes:
        noted = chr(int(found[1], 16))
        if noted in drawn:
            return found[0]
        chars = (known.get(_glyph(font, noted)) for font, known in zip(raw, meant, strict=True))
        return f"<{ord(next(filter(None, chars), noted)):04X}>".encode()

    def table(found: re.Match[bytes]) -> bytes:
        return _CODES.sub(lambda codes: _CODE.sub(code, codes[0]), found[0])

    return _TABLE.sub(table, pdf)


def _glyph(font: QRawFont, char: str) -> int:
    return next(iter(font.glyphIndexesForString(char)), 0)
