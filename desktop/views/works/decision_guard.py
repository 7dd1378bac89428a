"""When a decision key counts: once per work, never for a work whose title was not on screen yet."""

DOUBLE_TAP_MS = 180
"""A second press of the same key sooner than this is one trembling finger, not a judgement of the next work."""


class DecisionGuard:
    """Knows which work is on screen and whether a decision about it may start. Times in monotonic ms."""

    def __init__(self) -> None:
        self._shown: str | None = None
        self._painted = False
        self._writing = False
        self._last: tuple[str, float] = ("", -1e12)

    def show(self, work: str | None) -> None:
        """Another work (or none) was put on screen; its title is not painted yet."""
        if work != self._shown:
            self._shown, self._painted, self._writing = work, False, False

    def painted(self) -> None:
        """The title of the shown work has been painted."""
        self._painted = True

    def accepts(self, verb: str, now_ms: float, auto_repeat: bool = False) -> bool:
        """Whether pressing the key of `verb` now decides the shown work."""
        same_verb, since = self._last
        trembling = verb == same_verb and now_ms - since < DOUBLE_TAP_MS
        return self._shown is not None and self._painted and not (self._writing or auto_repeat or trembling)

    def begin(self, verb: str, now_ms: float) -> None:
        """A decision is on its way to the disk; nothing else is accepted until `show` or `failed`."""
        self._writing = True
        self._last = (verb, now_ms)

    def failed(self) -> None:
        """The decision could not be saved; the work stays and may be decided again."""
        self._writing = False
