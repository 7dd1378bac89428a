"""The lines of the chosen list: filter, search, table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.boards import Measure
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import SearchField
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import KeyCap, Line, Skeleton
from desktop.ui.segments import Segment, Segments
from desktop.ui.table import TableModel, TableView
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.rows import STANDINGS, columns, entry_row, searched, standing
from desktop.views.awards.words import OPEN, say

if TYPE_CHECKING:
    from contract.wire.awards import EntryFacts


class EntriesView(Panel):
    """`chosen(entry id)`; `opened(entry id)` with Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, feed: AwardsFeed) -> None:
        super().__init__("surface")
        self._feed = feed
        self._of = ""
        self.filter = Segments(tuple(Segment(id, say(word)) for id, word in STANDINGS.items()))
        self.filter.setAccessibleName(self.tr("Result"))
        self.search = SearchField(self.tr("Search names, numbers, regions"))
        self.model = TableModel(())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Lines of the list"))
        self.empty = EmptyState("award", "")
        self._stack = QStackedWidget()
        for part in (self.table, self.empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        self._total, self._rule = label("", "meta2"), ElidedLabel("", "caption")
        self._edit_hints: list[QWidget] = []
        self._arrange()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_lines()

    def show_lines(self) -> None:
        """What the feed has of the chosen list."""
        feed, facts = self._feed, self._feed.current
        self._choices.setVisible(facts is not None)
        self._foot.setVisible(facts is not None)
        for hint in self._edit_hints:
            hint.setVisible(feed.may_act and facts is not None and facts.state in OPEN)
        if facts is None:
            self._stack.setCurrentWidget(self.empty)
            return
        kind = feed.kind_of(facts)
        rows = self._fitting()
        shown = columns(facts.subject, kind.measure if kind else Measure.HEAT, self.width())
        before = self.table.current_id() if self._of == facts.id else ""
        self._of = facts.id
        self.table.blockSignals(True)
        if shown != self.model.columns:
            self.model.set_columns(shown)
            self.table.spread_columns()
        self.model.set_rows([entry_row(one, facts.subject, shown) for one in rows], feed.more_lines)
        self.table.settle()
        if rows and not self.table.current_id():
            self.table.select(before if any(one.id == before for one in rows) else rows[0].id)
        self.table.blockSignals(False)
        if self.table.current_id() != before:
            self.chosen.emit(self.table.current_id())
        self._show_counts()
        if rows:
            self._stack.setCurrentWidget(self.table)
        elif feed.filled and not feed.more_lines:
            self._say_nothing()
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentIndex(2)

    def say(self, icon: str, title: str, line: str) -> None:
        """In place of lines, as long as no list is chosen."""
        self.empty.set_state(icon, title, line)

    def _fitting(self) -> list[EntryFacts]:
        wanted, text = self.filter.current(), self.search.text().strip().casefold()
        if (wanted != "all" or text) and self._feed.more_lines:
            self._feed.more_of_list(all_of_it=True)
        return [
            one
            for one in self._feed.entries
            if wanted in ("all", standing(one)) and (not text or text in searched(one))
        ]

    def _show_counts(self) -> None:
        feed, facts = self._feed, self._feed.current
        assert facts is not None
        counts = Counter(standing(one) for one in feed.entries)
        whole = not feed.more_lines and feed.filled
        self.filter.set_segments(tuple(
            Segment(id, say(word), (len(feed.entries) if id == "all" else counts[id]) if whole else None)
            for id, word in STANDINGS.items()
        ))  # fmt: skip
        words = self.tr("{0} chosen, {1} lines loaded") if feed.more_lines else self.tr("{0} chosen, {1} lines")
        self._total.setText(words.format(f"{facts.chosen:,}", f"{len(feed.entries):,}"))
        kind = feed.kind_of(facts)
        changed = sum(1 for one in feed.entries if one.edits)
        self._rule.setText(self.tr("%n changed by hand", "", changed) if changed and kind else "")

    def _say_nothing(self) -> None:
        if self.filter.current() != "all" or self.search.text().strip():
            clear = Button(self.tr("Show all lines"))
            clear.clicked.connect(self.clear)
            line = self.tr("Names, numbers and regions were searched.")
            self.empty.set_state("search", self.tr("No line fits"), line, (clear,))
        else:
            line = self.tr("The boards of this week have nobody who fits the rule, or nobody of your region.")
            self.empty.set_state("award", self.tr("No lines"), line)

    def find(self, id: str) -> None:
        """The bar at a line, whatever is filtered."""
        self.clear()
        self.table.select(id)

    def clear(self) -> None:
        """Every line."""
        self.search.clear()
        self.filter.set_current("all")
        self.show_lines()

    def _arrange(self) -> None:
        self._choices = QWidget()
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(16, 12, 16, 12)
        choices.setSpacing(8)
        choices.addWidget(self.filter)
        choices.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._choices)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        self._foot = self._made_foot()
        column.addWidget(self._foot)

    def _made_foot(self) -> QWidget:
        foot = QWidget()
        whole = QVBoxLayout(foot)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Line())
        row = QHBoxLayout()
        whole.addLayout(row)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        row.addWidget(self._total)
        row.addSpacing(12)
        row.addWidget(self._rule, 1)
        for keys, words in (("J K", self.tr("move")), ("I", self.tr("put in or take out"))):
            hints: list[QWidget] = [*(KeyCap(key) for key in keys.split()), label(words, "meta2")]
            for hint in hints:
                row.addWidget(hint)
            if keys == "I":
                self._edit_hints = hints
            row.addSpacing(6)
        return foot

    def _connect(self) -> None:
        self._feed.listed.connect(self.show_lines)
        self._feed.opened.connect(self.clear)
        self.filter.changed.connect(lambda _id: self.show_lines())
        self.search.textChanged.connect(lambda _text: self.show_lines())
        self.search.left.connect(self.table.setFocus)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.current_changed.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.more_wanted.connect(self._feed.more_of_list)
