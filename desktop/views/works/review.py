"""The work under review: viewer, inspector, reasons and decision bar, and the way from one work to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QStackedWidget

from contract.review import Kind
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations.decide import subject_of
from desktop.settings import AUTO_ADVANCE
from desktop.store.rows import WorkRow
from desktop.ui.palette import Command
from desktop.views.works import advance
from desktop.views.works.conflict_desk import ConflictDesk
from desktop.views.works.decider import Decider
from desktop.views.works.decision_bar import DecisionBar
from desktop.views.works.inspector import Inspector
from desktop.views.works.inspector_facts import inspect
from desktop.views.works.page_commands import bind_keys, commands
from desktop.views.works.players import make_players
from desktop.views.works.reject_panel import RejectPanel
from desktop.views.works.reveal_desk import RevealDesk
from desktop.views.works.screening import Screening
from desktop.views.works.showing import Showing
from desktop.views.works.viewer import Viewer

if TYPE_CHECKING:
    from desktop.views.works.batch_desk import BatchDesk
    from desktop.views.works.page import WorksPage
    from desktop.views.works.page_layout import PageLayout
    from desktop.views.works.queue_panel import QueuePanel
    from desktop.views.works.videos import Videos

UNPLAYABLE = frozenset({"unreadable", "no_picture", "interrupted", "no_file"})


class Review(QObject):
    """Made by the page once its queue is on screen. `showing` knows which work is."""

    def __init__(self, context: AppContext, page: WorksPage) -> None:
        super().__init__(page)
        self._context, self.page = context, page
        self.queue: QueuePanel = page.queue
        self.layout_: PageLayout = page.layout_
        self.batch: BatchDesk = page.batch
        self.feed, self.rows, self.keys = page.feed, page.rows, page.keys
        self._skipped: set[str] = set()
        self._decided: WorkRow | None = None
        self._reject_panel: RejectPanel | None = None
        self._make_parts(context, page.videos)
        bind_keys(self, self.keys)
        self.keys.set_mode("reject", False)
        self._connect()
        self.bar.advance.setChecked(context.settings.get(AUTO_ADVANCE))
        self.showing.show(None)
        self._engine.warm_up()

    @property
    def can_undo(self) -> bool:
        """Whether Z would do something."""
        return bool(self.showing.undo_way)

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide the work on screen if it was pressed now."""
        return self.showing.decidable and self.decider.may()

    @property
    def reject_panel(self) -> RejectPanel:
        """The reasons; made when they are needed first."""
        if self._reject_panel is None:
            self._reject_panel = self._make_reject_panel()
        return self._reject_panel

    @property
    def rejecting(self) -> bool:
        """Whether the reasons stand in the inspector's place."""
        return self.side.currentWidget() is self._reject_panel

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        return commands(self)

    def open(self, work_id: str) -> None:
        """Another work comes on screen; also in the place of one that is being taken back."""
        self.decider.coming_back = ""
        self._open(work_id)

    def _open(self, work_id: str | None) -> None:
        self.close_reject()
        self.showing.open(work_id or "")

    def approve(self) -> None:
        """A."""
        work, decider = self.showing.work, self.decider
        if self.showing.decidable and work is not None and (decider.sees_new_version() or decider.approve(work)):
            self.inspector.show_error("", "")

    def open_reject(self) -> None:
        """R: the reasons take the inspector's place; the video goes on."""
        work, decider = self.showing.work, self.decider
        if work is None or not self.showing.decidable or not (decider.sees_new_version() or decider.may()):
            return
        hints = inspect(work).hints()
        if self.viewer.problem in UNPLAYABLE:
            hints.setdefault("unplayable", QCoreApplication.translate("WorksPage", "Did not play"))
        self.reject_panel.open_with(self.decider.drafts.of(work.id), work.title, work.author_phone, hints)
        self.side.setCurrentWidget(self.reject_panel)
        self.layout_.need_side(True)
        self.keys.set_mode("decide", False)
        self.keys.set_mode("reject", True)
        self.reject_panel.focus_reasons()

    def confirm_reject(self) -> None:
        """Enter."""
        work = self.showing.work
        if work is None or not self.showing.decidable or self.reject_panel.say_problem():
            return
        self.decider.reject(work, self.decider.drafts.of(work.id))

    def close_reject(self) -> None:
        """Esc: what was filled in stays for this work."""
        if self.rejecting:
            self.side.setCurrentWidget(self.inspector)
            self.layout_.need_side(False)
            self.keys.set_mode("reject", False)
            self.keys.set_mode("decide", True)
            self.viewer.focus_stage()

    def step_back(self) -> None:
        """Esc: out of the reject panel, else out of full screen, else back to the viewer."""
        if self.rejecting:
            self.close_reject()
        elif self.layout_.full:
            self.layout_.set_full(False)
        else:
            self.viewer.focus_stage()

    def skip(self) -> None:
        """S: comes again at the end."""
        if self.showing.decidable:
            self._skipped.add(self.showing.work_id)
            self._advance()

    def go(self, by: int) -> None:
        """N and P: the neighbour in the list; where a video is missing, N leads to one that can be watched."""
        if by > 0 and self.viewer.problem == "not_cached":
            self._advance()
        elif neighbour := advance.step(self.rows.order, self.showing.work_id, by, self.showing.place):
            self.open(neighbour)

    def undo(self) -> None:
        """Z."""
        now = self.feed.now
        if now is not None:
            self.decider.undo(now.undo_window_ms)

    def toggle_full(self) -> None:
        """F."""
        self.layout_.set_full(not self.layout_.full)
        self.viewer.focus_stage()

    def _make_parts(self, context: AppContext, videos: Videos) -> None:
        self._engine, self.pair = make_players(self.page)
        self.decider = Decider(context, Kind.WORK, subject_of, self)
        self.viewer: Viewer = Viewer(self.pair, context.settings)
        self.inspector = Inspector()
        self.bar = DecisionBar()
        self.side = QStackedWidget()
        self.side.addWidget(self.inspector)
        self.layout_.furnish(self.viewer, self.side, self.bar)
        self.conflicts = ConflictDesk(context, self.inspector.conflict)
        self.screening = Screening(self.viewer, self.pair, videos, context.settings, self._following)
        self.showing: Showing = Showing(
            context, self.rows, self.feed, self.decider, self.viewer, self.inspector, self.bar,
            self.conflicts, self.screening,
        )  # fmt: skip
        RevealDesk(context, self.inspector.phone, self.showing, videos)

    def _make_reject_panel(self) -> RejectPanel:
        controls = self.viewer.controls
        panel = RejectPanel(lambda: controls.playhead_ms)
        panel.set_compact(self.layout_.compact)
        self.layout_.compact_changed.connect(panel.set_compact)
        controls.playhead_moved.connect(panel.tick)
        panel.changed.connect(lambda draft: self.decider.drafts.keep(self.showing.work_id, draft))
        panel.confirmed.connect(self.confirm_reject)
        panel.left.connect(self.close_reject)
        self.side.addWidget(panel)
        return panel

    def _connect(self) -> None:
        settings = self._context.settings
        self.rows.rows_changed.connect(self._rows_changed)
        self._engine.ready.connect(self._rows_changed)
        self.batch.released.connect(lambda ids: self._advance() if self.showing.work_id in ids else None)
        self.queue.entered.connect(lambda _work: self.viewer.focus_stage())
        self.viewer.header.next.connect(lambda: self.go(1))
        self.viewer.header.previous.connect(lambda: self.go(-1))
        self.viewer.header.unfold.connect(self.layout_.toggle_inspector)
        self.viewer.header.title.painted.connect(self.decider.guard.painted)
        self.viewer.full_screen_wanted.connect(self.toggle_full)
        self.viewer.action.connect(self._stage_action)
        self.inspector.collapse_wanted.connect(self.layout_.toggle_inspector)
        for signal, slot in (
            (self.bar.approve, self.approve), (self.bar.reject, self.open_reject), (self.bar.skip, self.skip),
            (self.bar.undo, self.undo), (self.bar.mark, self.viewer.controls.mark),
        ):  # fmt: skip
            signal.connect(slot)
        self.bar.advance_changed.connect(partial(settings.set, AUTO_ADVANCE))
        self.showing.changed.connect(self.close_reject)
        self.decider.saved.connect(self._saved)
        self.decider.failed.connect(self._not_saved)
        self.decider.last_changed.connect(self.showing.show_last)
        self.decider.taken_back.connect(self._taken_back)
        self.conflicts.failed.connect(self._not_saved)
        self.conflicts.shown.connect(partial(self.keys.set_mode, "conflict"))

    def _following(self) -> list[WorkRow]:
        """The works that come after the one on screen, most likely first."""
        if self.rows.segment != "pending":
            return []
        others = advance.upcoming(self.rows.order, self.showing.work_id, self._skipped, self.showing.place)
        return [work for other in others if (work := self.rows.work(other)) is not None]

    def _advance(self) -> None:
        """To the next undecided work, at once."""
        rows, showing = self.rows, self.showing
        self._open(advance.after_decision(rows.order, showing.work_id, rows.can_watch, self._skipped, showing.place))

    def _saved(self, work: WorkRow) -> None:
        self._skipped.discard(work.id)
        self._decided = work
        if work.id != self.showing.work_id:
            return
        if self._context.settings.get(AUTO_ADVANCE):
            self._advance()
        else:
            self.close_reject()
            self.showing.show_state()

    def _not_saved(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        self.close_reject()
        self.inspector.show_error(failure.what, f"{failure.kept} {failure.do}".strip())

    def _taken_back(self, work_id: str, at_once: bool) -> None:
        if at_once:
            self.feed.read()
            self._open(work_id)
        else:
            said = QCoreApplication.translate("WorksPage", "The server is asked to take the decision back.")
            self.queue.tell("info", said)

    def _rows_changed(self) -> None:
        """Opens the first work when none is on screen and libVLC is there; rows may be old ones."""
        rows, order = self.rows, self.rows.order
        idle = not self.showing.work_id and rows.segment == "pending" and self._engine.is_ready
        if idle and order and rows.work(order[0]) != self._decided:
            self._open(order[0])
        self.showing.follow_rows()

    def _stage_action(self, name: str) -> None:
        if name == "reject":
            self.open_reject()
        elif name == "again":
            self.screening.play()
        elif name == "next":
            self._advance()
        else:
            self.viewer.focus_stage()
