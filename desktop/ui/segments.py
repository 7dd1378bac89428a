"""Segmented choice with counts; arrows move, Home and End jump."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.theme import Theme, theme_of


@dataclass(frozen=True)
class Segment:
    """One choice; `icon_ink` tints the icon, `spoken` names it where there is no text."""

    id: str
    text: str
    count: int | None = None
    icon: str = ""
    icon_ink: str = "text2"
    spoken: str = ""


class Segments(QWidget):
    """A row of exclusive choices; announces the id of the new one."""

    changed = Signal(str)

    def __init__(self, segments: tuple[Segment, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments = segments
        self._current = 0
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_segments(self, segments: tuple[Segment, ...]) -> None:
        """Show other choices or counts; the current id stays when it is still there."""
        before = self.current()
        self._segments = segments
        ids = [segment.id for segment in segments]
        self._current = ids.index(before) if before in ids else 0
        self._describe()
        self.updateGeometry()
        self.update()

    def current(self) -> str:
        """Id of the chosen segment, "" when there is none."""
        return self._segments[self._current].id if self._segments else ""

    def set_current(self, segment_id: str) -> None:
        """Choose by id without announcing; unknown ids are ignored."""
        ids = [segment.id for segment in self._segments]
        if segment_id in ids:
            self._current = ids.index(segment_id)
            self._describe()
            self.update()

    def _choose(self, index: int) -> None:
        index = max(0, min(len(self._segments) - 1, index))
        if self._segments and index != self._current:
            self._current = index
            self._describe()
            self.update()
            self.changed.emit(self.current())

    def _describe(self) -> None:
        if self._segments:
            chosen = self._segments[self._current]
            count = "" if chosen.count is None else f" {chosen.count}"
            self.setAccessibleDescription(f"{chosen.text or chosen.spoken}{count}")

    def _parts(self, segment: Segment, level: int) -> tuple[str, str]:
        """Text and count shown: level 1 drops text that has an icon, level 2 the counts."""
        text = "" if segment.icon and level >= 1 else segment.text
        count = "" if segment.count is None or (level >= 2 and text) else str(segment.count)
        return text, count

    def _content_width(self, theme: Theme, segment: Segment, level: int = 0) -> float:
        strong = segment is self._segments[self._current]
        text, count = self._parts(segment, level)
        width = 14.0 if segment.icon else 0.0
        for part, font in ((text, theme.font(13, strong)), (count, theme.font(12))):
            if part:
                width += (8 if width == 14 else 6 if width else 0) + text_width(font, part)
        return width

    def _wanted(self, theme: Theme, level: int) -> int:
        return round(sum(self._content_width(theme, segment, level) + 16 for segment in self._segments)) + 6

    def _level(self, theme: Theme) -> int:
        return next((level for level in (0, 1) if self._wanted(theme, level) <= self.width()), 2)

    def _rects(self) -> list[QRectF]:
        theme = theme_of(self)
        level = self._level(theme)
        widths = [self._content_width(theme, segment, level) for segment in self._segments]
        spare = (self.width() - 6 - sum(widths)) / max(1, len(widths))
        rects, x = [], 3.0
        for width in widths:
            rects.append(QRectF(x, 3, width + spare, self.height() - 6))
            x += width + spare
        return rects

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(self._wanted(theme, 0) + 12 * len(self._segments), theme.size(32))

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(self._wanted(theme, 2), theme.size(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 6, theme.color("surface2"), theme.color("line2"))
        for index, rect in enumerate(self._rects()):
            self._paint_segment(painter, theme, index, rect)
        painter.end()

    def _paint_segment(self, painter: QPainter, theme: Theme, index: int, rect: QRectF) -> None:
        segment = self._segments[index]
        on = index == self._current
        if on:
            paint_box(painter, rect, 4, theme.color("surface"), theme.color("line2"))
        elif index == self._hover:
            paint_box(painter, rect, 4, theme.color("hover"))
        level = self._level(theme)
        text, count = self._parts(segment, level)
        x = rect.left() + max(2.0, (rect.width() - self._content_width(theme, segment, level)) / 2)
        if segment.icon:
            paint_icon(painter, segment.icon, theme.color(segment.icon_ink), round(x), self.height() // 2 - 7, 14)
            x += 22
        if text:
            room = QRectF(x, rect.top(), rect.right() - x, rect.height())
            x += paint_text(painter, room, text, theme.font(13, on), theme.color("text" if on else "text2")) + 6
        if count:
            room = QRectF(x, rect.top(), rect.right() - x, rect.height())
            paint_text(painter, room, count, theme.font(12), theme.color("text2" if on else "text3"))

    def _index_at(self, x: float) -> int:
        for index, rect in enumerate(self._rects()):
            if rect.left() <= x < rect.right():
                return index
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._index_at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Left: -1, keys.Key_Up: -1, keys.Key_Right: 1, keys.Key_Down: 1}
        if event.key() in steps:
            self._choose(self._current + steps[Qt.Key(event.key())])
        elif event.key() == keys.Key_Home:
            self._choose(0)
        elif event.key() == keys.Key_End:
            self._choose(len(self._segments) - 1)
        else:
            super().keyPressEvent(event)
