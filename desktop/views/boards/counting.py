"""What boards count, from the page: leaving works out, counting them again, the weights of heat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from contract.boards import BoardKind
from contract.roles import Role
from desktop.context import AppContext
from desktop.failures import explain
from desktop.messages import Message
from desktop.operations import counting
from desktop.views.boards.asking import AskDialog, LeaveOutDialog, RuleDialog

if TYPE_CHECKING:
    from contract.wire.boards import ExclusionFacts, RuleFacts
    from desktop.views.boards.page import BoardsPage

COUNTED_MS: Final = 2_000
"""After this the server has counted anew what was changed."""


class Counting(QObject):
    """Acts on the row under the cursor; staff of one region only look."""

    def __init__(self, page: BoardsPage, context: AppContext) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._later = QTimer(self, singleShot=True, interval=COUNTED_MS)
        self._later.timeout.connect(page.feed.ask)
        page.left_out.again.connect(lambda work_id, title: self._ask(work_id, title, out=False))

    @property
    def may_act(self) -> bool:
        """National staff and platform administrators."""
        board = self._page.feed.board
        return board is not None and not board.region

    @property
    def may_set_rule(self) -> bool:
        """Platform administrators."""
        return self._context.person.role == Role.PLATFORM_ADMIN

    def show_left_out(self) -> None:
        """不计作品."""
        self._page.left_out.open(self.may_act)
        self._page.look_inside(self._page.left_out)

    def leave_out(self) -> None:
        """The work under the cursor, on the board of works or behind a line; in 不计作品 it counts again."""
        page = self._page
        inside = page.inside()
        if inside is page.left_out:
            page.left_out.count_again()
            return
        work = page.parts.current() if inside is page.parts else None
        if inside is None and page.feed.kind is BoardKind.WORK:
            work = next((row for row in page.feed.rows() if row.id == page.table.current_id()), None)
        if work is not None and self.may_act:
            self._ask(work.id, work.name, out=True)
        elif self.may_act:
            line = self.tr("Choose a work: on the board of works, or behind a line (Enter).")
            self._context.messages.show(Message(line, key="leave-out"))

    def ask_rule(self) -> None:
        """热度权重…"""
        counting.heat_rules(self._context, self._show_rule, self._failed, self)

    def _show_rule(self, rules: list[RuleFacts]) -> None:
        self._open(RuleDialog(self._context, self._page, rules), self.tr("The weights are set."))

    def _ask(self, work_id: str, name: str, out: bool) -> None:
        done = self.tr("“{0}” is left out.") if out else self.tr("“{0}” counts again.")
        self._open(LeaveOutDialog(self._context, self._page, work_id, name, out), done.format(name))

    def _open(self, dialog: AskDialog, done: str) -> None:
        def agreed(items: list[ExclusionFacts]) -> None:
            self._context.messages.show(Message(done, "ok", key="leave-out"))
            if self._page.inside() is self._page.left_out:
                self._page.left_out.show_items(items)
            self._later.start()

        dialog.agreed.connect(agreed)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def _failed(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._context.messages.show(Message(failure.sentence, failure.level, key="leave-out"))
