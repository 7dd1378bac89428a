"""Small marks: key cap, status chip, progress bar, skeleton, separator line, hatched history bar."""

from typing import ClassVar, Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painting import (
    CAP_HEIGHT,
    CHIP_HEIGHT,
    cap_width,
    chip_width,
    paint_bar,
    paint_box,
    paint_cap,
    paint_chip,
    paint_hatch,
    paint_text,
)
from desktop.ui.theme import theme_of


class KeyCap(QWidget):
    """A key as drawn on the keyboard; `well` for the dark viewer."""

    def __init__(self, text: str, *, well: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._well = text, well
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(round(cap_width(theme, self._text)), theme.size(CAP_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        ink, border = ("wtext2", "wctl") if self._well else ("text2", "line2")
        painter = QPainter(self)
        paint_cap(painter, theme, 0, self.height() / 2, self._text, theme.color(ink), theme.color(border))
        painter.end()


class StatusChip(QWidget):
    """Tint, glyph and word; kinds: pending ok no conflict offline queued plain warn info."""

    def __init__(self, kind: str, text: str, *, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(kind, text, icon)

    def set_state(self, kind: str, text: str, icon: str | None = None) -> None:
        """Show another state; `icon` replaces the glyph of the kind ("" = none)."""
        self.kind, self.text, self._icon = kind, text, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(round(chip_width(theme, self.kind, self.text, self._icon)), theme.size(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        paint_chip(painter, theme, 0, self.height() / 2, self.kind, self.text, self._icon, self.width())
        painter.end()


class ProgressBar(QWidget):
    """A thin determinate bar; `kind` is running (blue-grey), plain (ink) or done (green)."""

    _FILLS: ClassVar = {"running": "barAlt", "plain": "text2", "done": "approve"}

    def __init__(self, fraction: float = 0.0, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction, self._kind = fraction, kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_fraction(fraction)

    def set_fraction(self, fraction: float, kind: str | None = None) -> None:
        """Show 0 … 1 done."""
        self._fraction, self._kind = min(1.0, max(0.0, fraction)), kind or self._kind
        self.setAccessibleName(self.tr("{0} percent").format(round(self._fraction * 100)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        bar = QRectF(0, (self.height() - 6) / 2, self.width(), 6)
        paint_bar(painter, bar, self._fraction, theme.color("line2"), theme.color(self._FILLS[self._kind]))
        painter.end()


class Skeleton(QWidget):
    """Still grey rows in place of a list that is being read."""

    def __init__(self, rows: int = 3, *, row_height: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._row_height = rows, row_height
        self.setAccessibleName(self.tr("Loading"))

    def sizeHint(self) -> QSize:
        return QSize(320, self._rows * self._row_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = theme_of(self).color("hover")
        painter = QPainter(self)
        for row in range(self._rows):
            top = row * self._row_height + 8.0
            paint_box(painter, QRectF(16, top, 88, self._row_height - 14), 4, color)
            space = max(40.0, self.width() - 132.0)
            paint_box(painter, QRectF(116, top + 8, space * (0.86, 0.66, 0.78)[row % 3], 14), 4, color)
            paint_box(painter, QRectF(116, top + 30, space * (0.58, 0.45, 0.54)[row % 3], 10), 4, color)
        painter.end()


class Line(QWidget):
    """A 1 px divider."""

    def __init__(self, vertical: bool = False, *, ink: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setFixedWidth(1) if vertical else self.setFixedHeight(1)
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self).color(self._ink))
        painter.end()


class Span(NamedTuple):
    """A piece of history: `share` of the whole width, 0 … 1."""

    state: Literal["online", "slow", "offline"]
    share: float


class HistoryBar(QWidget):
    """Network history: solid = online, half height = slow, hatched = offline, with time labels below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_spans(self, spans: tuple[Span, ...], labels: tuple[str, ...], description: str = "") -> None:
        """Show spans from left to right and evenly spread labels; `description` is read aloud."""
        self._spans, self._labels = spans, labels
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 22 + theme_of(self).size(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        x = 0.0
        for span in self._spans:
            width = span.share * self.width()
            rect = QRectF(round(x), 0, max(1, round(x + width) - round(x) - 1), 18)
            if span.state == "offline":
                paint_box(painter, rect, 0, None, theme.color("control"))
                paint_hatch(painter, rect.adjusted(1, 1, -1, -1), theme.color("control"), 6)
            elif span.state == "slow":
                painter.fillRect(rect.adjusted(0, 9, 0, 0), theme.color("warn"))
            else:
                painter.fillRect(rect, theme.color("approve"))
            x += width
        self._paint_labels(painter)
        painter.end()

    def _paint_labels(self, painter: QPainter) -> None:
        theme = theme_of(self)
        font = theme.font(12)
        last = max(1, len(self._labels) - 1)
        for index, label in enumerate(self._labels):
            width = QFontMetricsF(font).horizontalAdvance(label)
            left = (self.width() - width) * index / last
            rect = QRectF(left, 22, width + 1, self.height() - 22)
            paint_text(painter, rect, label, font, theme.color("text3"), Qt.AlignmentFlag.AlignLeft)
