"""Looking at painted widgets."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def picture(widget: QWidget) -> QImage:
    """The widget as painted now."""
    return widget.grab().toImage()


def color_at(image: QImage, x: float, y: float) -> str:
    """#rrggbb at a point in logical px."""
    dpr = image.devicePixelRatio()
    return image.pixelColor(int(x * dpr), int(y * dpr)).name()


def share_of(image: QImage, color: QColor, rect: QRect | None = None) -> float:
    """Share of pixels that have exactly this colour."""
    area = rect or image.rect()
    hits = sum(
        image.pixelColor(x, y).rgb() == color.rgb()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )
    return hits / (area.width() * area.height())
