"""When a decision key counts: once per work, never for a work whose title was not on screen yet."""

DOUBLE_TAP_MS = 180
"""A second A sooner than this is one trembling finger, not a judgement of the next work. Rejecting takes three keys."""


class DecisionGuard:
    """Knows which work is on screen and whether a decision about it may start. Times in monotonic ms."""

    def __init__(self) -> None:
        self._shown: str | None = None
        self._painted = False
        self._writing = False
        self._approved_at = float("-inf")
        self.unseen = False
        """The author has changed the work on screen, and the person has not said that the new version was seen."""

    def show(self, work: str | None, unseen: bool = False) -> None:
        """Another work, or another version of it (or none), was put on screen; its title is not painted yet."""
        if work != self._shown:
            self._shown, self._painted, self._writing, self.unseen = work, False, False, unseen

    def painted(self) -> None:
        """The title of the shown work has been painted."""
        self._painted = True

    def accepts(self, now_ms: float) -> bool:
        """Whether a decision key pressed now decides the shown work."""
        trembling = now_ms - self._approved_at < DOUBLE_TAP_MS
        return self._shown is not None and self._painted and not (self._writing or trembling or self.unseen)

    def begin(self, now_ms: float, approves: bool) -> None:
        """A decision is on its way to the disk; nothing else is accepted until `show` or `failed`."""
        self._writing = True
        if approves:
            self._approved_at = now_ms

    def waits_again(self, work: str) -> None:
        """The decision about the work was taken back; if it is still on screen, it may be decided anew."""
        if self._shown is not None and self._shown.startswith(work):
            self._writing = False

    def failed(self) -> None:
        """The decision could not be saved; the work stays and may be decided again."""
        self._writing = False
        self._approved_at = float("-inf")
