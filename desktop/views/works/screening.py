"""Which video plays now and which one stands ready; addresses and downloads are asked for in the order of the queue."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.player.pair import PlayerPair
from desktop.player.player import PlaybackProblem, PlayerState
from desktop.settings import START_PAUSED, Settings
from desktop.store.rows import WorkRow
from desktop.views.works.advance import PREFETCH
from desktop.views.works.videos import Videos
from desktop.views.works.viewer import Viewer


class Screening(QObject):
    """Plays one work and prepares those that `following` names, most likely first."""

    def __init__(
        self,
        viewer: Viewer,
        pair: PlayerPair,
        videos: Videos,
        settings: Settings,
        following: Callable[[], list[WorkRow]],
    ) -> None:
        super().__init__(viewer)
        self._viewer, self._pair, self._videos, self._settings = viewer, pair, videos, settings
        self._following = following
        self._work: WorkRow | None = None
        self._waiting = False
        viewer.surface.first_frame_painted.connect(self.prepare)
        pair.failed.connect(self._failed)
        videos.changed.connect(self._moved)
        videos.answered.connect(self._answered)

    def show(self, work: WorkRow | None) -> None:
        """Another work comes on screen."""
        self._work = work
        if work is None:
            self._pair.forget_next()
            self._viewer.show_notice("", 0, "nothing")
            return
        self.play()
        self._videos.put_first([work, *self._following()[:PREFETCH]])

    def play(self) -> None:
        """Opens the video of the work on screen from its start."""
        work = self._work
        if work is None:
            return
        duration, poster = work.duration_ms or 0, self._videos.poster_path(work.poster_id)
        source = self._videos.source_of(work)
        self._waiting = False
        if source is not None:
            paused = self._settings.get(START_PAUSED)
            self._viewer.show_video(work.id, duration, source, poster, paused=paused)
            self._videos.ask(self._following()[:PREFETCH])
        elif not work.media_id or self._videos.is_unknown(work):
            self._viewer.show_notice(work.id, duration, "no_file")
            self.prepare()
        elif self._videos.online:
            self._waiting = True
            self._viewer.show_waiting(work.id, duration, poster)
            self._videos.ask([work, *self._following()[:PREFETCH]])
        else:
            ready = sum(self._videos.can_watch(other) for other in self._following())
            self._waiting = True
            self._viewer.show_notice(work.id, duration, "not_cached", ready)
            self.prepare()

    def prepare(self) -> None:
        """The next work's first frame, so that it stands at once when it is wanted."""
        for work in self._following():
            if not self._videos.can_watch(work):
                continue
            source = self._videos.source_of(work)
            if source is None:
                self._videos.ask([work])
            elif source != self._pair.source:
                self._pair.prepare_next(source)
            return
        self._pair.forget_next()

    def _moved(self) -> None:
        """Network or downloads are different: perhaps what was missing is there now."""
        if self._waiting and self._work is not None:
            if self._videos.source_of(self._work) is not None or not self._videos.online or self._viewer.problem:
                self.play()
        elif self._pair.state in (PlayerState.PLAYING, PlayerState.PAUSED) and self._pair.prepared is None:
            self.prepare()

    def _answered(self, media_ids: list[str]) -> None:
        work = self._work
        if work is None or not self._waiting or work.media_id not in media_ids:
            if self._pair.prepared is None and self._pair.state is not PlayerState.OPENING:
                self.prepare()
        elif self._videos.source_of(work) is not None or self._videos.is_unknown(work) or not self._videos.online:
            self.play()
        else:
            self._viewer.show_notice(work.id, work.duration_ms or 0, "no_address")

    def _failed(self, problem: PlaybackProblem) -> None:
        work = self._work
        if problem is PlaybackProblem.MISSING and work is not None and self._videos.distrust(work):
            self.play()
        elif problem is not PlaybackProblem.VLC_MISSING:
            self.prepare()
