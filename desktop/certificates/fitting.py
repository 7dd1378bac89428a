"""Text in a box: as large as wanted, else smaller, else on more lines; never cut."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

LINE: Final = 1.35
"""Of a line, in sizes of the letters."""
SHRUNK: Final = 0.7
"""So much smaller before a second line is begun."""
_STEP: Final = 0.96
_LEAST: Final = 0.2
_MIDDLE: Final = 0.37
"""From the middle of Chinese letters down to their baseline, in sizes of the letters."""
_LOCAL_FORMS: Final = QFont.Tag.fromString("locl")


class Letters(NamedTuple):
    """How the letters of a field look; `px` is their largest size."""

    families: tuple[str, ...]
    px: float
    bold: bool
    align: Qt.AlignmentFlag


class Line(NamedTuple):
    """One line of text and where its baseline begins."""

    at: QPointF
    text: str
    font: QFont


@lru_cache(maxsize=512)
def font_of(letters: Letters, px: float) -> QFont:
    """Letters that keep their proportions at any scale; shared, so not to be changed."""
    font = QFont()
    font.setFamilies(list(letters.families))
    font.setPixelSize(max(1, round(px)))
    font.setBold(letters.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(_LOCAL_FORMS, 0)  # other digits after Latin letters, which no PDF reader would find
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def fitted(text: str, letters: Letters, box: QRectF, *, wraps_first: bool = False) -> list[Line] | None:
    """Lines inside the box, in its middle; None when even the smallest letters have no room.

    `wraps_first` is for sentences, whose own line breaks stay; names are on one line as long as that is readable.
    """
    if not text:
        return []
    if not wraps_first:
        for px in _sizes(letters.px, SHRUNK):
            if QFontMetricsF(font_of(letters, px)).horizontalAdvance(text) <= box.width() and px <= box.height():
                return _placed([text], letters, px, box)
    for px in _sizes(letters.px, _LEAST):
        most = 1 + int((box.height() - px) / (px * LINE))
        font = font_of(letters, px)
        lines = [line for part in text.split("\n") for line in _balanced(part, font, box.width(), most)]
        if 0 < len(lines) <= most:
            return _placed(lines, letters, px, box)
    return None


def lacks_letters(line: Line) -> bool:
    """Whether no font has one of its letters, so that a box would stand for it."""
    layout = QTextLayout(line.text, line.font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _sizes(largest: float, least: float) -> Iterator[float]:
    px = largest
    while px >= largest * least:
        yield px
        px *= _STEP


def _broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """At most so many lines, broken where Chinese may be broken; none when there would be more."""
    layout = QTextLayout(text, font)
    anywhere = QTextOption(Qt.AlignmentFlag.AlignLeft)
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(anywhere)
    raw = text.encode("utf-16-le")  # Qt counts UTF-16 units
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(raw[2 * start : 2 * (start + line.textLength())].decode("utf-16-le").strip())
        if len(lines) > most or line.naturalTextWidth() > width:
            return []
    layout.endLayout()
    return lines


def _balanced(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Two lines are of nearly one length: no single letter is left over for the second one."""
    lines = _broken(text, font, width, most)
    if len(lines) != 2:
        return lines or [""] * (most + 1)
    low, high = width / 2, width
    while high - low > width / 100:
        middle = (low + high) / 2
        if found := _broken(text, font, middle, 2):
            lines, high = found, middle
        else:
            low = middle
    return lines


def _placed(lines: list[str], letters: Letters, px: float, box: QRectF) -> list[Line]:
    font = font_of(letters, px)
    measure = QFontMetricsF(font)
    middle = box.center().y() - (len(lines) - 1) * px * LINE / 2
    placed = []
    for index, text in enumerate(lines):
        free = box.width() - measure.horizontalAdvance(text)
        ahead = {Qt.AlignmentFlag.AlignHCenter: free / 2, Qt.AlignmentFlag.AlignRight: free}.get(letters.align, 0.0)
        placed.append(Line(QPointF(box.left() + ahead, middle + index * px * LINE + px * _MIDDLE), text, font))
    return placed
