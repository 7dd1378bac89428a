"""The state of a work as a chip: never 已通过 or 已驳回 before the server has confirmed it."""

from PySide6.QtCore import QCoreApplication

from contract.review import Verdict
from desktop.store.rows import ConflictRow, DecidedRow


def state_chip(decided: DecidedRow | None, conflict: ConflictRow | None) -> tuple[str, str]:
    """(kind of chip, word) of a work with my newest decision and its open conflict."""
    if conflict is not None:
        return "conflict", QCoreApplication.translate("WorkState", "Conflict")
    if decided is None:
        return "pending", QCoreApplication.translate("WorkState", "To review")
    if decided.delivery == "confirmed":
        if decided.verdict == Verdict.APPROVE:
            return "ok", QCoreApplication.translate("WorkState", "Approved")
        return "no", QCoreApplication.translate("WorkState", "Rejected")
    if decided.delivery in ("rejected", "parked"):
        return "warn", QCoreApplication.translate("WorkState", "Not accepted")
    if decided.delivery == "conflict":
        return "conflict", QCoreApplication.translate("WorkState", "Conflict")
    return "queued", QCoreApplication.translate("WorkState", "Decided here, not sent")
