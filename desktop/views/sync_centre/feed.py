"""What the page knows of the store: one snapshot, read again whenever something it shows may have changed."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.store import Store, decisions, outbox, queries
from desktop.store.rows import UNSETTLED, BatchRow, ConflictRow, OutboxRow, SecondLookRow, WorkRow

TOPICS: Final = frozenset({"work", "decision", "conflict", "outbox", "lease", "media", "second_look"})
_REFUSED: Final = ("rejected", "conflict")  # answers that left the conflict open
LOOK_BACK: Final = 1_000
"""Answered decisions that are looked through for the progress of batches."""
FINISHED_MS: Final = 24 * 60 * 60_000
"""How long a batch that is decided whole stays in the list."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Works claimed together; `unsent` of the `decided` ones wait for the server. `expires_at` None: nothing left."""

    id: str
    claimed_at: int
    total: int
    decided: int
    unsent: int
    expires_at: int | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One look at the store. `held` are (work, lease token) of what is claimed and not decided."""

    outbox: tuple[OutboxRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    answered: int = 0
    looks: tuple[SecondLookRow, ...] = ()
    batches: tuple[Batch, ...] = ()
    works: tuple[WorkRow, ...] = ()
    held: tuple[tuple[str, int], ...] = ()
    used_bytes: int = 0

    @property
    def unsent(self) -> tuple[OutboxRow, ...]:
        """Rows that the server has not answered, first in first out."""
        return tuple(row for row in self.outbox if row.state in UNSETTLED)


def batches(store: Store) -> tuple[Batch, ...]:
    """Batches with open works, and those finished within a day, newest first.

    Decided works leave the cache once the server has confirmed them, so they are counted by the outbox, which
    remembers the batch of each decision.
    """
    held = {work for work, _ in queries.open_leases(store)}
    decided: dict[str, dict[str, OutboxRow]] = {}
    for row in [*reversed(outbox.answered(store, LOOK_BACK)), *outbox.unsettled(store)]:
        name = row.facts.get("batch")
        if row.type == "review.decide" and name and row.subject_id not in held:
            decided.setdefault(name, {})[row.subject_id] = row
    rows = {row.batch: row for row in queries.leases(store)}
    now = store.clock.now_ms()
    found = [_open(row, decided.get(name, {})) for name, row in rows.items()]
    found += [
        _finished(name, members)
        for name, members in decided.items()
        if name not in rows and max(row.created_at for row in members.values()) > now - FINISHED_MS
    ]
    return tuple(sorted(found, key=lambda batch: (-batch.claimed_at, batch.id)))


def _open(row: BatchRow, members: dict[str, OutboxRow]) -> Batch:
    decided = max(len(members), row.decided)
    total = row.total - row.decided + decided
    return Batch(row.batch, row.claimed_at, total, decided, _unsent(members), row.expires_at)


def _finished(name: str, members: dict[str, OutboxRow]) -> Batch:
    return Batch(name, _made_at(name), len(members), len(members), _unsent(members), None)


def _unsent(members: dict[str, OutboxRow]) -> int:
    return sum(row.state in UNSETTLED for row in members.values())


def _made_at(batch: str) -> int:
    """The moment in a UUIDv7, ms."""
    return int(batch.replace("-", "")[:12], 16)


def read_snapshot(store: Store, used_bytes: int) -> Snapshot:
    """On the store thread."""
    rows = queries.outbox_rows(store)
    waiting = [row for row in rows if row.state in UNSETTLED]
    settled = sorted((row for row in rows if row.state not in UNSETTLED), key=lambda row: -(row.settled_at or 0))
    replied = {row.subject_id for row in rows if row.type == "conflict.resolve" and row.state not in _REFUSED}
    conflicts = decisions.conflicts(store)
    open_ones = tuple(row for row in conflicts if row.id not in replied)
    return Snapshot(
        outbox=(*waiting, *settled),
        conflicts=open_ones,
        answered=sum(row.answer is not None for row in conflicts),
        looks=tuple(decisions.second_looks(store)),
        batches=batches(store),
        works=tuple(queries.queue(store)),
        held=tuple(queries.open_leases(store)),
        used_bytes=used_bytes,
    )


class SyncFeed(QObject):
    """`changed` after each new snapshot; one question at a time, none while the page is not on screen."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = self._stale = False
        self.active = False
        self.now = Snapshot()
        context.changes.changed.connect(self._on_changes)

    def read(self) -> None:
        """Asks the store."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        media = self._context.media
        self._context.local_store.read(
            lambda store: read_snapshot(store, media.used_bytes()), self._got, self, self._failed
        )

    def _on_changes(self, topics: frozenset[str]) -> None:
        if topics & TOPICS and self.active:
            self.read()

    def _got(self, snapshot: Snapshot) -> None:
        self._asking = False
        self.now = snapshot
        self.changed.emit()
        if self._stale:
            self.read()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._context.background.unhandled.emit(error)
