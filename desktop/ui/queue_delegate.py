"""How a media row is shaped and painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPixmap, QPixmapCache
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_bar, paint_box, paint_inner_ring, paint_text, text_width
from desktop.ui.row_model import ROW_ROLE, Index
from desktop.ui.theme import Theme, theme_of

PADDING, GAP = 16, 12
_CENTER = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class MediaRow:
    """What one row shows; `thumb` is a key for the picture source, `progress` 0 … 1 replaces `state`'s glyph."""

    id: str
    title: str
    line2: str = ""
    duration: str = ""
    thumb: str = ""
    note: str = ""
    note_icon: str = ""
    note_ink: str = "text3"
    short_note: str = ""
    state: str = ""
    state_icon: str = ""
    progress: float | None = None
    dimmed: bool = False
    spoken: str = ""


class MediaDelegate(QStyledItemDelegate):
    """Rows of 72 px (88×50 picture, three lines) or 60 px (72×40, two lines) when compact."""

    def __init__(self, view: QAbstractItemView, pictures: Callable[[str], QPixmap | None] | None = None) -> None:
        super().__init__(view)
        self._view = view
        self._pictures = pictures or (lambda _key: None)
        self.compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme_of().size(60 if self.compact else 72))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MediaRow = index.data(ROW_ROLE)
        theme = theme_of(self._view)
        rect = QRectF(option.rect)
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("selected" if current else "hover" if hover else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        if current:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), theme.color("accentBar"))
        thumb = self._thumb_rect(rect)
        self._paint_thumb(painter, theme, thumb, row)
        text = QRectF(thumb.right() + GAP, rect.top(), self._right(rect) - thumb.right() - GAP, rect.height())
        self._paint_words(painter, theme, text, row)
        by_keys = self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if current and by_keys and self._view.hasFocus():
            paint_inner_ring(painter, rect, theme.color("focus"))
        painter.restore()

    def _thumb_rect(self, rect: QRectF) -> QRectF:
        width, height = (72, 40) if self.compact else (88, 50)
        return QRectF(rect.left() + PADDING, rect.top() + round((rect.height() - height) / 2), width, height)

    def _right(self, rect: QRectF) -> float:
        bar = self._view.width() - self._view.viewport().width()
        return rect.right() - max(6, PADDING - bar)

    def _paint_thumb(self, painter: QPainter, theme: Theme, rect: QRectF, row: MediaRow) -> None:
        picture = self._pictures(row.thumb) if row.thumb else None
        painter.save()
        painter.setOpacity(0.45 if row.dimmed else 1.0)
        if picture is None or picture.isNull():
            paint_box(painter, rect, 4, theme.color("line"))
            center = rect.center()
            paint_icon(painter, "works", theme.color("text3"), round(center.x()) - 8, round(center.y()) - 8, 16)
        else:
            device = painter.device()
            dpr = device.devicePixelRatioF() if device else 1.0
            painter.drawPixmap(rect.topLeft(), cropped(picture, rect.size().toSize(), dpr))
        painter.setOpacity(1.0)
        if row.duration:
            width = round(text_width(theme.font(12), row.duration)) + 8.0
            height = theme.size(15)
            badge = QRectF(rect.right() - 3 - width, rect.bottom() - 3 - height, width, height)
            paint_box(painter, badge, 3, QColor(0, 0, 0, 200))
            ink = QColor(255, 255, 255)
            paint_text(painter, badge.adjusted(-4, 0, 4, 0), row.duration, theme.font(12), ink, _CENTER)
        painter.restore()

    def _paint_words(self, painter: QPainter, theme: Theme, rect: QRectF, row: MediaRow) -> None:
        scale = rect.height() / (60 if self.compact else 72)

        def line(center: float) -> QRectF:
            return QRectF(rect.left(), rect.top() + center * scale - 10, rect.width(), 20)

        ink = theme.color("text3" if row.dimmed else "text")
        paint_text(painter, line(20 if self.compact else 18), row.title, theme.font(13), ink)
        dim = theme.color("text3" if row.dimmed else "text2")
        if self.compact:
            second = line(41)
            taken = self._paint_right(painter, theme, second, row.short_note, row.note_icon, row.note_ink)
            paint_text(painter, second.adjusted(0, 0, -taken, 0), row.line2, theme.font(12), dim)
            return
        paint_text(painter, line(37.5), row.line2, theme.font(12), dim)
        third = line(57)
        taken = self._paint_state(painter, theme, third, row)
        note_ink = theme.color(row.note_ink)
        x = third.left()
        if row.note_icon:
            paint_icon(painter, row.note_icon, note_ink, x, round(third.center().y()) - 7, 14)
            x += 18
        paint_text(painter, QRectF(x, third.top(), third.right() - taken - x, 20), row.note, theme.font(12), note_ink)

    def _paint_right(self, painter: QPainter, theme: Theme, line: QRectF, text: str, icon: str, ink: str) -> float:
        """Glyph and text flush right; returns the width taken with its gap."""
        if not text:
            return 0
        width = min(line.width(), text_width(theme.font(12), text) + 1)
        paint_text(painter, QRectF(line.right() - width, line.top(), width, 20), text, theme.font(12), theme.color(ink))
        if icon:
            x = round(line.right() - width - 18)
            paint_icon(painter, icon, theme.color(ink), x, round(line.center().y()) - 7, 14)
            width += 18
        return width + 8

    def _paint_state(self, painter: QPainter, theme: Theme, line: QRectF, row: MediaRow) -> float:
        if row.progress is None:
            return self._paint_right(painter, theme, line, row.state, row.state_icon, "text3")
        taken = self._paint_right(painter, theme, line, row.state, "", "text3")
        bar = QRectF(line.right() - taken - 28, line.center().y() - 3, 28, 6)
        paint_bar(painter, bar, row.progress, theme.color("line2"), theme.color("text2"))
        return taken + 36

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        row: MediaRow | None = index.data(ROW_ROLE)
        if row is None or event.type() != QEvent.Type.ToolTip:
            return False
        theme, rect = theme_of(view), QRectF(option.rect)
        room = self._right(rect) - self._thumb_rect(rect).right() - GAP
        lines = [text for text, px in ((row.title, 13), (row.line2, 12)) if text_width(theme.font(px), text) > room]
        if not lines:
            QToolTip.hideText()
            return False
        QToolTip.showText(event.globalPos(), "\n".join(lines), view, QRect(option.rect))
        return True


def cropped(picture: QPixmap, size: QSize, dpr: float) -> QPixmap:
    """The middle of a picture filling `size` (logical px) with round corners; cached."""
    key = f"thumb/{picture.cacheKey()}/{size.width()}x{size.height()}/{dpr}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    pixels = size * dpr
    ratio, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    large = picture.scaled(pixels, ratio, smooth)
    large.setDevicePixelRatio(1)
    made = QPixmap(pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = QPainterPath()
    corners.addRoundedRect(QRectF(made.rect()), 4 * dpr, 4 * dpr)
    painter.setClipPath(corners)
    painter.drawPixmap((made.width() - large.width()) // 2, (made.height() - large.height()) // 2, large)
    painter.end()
    made.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, made)
    return made
