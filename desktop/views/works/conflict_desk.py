"""Conflicts in words, and answering them by 1 and 2."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.context import AppContext
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.operations import conflicts
from desktop.store.rows import ConflictRow, DecidedRow, ReasonLine, Side, WorkRow
from desktop.views.works.conflict_box import ConflictBox
from desktop.views.works.inspector_facts import InspectorFacts, inspect
from desktop.views.works.last_decision import status_text, verdict_text
from desktop.views.works.particulars import reasons_text
from desktop.views.works.words import hour_text, moment_text

_OF_WORKS: Final = {
    "withdrawn": QT_TRANSLATE_NOOP("Conflict", "The author took this work back before your decision arrived"),
    "version-mismatch": QT_TRANSLATE_NOOP("Conflict", "The author changed this work before your decision arrived"),
    "lease-lost": QT_TRANSLATE_NOOP("Conflict", "Your claim on this work had passed to somebody else"),
    "approve": QT_TRANSLATE_NOOP("Conflict", "{0} approved this work at {1}"),
    "reject": QT_TRANSLATE_NOOP("Conflict", "{0} rejected this work at {1}"),
}
_OF_APPLICATIONS: Final = {
    "withdrawn": QT_TRANSLATE_NOOP("Conflict", "The applicant took this back before your decision arrived"),
    "version-mismatch": QT_TRANSLATE_NOOP("Conflict", "The applicant changed this before your decision arrived"),
    "lease-lost": QT_TRANSLATE_NOOP("Conflict", "This was decided before your decision arrived"),
    "approve": QT_TRANSLATE_NOOP("Conflict", "{0} approved this application at {1}"),
    "reject": QT_TRANSLATE_NOOP("Conflict", "{0} rejected this application at {1}"),
}
_OF_KIND: Final = {"registration": _OF_APPLICATIONS, "membership": _OF_APPLICATIONS}


def headline(row: ConflictRow, now_ms: int) -> str:
    """审核员 0219 已在 13:40 通过这件作品."""
    words = _OF_KIND.get(row.subject_kind, _OF_WORKS)
    if row.theirs is None:
        return QCoreApplication.translate("Conflict", words.get(row.code, words["lease-lost"]))
    at = hour_text(row.theirs.at) if now_ms - row.theirs.at < 12 * 3_600_000 else moment_text(row.theirs.at)
    return QCoreApplication.translate("Conflict", words[row.theirs.verdict]).format(row.theirs.by, at)


def kept_line(row: ConflictRow) -> str:
    """你的驳回和理由已保留，没有覆盖对方结果."""
    if row.answer is not None:
        return QCoreApplication.translate("Conflict", "Your answer is in the outbox.")
    if row.theirs is None:
        return QCoreApplication.translate("Conflict", "Your decision and its reasons are kept.")
    if row.same_decision:
        return QCoreApplication.translate("Conflict", "You decided the same; nothing has to be done.")
    if row.mine.verdict == "approve":
        return QCoreApplication.translate("Conflict", "Your approval is kept; theirs was not overwritten.")
    return QCoreApplication.translate(
        "Conflict", "Your rejection and its reasons are kept; theirs were not overwritten."
    )


def objection(row: ConflictRow) -> str:
    """What a second look is asked for with: my decision and its reasons."""
    said = verdict_text(row.mine.verdict, False)
    parts = [_pairs_text(row.mine.reasons), row.mine.message, row.mine.note]
    return " · ".join([said, *(part for part in parts if part)])[:500]


def _pairs_text(reasons: tuple[ReasonLine, ...]) -> str:
    return reasons_text([(reason.code, reason.at_ms) for reason in reasons])


def _side_fields(name: str, side: Side) -> list[tuple[str, str]]:
    said = f"{verdict_text(side.verdict, False)} · {moment_text(side.at)}"
    lines = [_pairs_text(side.reasons), side.message, side.note]
    return [(name, "\n".join([said, *(line for line in lines if line)]))]


def decision_fields(row: DecidedRow) -> tuple[tuple[str, str], ...]:
    """My decision in rows of the inspector."""
    confirmed = row.delivery == "confirmed"
    fields = [
        (
            QCoreApplication.translate("Conflict", "Mine"),
            f"{verdict_text(row.verdict, confirmed)} · {moment_text(row.at)}",
        ),
        (QCoreApplication.translate("Conflict", "Where"), status_text(row.delivery)),
        (QCoreApplication.translate("Conflict", "Why"), _pairs_text(row.reasons)),
        (QCoreApplication.translate("Conflict", "Said"), row.message),
        (QCoreApplication.translate("Conflict", "Note"), row.note),
    ]
    return tuple(field for field in fields if field[1])


def conflict_fields(row: ConflictRow) -> tuple[tuple[str, str], ...]:
    """Both decisions in rows of the inspector."""
    theirs = _side_fields(QCoreApplication.translate("Conflict", "Theirs"), row.theirs) if row.theirs else []
    return (*_side_fields(QCoreApplication.translate("Conflict", "Mine"), row.mine), *theirs)


def describe(work: WorkRow | None, decided: DecidedRow | None, conflict: ConflictRow | None) -> InspectorFacts:
    """What the inspector shows; of a work that has left this computer only the decisions."""
    facts = inspect(work) if work else InspectorFacts("", (), (), "", (), ())
    decisions = conflict_fields(conflict) if conflict else decision_fields(decided) if decided else ()
    return replace(facts, decisions=decisions)


class ConflictDesk(QObject):
    """Shows the conflict of the work on screen in a ConflictBox and answers it."""

    shown = Signal(bool)
    """Whether 1 and 2 mean something now."""
    failed = Signal(object)

    def __init__(self, context: AppContext, box: ConflictBox) -> None:
        super().__init__(box)
        self._context, self._box = context, box
        self._row: ConflictRow | None = None
        box.object_wanted.connect(self.object)
        box.accept_wanted.connect(self.accept)
        box.compare_wanted.connect(self._compare)

    @property
    def answerable(self) -> bool:
        """Whether 1 and 2 mean something now."""
        return self._row is not None and self._row.answer is None

    def show(self, row: ConflictRow | None) -> None:
        """The conflict of the work on screen, or none."""
        self._row = row
        self._box.setVisible(row is not None)
        if row is not None:
            self._box.show_conflict(headline(row, self._context.clock.now_ms()), kept_line(row), self.answerable)
        self.shown.emit(self.answerable)

    def object(self) -> None:
        """1 申请复核, with my reasons."""
        if self._row is not None and self.answerable:
            self._answer(self._row, "object", objection(self._row))

    def accept(self) -> None:
        """2 接受现行结果."""
        if self._row is not None and self.answerable:
            self._answer(self._row, "accept", "")

    def _answer(self, row: ConflictRow, choice: str, words: str) -> None:
        conflicts.resolve(
            self._context,
            row,
            choice,  # type: ignore[arg-type]
            words,
            failed=self.failed.emit,
            owner=self,
        )

    def _compare(self) -> None:
        if self._row is not None:
            self._context.navigation.go("sync", self._row.id)
