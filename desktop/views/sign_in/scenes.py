"""Working scenes in flat shapes, each drawn into the unit square stretched to its tile: x and y from 0 to 1."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF, QRadialGradient

TILE_RATIO = 90 / 145
"""Height to width of a tile."""
Scene = Callable[[QPainter], None]


def _sky(painter: QPainter, top: str, bottom: str) -> None:
    fade = QLinearGradient(0, 0, 0, 1)
    fade.setColorAt(0, QColor(top))
    fade.setColorAt(1, QColor(bottom))
    painter.fillRect(QRectF(0, 0, 1, 1), fade)


def _box(painter: QPainter, x: float, y: float, width: float, height: float, color: str) -> None:
    painter.fillRect(QRectF(x, y, width, height), QColor(color))


def _shape(painter: QPainter, color: str, *points: tuple[float, float]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _disc(painter: QPainter, x: float, y: float, radius: float, color: str | QColor) -> None:
    """A circle on the tile: `radius` in tile heights."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(x, y), radius * TILE_RATIO, radius)


def _line(painter: QPainter, color: str, width: float, *points: tuple[float, float]) -> None:
    painter.setPen(QPen(QColor(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _glow(painter: QPainter, x: float, y: float, radius: float, color: str) -> None:
    light = QRadialGradient(x, y, radius)
    light.setColorAt(0, QColor(color))
    clear = QColor(color)
    clear.setAlpha(0)
    light.setColorAt(1, clear)
    painter.fillRect(QRectF(0, 0, 1, 1), light)


def _person(painter: QPainter, x: float, scale: float, coat: str, helmet: str) -> None:
    """Head and shoulders with a helmet, or hair when the helmet is dark; stands on the lower edge."""
    skin, height = "#D8A27A", 0.62 * scale
    top = 1 - height
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(coat))
    painter.drawRoundedRect(
        QRectF(x - 0.17 * scale, top + 0.40 * scale, 0.34 * scale, 0.6 * scale), 0.09 * scale, 0.12 * scale
    )
    _box(painter, x - 0.035 * scale, top + 0.28 * scale, 0.07 * scale, 0.18 * scale, "#C08A63")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(skin))
    painter.drawEllipse(QPointF(x, top + 0.19 * scale), 0.075 * scale, 0.15 * scale)
    painter.setBrush(QColor(helmet))
    painter.drawChord(QRectF(x - 0.09 * scale, top - 0.03 * scale, 0.18 * scale, 0.34 * scale), 0, 180 * 16)
    painter.drawRect(QRectF(x - 0.11 * scale, top + 0.12 * scale, 0.22 * scale, 0.03 * scale))


def _furnace(painter: QPainter) -> None:
    _sky(painter, "#160805", "#4A1D0C")
    _glow(painter, 0.68, 0.55, 0.55, "#F08A28")
    _shape(painter, "#0F0603", (0.60, 0.08), (0.98, 0.16), (0.92, 0.46), (0.66, 0.36))
    _shape(painter, "#FFD27A", (0.655, 0.34), (0.70, 0.37), (0.70, 0.72), (0.665, 0.72))
    _shape(painter, "#1C0C06", (0.52, 0.70), (0.86, 0.70), (0.80, 0.94), (0.58, 0.94))
    _box(painter, 0.53, 0.69, 0.32, 0.04, "#FFC45C")
    _shape(painter, "#0A0402", (0.20, 1), (0.22, 0.52), (0.30, 0.48), (0.38, 0.54), (0.38, 1))
    _disc(painter, 0.30, 0.40, 0.10, "#0A0402")
    _line(painter, "#0A0402", 0.02, (0.33, 0.58), (0.60, 0.76))


def _portrait(painter: QPainter, top: str, bottom: str, coat: str, helmet: str, x: float) -> None:
    _sky(painter, top, bottom)
    for n, (spot_x, spot_y) in enumerate(((0.1, 0.3), (0.25, 0.7), (0.4, 0.2), (0.85, 0.25), (0.7, 0.6), (0.08, 0.8))):
        _disc(painter, spot_x, spot_y, 0.09 + 0.03 * (n % 3), QColor(255, 255, 255, 26))
    _person(painter, x, 1.12, coat, helmet)


def _train(painter: QPainter) -> None:
    _sky(painter, "#3B2F63", "#E8907A")
    _disc(painter, 0.78, 0.62, 0.13, "#FFD9A0")
    _box(painter, 0, 0.66, 1, 0.34, "#241C38")
    for end in (-0.2, 0.25, 0.75, 1.2):
        _line(painter, "#8C7FA0", 0.008, (0.62, 0.66), (end, 1))
    _shape(painter, "#F2F5FA", (0, 0.46), (0.30, 0.50), (0.46, 0.68), (0.44, 0.74), (0, 0.76))
    _shape(painter, "#2C5C9E", (0, 0.62), (0.43, 0.68), (0.44, 0.72), (0, 0.70))
    _shape(painter, "#22304A", (0.22, 0.53), (0.31, 0.54), (0.37, 0.61), (0.22, 0.60))
    _line(painter, "#1A1428", 0.012, (0.90, 0.10), (0.90, 0.72))
    _line(painter, "#1A1428", 0.006, (0.74, 0.20), (1, 0.16))


def _workshop(painter: QPainter) -> None:
    _sky(painter, "#10202C", "#1C3442")
    _glow(painter, 0.62, 0.42, 0.4, "#A8D8F0")
    _box(painter, 0.22, 0.50, 0.78, 0.36, "#47606F")
    _box(painter, 0.22, 0.50, 0.78, 0.05, "#6C8797")
    _disc(painter, 0.44, 0.42, 0.15, "#8CA6B4")
    _disc(painter, 0.44, 0.42, 0.07, "#20323E")
    _box(painter, 0.50, 0.39, 0.30, 0.06, "#D8E2E8")
    _box(painter, 0.84, 0.28, 0.13, 0.18, "#0C1820")
    _box(painter, 0.855, 0.31, 0.10, 0.12, "#54C6A0")
    _person(painter, 0.13, 0.95, "#16222C", "#E8B02C")


def _classroom(painter: QPainter) -> None:
    _sky(painter, "#F0E6CE", "#DCCBA4")
    _box(painter, 0.20, 0.14, 0.62, 0.40, "#7A5A34")
    _box(painter, 0.22, 0.17, 0.58, 0.34, "#245442")
    _line(painter, "#CFE4D8", 0.008, (0.28, 0.26), (0.44, 0.26))
    _line(painter, "#CFE4D8", 0.008, (0.28, 0.36), (0.40, 0.36))
    _disc(painter, 0.68, 0.33, 0.09, "#3C7460")
    _shape(painter, "#3A3450", (0.49, 0.78), (0.50, 0.42), (0.57, 0.42), (0.58, 0.78))
    _disc(painter, 0.535, 0.34, 0.075, "#B98960")
    for n in range(6):
        _disc(painter, 0.09 + n * 0.165, 0.86, 0.09, "#2C2018")
        _box(painter, 0.03 + n * 0.165, 0.93, 0.12, 0.1, ("#B8463C", "#3C6CA8", "#4C8A54")[n % 3])


def _port(painter: QPainter) -> None:
    _sky(painter, "#101A38", "#2A3A68")
    for leg in (0.18, 0.44):
        _line(painter, "#D85E30", 0.022, (leg, 0.24), (leg, 0.74))
    _line(painter, "#D85E30", 0.022, (0.06, 0.28), (0.66, 0.28))
    _line(painter, "#D85E30", 0.012, (0.31, 0.08), (0.06, 0.28))
    _line(painter, "#D85E30", 0.012, (0.31, 0.08), (0.66, 0.28))
    _line(painter, "#B8C4DC", 0.006, (0.56, 0.28), (0.56, 0.46))
    _box(painter, 0.50, 0.46, 0.13, 0.09, "#2E9A86")
    colors = ("#C8502C", "#2C6CA8", "#D8A030", "#4C8A6A", "#A83C50")
    for row in range(3):
        for n in range(8 - row):
            box = colors[(n * 3 + row * 2) % 5]
            _box(painter, 0.01 + row * 0.06 + n * 0.124, 0.82 - row * 0.10, 0.118, 0.092, box)
    _box(painter, 0, 0.915, 1, 0.1, "#0A1024")


def _pylons(painter: QPainter) -> None:
    _sky(painter, "#4A7CB0", "#C4DCEA")
    _shape(painter, "#6E92A8", (0, 0.62), (0.3, 0.38), (0.52, 0.60), (0.75, 0.34), (1, 0.56), (1, 1), (0, 1))
    _shape(painter, "#3E5E6C", (0, 0.84), (0.35, 0.66), (0.7, 0.82), (1, 0.68), (1, 1), (0, 1))
    for x, size in ((0.28, 1.0), (0.76, 0.66)):
        foot, top = 0.88, 0.88 - 0.74 * size
        _line(painter, "#20323C", 0.012, (x - 0.09 * size, foot), (x, top), (x + 0.09 * size, foot))
        for step in (0.18, 0.36):
            y = top + step * size
            _line(painter, "#20323C", 0.012, (x - 0.13 * size, y), (x + 0.13 * size, y))
        _line(painter, "#20323C", 0.006, (x - 0.06 * size, foot - 0.2 * size), (x + 0.09 * size, foot))
    _line(painter, "#20323C", 0.005, (0.15, 0.32), (0.45, 0.42), (0.67, 0.34), (1, 0.30))
    _line(painter, "#20323C", 0.005, (0.15, 0.50), (0.45, 0.56), (0.67, 0.46), (1, 0.44))


def _harvest(painter: QPainter) -> None:
    _sky(painter, "#5C9CCC", "#E4EEDC")
    _shape(painter, "#6E9E62", (0, 0.46), (0.4, 0.38), (0.7, 0.44), (1, 0.38), (1, 0.6), (0, 0.6))
    _box(painter, 0, 0.52, 1, 0.5, "#DDB04C")
    for n in range(7):
        _line(painter, "#C4963A", 0.008, (0.5, 0.52), (-0.4 + n * 0.3, 1))
    _shape(painter, "#2C8448", (0.44, 0.74), (0.46, 0.50), (0.74, 0.46), (0.78, 0.74))
    _box(painter, 0.50, 0.32, 0.13, 0.20, "#1E5C34")
    _box(painter, 0.52, 0.35, 0.09, 0.12, "#A8D0E0")
    _line(painter, "#2C8448", 0.03, (0.72, 0.48), (0.96, 0.34))
    _box(painter, 0.26, 0.70, 0.22, 0.08, "#C8402C")
    for x, radius in ((0.52, 0.11), (0.73, 0.08)):
        _disc(painter, x, 0.78, radius, "#20241E")
        _disc(painter, x, 0.78, radius * 0.4, "#D8B450")


def _team(painter: QPainter) -> None:
    _sky(painter, "#5C6874", "#A4B0B8")
    for x in (0.2, 0.5, 0.8):
        _box(painter, x, 0, 0.02, 1, "#4A545E")
    for x, helmet in ((0.15, "#E8B02C"), (0.39, "#E0582C"), (0.63, "#E8B02C"), (0.87, "#F2F4F6")):
        _person(painter, x, 0.92, "#28405E", helmet)


def _site(painter: QPainter) -> None:
    _sky(painter, "#6CA8D4", "#E8E4CC")
    _box(painter, 0.04, 0.52, 0.14, 0.5, "#8CA4B4")
    _box(painter, 0.84, 0.44, 0.14, 0.5, "#8CA4B4")
    _box(painter, 0.27, 0.34, 0.28, 0.62, "#647684")
    for row in range(6):
        for column in range(4):
            _box(painter, 0.295 + column * 0.063, 0.39 + row * 0.09, 0.04, 0.05, "#B8CCD8")
    _line(painter, "#E8962C", 0.022, (0.72, 0.10), (0.72, 0.96))
    _line(painter, "#E8962C", 0.018, (0.36, 0.18), (0.92, 0.14))
    _line(painter, "#E8962C", 0.008, (0.72, 0.05), (0.40, 0.17))
    _line(painter, "#444C54", 0.006, (0.44, 0.18), (0.44, 0.34))
    _box(painter, 0, 0.94, 1, 0.06, "#4A5058")


def _hospital(painter: QPainter) -> None:
    _sky(painter, "#E8F4F0", "#B4D4CC")
    _shape(painter, "#94C0B8", (0, 0), (0.30, 0.24), (0.30, 0.74), (0, 1))
    _shape(painter, "#94C0B8", (1, 0), (0.70, 0.24), (0.70, 0.74), (1, 1))
    _shape(painter, "#D4E8E2", (0.30, 0.74), (0.70, 0.74), (1, 1), (0, 1))
    _box(painter, 0.40, 0.36, 0.20, 0.38, "#7CACA4")
    _box(painter, 0.44, 0.28, 0.12, 0.05, "#C8402C")
    for x, coat in ((0.30, "#FAFCFC"), (0.63, "#5C9CA8")):
        _shape(painter, coat, (x - 0.05, 0.90), (x - 0.04, 0.52), (x + 0.04, 0.52), (x + 0.05, 0.90))
        _disc(painter, x, 0.44, 0.075, "#C89468")
    _box(painter, 0.70, 0.66, 0.22, 0.05, "#F4F8F8")


def _shelves(painter: QPainter) -> None:
    _sky(painter, "#4A3622", "#2C2014")
    for row in range(4):
        _box(painter, 0, 0.17 + row * 0.19, 1, 0.025, "#8A6A40")
        for n in range(11):
            height = 0.09 + 0.05 * ((n * 7 + row * 3) % 3) / 2
            color = ("#C8965A", "#B07E46", "#DCB47C")[(n + row) % 3]
            _box(painter, 0.01 + n * 0.092, 0.17 + row * 0.19 - height, 0.072, height, color)
    _box(painter, 0, 0.80, 1, 0.2, "#1A140E")
    _person(painter, 0.48, 0.66, "#2C6448", "#1E3828")


def _laboratory(painter: QPainter) -> None:
    _sky(painter, "#0E2C2C", "#1E5450")
    _shape(painter, "#E8C25C", (0.13, 0.72), (0.33, 0.72), (0.39, 0.90), (0.07, 0.90))
    _line(painter, "#CFE8E4", 0.012, (0.19, 0.34), (0.19, 0.52), (0.06, 0.91), (0.40, 0.91), (0.27, 0.52), (0.27, 0.34))
    for n, color in enumerate(("#D8603C", "#54B48C", "#6C9CDC")):
        _box(painter, 0.46 + n * 0.07, 0.52, 0.035, 0.30, "#A8CCC8")
        _box(painter, 0.46 + n * 0.07, 0.66, 0.035, 0.16, color)
    _person(painter, 0.82, 1.0, "#F0F4F4", "#20242A")


def _tunnel(painter: QPainter) -> None:
    _sky(painter, "#120C06", "#241608")
    _glow(painter, 0.5, 0.52, 0.42, "#E8A84C")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for n in range(5):
        grow = 0.12 + n * 0.10
        painter.setPen(QPen(QColor("#3C2A16"), 0.02 + n * 0.006))
        painter.drawArc(QRectF(0.5 - grow, 0.52 - grow * 1.1, grow * 2, grow * 2.4), 0, 180 * 16)
    for x, size in ((0.44, 1.0), (0.60, 0.7)):
        foot = 0.94
        _shape(painter, "#0C0804", (x - 0.06 * size, foot), (x - 0.05 * size, foot - 0.40 * size),
               (x + 0.05 * size, foot - 0.40 * size), (x + 0.06 * size, foot))  # fmt: skip
        _disc(painter, x, foot - 0.47 * size, 0.08 * size, "#0C0804")
        _disc(painter, x + 0.01, foot - 0.50 * size, 0.025, "#FFF2C8")


def _weaving(painter: QPainter) -> None:
    _sky(painter, "#EAE2F0", "#C8BCD8")
    colors = ("#B8463C", "#3C6CA8", "#D8A030", "#4C8A54", "#8C5CA8")
    for row in range(4):
        _box(painter, 0, 0.10 + row * 0.22, 1, 0.015, "#8A7E98")
        for n in range(8):
            x, y = 0.03 + n * 0.124, 0.13 + row * 0.22
            _shape(
                painter, colors[(n * 2 + row) % 5], (x, y), (x + 0.08, y), (x + 0.06, y + 0.13), (x + 0.02, y + 0.13)
            )
    _shape(painter, "#F8F8FC", (0.64, 1), (0.66, 0.50), (0.76, 0.50), (0.78, 1))
    _disc(painter, 0.71, 0.40, 0.10, "#F8F8FC")


def _screens(painter: QPainter) -> None:
    _sky(painter, "#0C1420", "#16222E")
    for row in range(2):
        for n in range(4):
            x, y = 0.03 + n * 0.242, 0.07 + row * 0.24
            _box(painter, x, y, 0.215, 0.19, ("#143C4C", "#1C4A3A", "#4A3A14", "#26265A")[n])
            _line(painter, ("#6CC4DC", "#7CD8A4", "#E8B85C", "#A4A0E8")[n], 0.008, (x + 0.02, y + 0.14),
                  (x + 0.07, y + 0.07), (x + 0.12, y + 0.11), (x + 0.19, y + 0.04))  # fmt: skip
    _person(painter, 0.32, 0.62, "#28384C", "#F0F2F4")
    _person(painter, 0.70, 0.62, "#28384C", "#E8B02C")


def _road(painter: QPainter) -> None:
    _sky(painter, "#E8B878", "#F8E4BC")
    for x, top in ((0.05, 0.30), (0.78, 0.22), (0.90, 0.36)):
        _box(painter, x, top, 0.11, 0.4, "#A89484")
    _shape(painter, "#5A5048", (0.42, 0.56), (0.58, 0.56), (0.9, 1), (0.1, 1))
    _line(painter, "#F0E0C0", 0.012, (0.5, 0.58), (0.5, 0.66))
    _shape(painter, "#15120F", (0, 0), (0.06, 0), (0.16, 0.74), (1, 0.78), (1, 1), (0, 1))
    _person(painter, 0.30, 0.78, "#243C64", "#1C1814")


SCENES: tuple[Scene, ...] = (
    _furnace, partial(_portrait, top="#2C5848", bottom="#5C8C74", coat="#7A4450", helmet="#20181A", x=0.66), _train,
    _workshop,
    _classroom, _port, partial(_portrait, top="#7CA49C", bottom="#C4DCD4", coat="#F0F4F4", helmet="#FAFCFC", x=0.42),
    _pylons,
    _harvest, _team, _weaving, _site,
    _hospital, partial(_portrait, top="#14283C", bottom="#30587C", coat="#38424E", helmet="#2C74C0", x=0.64), _shelves,
    _laboratory,
    _tunnel, partial(_portrait, top="#2C3C18", bottom="#7C8838", coat="#4C5A34", helmet="#C8A868", x=0.66),
    _road, _screens,
)  # fmt: skip
