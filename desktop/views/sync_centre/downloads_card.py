"""The card 下载."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.operations import media
from desktop.store.rows import WorkRow
from desktop.ui.card import Card
from desktop.ui.labels import label
from desktop.views.sync_centre.downloads import DownloadList, Speeds, download_rows
from desktop.views.sync_centre.outbox_card import ROUND
from desktop.views.sync_centre.words import AWAY


class _Nothing(QWidget):
    """Two lines; the card is too low for an empty state with its picture."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._line = label("", "title"), label("", "secondary")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for words in (self._title, self._line):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(1)

    def say(self, title: str, line: str) -> None:
        """Why there is nothing."""
        self._title.setText(title)
        self._line.setText(line)


class DownloadsCard(Card):
    """What is missing of the claimed works; `speeds` is measured each time that the rows are shown."""

    def __init__(self, context: AppContext) -> None:
        cached = label("", "meta2")
        super().__init__("", actions=(cached,))
        self._cached = cached
        self._context = context
        self._works: tuple[WorkRow, ...] = ()
        self._posters: dict[str, QPixmap] = {}
        self.speeds = Speeds()
        self.title.setText(self.tr("Downloads"))
        self.setAccessibleName(self.tr("Downloads"))
        self.list = DownloadList(self.picture)
        self._empty = _Nothing()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.body.setContentsMargins(0, 0, 0, ROUND)
        self.body.addWidget(self._stack)
        self.list.again_wanted.connect(lambda media_id: media.retry(context, media_id))

    def show_works(self, works: tuple[WorkRow, ...]) -> None:
        """Shows what these works lack; called each second for progress and speed."""
        context = self._context
        self._works = works
        cache = context.media
        coming = [one for one in context.prefetch.downloading() if cache.state_of(one.id) == "downloading"]
        self.speeds.look(coming, context.clock.monotonic())
        paused, away = context.prefetch.paused, context.sync.network.kind in AWAY
        rows = download_rows(works, cache.state_of, context.prefetch.percent, self.speeds, paused, away)
        self.list.rows.set_rows(rows)
        self.list.viewport().update()
        videos = [work for work in works if work.media_id]
        ready = len(videos) - len(rows)
        self._cached.setText(self.tr("{0} of {1} on this computer").format(ready, len(videos)) if videos else "")
        self.meta.setText(self._meta(paused, away))
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_empty(len(videos))

    def offline_ready(self) -> tuple[int, int]:
        """(works, ms of video) that can be watched without a network."""
        here = [work for work in self._works if self._context.media.state_of(work.media_id) == "ready"]
        return len(here), sum(work.duration_ms or 0 for work in here)

    def picture(self, poster_id: str) -> QPixmap | None:
        """A work's poster, None until it is here."""
        if poster_id not in self._posters:
            path = self._context.media.path_of(poster_id)
            if path is None:
                return None
            self._posters[poster_id] = QPixmap(str(path))
        return self._posters[poster_id]

    def _meta(self, paused: bool, away: bool) -> str:
        if paused:
            return self.tr("All downloads are paused")
        if away:
            return self.tr("Goes on when the network is back")
        if self._context.sync.network.kind == "slow":
            return self.tr("Slow network: decisions first, one video at a time")
        return self.tr("In the order of the queue")

    def _say_empty(self, videos: int) -> None:
        if videos:
            title = self.tr("All %n video(s) are on this computer", "", videos)
            self._empty.say(title, self.tr("They can be reviewed without a network."))
        else:
            line = self.tr("Videos of claimed works are fetched by themselves.")
            self._empty.say(self.tr("Nothing to download"), line)
