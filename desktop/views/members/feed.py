"""What the table shows: pages of the store under the filter, counts, and the name of the organization."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.store import Store, members
from desktop.store.members import PAGE_ROWS, MemberCounts, MemberFilter, MemberRow

TOPICS = frozenset({"membership", "organization", "outbox", "conflict"})


class _Answer(NamedTuple):
    rows: list[MemberRow]
    organization: str
    still: dict[str, int]


class MembersFeed(QObject):
    """`changed` after each answer, `counted` when counts are new; answers to older questions are dropped."""

    changed = Signal()
    counted = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._stale = self._active = False
        self.filter = MemberFilter()
        self.rows: list[MemberRow] = []
        self.counts = MemberCounts()
        self.organization = ""
        self.has_more = False
        self.loaded = False
        self.watched: tuple[str, ...] = ()
        """Ids of applications that may not be among the rows; `still` are versions of those of them that wait."""
        self.still: dict[str, int] = {}
        context.changes.changed.connect(self._on_changes)

    @property
    def total(self) -> int:
        """How many there are under the filter."""
        return int(getattr(self.counts, self.filter.segment))

    def set_active(self, active: bool) -> None:
        """The page is shown or hidden; what changed meanwhile is read when it is shown."""
        self._active = active
        if active and (self._stale or not self._asked):
            self.refresh()

    def set_filter(self, wanted: MemberFilter) -> None:
        """Other rows, from the first one."""
        if wanted != self.filter:
            self.filter = wanted
            self._ask(PAGE_ROWS)

    def refresh(self) -> None:
        """The same rows anew."""
        self._ask(max(PAGE_ROWS, len(self.rows)))

    def more(self) -> None:
        """The next page."""
        if not self.has_more or not self.rows:
            return
        wanted, last, asked = self.filter, self.rows[-1], self._asked

        def got(rows: list[MemberRow]) -> None:
            if asked == self._asked:
                self.rows = self.rows + rows
                self.has_more = len(rows) == PAGE_ROWS
                self.changed.emit()

        self._context.local_store.read(lambda store: members.page(store, wanted, last), got, self)

    def row(self, id: str) -> MemberRow | None:
        """One of the rows shown."""
        return next((row for row in self.rows if row.id == id), None)

    def _ask(self, limit: int) -> None:
        """Rows first; counting takes longer in a large organization and comes after them."""
        self._asked += 1
        self._stale = False
        asked, wanted, watched = self._asked, self.filter, self.watched

        def ask(store: Store) -> _Answer:
            still = members.still_waiting(store, watched) if watched else {}
            return _Answer(members.page(store, wanted, limit=limit), members.organization(store), still)

        def got(answer: _Answer) -> None:
            if asked == self._asked:
                self.rows, self.organization = answer.rows, answer.organization
                self.still = {id: answer.still.get(id, 0) for id in watched}
                self.has_more, self.loaded = len(answer.rows) == limit, True
                self.changed.emit()

        def count(store: Store) -> MemberCounts | None:
            return members.counts(store, wanted) if asked == self._asked else None

        def counted(counts: MemberCounts | None) -> None:
            if asked == self._asked and counts is not None and counts != self.counts:
                self.counts = counts
                self.counted.emit()

        self._context.local_store.read(ask, got, self)
        self._context.local_store.read(count, counted, self)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            if self._active:
                self.refresh()
            else:
                self._stale = True
