"""领取批次与网络: what is claimed and until when, and the last two hours of the network."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.messages import Message
from desktop.operations import claim
from desktop.sync_engine import RenewOutcome
from desktop.ui.button import Button
from desktop.ui.card import Card
from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.labels import ElidedLabel, IconLabel, Role, label, set_role
from desktop.ui.marks import Line, ProgressBar
from desktop.views.sync_centre.feed import Batch, Snapshot
from desktop.views.sync_centre.network_history import NetworkHistory
from desktop.views.sync_centre.words import AWAY
from desktop.views.works.claim_clock import claim_level
from desktop.views.works.words import countdown_text, moment_text

HOURS = 12
ROW_HEIGHT = 32


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    progress: str
    fraction: float
    done: bool
    end: str
    urgent: bool


class _BatchLine(QWidget):
    """Name, 20 件 · 已决定 6, bar, time left."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "strong")
        self._progress = ElidedLabel("", "meta2")
        self._bar = ProgressBar(kind="plain")
        self._icon = IconLabel("pend", "text2", 14)
        self._end = label("", "caption")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._name)
        line.addWidget(self._progress)
        line.addWidget(self._bar, 1)
        line.addWidget(self._icon)
        line.addSpacing(-4)
        line.addWidget(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line, 1)
        column.addWidget(Line())
        self.setFixedHeight(ROW_HEIGHT)

    def show_line(self, line: _Line) -> None:
        """Another batch, or newer facts."""
        self._name.setText(line.name)
        self._progress.setText(line.progress)
        self._bar.set_fraction(line.fraction, "done" if line.done else "plain")
        self._icon.set_icon("cloudok" if line.done else "pend", "warn" if line.urgent else "text2")
        self._end.setText(line.end)
        role: Role = "warn" if line.urgent else "meta2" if line.done else "caption"
        if self._end.property("role") != role:
            set_role(self._end, role)
        self.setAccessibleName(f"{line.name}, {line.progress}, {line.end}")


class _WholeRows(QScrollArea):
    """Never shows a part of a line."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, 0, self.height() % ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)


class BatchesCard(Card):
    """Only reviewers claim; for others the card shows the network alone."""

    def __init__(self, context: AppContext, claims: bool) -> None:
        more = Button(size="small", key="C")
        super().__init__("", actions=(more,))
        self._context, self._claims = context, claims
        self._now = Snapshot()
        self._compact = self._busy = False
        self._dialog: ConfirmDialog | None = None
        self.more = more
        self.more.setText(self.tr("Claim more"))
        self.more.setVisible(claims)
        self.more.clicked.connect(self.claim)
        self._name_card()
        self._lines: list[_BatchLine] = []
        self._make_body(claims)
        self.history = NetworkHistory(context)
        self.body.setContentsMargins(16, 0 if claims else 8, 16, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self._batches, 1)
        self.body.addWidget(self._verbs)
        self.body.addWidget(self.history)

    def set_compact(self, compact: bool) -> None:
        """Compact leaves out the history of the network and finished batches."""
        self._compact = compact
        self.history.setVisible(not compact or not self._claims)
        self._name_card()
        whole = self.tr("Ends by itself; decisions are kept")
        self._promise.setText(self.tr("Decisions are kept") if compact else whole)
        self.show_snapshot(self._now)

    def show_snapshot(self, now: Snapshot) -> None:
        """Called each second for the time that is left."""
        self._now = now
        shown = [batch for batch in now.batches if batch.decided < batch.total or not self._compact]
        while len(self._lines) < len(shown):
            self._lines.append(_BatchLine())
            self._column.insertWidget(len(self._lines) - 1, self._lines[-1])
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.show_line(self._words(shown[place]))
        self._batches.setCurrentIndex(0 if shown else 1)
        self._verbs.setVisible(self._claims and bool(now.held))
        self.give_back.setText(self.tr("Give back %n undecided…", "", len(now.held)))
        self.history.refresh()

    def claim(self) -> None:
        """C 再领一批."""
        if self._may_start():
            self.more.set_busy(True, self.tr("Claiming…"))
            claim.claim(self._context, done=self._claimed, failed=self._failed, owner=self)

    def renew(self) -> None:
        """All leases, for twelve hours from now."""
        if self._may_start():
            self.renew_button.set_busy(True, self.tr("Renewing…"))
            claim.renew(self._context, hours=HOURS, done=self._renewed, failed=self._failed, owner=self)

    def ask_to_give_back(self) -> None:
        """归还未审…, after asking."""
        held = self._now.held
        if not held or self._dialog is not None or not self._may_start(begin=False):
            return
        unsent = sum(row.type == "review.decide" for row in self._now.unsent)
        kept = (
            self.tr("The %n decision(s) in the outbox are kept and sent.", "", unsent)
            if unsent
            else self.tr("What you have decided stays decided.")
        )
        text = self.tr("{0} Others can then claim these works.").format(kept)
        title = self.tr("Give back the %n undecided work(s)?", "", len(held))
        act = self.tr("Give back %n", "", len(held))
        self._dialog = ConfirmDialog(self.window(), title, text, self.tr("Keep them"), act, destructive=True)
        self._dialog.accepted.connect(self._give_back)
        self._dialog.finished.connect(self._asked)
        self._dialog.open()

    def _give_back(self) -> None:
        if self._may_start():
            self.give_back.set_busy(True, self.tr("Giving back…"))
            claim.release(self._context, self._now.held, done=self._given_back, failed=self._failed, owner=self)

    def _asked(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _name_card(self) -> None:
        whole = self.tr("Claimed batches and network") if self._claims else self.tr("Network")
        words = self.tr("Claimed batches") if self._compact and self._claims else whole
        self.title.setText(words)
        self.setAccessibleName(words)

    def _make_body(self, claims: bool) -> None:
        rows = QWidget()
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        scroll = _WholeRows()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(rows)
        scroll.viewport().setAutoFillBackground(False)
        rows.setAutoFillBackground(False)
        self._batches = QStackedWidget()
        self._batches.addWidget(scroll)
        nothing = label(self.tr("Nothing is claimed. Claimed works are yours alone until the batch ends."), "meta2")
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._batches.addWidget(nothing)
        if not claims:  # showing it before it has a parent would open a window
            self._batches.hide()
        self.renew_button = Button(self.tr("Renew for %n hours", "", HOURS), size="small")
        self.give_back = Button("", size="small")
        self.renew_button.clicked.connect(self.renew)
        self.give_back.clicked.connect(self.ask_to_give_back)
        self._verbs = QWidget()
        verbs = QHBoxLayout(self._verbs)
        verbs.setContentsMargins(0, 0, 0, 0)
        verbs.setSpacing(8)
        verbs.addWidget(self.renew_button)
        verbs.addWidget(self.give_back)
        verbs.addStretch(1)
        self._promise = ElidedLabel("", "meta")
        verbs.addWidget(self._promise)

    def _words(self, batch: Batch) -> _Line:
        whole = batch.decided >= batch.total
        end, urgent = self._end_of(batch) if not whole else (self._delivered(batch), False)
        return _Line(
            moment_text(batch.claimed_at), self.tr("%n work(s) · {0} decided", "", batch.total).format(batch.decided),
            batch.decided / batch.total if batch.total else 0.0, whole, end, urgent,
        )  # fmt: skip

    def _delivered(self, batch: Batch) -> str:
        return self.tr("%n to be sent", "", batch.unsent) if batch.unsent else self.tr("All delivered")

    def _end_of(self, batch: Batch) -> tuple[str, bool]:
        if batch.expires_at is None:
            return "", False
        left = batch.expires_at - self._context.clock.now_ms()
        level = claim_level(left)
        if level == "over":
            return self.tr("Ended; late decisions still count"), True
        return self.tr("{0} left").format(countdown_text(left)), level != "plain"

    def _may_start(self, begin: bool = True) -> bool:
        if self._busy or not self._claims:
            return False
        if self._context.sync.network.kind in AWAY:
            said = self.tr("This needs the network. Claims and decisions are kept. Try again when you are online.")
            self._context.messages.show(Message(said, "warn", "claim"))
            return False
        self._busy = begin
        return True

    def _claimed(self, count: int) -> None:
        self._end(self.tr("%n work(s) claimed.", "", count) if count else self.tr("No free works at the moment."))

    def _renewed(self, outcome: RenewOutcome) -> None:
        if outcome.lost:
            lost = self.tr("%n work(s) had passed to others and left your queue.", "", len(outcome.lost))
            self._end(lost, "warn")
        else:
            self._end(self.tr("%n claim(s) renewed.", "", outcome.renewed))

    def _given_back(self, count: int) -> None:
        self._end(self.tr("%n work(s) given back.", "", count))

    def _end(self, said: str, level: str = "ok") -> None:
        self._busy = False
        for button in (self.more, self.renew_button, self.give_back):
            button.set_busy(False)
        if said:
            self._context.messages.show(Message(said, level, "claim"))  # type: ignore[arg-type]
        self.show_snapshot(self._now)

    def _failed(self, error: Exception) -> None:
        self._end("")
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._context.messages.show(message_for(failure, "claim"))
