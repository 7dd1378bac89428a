"""What keys and buttons of the tab do: choosing, deciding, taking back, and the way to the next one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from contract.review import Kind
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import registrations as operation
from desktop.settings import AUTO_ADVANCE
from desktop.store.registrations import RegistrationRow
from desktop.views.organizations.asking import Asking
from desktop.views.organizations.feed import Wanted
from desktop.views.organizations.papers import Page
from desktop.views.works import advance
from desktop.views.works.conflict_desk import ConflictDesk
from desktop.views.works.decider import Decider
from desktop.views.works.last_decision import Undo

if TYPE_CHECKING:
    from desktop.views.organizations.page import OrganizationsPage

SUBMITTED = (
    "name", "region", "address", "landline", "introduction", "nature", "size", "industry", "labels", "account_phone",
    "contact_name", "contact_phone", "logo_id", "documents",
)  # fmt: skip
"""What the applicant can change."""


class OrganizationsReview(QObject):
    """`row` is on screen (None: none is); it stays when it leaves the list."""

    def __init__(self, context: AppContext, page: OrganizationsPage) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.row: RegistrationRow | None = None
        self._place = 0
        self._wanted = ""
        self._skipped: set[str] = set()
        self.decider = Decider(context, Kind.REGISTRATION, operation.subject_of, self)
        self.conflicts = ConflictDesk(context, page.detail.conflict)
        self.asking = Asking(context, page)
        self._window_ends = QTimer(self, singleShot=True)
        self._window_ends.timeout.connect(self._show_last)
        self._connect()

    @property
    def decidable(self) -> bool:
        """Whether the one on screen waits for a decision."""
        now, row = self._page.feed.now, self.row
        return row is not None and now is not None and now.waits(row)

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide it if it was pressed now."""
        return self.decidable and self.decider.may()

    @property
    def order(self) -> list[str]:
        """Ids as listed."""
        now = self._page.feed.now
        return [row.id for row in now.rows] if now else []

    def follow(self) -> None:
        """The store has answered."""
        now = self._page.feed.now
        assert now is not None
        if self._wanted:
            if now.wanted.also == self._wanted:
                self.show(now.shown)
            return
        self.decider.follow(now.decided)
        if self.row is not None and now.wanted.also == self.row.id and now.shown is None:
            self.show(None)  # it has left this computer
        if self.row is None and now.rows and now.wanted.segment == "pending":
            self.show((self._following() or now.rows)[0])
        elif self.row is not None and now.shown is not None and now.shown.id == self.row.id:
            self._follow_row(now.shown)
        self._show_state()

    def open(self, id: str) -> None:
        """One registration, listed or not."""
        self.decider.coming_back = ""
        self._open(id)

    def show(self, row: RegistrationRow | None, unseen: bool = False) -> None:
        """Puts it on screen; `unseen`: its new version, which must be looked at first."""
        page = self._page
        self._wanted = ""
        if self.row is None or row is None or row.id != self.row.id:
            self._leave_middle()
            page.detail.show_error("", "")
        self.row = row
        page.feed.want(Wanted(page.feed.wanted.segment, page.feed.wanted.text, row.id if row else ""))
        if row is not None and row.id == self.decider.coming_back:
            self.decider.coming_back = ""
        self.decider.guard.show(f"{row.id} {row.version}" if row else None, unseen)
        page.detail.show_row(row)
        page.show_logo()
        page.evidence.show_registration(row)
        page.queue.select(row.id if row else "")
        if row is not None:
            ahead = [file.id for other in self._following()[: advance.PREFETCH] for file in other.documents]
            self._context.prefetch.first([*(file.id for file in row.documents), *ahead])
        self._show_state()
        QTimer.singleShot(0, self, self._warm_next)

    def approve(self) -> None:
        """A."""
        if self.decidable and self.row is not None:
            self._seen() or self.decider.approve(self.row)

    def open_reject(self) -> None:
        """R: the reasons take the place of the detail; the papers stay."""
        row, page = self.row, self._page
        if row is None or not self.decidable or self._seen() or not self.decider.may():
            return
        page.reject_panel.open_with(self.decider.drafts.of(row.id), row.name, row.account_phone, {})
        page.show_middle(page.reject_panel)
        page.keys_for("reject")
        page.reject_panel.focus_reasons()

    def confirm_reject(self) -> None:
        """Enter."""
        page = self._page
        rejecting = page.middle.currentWidget() is page.reject_panel
        if self.row is not None and self.decidable and rejecting and not page.reject_panel.say_problem():
            self.decider.reject(self.row, self.decider.drafts.of(self.row.id))

    def step_back(self) -> None:
        """Esc: out of reasons, comparison or the whole window."""
        page = self._page
        if page.middle.currentWidget() is not page.detail:
            self._leave_middle()
        elif page.full:
            page.set_full(False)
        page.focus_review()

    def skip(self) -> None:
        """S: comes again at the end."""
        if self.row is not None and self.decidable:
            self._skipped.add(self.row.id)
            self._advance()

    def go(self, by: int) -> None:
        """N and P: the neighbour in the list."""
        neighbour = advance.step(self.order, self.row.id if self.row else None, by, self._place)
        if neighbour:
            self.open(neighbour)

    def undo(self) -> None:
        """Z."""
        now = self._page.feed.now
        if now is not None:
            self.decider.undo(now.undo_window_ms)

    def _open(self, id: str) -> None:
        """At once when it is listed, else when the store has found it."""
        now = self._page.feed.now
        row = next((row for row in now.rows if row.id == id), None) if now else None
        if row is not None:
            self.show(row)
        else:
            self._wanted = id
            self._page.feed.want(Wanted(self._page.feed.wanted.segment, self._page.feed.wanted.text, id))

    def _seen(self) -> bool:
        """True once after the applicant has changed what is on screen: the key says that it was seen."""
        if not self.decider.sees_new_version():
            return False
        self._page.detail.show_error("", "")
        return True

    def _follow_row(self, fresh: RegistrationRow) -> None:
        shown = self.row
        assert shown is not None
        if fresh.version == shown.version:
            self.row = fresh
            self._page.detail.show_row(fresh)
            return
        changed = fresh.state == "pending" and _submitted(fresh) != _submitted(shown)
        self.show(fresh, unseen=changed)
        if changed:
            self._leave_middle()
            self._page.detail.show_error(
                self.tr("The applicant has just changed this registration"),
                self.tr("What you see now is the new version. Press A or R once to say that you have seen it."),
            )

    def _following(self) -> list[RegistrationRow]:
        """Those that wait, in the order in which they are offered: after this one, round to the start, skipped last."""
        now = self._page.feed.now
        waiting = {row.id: row for row in now.rows if now.waits(row)} if now else {}
        current = self.row.id if self.row else None
        order = advance.upcoming(self.order, current, self._skipped, self._place)
        return [waiting[id] for id in order if id in waiting]

    def _advance(self) -> None:
        """To the next undecided one, at once; after the last one it stays on screen."""
        following = self._following()
        if following:
            self.show(following[0])
        else:
            self._leave_middle()
            self._show_state()

    def _warm_next(self) -> None:
        """The first paper of the next one is drawn before it is asked for."""
        for row in self._following()[:1]:
            for file in row.documents[:1]:
                if file.kind != "zip":
                    self._page.papers.warm(Page(file.id))

    def _leave_middle(self) -> None:
        page = self._page
        if page.middle.currentWidget() is not page.detail:
            page.show_middle(page.detail)
            page.keys_for("decide")
            page.focus_review()

    def _show_state(self) -> None:
        now, row = self._page.feed.now, self.row
        if row is not None and row.id in self.order:
            self._place = self.order.index(row.id)
        conflict = now.conflicts.get(row.id) if now and row else None
        self.conflicts.show(conflict)
        self._page.show_state(row, conflict is not None, self.decidable)
        self._show_last()

    def _show_last(self) -> None:
        now, last = self._page.feed.now, self.decider.last
        at = self._context.clock.now_ms()
        way: Undo = last.undo(at, now.undo_window_ms) if last and now else ""
        self._page.bar.show_last(last, way)
        if way == "take_back" and last is not None and last.settled_at is not None and now is not None:
            self._window_ends.start(max(0, last.settled_at + now.undo_window_ms - at) + 1)

    def _saved(self, row: RegistrationRow) -> None:
        self._skipped.discard(row.id)
        if self.row is None or row.id != self.row.id:
            return
        if self._context.settings.get(AUTO_ADVANCE):
            self._advance()
        else:
            self._leave_middle()
            self._show_state()

    def _not_saved(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        self._leave_middle()
        self._page.detail.show_error(failure.what, f"{failure.kept} {failure.do}".strip())

    def _taken_back(self, id: str, at_once: bool) -> None:
        if at_once:
            self._page.feed.read()
            self._open(id)
        else:
            said = self.tr("The server is asked to take the decision back.")
            self._page.detail.show_error(said, self.tr("The registration comes back when it has answered."))

    def _connect(self) -> None:
        page = self._page
        page.detail.title.painted.connect(self.decider.guard.painted)
        page.compare.left.connect(self.step_back)
        page.queue.list.current_changed.connect(lambda id: self.open(id) if id else None)
        panel = page.reject_panel
        panel.changed.connect(lambda draft: self.decider.drafts.keep(self.row.id, draft) if self.row else None)
        panel.confirmed.connect(self.confirm_reject)
        panel.left.connect(self.step_back)
        for signal, slot in (
            (page.bar.approve, self.approve), (page.bar.reject, self.open_reject), (page.bar.skip, self.skip),
            (page.bar.undo, self.undo),
        ):  # fmt: skip
            signal.connect(slot)
        self.decider.saved.connect(self._saved)
        self.decider.failed.connect(self._not_saved)
        self.decider.last_changed.connect(self._show_last)
        self.decider.taken_back.connect(self._taken_back)
        self.conflicts.failed.connect(self._not_saved)
        self.conflicts.shown.connect(partial(page.keys.set_mode, "conflict"))


def _submitted(row: RegistrationRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in SUBMITTED)
