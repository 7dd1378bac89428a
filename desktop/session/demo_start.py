"""Starts the demo's server beside the UI and says when it is up."""

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.demo import DemoClock
from desktop.paths import Paths
from desktop.session.demo_server import DemoServer


class DemoStart(QObject):
    """`up` when the server answers, `failed(error)` when it does not, `progress(words)` while data is made."""

    up = Signal()
    failed = Signal(object)
    progress = Signal(str)

    def __init__(self, paths: Paths, clock: DemoClock, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.server = DemoServer(paths)
        self._clock, self._background = clock, background

    def begin(self) -> None:
        """Starts in the pool."""
        self._background.run(self._start, self._started, self.failed.emit, self)

    def _start(self) -> int:
        """In the pool: how far the demo's clock is from this machine's, in ms."""
        from desktop.session import arriving  # here, where it holds nobody up

        return arriving.clock_offset_ms(self.server.start(self.progress.emit))

    def _started(self, offset_ms: int) -> None:
        self._clock.offset_ms = offset_ms
        self.up.emit()
