"""What the tab shows: kinds and seals, pages of lists, the chosen list with pages of its lines. All from the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.operations import awards, exports
from desktop.store.boards import TOPIC, SealRow

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindFacts, AwardListFacts, AwardLists, Entries, EntryFacts
    from desktop.operations.awards import Basics

ALL = 1_000_000
"""More lines than any list has."""


class AwardsFeed(QObject):
    """`changed`: kinds, lists; `opened`: another list is chosen; `listed`: the chosen list or its lines."""

    changed = Signal()
    opened = Signal()
    listed = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = self._asked_lines = 0
        self._active, self._reachable = False, context.sync.network.reachable
        self.kinds: list[AwardKindFacts] = []
        self.seals: list[SealRow] = []
        self.region: str | None = None
        """None until the server has told it."""
        self.kind = self.state = ""
        self.lists: list[AwardListFacts] = []
        self.current: AwardListFacts | None = None
        self.entries: list[EntryFacts] = []
        self.loaded = self.filled = False
        """Whether lists, and lines of the chosen one, have come."""
        self.at = 0
        """When (ms) something came from the server last."""
        self.problem: Exception | None = None
        """Why the last question got no answer."""
        self._next_lists: str | None = None
        self._next_lines: str | None = None
        self._asking_lists = self._asking_lines = False
        self._wanted = ""
        context.changes.changed.connect(self._on_changes)

    @property
    def may_act(self) -> bool:
        """Not for staff of one region, and not before it is known."""
        return self.region == ""

    @property
    def more_lists(self) -> bool:
        """Whether older lists are on the server."""
        return self._next_lists is not None

    @property
    def more_lines(self) -> bool:
        """Whether the chosen list has more lines."""
        return self._next_lines is not None

    def in_force(self) -> list[AwardKindFacts]:
        """The latest version of each kind."""
        latest: dict[str, AwardKindFacts] = {}
        for one in self.kinds:
            latest.setdefault(one.kind, one)
        return list(latest.values())

    def kind_of(self, facts: AwardListFacts) -> AwardKindFacts | None:
        """The rule that a list was drawn by."""
        found = (one for one in self.kinds if (one.kind, one.version) == (facts.kind, facts.kind_version))
        return next(found, None)

    def entry(self, id: str) -> EntryFacts | None:
        """A line that is here."""
        return next((one for one in self.entries if one.id == id), None)

    def set_active(self, active: bool) -> None:
        """The page is shown or hidden."""
        self._active = active
        if active:
            self.refresh()

    def set_filter(self, kind: str, state: str) -> None:
        """Other lists; the chosen one stays."""
        if (kind, state) != (self.kind, self.state):
            self.kind, self.state = kind, state
            self.lists, self.loaded = [], False
            self.changed.emit()
            self._ask_lists("")

    def refresh(self) -> None:
        """Everything anew; what is shown stays until then."""
        awards.basics(self._context, self._got_basics, self._failed, self)
        exports.catch_up(self._context)
        self._ask_lists("")
        if self.current is not None:
            self.reload()

    def more(self) -> None:
        """The next page of lists."""
        if self._next_lists is not None and not self._asking_lists:
            self._ask_lists(self._next_lists)

    def more_of_list(self, *, all_of_it: bool = False) -> None:
        """The next page of lines, or all that is left of them."""
        if self._next_lines is not None and not self._asking_lines:
            self._ask_lines(self._next_lines, ALL if all_of_it else 0)

    def choose(self, list_id: str) -> None:
        """Another list; one that is not among those here is fetched."""
        if self.current is not None and self.current.id == list_id:
            return
        self._wanted = list_id
        found = next((one for one in self.lists if one.id == list_id), None)
        if found is not None:
            self._open(found)
        elif list_id:
            awards.read(self._context, list_id, self.accept, self._failed, self)

    def accept(self, facts: AwardListFacts) -> None:
        """A list as an answer has it: put in its place and, when it is the chosen one, shown with its lines."""
        self._answered()
        known = any(one.id == facts.id for one in self.lists)
        if known:
            self.lists = [facts if one.id == facts.id else one for one in self.lists]
        elif self.kind in ("", facts.kind) and self.state in ("", facts.state):
            self.lists = sorted([facts, *self.lists], key=lambda one: (one.proposed_at, one.id), reverse=True)
        self.changed.emit()
        if self.current is not None and self.current.id == facts.id:
            self.current = facts
            self.listed.emit()
            self._ask_lines("", len(self.entries))
        elif self._wanted == facts.id:
            self._open(facts)

    def open(self, facts: AwardListFacts) -> None:
        """A list that was just proposed."""
        self._wanted = facts.id
        self.accept(facts)

    def set_kinds(self, kinds: list[AwardKindFacts]) -> None:
        """As an answer has them."""
        self.kinds = kinds
        self.changed.emit()

    def reload(self) -> None:
        """The chosen list anew."""
        if self.current is not None:
            awards.read(self._context, self.current.id, self.accept, self._failed, self)

    def reload_kinds(self) -> None:
        """Kinds and seals anew."""
        awards.basics(self._context, self._got_basics, self._failed, self)

    def _open(self, facts: AwardListFacts) -> None:
        self._wanted = facts.id
        self.current, self.entries, self.filled, self._next_lines = facts, [], False, None
        self.opened.emit()
        self.listed.emit()
        self._ask_lines("")

    def _ask_lists(self, cursor: str) -> None:
        self._asked += 1
        asked, self._asking_lists = self._asked, True

        def got(page: AwardLists) -> None:
            if asked == self._asked:
                self._asking_lists = False
                self._take_lists(page, first=not cursor)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._asking_lists = False
                self._failed(error)

        awards.lists(self._context, self.kind, self.state, cursor, got, failed, self)

    def _take_lists(self, page: AwardLists, *, first: bool) -> None:
        self._answered()
        here = {one.id for one in self.lists}
        self.lists = page.items if first else [*self.lists, *(one for one in page.items if one.id not in here)]
        self._next_lists = page.next
        self.loaded = True
        self.changed.emit()
        if self.current is None and not self._wanted and self.lists:
            self.choose(self.lists[0].id)

    def _ask_lines(self, cursor: str, least: int = 0) -> None:
        if self.current is None:
            return
        self._asked_lines += 1
        asked, self._asking_lines = self._asked_lines, True

        def got(page: Entries) -> None:
            if asked == self._asked_lines:
                self._asking_lines = False
                self._take_lines(page, first=not cursor)

        def failed(error: Exception) -> None:
            if asked == self._asked_lines:
                self._asking_lines = False
                self._failed(error)

        awards.entries(self._context, self.current.id, cursor, least, got, failed, self)

    def _take_lines(self, page: Entries, *, first: bool) -> None:
        self._answered()
        self.entries = page.items if first else [*self.entries, *page.items]
        self._next_lines, self.filled = page.next, True
        self.listed.emit()

    def _got_basics(self, got: Basics) -> None:
        self._answered()
        self.kinds, self.seals, self.region = got
        self.changed.emit()
        self.listed.emit()

    def _answered(self) -> None:
        self.problem, self.at = None, self._context.clock.now_ms()

    def _failed(self, error: Exception) -> None:
        self.problem = error
        self.changed.emit()
        self.listed.emit()

    def _on_changes(self, topics: frozenset[str]) -> None:
        reachable = self._context.sync.network.reachable
        turned, self._reachable = reachable != self._reachable, reachable
        if not self._active:
            return
        if TOPIC in topics or (turned and reachable):
            self.refresh()
        elif turned:
            self.changed.emit()
