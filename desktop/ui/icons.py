"""Line icons from resources/icons, tinted and cached by Qt's pixmap cache."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import RESOURCES, Theme, theme_of

_STROKES = {14: "1.8", 16: "1.65"}


@lru_cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


def tinted(name: str, color: QColor, size: int, dpr: float = 1.0) -> QPixmap:
    """A square icon of `size` px in a plain colour; FileNotFoundError for an unknown name."""
    key = f"icon/{name}/{color.name(QColor.NameFormat.HexArgb)}/{size}/{dpr}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    svg = _source(name).replace("#000000", color.name())
    svg = svg.replace('stroke-width="1.5"', f'stroke-width="{_STROKES.get(size, "1.5")}"')
    pixmap = QPixmap(ceil(size * dpr), ceil(size * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(color.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def pixmap(name: str, token: str, size: int = 16, dpr: float = 1.0, theme: Theme | None = None) -> QPixmap:
    """An icon in the colour of a token of the current (or the given) theme."""
    return tinted(name, (theme or theme_of()).color(token), size, dpr)


def paint_icon(painter: QPainter, name: str, color: QColor, x: float, y: float, size: int) -> None:
    """Draw an icon with its top left corner at (x, y), sharp at the painter's own pixel ratio."""
    device = painter.device()
    dpr = device.devicePixelRatioF() if device else 1.0
    painter.drawPixmap(QPointF(x, y), tinted(name, color, size, dpr))


def icon(name: str, ink: str = "text2", size: int = 16) -> QIcon:
    """A QIcon for menus and actions; made anew after a theme change."""
    app = QApplication.instance()
    dpr = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    made = QIcon(pixmap(name, ink, size, dpr))
    made.addPixmap(pixmap(name, "disabled", size, dpr), QIcon.Mode.Disabled)
    return made
