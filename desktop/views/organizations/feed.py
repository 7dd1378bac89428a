"""What the page knows of the store: rows under the filter, counts, my decisions and conflicts about registrations."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.store import Store, decisions, registrations
from desktop.store.registrations import RegistrationCounts, RegistrationRow, Segment
from desktop.store.rows import ConflictRow, DecidedRow
from desktop.views.works.queue_feed import undo_window_ms

TOPICS = frozenset({"registration", "organization", "outbox", "decision", "conflict", "ref"})


@dataclass(frozen=True)
class Wanted:
    """What is listed; `also` is on screen whether the list shows it or not."""

    segment: Segment = "pending"
    text: str = ""
    also: str = ""


@dataclass(frozen=True)
class Snapshot:
    """One consistent look at the store. `shown` is the row asked for by `Wanted.also`."""

    wanted: Wanted
    rows: list[RegistrationRow] = field(default_factory=list)
    counts: RegistrationCounts = field(default_factory=RegistrationCounts)
    conflicts: dict[str, ConflictRow] = field(default_factory=dict)
    decided: list[DecidedRow] = field(default_factory=list)
    undo_window_ms: int = 0
    shown: RegistrationRow | None = None

    def waits(self, row: RegistrationRow) -> bool:
        """Whether it can be decided now."""
        return row.state == "pending" and row.pending is None and row.id not in self.conflicts


def read_snapshot(store: Store, wanted: Wanted) -> Snapshot:
    """On the store thread."""
    return Snapshot(
        wanted=wanted,
        rows=registrations.queue(store, wanted.segment, wanted.text),
        counts=registrations.counts(store),
        conflicts={row.subject_id: row for row in decisions.conflicts(store, registrations.KIND)},
        decided=[row for row in decisions.decided(store, registrations.KIND) if row.delivery != "undone"],
        undo_window_ms=undo_window_ms(store),
        shown=registrations.registration(store, wanted.also) if wanted.also else None,
    )


class OrganizationsFeed(QObject):
    """`changed` after each new snapshot; an answer to an older question is dropped."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._active = self._stale = False
        self.wanted = Wanted()
        self.now: Snapshot | None = None
        context.changes.changed.connect(self._on_changes)

    def set_active(self, active: bool) -> None:
        """The page is shown or hidden; what changed meanwhile is read when it is shown."""
        self._active = active
        if active and (self._stale or self.now is None):
            self.read()

    def want(self, wanted: Wanted) -> None:
        """Asks for something else."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.read()

    def read(self) -> None:
        """Asks the store."""
        self._asked += 1
        self._stale = False
        asked, wanted = self._asked, self.wanted

        def got(snapshot: Snapshot) -> None:
            if asked == self._asked and snapshot != self.now:
                self.now = snapshot
                self.changed.emit()

        self._context.local_store.read(
            lambda store: read_snapshot(store, wanted), got, self, self._context.background.unhandled.emit
        )

    def _on_changes(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            if self._active:
                self.read()
            else:
                self._stale = True
