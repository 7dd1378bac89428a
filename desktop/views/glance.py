"""The few numbers that rail and status bar show, read again whenever what they count may have changed."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.media import MediaCache
from desktop.settings import LAST_BATCH
from desktop.store import Store, queries
from desktop.store.rows import BatchRow, Counts

TOPICS: Final = frozenset(
    {"work", "decision", "conflict", "outbox", "lease", "media", "second_look", "registration", "membership"}
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Counts, the batches claimed (newest first), and how full the cache is."""

    counts: Counts
    batches: tuple[BatchRow, ...]
    cache_bytes: int


class Glance(QObject):
    """`changed` when `numbers` are new; they are None until the first answer."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = self._stale = False
        self.numbers: Numbers | None = None
        context.changes.changed.connect(self._on_changes)
        self.read()

    def read(self) -> None:
        """Asks the store; one question at a time."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        self._context.local_store.read(partial(_numbers, self._context.media), self._got, self, self._failed)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self.read()

    def _got(self, numbers: Numbers) -> None:
        self._asking = False
        if numbers != self.numbers:
            self.numbers = numbers
            self._remember(numbers)
            self.changed.emit()
        if self._stale:
            self.read()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._context.background.unhandled.emit(error)

    def _remember(self, numbers: Numbers) -> None:
        """For the offline card of the next sign-in page: there is something to go on with, or not."""
        batch = numbers.batches[0].batch if numbers.batches else ""
        counts = numbers.counts
        facts = (batch, str(counts.pending), str(counts.outbox)) if counts.pending or counts.outbox else ()
        self._context.settings.set(LAST_BATCH, facts)


def _numbers(media: MediaCache, store: Store) -> Numbers:
    look = queries.overview(store)
    return Numbers(look.counts, tuple(look.batches), media.used_bytes())
