"""Where a playing video is, between the few times that libVLC tells."""

from collections.abc import Callable

_STALE_S = 0.5
_NEAR_MS = 300


class PlayClock:
    """Runs from what was last known; libVLC reports the time about four times a second only."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._at_ms = 0.0
        self._since: float | None = None
        self._rate = 1.0
        self._sought: tuple[float, float] | None = None

    @property
    def position_ms(self) -> int:
        """Milliseconds from the start of the video."""
        return round(self._at_ms + self._elapsed_ms())

    def seek(self, position_ms: float) -> None:
        """Be there; reports from before are not believed for a while."""
        self._set(position_ms)
        self._sought = (position_ms, self._now())

    def move(self, by_ms: float) -> None:
        """Be that much further."""
        self.seek(self._at_ms + self._elapsed_ms() + by_ms)

    def report(self, position_ms: float) -> None:
        """libVLC says where it is."""
        if self._since is None:
            return
        if self._sought:
            target, when = self._sought
            if abs(position_ms - target) > _NEAR_MS and self._now() - when < _STALE_S:
                return
            self._sought = None
        self._set(position_ms)

    def run(self) -> None:
        """Start or go on."""
        if self._since is None:
            self._since = self._now()

    def hold(self) -> None:
        """Stand still."""
        self._set(self._at_ms + self._elapsed_ms())
        self._since = None

    def set_rate(self, rate: float) -> None:
        """Run at `rate` from now on."""
        self._set(self._at_ms + self._elapsed_ms())
        self._rate = rate

    def _elapsed_ms(self) -> float:
        return 0.0 if self._since is None else (self._now() - self._since) * 1000 * self._rate

    def _set(self, position_ms: float) -> None:
        self._at_ms = position_ms
        if self._since is not None:
            self._since = self._now()
