"""The list of registrations at the left: segments with counts, search, rows, and how long the oldest has waited."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.store.registrations import RegistrationCounts
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import SearchField
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import Line, Skeleton
from desktop.ui.queue_delegate import MediaRow
from desktop.ui.queue_list import MediaList, MediaModel
from desktop.ui.segments import Segment, Segments
from desktop.views.organizations.queue_rows import HEIGHT, RegistrationDelegate


class OrganizationQueue(Panel):
    """Says what is chosen; `left` gives the keys back to the review."""

    filter_changed = Signal(str, str)
    """Segment and search text."""
    left = Signal()

    def __init__(self, pictures: Callable[[str], QPixmap | None]) -> None:
        super().__init__("surface")
        self.segments = Segments(self._segments(RegistrationCounts()))
        self.segments.setAccessibleName(self.tr("State"))
        self.segments.set_current("pending")
        self.search = SearchField(self.tr("Search name, phone, contact"))
        self.list = MediaList(MediaModel(self), pictures, delegate=RegistrationDelegate)
        self.list.setAccessibleName(self.tr("Registrations"))
        self.empty = EmptyState("org", "")
        self._stack = QStackedWidget()
        for part in (Skeleton(8, row_height=HEIGHT), self.list, self.empty):
            self._stack.addWidget(part)
        self._foot = ElidedLabel("", "meta2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Organization review")))
        column.addWidget(self._tools())
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addWidget(self._footer())
        self.setAccessibleName(self.tr("Queue"))
        self.segments.changed.connect(lambda _id: self._say())
        self.search.textChanged.connect(lambda _text: self._say())
        self.search.returnPressed.connect(self.left)
        self.search.left.connect(self.left)
        self.list.opened.connect(lambda _id: self.left.emit())

    def show_rows(self, rows: Sequence[MediaRow], counts: RegistrationCounts, current: str, foot: str) -> None:
        """These rows with `current` chosen; says nothing about it."""
        self.segments.set_segments(self._segments(counts))
        self._foot.setText(foot)
        self.list.blockSignals(True)
        self.list.rows.set_rows(rows)
        self.list.blockSignals(False)
        self.select(current)
        if not rows:
            self._say_nothing(counts)
        self._stack.setCurrentWidget(self.list if rows else self.empty)

    def select(self, id: str) -> None:
        """Makes a row current without saying so; none when it is not listed."""
        if self.list.current_id() == id and id:
            return
        self.list.blockSignals(True)
        if id and self.list.rows.index_of(id).isValid():
            self.list.select(id)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rootIndex())
        self.list.blockSignals(False)
        self.list.viewport().update()

    def set_filter(self, segment: str, text: str = "") -> None:
        """Another segment and search, from code."""
        self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(False)
        self.segments.set_current(segment)
        self._say()

    def _say(self) -> None:
        self.filter_changed.emit(self.segments.current(), self.search.text())

    def _say_nothing(self, counts: RegistrationCounts) -> None:
        if self.search.text().strip():
            clear = Button(self.tr("Clear the search"))
            clear.clicked.connect(self.search.clear)
            line = self.tr("Name, number, phones and contact were searched.")
            self.empty.set_state("search", self.tr("No registration fits"), line, (clear,))
        elif self.segments.current() == "pending" and counts.all:
            line = self.tr("New ones arrive with the sync by themselves.")
            self.empty.set_state("okc", self.tr("All registrations are decided"), line)
        else:
            line = self.tr("Organizations that register appear here after the next sync.")
            self.empty.set_state("org", self.tr("No registrations"), line)

    def _tools(self) -> QWidget:
        tools = Panel("surface", line="line")
        column = QVBoxLayout(tools)
        column.setContentsMargins(16, 12, 16, 13)
        column.setSpacing(8)
        column.addWidget(self.segments)
        column.addWidget(self.search)
        return tools

    def _footer(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self._foot)
        return foot

    def _segments(self, counts: RegistrationCounts) -> tuple[Segment, ...]:
        return (
            Segment("pending", self.tr("To review"), counts.pending),
            Segment("approved", self.tr("Approved"), counts.approved),
            Segment("rejected", self.tr("Rejected"), counts.rejected),
            Segment("all", self.tr("All"), counts.all),
        )
