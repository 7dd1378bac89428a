"""What changed on this machine, announced once per turn of the event loop."""

from collections.abc import Iterable
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, QTimer, Signal

Topic = Literal[
    "work", "registration", "membership", "organization", "decision", "conflict", "outbox", "lease", "media", "ref",
    "second_look", "seal", "network", "session", "settings",
]  # fmt: skip
TOPICS: frozenset[str] = frozenset(get_args(Topic))


class Changes(QObject):
    """`announce` may be called from any thread; `changed` comes on the UI thread with all topics of the turn."""

    changed = Signal(object)
    """frozenset[str] of topics."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._deliver)
        self._arrived.connect(self._collect, Qt.ConnectionType.AutoConnection)

    def announce(self, topics: Iterable[str]) -> None:
        """Says that rows of these topics may differ from what is shown; ValueError for an unknown topic."""
        named = frozenset(topics)
        if unknown := named - TOPICS:
            raise ValueError(f"unknown topics: {sorted(unknown)}")
        if named:
            self._arrived.emit(named)

    def close(self) -> None:
        """Nothing is delivered any more."""
        self._arrived.disconnect(self._collect)
        self._timer.stop()

    def _collect(self, topics: frozenset[str]) -> None:
        self._waiting |= topics
        if not self._timer.isActive():
            self._timer.start()

    def _deliver(self) -> None:
        topics, self._waiting = frozenset(self._waiting), set()
        self.changed.emit(topics)
