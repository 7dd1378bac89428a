"""One work at the right of the table: picture, state, facts, file check, history, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from contract.review import WorkState
from contract.wire.review import WorkDetail, WorkSummary
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel, FactRow, label
from desktop.ui.marks import Line, Skeleton, StatusChip
from desktop.views.browse.poster_box import PosterBox
from desktop.views.browse.rows import held, holder_text, state_words
from desktop.views.works.file_checks import FileChecks
from desktop.views.works.history_list import HistoryList
from desktop.views.works.inspector_facts import inspect
from desktop.views.works.phone_row import PhoneRow

NAME_WIDTH = 56


class Detail(Panel):
    """Asks by signals, each with the work's id; the page does it."""

    open_wanted = Signal(str)
    take_over_wanted = Signal(str)
    reveal_wanted = Signal(str)
    retry_wanted = Signal()

    def __init__(self, me: str) -> None:
        super().__init__("surface")
        self._me = me
        self._masked = ""
        self.work: WorkSummary | None = None
        self._make_head()
        self._make_foot()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sections())
        self._wait = Skeleton(5)
        self._empty = EmptyState("works", "")
        self._stack = QStackedWidget()
        for part in (self._empty, self._wait, self._scroll):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self.clear()

    def clear(self) -> None:
        """No work."""
        self.work = None
        self._head.hide()
        self._foot.hide()
        line = self.tr("Its facts, file check and history stand here.")
        self._empty.set_state("works", self.tr("Choose a work"), line)
        self._stack.setCurrentWidget(self._empty)

    def show_waiting(self, work: WorkSummary, now_ms: int) -> None:
        """What the list knows, until the whole work is here."""
        self._show_head(work, now_ms)
        self._masked = ""
        self.hide_phone()
        self.poster.show_picture(None)
        self._stack.setCurrentWidget(self._wait)

    def show_work(self, work: WorkDetail, now_ms: int) -> None:
        """The whole work."""
        self._show_head(work, now_ms)
        facts = inspect(work)  # type: ignore[arg-type]  # has the same fields as a row of the cache
        self._facts.show_pairs((*facts.fields, (self.tr("Likes"), f"{work.likes:,} / {work.views:,}")))
        self._masked = facts.phone
        self.hide_phone()
        self.checks.show_file(facts.findings, facts.checks)
        self.history.show_lines(facts.history)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)

    def hide_phone(self) -> None:
        """Masked again, at once."""
        self.phone.show_masked(self._masked)

    def show_failure(self, what: str, do: str) -> None:
        """The work could not be had."""
        again = Button(self.tr("Try again"))
        again.clicked.connect(self.retry_wanted)
        self._empty.set_state("cloudoff", what.rstrip("。."), do, (again,))
        self._stack.setCurrentWidget(self._empty)

    def show_holder(self, now_ms: int) -> None:
        """The claim's time moves on."""
        if self.work is not None:
            self._show_head(self.work, now_ms)

    def set_busy(self, busy: bool) -> None:
        """While the server is asked."""
        for button in (self.open, self.take_over):
            button.set_busy(busy, self.tr("Claiming…") if busy else "")

    def _show_head(self, work: WorkSummary, now_ms: int) -> None:
        self.work = work
        self._title.setText(work.title)
        self._number.setText(work.number)
        self.chip.set_state(*state_words(work.state))
        mine = held(work, now_ms) and work.holder == self._me
        others = held(work, now_ms) and not mine
        pending = work.state == WorkState.PENDING
        self._holder.setText(holder_text(work, self._me, now_ms))
        self.open.setVisible(pending and not others)
        self.open.setText(self.tr("Open in the works tab") if mine else self.tr("Open and claim"))
        self.take_over.setVisible(others)
        self._head.show()
        self._foot.setVisible(pending)

    def _make_head(self) -> None:
        self._head = QWidget()
        self._title = ElidedLabel("", "title")
        self._number = ElidedLabel("", "meta")
        self.chip = StatusChip("pending", "")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.chip)
        line.addWidget(self._number, 1)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(line)

    def _make_foot(self) -> None:
        self._foot = QWidget()
        self._holder = ElidedLabel("", "meta2")
        self.open = Button(self.tr("Open and claim"), "primary", icon="works", key="Enter")
        self.take_over = Button(self.tr("Take over…"), icon="flag")
        self.open.clicked.connect(lambda: self._emit(self.open_wanted))
        self.take_over.clicked.connect(lambda: self._emit(self.take_over_wanted))
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(self._holder, 1)
        row.addWidget(self.open)
        row.addWidget(self.take_over)
        column.addLayout(row)

    def _sections(self) -> QWidget:
        self.poster = PosterBox()
        self._facts = _Facts()
        self.phone = PhoneRow(NAME_WIDTH)
        self.phone.reveal_wanted.connect(lambda: self._emit(self.reveal_wanted))
        self.checks, self.history = FileChecks(), HistoryList()
        sections = Panel("surface")
        column = QVBoxLayout(sections)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.poster)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addWidget(self._facts)
        facts.addWidget(self.phone)
        column.addLayout(facts)
        column.addWidget(Line())
        column.addWidget(self.checks)
        column.addWidget(Line())
        column.addWidget(label(self.tr("History"), "strong"))
        column.addWidget(self.history)
        column.addStretch(1)
        return sections

    def _emit(self, signal: object) -> None:
        if self.work is not None:
            signal.emit(self.work.id)  # type: ignore[attr-defined]

    def show_poster(self, picture: QPixmap | None) -> None:
        """The picture arrived."""
        self.poster.show_picture(picture)


class _Facts(QWidget):
    """Name and value, as many as there are."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Other facts."""
        while len(self._rows) < len(pairs):
            self._rows.append(FactRow("", name_width=NAME_WIDTH))
            self._column.addWidget(self._rows[-1])
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(pairs))
            if place < len(pairs):
                row.name.setText(pairs[place][0])
                row.set_value(pairs[place][1])
