"""One desk for each profile: a file lock; a second start raises the first one's window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.doorbell import Doorbell

HANG_UP_AFTER_MS = 1_500


class OneDesk(QObject):
    """Holds the profile while it lives. The doorbell (QtNetwork, hashlib: 10 ms) comes after the first screen."""

    raise_wanted = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._lock = QLockFile(str(profile / "desk.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process has gone, however old it is
        self._doorbell: Doorbell | None = None
        self._later = QTimer(self, singleShot=True, interval=HANG_UP_AFTER_MS)
        self._later.timeout.connect(self._hang_up_doorbell)

    def take(self, ring: bool = True) -> bool:
        """Takes the profile; False when another desk has it. With `ring` that one's window comes to the front."""
        if not self._lock.tryLock(0):
            if ring:
                from desktop import doorbell

                doorbell.ring(self._profile)
            return False
        self._later.start()
        return True

    def leave(self) -> None:
        """Gives the profile back."""
        self._later.stop()
        if self._doorbell is not None:
            self._doorbell.close()
        self._lock.unlock()

    def _hang_up_doorbell(self) -> None:
        from desktop.doorbell import Doorbell

        self._doorbell = Doorbell(self._profile, self)
        self._doorbell.rung.connect(self.raise_wanted)
