"""The card 冲突; platform admins find 复核请求 behind a second segment."""

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.messages import Message
from desktop.operations import conflicts
from desktop.store.rows import ConflictRow, OutboxRow, SecondLookRow
from desktop.ui.button import Button
from desktop.ui.card import Card
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import label
from desktop.ui.marks import StatusChip
from desktop.ui.segments import Segment, Segments
from desktop.views.sync_centre.conflict_view import ConflictView
from desktop.views.sync_centre.downloads_card import DownloadsCard
from desktop.views.sync_centre.feed import Snapshot
from desktop.views.sync_centre.looks_view import LooksView
from desktop.views.sync_centre.words import PAGE_OF


class ConflictsCard(Card):
    """Steps through the conflicts; those put off come again after 现在处理 or another visit of the page."""

    def __init__(self, context: AppContext, downloads: DownloadsCard, settles: bool) -> None:
        chip, segments, stepper = StatusChip("conflict", ""), Segments(), QWidget()
        rule = label("", "meta")
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(segments)
        row.addWidget(chip)
        super().__init__("", beside_title=beside, actions=(rule, stepper))
        self._context, self._settles = context, settles
        self._rows: tuple[ConflictRow, ...] = ()
        self._later: set[str] = set()
        self._current = ""
        self._chip, self._segments, self._rule = chip, segments, rule
        self.title.setText(self.tr("Conflicts"))
        self.setAccessibleName(self.tr("Conflicts"))
        self.title.setVisible(not settles)
        segments.setVisible(settles)
        rule.setText(self.tr("What arrived first holds"))
        segments.changed.connect(self._show_segment)
        self._make_stepper(stepper)
        self.view = ConflictView(downloads.picture)
        self.looks = LooksView()
        self._empty = EmptyState("okc", "")
        self._stack = QStackedWidget()
        for part in (self.view, self._empty, self.looks):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack)
        self.view.answered.connect(self._answer)
        self.view.later.connect(self.later)
        self.looks.opened.connect(lambda kind, id: context.navigation.go(PAGE_OF.get(kind, "browse"), id))
        self.looks.closed.connect(self._close_look)
        self.show_snapshot(Snapshot())

    def show_snapshot(self, now: Snapshot) -> None:
        """Shows what waits for an answer of mine, and for admins the requests of others."""
        self._rows = now.conflicts
        self._later &= {row.id for row in now.conflicts}
        if self._settles:
            here = self.tr("Conflicts"), self.tr("Second looks")
            self._segments.set_segments(
                (Segment("conflicts", here[0], len(now.conflicts)), Segment("looks", here[1], len(now.looks)))
            )
        self.looks.show_rows(now.looks)
        self._answered = now.answered
        self._show()

    def show_subject(self, conflict_id: str) -> None:
        """One conflict, asked for from elsewhere."""
        self._later.discard(conflict_id)
        self._current = conflict_id
        self.show_segment("conflicts")

    def show_segment(self, name: Literal["conflicts", "looks"]) -> None:
        """Chooses what the card shows."""
        self._segments.set_current(name)
        self._show()

    def object(self) -> None:
        """1."""
        if self._stack.currentWidget() is self.view:
            self.view.object()

    def accept(self) -> None:
        """2."""
        if self._stack.currentWidget() is self.view:
            self.view.accept()

    def later(self) -> None:
        """Esc: out of the objection, else to the next conflict; this one stays as it is."""
        if self._stack.currentWidget() is not self.view or self.view.row is None:
            return
        if self.view.objecting:
            self.view.close_form()
            return
        self._later.add(self.view.row.id)
        self._show()

    def take_up_again(self) -> None:
        """Shows what was put off."""
        self._later.clear()
        self._show()

    @property
    def waiting(self) -> list[ConflictRow]:
        """Conflicts that are neither answered nor put off."""
        return [row for row in self._rows if row.id not in self._later]

    def _make_stepper(self, stepper: QWidget) -> None:
        self._place = label("", "meta2")
        self._previous = Button("", "ghost", icon="left", size="small")
        self._next = Button("", "ghost", icon="right", size="small")
        for button, name, by in (
            (self._previous, self.tr("Previous conflict"), -1), (self._next, self.tr("Next conflict"), 1)
        ):  # fmt: skip
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self._step, by))
        row = QHBoxLayout(stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._place, self._previous, self._next):
            row.addWidget(part)
        self._stepper = stepper

    def _step(self, by: int) -> None:
        ids = [row.id for row in self.waiting]
        if self._current in ids:
            self._current = ids[(ids.index(self._current) + by) % len(ids)]
            self._show()

    def _show_segment(self, _name: str) -> None:
        self._show()

    def _show(self) -> None:
        looks = self._settles and self._segments.current() == "looks"
        waiting = self.waiting
        self._chip.setVisible(bool(self._rows) and not self._settles)
        self._chip.set_state("conflict", self.tr("%n open", "", len(self._rows)))
        self._stepper.setVisible(len(waiting) > 1 and not looks)
        self._rule.setVisible(not looks and len(waiting) == 1)
        if looks:
            self._stack.setCurrentWidget(self.looks)
        elif waiting:
            row = next((row for row in waiting if row.id == self._current), waiting[0])
            self._current = row.id
            self._place.setText(f"{waiting.index(row) + 1} / {len(waiting)}")
            self.view.show_conflict(row, self._context.clock.now_ms())
            self._stack.setCurrentWidget(self.view)
        else:
            self._say_empty()
            self._stack.setCurrentWidget(self._empty)

    def _say_empty(self) -> None:
        if self._rows:
            again = Button(self.tr("Take them up now"))
            again.clicked.connect(self.take_up_again)
            title = self.tr("%n conflict(s) left for later", "", len(self._rows))
            self._empty.set_state("conflict", title, self.tr("Your decisions are kept until you answer."), (again,))
        elif self._answered:
            title = self.tr("%n answer(s) on the way", "", self._answered)
            self._empty.set_state("outbox", title, self.tr("They are in the outbox with your decisions."))
        else:
            line = self.tr("When somebody decides before you, both decisions stand here side by side.")
            self._empty.set_state("okc", self.tr("No conflicts"), line)

    def _answer(self, row: ConflictRow, choice: Literal["accept", "object"], words: str) -> None:
        conflicts.resolve(
            self._context, row, choice, words, done=partial(self._answered_one, choice), failed=self._failed, owner=self
        )

    def _answered_one(self, choice: str, _row: OutboxRow) -> None:
        said = (
            self.tr("The request is in the outbox; a platform admin decides.")
            if choice == "object"
            else self.tr("Accepted; the answer is in the outbox.")
        )
        self._context.messages.show(Message(said, "ok", "conflict"))

    def _close_look(self, look: SecondLookRow) -> None:
        self.looks.set_busy(True)
        conflicts.close_second_look(
            self._context, look, done=lambda _none: self._look_closed(), failed=self._failed, owner=self
        )

    def _look_closed(self) -> None:
        self.looks.set_busy(False)
        self._context.messages.show(Message(self.tr("Settled."), "ok", "look"))
        self._context.sync.sync_now()

    def _failed(self, error: Exception) -> None:
        self.looks.set_busy(False)
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._context.messages.show(message_for(failure, "conflict"))

    def regions(self) -> tuple[QWidget, ...]:
        """Stops of F6."""
        return (self._stack,)

    def focus_answer(self) -> None:
        """The focus on the first answer."""
        if self._stack.currentWidget() is self.view:
            self.view.object_button.setFocus(Qt.FocusReason.OtherFocusReason)
