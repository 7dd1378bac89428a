"""A small bar chart: pairs of this one (solid) and the one before (hatched), one of them marked."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painting import paint_box, paint_hatch, paint_text
from desktop.ui.theme import Theme, theme_of

WIDEST, GAP = 20, 4


class Bar(NamedTuple):
    """One pair; `before` None leaves the hatched one out."""

    id: str
    name: str
    text: str
    value: float
    before: float | None


class BarChart(QWidget):
    """Announces a clicked bar; the words are in the accessible description."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._marked = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Other bars."""
        self._bars = bars
        self.setAccessibleDescription(", ".join(f"{bar.name} {bar.text}" for bar in bars))
        self.update()

    def mark(self, id: str) -> None:
        """The bar of the selected row; unknown ids mark none."""
        self._marked = id
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        top, foot = theme.size(20), theme.size(24)
        floor = self.height() - foot
        most = max((max(bar.value, bar.before or 0) for bar in self._bars), default=0) or 1
        for place, bar in enumerate(self._bars):
            self._paint_pair(painter, theme, self._slot(place), bar, (top, floor, most))
        painter.fillRect(QRectF(0, floor, self.width(), 1), theme.color("control"))
        painter.end()

    def _paint_pair(
        self, painter: QPainter, theme: Theme, slot: QRectF, bar: Bar, scale: tuple[float, float, float]
    ) -> None:
        top, floor, most = scale
        width = min(WIDEST, (slot.width() - 3 * GAP) / 2)
        left = slot.center().x() - (width if bar.before is None else 2 * width + GAP) / 2
        heights = [(floor - top) * max(0.0, value) / most for value in (bar.value, bar.before or 0)]
        marked, middle = bar.id == self._marked, Qt.AlignmentFlag.AlignHCenter
        if bar.before is not None:
            if heights[1] >= 1:
                rect = QRectF(round(left), floor - heights[1], round(width), heights[1])
                paint_box(painter, rect, 0, None, theme.color("barPrev"))
                paint_hatch(painter, rect, theme.color("barPrev"), step=5)
            left += width + GAP
        rect = QRectF(round(left), floor - heights[0], round(width), heights[0])
        painter.fillRect(rect, theme.color("barNow" if marked else "barAlt"))
        above = QRectF(slot.left(), floor - max(heights) - top, slot.width(), top - 2)
        paint_text(painter, above, bar.text, theme.font(12, marked), theme.color("text"), middle)
        below = QRectF(slot.left() + 2, floor + 2, slot.width() - 4, self.height() - floor - 2)
        ink = theme.color("accentText" if marked else "text2")
        paint_text(painter, below, bar.name, theme.font(12, marked), ink, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, bar in enumerate(self._bars):
            if self._slot(place).contains(event.position()):
                self.chosen.emit(bar.id)

    def _slot(self, place: int) -> QRectF:
        width = self.width() / max(1, len(self._bars))
        return QRectF(place * width, 0, width, self.height())
