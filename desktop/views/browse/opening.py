"""打开并领取, 接管…: the work is claimed, then the works tab shows it."""

from functools import partial

from PySide6.QtCore import QObject

from contract.wire.review import WorkSummary
from desktop.api_client import RefusedError
from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.messages import Message
from desktop.operations import claim
from desktop.views.browse.detail import Detail
from desktop.views.browse.pages_feed import PagesFeed
from desktop.views.browse.take_over import TakeOverDialog


class Opening(QObject):
    """One at a time; afterwards the list knows who has the work."""

    def __init__(self, context: AppContext, detail: Detail, feed: PagesFeed) -> None:
        super().__init__(detail)
        self._context, self._detail, self._feed = context, detail, feed
        self._busy = False
        self.dialog: TakeOverDialog | None = None

    def open(self, work_id: str) -> None:
        """Claims this one when it is free or mine."""
        if self._begin():
            claim.claim_work(
                self._context, work_id, done=lambda _n: self._opened(work_id), failed=partial(self._failed, work_id),
                owner=self,
            )  # fmt: skip

    def ask(self, work_id: str) -> None:
        """Why it is taken over; then it is."""
        work = self._work(work_id)
        if work is None or self.dialog is not None or self._busy:
            return
        dialog = self.dialog = TakeOverDialog(self._detail.window(), work.title, work.holder or "")
        dialog.confirmed.connect(partial(self._take_over, work_id))
        dialog.finished.connect(self._asked)
        dialog.open()

    def _take_over(self, work_id: str, reason: str) -> None:
        if self._begin():
            claim.take_over(
                self._context, work_id, reason, done=lambda _n: self._opened(work_id),
                failed=partial(self._failed, work_id), owner=self,
            )  # fmt: skip

    def _asked(self, _result: int) -> None:
        self.dialog = None

    def _begin(self) -> bool:
        if self._busy:
            return False
        self._busy = True
        self._detail.set_busy(True)
        return True

    def _end(self) -> None:
        self._busy = False
        self._detail.set_busy(False)

    def _opened(self, work_id: str) -> None:
        self._end()
        self._context.navigation.go("works", work_id)

    def _failed(self, work_id: str, error: Exception) -> None:
        self._end()
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        holder = error.problem.get("holder") if isinstance(error, RefusedError) else None
        if failure.code == "lease-lost" and isinstance(holder, str):
            self._say_held(work_id, holder, error)
        else:
            self._context.messages.show(message_for(failure, "open"))
            if failure.code in ("wrong-state", "not-found"):
                self._feed.reload()

    def _say_held(self, work_id: str, holder: str, error: Exception) -> None:
        """Somebody was faster: the list learns it, and the person may take over."""
        expires_at = getattr(error, "problem", {}).get("expires_at")
        work = self._work(work_id)
        if work is not None and isinstance(expires_at, int):
            newer = work.model_copy(update={"holder": holder, "lease_expires_at": expires_at})
            self._feed.replace(newer)
            if self._detail.work is not None and self._detail.work.id == work_id:
                self._detail.work = newer
                self._detail.show_holder(self._context.clock.now_ms())
        said = self.tr("{0} has claimed this work meanwhile. Nothing was changed.").format(holder)
        take_over = self.tr("Take over…")
        self._context.messages.show(Message(said, "warn", "open", take_over, partial(self.ask, work_id), seconds=None))

    def _work(self, work_id: str) -> WorkSummary | None:
        if self._detail.work is not None and self._detail.work.id == work_id:
            return self._detail.work
        return next((work for work in self._feed.works if work.id == work_id), None)
