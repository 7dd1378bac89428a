"""Railway, port, city at night, tunnel, parcels."""

from math import cos, pi, sin
from random import Random

from server.samples.canvas import Canvas, Figure, hexed, mixed, wave
from server.samples.scenes.scene import ORANGE_VEST, SKIN, Scene, wheel, windows

CRATES = tuple(hexed(text) for text in ("c8442f", "2f6db3", "e0a030", "3f8f5f", "8a4fa0", "d9d4c8"))


class Railway(Scene):
    """An express passes at dusk, a track worker salutes."""

    foci = ((58, 52), (126, 56))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        dusk, day = ("2b2350", "7c4a86", "e8788a", "ffc58a"), ("2a6fb0", "6fb0dc", "bfe0f0", "eef6f2")
        self.skies = random.choice((dusk, day))
        self.is_dusk = self.skies is dusk
        self.stripe = hexed(random.choice(("d8352c", "2b6fc0")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=62)
        if self.is_dusk:
            c.glow(112, 50, 34, (255, 214, 150), 0.9)
            c.dot(112, 50, 7, (255, 236, 200))
        far = mixed(hexed(self.skies[2]), (40, 40, 80), 0.45)
        c.ridge(self.random, 58, 22, mixed(far, hexed(self.skies[2]), 0.4))
        c.ridge(self.random, 62, 13, mixed(far, (20, 40, 40), 0.4))
        c.poly([(0, 60), (160, 60), (160, 90), (0, 90)], hexed("3c4a3a" if self.is_dusk else "5f8a4e"))
        c.poly([(0, 68), (160, 68), (160, 82), (0, 82)], hexed("6a6259"))
        for x in range(-4, 164, 5):
            c.poly([(x, 70), (x + 2.2, 70), (x + 1.4, 80), (x - 0.8, 80)], hexed("4a433d"))
        c.rect(0, 71, 160, 0.8, hexed("b9b4ac"))
        c.rect(0, 77.5, 160, 1, hexed("cfcac2"))
        dark = hexed("2b2a38")
        for x in (20, 74, 128):
            c.rect(x, 24, 1.1, 46, dark)
            c.line([(x, 28), (x + 12, 30), (x, 34)], dark, 0.5)
        for y in (26, 31):
            c.line([(0, y), (160, y)], dark, 0.25)

    def move(self, c: Canvas, time: float) -> None:
        c.cloud((40 + time * 8) % 160, 14, 6, (255, 240, 235, int(150 * sin(pi * time) + 30)))
        nose = -12 + time * 336
        length = 150
        tail = nose - length
        body = hexed("f1f3f6")
        c.poly([(tail, 50), (nose - 16, 50), (nose - 6, 55), (nose, 62), (nose - 2, 66.5), (tail, 66.5)], body)
        c.rect(tail, 59.5, length - 4, 1.9, self.stripe)
        c.rect(tail, 64.6, length - 3, 1.9, hexed("8b939d"))
        c.poly([(nose - 15, 51.5), (nose - 8, 55), (nose - 10, 57), (nose - 18, 56.5)], hexed("1d2a3a"))
        window = (255, 226, 150) if self.is_dusk else hexed("33506b")
        for number in range(26):
            x = nose - 26 - number * 4.8
            if number % 6 != 5:
                c.rect(x, 53.2, 3.4, 3.4, window, 0.6)
        for number in range(12):
            c.dot(nose - 10 - number * 12, 68, 1.6, hexed("20242b"))
        if self.is_dusk:
            c.glow(nose, 62, 9, (255, 244, 210), 0.9)
        arm = 2.5 + 0.15 * wave(time, 2)
        c.person(136, 88, 30, ORANGE_VEST, arms=(arm, -0.1), step=0.2, facing=-1)
        c.rect(133.6, 69.4, 4.8, 0.9, hexed("f7f38a"))


class Port(Scene):
    """Gantry cranes load a ship; lamps on the water."""

    foci = ((64, 46), (112, 50))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.night = random.random() < 0.6
        self.skies = ("0b1730", "17305a", "3a5a86") if self.night else ("f29b6b", "f7c59a", "fbe6cf")
        self.stack = [(random.randrange(6), number) for number in range(60)]
        self.steel = hexed(random.choice(("e2562f", "2f6fb5")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=64)
        if self.night:
            for _ in range(60):
                c.dot(self.random.uniform(0, 160), self.random.uniform(0, 34), 0.16, (230, 235, 255, 190))
        else:
            c.glow(120, 44, 30, (255, 244, 220), 1.0)
        c.sky(*(("1b3358", "0c1a30") if self.night else ("8fb4c4", "4f7f96")), top=62)
        self._ship(c)
        c.poly([(0, 74), (160, 74), (160, 90), (0, 90)], hexed("20283a" if self.night else "6f7680"))
        c.rect(0, 74, 160, 0.9, hexed("d9b23a"))
        for place, (colour, number) in enumerate(self.stack[:28]):
            if number % 7 != 4:
                c.rect(1 + place % 14 * 11.6, 84 - place // 14 * 4.6, 11, 4.3, CRATES[colour])
                c.rect(1 + place % 14 * 11.6, 87.6 - place // 14 * 4.6, 11, 0.5, mixed(CRATES[colour], (0, 0, 0), 0.4))

    def _ship(self, c: Canvas) -> None:
        c.poly([(26, 58), (150, 58), (144, 72), (36, 72)], hexed("24344f" if self.night else "2f4a6b"))
        c.poly([(33, 68), (146, 68), (144, 72), (36, 72)], hexed("8f2f2a"))
        c.rect(128, 40, 14, 18, hexed("e8e8e4" if not self.night else "b9c2cf"), 0.8)
        windows(c, self.random, (128, 41, 14, 10), (5, 3), (255, 224, 150), 0.9)
        for column in range(9):
            for row in range(1 + (column * 5) % 4):
                c.rect(38 + column * 9.6, 53.8 - row * 4.2, 9.2, 4, CRATES[(column * 3 + row * 2) % 6])

    def move(self, c: Canvas, time: float) -> None:
        for number, (x, start) in enumerate(((18, 0.0), (62, 0.4))):
            self._crane(c, x, time + start, CRATES[(number * 2 + 1) % 6])
        for number in range(14):
            left = number * 12 + wave(time, 1, number / 7) * 1.5
            c.rect(left, 66 + number % 4 * 2, 7, 0.3, (255, 226, 160, 90 if self.night else 60))
        c.person(112, 88, 22, ORANGE_VEST, arms=(1.6 + 0.5 * wave(time), -0.2), step=0.25, facing=-1)

    def _crane(self, c: Canvas, x: float, time: float, crate: tuple[int, int, int]) -> None:
        """A gantry; its trolley goes out and back once in the loop."""
        steel, dark = self.steel, mixed(self.steel, (0, 0, 0), 0.35)
        for leg in (x, x + 22):
            c.rect(leg, 24, 2, 52, steel)
        c.line([(x + 1, 60), (x + 23, 40)], dark, 0.8)
        c.rect(x - 12, 22, 76, 2.6, steel)
        c.line([(x + 8, 8), (x + 62, 22)], dark, 0.5)
        c.line([(x + 8, 8), (x - 11, 22)], dark, 0.5)
        c.line([(x + 1, 24), (x + 8, 8), (x + 23, 24)], steel, 1.4)
        out = x + 34 + 20 * wave(time)
        drop = 34 + 8 * wave(time, 2, 0.2)
        c.rect(out - 3, 24, 6, 2.4, dark)
        c.line([(out - 2, 26), (out - 2, drop)], (40, 40, 50), 0.25)
        c.line([(out + 2, 26), (out + 2, drop)], (40, 40, 50), 0.25)
        c.rect(out - 5, drop, 10, 4.4, crate)
        c.rect(out - 5, drop + 3.8, 10, 0.6, mixed(crate, (0, 0, 0), 0.4))
        if self.night:
            for lamp in (x - 6, x + 12, x + 40):
                c.glow(lamp, 25, 5, (255, 236, 180), 0.8)


class NightCity(Scene):
    """A sweeper before dawn; cars and windows behind."""

    foci = ((46, 62), (112, 44))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.skies = random.choice((("0a1030", "1d2a5c", "58447f"), ("101c2c", "274b66", "d98a5e")))
        self.leaves = [(random.uniform(0, 22), random.random(), random.choice((2, 3))) for _ in range(14)]

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=70)
        for depth, (low, high, width) in enumerate(((16, 44, 9), (10, 34, 14))):
            shade = mixed(hexed(self.skies[1]), (8, 10, 24), 0.35 + 0.4 * depth)
            x = -4.0
            while x < 162:
                tall = self.random.uniform(low, high)
                c.rect(x, 70 - tall, width - 0.8, tall, shade)
                lit = mixed((255, 214, 130), shade, 0.35 - 0.2 * depth)
                windows(c, self.random, (x, 71 - tall, width - 1, tall), (3 + depth, int(tall / 3)), lit, 0.42)
                x += width
        c.poly([(0, 68), (160, 68), (160, 90), (0, 90)], hexed("1c2030"))
        c.poly([(0, 80), (160, 77), (160, 90), (0, 90)], hexed("33384a"))
        for x in (14, 78, 142):
            c.rect(x, 34, 0.9, 44, hexed("0d111c"))
            c.line([(x, 34), (x + 7, 33)], hexed("0d111c"), 0.7)
            c.glow(x + 7, 34, 13, (255, 214, 140), 0.8)
            c.glow(x + 7, 79, 17, (255, 200, 120), 0.28)

    def move(self, c: Canvas, time: float) -> None:
        for start, y, speed in ((0.0, 71.5, 1), (0.5, 73.5, 1), (0.25, 75, -1)):
            share = (time + start) % 1.0
            x = -20 + 200 * share if speed > 0 else 180 - 200 * share
            ahead = 9 if speed > 0 else -9
            c.rect(x - 7, y - 2.6, 14, 3.2, hexed("4a5a7a"), 1.2)
            c.rect(x - 4, y - 4.6, 8, 2.6, hexed("223049"), 1)
            c.glow(x + ahead, y - 1, 7, (255, 246, 210), 0.85)
            c.glow(x - ahead * 0.9, y - 1, 3, (255, 60, 50), 0.9)
        sweep = wave(time, 2)
        vest = Figure(hexed("f07a28"), hexed("2c3e55"), SKIN, hexed("f07a28"), "cap")
        x, y = c.person(44, 89, 33, vest, arms=(0.9 + 0.2 * sweep, 0.6 + 0.2 * sweep), step=0.4 + 0.1 * sweep)
        c.rect(41.4, 68.4, 5.4, 1, hexed("fff7a0"))
        c.limb([(x - 5, y - 9), (x + 8 + sweep * 3, 87)], hexed("a5793f"), 0.6)
        end = x + 8 + sweep * 3
        c.poly([(end - 1, 83.5), (end + 5, 88.6), (end - 2, 89.4)], hexed("c9a860"))
        for away, start, turns in self.leaves:
            hop = abs(wave(time, turns, start))
            c.oval(end + 4 + away, 88.5 - hop * 2.4, 0.9, 0.4, mixed((214, 150, 60), (150, 80, 40), start))
        c.glow(118, 40, 5, (255, 80, 70), 0.4 + 0.4 * wave(time, 2))


class Tunnel(Scene):
    """A tunnel on its way into the mountain; lamps, a drill, sparks of light."""

    foci = ((80, 46), (50, 58))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.lamp = hexed(random.choice(("ffd27a", "bfe3ff")))

    def back(self, c: Canvas) -> None:
        c.sky("14110f", "241d18")
        for ring in range(11, 0, -1):
            size = 9 + (ring / 11) ** 1.8 * 82
            shade = mixed(hexed("7d6c5c"), hexed("211b17"), ring / 11)
            c.oval(80, 46, size, size * 0.78, shade)
            c.oval(80, 46, size * 0.965, size * 0.752, mixed(shade, (0, 0, 0), 0.22))
        c.glow(80, 46, 46, self.lamp, 0.75)
        c.poly([(72, 52), (88, 52), (150, 90), (10, 90)], hexed("3b322b"))
        for side in (-1, 1):
            c.line([(80 + side * 3.5, 53), (80 + side * 30, 90)], hexed("a59a8c"), 0.6)
        for step in range(9):
            share = (step / 9) ** 2
            c.line(
                [(80 - 5 - 34 * share, 53.5 + 36 * share), (80 + 5 + 34 * share, 53.5 + 36 * share)],
                hexed("2a231e"),
                0.9,
            )

    def move(self, c: Canvas, time: float) -> None:
        for step in range(7):
            share = ((step + time) / 7) ** 2
            x, y = 80 - 12 - 74 * share, 38 - 34 * share
            c.glow(x, y, 3 + 13 * share, self.lamp, 0.85)
            c.glow(160 - x, y, 3 + 13 * share, self.lamp, 0.85)
        c.dot(80, 45, 8.6, hexed("51483f"))
        for spoke in range(6):
            angle = 2 * pi * (time / 3 + spoke / 6)
            c.line([(80, 45), (80 + cos(angle) * 8.4, 45 + sin(angle) * 8.4)], hexed("d9822b"), 1.2)
        c.dot(80, 45, 2.2, hexed("f0b25a"))
        look = Figure(hexed("e2662a"), hexed("384558"), SKIN, hexed("f2c22e"))
        c.person(50, 86, 36, look, arms=(1.35 + 0.1 * wave(time, 2), 0.9), step=0.35)
        c.glow(55, 55, 7, (255, 250, 220), 0.75)
        c.rect(47, 63.6, 6, 1, hexed("fff7a0"))
        c.person(112, 82, 29, look, arms=(0.5 + 0.4 * wave(time), -0.3), step=0.3 * wave(time), facing=-1)
        c.glow(108.4, 57, 6, (255, 250, 220), 0.7)
        for number in range(18):
            share = (time + number / 18) % 1.0
            angle = number * 2.4
            c.dot(80 + cos(angle) * 60 * share, 46 + sin(angle) * 40 * share, 0.1 + 0.3 * share, (255, 240, 210, 90))


class Parcels(Scene):
    """Parcels on belts, a sorter with a scanner, a robot arm."""

    foci = ((62, 56), (118, 44))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.wall = hexed(random.choice(("2f4858", "3d4a3a", "50404a")))
        self.parcels = [(random.uniform(5, 8), random.uniform(4, 6.5), random.randrange(3)) for _ in range(9)]

    def back(self, c: Canvas) -> None:
        c.sky("20303a", "33454f", "1d2830")
        for row in range(4):
            for column in range(13):
                x, y = 2 + column * 12.3, 5 + row * 10.4
                c.rect(x, y, 11.6, 9.6, self.wall)
                for number in range(self.random.randrange(1, 4)):
                    size = self.random.uniform(2.6, 4.6)
                    tone = self.random.choice(("c79a5f", "d9b27a", "a97c48", "e2c79a"))
                    c.rect(x + 0.5 + number * 3.7, y + 9.2 - size, 3.4, size, hexed(tone))
        for x in (30, 80, 130):
            c.glow(x, 2, 40, (255, 240, 205), 0.5)
        c.poly([(0, 52), (160, 52), (160, 90), (0, 90)], hexed("2a353c"))

    def move(self, c: Canvas, time: float) -> None:
        self._belt(c, 56, -1, time, 0)
        arm = wave(time)
        hub, elbow = (120, 64), (120 + 10 * arm, 36)
        grip = (elbow[0] - 12 + 4 * arm, 47 + 4 * wave(time, 2))
        for one, other, width in ((hub, elbow, 4.4), (elbow, grip, 3.2)):
            c.limb([one, other], hexed("f08a24"), width)
            c.dot(other[0], other[1], width * 0.35, hexed("3a3f46"))
        c.rect(grip[0] - 3.4, grip[1] + 1, 6.8, 5.6, hexed("d2a468"), 0.4)
        c.rect(112, 62, 16, 14, hexed("3a444c"), 1.5)
        look = Figure(hexed("2a7a4f"), hexed("2b3844"), SKIN, hexed("2a7a4f"), "cap")
        x, y = c.person(54, 82, 40, look, arms=(1.2 + 0.15 * wave(time, 2), 0.8), step=0.3)
        c.rect(x, y - 1.6, 4, 2, hexed("20262c"), 0.5)
        if time % 0.5 < 0.25:
            c.poly([(x + 4, y - 0.6), (x + 14, 67), (x + 5, 70)], (255, 60, 60, 110))
        c.rect(0, 76, 160, 14, hexed("232c32"))
        self._belt(c, 72, 1, time, 4)

    def _belt(self, c: Canvas, y: float, way: int, time: float, first: int) -> None:
        """A belt on which parcels move on by one place in the loop."""
        c.rect(0, y, 160, 5, hexed("14191d"))
        c.rect(0, y, 160, 0.7, hexed("5c6972"))
        for number in range(20):
            wheel(c, number * 8.5 + 3, y + 3, 1.4, way * time * 3, hexed("59656d"), hexed("8b979e"))
        for number in range(-1, 6):
            across, high, tone = self.parcels[(first + number) % 5 + (first and 4)]
            x = (number + way * time) * 32 + 6
            colour = hexed(("cf9f62", "dcb884", "b98650")[tone])
            c.rect(x, y - high, across, high, colour, 0.3)
            c.rect(x + across * 0.42, y - high, across * 0.16, high, mixed(colour, (255, 240, 200), 0.5))
            c.rect(x + 0.8, y - high + 1, 2.2, 1.4, (250, 250, 250))
