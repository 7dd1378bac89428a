"""Drawing in a world 160 wide and 90 high, whatever its size in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

WIDTH: Final = 160.0
HEIGHT: Final = 90.0
Colour = tuple[int, int, int] | tuple[int, int, int, int]
Point = tuple[float, float]


def hexed(text: str) -> tuple[int, int, int]:
    """The colour of `rrggbb`."""
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def mixed(one: Colour, other: Colour, share: float) -> tuple[int, int, int]:
    """`one` with `share` (0 to 1) of `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return red, green, blue


def wave(time: float, turns: int = 1, start: float = 0.0) -> float:
    """A swing between -1 and 1 that closes when `time` goes from 0 to 1."""
    return sin(2 * pi * (time * turns + start))


@lru_cache(maxsize=64)
def _halo(radius: int) -> Image.Image:
    """A round mask that fades outwards."""
    axis = np.linspace(-1, 1, 2 * radius + 1)
    away = np.sqrt(axis[:, None] ** 2 + axis[None, :] ** 2)
    return Image.fromarray((np.clip(1 - away, 0, 1) ** 2 * 255).astype(np.uint8))


@dataclass(frozen=True, slots=True)
class Figure:
    """How a person looks: colours, and what is on the head (helmet, cap, hair)."""

    suit: Colour
    legs: Colour
    skin: Colour
    hat: Colour
    kind: str = "helmet"


class Canvas:
    """A picture of the world, and a pen; colours of four parts are translucent."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.scale = image.height / HEIGHT
        self._pen = ImageDraw.Draw(image, "RGBA")

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def poly(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled polygon."""
        self._pen.polygon(self._at(points), fill=fill)

    def rect(self, x: float, y: float, width: float, height: float, fill: Colour, radius: float = 0.0) -> None:
        """A filled box from its upper left corner, with round corners if asked."""
        box = self._at([(x, y), (x + width, y + height)])
        if radius:
            self._pen.rounded_rectangle(box, radius * self.scale, fill=fill)
        else:
            self._pen.rectangle(box, fill=fill)

    def oval(self, x: float, y: float, across: float, high: float, fill: Colour) -> None:
        """A filled ellipse by centre and half axes."""
        self._pen.ellipse(self._at([(x - across, y - high), (x + across, y + high)]), fill=fill)

    def dot(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """A filled circle."""
        self.oval(x, y, radius, radius, fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float = 0.3) -> None:
        """A line with round joints; never thinner than a pixel."""
        self._pen.line(self._at(points), fill=fill, width=max(1, round(width * self.scale)), joint="curve")

    def limb(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        """A line with round ends."""
        self.line(points, fill, width)
        for x, y in points:
            self.dot(x, y, width / 2, fill)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1.0) -> None:
        """Light that fades outwards."""
        size = max(1, round(radius * self.scale))
        mask = _halo(size)
        if strength < 1:
            mask = mask.point(lambda value: value * strength)
        corner = (round(x * self.scale) - size, round(y * self.scale) - size)
        self.image.paste(colour[:3], corner, mask)

    def sky(self, *colours: str, top: float = 0.0, bottom: float = HEIGHT) -> None:
        """A vertical gradient over the whole width."""
        stops = np.array([hexed(colour) for colour in colours], np.float64)
        first, last = round(top * self.scale), round(bottom * self.scale)
        places = np.linspace(0, len(colours) - 1, max(1, last - first))
        rows = np.stack([np.interp(places, range(len(colours)), stops[:, part]) for part in range(3)], axis=1)
        band: NDArray[np.uint8] = np.repeat(rows[:, None, :].astype(np.uint8), self.image.width, axis=1)
        self.image.paste(Image.fromarray(band), (0, first))

    def ridge(self, random: Random, base: float, height: float, fill: Colour, *, rough: float = 0.5) -> None:
        """A chain of hills from edge to edge, filled to the bottom."""
        waves = [(random.uniform(0.5, 1), random.uniform(0, 2 * pi), 1.3 * 1.9**n, rough**n) for n in range(5)]
        points = [(0.0, HEIGHT)]
        for step in range(161):
            total = sum(weight * sin(turn * step / 160 * 2 * pi * 0.9 + start) * a for a, start, turn, weight in waves)
            points.append((float(step), base - height * (0.5 + total / 3)))
        self.poly([*points, (WIDTH, HEIGHT)], fill)

    def cloud(self, x: float, y: float, size: float, fill: Colour) -> None:
        """A flat-bottomed cloud around `x`; translucent as one piece."""
        unit = size * self.scale
        mask = Image.new("L", (round(4 * unit), round(2 * unit)))
        pen = ImageDraw.Draw(mask)
        strength = fill[3] if len(fill) == 4 else 255
        for across, up, radius in ((0.9, 1.1, 0.5), (1.6, 0.8, 0.75), (2.5, 0.95, 0.65), (3.2, 1.15, 0.42)):
            box = (across - radius, up - radius, across + radius, up + radius)
            pen.ellipse([side * unit for side in box], fill=strength)
        pen.rounded_rectangle([0.4 * unit, 1.05 * unit, 3.6 * unit, 1.57 * unit], 0.26 * unit, fill=strength)
        self.image.paste(fill[:3], (round((x - 2 * size) * self.scale), round((y - size) * self.scale)), mask)

    def person(
        self, x: float, feet: float, height: float, look: Figure, *, arms: tuple[float, float] = (0.4, -0.3),
        step: float = 0.0, facing: int = 1,
    ) -> Point:  # fmt: skip
        """A standing or walking person; arms in radians from hanging, forward positive. Returns the forward hand."""
        unit = height / 8
        hip, neck = feet - 3.9 * unit, feet - 6.4 * unit
        for share, shade in ((-step, 0.25), (step, 0.0)):
            colour = mixed(look.legs, (0, 0, 0), shade)
            knee = (x + facing * (share * 0.9 + 0.15 * abs(share)) * unit, feet - 2 * unit)
            foot = (x + share * 1.5 * unit * facing, feet - 0.3 * unit - max(0.0, -share) * 0.4 * unit)
            self.limb([(x, hip), knee, foot], colour, 1.15 * unit)
            self.limb([foot, (foot[0] + facing * 0.55 * unit, foot[1] + 0.05 * unit)], (25, 25, 30), 0.6 * unit)
        hands = [self._arm(x, neck + 0.45 * unit, angle, unit, facing) for angle in arms]
        self.limb([(x, neck + 0.5 * unit), *hands[1]], mixed(look.suit, (0, 0, 0), 0.3), 0.75 * unit)
        self.limb([(x, neck + 0.65 * unit), (x, hip)], look.suit, 2.0 * unit)
        self.limb([(x, neck + 0.5 * unit), *hands[0]], mixed(look.suit, (255, 255, 255), 0.12), 0.8 * unit)
        self.dot(*hands[0][1], 0.42 * unit, look.skin)
        self._head(x, feet - 7.15 * unit, unit, look, facing)
        return hands[0][1]

    def _arm(self, x: float, y: float, angle: float, unit: float, facing: int) -> list[Point]:
        """Elbow and hand."""
        elbow = (x + facing * sin(angle) * 1.4 * unit, y + cos(angle) * 1.4 * unit)
        bend = angle + 0.45
        return [elbow, (elbow[0] + facing * sin(bend) * 1.3 * unit, elbow[1] + cos(bend) * 1.3 * unit)]

    def _head(self, x: float, y: float, unit: float, look: Figure, facing: int) -> None:
        self.rect(x - 0.32 * unit, y + 0.3 * unit, 0.64 * unit, 0.8 * unit, mixed(look.skin, (0, 0, 0), 0.15))
        self.oval(x, y, 0.72 * unit, 0.85 * unit, look.skin)
        half = [(x + cos(turn * pi / 12) * 0.85 * unit, y - sin(turn * pi / 12) * 0.95 * unit) for turn in range(13)]
        self.poly(half, look.hat)
        if look.kind in ("helmet", "cap"):
            brim = 0.75 if look.kind == "cap" else 0.55
            self.limb([(x - 0.8 * unit, y - 0.02 * unit), (x + facing * (0.8 + brim) * unit, y)], look.hat, 0.2 * unit)
        elif look.kind == "hair":
            self.oval(x - facing * 0.45 * unit, y + 0.05 * unit, 0.4 * unit, 0.7 * unit, look.hat)
