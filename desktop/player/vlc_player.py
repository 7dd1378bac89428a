"""The player that libVLC drives. The only module that imports vlc."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.player.engine import VlcEngine, VlcMissing
from desktop.player.picture import ALL_PIXELS, USUAL_PIXELS
from desktop.player.playback import Playback
from desktop.player.player import MAX_RATE, MIN_RATE, PlaybackProblem, PlayerState, Source
from desktop.player.qt_player import QtPlayer
from desktop.player.source import media_options
from desktop.player.stepping import FrameStepper

_PLAYING, _PAUSED = PlayerState.PLAYING, PlayerState.PAUSED
_NO_PICTURE_MS = 8000
_NO_VIDEO_TRACK_MS = 2000
_CUT_SHORT_MS = 1500
_SHORTEST_MS = 300
_DEFAULT_FRAME_MS = 40.0


def load_vlc() -> Any:
    """The vlc module; VlcMissing when it or libVLC is not there. Loading it may even exit the interpreter."""
    try:
        import vlc
    except (Exception, SystemExit) as error:
        raise VlcMissing(f"{type(error).__name__}: {error}") from error
    if getattr(vlc, "dll", None) is None:
        raise VlcMissing("python-vlc found no libVLC")
    return vlc


def vlc_available() -> tuple[bool, str]:
    """Whether libVLC can be loaded, and if not, why."""
    try:
        load_vlc()
    except VlcMissing as missing:
        return False, str(missing)
    return True, ""


class VlcPlayer(QtPlayer):
    """A `Player`. Each opening gets a libVLC player of its own, so nothing late from one is taken for another's."""

    def __init__(self, engine: VlcEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._stepper = FrameStepper(self._ask_for_frame, self)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._on_no_picture)
        self._options: tuple[str, ...] = ()
        self._playback: Playback | None = None

    def _forget_video(self) -> None:
        super()._forget_video()
        self._frame_ms = _DEFAULT_FRAME_MS
        self._lost = 0
        self._previewing = False  # the playback is a soundless one, for its first frame only
        self._previewed = False  # that has been; there is no playback yet
        self._awaited = False  # the playback's first frame is not there yet
        self._stepped = False  # going on from here would make libVLC skip
        self._overshooting = False  # a frame or two still come after pausing
        self._want_pause = False
        self._seek_when_shown: int | None = None

    def lost_pictures(self) -> int:
        """How many pictures came too late to be shown since the last opening, by libVLC's count."""
        return self._lost + (self._playback.lost_pictures() if self._playback else 0)

    def open(self, source: Source, *, start_paused: bool = False) -> None:
        """See `Player`. The frame to wait with comes from a soundless playback of its own: one started paused shows
        none (libVLC loses its place if asked to), and some formats are heard all the same."""
        self._retire()
        self._forget_video()
        self.source = source
        self._set_state(PlayerState.OPENING)
        options = media_options(source)
        try:
            self._engine.start()
        except VlcMissing:
            options = PlaybackProblem.VLC_MISSING
        if isinstance(options, PlaybackProblem):
            self._fail(options)
            return
        self._options = options
        self._previewing = self._want_pause = start_paused
        self._begin(*([":no-audio"] if start_paused else []))

    def play(self) -> None:
        self._want_pause = False
        if self.state is PlayerState.ENDED:
            self._reopen(0, paused=False)
        elif self.state is _PAUSED and (self._previewed or self._stepped):
            self._reopen(self.position_ms, paused=False)
        elif self.state is _PAUSED and self._playback:
            self._playback.player.set_pause(0)
            self._set_state(_PLAYING)
            if not self._awaited:
                self._clock.run()

    def pause(self) -> None:
        self._want_pause = True
        if self.state is _PLAYING and self._playback:
            if not self._awaited:
                self._playback.player.set_pause(1)
                self._overshooting = True
            self._clock.hold()
            self._set_state(_PAUSED)
            self._tell_position()

    def seek(self, position_ms: int) -> None:
        last = max(0, self.duration_ms - round(2 * self._frame_ms)) if self.duration_ms else position_ms
        target = max(0, min(position_ms, last))
        if self.state is PlayerState.ENDED or self._previewed:
            self._reopen(target, paused=True)
        elif self._awaited:
            self._seek_when_shown = target
        elif self._playback:
            self._overshooting = False
            self._playback.player.set_time(target)
            self._clock.seek(target)
            self._tell_position()

    def step_frame(self, direction: int) -> None:
        self.pause()
        if self._previewed or self.state is PlayerState.ENDED:
            self.seek(self.position_ms + round(direction * self._frame_ms))
        elif self._playback and not self._awaited and self._stepper.step(direction) and direction > 0:
            self._stepped, self._overshooting = True, False
            self._advance_a_frame()

    def set_rate(self, rate: float) -> None:
        self.rate = max(MIN_RATE, min(rate, MAX_RATE))
        self._clock.set_rate(self.rate)
        if self._playback:
            self._playback.player.set_rate(self.rate)

    def set_full_size(self, full_size: bool) -> None:
        self.full_size = full_size
        track = self._playback.track() if self._playback and not self._awaited else None
        if track and track.width * track.height > USUAL_PIXELS and self.state in (_PLAYING, _PAUSED):
            self._reopen(self.position_ms, paused=self.state is _PAUSED)

    def stop(self) -> None:
        self._retire()
        self._forget_video()
        self._set_state(PlayerState.IDLE)

    def _begin(self, *extra: str) -> None:
        playback = Playback(
            self._engine,
            self.source or "",
            (*self._options, *extra),
            max_pixels=ALL_PIXELS if self.full_size else USUAL_PIXELS,
            first_only=self._previewing,
        )
        playback.frame_arrived.connect(self._on_frame)
        playback.began.connect(self._on_began)
        playback.ended.connect(self._on_ended)
        playback.broke.connect(self._on_broke)
        playback.time_changed.connect(self._clock.report)
        playback.length_changed.connect(self._set_duration)
        playback.player.set_rate(self.rate)
        self._playback = playback
        self._awaited = True
        self._watch.start(_NO_PICTURE_MS)

    def _reopen(self, position_ms: int, *, paused: bool) -> None:
        """The same video anew, from there: libVLC's own state cannot be brought to it."""
        self._retire()
        self._previewed = self._stepped = False
        self._want_pause = paused
        self._stand(position_ms)
        self._begin(*([f":start-time={position_ms / 1000:.3f}"] if position_ms else []))
        self._set_state(_PAUSED if paused else _PLAYING)
        self._tell_position()

    def _retire(self) -> None:
        self._watch.stop()
        self._stepper.settle()
        if self._playback:
            self._lost += self._playback.lost_pictures()
            self._playback.retire()
            self._playback = None

    def _on_frame(self) -> None:
        playback = self._playback
        image = playback.look() if playback else None
        if playback is None or image is None:
            return
        # While paused libVLC shows the same picture some sixteen times a second.
        if self.state is _PAUSED and not self._awaited and self.frame == image:
            return
        playback.show()
        self._stepper.settle()
        self._show(image, playback.shape(image))
        if self._awaited:
            self._on_first_frame(playback)
        elif self.state is _PLAYING:
            self._on_time()
        elif self._overshooting:
            self._advance_a_frame()

    def _on_first_frame(self, playback: Playback) -> None:
        self._awaited = False
        self._watch.stop()
        if track := playback.track():
            self._frame_ms = track.frame_ms
        if self._previewing:
            self._end_preview()
            return
        self._apply_volume()
        if self._want_pause:
            playback.player.set_pause(1)
        else:
            self._clock.run()
        self._set_state(_PAUSED if self._want_pause else _PLAYING)
        if self._seek_when_shown is not None:
            target, self._seek_when_shown = self._seek_when_shown, None
            self.seek(target)

    def _end_preview(self) -> None:
        self._previewing = False
        if self._want_pause:
            self._retire()
            self._previewed = True
            self._set_state(_PAUSED)
        else:
            self._reopen(0, paused=False)

    def _advance_a_frame(self) -> None:
        self._clock.move(self._frame_ms)
        self._tell_position()

    def _on_time(self) -> None:
        if self.loop and self._clock.position_ms >= self.loop[1]:
            self.seek(self.loop[0])
        else:
            self._tell_position_now_and_then()

    def _on_began(self) -> None:
        self._apply_volume()
        if self._awaited and self._playback and self._playback.has_sound() and not self._playback.track():
            self._watch.start(_NO_VIDEO_TRACK_MS)

    def _on_ended(self) -> None:
        if self.frame is None:
            self._on_no_picture()
        elif max(self.duration_ms, self._clock.position_ms) < _SHORTEST_MS:
            self._fail(PlaybackProblem.UNREADABLE)  # a picture or two that libVLC found in a damaged file
        elif self.duration_ms - self._clock.position_ms > _CUT_SHORT_MS:
            self._fail(PlaybackProblem.INTERRUPTED)
        elif self.loop:
            self._reopen(self.loop[0], paused=False)
        else:
            self._retire()
            self._awaited = self._previewed = self._stepped = False
            self._stand(self.duration_ms or self._clock.position_ms)
            self._set_state(PlayerState.ENDED)
            self._tell_position()

    def _on_broke(self) -> None:
        if self.frame is None:
            self._on_no_picture()
        else:
            self._fail(PlaybackProblem.INTERRUPTED)

    def _on_no_picture(self) -> None:
        if self.frame is not None:
            self._fail(PlaybackProblem.INTERRUPTED)
        elif self._playback and self._playback.has_sound():
            self._fail(PlaybackProblem.NO_PICTURE)
        elif isinstance(self.source, str):
            self._fail(PlaybackProblem.INTERRUPTED)
        else:
            self._fail(PlaybackProblem.UNREADABLE)

    def _fail(self, problem: PlaybackProblem) -> None:
        self._clock.hold()
        self._retire()
        self._awaited = self._previewed = self._stepped = False
        self.problem = problem
        self._set_state(PlayerState.FAILED)
        self.failed.emit(problem)

    def _ask_for_frame(self, direction: int) -> None:
        if self._playback and direction > 0:
            self._playback.player.next_frame()
        elif self._playback:
            self.seek(self.position_ms - round(self._frame_ms))

    def _apply_volume(self) -> None:
        if self._playback:
            self._playback.player.audio_set_volume(self.volume)
            self._playback.player.audio_set_mute(self.muted)
