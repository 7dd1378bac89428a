"""A poster of 72×40."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_box
from desktop.ui.queue_delegate import cropped
from desktop.ui.theme import theme_of


class Thumb(QWidget):
    """The middle of a picture; a quiet sign while there is none."""

    def __init__(self, picture: Callable[[str], QPixmap | None], size: QSize = QSize(72, 40)) -> None:  # noqa: B008
        super().__init__()
        self._picture = picture
        self._poster_id: str | None = None
        self.setFixedSize(size)

    def show_poster(self, poster_id: str | None) -> None:
        """Another one."""
        self._poster_id = poster_id
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self._picture(self._poster_id) if self._poster_id else None
        if picture is None or picture.isNull():
            theme, middle = theme_of(self), self.rect().center()
            paint_box(painter, QRectF(self.rect()), 4, theme.color("line"))
            paint_icon(painter, "works", theme.color("text3"), middle.x() - 7, middle.y() - 7, 16)
        else:
            painter.drawPixmap(0, 0, cropped(picture, self.size(), self.devicePixelRatioF()))
        painter.end()
