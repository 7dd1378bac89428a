"""The tab 作品审核: joins queue, viewer and inspector, and moves from one work to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.failures import explain
from desktop.settings import AUTO_ADVANCE
from desktop.store.rows import WorkRow
from desktop.views import Command
from desktop.views.works import advance
from desktop.views.works.batch_desk import BatchDesk
from desktop.views.works.conflict_desk import ConflictDesk
from desktop.views.works.decider import Decider
from desktop.views.works.decision_bar import DecisionBar
from desktop.views.works.inspector import Inspector
from desktop.views.works.inspector_facts import inspect
from desktop.views.works.page_commands import bind_keys, commands
from desktop.views.works.page_layout import PageLayout
from desktop.views.works.playback_keys import PageKeys
from desktop.views.works.players import make_players
from desktop.views.works.queue_feed import QueueFeed
from desktop.views.works.queue_panel import QueuePanel
from desktop.views.works.queue_view import QueueView
from desktop.views.works.reject_panel import RejectPanel
from desktop.views.works.reveal_desk import RevealDesk
from desktop.views.works.screening import Screening
from desktop.views.works.showing import Showing
from desktop.views.works.videos import Videos
from desktop.views.works.viewer import Viewer

UNPLAYABLE = frozenset({"unreadable", "no_picture", "interrupted", "no_file"})


class WorksPage(QWidget):
    """See `desktop.views.Page`. `showing` knows what is on screen."""

    scopes: tuple[str, ...] = ("decide", "reject", "player", "conflict")

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._skipped: set[str] = set()
        self._decided: WorkRow | None = None
        self._make_parts(context)
        self.keys = PageKeys(self)
        bind_keys(self, self.keys)
        self.keys.set_mode("reject", False)
        self._connect()
        self.bar.advance.setChecked(context.settings.get(AUTO_ADVANCE))
        self.showing.show(None)
        self.feed.read()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    @property
    def can_undo(self) -> bool:
        """Whether Z would do something."""
        return bool(self.showing.undo_way)

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide the work on screen if it was pressed now."""
        return self.showing.decidable and self.decider.may()

    def activate(self) -> None:
        """Shown again."""
        self.feed.read()
        self.viewer.focus_stage()

    def deactivate(self) -> None:
        """Another tab is shown."""
        self.layout_.set_full(False)
        self.viewer.controls.pause()

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        return commands(self)

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
        return self.showing.work_id

    def refresh(self) -> None:
        """F5."""
        self.feed.read()

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
            hints.setdefault("unplayable", self.tr("Did not play"))
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
        if self.side.currentWidget() is self.reject_panel:
            self.side.setCurrentWidget(self.inspector)
            self.layout_.need_side(False)
            self.keys.set_mode("reject", False)
            self.keys.set_mode("decide", True)
            self.viewer.focus_stage()

    def step_back(self) -> None:
        """Esc: out of the reject panel, else out of full screen, else back to the viewer."""
        if self.side.currentWidget() is self.reject_panel:
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

    def _make_parts(self, context: AppContext) -> None:
        self._engine, self._pair = make_players(self)
        self.feed = QueueFeed(context, self)
        self.videos = Videos(context, self)
        self.decider = Decider(context, self)
        self.queue: QueuePanel = QueuePanel(context.clock, self.videos.poster)
        self.viewer: Viewer = Viewer(self._pair, context.settings)
        self.inspector = Inspector()
        self.reject_panel = RejectPanel(lambda: self.viewer.controls.playhead_ms)
        self.bar = DecisionBar()
        self.side = QStackedWidget()
        self.side.addWidget(self.inspector)
        self.side.addWidget(self.reject_panel)
        settings, role = context.settings, context.person.role
        self.layout_ = PageLayout(self, self.queue, self.viewer, self.side, self.bar, settings, role)
        self.rows = QueueView(context, self.queue, self.feed, self.videos, lambda: self.showing.work_id)
        self.batch: BatchDesk = BatchDesk(context, self.queue, self.feed, self.videos, lambda: self.showing.work)
        self.conflicts = ConflictDesk(context, self.inspector.conflict)
        self.screening = Screening(self.viewer, self._pair, self.videos, settings, self._following)
        self.showing: Showing = Showing(
            context, self.rows, self.feed, self.decider, self.viewer, self.inspector, self.bar,
            self.conflicts, self.screening,
        )  # fmt: skip
        RevealDesk(context, self.inspector.phone, self.showing, self.videos)

    def _connect(self) -> None:
        settings = self._context.settings
        self.rows.rows_changed.connect(self._rows_changed)
        self._engine.ready.connect(self._rows_changed)
        self.rows.claim_wanted.connect(self.batch.claim)
        self.batch.released.connect(lambda ids: self._advance() if self.showing.work_id in ids else None)
        self.queue.opened.connect(self.open)
        self.queue.entered.connect(lambda _work: self.viewer.focus_stage())
        self.queue.menu_wanted.connect(lambda work_id, menu: self.batch.fill_menu(self.rows.work(work_id), menu))
        self.viewer.header.next.connect(lambda: self.go(1))
        self.viewer.header.previous.connect(lambda: self.go(-1))
        self.viewer.header.unfold.connect(self.layout_.toggle_inspector)
        self.viewer.header.title.painted.connect(self.decider.guard.painted)
        self.viewer.full_screen_wanted.connect(self.toggle_full)
        self.viewer.action.connect(self._stage_action)
        self.viewer.controls.playhead_moved.connect(self.reject_panel.tick)
        self.inspector.collapse_wanted.connect(self.layout_.toggle_inspector)
        self.reject_panel.changed.connect(lambda draft: self.decider.drafts.keep(self.showing.work_id, draft))
        self.layout_.compact_changed.connect(self.reject_panel.set_compact)
        self.reject_panel.confirmed.connect(self.confirm_reject)
        self.reject_panel.left.connect(self.close_reject)
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
            self.queue.tell("info", self.tr("The server is asked to take the decision back."))

    def _rows_changed(self) -> None:
        """Opens the first work when none is on screen; rows may be old ones. libVLC is loaded once they are painted."""
        rows, order = self.rows, self.rows.order
        if not self._engine.is_ready:
            QTimer.singleShot(0, self._engine.warm_up)
        elif not self.showing.work_id and order and rows.segment == "pending" and rows.work(order[0]) != self._decided:
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
