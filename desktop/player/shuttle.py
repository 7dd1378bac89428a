"""J, K, L: back, pause, forward; pressed again, twice and four times as fast."""

from PySide6.QtCore import QObject, QTimer

from desktop.player.player import Player, PlayerState

SPEEDS = (1, 2, 4)
_HOP_MS = 250


class Shuttle(QObject):
    """Drives a player; backwards by hops, because no decoder plays backwards."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._usual_rate = player.rate
        self._hops = QTimer(self, interval=_HOP_MS)
        self._hops.timeout.connect(self._hop_back)
        self.speed = 0
        """-4 … -1 back, 1 … 4 forward, 0 not shuttling."""

    def forward(self) -> None:
        """L: play, then 2×, 4×."""
        self._hops.stop()
        if self.speed <= 0 or self._player.state is not PlayerState.PLAYING:
            self.end()
            self.speed = 1
        else:
            if self.speed == 1:
                self._usual_rate = self._player.rate
            self.speed = _faster(self.speed)
            self._player.set_rate(self.speed)
        self._player.play()

    def back(self) -> None:
        """J: back, then 2×, 4×."""
        if self.speed < 0:
            self.speed = -_faster(-self.speed)
            return
        self.end()
        self.speed = -1
        self._player.pause()
        self._hop_back()
        self._hops.start()

    def pause(self) -> None:
        """K: stand still; the next L is at the usual rate again."""
        self.end()
        self._player.pause()

    def end(self) -> None:
        """No more shuttling, at the usual rate; call it when another video comes."""
        self._hops.stop()
        if self.speed > 1:
            self._player.set_rate(self._usual_rate)
        self.speed = 0

    def _hop_back(self) -> None:
        position = self._player.position_ms
        self._player.seek(position + self.speed * _HOP_MS)
        if position <= 0 or self._player.state in (PlayerState.IDLE, PlayerState.FAILED):
            self.end()


def _faster(speed: int) -> int:
    return SPEEDS[min(SPEEDS.index(speed) + 1, len(SPEEDS) - 1)]
