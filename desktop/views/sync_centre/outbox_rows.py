"""Rows of the outbox as its table shows them."""

from PySide6.QtCore import QCoreApplication

from desktop.store.rows import UNSETTLED, OutboxRow
from desktop.ui.table import Column
from desktop.ui.table_delegate import Action, Cell, TableRow
from desktop.views.sync_centre.words import cause, seconds_until
from desktop.views.works.last_decision import verdict_text
from desktop.views.works.words import hour_text

_ICONS = {
    "waiting": ("pend", "text2"), "sending": ("sync", "pending"), "retry": ("warn", "warn"), "parked": ("warn", "no"),
    "applied": ("cloudok", "ok"), "conflict": ("conflict", "conflict"), "rejected": ("noc", "no"),
}  # fmt: skip
UNDO = "undo"


def columns() -> tuple[Column, ...]:
    """Glyph, type, subject, my decision, progress, action."""
    translate = QCoreApplication.translate
    return (
        Column("state", "", 28),
        Column("type", translate("OutboxTable", "Type"), 84),
        Column("subject", translate("OutboxTable", "Subject"), 120, flex=1),
        Column("mine", translate("OutboxTable", "My decision"), 124),
        Column("progress", translate("OutboxTable", "Progress"), 176, flex=0.35),
        Column("act", "", 76),
    )


def table_rows(rows: tuple[OutboxRow, ...], now_ms: int, network_retry_at: int | None) -> list[TableRow]:
    """All rows; those that wait are numbered in the order in which they are sent."""
    places = {row.id: place for place, row in enumerate((row for row in rows if row.state in UNSETTLED), 1)}
    return [_row(row, places.get(row.id, 0), now_ms, network_retry_at) for row in rows]


def kind_of(row: OutboxRow) -> str:
    """What the entry is about: work, registration, membership."""
    return str(row.args.get("kind") or row.facts.get("kind") or "work")


def can_undo(row: OutboxRow) -> bool:
    """Only what has certainly not left this computer."""
    return row.state in ("waiting", "retry", "parked") and row.attempts == 0


def _row(row: OutboxRow, place: int, now_ms: int, network_retry_at: int | None) -> TableRow:
    icon, ink = _ICONS[row.state]
    chip, said = _mine(row)
    words, words_ink = _progress(row, place, now_ms, network_retry_at)
    undo = Action(UNDO, QCoreApplication.translate("OutboxTable", "Undo"))
    done = row.state == "applied"
    return TableRow(
        row.id,
        (
            Cell(icon=icon, icon_ink=ink),
            Cell(_type(row), ink="text2" if done else "text"),
            Cell(_subject(row), ink="text2" if done else "text"),
            Cell(said, chip=chip),
            Cell(words, ink=words_ink, small=True),
            Cell(actions=(undo,), right=True) if can_undo(row) else Cell(),
        ),
    )


def _type(row: OutboxRow) -> str:
    if row.type == "conflict.resolve":
        return QCoreApplication.translate("OutboxTable", "Conflict")
    if row.type == "review.undo":
        return QCoreApplication.translate("OutboxTable", "Take-back")
    if kind_of(row) == "registration":
        return QCoreApplication.translate("OutboxTable", "Registration")
    if kind_of(row) == "membership":
        return QCoreApplication.translate("OutboxTable", "Member")
    return QCoreApplication.translate("OutboxTable", "Work")


def _subject(row: OutboxRow) -> str:
    return str(row.facts.get("title") or row.facts.get("number") or "") or QCoreApplication.translate(
        "OutboxTable", "(no title)"
    )


def _mine(row: OutboxRow) -> tuple[str, str]:
    """(kind of chip, words) of what I decided; never as done before the server has it."""
    if row.type == "conflict.resolve":
        if row.args.get("choice") == "object":
            return "info", QCoreApplication.translate("OutboxTable", "Second look")
        return "plain", QCoreApplication.translate("OutboxTable", "Accepted")
    if row.type == "review.undo":
        return "plain", QCoreApplication.translate("OutboxTable", "Take back")
    return "ok" if row.args.get("verdict") == "approve" else "no", verdict_text(str(row.args.get("verdict")), False)


def _progress(row: OutboxRow, place: int, now_ms: int, network_retry_at: int | None) -> tuple[str, str]:
    """(words, ink)."""
    translate = QCoreApplication.translate
    if row.state == "sending":
        return translate("OutboxTable", "Being sent · try {0}").format(max(1, row.attempts)), "text2"
    if row.state == "waiting":
        return translate("OutboxTable", "Waiting · number {0}").format(place), "text2"
    if row.state == "retry":
        return _retry(row, now_ms, network_retry_at), "warn"
    if row.state == "parked":
        return translate("OutboxTable", "Set aside: {0}").format(cause(row.code)), "no"
    at = hour_text(row.settled_at or now_ms)
    if row.state == "applied":
        return translate("OutboxTable", "Delivered {0}").format(at), "text2"
    if row.state == "conflict":
        return translate("OutboxTable", "Conflict: {0}").format(cause(row.code)), "conflict"
    return translate("OutboxTable", "Not accepted: {0}").format(cause(row.code)), "no"


def _retry(row: OutboxRow, now_ms: int, network_retry_at: int | None) -> str:
    """The next try is that of the row, or of the connection when that comes later."""
    at = max(row.retry_at or 0, network_retry_at or 0)
    if at <= now_ms:
        return QCoreApplication.translate("OutboxTable", "{0}, next try at once").format(cause(row.code))
    said = QCoreApplication.translate("OutboxTable", "{0}, again in {1} s")
    return said.format(cause(row.code), seconds_until(at, now_ms))
