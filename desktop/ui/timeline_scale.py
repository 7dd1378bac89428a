"""Where a moment stands on the two-minute timeline; no painting. Times in ms, lengths in px."""

from typing import Literal, NamedTuple

LIMIT_MS = 120_000
OVERRUN_WIDTH = 56
Rows = Literal[1, 2, 3]


class Sizes(NamedTuple):
    """Heights of the parts of a row."""

    lane: int
    track: int
    ruler: int
    gap: int

    @property
    def row(self) -> int:
        """One row with the gap below it."""
        return self.lane + self.track + self.ruler + self.gap


NORMAL = Sizes(20, 26, 18, 6)
COMPACT = Sizes(16, 20, 16, 4)
MARGIN_X, MARGIN_Y = 16, 8


class Scale(NamedTuple):
    """A fixed scale: 120 s always fill `rows` rows of `width` px.

    A longer video gets one more piece behind the limit on the last row; it is
    OVERRUN_WIDTH px wide however much is too much.
    """

    width: float
    rows: Rows = 3
    duration: int = 0

    @property
    def row_ms(self) -> int:
        """What one row spans."""
        return LIMIT_MS // self.rows

    @property
    def row_width(self) -> float:
        """Width that `row_ms` takes."""
        return max(1.0, self.width - (OVERRUN_WIDTH if self.duration > LIMIT_MS else 0))

    def place(self, ms: int) -> tuple[int, float]:
        """Row and x of a moment, clamped to the video."""
        ms = max(0, min(ms, self.duration or LIMIT_MS))
        if ms > LIMIT_MS:
            share = (ms - LIMIT_MS) / max(1, self.duration - LIMIT_MS)
            return self.rows - 1, self.row_width + OVERRUN_WIDTH * share
        row = min(self.rows - 1, ms // self.row_ms)
        return row, (ms - row * self.row_ms) / self.row_ms * self.row_width

    def moment(self, row: int, x: float) -> int:
        """The moment at a point, clamped to the video."""
        row = max(0, min(self.rows - 1, row))
        if x > self.row_width and row == self.rows - 1 and self.duration > LIMIT_MS:
            share = min(1.0, (x - self.row_width) / OVERRUN_WIDTH)
            return round(LIMIT_MS + share * (self.duration - LIMIT_MS))
        x = max(0.0, min(self.row_width, x))
        ms = round(row * self.row_ms + x / self.row_width * self.row_ms)
        return max(0, min(ms, self.duration or LIMIT_MS))

    def pieces(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """(row, x from, x to) of a stretch of time within the two minutes."""
        found = []
        for row in range(self.rows):
            low, high = row * self.row_ms, (row + 1) * self.row_ms
            a, b = max(start, low), min(end, high, LIMIT_MS)
            if a < b:
                unit = self.row_width / self.row_ms
                found.append((row, (a - low) * unit, (b - low) * unit))
        return found


def timeline_height(rows: Rows, sizes: Sizes = NORMAL) -> int:
    """Height of the widget with so many rows."""
    return rows * sizes.row - sizes.gap + 2 * MARGIN_Y


def rows_that_fit(available: int, sizes: Sizes = NORMAL) -> Rows:
    """Most rows (3, 2 or 1) that fit into `available` px; 1 when none does."""
    for rows in (3, 2):
        if timeline_height(rows, sizes) <= available:
            return rows
    return 1
