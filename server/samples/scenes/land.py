"""Out of doors: power lines, wheat, wind, tea."""

from math import cos, pi, sin
from random import Random

from server.samples.canvas import Canvas, Figure, hexed, mixed, wave
from server.samples.scenes.scene import BLUE_OVERALL, ORANGE_VEST, SKIN, Scene, cable, pylon, wheel


class Powerline(Scene):
    """Pylons over mountains, a lineman on the tower, a drone."""

    foci = ((54, 38), (116, 34))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.skies = random.choice((("3f7fb8", "8fc0de", "dff0f2"), ("51507f", "c58a8f", "fbd7a8")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=78)
        haze = hexed(self.skies[2])
        for depth, (base, height) in enumerate(((56, 30), (66, 26), (78, 22))):
            c.ridge(self.random, base, height, mixed(hexed("2f5f5a"), haze, 0.62 - 0.24 * depth))
        c.ridge(self.random, 92, 14, hexed("25443a"))
        far = mixed(hexed("31474f"), haze, 0.35)
        left = pylon(c, 128, 66, 34, far)
        away = pylon(c, 156, 58, 22, mixed(far, haze, 0.35))
        near = pylon(c, 54, 88, 76, hexed("22303a"))
        for one, other in zip(near[1::2], left[::2], strict=True):
            cable(c, one, other, 7, hexed("22303a"))
        for one, other in zip(left[1::2], away[::2], strict=True):
            cable(c, one, other, 3, far)
        for start, drop in zip(near[::2], (10, 9, 8), strict=True):
            cable(c, start, (-6, start[1] + drop - 14), 5, hexed("22303a"))
        for x, y in near:
            c.limb([(x, y), (x, y + 3)], hexed("7a3f2c"), 0.8)

    def move(self, c: Canvas, time: float) -> None:
        for place, up, size, way in ((30, 12, 6, 1), (96, 18, 8, -1), (142, 9, 5, 1)):
            c.cloud(place + way * wave(time) * 3, up, size, (255, 255, 255, 150))
        climb = wave(time) * 1.6
        c.line([(54, 20), (60.5, 33 + climb)], hexed("d9402f"), 0.3)
        c.person(
            60, 44 + climb, 15, ORANGE_VEST, arms=(2.3 + 0.3 * wave(time, 2), 1.6), step=0.3 * wave(time, 2), facing=-1
        )
        x, y = 106 + 9 * wave(time), 30 + 3 * wave(time, 2)
        c.rect(x - 2.2, y, 4.4, 1.6, hexed("f2f2f2"), 0.7)
        for side in (-1, 1):
            c.line([(x, y + 0.6), (x + side * 4.4, y - 0.4)], hexed("30363c"), 0.5)
            c.oval(x + side * 4.4, y - 0.8, 2.4 * abs(wave(time, 9, 0.1)) + 0.5, 0.24, (40, 46, 52, 170))
        c.dot(x, y + 1.9, 0.5, (255, 70, 60))
        c.person(24, 90, 25, BLUE_OVERALL, arms=(1.9, 1.5), step=0.15)


class Wheat(Scene):
    """A harvester in waving wheat."""

    foci = ((72, 56), (120, 60))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.skies = random.choice((("3d8fd1", "9fd0ee", "f3f6e4"), ("e2724c", "f6b26a", "ffe9b8")))
        self.red = hexed(random.choice(("c8372d", "2f8f4e")))
        self.ears = [(random.uniform(-2, 162), random.uniform(79, 90), random.random()) for _ in range(230)]

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=58)
        c.glow(128, 40, 30, (255, 248, 215), 0.9)
        c.ridge(self.random, 54, 10, hexed("7fa08f"))
        c.ridge(self.random, 58, 7, hexed("5f8a5c"))
        for number in range(9):
            x = 3 + number * 19 + self.random.uniform(-4, 4)
            c.rect(x - 0.3, 51, 0.6, 6, hexed("5a4630"))
            c.oval(x, 49, 2.3, 4.2, hexed("3f6f45"))
        c.sky("e9c25a", "d9a43a", "b97f26", top=56)
        for number in range(26):
            share = number / 25
            c.line([(80 + (share - 0.5) * 90, 56), (80 + (share - 0.5) * 420, 90)], (160, 108, 30, 70), 0.5)

    def move(self, c: Canvas, time: float) -> None:
        for place, up, size in ((26, 14, 8), (88, 10, 6), (136, 20, 7)):
            c.cloud(place + 3 * wave(time, 1, place / 50), up, size, (255, 255, 255, 215))
        self._harvester(c, 70 + 4 * wave(time), time)
        c.person(132, 84, 26, Figure(hexed("3f6fa8"), hexed("39424e"), SKIN, hexed("e6d09a"), "cap"),
                 arms=(1.2 + 0.7 * wave(time), -0.2), step=0.2, facing=-1)  # fmt: skip
        for x, y, start in self.ears:
            lean = 1.1 * wave(time, 1, start * 0.25 + x / 160)
            tall = 6 + (y - 79) * 0.55
            tone = mixed((236, 192, 84), (176, 118, 34), start)
            c.line([(x, y + 3), (x + lean, y - tall)], tone, 0.28)
            c.oval(x + lean * 1.15, y - tall - 1, 0.5, 1.6, mixed(tone, (255, 232, 150), 0.35))

    def _harvester(self, c: Canvas, x: float, time: float) -> None:
        shake = 0.25 * wave(time, 8)
        y = 62 + shake
        c.glow(x + 30, 70, 15, (238, 205, 130), 0.55)
        c.poly([(x - 12, y - 8), (x + 20, y - 8), (x + 27, y), (x + 24, y + 9), (x - 14, y + 9)], self.red)
        c.poly(
            [(x - 12, y - 8), (x + 20, y - 8), (x + 22, y - 5.4), (x - 12.5, y - 5.4)],
            mixed(self.red, (255, 255, 255), 0.25),
        )
        c.poly([(x - 12, y - 20), (x - 1, y - 20), (x + 1, y - 8), (x - 15, y - 8)], hexed("e8eef0"))
        c.poly([(x - 10.6, y - 18.4), (x - 2, y - 18.4), (x - 0.6, y - 9), (x - 13, y - 9)], hexed("35566b"))
        c.oval(x - 6, y - 13.4, 1.6, 1.9, SKIN)
        c.line([(x + 16, y - 8), (x + 18, y - 19), (x + 36, y - 17)], mixed(self.red, (0, 0, 0), 0.2), 1.6)
        for number in range(9):
            share = (time * 2 + number / 9) % 1.0
            c.dot(x + 36 + share * 3, y - 16 + share * 16, 0.4, (246, 210, 110))
        c.poly([(x - 14, y + 4), (x - 26, y + 8), (x - 26, y + 12), (x - 14, y + 10)], hexed("8f9499"))
        for bar in range(6):
            turn = 2 * pi * (bar / 6 - time)
            c.line([(x - 27, y + 4), (x - 27 + cos(turn) * 6, y + 4 + sin(turn) * 6)], hexed("e2b23a"), 0.8)
        wheel(c, x - 6, y + 10, 7, time, hexed("22262b"), hexed("e2b23a"))
        wheel(c, x + 19, y + 12, 4.6, time, hexed("22262b"), hexed("e2b23a"))


class Wind(Scene):
    """Wind turbines on a ridge, solar panels in front."""

    foci = ((50, 40), (114, 44))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        morning, dusk = ("2f86c9", "8ccbe8", "e8f5ee"), ("37407f", "d07f7a", "ffd59a")
        self.skies = random.choice((morning, dusk))
        self.hill = hexed(random.choice(("4f8f5a", "b08b52")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=70)
        c.glow(132, 30, 26, (255, 246, 215), 0.8)
        haze = hexed(self.skies[2])
        c.ridge(self.random, 62, 20, mixed(self.hill, haze, 0.62))
        c.ridge(self.random, 70, 18, mixed(self.hill, haze, 0.3))
        c.ridge(self.random, 84, 16, self.hill)
        for row, (y, count) in enumerate(((76, 13), (83, 10))):
            for number in range(count):
                x = -2 + number * 162 / count + row * 3
                size = 8 + row * 3
                corners = [(x, y), (x + size, y), (x + size * 0.8, y + size * 0.5), (x - size * 0.25, y + size * 0.5)]
                c.poly(corners, hexed("1f4478"))
                c.line([(x + size * 0.5, y), (x + size * 0.28, y + size * 0.5)], hexed("86a9d6"), 0.2)
                c.line([(x - size * 0.12, y + size * 0.25), (x + size * 0.9, y + size * 0.25)], hexed("86a9d6"), 0.2)

    def move(self, c: Canvas, time: float) -> None:
        for x, y, size, way in ((22, 16, 7, 1), (84, 11, 9, -1), (148, 20, 6, 1)):
            c.cloud(x + way * 4 * wave(time), y, size, (255, 255, 255, 175))
        for x, foot, tall, start in (
            (150, 60, 26, 0.1),
            (94, 64, 32, 0.2),
            (22, 66, 36, 0.05),
            (122, 72, 48, 0.3),
            (52, 78, 62, 0.0),
        ):
            self._turbine(c, x, foot, tall, time / 3 + start)
        c.person(78, 89, 24, BLUE_OVERALL, arms=(1.7 + 0.2 * wave(time), 0.3), step=0.2, facing=-1)
        c.person(90, 89, 24, ORANGE_VEST, arms=(0.9, 0.2), step=0.3 * wave(time), facing=-1)

    def _turbine(self, c: Canvas, x: float, foot: float, tall: float, turn: float) -> None:
        """Three blades; a third of a turn looks like a whole one."""
        white, shade = hexed("f7f9fa"), hexed("c3ccd4")
        top = foot - tall
        c.poly(
            [(x - tall * 0.022, foot), (x + tall * 0.022, foot), (x + tall * 0.011, top), (x - tall * 0.011, top)],
            shade,
        )
        for blade in range(3):
            angle = 2 * pi * (turn + blade / 3)
            reach, side = tall * 0.48, tall * 0.026
            tip = (x + cos(angle) * reach, top + sin(angle) * reach)
            waist = (x + cos(angle + 0.16) * reach * 0.28, top + sin(angle + 0.16) * reach * 0.28)
            c.poly([(x - sin(angle) * side * 0.4, top + cos(angle) * side * 0.4), waist, tip], white)
            c.line([(x, top), tip], white, side * 0.7)
        c.dot(x, top, tall * 0.032, shade)


class Tea(Scene):
    """Terraces in the mist, pickers with baskets."""

    foci = ((52, 62), (112, 54))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.green = hexed(random.choice(("4f9a4c", "3f8f63")))
        self.birds = [(random.uniform(20, 140), random.uniform(8, 26), random.random()) for _ in range(6)]

    def back(self, c: Canvas) -> None:
        c.sky("8fc3d6", "cfe6dc", "f3f4dc", bottom=60)
        c.glow(40, 22, 26, (255, 248, 215), 0.9)
        for depth in range(3):
            c.ridge(self.random, 44 + depth * 7, 26 - depth * 4, mixed(self.green, (222, 236, 226), 0.72 - depth * 0.2))
        for row in range(8):
            y = 50 + row * 5.2 + row * row * 0.12
            shade = mixed(mixed(self.green, (20, 60, 40), 0.1 + row * 0.05), (230, 240, 220), 0.25 - row * 0.03)
            points = [(x, y - 4 * sin(x / 26 + row * 0.5) - 2 * sin(x / 11 + row)) for x in range(0, 161, 4)]
            c.poly([*points, (160, 90), (0, 90)], shade)
            for x, high in points:
                c.oval(x + row % 2 * 2, high + 0.6, 3.2, 1.7, mixed(shade, (190, 230, 120), 0.22))
        c.poly([(112, 36), (124, 29), (136, 36)], hexed("4a3a34"))
        c.rect(115, 36, 18, 8, hexed("e9dcc2"))
        c.rect(122, 38, 4, 6, hexed("7a4b33"))

    def move(self, c: Canvas, time: float) -> None:
        for place, up, size, start in ((30, 40, 9, 0.0), (96, 34, 12, 0.4), (146, 46, 9, 0.7)):
            c.cloud(place + 6 * wave(time, 1, start), up, size, (255, 255, 255, 90))
        for x, y, start in self.birds:
            flap = 0.9 * wave(time, 4, start)
            away = x + 8 * wave(time, 1, start)
            c.line([(away - 1.8, y - flap), (away, y), (away + 1.8, y - flap)], hexed("3c4a4a"), 0.3)
        for number, (x, feet, tall) in enumerate(((52, 87, 34), (110, 74, 22), (84, 66, 16), (136, 84, 27))):
            cloth = hexed(("d8483f", "3f6fb0", "e3a12f", "7a4fa0")[number])
            look = Figure(cloth, hexed("2f3d4a"), SKIN, hexed("e9cf8f"), "cap")
            reach = 1.1 + 0.35 * wave(time, 2, number / 4)
            facing = 1 if number % 2 == 0 else -1
            c.person(x, feet, tall, look, arms=(reach, 0.7), step=0.15, facing=facing)
            self._basket(c, x - facing * tall * 0.17, feet - tall * 0.62, tall * 0.13)
        for x in range(-2, 164, 6):
            sway = 0.5 * wave(time, 1, x / 40)
            c.oval(x + sway, 89.5, 4.6, 3.4, mixed(self.green, (16, 50, 34), 0.35))
            c.oval(x + 2 + sway, 88, 1.4, 0.8, mixed(self.green, (200, 240, 120), 0.5))

    def _basket(self, c: Canvas, x: float, y: float, size: float) -> None:
        c.poly(
            [(x - size, y), (x + size, y), (x + size * 0.75, y + size * 2), (x - size * 0.75, y + size * 2)],
            hexed("b98a4a"),
        )
        c.oval(x, y, size, size * 0.4, hexed("6fae4f"))
