"""Where each work's video and poster come from: this computer when they are here, else a signed address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from desktop.context import AppContext
from desktop.player.player import Source
from desktop.store.rows import WorkRow
from desktop.views.works.queue_rows import Cached

if TYPE_CHECKING:
    from contract.wire.review import MediaUrl, MediaUrls

SPARE_MS = 60_000
"""An address is not used in its last minute."""


class Videos(QObject):
    """`changed` when network or downloads moved; `answered(media ids)` when addresses came, or did not."""

    changed = Signal()
    answered = Signal(list)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._addresses: dict[str, MediaUrl] = {}
        self._asked: set[str] = set()
        self._gone: set[str] = set()
        self._unknown: set[str] = set()
        self._posters: dict[str, QPixmap] = {}
        context.changes.changed.connect(self._on_changes)

    @property
    def online(self) -> bool:
        """Whether the server can be reached, as far as is known."""
        return self._context.sync.network.reachable

    def cached(self, work: WorkRow) -> Cached:
        """Where a work's video is."""
        if not work.media_id:
            return Cached()
        fraction = self._context.prefetch.percent(work.media_id) / 100
        return Cached(self._context.media.state_of(work.media_id), fraction)

    def can_watch(self, work: WorkRow) -> bool:
        """Whether something can be played now."""
        return self.online or self._context.media.path_of(work.media_id) is not None

    def source_of(self, work: WorkRow) -> Source | None:
        """The file, or an address that is good for a while; None: neither, `ask` for an address."""
        path = self._context.media.path_of(work.media_id)
        if path is not None and work.media_id not in self._gone:
            return path
        known = self._addresses.get(work.media_id or "")
        if known is None or not self.online or known.expires_at - SPARE_MS < self._context.clock.now_ms():
            return None
        return urljoin(self._context.person.server + "/", known.url)

    def ask(self, works: list[WorkRow]) -> None:
        """Asks for the addresses of what is not on this computer."""
        wanted = [work.media_id for work in works if work.media_id and self.source_of(work) is None]
        fresh = [media_id for media_id in wanted if media_id not in self._asked]
        if not fresh or not self.online:
            return
        self._asked.update(fresh)
        self._context.background.run(
            lambda: self._context.api.media_urls(fresh), self._answered, lambda _error: self._not_answered(fresh), self
        )

    def is_unknown(self, work: WorkRow) -> bool:
        """Whether the server has no such file."""
        return work.media_id in self._unknown

    def put_first(self, works: list[WorkRow]) -> None:
        """These are downloaded before all others."""
        self._context.prefetch.first([work.media_id for work in works if work.media_id])

    def distrust(self, work: WorkRow) -> bool:
        """The file that should be here is not: the server's is used from now on; False when it was known or offline."""
        if not work.media_id or work.media_id in self._gone or not self.online:
            return False
        self._gone.add(work.media_id)
        return True

    def poster_path(self, poster_id: str | None) -> Path | None:
        """The poster's file when it is here."""
        return self._context.media.path_of(poster_id)

    def poster(self, poster_id: str) -> QPixmap | None:
        """The picture for a row of the queue; None until it is here."""
        if poster_id not in self._posters:
            path = self.poster_path(poster_id)
            if path is None:
                return None
            self._posters[poster_id] = QPixmap(str(path))
        return self._posters[poster_id]

    def _answered(self, answer: MediaUrls) -> None:
        for address in answer.urls:
            self._addresses[address.id] = address
        self._unknown.update(answer.missing)
        self._not_answered([address.id for address in answer.urls] + answer.missing)

    def _not_answered(self, media_ids: list[str]) -> None:
        self._asked.difference_update(media_ids)
        self.answered.emit(media_ids)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if "media" in topics:  # what is here by now was fetched again
            self._gone = {id for id in self._gone if self._context.media.path_of(id) is None}
        if topics & {"media", "network"}:
            self.changed.emit()
