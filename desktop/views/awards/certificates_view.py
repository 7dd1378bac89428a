"""Certificates of a list as a table: by state, searched, and the code or number copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from contract.boards import BoardKind
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import SearchField
from desktop.ui.labels import label
from desktop.ui.marks import KeyCap, Line, Skeleton
from desktop.ui.segments import Segment, Segments
from desktop.ui.table import TableModel, TableView
from desktop.views.awards.certificates_feed import CertificatesFeed
from desktop.views.awards.rows import certificate_columns, certificate_row, place_of
from desktop.views.awards.words import CERTIFICATES, missing, say

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts


class CertificatesView(Panel):
    """`menu_wanted(id, menu)` for what can be done to a row."""

    menu_wanted = Signal(str, QMenu)

    def __init__(self, feed: CertificatesFeed) -> None:
        super().__init__("surface")
        self._feed = feed
        self.subject = BoardKind.PERSON
        self.filter = Segments((
            Segment("", self.tr("All")),
            *(Segment(state.value, say(word)) for state, (_chip, word) in CERTIFICATES.items()),
        ))  # fmt: skip
        self.filter.setAccessibleName(self.tr("State"))
        self.search = SearchField(self.tr("Search names, numbers, codes"))
        self.model = TableModel(())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Certificates"))
        self.empty = EmptyState("award", "")
        self._stack = QStackedWidget()
        for part in (self.table, self.empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        self._total = label("", "meta2")
        self._act_hints: list[QWidget] = []
        self._arrange()
        self._connect()

    def open(self, list_id: str, subject: BoardKind, may_act: bool, certificate: str = "") -> None:
        """Certificates of a list, with the bar at one of them."""
        self.subject = subject
        for hint in self._act_hints:
            hint.setVisible(may_act)
        if certificate:
            self._feed.wanted = certificate
            self.search.clear()
            self.filter.set_current("")
        self._feed.open(list_id, self.filter.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_rows()

    def show_rows(self) -> None:
        """What the feed has."""
        feed = self._feed
        rows = self._fitting()
        shown = certificate_columns(
            self.subject, self.width(), any(one.replaces or one.replaced_by for one in feed.rows)
        )
        before = self.table.current_id()
        wanted = feed.wanted or before
        self.table.blockSignals(True)
        if shown != self.model.columns:
            self.model.set_columns(shown)
            self.table.spread_columns()
        self.model.set_rows([certificate_row(one, shown) for one in rows], feed.has_more)
        self.table.settle()
        known = any(one.id == wanted for one in rows)
        if rows:
            self.table.select(wanted if known else self.table.current_id() or rows[0].id)
        self.table.blockSignals(False)
        if self.table.current_id() != before:
            feed.choose(self.table.current_id())
        if feed.wanted and not known and feed.has_more:
            feed.more()
        elif feed.loaded:
            feed.wanted = ""
        words = self.tr("{0} certificates loaded") if feed.has_more else self.tr("{0} certificates")
        self._total.setText(words.format(f"{len(feed.rows):,}"))
        if rows:
            self._stack.setCurrentWidget(self.table)
        elif feed.loaded and not feed.has_more:
            self._say_nothing()
        elif feed.problem is not None and not feed.rows:
            what, do = missing(feed.problem, 0) or ("", "")
            self.empty.set_state("cloudoff", what, do)
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentIndex(2)

    def clear(self) -> None:
        """All of them."""
        self.search.clear()
        self.filter.set_current("")
        self._filter()

    def _fitting(self) -> list[CertificateFacts]:
        text = self.search.text().strip().casefold().replace("-", "")
        if text and self._feed.has_more:
            self._feed.more()
        return [one for one in self._feed.rows if not text or text in _searched(one)]

    def _filter(self) -> None:
        if self._feed.list_id:
            self._feed.open(self._feed.list_id, self.filter.current())

    def _say_nothing(self) -> None:
        if self.search.text().strip() or self.filter.current():
            every = Button(self.tr("Show all certificates"))
            every.clicked.connect(self.clear)
            line = self.tr("Names, numbers and codes were searched.")
            self.empty.set_state("search", self.tr("No certificate fits"), line, (every,))
        else:
            line = self.tr("None of this list is of your region.")
            self.empty.set_state("award", self.tr("No certificates"), line)
        self._stack.setCurrentWidget(self.empty)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setContentsMargins(16, 12, 16, 12)
        choices.setSpacing(8)
        choices.addWidget(self.filter)
        choices.addWidget(self.search, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        row.addWidget(self._total)
        row.addStretch(1)
        for key, words in (("R", self.tr("revoke")), ("E", self.tr("reissue")), ("V", self.tr("back to the list"))):
            hints: list[QWidget] = [KeyCap(key), label(words, "meta2")]
            for hint in hints:
                row.addWidget(hint)
            self._act_hints += [] if key == "V" else hints
            row.addSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choices)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addWidget(foot)

    def _connect(self) -> None:
        self._feed.changed.connect(self.show_rows)
        self.filter.changed.connect(lambda _id: self._filter())
        self.search.textChanged.connect(lambda _text: self.show_rows())
        self.search.left.connect(self.table.setFocus)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.current_changed.connect(self._feed.choose)
        self.table.more_wanted.connect(self._feed.more)
        self.table.menu_wanted.connect(self.menu_wanted)


def _searched(one: CertificateFacts) -> str:
    words = f"{one.number} {one.holder} {one.title} {one.code} {place_of(one.region)}"
    return words.casefold().replace("-", "")
