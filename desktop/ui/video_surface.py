"""The stage on which a video is painted."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

Overlay = Callable[[QPainter, QRectF], None]
"""Paints over the picture; gets the rectangle that the whole picture fills, in the widget's coordinates."""

_BLACK = QColor(0, 0, 0)
_SHRINK_FROM = 0.75


class View(Enum):
    """How large the picture is."""

    FIT = "fit"
    ACTUAL = "actual"
    """One pixel of the video on one pixel of the screen; drag to move."""


class VideoSurface(QWidget):
    """The newest picture of any shape on black, a poster before the first; knows nothing of who decodes."""

    first_frame_painted = Signal()
    """The first frame since `clear` is on screen; a poster does not count."""
    clicked = Signal()
    double_clicked = Signal()
    view_changed = Signal(View)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Video"))
        self.view = View.FIT
        self._frame: QImage | None = None
        self._poster: QImage | None = None
        self._small: QImage | None = None
        self._shape = QSize()
        self._painted = False
        self._overlays: list[Overlay] = []
        self._offset = QPointF()
        self._grip: QPointF | None = None
        self._dragged = False

    @property
    def has_painted_frame(self) -> bool:
        """Whether a frame has been painted since `clear`."""
        return self._painted

    def show_frame(self, image: QImage) -> None:
        """Paint this from now on; its pixels may be rewritten only once another was given."""
        self._frame, self._small = image, None
        self.update()

    def set_video_size(self, width: int, height: int) -> None:
        """The shape of the frames in square pixels; 0, 0: each as it comes."""
        self._shape = QSize(width, height)
        self.update()

    def clear(self, poster: QImage | None = None) -> None:
        """Another video comes: forget the frame, show its poster meanwhile."""
        self._frame, self._small, self._poster = None, None, poster
        self._shape = QSize()
        self._painted = False
        self._offset = QPointF()
        self.update()

    def set_view(self, view: View) -> None:
        """Fit the whole picture in, or show its own pixels."""
        if view is not self.view:
            self.view = view
            self._offset = QPointF()
            self.view_changed.emit(view)
            self.update()

    def add_overlay(self, overlay: Overlay) -> None:
        """Paint it after each frame, in the order of adding; `update()` when what it shows changes."""
        self._overlays.append(overlay)
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the whole picture is, in the widget's coordinates; the actual view may reach beyond the widget."""
        image = self._frame or self._poster
        if image is None or image.isNull():
            return QRectF()
        natural = self._shape if self._frame and self._shape.isValid() and not self._shape.isEmpty() else image.size()
        # In whole pixels of the screen: else edges blur, and the actual view is not sharp.
        scale = self.devicePixelRatioF()
        screen = self.size().toSizeF() * scale
        size = natural.scaled(screen.toSize(), Qt.AspectRatioMode.KeepAspectRatio) if self.view is View.FIT else natural
        left = round((screen.width() - size.width()) / 2 + self._offset.x() * scale)
        top = round((screen.height() - size.height()) / 2 + self._offset.y() * scale)
        return QRectF(left / scale, top / scale, size.width() / scale, size.height() / scale)

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        target = self.picture_rect()
        image = self._frame or self._poster
        painter.fillRect(event.rect(), _BLACK)
        if image is not None and not target.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._shrunk(image, target))
        for overlay in self._overlays:
            painter.save()
            overlay(painter, target)
            painter.restore()
        painter.end()
        if self._frame is not None and not self._painted:
            self._painted = True
            self.first_frame_painted.emit()

    def _shrunk(self, image: QImage, target: QRectF) -> QImage:
        """Averaged down where a painter would only pick pixels, so that fine detail neither shimmers nor vanishes."""
        size = (target.size() * self.devicePixelRatioF()).toSize()
        if size.width() >= image.width() * _SHRINK_FROM or size.height() >= image.height() * _SHRINK_FROM:
            return image
        if self._small is None or self._small.size() != size:
            how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._small = image.scaled(size, *how)
        return self._small

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self.view is not View.ACTUAL:
            return
        moved = event.position() - self._grip
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self._grip = event.position()
            self._offset = self._within(self._offset + moved)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            if not self._dragged:
                self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def _within(self, offset: QPointF) -> QPointF:
        """No further than to the picture's edge."""
        rect = self.picture_rect()
        across = max(0.0, (rect.width() - self.width()) / 2)
        down = max(0.0, (rect.height() - self.height()) / 2)
        return QPointF(max(-across, min(offset.x(), across)), max(-down, min(offset.y(), down)))
