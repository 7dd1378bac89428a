"""What keys, buttons and marks of the tab do: choosing, deciding one or many, taking back, showing the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from contract.review import Kind, Verdict
from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.store import Store, members
from desktop.store.members import MemberRow, Waiting
from desktop.ui.dialogs import confirm
from desktop.views.members.deciding import MemberDecider
from desktop.views.members.revealing import reveal
from desktop.views.members.rows import APPROVE, CONFLICT, REJECT, UNDO, waits
from desktop.views.members.words import last_words, result_words
from desktop.views.works.playback_keys import PageKeys, digit_shortcuts
from desktop.views.works.reject_draft import RejectDraft
from desktop.views.works.reject_panel import RejectPanel

if TYPE_CHECKING:
    from desktop.views.members.page import MembersPage


class MembersReview(QObject):
    """`checked` are ids, in the order in which they were checked; those no longer waiting fall out."""

    def __init__(self, context: AppContext, page: MembersPage) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.checked: dict[str, Waiting] = {}
        self._anchor = ""
        self._draft = RejectDraft(kind=Kind.MEMBERSHIP)
        self._for: list[MemberRow | Waiting] = []
        self._wanted = ""
        self.decider = MemberDecider(context, self)
        self.decider.changed.connect(self._show_last)
        self.decider.failed.connect(self._say_failure)
        self._keys()
        table, detail, bar = page.table, page.detail, page.bar
        table.current_changed.connect(self._current_changed)
        table.opened.connect(lambda _id: page.side.currentWidget().setFocus())
        table.acted.connect(self._act)
        table.check_toggled.connect(self.toggle)
        detail.approve_wanted.connect(self.approve)
        detail.reject_wanted.connect(self.open_reject)
        detail.undo_wanted.connect(self.decider.undo)
        detail.reveal_wanted.connect(lambda: reveal(context, detail))
        bar.approve_wanted.connect(self.approve_checked)
        bar.reject_wanted.connect(self.reject_checked)
        bar.all_wanted.connect(self.check_all)
        bar.cleared.connect(self.clear)
        self._show_last()

    def listen(self, panel: RejectPanel) -> None:
        """To the reasons, once they are there."""
        panel.changed.connect(self._keep_draft)
        panel.confirmed.connect(self.confirm_reject)
        panel.left.connect(self.step_back)

    def follow(self) -> None:
        """The store has answered."""
        self.decider.shown()
        for id, version in self._page.feed.still.items():
            if id in self.checked and version != self.checked[id].version:
                del self.checked[id]
        self._page.show_rows()
        self.show_bar()
        if self._page.filters.search.hasFocus():  # the next letter may come in between
            QTimer.singleShot(0, self, self._show_current)
        else:
            self._show_current()

    def show(self, id: str) -> None:
        """One application in the detail, also when the table does not show it."""
        self._wanted = id
        self._page.table.select(id)
        if self._page.table.current_id() != id:
            self._context.local_store.read(
                lambda store: members.membership(store, id), self._page.detail.show_row, self
            )

    def toggle(self, id: str) -> None:
        """X or a click into the box."""
        row = self._page.feed.row(id)
        if row is None or not waits(row):
            return
        self._anchor = id
        if self.checked.pop(id, None) is None:
            self.checked[id] = _waiting(row)
        self._marks_changed()

    def check_range(self) -> None:
        """From the last one checked to the current one."""
        ids = [row.id for row in self._page.feed.rows]
        current = self._page.table.current_id()
        first = self._anchor if self._anchor in ids else current
        if current not in ids:
            return
        low, high = sorted((ids.index(first), ids.index(current)))
        for row in self._page.feed.rows[low : high + 1]:
            if waits(row):
                self.checked[row.id] = _waiting(row)
        self._marks_changed()

    def check_all(self) -> None:
        """All that wait under the filter, loaded or not."""
        wanted = self._page.feed.filter

        def ask(store: Store) -> list[Waiting]:
            return members.waiting(store, wanted)

        def got(found: list[Waiting]) -> None:
            self.checked = {one.id: one for one in found}
            self._marks_changed()

        self._context.local_store.read(ask, got, self)

    def clear(self) -> None:
        """Nothing is checked."""
        self.checked.clear()
        self._marks_changed()

    def approve(self) -> None:
        """A: the current one, and on to the next."""
        row = self._page.current()
        if row is not None and waits(row):
            self._decide([row], Verdict.APPROVE, RejectDraft(kind=Kind.MEMBERSHIP))

    def open_reject(self) -> None:
        """R: reasons for the current one."""
        row = self._page.current()
        if row is not None and waits(row):
            self._open_panel([row], row.applicant_name, row.applicant_phone)

    def approve_checked(self) -> None:
        """Shift+A: asks once for more than one."""
        rows = list(self.checked.values())
        count = len(rows)
        title = self.tr("Approve %n application(s)?", "", count)
        text = self.tr("They get an SMS after the undo time. It can be undone with Z.")
        if rows and (count == 1 or confirm(self._page, title, text, self.tr("Cancel"), self.tr("Approve all"))):
            self._decide(rows, Verdict.APPROVE, RejectDraft(kind=Kind.MEMBERSHIP))

    def reject_checked(self) -> None:
        """Shift+R: the same reasons for all of them."""
        if self.checked:
            self._open_panel(list(self.checked.values()), "", "")

    def confirm_reject(self) -> None:
        """Enter in the panel."""
        page = self._page
        if not page.rejecting or page.reject_panel.say_problem():
            return
        count = len(self._for)
        title = self.tr("Reject %n application(s)?", "", count)
        text = self.tr("All get the same reasons. It can be undone with Z.")
        if count > 1 and not confirm(page, title, text, self.tr("Cancel"), self.tr("Reject all"), destructive=True):
            return
        if self._decide(self._for, Verdict.REJECT, self._draft):
            self._draft = RejectDraft(kind=Kind.MEMBERSHIP)
            self.step_back()

    def step_back(self) -> None:
        """Esc: out of the panel, else out of the selection."""
        page = self._page
        if page.importing:
            page.roster.step_back()
        elif page.rejecting:
            page.side.setCurrentWidget(page.detail)
            self.set_keys()
            page.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.checked:
            self.clear()

    def _decide(self, rows: list[MemberRow | Waiting], verdict: Verdict, draft: RejectDraft) -> bool:
        after = self._next_of(rows)
        if not self.decider.decide(rows, verdict, draft):
            return False
        for row in rows:
            self.checked.pop(row.id, None)
        self._marks_changed()
        if after:
            self._page.table.select(after)
        return True

    def _next_of(self, rows: list[MemberRow | Waiting]) -> str:
        """The next row that waits, after the current one."""
        gone = {row.id for row in rows}
        shown = self._page.feed.rows
        here = next((place for place, row in enumerate(shown) if row.id == self._page.table.current_id()), -1)
        order = shown[here + 1 :] + shown[: here + 1]
        free = (row.id for row in order if waits(row) and row.id not in gone and not self.decider.takes(row.id))
        return next(free, "")

    def _open_panel(self, rows: list[MemberRow | Waiting], title: str, phone: str) -> None:
        self._for = rows
        page = self._page
        page.reject_panel.open_with(self._draft, title, phone, {})
        page.side.setCurrentWidget(page.reject_panel)
        self.set_keys()
        page.reject_panel.focus_reasons()

    def _keep_draft(self, draft: RejectDraft) -> None:
        self._draft = draft

    def _act(self, id: str, action: str) -> None:
        self._page.table.select(id)
        row = self._page.feed.row(id)
        if action == APPROVE:
            self.approve()
        elif action == REJECT:
            self.open_reject()
        elif action == UNDO and row is not None:
            self.decider.undo_one(row)
        elif action == CONFLICT and row is not None:
            self._context.navigation.go("sync", row.conflict or "")

    def _show_current(self) -> None:
        self._current_changed(self._page.table.current_id())

    def _current_changed(self, id: str) -> None:
        if self._page.filling:
            return
        row = self._page.feed.row(id)
        if row is not None:
            self._wanted = ""
        if not self._wanted:
            self._page.detail.show_row(row)

    def _marks_changed(self) -> None:
        self._page.feed.watched = tuple(self.checked)
        self._page.show_rows()
        self.show_bar()

    def show_bar(self) -> None:
        self._page.bar.show_count(len(self.checked), self._page.feed.counts.pending)
        self._page.bar.setVisible(bool(self.checked))

    def _show_last(self) -> None:
        last, result = self.decider.last, self.decider.result
        undo = last is not None and (result is None or result.can_undo)
        self._page.detail.show_last(last_words(last) if last else "", undo)
        self._page.show_result(result_words(last, result) if last and result else "")
        if last is not None and result is not None and len(last.decided) > 1:
            self._keep_failed({id for id, _name, _code in result.failed})

    def _keep_failed(self, failed: set[str]) -> None:
        """Those that the server did not pass stay selected, as far as they still wait."""
        found = {row.id: _waiting(row) for row in self._page.feed.rows if row.id in failed and waits(row)}
        if found:
            self.checked |= found
            self._marks_changed()

    def _say_failure(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._context.messages.show(message_for(failure))

    def _keys(self) -> None:
        self._page_keys = keys = PageKeys(self._page)
        keys.bind("decide", {"approve": self.approve, "reject": self.open_reject, "undo": self.decider.undo})
        keys.bind("lists", {
            "check_range": self.check_range, "check_all": self.check_all, "approve_checked": self.approve_checked,
            "reject_checked": self.reject_checked,
        })  # fmt: skip
        keys.bind("reject", {"confirm_reject": self.confirm_reject})
        keys.add("reject", digit_shortcuts(self._page, lambda digit: self._page.reject_panel.press_digit(digit)))
        keys.bind("always", {"back": self.step_back})
        keys.bind("search", {"search": self._search})
        self.set_keys()

    def set_keys(self) -> None:
        """Those of table, reasons or neither, by what is on screen."""
        page = self._page
        rejecting = page.rejecting and not page.importing
        self._page_keys.set_mode("reject", rejecting)
        for mode in ("decide", "lists"):
            self._page_keys.set_mode(mode, not rejecting and not page.importing)
        self._page_keys.set_mode("search", not page.importing)

    def _search(self) -> None:
        self._page.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.filters.search.selectAll()


def _waiting(row: MemberRow) -> Waiting:
    return Waiting(row.id, row.version, row.applicant_name)
