"""The tab 作品审核. The queue comes first; the rest of the page is made when it is on screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from desktop.context import AppContext
from desktop.views.works.batch_desk import BatchDesk
from desktop.views.works.page_layout import PageLayout
from desktop.views.works.playback_keys import PageKeys
from desktop.views.works.queue_feed import QueueFeed
from desktop.views.works.queue_panel import QueuePanel
from desktop.views.works.queue_view import QueueView
from desktop.views.works.videos import Videos

if TYPE_CHECKING:
    from desktop.store.rows import WorkRow
    from desktop.ui.palette import Command
    from desktop.views.works.decider import Decider
    from desktop.views.works.decision_bar import DecisionBar
    from desktop.views.works.inspector import Inspector
    from desktop.views.works.reject_panel import RejectPanel
    from desktop.views.works.review import Review
    from desktop.views.works.showing import Showing
    from desktop.views.works.viewer import Viewer


class WorksPage(QWidget):
    """See `desktop.views.Page`. Whatever asks for viewer, inspector or decision bar has them at once."""

    scopes: tuple[str, ...] = ("decide", "queue", "batch", "reject", "player", "conflict")

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._review: Review | None = None
        self.feed = QueueFeed(context, self)
        self.videos = Videos(context, self)
        self.queue = QueuePanel(context.clock, self.videos.poster)
        self.layout_ = PageLayout(self, self.queue, context.settings, context.person.role)
        self.rows = QueueView(context, self.queue, self.feed, self.videos, self.subject)
        self.batch = BatchDesk(context, self.queue, self.feed, self.videos, self._work)
        self.rows.claim_wanted.connect(self.batch.claim)
        self.queue.opened.connect(self.open)
        self.queue.menu_wanted.connect(lambda work_id, menu: self.batch.fill_menu(self.rows.work(work_id), menu))
        self.queue.filled.connect(self._queue_is_on_screen)
        self.keys = PageKeys(self)
        self.keys.bind("decide", {"claim": self.batch.claim, "search": self.queue.focus_search})
        self.feed.read()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    @property
    def review(self) -> Review:
        """What stands beside the queue; made now if it is not there yet."""
        if self._review is None:
            from desktop.views.works.review import Review  # late: half of the page's modules

            self._review = Review(self._context, self)
        return self._review

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide the work on screen if it was pressed now."""
        return self._review is not None and self._review.accepts_decisions

    @property
    def showing(self) -> Showing:
        """The work on screen."""
        return self.review.showing

    @property
    def viewer(self) -> Viewer:
        """Video, transport and timeline."""
        return self.review.viewer

    @property
    def inspector(self) -> Inspector:
        """What is known about the work."""
        return self.review.inspector

    @property
    def reject_panel(self) -> RejectPanel:
        """The reasons."""
        return self.review.reject_panel

    @property
    def bar(self) -> DecisionBar:
        """The decision buttons."""
        return self.review.bar

    @property
    def decider(self) -> Decider:
        """What decides and takes back."""
        return self.review.decider

    def activate(self) -> None:
        """Shown again, or at first: then the first question is on its way already."""
        if self.feed.now is None:
            self.setFocus()
        else:
            self.feed.read()
            self.viewer.focus_stage()

    def deactivate(self) -> None:
        """Another tab is shown."""
        self.layout_.set_full(False)
        if self._review is not None:
            self._review.viewer.controls.pause()

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        return self.review.commands()

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        return (self.queue, self.viewer, self.layout_.side)

    def show_subject(self, work_id: str) -> None:
        """Brings one work on screen, in the segment where it is."""
        if self.feed.now is not None:
            known = self.rows.conflict(work_id), self.rows.decided(work_id)
            self.rows.show_segment("conflict" if known[0] else "decided" if known[1] else "pending")
        self.open(work_id)

    def subject(self) -> str:
        """The work on screen."""
        return self._review.showing.work_id if self._review is not None else ""

    def refresh(self) -> None:
        """F5."""
        self.feed.read()

    def open(self, work_id: str) -> None:
        """Another work comes on screen."""
        self.review.open(work_id)

    def _queue_is_on_screen(self) -> None:
        """Now the rest; not behind another tab, where the first video would begin to play."""
        if self.isVisible():
            viewer = self.viewer
            if QApplication.focusWidget() in (None, self):
                viewer.focus_stage()

    def _work(self) -> WorkRow | None:
        return self._review.showing.work if self._review is not None else None
