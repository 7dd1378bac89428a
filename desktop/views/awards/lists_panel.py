"""The lists at the left, by kind and state; 拟定名单; a certificate found by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.dropdown import Dropdown
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import TextField
from desktop.ui.marks import Line, Skeleton
from desktop.ui.queue_list import MediaList, MediaModel
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.rows import ListDelegate, list_row
from desktop.views.awards.words import STATES, say


class AwardLists(MediaList):
    """J and K move here too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            place = self.currentIndex().row() + steps[Qt.Key(event.key())]
            self.setCurrentIndex(self.rows.index(max(0, min(self.rows.rowCount() - 1, place)), 0))
        else:
            super().keyPressEvent(event)


class ListsPanel(Panel):
    """`chosen(list id)`, `propose_wanted`, `kinds_wanted`, `number_wanted(number)`."""

    chosen = Signal(str)
    propose_wanted = Signal()
    kinds_wanted = Signal()
    number_wanted = Signal(str)

    def __init__(self, feed: AwardsFeed) -> None:
        super().__init__("surface")
        self._feed = feed
        self.propose = Button(self.tr("Propose a list…"), "primary", icon="plus", key="P")
        self.kinds_button = Button(self.tr("Kinds"), "ghost", icon="rule", size="small")
        self.kind, self.state = Dropdown(), Dropdown()
        self.kind.setAccessibleName(self.tr("Award"))
        self.state.setAccessibleName(self.tr("State"))
        self.state.addItem(self.tr("Any state"), "")
        for state, (_chip, word) in STATES.items():
            self.state.addItem(say(word), state.value)
        self.list = AwardLists(MediaModel(self), delegate=ListDelegate)
        self.list.set_compact(True)
        self.list.setAccessibleName(self.tr("Award lists"))
        self.empty = EmptyState("award", "")
        self.number = TextField(self.tr("Find a certificate by its number"), icon="search")
        self._stack = QStackedWidget()
        for part in (Skeleton(6, row_height=60), self.list, self.empty):
            self._stack.addWidget(part)
        self._arrange()
        self._connect()
        self.show_lists()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the field leads back to the lists."""
        if event.key() == Qt.Key.Key_Escape and self.number.hasFocus():
            self.number.clear()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def show_lists(self) -> None:
        """What the feed has."""
        feed = self._feed
        self.propose.setVisible(feed.may_act)
        self._show_kinds()
        self.list.blockSignals(True)
        self.list.rows.set_rows([list_row(one) for one in feed.lists], feed.more_lists)
        self.list.blockSignals(False)
        self.mark()
        if feed.lists:
            self._stack.setCurrentWidget(self.list)
        elif feed.loaded and feed.region is not None:
            self._say_nothing()
            self._stack.setCurrentWidget(self.empty)
        elif feed.problem is not None:
            self.empty.set_state("cloudoff", self.tr("No lists here"), self.tr("They are read from the server."))
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentIndex(0)

    def mark(self) -> None:
        """The chosen list has the bar."""
        wanted = self._feed.current.id if self._feed.current else ""
        self.list.blockSignals(True)
        if wanted and self.list.rows.index_of(wanted).isValid():
            if self.list.current_id() != wanted:
                self.list.select(wanted)
        else:
            self.list.setCurrentIndex(self.list.rootIndex())
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _show_kinds(self) -> None:
        known = [self.kind.itemData(place) for place in range(self.kind.count())]
        kinds = [("", self.tr("Any award")), *((one.kind, one.name) for one in self._feed.in_force())]
        if known == [kind for kind, _name in kinds]:
            return
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind, name in kinds:
            self.kind.addItem(name, kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._feed.kind)))
        self.kind.blockSignals(False)

    def _say_nothing(self) -> None:
        feed = self._feed
        if feed.kind or feed.state:
            every = Button(self.tr("Show all lists"))
            every.clicked.connect(self.show_all)
            self.empty.set_state("filter", self.tr("No list fits"), self.tr("Choose another award or state."), (every,))
        elif not any(one.active for one in feed.in_force()):
            line = self.tr("A platform administrator sets awards and their rules first.")
            self.empty.set_state("award", self.tr("No awards yet"), line)
        elif not feed.seals:
            line = self.tr("Lists are drawn from sealed weeks. Seal a week in the tab Boards first.")
            self.empty.set_state("lock", self.tr("No week is sealed yet"), line)
        else:
            line = self.tr("A list is drawn from a sealed week by the rule of the award, then confirmed by two people.")
            self.empty.set_state("award", self.tr("No lists yet"), line)

    def show_all(self) -> None:
        """Any award, any state."""
        self.kind.setCurrentIndex(0)
        self.state.setCurrentIndex(0)

    def _arrange(self) -> None:
        tools = Panel("surface", line="line")
        inside = QVBoxLayout(tools)
        inside.setContentsMargins(16, 12, 16, 13)
        inside.setSpacing(8)
        inside.addWidget(self.propose)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pair.addWidget(self.kind, 1)
        pair.addWidget(self.state)
        inside.addLayout(pair)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 10, 16, 10)
        below.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Awards"), actions=(self.kinds_button,)))
        column.addWidget(tools)
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addWidget(foot)

    def _connect(self) -> None:
        self._feed.changed.connect(self.show_lists)
        self._feed.opened.connect(self.mark)
        self.propose.clicked.connect(self.propose_wanted)
        self.kinds_button.clicked.connect(self.kinds_wanted)
        self.list.current_changed.connect(self.chosen)
        self.list.rows.more_wanted.connect(self._feed.more)
        for choice in (self.kind, self.state):
            choice.currentIndexChanged.connect(
                lambda _place: self._feed.set_filter(self.kind.currentData() or "", self.state.currentData() or "")
            )
        self.number.returnPressed.connect(self._find)

    def _find(self) -> None:
        if number := self.number.text().strip():
            self.number_wanted.emit(number)
