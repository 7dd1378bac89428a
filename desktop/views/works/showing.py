"""The work on screen: its name, place, state and facts in header, inspector and decision bar."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from desktop.store import queries
from desktop.store.rows import WorkRow
from desktop.views.works import advance
from desktop.views.works.conflict_desk import ConflictDesk, describe
from desktop.views.works.decider import Decider
from desktop.views.works.decision_bar import DecisionBar
from desktop.views.works.inspector import Inspector
from desktop.views.works.queue_feed import QueueFeed
from desktop.views.works.queue_view import QueueView
from desktop.views.works.screening import Screening
from desktop.views.works.viewer import Viewer
from desktop.views.works.work_state import state_chip


class Showing(QObject):
    """`work_id` is on screen (empty: none), `work` its row while this computer has it, `place` where it stands."""

    changed = Signal()
    """The author has changed the work on screen; its new version comes next."""

    def __init__(
        self,
        context: AppContext,
        rows: QueueView,
        feed: QueueFeed,
        decider: Decider,
        viewer: Viewer,
        inspector: Inspector,
        bar: DecisionBar,
        conflicts: ConflictDesk,
        screening: Screening,
    ) -> None:
        super().__init__(viewer)
        self._context, self._rows, self._feed, self._decider = context, rows, feed, decider
        self._viewer, self._inspector, self._bar = viewer, inspector, bar
        self._conflicts, self._screening = conflicts, screening
        self._wanted = ""
        self._window_ends = QTimer(self, singleShot=True)
        self._window_ends.timeout.connect(self.show_last)
        self.work: WorkRow | None = None
        self.work_id = ""
        self.place = 0

    @property
    def decidable(self) -> bool:
        """Whether it waits for a decision of mine."""
        now = self._feed.now
        return self.work is not None and now is not None and now.waits(self.work_id)

    @property
    def undo_way(self) -> str:
        """How the last decision can be taken back, or an empty text."""
        last, now = self._decider.last, self._feed.now
        return last.undo(self._context.clock.now_ms(), now.undo_window_ms) if last and now else ""

    def open(self, work_id: str) -> None:
        """Shows a work of the list; one that is not among the open ones is looked up first."""
        work = self._rows.work(work_id)
        if work is not None or not work_id:
            self.show(work)
            return
        self._wanted = work_id
        self._context.local_store.read(
            lambda store: queries.work(store, work_id), lambda found: self._found(work_id, found), self
        )

    def show(self, work: WorkRow | None, work_id: str = "", unseen: bool = False) -> None:
        """Puts a work on screen; with an id alone, one that has left this computer; `unseen`: its new version."""
        self._wanted = ""
        self.work, self.work_id = work, work.id if work else work_id
        self._inspector.show_error("", "")
        self._rows.select(self.work_id)
        if self.work_id == self._decider.coming_back:
            self._decider.coming_back = ""
        self._decider.guard.show(f"{work.id} {work.version}" if work else None, unseen)
        self.show_place()
        if work is not None or not work_id:
            self._screening.show(work)
        else:
            self._viewer.show_notice(work_id, 0, "gone")
        self.show_state(whole=True)

    def follow_rows(self) -> None:
        """The list is new: the place may differ, and so may the state."""
        fresh, shown = self._rows.work(self.work_id), self.work
        if fresh is not None and shown is not None and fresh.version != shown.version:
            self._show_version(fresh, changed=_submitted(fresh) != _submitted(shown))
        elif fresh is not None:
            self.work = fresh
        elif self.work_id and self._rows.segment == "pending":
            self._say_if_gone()
        if self._feed.now is not None:
            self._decider.follow(self._feed.now.decided)
        self.show_place()
        self.show_state()
        self.show_last()

    def _show_version(self, fresh: WorkRow, changed: bool) -> None:
        """In the place of the one on screen; one that the author changed must be seen before a key decides it."""
        if changed:
            self.changed.emit()
        self.show(fresh, unseen=changed)
        if changed:
            self._inspector.show_error(
                self.tr("The author has just changed this work"),
                self.tr("What you see now is the new version. Press A or R once to say that you have seen it."),
            )

    def show_place(self) -> None:
        """Title, number and 第 n 件，共 n 件."""
        order, now = self._rows.order, self._feed.now
        title, number = self._name()
        words = [number] if number else []
        if self.work_id in order and now is not None:
            self.place = order.index(self.work_id)
            decided = now.decided_of_batch if self._rows.segment == "pending" else 0
            words.append(self.tr("{0} of {1}").format(*advance.place_in_batch(order, self.work_id, decided)))
        before, after = (advance.step(order, self.work_id, by, self.place) for by in (-1, 1))
        self._viewer.header.show_work(title, " · ".join(words), bool(before), bool(after))

    def show_state(self, whole: bool = False) -> None:
        """Chips, banner and buttons; `whole` also facts and history."""
        decided, conflict = self._rows.decided(self.work_id), self._rows.conflict(self.work_id)
        if self.decidable:  # it came back after that decision
            decided = None
        chip = state_chip(decided, conflict)
        if whole or not self.work_id:
            facts = describe(self.work, decided, conflict) if self.work_id else None
            self._inspector.show_work(facts, chip)
        else:
            self._inspector.show_state(*chip)
        self._conflicts.show(conflict)
        self._bar.set_decidable(self.decidable)

    def show_last(self) -> None:
        """The last decision, and whether Z takes it back."""
        last, way, now = self._decider.last, self.undo_way, self._feed.now
        self._bar.show_last(last, way)  # type: ignore[arg-type]
        if way == "take_back" and last is not None and last.settled_at is not None and now is not None:
            left_ms = last.settled_at + now.undo_window_ms - self._context.clock.now_ms()
            self._window_ends.start(max(0, left_ms) + 1)
        self._viewer.header.note.setText(f"{last.headline()} · {last.status()}" if last else "")

    def _say_if_gone(self) -> None:
        """The work was open and is so no longer, though I did not decide it."""
        now, last = self._feed.now, self._decider.last
        mine = self._rows.decided(self.work_id) is not None or (last is not None and last.subject_id == self.work_id)
        if now is not None and not now.waits(self.work_id) and not mine:
            self._inspector.show_error(
                self.tr("This work is no longer yours to review"),
                self.tr("The claim ended, somebody else took it, or the author withdrew it. N shows the next one."),
            )

    def _found(self, work_id: str, work: WorkRow | None) -> None:
        if self._wanted == work_id:
            self.show(work, work_id)

    def _name(self) -> tuple[str, str]:
        if self.work is not None:
            return self.work.title, self.work.number
        if row := self._rows.decided(self.work_id):
            return row.title, row.number
        conflict = self._rows.conflict(self.work_id)
        return (conflict.subject_title, conflict.subject_number) if conflict else ("", "")


def _submitted(work: WorkRow) -> tuple[object, ...]:
    """What the author can change."""
    return work.title, work.summary, work.theme, work.region, work.media_id
