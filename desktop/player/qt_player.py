"""What every player on Qt has: signals, state, position, the settings that stay from video to video."""

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.player.clock import PlayClock
from desktop.player.player import PlaybackProblem, PlayerState, Source

_POSITION_EVERY_MS = 33


class QtPlayer(QObject):
    """The signals of `Player`, what they tell, what needs no decoder; whoever decodes adds the rest."""

    frame_ready = Signal(QImage)
    video_size_changed = Signal(int, int)
    position_changed = Signal(int)
    duration_changed = Signal(int)
    state_changed = Signal(PlayerState)
    failed = Signal(PlaybackProblem)

    loop: tuple[int, int] | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = PlayClock(time.monotonic)
        self.state = PlayerState.IDLE
        self.rate = 1.0
        self.volume = 100
        self.muted = False
        self.full_size = False
        self._forget_video()

    @property
    def position_ms(self) -> int:
        """Milliseconds from the start, never past the end."""
        position = max(0, self._clock.position_ms)
        return min(position, self.duration_ms) if self.duration_ms else position

    def play(self) -> None:
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def seek(self, position_ms: int) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    def _apply_volume(self) -> None:
        raise NotImplementedError

    def toggle(self) -> None:
        if self.state is PlayerState.PLAYING:
            self.pause()
        else:
            self.play()

    def set_volume(self, volume: int) -> None:
        self.volume = max(0, min(volume, 100))
        self._apply_volume()

    def set_muted(self, muted: bool) -> None:
        self.muted = muted
        self._apply_volume()

    def set_loop(self, start_ms: int, end_ms: int) -> None:
        if not 0 <= start_ms < end_ms:
            raise ValueError(f"a loop from {start_ms} to {end_ms} ms")
        self.loop = start_ms, end_ms
        if not start_ms <= self.position_ms < end_ms:
            self.seek(start_ms)

    def clear_loop(self) -> None:
        self.loop = None

    def close(self) -> None:
        self.stop()

    def _forget_video(self) -> None:
        self.source: Source | None = None
        self.problem: PlaybackProblem | None = None
        self.duration_ms = 0
        self.loop = None
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
