"""What a scene is, and what several share."""

from math import cos, pi, sin
from random import Random

from server.samples.canvas import Canvas, Colour, Figure, hexed

DARK_SKIN = hexed("c98d62")
SKIN = hexed("e3ab7e")
BLUE_OVERALL = Figure(hexed("2f5f9e"), hexed("24487a"), SKIN, hexed("f2b632"))
ORANGE_VEST = Figure(hexed("e8702a"), hexed("2d3b52"), SKIN, hexed("f4f4f4"))
GREY_OVERALL = Figure(hexed("5c6b7a"), hexed("424e5a"), SKIN, hexed("d8432f"))


class Scene:
    """A place: `back` is drawn once, `move` for each time from 0 to 1, which joins again; `foci` are worth a look."""

    foci: tuple[tuple[float, float], tuple[float, float]] = ((60, 50), (110, 50))

    def __init__(self, random: Random) -> None:
        self.random = random

    def back(self, c: Canvas) -> None:
        """What stands still."""

    def move(self, c: Canvas, time: float) -> None:
        """What moves, at `time`."""


def truss(c: Canvas, top: float, depth: float, colour: Colour, step: float = 10.0) -> None:
    """A roof girder from edge to edge."""
    c.line([(0, top), (160, top)], colour, 1.2)
    c.line([(0, top + depth), (160, top + depth)], colour, 1.0)
    for number in range(int(160 / step) + 1):
        x = number * step
        c.line([(x, top + depth), (x + step / 2, top), (x + step, top + depth)], colour, 0.6)


def pylon(c: Canvas, x: float, foot: float, height: float, colour: Colour) -> list[tuple[float, float]]:
    """A lattice tower; the ends of its arms."""
    width, top = height * 0.16, foot - height
    waist = foot - height * 0.45
    c.line([(x - width, foot), (x - width * 0.3, waist), (x, top)], colour, height / 70)
    c.line([(x + width, foot), (x + width * 0.3, waist), (x, top)], colour, height / 70)
    for step in range(6):
        share, after = step / 6, (step + 1) / 6
        left, right = x - width * (1 - 0.8 * share), x + width * (1 - 0.8 * after)
        low, high = foot - height * 0.8 * share, foot - height * 0.8 * after
        c.line([(left, low), (right, high)], colour, height / 130)
        c.line([(2 * x - left, low), (2 * x - right, high)], colour, height / 130)
    ends = []
    for share, reach in ((0.62, 0.26), (0.76, 0.21), (0.9, 0.16)):
        y = foot - height * share
        c.line([(x - height * reach, y), (x, y - height * 0.04), (x + height * reach, y)], colour, height / 90)
        ends += [(x - height * reach, y), (x + height * reach, y)]
    return ends


def cable(c: Canvas, one: tuple[float, float], other: tuple[float, float], sag: float, colour: Colour) -> None:
    """A hanging line."""
    points = []
    for step in range(17):
        share = step / 16
        x = one[0] + (other[0] - one[0]) * share
        points.append((x, one[1] + (other[1] - one[1]) * share + sag * sin(pi * share)))
    c.line(points, colour, 0.18)


def windows(
    c: Canvas, random: Random, box: tuple[float, float, float, float], grid: tuple[int, int], lit: Colour, share: float
) -> None:
    """Lit windows of a facade: `grid` of columns and rows, a `share` of them lit."""
    x, y, width, height = box
    columns, rows = grid
    for row in range(rows):
        for column in range(columns):
            if random.random() < share:
                left, top = x + (column + 0.25) * width / columns, y + (row + 0.25) * height / rows
                c.rect(left, top, width / columns * 0.5, height / rows * 0.5, lit)


def wheel(c: Canvas, x: float, y: float, radius: float, turn: float, tyre: Colour, hub: Colour) -> None:
    """A wheel with spokes; `turn` in whole turns."""
    c.dot(x, y, radius, tyre)
    c.dot(x, y, radius * 0.55, hub)
    for spoke in range(5):
        angle = 2 * pi * (turn + spoke / 5)
        c.line([(x, y), (x + cos(angle) * radius * 0.55, y + sin(angle) * radius * 0.55)], tyre, radius * 0.12)
