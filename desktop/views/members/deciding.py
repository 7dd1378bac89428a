"""Deciding one, several or all applications under the filter, and taking that back; results in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from contract.masking import mask_name
from contract.review import Kind, Verdict
from desktop.context import AppContext
from desktop.operations import decide as operation
from desktop.operations.decide import Subject
from desktop.store import Store, outbox
from desktop.store.members import MemberRow, Waiting
from desktop.store.rows import UNSETTLED, OutboxRow, ReasonLine
from desktop.views.works.reject_draft import RejectDraft


@dataclass(frozen=True, slots=True)
class Done:
    """What was decided with one gesture: outbox ids with the masked names, in order."""

    verdict: Verdict
    decided: tuple[tuple[str, str, str], ...]
    """(outbox id, membership id, masked name)"""


@dataclass(frozen=True, slots=True)
class Result:
    """How a gesture ended on the server: `failed` are (membership id, masked name, code)."""

    waiting: int
    passed: int
    failed: tuple[tuple[str, str, str], ...]
    can_undo: bool


class MemberDecider(QObject):
    """Knows what was decided last. `changed` when that, or what the server said of it, is new."""

    changed = Signal()
    saved = Signal(object)
    """Done: these decisions are in the outbox now."""
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._undoing = False
        self._taken: dict[str, bool] = {}
        self.last: Done | None = None
        self.result: Result | None = None
        context.changes.changed.connect(self._on_changes)

    def decide(self, rows: Sequence[MemberRow | Waiting], verdict: Verdict, draft: RejectDraft) -> bool:
        """One or many alike, but for those that are being decided already; False when none is left."""
        rows = [row for row in rows if row.id not in self._taken]
        if not rows:
            return False
        self._taken |= dict.fromkeys((row.id for row in rows), False)
        names = {row.id: mask_name(_name(row)) for row in rows}
        subjects = [Subject(Kind.MEMBERSHIP, row.id, row.version, {"title": names[row.id]}) for row in rows]

        def done(made: list[OutboxRow]) -> None:
            self._taken |= dict.fromkeys(names, True)
            self._keep(Done(verdict, tuple((row.id, row.subject_id, names[row.subject_id]) for row in made)))

        def failed(error: Exception, made: list[OutboxRow]) -> None:
            done(made) if made else None
            for id in set(names) - {row.subject_id for row in made}:
                self._taken.pop(id, None)
            self.failed.emit(error)

        operation.decide_many(
            self._context,
            subjects,
            verdict,
            operation.new_batch(self._context),
            reasons=[ReasonLine(code) for code in draft.codes],
            note=draft.note.strip(),
            message=draft.message.strip(),
            done=done,
            failed=failed,
            owner=self,
        )
        return True

    def undo(self) -> None:
        """Takes the last gesture back as far as it has not left; what has been confirmed is undone by new decisions."""
        last = self.last
        if last is None or self._undoing:
            return
        self.last, self._undoing = None, True
        decisions = [(id, {"title": name, "kind": "membership"}) for id, _member, name in last.decided]

        def withdrawn(ids: list[str]) -> None:
            rest = [one for one in decisions if one[0] not in set(ids)]
            if rest:
                operation.take_back_many(
                    self._context, Kind.MEMBERSHIP, rest, done=lambda _rows: self._stop(), failed=self._undo_failed,
                    owner=self,
                )  # fmt: skip
            else:
                self._stop()

        operation.undo_many(
            self._context, Kind.MEMBERSHIP, decisions, done=withdrawn, failed=self._undo_failed, owner=self
        )

    def shown(self) -> None:
        """The rows on screen are those of after the decisions that are saved."""
        self._taken = {id: saved for id, saved in self._taken.items() if not saved}

    def takes(self, id: str) -> bool:
        """Whether an application is being decided at this moment."""
        return id in self._taken

    def undo_one(self, row: MemberRow) -> None:
        """Takes one decision back that is still in the outbox."""
        if row.pending is not None:
            operation.undo(self._context, row.pending.id, kind=Kind.MEMBERSHIP, failed=self._undo_failed, owner=self)

    def _keep(self, done: Done) -> None:
        self.last, self.result = done, None
        self.saved.emit(done)
        self.changed.emit()
        self._ask()

    def _stop(self) -> None:
        self._undoing = False
        self.result = None
        self.changed.emit()

    def _undo_failed(self, error: Exception) -> None:
        self._stop()
        self.failed.emit(error)

    def _on_changes(self, topics: frozenset[str]) -> None:
        if "outbox" in topics and self.last is not None:
            self._ask()

    def _ask(self) -> None:
        last = self.last
        if last is None:
            return

        def ask(store: Store) -> Result:
            return _result(store, last)

        def got(result: Result) -> None:
            if last is self.last and result != self.result:
                self.result = result
                self.changed.emit()

        self._context.local_store.read(ask, got, self)


def _result(store: Store, last: Done) -> Result:
    found = {row.id: row for row in outbox.by_ids(store, [id for id, _member, _name in last.decided])}
    rows = [(found[id], member, name) for id, member, name in last.decided if id in found]
    failed = tuple(
        (member, name, row.code or "") for row, member, name in rows if row.state in ("conflict", "rejected", "parked")
    )
    waiting = sum(row.state in UNSETTLED and row.state != "parked" for row, _member, _name in rows)
    passed = sum(row.state == "applied" for row, _member, _name in rows)
    return Result(
        waiting, passed, failed, any(row.state in UNSETTLED or row.state == "applied" for row, _m, _n in rows)
    )


def _name(row: MemberRow | Waiting) -> str:
    return row.name if isinstance(row, Waiting) else row.applicant_name
