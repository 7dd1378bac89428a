"""The tab 作品审核: joins queue, viewer and inspector, and moves from one work to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import reveal
from desktop.player.engine import VlcEngine
from desktop.player.pair import PlayerPair
from desktop.player.vlc_player import VlcPlayer, load_vlc
from desktop.settings import AUTO_ADVANCE
from desktop.store import queries
from desktop.store.rows import WorkRow
from desktop.ui.icons import icon
from desktop.views import Command
from desktop.views.works import advance
from desktop.views.works.batch_desk import BatchDesk
from desktop.views.works.conflict_desk import ConflictDesk, describe
from desktop.views.works.decider import Decider
from desktop.views.works.decision_bar import DecisionBar
from desktop.views.works.inspector import Inspector
from desktop.views.works.inspector_facts import inspect
from desktop.views.works.page_commands import bind_keys, commands
from desktop.views.works.page_layout import PageLayout
from desktop.views.works.playback_keys import PageKeys
from desktop.views.works.queue_feed import QueueFeed
from desktop.views.works.queue_panel import QueuePanel
from desktop.views.works.queue_view import QueueView
from desktop.views.works.reject_panel import RejectPanel
from desktop.views.works.screening import Screening
from desktop.views.works.videos import Videos
from desktop.views.works.viewer import Viewer
from desktop.views.works.work_state import state_chip

UNPLAYABLE = frozenset({"unreadable", "no_picture", "interrupted", "no_file"})


class WorksPage(QWidget):
    """See `desktop.views.Page`. `work_id` is what is on screen, `work` its row while this computer has it."""

    scopes: tuple[str, ...] = ("decide", "reject", "player", "conflict")

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.work: WorkRow | None = None
        self.work_id = ""
        self._place = 0
        self._skipped: set[str] = set()
        self._wanted = ""
        self._make_parts(context)
        self.keys = PageKeys(self)
        bind_keys(self, self.keys)
        for mode in ("reject", "conflict"):
            self.keys.set_mode(mode, False)
        self._connect()
        self.bar.advance.setChecked(context.settings.get(AUTO_ADVANCE))
        self._show_work(None)
        self.feed.read()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    @property
    def decidable(self) -> bool:
        """Whether the work on screen waits for a decision of mine."""
        return self.work is not None and self.rows.work(self.work_id) is not None

    @property
    def can_undo(self) -> bool:
        """Whether Z would do something."""
        return bool(self._undo_way())

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide the work on screen if it was pressed now."""
        return self.decidable and self.decider.may("approve")

    def activate(self) -> None:
        """Shown again."""
        self._engine.warm_up()
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
        return self.work_id

    def refresh(self) -> None:
        """F5."""
        self.feed.read()

    def open(self, work_id: str) -> None:
        """Shows a work of the list; others are looked up first."""
        work = self.rows.work(work_id)
        if work is not None:
            self._show_work(work)
        elif work_id:
            self._context.local_store.read(
                lambda store: queries.work(store, work_id), partial(self._found, work_id), self
            )

    def approve(self) -> None:
        """A."""
        if self.decidable and self.work is not None and self.decider.approve(self.work):
            self.inspector.show_error("", "")

    def open_reject(self) -> None:
        """R: the reasons take the inspector's place; the video goes on."""
        if not self.decidable or self.work is None or not self.decider.may("reject"):
            return
        hints = inspect(self.work).hints()
        if self.viewer.problem in UNPLAYABLE:
            hints.setdefault("unplayable", self.tr("Did not play"))
        draft = self.decider.draft(self.work_id)
        self.reject_panel.open_with(draft, self.work.title, self.work.author_phone, hints)
        self.side.setCurrentWidget(self.reject_panel)
        self.layout_.need_side(True)
        self.keys.set_mode("decide", False)
        self.keys.set_mode("reject", True)
        self.reject_panel.focus_reasons()

    def confirm_reject(self) -> None:
        """Enter."""
        if self.work is None or self.reject_panel.say_problem():
            return
        if self.decidable and self.decider.reject(self.work, self.decider.draft(self.work_id)):
            self.inspector.show_error("", "")

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
        if self.decidable:
            self._skipped.add(self.work_id)
            self._advance()

    def go(self, by: int) -> None:
        """N and P: the neighbour in the list."""
        if neighbour := advance.step(self.rows.order, self.work_id, by, self._place):
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

    def toggle_inspector(self) -> None:
        """Folds it away, or back."""
        self.layout_.fold_inspector(not self.layout_.folded)

    def _make_parts(self, context: AppContext) -> None:
        self._engine = VlcEngine(load_vlc)
        self._pair = PlayerPair(VlcPlayer(self._engine), VlcPlayer(self._engine))
        self.destroyed.connect(partial(_close_players, self._pair, self._engine))
        self.feed = QueueFeed(context, self)
        self.videos = Videos(context, self)
        self.decider = Decider(context, self)
        self.queue = QueuePanel(context.clock, self.videos.poster)
        self.viewer = Viewer(self._pair, context.settings)
        self.inspector = Inspector()
        self.reject_panel = RejectPanel(lambda: self.viewer.controls.playhead_ms)
        self.bar = DecisionBar()
        self.side = QStackedWidget()
        self.side.addWidget(self.inspector)
        self.side.addWidget(self.reject_panel)
        self.layout_ = PageLayout(
            self, self.queue, self.viewer, self.side, self.bar, context.settings, context.person.role
        )
        self.rows = QueueView(context, self.queue, self.feed, self.videos, lambda: self.work_id)
        self.batch = BatchDesk(context, self.queue, self.feed, self.videos, lambda: self.work)
        self.conflicts = ConflictDesk(context, self.inspector.conflict)
        self.screening = Screening(self.viewer, self._pair, self.videos, context.settings, self._following)

    def _connect(self) -> None:
        settings = self._context.settings
        self.rows.rows_changed.connect(self._rows_changed)
        self.rows.claim_wanted.connect(self.batch.claim)
        self.queue.opened.connect(self.open)
        self.queue.entered.connect(lambda _work: self.viewer.focus_stage())
        self.queue.menu_wanted.connect(self._fill_menu)
        self.viewer.header.next.connect(lambda: self.go(1))
        self.viewer.header.previous.connect(lambda: self.go(-1))
        self.viewer.header.title.painted.connect(self.decider.guard.painted)
        self.viewer.full_screen_wanted.connect(self.toggle_full)
        self.viewer.action.connect(self._stage_action)
        self.viewer.controls.playhead_moved.connect(lambda _ms: self._tick())
        self.inspector.collapse_wanted.connect(self.toggle_inspector)
        self.inspector.reveal_wanted.connect(self._reveal)
        self.reject_panel.changed.connect(lambda draft: self.decider.keep_draft(self.work_id, draft))
        self.reject_panel.confirmed.connect(self.confirm_reject)
        self.reject_panel.left.connect(self.close_reject)
        for signal, slot in (
            (self.bar.approve, self.approve), (self.bar.reject, self.open_reject), (self.bar.skip, self.skip),
            (self.bar.undo, self.undo), (self.bar.mark, self.viewer.controls.mark),
        ):  # fmt: skip
            signal.connect(slot)
        self.bar.advance_changed.connect(partial(settings.set, AUTO_ADVANCE))
        self.decider.saved.connect(self._saved)
        self.decider.failed.connect(self._not_saved)
        self.decider.last_changed.connect(self._show_last)
        self.decider.taken_back.connect(self._taken_back)
        self.conflicts.failed.connect(self._not_saved)

    def _show_work(self, work: WorkRow | None, work_id: str = "") -> None:
        """Puts a work on screen; with an id alone, one that has left this computer."""
        self.close_reject()
        self.work, self.work_id = work, work.id if work else work_id
        self.inspector.show_error("", "")
        self.queue.select(self.work_id)
        self.decider.guard.show(self.work_id or None)
        self._show_place()
        if work is not None or not work_id:
            self.screening.show(work)
        else:
            self.viewer.show_notice(work_id, 0, "gone")
        self._show_state(whole=True)

    def _found(self, work_id: str, work: WorkRow | None) -> None:
        """The store's answer about a work that is not in the list of open ones."""
        self._show_work(work, work_id)

    def _following(self) -> list[WorkRow]:
        """The works that come after the one on screen, most likely first."""
        if self.rows.segment != "pending":
            return []
        others = advance.upcoming(self.rows.order, self.work_id, self._skipped, self._place)
        return [work for other in others if (work := self.rows.work(other)) is not None]

    def _advance(self) -> None:
        """To the next undecided work, at once."""
        order = self.rows.order
        following = advance.after_decision(order, self.work_id, self.rows.can_watch, self._skipped, self._place)
        if following is None:
            self._show_work(None)
        else:
            self.open(following)

    def _saved(self, work: WorkRow) -> None:
        if work.id != self.work_id:
            return
        self._skipped.discard(work.id)
        if self._context.settings.get(AUTO_ADVANCE):
            self._advance()
        else:
            self.close_reject()
            self._show_state()

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
            self._wanted = work_id
        else:
            self.queue.tell("info", self.tr("The server is asked to take the decision back."))

    def _rows_changed(self) -> None:
        """New rows: open the first work, or the one just taken back; keep what is on screen otherwise."""
        wanted, order = self._wanted, self.rows.order
        if wanted and wanted in order:
            self._wanted = ""
            self.open(wanted)
            return
        if self.work_id in order:
            self._place = order.index(self.work_id)
            self.work = self.rows.work(self.work_id) or self.work
        elif not self.work_id and order and self.rows.segment == "pending":
            self.open(order[0])
            return
        if self.feed.now is not None:
            self.decider.follow(self.feed.now.decided)
        self._show_place()
        self._show_state()
        self._show_last()

    def _show_place(self) -> None:
        order, now = self.rows.order, self.feed.now
        title, number = self._name()
        words = [number] if number else []
        if self.work_id in order and now is not None:
            self._place = order.index(self.work_id)
            decided = now.decided_of_batch if self.rows.segment == "pending" else 0
            words.append(self.tr("{0} of {1}").format(*advance.place_in_batch(order, self.work_id, decided)))
        before, after = (advance.step(order, self.work_id, by, self._place) for by in (-1, 1))
        self.viewer.header.show_work(title, " · ".join(words), bool(before), bool(after))

    def _name(self) -> tuple[str, str]:
        if self.work is not None:
            return self.work.title, self.work.number
        if row := self.rows.decided(self.work_id):
            return row.title, row.number
        conflict = self.rows.conflict(self.work_id)
        return (conflict.work_title, conflict.work_number) if conflict else ("", "")

    def _show_state(self, whole: bool = False) -> None:
        """Chips, banner and buttons; `whole` also facts and history."""
        decided, conflict = self.rows.decided(self.work_id), self.rows.conflict(self.work_id)
        reopened = self.decidable
        chip = state_chip(None if reopened else decided, conflict)
        if whole or not self.work_id:
            facts = describe(self.work, None if reopened else decided, conflict) if self.work_id else None
            self.inspector.show_work(facts, chip)
        elif self.work_id:
            self.inspector.state_chip.set_state(*chip)
        self.conflicts.show(conflict)
        self.keys.set_mode("conflict", self.conflicts.answerable)
        self.bar.set_decidable(self.decidable)

    def _undo_way(self) -> str:
        last, now = self.decider.last, self.feed.now
        return last.undo(self._context.clock.now_ms(), now.undo_window_ms) if last and now else ""

    def _show_last(self) -> None:
        self.bar.show_last(self.decider.last, self._undo_way())

    def _tick(self) -> None:
        if self.side.currentWidget() is self.reject_panel:
            self.reject_panel.tick()

    def _stage_action(self, name: str) -> None:
        if name == "reject":
            self.open_reject()
        elif name == "again":
            self.screening.play()
        elif name == "next":
            self._advance()
        else:
            self.viewer.focus_stage()

    def _reveal(self) -> None:
        work_id, phone = self.work_id, self.inspector.phone

        def done(number: str) -> None:
            if work_id == self.work_id:
                phone.show_full(number)

        def failed(error: Exception) -> None:
            failure = explain(error)
            phone.failed(failure.what if failure else self.tr("It could not be shown."))

        reveal.reveal_phone(self._context, work_id, done, failed, self)

    def _fill_menu(self, work_id: str, menu: QMenu) -> None:
        """What can be done with a row."""
        work = self.rows.work(work_id)
        number = work.number if work else ""
        menu.addAction(icon("copy"), self.tr("Copy the number"), lambda: QGuiApplication.clipboard().setText(number))
        if work is not None:
            menu.addAction(icon("undo"), self.tr("Give this work back"), lambda: self.batch.release_work(work))


def _close_players(pair: PlayerPair, engine: VlcEngine) -> None:
    pair.close()
    engine.close()
