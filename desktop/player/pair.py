"""Two players, so that the next video is ready before it is wanted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.player.player import PlaybackProblem, PlayerState, Source
from desktop.player.qt_player import QtPlayer
from desktop.player.vlc_player import VlcPlayer

_SIGNALS = ("video_size_changed", "frame_ready", "duration_changed", "position_changed", "state_changed", "failed")


class PlayerPair(QObject):
    """A `Player` that shows one video and has the next one waiting, opened and with its first frame decoded."""

    frame_ready = Signal(QImage)
    video_size_changed = Signal(int, int)
    position_changed = Signal(int)
    duration_changed = Signal(int)
    state_changed = Signal(PlayerState)
    failed = Signal(PlaybackProblem)

    def __init__(self, current: VlcPlayer, following: VlcPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._next = following
        for player in (current, following):
            player.setParent(self)
        self._listen()

    @property
    def current(self) -> VlcPlayer:
        """The one whose signals are passed on."""
        return self._current

    @property
    def prepared(self) -> Source | None:
        """What waits, ready or on its way."""
        return self._next.source

    def prepare_next(self, source: Source) -> None:
        """Open `source` beside the current one; nothing of it is heard or told until it is opened or advanced to."""
        if self._next.source != source or self._next.state is PlayerState.FAILED:
            self._next.open(source, start_paused=True)

    def forget_next(self) -> None:
        """Let go of what waits."""
        self._next.stop()

    def advance(self, *, start_paused: bool = False) -> None:
        """Show what waits, at once, and play it; the former video is let go."""
        former, self._current, self._next = self._current, self._next, self._current
        self._deafen(former)
        for setting in ("rate", "volume", "muted", "full_size"):
            getattr(self._current, f"set_{setting}")(getattr(former, setting))
        self._listen()
        self._tell_all()
        if not start_paused:
            self._current.play()
        former.stop()

    def open(self, source: Source, *, start_paused: bool = False) -> None:
        """See `Player`; quick when `source` is what waits."""
        if self._next.source == source:
            self.advance(start_paused=start_paused)
        else:
            self._current.open(source, start_paused=start_paused)

    def close(self) -> None:
        """Let go of both."""
        self._current.close()
        self._next.close()

    def _listen(self) -> None:
        for name in _SIGNALS:
            getattr(self._current, name).connect(getattr(self, name))

    def _deafen(self, player: QtPlayer) -> None:
        for name in _SIGNALS:
            getattr(player, name).disconnect(getattr(self, name))

    def _tell_all(self) -> None:
        player = self._current
        if player.frame is not None:
            self.video_size_changed.emit(*player.video_size)
            self.frame_ready.emit(player.frame)
        self.duration_changed.emit(player.duration_ms)
        self.position_changed.emit(player.position_ms)
        self.state_changed.emit(player.state)
        if player.problem:
            self.failed.emit(player.problem)

    @property
    def source(self) -> Source | None:
        return self._current.source

    @property
    def state(self) -> PlayerState:
        return self._current.state

    @property
    def problem(self) -> PlaybackProblem | None:
        return self._current.problem

    @property
    def position_ms(self) -> int:
        return self._current.position_ms

    @property
    def duration_ms(self) -> int:
        return self._current.duration_ms

    @property
    def rate(self) -> float:
        return self._current.rate

    @property
    def volume(self) -> int:
        return self._current.volume

    @property
    def muted(self) -> bool:
        return self._current.muted

    @property
    def loop(self) -> tuple[int, int] | None:
        return self._current.loop

    def play(self) -> None:
        self._current.play()

    def pause(self) -> None:
        self._current.pause()

    def toggle(self) -> None:
        self._current.toggle()

    def seek(self, position_ms: int) -> None:
        self._current.seek(position_ms)

    def step_frame(self, direction: int) -> None:
        self._current.step_frame(direction)

    def set_rate(self, rate: float) -> None:
        self._current.set_rate(rate)

    def set_volume(self, volume: int) -> None:
        self._current.set_volume(volume)

    def set_muted(self, muted: bool) -> None:
        self._current.set_muted(muted)

    def set_loop(self, start_ms: int, end_ms: int) -> None:
        self._current.set_loop(start_ms, end_ms)

    def clear_loop(self) -> None:
        self._current.clear_loop()

    def set_full_size(self, full_size: bool) -> None:
        self._current.set_full_size(full_size)

    def stop(self) -> None:
        self._current.stop()
