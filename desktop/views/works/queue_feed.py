"""What the page knows of the store: one snapshot, read again whenever something it shows may have changed."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.store import Store, decisions, queries
from desktop.store.rows import BatchRow, ConflictRow, Counts, DecidedRow, QueueFilter, WorkRow
from desktop.views.works.last_decision import UNDO_WINDOW_MS

TOPICS = frozenset({"work", "decision", "conflict", "outbox", "lease", "ref"})
UNDO_SETTING = "undo_window"


@dataclass(frozen=True)
class Snapshot:
    """One consistent look at the store."""

    pending: list[WorkRow] = field(default_factory=list)
    decided: list[DecidedRow] = field(default_factory=list)
    conflicts: list[ConflictRow] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    batches: list[BatchRow] = field(default_factory=list)
    open_leases: list[tuple[str, int]] = field(default_factory=list)
    """(work, lease token) of everything that waits for a decision of mine, whatever the filter."""
    undo_window_ms: int = UNDO_WINDOW_MS

    def waits(self, work_id: str) -> bool:
        """Whether a work waits for a decision of mine."""
        return any(work == work_id for work, _token in self.open_leases)

    @property
    def expires_at(self) -> int | None:
        """When the first of my leases on an open work ends (ms)."""
        return min((batch.expires_at for batch in self.batches if batch.expires_at), default=None)

    @property
    def decided_of_batch(self) -> int:
        """How many I have decided since the oldest open batch was claimed."""
        since = min((batch.claimed_at for batch in self.batches if batch.expires_at), default=None)
        if since is None:
            return 0
        return len({row.subject_id for row in self.decided if row.at >= since and row.delivery != "undone"})


def undo_window_ms(store: Store) -> int:
    """How long after confirmation the server lets a decision be taken back."""
    window = queries.setting(store, UNDO_SETTING)
    return window["seconds"] * 1000 if window else UNDO_WINDOW_MS


def read_snapshot(store: Store, wanted: QueueFilter) -> Snapshot:
    """On the store thread."""
    look = queries.overview(store)
    return Snapshot(
        pending=queries.queue(store, wanted),
        decided=[row for row in decisions.decided(store) if row.delivery != "undone"],
        conflicts=decisions.conflicts(store, "work"),
        counts=look.counts,
        batches=look.batches,
        open_leases=look.open_leases,
        undo_window_ms=undo_window_ms(store),
    )


class QueueFeed(QObject):
    """`changed` after each new snapshot; one question at a time."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = self._stale = False
        self._filter = QueueFilter()
        self.now: Snapshot | None = None
        context.changes.changed.connect(self._on_changes)

    @property
    def filter(self) -> QueueFilter:
        """What is asked for."""
        return self._filter

    def set_filter(self, wanted: QueueFilter) -> None:
        """Asks for other works."""
        if wanted != self._filter:
            self._filter = wanted
            self.read()

    def read(self) -> None:
        """Asks the store."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        wanted = self._filter
        self._context.local_store.read(lambda store: read_snapshot(store, wanted), self._got, self, self._failed)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self.read()

    def _got(self, snapshot: Snapshot) -> None:
        self._asking = False
        if snapshot != self.now:
            self.now = snapshot
            self.changed.emit()
        if self._stale:
            self.read()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._context.background.unhandled.emit(error)
