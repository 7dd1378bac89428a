"""The bar above the table: state with counts, search, period, order."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from contract.campaign import DAY_MS
from desktop.store.members import MemberCounts, MemberFilter
from desktop.ui.card import Panel
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import SearchField
from desktop.ui.segments import Segment as Choice
from desktop.ui.segments import Segments

PERIODS: Final = (None, 1, 7, 30)
"""Days back; None is always."""


class MemberFilters(Panel):
    """`chosen(MemberFilter)` at each change; periods end now, so `now_ms` is asked."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("surface", line="line")
        self.now_ms = 0
        self.segments = Segments(self._choices(MemberCounts()))
        self.segments.setAccessibleName(self.tr("State"))
        self.search = SearchField(self.tr("Search applicant, initials, organization, reason"))
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(420)
        self.period, self.sort = Dropdown(), Dropdown()
        self.period.setAccessibleName(self.tr("Applied"))
        self.sort.setAccessibleName(self.tr("Order"))
        words = (self.tr("Applied: any time"), self.tr("Applied: today"), self.tr("Applied: 7 days"))
        for days, text in zip(PERIODS, (*words, self.tr("Applied: 30 days")), strict=True):
            self.period.addItem(text, days)
        orders = (
            ("newest", self.tr("Newest first")),
            ("oldest", self.tr("Oldest first")),
            ("name", self.tr("By name")),
        )
        for sort, text in orders:
            self.sort.addItem(text, sort)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 11)
        row.setSpacing(8)
        row.addWidget(self.segments)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.period)
        row.addWidget(self.sort)
        self.segments.changed.connect(lambda _id: self._change())
        self.search.textChanged.connect(lambda _text: self._change())
        self.search.returnPressed.connect(self.left)
        self.search.left.connect(self.left)
        for box in (self.period, self.sort):
            box.activated.connect(lambda _place: self._change())

    def show_counts(self, counts: MemberCounts) -> None:
        """Beside the segments."""
        self.segments.set_segments(self._choices(counts))

    def clear(self) -> None:
        """Everything again, in the same order."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.segments.set_current("all")
        self.period.setCurrentIndex(0)
        self._change()

    def wanted(self) -> MemberFilter:
        """What is chosen."""
        days = self.period.currentData()
        since = None if days is None else self.now_ms - days * DAY_MS
        segment = self.segments.current()
        return MemberFilter(segment, self.search.text(), since, self.sort.currentData())

    def _change(self) -> None:
        self.chosen.emit(self.wanted())

    def _choices(self, counts: MemberCounts) -> tuple[Choice, ...]:
        words = {
            "all": self.tr("All"),
            "pending": self.tr("To review"),
            "approved": self.tr("Approved"),
            "rejected": self.tr("Rejected"),
        }
        return tuple(Choice(id, text, int(getattr(counts, id))) for id, text in words.items())
