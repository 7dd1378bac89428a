"""Claiming more works, renewing and giving back; what came of it is said in the queue panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import claim
from desktop.store.rows import WorkRow
from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.icons import icon
from desktop.views.works.queue_feed import QueueFeed
from desktop.views.works.queue_panel import QueuePanel
from desktop.views.works.videos import Videos


class BatchDesk(QObject):
    """The claim's verbs for one page."""

    released = Signal(list)
    """Ids of the works given back."""

    def __init__(
        self,
        context: AppContext,
        panel: QueuePanel,
        feed: QueueFeed,
        videos: Videos,
        current: Callable[[], WorkRow | None],
    ) -> None:
        super().__init__(panel)
        self._context, self._panel, self._feed, self._videos, self._current = context, panel, feed, videos, current
        self._busy = False
        self.dialog: ConfirmDialog | None = None
        panel.claim_wanted.connect(self.claim)
        panel.header.renew.connect(self.renew)
        panel.header.release_current.connect(self.release_current)
        panel.header.release_all.connect(self.ask_to_release_all)
        panel.header.expires_soon.connect(self.ask_to_renew)

    def claim(self) -> None:
        """再领一批: 20 works, of the region and theme that the filter names."""
        if not self._may_start():
            return
        choice = self._panel.choice
        self._panel.claim_button.set_busy(True)
        claim.claim(
            self._context,
            region=choice.region,
            theme=choice.theme,
            done=self._claimed,
            failed=self._failed,
            owner=self,
        )

    def renew(self) -> None:
        """All leases, by another twelve hours."""
        if self._may_start():
            claim.renew(self._context, done=lambda _outcome: self._renewed(), failed=self._failed, owner=self)

    def release_current(self) -> None:
        """归还: the work on screen."""
        work = self._current()
        if work is not None:
            self.release_work(work)

    def release_work(self, work: WorkRow) -> None:
        """归还 one work."""
        if work.lease_token is not None and self._may_start():
            self._release([(work.id, work.lease_token)])

    def fill_menu(self, work: WorkRow | None, menu: QMenu) -> None:
        """What can be done with a row of the queue."""
        if work is None:
            return
        number = work.number
        menu.addAction(icon("copy"), self.tr("Copy the number"), lambda: QGuiApplication.clipboard().setText(number))
        menu.addAction(icon("undo"), self.tr("Give this work back"), lambda: self.release_work(work))

    def ask_to_release_all(self) -> None:
        """归还全部未审, after asking."""
        now = self._feed.now
        if now is None or not now.counts.pending:
            return
        count, decided = now.counts.pending, now.decided_of_batch
        title = self.tr("Give back the %n undecided work(s)?", "", count)
        text = self.tr("The %n decision(s) made are kept and sent.", "", decided)
        text = self.tr("{0} Others can then claim these works.").format(text)
        act = self.tr("Give back %n", "", count)
        self._ask(ConfirmDialog(self._panel.window(), title, text, self.tr("Keep them"), act, True), self._release_all)

    def ask_to_renew(self) -> None:
        """Five minutes are left."""
        now = self._feed.now
        if now is None or not now.counts.pending or not self._panel.isVisible():
            return
        text = self.tr("%n work(s) are undecided and go back then.", "", now.counts.pending)
        text = self.tr("{0} Decisions are all kept.").format(text)
        dialog = ConfirmDialog(
            self._panel.window(),
            self.tr("The claim ends in 5 minutes"),
            text,
            self.tr("Let it end"),
            self.tr("Renew for 12 hours"),
            act_key="Enter",
        )
        dialog.first = dialog.act
        self._ask(dialog, self.renew)

    def _release_all(self) -> None:
        now = self._feed.now
        if now is not None and self._may_start():
            self._release(now.open_leases)

    def _release(self, works: list[tuple[str, int]]) -> None:
        ids = [work for work, _token in works]
        claim.release(
            self._context, works, done=lambda count: self._released(count, ids), failed=self._failed, owner=self
        )

    def _may_start(self) -> bool:
        if self._busy:
            return False
        if not self._videos.online:
            self._panel.tell(
                "offline", self.tr("This needs the network."), self.tr("Claimed works and decisions are kept.")
            )
            return False
        self._busy = True
        self._panel.tell("info", "")
        return True

    def _claimed(self, count: int) -> None:
        self._end()
        if count:
            self._panel.tell("info", self.tr("%n work(s) claimed.", "", count))
        elif self._panel.choice.region or self._panel.choice.theme:
            self._panel.tell(
                "info", self.tr("No free work fits the filter."), self.tr("Clear the filter and claim again.")
            )
        else:
            self._panel.tell("info", self.tr("No free works at the moment."), self.tr("Try again later."))

    def _renewed(self) -> None:
        self._end()
        self._panel.tell("info", self.tr("The claim was renewed."))

    def _released(self, count: int, ids: list[str]) -> None:
        self._end()
        self.released.emit(ids)
        self._panel.tell("info", self.tr("%n work(s) given back.", "", count))

    def _failed(self, error: Exception) -> None:
        self._end()
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._panel.tell("error", failure.what, f"{failure.kept} {failure.do}".strip())

    def _end(self) -> None:
        self._busy = False
        self._panel.claim_button.set_busy(False)

    def _ask(self, dialog: ConfirmDialog, act: Callable[[], object]) -> None:
        if self.dialog is not None:
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.accepted.connect(act)
        dialog.finished.connect(self._asked)
        dialog.open()

    def _asked(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
