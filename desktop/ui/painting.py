"""Small drawing steps shared by widgets and delegates; all lengths in px."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.ui.icons import paint_icon
from desktop.ui.theme import Theme

ELLIPSIS = "…"
CHIPS = {
    "pending": ("pending", "pendingBg", "pend"),
    "ok": ("ok", "okBg", "okc"),
    "no": ("no", "noBg", "noc"),
    "conflict": ("conflict", "conflictBg", "conflict"),
    "offline": ("offline", "offlineBg", "cloudoff"),
    "queued": ("text2", "", "outbox"),
    "plain": ("text2", "", ""),
    "warn": ("warn", "warnBg", "warn"),
    "info": ("pending", "pendingBg", "info"),
}
CHIP_HEIGHT, CHIP_PAD, CAP_HEIGHT = 22, 8, 18


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
) -> None:
    """A filled box with a sharp 1 px border inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if border else rect, radius, radius)
    painter.restore()


@lru_cache(maxsize=8192)
def text_width(font: QFont, text: str) -> float:
    """Advance of one line of text; remembered, for lists paint the same words again and again."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache
def _line_flags(align: Qt.AlignmentFlag) -> int:
    # Tall CJK line boxes may exceed a small rect: glyphs are centred all the same, so do not clip.
    return int(Qt.AlignmentFlag.AlignVCenter | align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """One vertically centred line, elided to `rect`; returns the width it takes."""
    shown, width = text, text_width(font, text)
    if width > rect.width():
        shown = QFontMetricsF(font).elidedText(text, elide, rect.width())
        width = text_width(font, shown)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, _line_flags(align), shown)
    return width


def cap_width(theme: Theme, text: str) -> float:
    """Width of a key cap."""
    return max(float(theme.size(CAP_HEIGHT)), round(text_width(theme.font(11), text)) + 10.0)


def paint_cap(
    painter: QPainter, theme: Theme, x: float, center_y: float, text: str, ink: QColor, border: QColor
) -> float:
    """A key cap whose left edge is `x`; returns its width."""
    width = cap_width(theme, text)
    height = theme.size(CAP_HEIGHT)
    rect = QRectF(round(x), round(center_y - height / 2), width, height)
    paint_box(painter, rect, 4, None, border)
    paint_text(painter, rect.adjusted(-4, 0, 4, 0), text, theme.font(11), ink, Qt.AlignmentFlag.AlignHCenter)
    return width


def chip_width(theme: Theme, kind: str, text: str, icon: str | None = None) -> float:
    """Width of a status chip."""
    name = CHIPS[kind][2] if icon is None else icon
    return CHIP_PAD * 2 + (18 if name else 0) + round(text_width(theme.font(12), text)) + 1.0


def paint_chip(
    painter: QPainter,
    theme: Theme,
    x: float,
    center_y: float,
    kind: str,
    text: str,
    icon: str | None = None,
    max_width: float = 1e6,
) -> float:
    """A status chip (tint, glyph, word) whose left edge is `x`; returns its width."""
    ink, tint, glyph = CHIPS[kind]
    name = glyph if icon is None else icon
    height = theme.size(CHIP_HEIGHT)
    width = min(max_width, chip_width(theme, kind, text, icon))
    rect = QRectF(x, round(center_y - height / 2), width, height)
    paint_box(painter, rect, 4, theme.color(tint) if tint else None, None if tint else theme.color("line2"))
    left = rect.left() + CHIP_PAD
    if name:
        paint_icon(painter, name, theme.color(ink), left, round(center_y - 7), 14)
        left += 18
    label = QRectF(left, rect.top(), rect.right() - CHIP_PAD - left + 1, height)
    paint_text(painter, label, text, theme.font(12), theme.color(ink))
    return width


def paint_bar(painter: QPainter, rect: QRectF, fraction: float, track: QColor, fill: QColor, radius: float = 3) -> None:
    """A horizontal progress bar, `fraction` 0 … 1."""
    paint_box(painter, rect, radius, track)
    if fraction > 0:
        done = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * min(1.0, fraction)), rect.height())
        paint_box(painter, done, radius, fill)


def paint_spark(painter: QPainter, rect: QRectF, values: Sequence[float], color: QColor) -> None:
    """A thin line through the values, from the lowest at the bottom to the highest at the top; a dot at the last."""
    low, spread = min(values), (max(values) - min(values)) or 1.0
    step = (rect.width() - 4) / max(1, len(values) - 1)
    heights = [(value - low) / spread if max(values) > low else 0.5 for value in values]
    points = [QPointF(rect.left() + place * step, rect.bottom() - rect.height() * h) for place, h in enumerate(heights)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.4))
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(points[-1], 2.5, 2.5)
    painter.restore()


def paint_hatch(painter: QPainter, rect: QRectF, color: QColor, step: float = 8, width: float = 1) -> None:
    """Diagonal lines, rising to the right, clipped to `rect`."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += step
    painter.restore()


def paint_inner_ring(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """The 2 px ring inside a focused row."""
    painter.save()
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()
