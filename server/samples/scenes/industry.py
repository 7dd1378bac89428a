"""Steel, machines, control rooms, oil."""

from math import cos, pi, sin
from random import Random

from server.samples.canvas import Canvas, Figure, hexed, mixed, wave
from server.samples.scenes.scene import BLUE_OVERALL, SKIN, Scene, truss, wheel


class Furnace(Scene):
    """A ladle pours steel; sparks fly past the workers."""

    foci = ((90, 48), (46, 52))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.hot = hexed(random.choice(("ff9a2e", "ff8420", "ffae45")))
        self.sparks = [
            (random.uniform(-1, 1), random.uniform(0.5, 1.6), random.random(), random.uniform(0.2, 0.6))
            for _ in range(90)
        ]

    def back(self, c: Canvas) -> None:
        c.sky("170b08", "3a1a0c", "57270f", "2a120a")
        c.glow(94, 50, 85, mixed(self.hot, (140, 50, 10), 0.35), 0.95)
        c.glow(94, 60, 44, self.hot, 0.85)
        beam = hexed("1a0e0a")
        truss(c, 6, 9, beam, 11)
        for x in (8, 40, 124, 150):
            c.rect(x, 0, 5, 78, beam)
        c.rect(0, 20, 160, 2.2, beam)
        c.rect(104, 2, 3, 22, beam)
        c.poly([(0, 78), (160, 74), (160, 90), (0, 90)], hexed("140a07"))
        c.poly([(60, 78), (130, 76), (150, 90), (40, 90)], hexed("3d1d0e"))
        c.poly([(74, 70), (118, 70), (112, 86), (80, 86)], hexed("120b09"))
        c.oval(96, 70, 22, 3.6, hexed("2a1710"))

    def move(self, c: Canvas, time: float) -> None:
        swing = wave(time) * 0.5
        c.glow(96, 68, 26, (255, 200, 90), 0.55 + 0.2 * wave(time, 3))
        c.oval(96, 70, 19.5, 2.6, (255, 214, 120))
        c.oval(96 + swing, 70.2, 14, 1.6, (255, 244, 205))
        stream = [(92.4, 31), (95.4, 31), (97.2 + swing * 0.4, 70), (93.6 + swing * 0.4, 70)]
        c.poly(stream, (255, 190, 80))
        c.poly([(93.2, 31), (94.8, 31), (96.2 + swing * 0.4, 70), (94.6 + swing * 0.4, 70)], (255, 248, 214))
        c.poly([(92, 30), (101, 14), (134, 24), (124, 50), (106, 46)], hexed("1c110d"))
        c.poly([(92, 30), (101, 14), (104, 15), (95.5, 32)], hexed("ffb24d"))
        c.line([(101, 14), (134, 24), (124, 50)], hexed("6b3a1c"), 0.7)
        c.line([(112, 18), (106, 2)], hexed("1a0e0a"), 1.4)
        for sideways, rise, start, size in self.sparks:
            share = (time + start) % 1.0
            x = 96 + sideways * 46 * share
            y = 68 - rise * 44 * share + 46 * share * share
            tone = mixed((255, 246, 200), (255, 120, 30), share)
            c.line([(x, y), (x - sideways * 1.6, y + (rise - 1.6 * share) * 1.3)], tone, size * (1.2 - share))
        self._people(c, time)

    def _people(self, c: Canvas, time: float) -> None:
        dark = Figure(hexed("21120c"), hexed("180d09"), hexed("5a2f1a"), hexed("3a1e10"))
        lift = wave(time) * 0.09
        x, y = c.person(47, 83, 44, dark, arms=(0.95 + lift, 0.6 + lift), step=0.5)
        c.limb([(x - 9, y - 4), (x, y), (84, 66 - lift * 10)], hexed("120906"), 1.0)
        c.limb([(52.6, 58), (52.2, 66), (53, 74)], hexed("c7631f"), 0.45)
        c.limb([(50.5, 41), (51.5, 46)], hexed("d9722a"), 0.5)
        c.person(134, 82, 31, dark, arms=(0.7 - lift, -0.2), step=0.35, facing=-1)
        c.limb([(130.8, 58), (130.6, 66)], hexed("b85a1d"), 0.4)


class Machine(Scene):
    """A lathe turns in a bright workshop, a worker stands at its panel."""

    foci = ((94, 52), (60, 54))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.tint = hexed(random.choice(("1f5f75", "2d5f9a", "3b6b5c")))
        self.chips = [(random.uniform(-1, 0.4), random.uniform(0.3, 1.2), random.random()) for _ in range(40)]

    def back(self, c: Canvas) -> None:
        pale = mixed(self.tint, (255, 255, 255), 0.82)
        c.sky("dfe9ee", "c3d5de", "9fb9c6")
        for x in range(6, 160, 26):
            c.rect(x, 8, 20, 24, mixed(pale, (255, 255, 255), 0.6))
            c.poly([(x + 4, 8), (x + 10, 8), (x + 2, 32), (x, 32), (x, 24)], (255, 255, 255, 130))
        truss(c, 1, 5, mixed(self.tint, (120, 140, 150), 0.5), 13)
        c.poly([(0, 68), (160, 68), (160, 90), (0, 90)], hexed("8ea3ad"))
        c.poly([(0, 72), (160, 72), (160, 73), (0, 73)], hexed("f0c237"))
        for x in (2, 136):
            c.rect(x, 40, 22, 30, mixed(self.tint, (90, 110, 120), 0.6), 1)
            c.rect(x + 3, 44, 16, 9, hexed("24343d"), 0.6)
        c.rect(28, 32, 76, 44, mixed(self.tint, (255, 255, 255), 0.12), 2)
        c.rect(28, 32, 76, 6, self.tint, 2)
        c.rect(34, 41, 50, 26, hexed("14242d"), 1.4)
        c.rect(28, 72, 76, 5, hexed("2b3a42"))
        c.rect(88, 42, 12, 18, hexed("e9eef1"), 0.8)
        c.rect(90, 44, 8, 7, hexed("12313c"))

    def move(self, c: Canvas, time: float) -> None:
        c.rect(34, 41, 50, 26, hexed("14242d"), 1.4)
        c.glow(58, 55, 17, (120, 190, 215), 0.5)
        wheel(c, 42, 54, 9, time * 2, hexed("5d707b"), hexed("93a6b0"))
        c.rect(47, 50, 20, 8, hexed("b9c6cd"))
        for line in range(4):
            y = 50 + (line / 4 + time * 4) % 1.0 * 8
            c.rect(47, y, 20, 0.5, hexed("e6eef2"))
        tool = 63 + wave(time) * 3.2
        c.poly([(tool, 58), (tool + 5, 67), (tool + 9, 67), (tool + 4, 57)], hexed("4a5a64"))
        c.glow(tool, 58, 5, (255, 230, 160), 0.9)
        for sideways, rise, start in self.chips:
            share = (time * 3 + start) % 1.0
            x, y = tool + sideways * 14 * share, 58 - rise * 9 * share + 14 * share * share
            if 35 < x < 83 and 42 < y < 66:
                c.dot(x, y, 0.28, mixed((255, 250, 220), (255, 170, 70), share))
        c.poly([(38, 41), (46, 41), (40, 67), (34, 67), (34, 55)], (255, 255, 255, 24))
        for bar in range(4):
            c.rect(
                91 + bar * 1.7,
                50 - 2.2 - 1.8 * wave(time, 1, bar / 4),
                1.1,
                2.2 + 1.8 * wave(time, 1, bar / 4),
                (90, 220, 190),
            )
        c.dot(102, 35, 1, (90, 230, 120) if time % 0.5 < 0.25 else (40, 110, 60))
        c.person(112, 84, 40, BLUE_OVERALL, arms=(1.25 + 0.1 * wave(time, 2), 0.5), step=0.25, facing=-1)


class Control(Scene):
    """A wall of screens with curves, and people who watch them."""

    foci = ((80, 32), (56, 60))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.light = hexed(random.choice(("3ec6e0", "5fd38a", "6fa8ff")))
        self.curves = [(random.random(), random.randrange(1, 4), random.uniform(0.4, 1)) for _ in range(10)]

    def back(self, c: Canvas) -> None:
        c.sky("0d1722", "15273a", "0c141d")
        c.rect(8, 6, 144, 48, hexed("0a1119"), 1.5)
        c.glow(80, 34, 80, mixed(self.light, (20, 50, 80), 0.65), 0.5)
        for number in range(10):
            x, y = 11 + number % 5 * 28, 9 + number // 5 * 22
            c.rect(x, y, 26, 20, hexed("10283a"), 0.8)
        c.poly([(0, 70), (160, 70), (160, 90), (0, 90)], hexed("0a121a"))

    def move(self, c: Canvas, time: float) -> None:
        for number, (start, turns, height) in enumerate(self.curves):
            x, y = 11 + number % 5 * 28, 9 + number // 5 * 22
            c.rect(x, y, 26, 20, hexed("10283a"), 0.8)
            for row in range(1, 4):
                c.rect(x + 1, y + row * 5, 24, 0.15, hexed("23465c"))
            if number % 3 == 1:
                for bar in range(6):
                    tall = 7 + 5 * wave(time, 1, start + bar / 6)
                    c.rect(x + 2.5 + bar * 3.8, y + 18 - tall, 2.4, tall, mixed(self.light, (255, 200, 90), bar / 6))
            elif number % 3 == 2:
                c.dot(x + 13, y + 10, 7, mixed(self.light, (10, 30, 45), 0.5))
                c.dot(x + 13, y + 10, 4.6, hexed("10283a"))
                turn = 2 * pi * (time + start)
                c.line([(x + 13, y + 10), (x + 13 + cos(turn) * 6, y + 10 + sin(turn) * 6)], (255, 220, 130), 0.7)
            else:
                points = [
                    (x + 1 + step, y + 10 + 6 * height * wave(time + step / 24, turns, start)) for step in range(25)
                ]
                c.line(points, self.light, 0.5)
        for x, look in ((34, "f2b632"), (80, "f4f4f4"), (124, "f2b632")):
            self._watcher(c, x, hexed(look), wave(time, 1, x / 90))

    def _watcher(self, c: Canvas, x: float, hat: tuple[int, int, int], nod: float) -> None:
        c.poly([(x - 22, 76), (x + 22, 76), (x + 19, 90), (x - 19, 90)], hexed("1d2f3f"))
        c.rect(x - 22, 74.5, 44, 2.2, hexed("2f4a60"), 0.8)
        c.rect(x - 9, 58, 18, 20, hexed("274a78"), 5)
        c.rect(x - 2, 53, 4, 7, mixed(SKIN, (0, 0, 0), 0.3))
        c.oval(x + nod * 0.7, 50, 5, 5.8, mixed(SKIN, (0, 0, 20), 0.25))
        c.oval(x + nod * 0.7, 47.6, 6, 5, hat)
        c.rect(x - 6.6 + nod * 0.7, 48.4, 13.2, 1.4, mixed(hat, (0, 0, 0), 0.15), 0.7)
        c.rect(x - 15, 68, 9, 7, hexed("0b1620"), 0.6)
        c.rect(x - 14.2, 68.7, 7.4, 5, mixed(self.light, (10, 30, 45), 0.45))


class Oilfield(Scene):
    """Pump jacks nod before the sun."""

    foci = ((52, 52), (118, 52))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.skies = random.choice((("3c2a57", "b0496a", "f08a4b", "ffd07a"), ("1f4e79", "6fa3c4", "f3d3a1", "ffe7b8")))
        self.ground = hexed(random.choice(("2a1c22", "4a3828")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=66)
        c.glow(96, 54, 46, (255, 226, 150), 0.9)
        c.dot(96, 54, 9, (255, 241, 200))
        c.ridge(self.random, 64, 9, mixed(self.ground, hexed(self.skies[2]), 0.45))
        c.poly([(0, 66), (160, 64), (160, 90), (0, 90)], self.ground)
        for x in range(-10, 160, 14):
            c.line([(x, 90), (80 + (x - 80) * 0.35, 66)], mixed(self.ground, (255, 180, 90), 0.12), 0.4)
        c.rect(136, 52, 12, 14, mixed(self.ground, (0, 0, 0), 0.3), 1)
        c.rect(148, 56, 8, 10, mixed(self.ground, (0, 0, 0), 0.3), 1)

    def move(self, c: Canvas, time: float) -> None:
        c.cloud(30 + wave(time) * 2, 16, 7, (255, 235, 215, 70))
        c.cloud(126 - wave(time) * 2, 22, 5, (255, 235, 215, 60))
        self._jack(c, 132, 66, 0.42, time + 0.3)
        self._jack(c, 84, 69, 0.6, time + 0.6)
        self._jack(c, 40, 82, 1.25, time)
        look = Figure(hexed("c9352b"), hexed("8f241f"), SKIN, hexed("f5f5f5"))
        c.person(118, 86, 32, look, arms=(0.5 + 0.3 * wave(time), -0.2), step=0.3, facing=-1)

    def _jack(self, c: Canvas, x: float, foot: float, size: float, time: float) -> None:
        """A pump jack; its beam nods once in the loop."""
        dark = hexed("171116")
        nod = wave(time) * 0.22
        top = foot - 32 * size
        c.line([(x - 8 * size, foot), (x, top), (x + 8 * size, foot)], dark, 1.5 * size)
        c.line([(x - 4 * size, foot - 16 * size), (x + 4 * size, foot - 16 * size)], dark, 1.0 * size)
        c.rect(x - 14 * size, foot - 2 * size, 46 * size, 2.4 * size, dark)
        head = (x - 24 * size * cos(nod), top - 24 * size * sin(nod))
        tail = (x + 24 * size * cos(nod), top + 24 * size * sin(nod))
        c.line([head, tail], hexed("c8342c"), 2.6 * size)
        c.poly([(head[0] - 4 * size, head[1] - 6 * size), (head[0] + 3 * size, head[1] - 5 * size),
                (head[0] + 3 * size, head[1] + 5 * size), (head[0] - 3 * size, head[1] + 8 * size)], dark)  # fmt: skip
        c.line([(head[0] - 3.4 * size, head[1] + 6 * size), (head[0] - 3.4 * size, foot)], dark, 0.5 * size)
        turn = 2 * pi * time + 1.3
        crank = (x + 24 * size + cos(turn) * 4 * size, foot - 9 * size + sin(turn) * 4 * size)
        c.line([tail, crank], dark, 1.0 * size)
        c.dot(x + 24 * size, foot - 9 * size, 6.5 * size, dark)
        c.dot(*crank, 2.2 * size, hexed("e8a13a"))
