"""A building site."""

from random import Random

from server.samples.canvas import Canvas, Colour, Figure, hexed, mixed, wave
from server.samples.scenes.scene import BLUE_OVERALL, ORANGE_VEST, SKIN, Scene, windows


class Building(Scene):
    """A tower rises; a crane turns, welders at work."""

    foci = ((66, 46), (112, 44))

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.skies = random.choice((("4f9ad6", "a9d3ee", "f2f4e6"), ("f08a5a", "f7c08a", "ffeccb")))
        self.crane: Colour = hexed(random.choice(("f0b429", "e2552f")))

    def back(self, c: Canvas) -> None:
        c.sky(*self.skies, bottom=80)
        x = -3.0
        while x < 162:
            tall, width = self.random.uniform(14, 34), self.random.uniform(8, 15)
            shade = mixed(hexed(self.skies[1]), (70, 90, 120), 0.35)
            c.rect(x, 80 - tall, width, tall, shade)
            windows(
                c,
                self.random,
                (x, 81 - tall, width, tall),
                (4, int(tall / 3)),
                mixed(shade, (255, 255, 255), 0.35),
                0.7,
            )
            x += width + 1
        c.rect(88, 24, 46, 58, hexed("c9c2b6"))
        for floor in range(8):
            c.rect(86, 24 + floor * 7.2, 50, 1.2, hexed("8f8a82"))
            for column in range(6):
                glass = hexed("5f93b5") if floor > 3 else hexed("3f4348")
                c.rect(89.5 + column * 7.4, 26.4 + floor * 7.2, 5.6, 4.6, glass)
        for column in range(7):
            c.rect(88.4 + column * 7.5, 15, 0.7, 9, hexed("7a5a48"))
        for level in range(9):
            c.line([(136, 24 + level * 6.6), (142, 24 + level * 6.6)], hexed("d99a35"), 0.4)
        for post in (136.5, 139, 141.5):
            c.line([(post, 22), (post, 82)], hexed("d99a35"), 0.4)
        c.rect(0, 80, 160, 10, hexed("8a7458"))
        c.rect(0, 80, 160, 1, hexed("6f5c45"))
        self._mast(c)

    def _mast(self, c: Canvas) -> None:
        c.rect(44, 14, 4, 68, mixed(self.crane, (0, 0, 0), 0.1))
        for level in range(16):
            y = 15 + level * 4.2
            c.line([(44.4, y), (47.6, y + 4.2)], hexed("fff4d6"), 0.35)
        c.rect(40, 80, 12, 4, hexed("5a5a5a"))

    def move(self, c: Canvas, time: float) -> None:
        for x, y, size in ((20, 16, 7), (76, 9, 6), (146, 14, 7)):
            c.cloud(x + 3 * wave(time, 1, x / 60), y, size, (255, 255, 255, 200))
        turn = 0.86 + 0.14 * wave(time)
        end, back = 46 + 86 * turn, 46 - 26 * turn
        c.poly([(back, 12), (end, 12), (end, 13.4), (back, 14.4)], self.crane)
        c.line([(46, 3), (end * 0.72 + 46 * 0.28, 12)], hexed("5b4a33"), 0.35)
        c.line([(46, 3), (back, 12)], hexed("5b4a33"), 0.35)
        c.poly([(43, 14), (46, 2), (49, 14)], self.crane)
        c.rect(48, 14, 6, 6, hexed("eef3f5"), 0.8)
        c.rect(49, 15, 4, 3, hexed("35566b"))
        c.rect(back, 12, 7, 6, hexed("6b6f75"))
        hook = 46 + 62 * turn
        low = 32 + 9 * wave(time, 1, 0.25)
        c.line([(hook, 13), (hook, low)], hexed("3c3c3c"), 0.3)
        c.line([(hook - 6, low + 3), (hook, low), (hook + 6, low + 3)], hexed("3c3c3c"), 0.3)
        c.rect(hook - 8, low + 3, 16, 1.6, hexed("8f3f30"))
        for x, start in ((98, 0.0), (122, 0.5)):
            flash = (time * 6 + start) % 1.0 < 0.6
            c.person(x, 24, 11, ORANGE_VEST, arms=(1.2, 0.8), facing=1)
            if flash:
                c.glow(x + 4, 20.5, 5, (210, 235, 255), 0.95)
        look = Figure(hexed("e8702a"), hexed("33455c"), SKIN, hexed("f2c22e"))
        c.person(70, 88, 32, look, arms=(2.2 + 0.35 * wave(time, 2), -0.2), step=0.25)
        c.person(24, 87, 26, BLUE_OVERALL, arms=(1.2, 0.9), step=0.2)
        c.rect(28.5, 71.5, 7, 4.6, hexed("f7f7f0"), 0.2)
