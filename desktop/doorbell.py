"""The local socket by which a second start calls the first one. A file of this user, nothing listens on the network."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS, TRIES, PAUSE_MS = 1_000, 40, 100


class Doorbell(QObject):
    """Hangs at a profile until `close`; only the desk that holds the profile's lock may make one."""

    rung = Signal()

    def __init__(self, profile: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        QLocalServer.removeServer(_name(profile))  # left over by a killed desk
        self._server.listen(_name(profile))

    def close(self) -> None:
        """Takes the bell away."""
        self._server.close()

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.rung.emit()


def ring(profile: Path) -> bool:
    """Calls the desk that has the profile, which may just be starting (up to 4 s); whether it answered."""
    for _ in range(TRIES):
        socket = QLocalSocket()
        socket.connectToServer(_name(profile))
        if socket.waitForConnected(ANSWER_MS):
            socket.disconnectFromServer()
            return True
        QThread.msleep(PAUSE_MS)
    return False


def _name(profile: Path) -> str:
    return "yunjiangshu-desk-" + hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]
