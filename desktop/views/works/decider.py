"""Deciding and taking back: from the key to the durable outbox row. The page only moves on when it is saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from contract.review import Kind, Verdict
from desktop.context import AppContext
from desktop.operations import decide as operation
from desktop.operations.decide import Subject
from desktop.store.rows import DecidedRow, OutboxRow, ReasonLine
from desktop.views.works.decision_guard import DecisionGuard
from desktop.views.works.drafts import Drafts
from desktop.views.works.last_decision import LastDecision, Undo
from desktop.views.works.reject_draft import RejectDraft

Row = Any
"""A row of the kind that is decided."""


class Decider(QObject):
    """Knows the drafts of the reject panel, and what was decided last; `subject_of` makes subjects of rows."""

    saved = Signal(object)
    """The row whose decision is in the outbox now."""
    failed = Signal(object)
    """The error: nothing was decided, the subject stays."""
    last_changed = Signal()
    taken_back = Signal(str, bool)
    """Subject id, and whether it waits again at once (False: when the server has said so)."""

    def __init__(
        self, context: AppContext, kind: Kind, subject_of: Callable[[Row], Subject], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._kind, self._subject_of = context, kind, subject_of
        self.guard = DecisionGuard()
        self.last: LastDecision | None = None
        self.drafts = Drafts(context, kind, self)
        self._last_draft = RejectDraft(kind=kind)
        self._undoing = False
        self.coming_back = ""
        """The subject whose decision is being withdrawn: until it is on screen, no key decides the one that is."""

    def may(self) -> bool:
        """Whether a decision key counts now."""
        return not self.coming_back and self.guard.accepts(self._now())

    def sees_new_version(self) -> bool:
        """True once after what is on screen was changed by who sent it in: this key only says that it was seen."""
        unseen, self.guard.unseen = self.guard.unseen, False
        return unseen

    def approve(self, row: Row) -> bool:
        """Approves; False when the key does not count now."""
        return self._decide(row, Verdict.APPROVE, RejectDraft(kind=self._kind))

    def reject(self, row: Row, draft: RejectDraft) -> bool:
        """Rejects with what the draft says; False when the key does not count now."""
        return self._decide(row, Verdict.REJECT, draft)

    def undo(self, window_ms: int) -> None:
        """Takes the last decision back, out of the outbox or by a new decision."""
        last = self.last
        way: Undo = last.undo(self._context.clock.now_ms(), window_ms) if last else ""
        if last is None or not way or self._undoing:
            return
        self._undoing = True
        if way == "withdraw":
            self.coming_back = last.subject_id
            operation.undo(
                self._context,
                last.id,
                kind=self._kind,
                done=lambda done: self._withdrawn(last, done),
                failed=self._undo_failed,
                owner=self,
            )
        else:
            facts: dict[str, object] = {"title": last.title, "kind": self._kind, "subject_id": last.subject_id}
            operation.take_back(
                self._context,
                last.id,
                facts=facts,
                kind=self._kind,
                done=lambda _row: self._gone(last, False),
                failed=self._undo_failed,
                owner=self,
            )

    def follow(self, decided: list[DecidedRow]) -> None:
        """The store's word about the last decision; after a restart the newest unsettled one becomes the last."""
        if self.last is None:
            waiting = next((row for row in decided if row.delivery in ("waiting", "retry")), None)
            if waiting is not None:
                self._set_last(_as_last(waiting))
            return
        row = next((row for row in decided if row.id == self.last.id), None)
        if row is not None:
            self._set_last(_as_last(row))

    def _decide(self, row: Row, verdict: Verdict, draft: RejectDraft) -> bool:
        if not self.may():
            return False
        self.guard.begin(self._now(), approves=verdict is Verdict.APPROVE)
        subject = self._subject_of(row)
        operation.decide(
            self._context,
            subject,
            verdict,
            reasons=[ReasonLine(code, at_ms) for code, at_ms in draft.chosen],
            note=draft.note.strip(),
            message=draft.message.strip(),
            done=lambda made: self._saved(row, subject, draft, made),
            failed=self._not_saved,
            owner=self,
        )
        return True

    def _saved(self, row: Row, subject: Subject, draft: RejectDraft, made: OutboxRow) -> None:
        self.drafts.keep(subject.id, RejectDraft(kind=self._kind))
        self._last_draft = draft
        title = str(subject.facts.get("title", ""))
        self._set_last(LastDecision(made.id, subject.id, title, Verdict(made.args["verdict"]), "waiting"))
        self.saved.emit(row)

    def _not_saved(self, error: Exception) -> None:
        self.guard.failed()
        self.failed.emit(error)

    def _withdrawn(self, last: LastDecision, done: bool) -> None:
        if done:
            self._gone(last, True)
        else:  # it is being sent: the row will tell
            self._undoing, self.coming_back = False, ""

    def _gone(self, last: LastDecision, at_once: bool) -> None:
        self._undoing = False
        self.guard.waits_again(last.subject_id)
        self.drafts.keep(last.subject_id, self._last_draft)
        self._last_draft = RejectDraft(kind=self._kind)
        self._set_last(None)
        self.taken_back.emit(last.subject_id, at_once)

    def _undo_failed(self, error: Exception) -> None:
        self._undoing, self.coming_back = False, ""
        self.failed.emit(error)

    def _set_last(self, last: LastDecision | None) -> None:
        if last != self.last:
            self.last = last
            self.last_changed.emit()

    def _now(self) -> float:
        return self._context.clock.monotonic() * 1000


def _as_last(row: DecidedRow) -> LastDecision:
    settled = row.confirmed_at if row.delivery == "confirmed" else None
    return LastDecision(row.id, row.subject_id, row.title, Verdict(row.verdict), row.delivery, settled, row.never_left)
