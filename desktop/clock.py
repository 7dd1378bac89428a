"""Clocks are passed in: the real one, and one that is off by a fixed time."""

import time
from typing import Protocol


class Clock(Protocol):
    """Wall clock in ms UTC, and seconds that never go back."""

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start."""
        ...


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        """Seconds from an arbitrary start."""
        return time.monotonic()


class ShiftedClock(SystemClock):
    """The machine's clock moved by `offset_ms`."""

    def __init__(self, offset_ms: int) -> None:
        self._offset_ms = offset_ms

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC, moved."""
        return super().now_ms() + self._offset_ms
