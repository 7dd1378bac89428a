"""A poster as wide as its place, 16:9, whole (portrait ones stand on black)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.theme import theme_of


class PosterBox(QWidget):
    """A quiet sign stands where there is no picture."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Poster"))

    @property
    def filled(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None

    def show_picture(self, picture: QPixmap | None) -> None:
        """Another one, or none."""
        self._picture = picture if picture is not None and not picture.isNull() else None
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(corners)
        painter.fillRect(self.rect(), theme.color("well" if self._picture else "line"))
        if self._picture is None:
            middle = self.rect().center()
            paint_icon(painter, "works", theme.color("text3"), middle.x() - 10, middle.y() - 10, 20)
        else:
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            source = QRectF(self._picture.rect())
            painter.drawPixmap(QRectF(left, top, size.width(), size.height()), self._picture, source)
        painter.end()
