"""What every player on Qt has: signals, state, position, the settings that stay from video to video."""

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.player.clock import PlayClock
from desktop.player.player import PlaybackProblem, PlayerState, Source

_POSITION_EVERY_MS = 33


class QtPlayer(QObject):
    """The signals of `Player` and what they tell; whoever decodes sets it."""

    frame_ready = Signal(QImage)
    video_size_changed = Signal(int, int)
    position_changed = Signal(int)
    duration_changed = Signal(int)
    state_changed = Signal(PlayerState)
    failed = Signal(PlaybackProblem)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = PlayClock(time.monotonic)
        self.state = PlayerState.IDLE
        self.rate = 1.0
        self.volume = 100
        self.muted = False
        self._forget_video()

    @property
    def position_ms(self) -> int:
        """Milliseconds from the start, never past the end."""
        position = max(0, self._clock.position_ms)
        return min(position, self.duration_ms) if self.duration_ms else position

    def _forget_video(self) -> None:
        self.source: Source | None = None
        self.problem: PlaybackProblem | None = None
        self.duration_ms = 0
        self.loop: tuple[int, int] | None = None
        self.frame: QImage | None = None
        self.video_size = (0, 0)
        self._told_ms = 0
        self._stand(0)

    def _stand(self, position_ms: float) -> None:
        """Be there and stand still."""
        self._clock.hold()
        self._clock.seek(position_ms)

    def _show(self, image: QImage, shape: tuple[int, int]) -> None:
        self.frame = image
        if shape != self.video_size:
            self.video_size = shape
            self.video_size_changed.emit(*shape)
        self.frame_ready.emit(image)

    def _set_state(self, state: PlayerState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_duration(self, duration_ms: int) -> None:
        if duration_ms != self.duration_ms:
            self.duration_ms = duration_ms
            self.duration_changed.emit(duration_ms)

    def _tell_position(self) -> None:
        self._told_ms = self.position_ms
        self.position_changed.emit(self._told_ms)

    def _tell_position_now_and_then(self) -> None:
        if abs(self._clock.position_ms - self._told_ms) >= _POSITION_EVERY_MS:
            self._tell_position()
