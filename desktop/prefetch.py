"""Keeps downloads running while there is a network: what is small first, then videos in the order of the queue."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from desktop.background import Background
from desktop.changes import Changes
from desktop.failures import code_of, explain, message_for
from desktop.local_store import LocalStore
from desktop.media import MediaCache, NoRoomError, Progress
from desktop.messages import Messages
from desktop.settings import QUOTA_GB, Settings
from desktop.store import queries, registrations

if TYPE_CHECKING:
    from desktop.store import Store
    from desktop.store.rows import WorkRow

PARALLEL: Final = 2
RETRY_MS: Final = 15_000
GB: Final = 1_000_000_000
REPORT_S: Final = 0.25
"""Progress is announced this often, not for each piece that arrives."""
NO_ROOM: Final = "no-room"
"""Key of the message that downloads wait for room."""
log = logging.getLogger(__name__)


class Prefetch(QObject):
    """Drives one person's MediaCache; `at_once` says how many downloads may run now, `percent` how far one is."""

    def __init__(
        self,
        media: MediaCache,
        local_store: LocalStore,
        at_once: Callable[[], int],
        background: Background,
        changes: Changes,
        messages: Messages,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._media, self._store, self._at_once = media, local_store, at_once
        self._background, self._changes, self._messages = background, changes, messages
        self._running = 0
        self._stopped = False
        self._first: tuple[str, ...] = ()
        self._asked = False
        self._works: list[WorkRow] = []
        self._papers: list[str] = []
        self._needed: set[str] = set()
        self._progress: dict[str, Progress] = {}
        self._progress_lock = threading.Lock()
        self._said_at = 0.0
        self._no_room = ""
        self._pause = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._pause.timeout.connect(self.go_on)
        media.report = self._report
        media.quota_bytes = settings.get(QUOTA_GB) * GB
        settings.changed.connect(partial(self._setting_changed, settings))
        changes.changed.connect(self._on_changes)

    @property
    def paused(self) -> bool:
        """Whether the person has stopped all downloads."""
        return self._media.paused

    def pause(self, on: bool) -> None:
        """全部暂停: stops downloads only, or goes on."""
        self._media.pause(on)
        self._changes.announce({"media"})
        self.go_on()

    def stop(self) -> None:
        """The person leaves: downloads under way end soon, nothing more begins."""
        self._stopped = True
        self._pause.stop()
        self._media.pause(True)

    def first(self, media_ids: Sequence[str]) -> None:
        """These videos come before all others (the one on screen, then the next ones)."""
        self._first = tuple(media_ids)
        self._say_what_is_wanted()

    def percent(self, media_id: str) -> int:
        """How much of a file is here, 0 to 100; 0 when it has not begun."""
        with self._progress_lock:
            found = self._progress.get(media_id)
        return round(100 * found.have / found.bytes) if found and found.bytes else 0

    def downloading(self) -> list[Progress]:
        """What is on its way now."""
        with self._progress_lock:
            return [one for one in self._progress.values() if one.state == "downloading"]

    def go_on(self) -> None:
        """Begins what can be begun."""
        if self._stopped:
            return
        while not self._pause.isActive() and self._running < self._at_once() and self._media.has_work():
            self._running += 1
            self._background.run(self._media.fetch_next, self._fetched, self._failed, self)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if "network" in topics:
            self._pause.stop()
        if topics & {"work", "registration", "outbox", "decision", "network"} and (self._at_once() or not self._asked):
            self._asked = True
            self._store.read(_wanted, self._queue_read, self)
        elif "media" in topics:
            self.go_on()

    def _setting_changed(self, settings: Settings, name: str) -> None:
        if name == QUOTA_GB.name:
            self._media.quota_bytes = settings.get(QUOTA_GB) * GB
            self._pause.stop()
            self.go_on()

    def _queue_read(self, found: _Wanted) -> None:
        self._works, self._papers, self._needed = found.works, found.papers, found.unanswered
        self._media.expect(found.sizes)
        self._say_what_is_wanted()

    def _say_what_is_wanted(self) -> None:
        posters = [work.poster_id for work in self._works]
        videos = [work.media_id for work in self._works]
        self._media.want([*self._first, *posters, *self._papers, *videos], needed=list(self._needed))
        if not self._media.has_work():
            self._room_again()
        self.go_on()

    def _fetched(self, began: bool) -> None:
        self._running -= 1
        if began:
            self._room_again()
            self._changes.announce({"media"})
            self.go_on()

    def _failed(self, error: Exception) -> None:
        self._running -= 1
        if self._stopped:
            return
        self._pause.start()
        if isinstance(error, NoRoomError):
            self._say_no_room(error)
        elif code_of(error) is None:
            self._background.unhandled.emit(error)
        else:
            log.info("download waits: %s", code_of(error))

    def _say_no_room(self, error: NoRoomError) -> None:
        """Once for each cause until a file comes again; it is tried again silently."""
        if self._no_room == error.code:
            return
        self._no_room = error.code
        error.title = next((one.title for one in self._works if error.media_id in (one.media_id, one.poster_id)), "")
        failure = explain(error)
        assert failure is not None
        self._messages.show(message_for(failure, NO_ROOM))

    def _room_again(self) -> None:
        if self._no_room:
            self._no_room = ""
            self._messages.clear(NO_ROOM)

    def _report(self, progress: Progress) -> None:
        """On network threads."""
        with self._progress_lock:
            self._progress[progress.id] = progress
            due = progress.state != "downloading" or time.monotonic() - self._said_at > REPORT_S
            if due:
                self._said_at = time.monotonic()
        if due:
            self._changes.announce({"media"})


class _Wanted(NamedTuple):
    """The queue of works, files of open registrations, bytes of those that have come, and files of decisions that may
    still be taken back."""

    works: list[WorkRow]
    papers: list[str]
    sizes: dict[str, int]
    unanswered: set[str]


def _wanted(store: Store) -> _Wanted:
    works, papers = queries.queue(store), registrations.files_to_fetch(store)
    ids = [id for work in works for id in (work.media_id, work.poster_id) if id] + papers
    sizes = {row.id: row.bytes for row in queries.media(store, ids).values() if row.state == "ready"}
    return _Wanted(works, papers, sizes, queries.files_of_unanswered(store))
