"""The two-minute timeline: a slider drawn as one to three rows of fixed scale on the dark viewer."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from desktop.ui.style import NO_RING, paint_ring
from desktop.ui.theme import load_theme, theme_of
from desktop.ui.timeline_paint import (
    Layout,
    clock,
    paint_flag,
    paint_hover,
    paint_loop,
    paint_played,
    paint_playhead,
    paint_rows,
)
from desktop.ui.timeline_scale import COMPACT, LIMIT_MS, MARGIN_X, NORMAL, Rows, Scale, timeline_height

_CYCLE: dict[Rows, Rows] = {3: 2, 2: 1, 1: 3}


class Marker(NamedTuple):
    """A flag the user set, `at` in ms."""

    at: int
    text: str = ""


class Timeline(QAbstractSlider):
    """Click seeks, drag scrubs, arrows step; all times in ms."""

    seek_requested = Signal(int)
    scrub_started = Signal()
    scrub_ended = Signal()
    rows_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = self._at = 0
        self._rows: Rows = 3
        self._sizes = NORMAL
        self._markers: tuple[Marker, ...] = ()
        self._loop: tuple[int, int | None] | None = None
        self._hover: QPointF | None = None
        self._backdrop: QPixmap | None = None
        self._scrubbing = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(NO_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        self._resize_rows()

    def set_media(self, duration: int, markers: tuple[Marker, ...] = ()) -> None:
        """Show another video from its start; 0 = nothing open."""
        self._duration, self._at, self._markers, self._loop = max(0, duration), 0, markers, None
        self.setRange(0, self._duration)
        self.setValue(0)
        self._redraw()

    def set_position(self, ms: int) -> None:
        """Move the playhead; cheap when it stays within the same pixel."""
        before, after = self._scale().place(self._at), self._scale().place(ms)
        self._at = max(0, min(ms, self._duration))
        self.setSliderPosition(self._at)
        if (before[0], round(before[1])) != (after[0], round(after[1])):
            self._describe()
            self.update()

    def position(self) -> int:
        """Where the playhead is."""
        return self._at

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show the user's flags."""
        self._markers = markers
        self._redraw()

    def set_loop(self, start: int | None, end: int | None = None) -> None:
        """Show the A–B region; only A when `end` is None, nothing when `start` is None."""
        self._loop = None if start is None else (start, end)
        self._redraw()

    def set_rows(self, rows: Rows, compact: bool | None = None) -> None:
        """Lay the two minutes out on 1, 2 or 3 rows."""
        if compact is not None:
            self._sizes = COMPACT if compact else NORMAL
        self._rows = rows
        self._resize_rows()
        self._redraw()
        self.rows_changed.emit(rows)

    def rows(self) -> Rows:
        """Rows now."""
        return self._rows

    def cycle_rows(self) -> None:
        """Three, two, one, three …"""
        self.set_rows(_CYCLE[self._rows])

    def ms_at(self, pos: QPointF) -> int:
        """The moment under a point of the widget."""
        return self._layout().moment(pos)

    def point_of(self, ms: int) -> QPointF:
        """The middle of the track at a moment."""
        return self._layout().point(ms) + QPointF(0, self._sizes.track / 2)

    def _scale(self) -> Scale:
        return Scale(self.width() - 2 * MARGIN_X, self._rows, self._duration)

    def _layout(self) -> Layout:
        return Layout(self._scale(), self._sizes)

    def _resize_rows(self) -> None:
        self.setFixedHeight(timeline_height(self._rows, self._sizes))

    def _redraw(self) -> None:
        self._backdrop = None
        self._describe()
        self.update()

    def _describe(self) -> None:
        said = self.tr("{0} of {1}").format(clock(self._at), clock(self._duration))
        if self._duration > LIMIT_MS:
            said = self.tr("{0}, longer than 2:00").format(said)
        self.setAccessibleDescription(said)

    def sizeHint(self) -> QSize:
        return QSize(480, timeline_height(self._rows, self._sizes))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._backdrop = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self._backdrop = None
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._duration:
            self._scrubbing = True
            self.scrub_started.emit()
            self.seek_requested.emit(self.ms_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position()
        if self._scrubbing:
            self.seek_requested.emit(self.ms_at(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing and event.button() == Qt.MouseButton.LeftButton:
            self._scrubbing = False
            self.scrub_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 5000 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1000
        keys = Qt.Key
        targets = {
            keys.Key_Left: self._at - step,
            keys.Key_Right: self._at + step,
            keys.Key_Home: 0,
            keys.Key_End: self._duration,
            keys.Key_PageUp: self._at - 10_000,
            keys.Key_PageDown: self._at + 10_000,
        }
        if event.key() in targets and self._duration:
            self.seek_requested.emit(max(0, min(self._duration, targets[Qt.Key(event.key())])))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, layout = theme_of(self), self._layout()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn_backdrop())
        if self._duration:
            paint_played(painter, theme, layout, self._at)
            if self._loop is not None:
                paint_loop(painter, theme, layout, *self._loop)
            for marker in self._markers:
                paint_flag(painter, theme, layout, marker.at)
            paint_playhead(painter, theme, layout, self._at)
            if self._hover is not None:
                paint_hover(painter, theme, layout, self._hover, self.width())
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_ring(painter, self.rect().adjusted(2, 1, -2, -1), load_theme("dark").color("focus"), 3)
        painter.end()

    def _drawn_backdrop(self) -> QPixmap:
        dpr = self.devicePixelRatioF()
        if self._backdrop is None or self._backdrop.devicePixelRatio() != dpr:
            theme = theme_of(self)
            self._backdrop = QPixmap(self.size() * dpr)
            self._backdrop.setDevicePixelRatio(dpr)
            self._backdrop.fill(theme.color("well2"))
            painter = QPainter(self._backdrop)
            paint_rows(painter, theme, self._layout())
            painter.end()
        return self._backdrop
