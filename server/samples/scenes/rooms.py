"""Indoors: classroom, hospital, clean room, weaving mill."""

from random import Random

from server.samples.canvas import Canvas, Colour, Figure, hexed, mixed, wave
from server.samples.scenes.scene import DARK_SKIN, SKIN, Scene, truss


class Classroom(Scene):
    """A teacher at the blackboard, pupils raise hands."""

    foci = ((56, 44), (108, 62))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.wall = hexed(random.choice(("f3e6c8", "dfe9ea")))
        self.dress = hexed(random.choice(("c8504a", "3f6fb0", "7d9a4a")))
        self.pupils = [
            (random.choice(("e0863a", "4a8fc2", "d8574f", "6aa35a", "e8c04a")), random.random()) for _ in range(12)
        ]

    def back(self, c: Canvas) -> None:
        c.sky("ffffff", "ffffff")
        c.rect(0, 0, 160, 90, self.wall)
        c.rect(0, 58, 160, 32, mixed(hexed("b98a58"), self.wall, 0.25))
        c.rect(0, 57, 160, 1.2, hexed("9a6f45"))
        c.rect(22, 10, 88, 38, hexed("8f6238"), 1)
        c.rect(24, 12, 84, 34, hexed("27584a"))
        chalk = (236, 244, 236, 210)
        for number, length in enumerate((30, 24, 34, 18)):
            c.line([(66, 18 + number * 6), (66 + length, 18 + number * 6 + 0.4)], chalk, 0.6)
        c.line([(32, 40), (42, 22), (52, 40), (32, 40)], chalk, 0.5)
        c.line([(42, 22), (42, 40)], chalk, 0.35)
        c.rect(22, 48, 88, 1.6, hexed("a97a4a"))
        c.rect(122, 12, 30, 32, hexed("ffffff"), 0.6)
        c.rect(123.4, 13.4, 12.8, 29.2, hexed("9fd2ee"))
        c.rect(137.8, 13.4, 12.8, 29.2, hexed("9fd2ee"))
        c.poly([(123.4, 42.6), (136.2, 34), (136.2, 42.6)], hexed("7fb069"))
        c.poly([(137.8, 33), (150.6, 38), (150.6, 42.6), (137.8, 42.6)], hexed("6fa35f"))
        c.poly([(123, 44), (152, 44), (120, 90), (70, 90)], (255, 250, 214, 60))
        c.dot(12, 22, 4.6, hexed("8f6238"))
        c.dot(12, 22, 3.9, hexed("fdfaf2"))
        c.line([(12, 19.4), (12, 22), (14, 23.2)], hexed("40352c"), 0.4)

    def move(self, c: Canvas, time: float) -> None:
        sway = 3 * wave(time)
        c.poly([(120, 8), (126 + sway * 0.3, 8), (124 + sway, 46), (120, 46)], (250, 246, 232))
        c.poly([(154, 8), (148 - sway * 0.3, 8), (150 - sway, 46), (154, 46)], (250, 246, 232))
        look = Figure(self.dress, mixed(self.dress, (20, 20, 40), 0.55), SKIN, hexed("2a1d18"), "hair")
        c.person(54 + wave(time) * 1.5, 70, 46, look, arms=(2.15 + 0.3 * wave(time, 2), 0.35), step=0.12)
        c.rect(18, 62, 24, 10, hexed("a9743f"), 0.6)
        c.rect(17, 60.6, 26, 1.8, hexed("c08a50"), 0.5)
        for row in range(2):
            for number in range(6):
                shirt, start = self.pupils[row * 6 + number]
                self._pupil(c, 14 + number * 27 - row * 8, 82 + row * 8, hexed(shirt), start, time)

    def _pupil(self, c: Canvas, x: float, y: float, shirt: Colour, start: float, time: float) -> None:
        """Seen from behind; some raise a hand for a while."""
        if start > 0.55:
            up = max(0.0, wave(time, 1, start))
            c.limb([(x + 4, y), (x + 6.4, y - 8 * up), (x + 6, y - 14 * up)], shirt, 2)
            c.dot(x + 6, y - 15 * up, 1.3, SKIN)
        c.rect(x - 5.6, y - 3, 11.2, 14, shirt, 3.5)
        c.dot(x, y - 7.5 + 0.3 * wave(time, 1, start), 4.4, hexed("2a1f1a"))
        c.rect(x - 9, y + 4.4, 18, 1.4, hexed("c99a5e"), 0.5)


class Hospital(Scene):
    """A corridor in perspective; a nurse hurries, a trolley rolls."""

    foci = ((72, 56), (110, 54))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.tint = hexed(random.choice(("9fd6cf", "a9cbe8")))

    def back(self, c: Canvas) -> None:
        pale, tint = mixed(self.tint, (255, 255, 255), 0.72), self.tint
        c.sky("ffffff", "ffffff")
        c.poly([(0, 0), (160, 0), (98, 28), (62, 28)], mixed(tint, (255, 255, 255), 0.85))
        c.poly([(0, 0), (62, 28), (62, 58), (0, 90)], pale)
        c.poly([(160, 0), (98, 28), (98, 58), (160, 90)], mixed(pale, (120, 160, 160), 0.12))
        c.poly([(0, 90), (160, 90), (98, 58), (62, 58)], mixed(tint, (235, 245, 242), 0.55))
        c.rect(62, 28, 36, 30, mixed(tint, (255, 255, 255), 0.5))
        c.rect(70, 34, 9.6, 24, hexed("ffffff"))
        c.rect(80.4, 34, 9.6, 24, hexed("ffffff"))
        c.glow(80, 44, 20, (255, 255, 255), 0.8)
        c.rect(72, 30, 16, 3, hexed("d23a34"), 0.5)
        for near, far in ((0.0, 0.22), (0.34, 0.5), (0.6, 0.7)):
            for side in (-1, 1):
                self._door(c, side, near, far, tint)
        for near, far in ((0.02, 0.2), (0.34, 0.46), (0.58, 0.66)):
            corners = []
            for share, reach in ((near, 0.17), (near, -0.17), (far, -0.17), (far, 0.17)):
                corners.append((80 + reach * (160 - 124 * share), 28 * share))
            c.poly(corners, hexed("ffffff"))
        for side in (-1, 1):
            c.line([(80 + side * 80, 62), (80 + side * 18, 47.5)], mixed(tint, (30, 110, 110), 0.45), 0.9)

    def _door(self, c: Canvas, side: int, near: float, far: float, tint: Colour) -> None:
        """A door in a side wall, from `near` to `far` (0 in front, 1 at the end of the corridor)."""
        corners = []
        for share, high in ((near + 0.06, 0.3), (far, 0.3), (far, 1.0), (near + 0.06, 1.0)):
            x = 80 + side * (80 - 62 * share)
            top, bottom = 28 * share, 90 - 32 * share
            corners.append((x, top + (bottom - top) * high))
        c.poly(corners, mixed(tint, (40, 120, 120), 0.32))
        middle = (corners[0][0] + corners[1][0]) / 2
        y = corners[1][1] + (corners[2][1] - corners[1][1]) * 0.16
        c.rect(middle - 1.6, y, 3.2, 5, (255, 255, 255, 190), 0.3)

    def move(self, c: Canvas, time: float) -> None:
        c.glow(80, 31.5, 9, (255, 90, 80), 0.25 + 0.25 * wave(time, 2))
        white = Figure(hexed("ffffff"), hexed("e4eef0"), SKIN, hexed("f4fbfc"), "cap")
        blue = Figure(hexed("3f9fa8"), hexed("348790"), SKIN, hexed("3f9fa8"), "cap")
        stride = wave(time, 2)
        c.person(88 + wave(time) * 2, 66, 18, blue, arms=(0.5 * stride, -0.5 * stride), step=0.6 * stride, facing=-1)
        x = 74 + 7 * wave(time)
        c.oval(x, 86.6, 14, 1.5, (60, 110, 115, 70))
        c.person(x, 86, 46, white, arms=(0.75 + 0.15 * stride, 0.6), step=0.85 * stride, facing=1)
        c.rect(x - 0.9, 61.5, 0.7, 5, hexed("3a8f99"))
        c.rect(x + 14, 64, 9, 12, hexed("eef4f5"), 0.8)
        c.rect(x + 15, 65.4, 7, 3, hexed("d9544c"), 0.4)
        for place in (x + 15.4, x + 21.6):
            c.dot(place, 77.6, 1.3, hexed("4a5a60"))
        coat = Figure(hexed("f4f8fa"), hexed("41586b"), DARK_SKIN, hexed("2a221f"), "hair")
        c.person(118, 84, 38, coat, arms=(1.35 + 0.08 * wave(time, 2), 1.0), step=0.1, facing=-1)
        c.rect(104.5, 62.6, 6.4, 4.6, hexed("f6d98a"), 0.4)


class Cleanroom(Scene):
    """White suits, a microscope, wafers under yellow light."""

    foci = ((60, 50), (116, 46))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.light = hexed(random.choice(("f7d774", "cfe6ff")))

    def back(self, c: Canvas) -> None:
        tone = mixed(self.light, (255, 255, 255), 0.45)
        c.rect(0, 0, 160, 90, tone)
        c.sky("ffffff", "f4f8fb", bottom=14)
        for x in range(-6, 160, 22):
            c.poly([(x, 2), (x + 16, 2), (x + 14, 10), (x + 2, 10)], mixed(self.light, (255, 255, 255), 0.2))
        for x in (0, 40, 80, 120):
            c.rect(x + 1, 16, 38, 34, mixed(tone, (150, 165, 180), 0.35), 0.8)
            c.rect(x + 4, 19, 32, 20, mixed(self.light, (60, 80, 100), 0.62), 0.6)
            c.poly([(x + 6, 19), (x + 14, 19), (x + 8, 39), (x + 4, 39)], (255, 255, 255, 46))
        c.rect(0, 62, 160, 28, mixed(tone, (170, 180, 190), 0.5))
        for x in range(0, 170, 12):
            c.line([(x, 62), (80 + (x - 80) * 1.9, 90)], mixed(tone, (140, 150, 160), 0.5), 0.3)

    def move(self, c: Canvas, time: float) -> None:
        rail = 8 + 144 * (0.5 + 0.5 * wave(time))
        c.rect(0, 12.6, 160, 1, hexed("aab6c0"))
        c.rect(rail - 5, 12.4, 10, 5.4, hexed("e9eef2"), 0.8)
        c.rect(rail - 3.4, 17.6, 6.8, 5, hexed("3f6f9a"), 0.6)
        c.dot(rail + 3.6, 14, 0.5, (80, 220, 120) if time % 0.25 < 0.125 else (40, 120, 70))
        suit = Figure(hexed("fafcfd"), hexed("e9eff3"), SKIN, hexed("fafcfd"), "hair")
        c.person(120, 82, 40, suit, arms=(1.35 + 0.08 * wave(time, 2), 1.0), step=0.1, facing=-1)
        c.rect(20, 66, 64, 4, hexed("f7fafc"), 0.8)
        for x in (24, 78):
            c.rect(x, 70, 2, 18, hexed("aab6c0"))
        c.person(70, 90, 46, suit, arms=(1.2 + 0.05 * wave(time), 0.9), step=0.1, facing=-1)
        c.rect(66.5, 55.6, 7, 3.2, hexed("6fb1d8"), 1)
        self._microscope(c, 50, 66)
        for number in range(3):
            self._wafer(c, 28 + number * 7.5, 64.8 - 0.4 * wave(time, 1, number / 3), time + number / 3)
        c.rect(98, 44, 14, 10, hexed("26343f"), 0.8)
        for bar in range(5):
            tall = 4 + 3 * wave(time, 1, bar / 5)
            c.rect(99.6 + bar * 2.4, 53 - tall, 1.6, tall, hexed("63d6b0"))

    def _microscope(self, c: Canvas, x: float, y: float) -> None:
        dark = hexed("2f3d4a")
        c.rect(x - 7, y - 2, 14, 2, dark, 0.6)
        c.limb([(x + 5, y - 2), (x + 5, y - 14), (x, y - 18)], dark, 2)
        c.limb([(x - 2, y - 6), (x + 3, y - 17)], hexed("e9eef2"), 3)
        c.limb([(x + 3.4, y - 18), (x + 6, y - 22)], dark, 1.8)
        c.rect(x - 6, y - 5.6, 8, 1, hexed("9fb0bd"))
        c.glow(x - 2.4, y - 4.6, 4, (150, 240, 255), 0.9)

    def _wafer(self, c: Canvas, x: float, y: float, time: float) -> None:
        c.oval(x, y, 3.3, 1.4, hexed("6b5fa8"))
        for stripe in range(4):
            shade = (120 + 60 * wave(time, 1, stripe / 4), 190, 210)
            c.oval(x - 1.5 + stripe, y, 0.35, 1.0, (round(shade[0]), 190, 210, 150))


class Textile(Scene):
    """Bobbins and looms; a weaver walks along threads of colour."""

    foci = ((58, 54), (116, 46))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        sets = (
            ("d8433f", "f2a93b", "3f8fb0", "f4efe2"),
            ("7a4fa0", "e2719a", "f4c95a", "e9eef4"),
            ("2f8f6a", "8fc06a", "f4d27a", "f7f2e4"),
        )
        self.threads = [hexed(text) for text in random.choice(sets)]

    def back(self, c: Canvas) -> None:
        c.sky("e9eef2", "d3dde4", "b9c7d1")
        truss(c, 2, 5, hexed("a9b7c2"), 14)
        for x in range(8, 160, 30):
            c.rect(x, 10, 24, 3, hexed("ffffff"), 1)
            c.glow(x + 12, 12, 22, (255, 255, 255), 0.5)
        c.poly([(0, 60), (160, 56), (160, 90), (0, 90)], hexed("9aa9b3"))
        c.rect(0, 24, 160, 3, hexed("6f7f8a"))
        c.rect(0, 50, 160, 14, hexed("3f6f8f"))
        c.rect(0, 50, 160, 2, hexed("5f8fae"))
        c.rect(0, 61, 160, 3, hexed("2f5068"))

    def move(self, c: Canvas, time: float) -> None:
        for number in range(20):
            x, tone = 4 + number * 8, self.threads[number % 4]
            c.rect(x - 0.6, 15, 1.2, 10, hexed("8f9ba4"))
            c.rect(x - 2.2, 16, 4.4, 8, tone, 1)
            c.rect(x - 2.2, 16 + (time * 4 + number / 5) % 1.0 * 6.6, 4.4, 0.7, mixed(tone, (255, 255, 255), 0.5))
            shake = 0.5 * wave(time, 6, number / 5)
            c.line([(x, 25), (x + shake, 38), (x, 50)], mixed(tone, (255, 255, 255), 0.25), 0.25)
            c.rect(x - 1.4, 44, 2.8, 8, tone, 1)
            turn = (time * 8 + number / 3) % 1.0
            c.rect(x - 1.4 + 2.2 * turn, 44, 0.6, 8, mixed(tone, (0, 0, 0), 0.25))
        self._cloth(c, time)
        apron = Figure(hexed("f4f7f9"), hexed("4a6b8a"), SKIN, hexed("f4f7f9"), "cap")
        stride = wave(time, 2)
        c.person(56 + 5 * wave(time), 86, 44, apron, arms=(1.35 + 0.2 * stride, 0.4), step=0.5 * stride)

    def _cloth(self, c: Canvas, time: float) -> None:
        """Woven cloth that runs off the loom."""
        for stripe in range(16):
            share = (stripe / 16 + time / 4) % 1.0
            y = 58 + share * 32
            tone = self.threads[stripe % 4]
            left, right = 96 - share * 8, 148 + share * 10
            c.poly(
                [(left, y), (right, y), (right + 0.6, y + 2.1), (left - 0.5, y + 2.1)], mixed(tone, (40, 50, 60), 0.12)
            )
            for knot in range(10):
                x = left + (right - left) * (knot + 0.5) / 10
                c.dot(x, y + 1, 0.5, mixed(tone, (255, 255, 255), 0.4 + 0.2 * wave(time, 1, knot / 10)))
        c.rect(92, 55, 60, 3.6, hexed("2f5068"), 1.4)
        shuttle = 98 + 44 * (0.5 + 0.5 * wave(time, 4))
        c.poly([(shuttle, 56.8), (shuttle + 3, 55.8), (shuttle + 7, 56.8), (shuttle + 3, 57.8)], hexed("e0a84f"))
