"""Applications as rows of the table, and their state in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.masking import mask_name
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.members import MemberRow
from desktop.store.rows import UNSETTLED
from desktop.ui.table import Column
from desktop.ui.table_delegate import Action, Cell, TableRow
from desktop.views.works.particulars import in_chinese
from desktop.views.works.words import moment_text

APPROVE, REJECT, UNDO, CONFLICT, DETAILS = "approve", "reject", "undo", "conflict", "details"
_STATES: Final = {
    "pending": ("pending", QT_TRANSLATE_NOOP("MemberRows", "To review")),
    "approved": ("ok", QT_TRANSLATE_NOOP("MemberRows", "Approved")),
    "rejected": ("no", QT_TRANSLATE_NOOP("MemberRows", "Rejected")),
    "withdrawn": ("plain", QT_TRANSLATE_NOOP("MemberRows", "Withdrawn")),
    "left": ("plain", QT_TRANSLATE_NOOP("MemberRows", "Has left")),
}
_ACTIONS: Final = {
    APPROVE: QT_TRANSLATE_NOOP("MemberRows", "Approve"),
    REJECT: QT_TRANSLATE_NOOP("MemberRows", "Reject…"),
    UNDO: QT_TRANSLATE_NOOP("MemberRows", "Undo"),
    CONFLICT: QT_TRANSLATE_NOOP("MemberRows", "See the conflict"),
    DETAILS: QT_TRANSLATE_NOOP("MemberRows", "Details"),
}


def columns(compact: bool) -> tuple[Column, ...]:
    """Compact drops the number of the row."""
    translate = QCoreApplication.translate
    found = (
        Column("check", "", 40),
        Column("number", translate("MemberRows", "No."), 56),
        Column("applicant", translate("MemberRows", "Applicant"), 84),
        Column("organization", translate("MemberRows", "Organization applied to"), 96, flex=1),
        Column("applied", translate("MemberRows", "Applied"), 104),
        Column("reason", translate("MemberRows", "Reason for joining"), 96, flex=1.6),
        Column("state", translate("MemberRows", "State"), 104 if in_chinese() else 120),
        Column("actions", translate("MemberRows", "Actions"), 144 if in_chinese() else 184),
    )
    return tuple(column for column in found if not compact or column.id != "number")


def state_words(row: MemberRow) -> tuple[str, str]:
    """(kind of chip, word); what is decided here is never shown as done before the server has it."""
    if row.conflict:
        return "conflict", QCoreApplication.translate("MemberRows", "Conflict")
    if row.pending is not None:
        return "queued", QCoreApplication.translate("MemberRows", "To be sent")
    kind, word = _STATES.get(row.state, ("plain", ""))
    return kind, QCoreApplication.translate("MemberRows", word) if word else row.state


def waits(row: MemberRow) -> bool:
    """Whether it can be decided now."""
    return row.state == "pending" and row.pending is None and not row.conflict


def can_undo(row: MemberRow) -> bool:
    """Whether my decision certainly has not left this computer."""
    mine = row.pending
    return mine is not None and mine.state in UNSETTLED and mine.state != "sending" and mine.attempts == 0


def actions(row: MemberRow) -> tuple[str, ...]:
    """What the last column offers."""
    if waits(row):
        return APPROVE, REJECT
    if row.conflict:
        return (CONFLICT,)
    return (UNDO,) if can_undo(row) else (DETAILS,)


def table_row(row: MemberRow, number: int, checked: bool, shown: tuple[Column, ...]) -> TableRow:
    """`number` counts from 1."""
    chip, word = state_words(row)
    pending = waits(row)
    none = QCoreApplication.translate("MemberRows", "(none given)")
    buttons = tuple(
        Action(name, QCoreApplication.translate("MemberRows", _ACTIONS[name]), "text" if pending else "text2", pending)
        for name in actions(row)
    )
    cells = {
        "check": Cell(checked=checked) if pending else Cell(),
        "number": Cell(str(number), ink="text2"),
        "applicant": Cell(mask_name(row.applicant_name), strong=pending),
        "organization": Cell(row.organization_name, ink="text2"),
        "applied": Cell(moment_text(row.applied_at), ink="text2", small=True),
        "reason": Cell(row.reason or none, ink="text" if row.reason else "text3"),
        "state": Cell(word, chip=chip),
        "actions": Cell(actions=buttons),
    }
    return TableRow(row.id, tuple(cells[column.id] for column in shown))
