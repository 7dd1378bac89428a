"""Everything that a key, the transport or the timeline does to the player. Times in ms."""

from PySide6.QtCore import QObject, Signal

from desktop.player.pair import PlayerPair
from desktop.player.player import PlayerState
from desktop.player.shuttle import Shuttle
from desktop.settings import MUTED, SKIP_S, SPEED, SPEEDS, VOLUME, Settings
from desktop.ui.timeline import Marker, Timeline
from desktop.ui.transport import Transport

VOLUME_STEP = 5


class Controls(QObject):
    """Joins one pair of players with transport and timeline; keeps markers for each work while the desk runs."""

    playhead_moved = Signal(int)

    def __init__(self, pair: PlayerPair, transport: Transport, timeline: Timeline, settings: Settings) -> None:
        super().__init__(transport)
        self._pair, self._transport, self._timeline, self._settings = pair, transport, timeline, settings
        self._shuttle = Shuttle(pair, self)  # type: ignore[arg-type]  # PySide's signals are typed as they are inside the class
        self._work = ""
        self._markers: dict[str, tuple[Marker, ...]] = {}
        self._loop_a: int | None = None
        self._plays_after_scrub = False
        pair.set_rate(settings.get(SPEED))
        pair.set_volume(settings.get(VOLUME))
        pair.set_muted(settings.get(MUTED))
        self._connect()
        transport.set_speed(settings.get(SPEED))
        transport.set_volume(settings.get(VOLUME), settings.get(MUTED))

    def begin(self, work: str, duration_ms: int) -> None:
        """Another work comes: its own markers, no loop, the usual speed."""
        self._shuttle.end()
        self._pair.set_rate(self._settings.get(SPEED))
        self._work, self._loop_a = work, None
        self._timeline.set_media(duration_ms, self.markers)
        self._transport.set_times(0, duration_ms)
        self._transport.set_playing(False)
        self._show_loop()

    @property
    def markers(self) -> tuple[Marker, ...]:
        """Flags on the work on screen."""
        return self._markers.get(self._work, ())

    @property
    def playhead_ms(self) -> int | None:
        """Where the video is; None while no picture of it can be seen."""
        playable = self._pair.state in (PlayerState.PLAYING, PlayerState.PAUSED, PlayerState.ENDED)
        return self._pair.position_ms if playable else None

    def toggle(self) -> None:
        """Space and K."""
        if self._shuttle.speed < 0:
            self._shuttle.pause()
            return
        self._shuttle.end()
        self._pair.toggle()

    def forward(self) -> None:
        """L."""
        self._shuttle.forward()

    def backward(self) -> None:
        """J."""
        if self.playhead_ms is not None:
            self._shuttle.back()

    def pause(self) -> None:
        """The page goes out of sight."""
        self._shuttle.pause()

    def skip(self, direction: int) -> None:
        """Shift + arrow: the jump chosen in the settings."""
        self.seek_by(direction * self._settings.get(SKIP_S) * 1000)

    def seek_by(self, ms: int) -> None:
        """Arrow keys."""
        if (at := self.playhead_ms) is not None:
            self.seek(at + ms)

    def seek(self, ms: int) -> None:
        """A click on the timeline."""
        self._shuttle.end()
        if self.playhead_ms is not None:
            self._pair.seek(max(0, min(ms, self._pair.duration_ms)))

    def to_end(self) -> None:
        """The last picture, standing still."""
        self._pair.pause()
        self.seek(self._pair.duration_ms)

    def restart(self) -> None:
        """From the start, playing."""
        self.seek(0)
        self._pair.play()

    def step(self, direction: int) -> None:
        """One frame."""
        self._shuttle.end()
        self._pair.step_frame(direction)

    def change_speed(self, by: int) -> None:
        """The next speed of the list."""
        now = self._settings.get(SPEED)
        place = min(range(len(SPEEDS)), key=lambda index: abs(SPEEDS[index] - now))
        self.set_speed(SPEEDS[max(0, min(len(SPEEDS) - 1, place + by))])

    def set_speed(self, speed: float) -> None:
        """Kept for the works that follow."""
        self._shuttle.end()
        self._settings.set(SPEED, speed)
        self._pair.set_rate(speed)
        self._transport.set_speed(speed)

    def change_volume(self, by: int) -> None:
        """Arrow up and down, in steps of 5."""
        self.set_volume(self._settings.get(VOLUME) + by * VOLUME_STEP)

    def set_volume(self, volume: int) -> None:
        """0 to 100; a louder sound is heard again."""
        volume = max(0, min(100, volume))
        self._settings.set(VOLUME, volume)
        self._settings.set(MUTED, self._settings.get(MUTED) and volume == 0)
        self._apply_sound()

    def toggle_mute(self) -> None:
        """Shift+M."""
        self._settings.set(MUTED, not self._settings.get(MUTED))
        self._apply_sound()

    def press_loop(self) -> None:
        """A, then B, then no loop."""
        at = self.playhead_ms
        if self._pair.loop:
            self._pair.clear_loop()
            self._loop_a = None
        elif at is None:
            return
        elif self._loop_a is None:
            self._loop_a = at
        elif at != self._loop_a:
            self._pair.set_loop(*sorted((self._loop_a, at)))
        self._show_loop()

    def mark(self) -> int | None:
        """A flag at the playhead, or none where one stands within half a second; the moment."""
        at = self.playhead_ms
        if at is None:
            return None
        before = self.markers
        others = tuple(marker for marker in before if abs(marker.at - at) > 500)
        self._markers[self._work] = others if len(others) < len(before) else (*before, Marker(at))
        self._timeline.set_markers(self.markers)
        return at

    def _connect(self) -> None:
        pair, transport, timeline = self._pair, self._transport, self._timeline
        pair.position_changed.connect(self._moved)
        pair.duration_changed.connect(self._lasts)
        pair.state_changed.connect(lambda state: transport.set_playing(state is PlayerState.PLAYING))
        transport.play_toggled.connect(self.toggle)
        transport.frame_back.connect(lambda: self.step(-1))
        transport.frame_forward.connect(lambda: self.step(1))
        transport.loop_clicked.connect(self.press_loop)
        transport.speed_chosen.connect(self.set_speed)
        transport.volume_chosen.connect(self.set_volume)
        transport.mute_toggled.connect(self.toggle_mute)
        timeline.seek_requested.connect(self.seek)
        timeline.scrub_started.connect(self._scrub_started)
        timeline.scrub_ended.connect(self._scrub_ended)

    def _moved(self, ms: int) -> None:
        self._timeline.set_position(ms)
        self._transport.set_times(ms, self._timeline.maximum())
        self.playhead_moved.emit(ms)

    def _lasts(self, ms: int) -> None:
        """The player's own measure wins over the row's."""
        if ms and ms != self._timeline.maximum():
            self._timeline.set_media(ms, self.markers)
            self._transport.set_times(self._pair.position_ms, ms)
            self._show_loop()

    def _scrub_started(self) -> None:
        self._plays_after_scrub = self._pair.state is PlayerState.PLAYING
        self._pair.pause()

    def _scrub_ended(self) -> None:
        if self._plays_after_scrub:
            self._pair.play()

    def _apply_sound(self) -> None:
        volume, muted = self._settings.get(VOLUME), self._settings.get(MUTED)
        self._pair.set_volume(volume)
        self._pair.set_muted(muted)
        self._transport.set_volume(volume, muted)

    def _show_loop(self) -> None:
        start, end = self._pair.loop or (self._loop_a, None)
        self._timeline.set_loop(start, end)
        self._transport.set_loop(start is not None, end is not None)
