"""The picture beside the sign-in form: rows of painted tiles."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.views.sign_in.scenes import SCENES, TILE_RATIO, Scene

GAP, COLUMNS = 4, 4


def paint_scene(painter: QPainter, scene: Scene, tile: QRectF) -> None:
    """One scene, clipped to its tile."""
    painter.save()
    painter.setClipRect(tile)
    painter.translate(tile.topLeft())
    painter.scale(tile.width(), tile.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene(painter)
    painter.restore()


class Mosaic(QWidget):
    """Rows of four tiles; as many whole rows as fit, drawn once for each size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 0)

    def paintEvent(self, _event: object) -> None:
        dpr = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * dpr:
            self._drawn = self._draw(dpr)
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _draw(self, dpr: float) -> QPixmap:
        drawn = QPixmap(self.size() * dpr)
        drawn.setDevicePixelRatio(dpr)
        drawn.fill(Qt.GlobalColor.transparent)
        width = (self.width() - GAP * (COLUMNS - 1)) // COLUMNS
        height = round(width * TILE_RATIO)
        rows = min(len(SCENES) // COLUMNS, (self.height() + GAP) // (height + GAP))
        painter = QPainter(drawn)
        for n, scene in enumerate(SCENES[: rows * COLUMNS]):
            row, column = divmod(n, COLUMNS)
            paint_scene(painter, scene, QRectF(column * (width + GAP), row * (height + GAP), width, height))
        painter.end()
        return drawn
