"""What a laid out bulletin is made of, measured and painted; lengths in units of the layout, not in pixels."""

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from desktop.ui.painting import paint_box, paint_hatch
from desktop.ui.theme import FAMILIES, Theme

MIDDLE: Final = 0.37
"""From the middle of Chinese letters and digits down to their baseline, in sizes of the letters."""

HATCH, LINE = 3.0, 0.75
_LOCAL_FORMS: Final = QFont.Tag.fromString("locl")


class Type(NamedTuple):
    """How letters look."""

    px: int
    color: str = "text"
    strong: bool = False


class Text(NamedTuple):
    """One line of letters that fits; `x` is its left edge, `y` its baseline."""

    x: float
    y: float
    text: str
    type: Type


class Box(NamedTuple):
    """An area filled with a colour or hatched with it."""

    x: float
    y: float
    width: float
    height: float
    color: str
    hatched: bool = False
    radius: float = 0


Shape = Text | Box


@lru_cache
def font_of(px: int, strong: bool) -> QFont:
    """Letters that keep their proportions at any scale; shared, so not to be changed."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(_LOCAL_FORMS, 0)  # other digits after Latin letters, which no PDF reader would find
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def width_of(text: str, type: Type) -> float:
    """Of one line."""
    return QFontMetricsF(font_of(type.px, type.strong)).horizontalAdvance(text)


def elided(text: str, type: Type, width: float) -> str:
    """As many whole letters as fit, with … if not all do."""
    if width_of(text, type) <= width:
        return text
    return QFontMetricsF(font_of(type.px, type.strong)).elidedText(text, Qt.TextElideMode.ElideRight, width)


def left(x: float, middle: float, text: str, type: Type, width: float) -> Text:
    """A line that begins at `x`, elided to `width`."""
    return Text(x, middle + type.px * MIDDLE, elided(text, type, width), type)


def right(x: float, middle: float, text: str, type: Type) -> Text:
    """A line that ends at `x`."""
    return Text(x - width_of(text, type), middle + type.px * MIDDLE, text, type)


def wrapped(text: str, type: Type, width: float, most: int) -> list[str]:
    """Lines broken where Chinese may be broken, none of no text; the last of `most` is elided."""
    if not text:
        return []
    layout = QTextLayout(text, font_of(type.px, type.strong))
    anywhere = QTextOption(Qt.AlignmentFlag.AlignLeft)
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(anywhere)
    raw = text.encode("utf-16-le")  # Qt counts UTF-16 units
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        end = start + line.textLength() if len(lines) + 1 < most else len(raw) // 2
        lines.append(elided(raw[2 * start : 2 * end].decode("utf-16-le").strip(), type, width))
        if len(lines) == most:
            break
    layout.endLayout()
    return lines


def paint(painter: QPainter, theme: Theme, shapes: list[Shape]) -> None:
    """All of them, in order."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for shape in shapes:
        if isinstance(shape, Text):
            painter.setFont(font_of(shape.type.px, shape.type.strong))
            painter.setPen(theme.color(shape.type.color))
            painter.drawText(QPointF(shape.x, shape.y), shape.text)
            continue
        area, color = QRectF(shape.x, shape.y, shape.width, shape.height), theme.color(shape.color)
        if shape.hatched:
            paint_hatch(painter, area, color, step=HATCH, width=LINE)
            painter.setPen(QPen(color, LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2))
        else:
            paint_box(painter, area, shape.radius, color)
