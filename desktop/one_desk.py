"""One desk for each profile: a file lock, and a local socket by which a second start raises the first window."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 1_000


class OneDesk(QObject):
    """Holds the profile while it lives. The socket is a file of this user, nothing listens on the network."""

    raise_wanted = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(profile / "desk.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process has gone, however old it is
        self._name = "yunjiangshu-desk-" + hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def take(self) -> bool:
        """Takes the profile; False when another desk has it, whose window was asked to come to the front."""
        if not self._lock.tryLock(0):
            self._call_first()
            return False
        QLocalServer.removeServer(self._name)  # left over by a killed desk; the lock says that it is not in use
        self._server.listen(self._name)
        return True

    def leave(self) -> None:
        """Gives the profile back."""
        self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            socket.disconnectFromServer()

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_wanted.emit()
