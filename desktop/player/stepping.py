"""Going frame by frame: libVLC ignores some requests, so each is repeated until another picture is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_ANSWER_MS = 120
_TRIES_FORWARD, _TRIES_BACK = 2, 4


class FrameStepper(QObject):
    """One step at a time; further ones wait for no one and are dropped."""

    def __init__(self, go: Callable[[int], None], parent: QObject) -> None:
        """`go(direction)` asks for a frame once."""
        super().__init__(parent)
        self._go = go
        self._direction = self._tries = 0
        self._patience = QTimer(self, singleShot=True, interval=_ANSWER_MS)
        self._patience.timeout.connect(self._ask)

    def step(self, direction: int) -> bool:
        """Ask for the next (+1) or an earlier (-1) frame; False while the last one is still awaited."""
        if self._direction:
            return False
        self._direction = direction
        self._tries = _TRIES_FORWARD if direction > 0 else _TRIES_BACK
        self._ask()
        return True

    def settle(self) -> None:
        """Another picture is there, or none will come."""
        self._direction = 0
        self._patience.stop()

    def _ask(self) -> None:
        if not self._tries:
            self.settle()
            return
        self._tries -= 1
        self._go(self._direction)
        self._patience.start()
