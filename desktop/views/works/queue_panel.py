"""The claimed queue: header, search, segments, rows, prefetch and 再领一批. Shows what the page gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.ui.banner import Banner, BannerKind
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import SearchField
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import Line, ProgressBar, Skeleton
from desktop.ui.queue_delegate import MediaRow
from desktop.ui.queue_list import MediaList, MediaModel
from desktop.ui.segments import Segment, Segments
from desktop.ui.theme import theme_of
from desktop.views.works.filter_choice import Choice
from desktop.views.works.queue_header import QueueHeader

if TYPE_CHECKING:
    from desktop.views.works.filter_popup import FilterPopup

TOLD_MS = 6_000


class QueuePanel(Panel):
    """Signals say what the person wants; `show_…` methods say what is."""

    opened = Signal(str)
    """A row became current by hand (work id)."""
    entered = Signal(str)
    """Enter or double click on a row."""
    segment_changed = Signal(str)
    search_changed = Signal(str)
    choice_changed = Signal(object)
    claim_wanted = Signal()
    menu_wanted = Signal(str, QMenu)
    filled = Signal()
    """Once, after the first rows (or the word that there are none) have been painted."""

    def __init__(self, clock: Clock, pictures: Callable[[str], QPixmap | None], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._choice = Choice()
        self._compact = False
        self._popup: FilterPopup | None = None
        self._is_filled = False
        self.header = QueueHeader(clock)
        self.strip = Banner("offline", self.tr("Working offline; decisions are sent when the network is back"))
        self.strip.hide()
        self.told = Banner("info", "")
        self.told.hide()
        self._quiet = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._quiet.timeout.connect(self.told.hide)
        self.search = SearchField(self.tr("Search title, organization, number"))
        self.filter_button = Button(icon="filter")
        self.segments = Segments(self._segments(0, 0, 0))
        self.segments.setAccessibleName(self.tr("Which works"))
        self.list = MediaList(MediaModel(self), pictures)
        self.list.setAccessibleName(self.tr("Claimed works"))
        self.empty = EmptyState("okc", "")
        self._stack = QStackedWidget()
        for page in (Skeleton(6, row_height=72), self.list, self.empty):
            self._stack.addWidget(page)
        self.claim_button = Button(self.tr("Claim more"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, Line(), self.strip, self.told, self._tools(), Line()):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addWidget(self._footer())
        self.setAccessibleName(self.tr("Queue"))
        self._connect()

    @property
    def popup(self) -> FilterPopup:
        """Filters and order; made when they are wanted first."""
        if self._popup is None:
            from desktop.views.works.filter_popup import FilterPopup  # late: nothing else needs its boxes

            self._popup = FilterPopup(self)
            self._popup.chosen.connect(self.set_choice)
        return self._popup

    @property
    def choice(self) -> Choice:
        """The filters and the order chosen."""
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        """Shows other filters and says so to whoever listens."""
        self._choice = choice
        self.filter_button.set_kind("secondary")
        self.filter_button.setText(str(choice.active) if choice.active else "")
        tip = choice.words() or self.tr("Filter and order")
        self.filter_button.setToolTip(tip)
        self.filter_button.setAccessibleDescription(choice.words())
        self.choice_changed.emit(choice)

    def show_rows(self, rows: Sequence[MediaRow], current: str | None) -> None:
        """Shows these rows with `current` chosen; says nothing about it."""
        self.list.blockSignals(True)
        self.list.rows.set_rows(rows)
        if current and self.list.rows.index_of(current).isValid():
            if self.list.current_id() != current:
                self.list.select(current)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rootIndex())
        self.list.blockSignals(False)
        self._stack.setCurrentWidget(self.list if rows else self.empty)
        if not self._is_filled:
            self._is_filled = True
            (self.list.viewport() if rows else self.empty).installEventFilter(self)

    def select(self, work: str | None) -> None:
        """Makes a row current without saying so."""
        self.list.blockSignals(True)
        self.list.select(work or "")
        self.list.blockSignals(False)

    def show_empty(self, icon: str, title: str, line: str, actions: tuple[Button, ...]) -> None:
        """What stands in place of rows."""
        self.empty.set_state(icon, title, line, actions)
        self._stack.setCurrentWidget(self.empty)

    def tell(self, kind: BannerKind, title: str, line: str = "") -> None:
        """What came of claiming or giving back; good news leaves by itself, an empty title takes it away."""
        self.told.setVisible(bool(title))
        self._quiet.stop()
        if title:
            self.told.set_state(kind, title, line)
            if kind == "info":
                self._quiet.start()

    def show_counts(self, pending: int, decided: int, conflicts: int) -> None:
        """Counts on the segments."""
        self.segments.set_segments(self._segments(pending, decided, conflicts))

    def show_prefetch(self, text: str, fraction: float) -> None:
        """Footer: what is cached."""
        self._cached.setText(text)
        self._bar.set_fraction(fraction)

    def show_offline(self, offline: bool) -> None:
        """Strip under the header; claiming needs the network."""
        self.strip.setVisible(offline)
        self.claim_button.setVisible(not offline)
        if not offline and self.told.kind == "offline":
            self.tell("info", "")

    def set_compact(self, compact: bool) -> None:
        """Two-line rows and a plus sign instead of words."""
        if compact != self._compact:
            self._compact = compact
            self.list.set_compact(compact)
            self.claim_button.setText("" if compact else self.tr("Claim more"))
            self.claim_button.set_icon("plus" if compact else "")
            self.show_counts(*self._counts)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.filled.emit)  # after the rest of this picture
        return False

    def _segments(self, pending: int, decided: int, conflicts: int) -> tuple[Segment, ...]:
        self._counts = (pending, decided, conflicts)
        return (
            Segment("pending", self.tr("Open"), pending),
            Segment("decided", self.tr("Decided"), decided),
            Segment(
                "conflict",
                "" if self._compact else self.tr("Conflict"),
                conflicts,
                "conflict",
                "conflict",
                self.tr("Conflict"),
            ),
        )

    def _tools(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        self.filter_button.setAccessibleName(self.tr("Filter and order"))
        self.filter_button.setToolTip(self.tr("Filter and order"))
        row.addWidget(self.filter_button)
        column.addLayout(row)
        column.addWidget(self.segments)
        return box

    def _footer(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme_of(self).size(56))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        self._cached = ElidedLabel("", "meta2")
        self._bar = ProgressBar()
        words.addWidget(self._cached)
        words.addWidget(self._bar)
        words.addStretch()
        row.addLayout(words, 1)
        self.claim_button.setToolTip(self.tr("Claim 20 more works (C)"))
        self.claim_button.setAccessibleName(self.tr("Claim more"))
        row.addWidget(self.claim_button)
        return bar

    def _connect(self) -> None:
        for button in (self.filter_button, self.claim_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.current_changed.connect(lambda work: self.opened.emit(work) if work else None)
        self.list.opened.connect(self.entered)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.segments.changed.connect(self.segment_changed)
        self.search.textChanged.connect(self.search_changed)
        self.search.left.connect(self.list.setFocus)
        self.filter_button.clicked.connect(self._open_filter)
        self.claim_button.clicked.connect(self.claim_wanted)

    def _open_filter(self) -> None:
        corner = QPoint(self.filter_button.width(), self.filter_button.height() + 4)
        self.popup.open_at(self.filter_button.mapToGlobal(corner), self._choice)
