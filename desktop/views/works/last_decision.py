"""The last decision as the decision bar tells it: never as done before the server confirmed it."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from contract.review import Verdict
from desktop.marking import QT_TRANSLATE_NOOP

Undo = Literal["", "withdraw", "take_back"]
UNDO_WINDOW_MS: Final = 60_000
"""How long after confirmation an undo is offered when the server has not said otherwise."""

_LOCAL: Final = {
    "waiting": QT_TRANSLATE_NOOP("LastDecision", "Decided here · not sent yet"),
    "sending": QT_TRANSLATE_NOOP("LastDecision", "Decided here · being sent"),
    "retry": QT_TRANSLATE_NOOP("LastDecision", "Decided here · will be sent again"),
    "parked": QT_TRANSLATE_NOOP("LastDecision", "Decided here · set aside, see the sync centre"),
    "conflict": QT_TRANSLATE_NOOP("LastDecision", "Conflict · your decision is kept"),
    "rejected": QT_TRANSLATE_NOOP("LastDecision", "The server did not accept it · kept in the sync centre"),
}

_SHORT: Final = {
    "waiting": (QT_TRANSLATE_NOOP("LastDecision", "To be sent"), "outbox"),
    "sending": (QT_TRANSLATE_NOOP("LastDecision", "Being sent"), "outbox"),
    "retry": (QT_TRANSLATE_NOOP("LastDecision", "Will be sent again"), "outbox"),
    "parked": (QT_TRANSLATE_NOOP("LastDecision", "Set aside"), "warn"),
    "confirmed": (QT_TRANSLATE_NOOP("LastDecision", "Delivered"), "okc"),
    "conflict": (QT_TRANSLATE_NOOP("LastDecision", "Conflict"), "conflict"),
    "rejected": (QT_TRANSLATE_NOOP("LastDecision", "Not accepted"), "warn"),
}


def status_text(delivery: str) -> str:
    """Where a decision is; `delivery` as in the store's decided rows."""
    if delivery == "confirmed":
        return QCoreApplication.translate("LastDecision", "Confirmed by the server")
    return QCoreApplication.translate("LastDecision", _LOCAL.get(delivery, _LOCAL["waiting"]))


def short_status(delivery: str) -> tuple[str, str]:
    """The same in a word, and its icon."""
    word, icon = _SHORT.get(delivery, _SHORT["waiting"])
    return QCoreApplication.translate("LastDecision", word), icon


def verdict_text(verdict: str, confirmed: bool) -> str:
    """通过 / 驳回 before, 已通过 / 已驳回 after the server confirmed."""
    if verdict == Verdict.APPROVE:
        if confirmed:
            return QCoreApplication.translate("LastDecision", "Approved")
        return QCoreApplication.translate("LastDecision", "Approve")
    if confirmed:
        return QCoreApplication.translate("LastDecision", "Rejected")
    return QCoreApplication.translate("LastDecision", "Reject")


@dataclass(frozen=True, slots=True)
class LastDecision:
    """`id` is that of the outbox row; `delivery` as in the store's decided rows; `settled_at` in ms when confirmed.

    `never_left`: no attempt was made to send it, so it can simply be withdrawn.
    """

    id: str
    subject_id: str
    title: str
    verdict: Verdict
    delivery: str
    settled_at: int | None = None
    never_left: bool = True

    def headline(self) -> str:
        """通过《…》 before, 已通过《…》 after confirmation."""
        said = verdict_text(self.verdict, self.delivery == "confirmed")
        return QCoreApplication.translate("LastDecision", "{0} “{1}”").format(said, self.title)

    def status(self) -> str:
        """Where the decision is."""
        return status_text(self.delivery)

    def icon(self) -> tuple[str, str]:
        """Icon and colour token."""
        if self.delivery == "confirmed":
            return ("okc", "ok") if self.verdict is Verdict.APPROVE else ("noc", "no")
        return {"conflict": ("conflict", "conflict"), "rejected": ("warn", "warn")}.get(
            self.delivery, ("outbox", "text2")
        )

    def undo(self, now_ms: int, window_ms: int = UNDO_WINDOW_MS) -> Undo:
        """`withdraw` while it waits in the outbox, `take_back` (a new, audited decision) within the window after it."""
        if self.delivery in ("waiting", "retry", "parked"):
            return "withdraw" if self.never_left else ""
        if self.delivery == "confirmed" and self.settled_at is not None and now_ms < self.settled_at + window_ms:
            return "take_back"
        return ""
