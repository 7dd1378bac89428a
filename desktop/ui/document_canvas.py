"""A picture of a document in the viewer's well: zoomed at the cursor, turned, moved by hand."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painting import paint_inner_ring
from desktop.ui.theme import theme_of

STEP, LEAST, MOST = 1.25, 0.05, 8.0
MARGIN, ARROW = 16, 48
SHARPER_MS = 150
"""Pause after zooming before a sharper picture is asked for."""


class DocumentCanvas(QWidget):
    """`zoom` is screen px for each px (or point) of the document; `offset` is where its centre is, from the middle."""

    zoomed = Signal()
    sharper_wanted = Signal(int)
    """Pixels that the long side of a picture should have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._full = QSize()
        self._most = 0
        self._offset = QPointF()
        self._grabbed: QPointF | None = None
        self._fits = True
        self.zoom = 1.0
        self.turns = 0
        self._sharper = QTimer(self, singleShot=True, interval=SHARPER_MS)
        self._sharper.timeout.connect(self._ask_sharper)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_picture(self) -> bool:
        """Whether there is something to zoom."""
        return not self._image.isNull()

    def show_picture(self, image: QImage, full: QSize, most: int) -> None:
        """Another document or page, fitted and upright; `full` is its own size, `most` the longest useful long side."""
        self._image, self._full, self._most = image, full, most
        self.turns = 0
        self.fit()

    def show_sharper(self, image: QImage) -> None:
        """The same page with more pixels, at the same place."""
        self._image = image
        self.update()

    def clear(self) -> None:
        """An empty well."""
        self._sharper.stop()
        self._image = QImage()
        self.update()

    def fit(self) -> None:
        """The whole page; pictures are not blown up."""
        self._fits = True
        self._offset = QPointF()
        turned = self._turned()
        if self.has_picture and not turned.isEmpty():
            room = (
                max(1, self.width() - 2 * MARGIN) / turned.width(),
                max(1, self.height() - 2 * MARGIN) / turned.height(),
            )
            self.zoom = max(0.001, min(*room, max(1.0, self._image.width() / self._full.width())))
            self._changed()

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """In or out; what is under `at` (widget coordinates, the middle when None) stays there."""
        if not self.has_picture:
            return
        before = self.zoom
        self.zoom = max(min(LEAST, before), min(MOST, before * STEP**steps))
        middle = QPointF(self.width() / 2, self.height() / 2)
        place = (at or middle) - middle
        self._offset = place - (place - self._offset) * (self.zoom / before)
        self._fits = False
        self._changed()

    def turn(self) -> None:
        """A quarter clockwise; a fitted page fits again."""
        self.turns = (self.turns + 1) % 4
        self.fit() if self._fits else self._changed()

    def move_by(self, x: float, y: float) -> None:
        """Shows what lies beyond the edge."""
        self._offset += QPointF(x, y)
        self._changed()

    def shown_rect(self) -> QRectF:
        """Where the page lies on the widget."""
        size = self._turned() * self.zoom
        middle = QPointF(self.width() / 2, self.height() / 2) + self._offset
        return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)

    def _turned(self) -> QSizeF:
        return QSizeF(self._full.transposed() if self.turns % 2 else self._full)

    def _changed(self) -> None:
        size = self._turned() * self.zoom
        for axis, whole, room in (("x", size.width(), self.width()), ("y", size.height(), self.height())):
            free = max(0.0, (whole - room) / 2 + MARGIN) if whole > room else 0.0
            kept = max(-free, min(free, getattr(self._offset, axis)()))
            (self._offset.setX if axis == "x" else self._offset.setY)(kept)
        self._sharper.start()
        self.zoomed.emit()
        self.update()

    def _ask_sharper(self) -> None:
        if not self.has_picture:
            return
        have = max(self._image.width(), self._image.height())
        shown = max(self._full.width(), self._full.height()) * self.zoom * self.devicePixelRatioF()
        wanted = min(self._most, round(shown))
        if wanted > have * 1.1:
            self.sharper_wanted.emit(wanted)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_picture:
            self.fit() if self._fits else self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(event.angleDelta().y() / 2, 0)
        else:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.has_picture:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.move_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: QPoint(ARROW, 0),
            Qt.Key.Key_Right: QPoint(-ARROW, 0),
            Qt.Key.Key_Up: QPoint(0, ARROW),
            Qt.Key.Key_Down: QPoint(0, -ARROW),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.move_by(move.x(), move.y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("well"))
        if self.has_picture:
            shown = self.shown_rect()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.save()
            painter.translate(shown.center())
            painter.rotate(90 * self.turns)
            size = QSizeF(self._full) * self.zoom
            painter.drawImage(QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height()), self._image)
            painter.restore()
        if self.hasFocus():
            paint_inner_ring(painter, QRectF(self.rect()), theme.color("focus"))
        painter.end()
