"""Sealing a week from the desk: the card that tells how the week stands, and the questions before it is sealed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import boards
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.dialogs import ConfirmDialog, ReasonDialog
from desktop.ui.labels import label
from desktop.ui.marks import StatusChip
from desktop.views.boards.feed import BoardsFeed
from desktop.views.boards.words import days_text, rule_text, week_text
from desktop.views.works.words import moment_text


class SealCard(QWidget):
    """第 11 周: sealed or not, by whom and when; 封榜… and 更正…. Staff of one region see how it stands."""

    def __init__(self, context: AppContext, feed: BoardsFeed) -> None:
        super().__init__()
        self._context, self._feed = context, feed
        self._title, self._line, self._more = label("", "strong"), label("", "meta2", wrap=True), label("", "caption")
        self._more.setWordWrap(True)
        self.chip = StatusChip("plain", "")
        self.banner = Banner("error", "")
        self.banner.hide()
        self.seal_button = Button(self.tr("Seal this week…"), "primary", icon="lock", size="decision")
        self.correct_button = Button(self.tr("Correct…"), icon="history")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._more)
        column.addWidget(self.banner)
        column.addWidget(self.seal_button)
        column.addWidget(self.correct_button)
        self.seal_button.clicked.connect(self.ask_to_seal)
        self.correct_button.clicked.connect(self.ask_to_correct)
        feed.changed.connect(self.show_state)
        feed.sealed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """What the feed knows of the week."""
        feed, seal = self._feed, self._feed.seal()
        self._title.setText(week_text(feed.week))
        national = feed.board is not None and not feed.board.region
        self.seal_button.setVisible(seal is None and feed.is_over() and national)
        self.correct_button.setVisible(seal is not None and national)
        if seal is not None:
            self.chip.set_state("ok", self.tr("Sealed"))
            by = seal.sealed_by or self.tr("the schedule")
            self._line.setText(self.tr("{0} by {1}, {2} works counted").format(
                moment_text(seal.sealed_at), by, f"{seal.works:,}"
            ))  # fmt: skip
            reason = self.tr("Revision {0}: {1}").format(seal.revision, seal.reason) + "\n" if seal.revision > 1 else ""
            self._more.setText(reason + self.tr("Digest {0}…").format(seal.digest[:16]))
        elif feed.is_over():
            self.chip.set_state("warn", self.tr("Not sealed"))
            line = self.tr("The week is over. Sealing fixes places and numbers; what comes later does not change them.")
            self._line.setText(line)
            self._more.setText("" if national or feed.board is None else self.tr("The national union seals the week."))
        else:
            self.chip.set_state("info", self.tr("Running") if feed.week else self.tr("Up to now"))
            self._line.setText(self.tr("Numbers still move. A week is sealed on Monday after it ends."))
            self._more.setText("")
        self._more.setVisible(bool(self._more.text()))

    def ask_to_seal(self) -> None:
        """封榜…"""
        week, board = self._feed.week, self._feed.board
        if week is None or board is None or not self._reachable():
            return
        words = self.tr("{0}. {1}. A sealed week never changes; mistakes are corrected by a revision with a reason.")
        title = self.tr("Seal {0}?").format(week_text(week))
        text = words.format(days_text(week), rule_text(board.rule))
        dialog = ConfirmDialog(self, title, text, self.tr("Cancel"), self.tr("Seal"))
        self._open(dialog, lambda: self._seal(week, 1, ""))

    def ask_to_correct(self) -> None:
        """更正…"""
        seal = self._feed.seal()
        if seal is None or not self._reachable():
            return
        words = self.tr("Everything is counted anew and becomes revision {0}. What was sealed before is kept.")
        dialog = ReasonDialog(
            self, self.tr("Correct {0}?").format(week_text(seal.week)), words.format(seal.revision + 1),
            self.tr("Cancel"), self.tr("Seal the correction"), self.tr("Why it is corrected; printed with the board"),
        )  # fmt: skip
        self._open(dialog, lambda: self._seal(seal.week, seal.revision + 1, dialog.reason()))

    def _open(self, dialog: ConfirmDialog, then: Callable[[], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(then)
        dialog.open()

    def _seal(self, week: int, revision: int, reason: str) -> None:
        button = self.seal_button if revision == 1 else self.correct_button
        button.set_busy(True, self.tr("Sealing…"))
        self.banner.hide()

        def done(_facts: object) -> None:
            button.set_busy(False)
            self._context.sync.sync_now()

        def failed(error: Exception) -> None:
            button.set_busy(False)
            self._say(error)

        boards.seal(self._context, week, revision, reason, done, failed, self)

    def _say(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        code = getattr(error, "code", "")
        if code == "version-mismatch":
            what = self.tr("Somebody else has sealed this week")
            do = self.tr("The board is fetched anew; look at it again.")
            self._context.sync.sync_now()
        elif code == "wrong-state":
            what, do = self.tr("This week is not over yet"), self.tr("Seal it a minute after its end, or later.")
        else:
            what, do = failure.what, self.tr("Nothing was sealed. {0}").format(failure.do)
        self.banner.set_state("error", what, do)
        self.banner.show()

    def _reachable(self) -> bool:
        if self._context.sync.network.reachable:
            return True
        line = self.tr("A week is sealed on the server. Boards on this computer stay as they are.")
        self.banner.set_state("offline", self.tr("This needs the network."), line)
        self.banner.show()
        return False
