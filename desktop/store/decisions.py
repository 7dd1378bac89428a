"""My decisions wherever they are, their conflicts, and second looks."""

from typing import Any, Final

import orjson

from desktop.store import outbox
from desktop.store.database import Row
from desktop.store.rows import (
    ConflictRow,
    DecidedRow,
    Delivery,
    HistoryLine,
    OutboxRow,
    ReasonLine,
    SecondLookRow,
    Side,
)
from desktop.store.store import Store

DECIDED_ROWS: Final = 200
WORK: Final = "work"
_DELIVERY: Final[dict[str, Delivery]] = {
    "waiting": "waiting", "sending": "sending", "retry": "retry", "parked": "parked", "applied": "confirmed",
    "conflict": "conflict", "rejected": "rejected", "undone": "undone",
}  # fmt: skip
_DECISION: Final = (
    "id, status, subject_kind, subject_id, subject_number, subject_title, region, verdict, reasons, note, message,"
    " decided_at, received_at"
)
_CONFLICT: Final = (
    "id, subject_kind, subject_id, subject_number, subject_title, region, poster_id, code, same_decision, mine, theirs,"
    " state, opened_at, version"
)
_LOOK: Final = ", ".join(SecondLookRow._fields)


def decided(store: Store, kind: str = WORK, limit: int = DECIDED_ROWS) -> list[DecidedRow]:
    """My decisions about subjects of a kind, newest first: those in the outbox, then those that the server knows (also
    from other computers)."""
    mine = outbox.unsettled(store, "review.decide") + outbox.answered(store, limit)
    mine = [row for row in mine if row.type == "review.decide" and row.args["kind"] == kind]
    known = {row.id for row in mine}
    query = f"SELECT {_DECISION} FROM decision WHERE subject_kind=? ORDER BY received_at DESC LIMIT ?"  # noqa: S608
    found = store.cache.rows(query, (kind, limit))
    undone = {id for id, status, *_ in found if status == "undone"}
    rows = [_decided_here(row, "undone" if row.id in undone else _DELIVERY[row.state]) for row in mine]
    rows += [_decided_there(row) for row in found if row[0] not in known]
    return sorted(rows, key=lambda row: -row.at)[:limit]


def count_decided(store: Store, kind: str = WORK) -> int:
    """How many rows `decided` gives."""
    about = "type='review.decide' AND json_extract(args, '$.kind')=?"
    waiting = f"SELECT id FROM outbox WHERE state IN ('waiting', 'sending', 'retry', 'parked') AND {about}"  # noqa: S608
    here = {id for (id,) in store.outbox.rows(waiting, (kind,))}
    answered = f"SELECT id, type, json_extract(args, '$.kind') {outbox.NEWEST_ANSWERED}"
    here |= {
        id for id, type, of in store.outbox.rows(answered, (DECIDED_ROWS,)) if (type, of) == ("review.decide", kind)
    }
    query = "SELECT id FROM decision WHERE subject_kind=? ORDER BY received_at DESC LIMIT ?"
    return min(DECIDED_ROWS, len(here | {id for (id,) in store.cache.rows(query, (kind, DECIDED_ROWS))}))


def conflicts(store: Store, kind: str | None = None) -> list[ConflictRow]:
    """Open conflicts of all kinds or of one, oldest first; `answer` is my answer that has not arrived yet."""
    query = f"SELECT {_CONFLICT} FROM conflict WHERE state='open' ORDER BY opened_at, id"  # noqa: S608
    found = [row for row in store.cache.rows(query) if kind in {None, row[1]}]
    answers = {row.subject_id: row for row in outbox.unsettled(store, "conflict.resolve")} if found else {}
    return [_conflict(row, answers.get(row[0])) for row in found]


def second_looks(store: Store) -> list[SecondLookRow]:
    """Open second looks, oldest first."""
    query = f"SELECT {_LOOK} FROM second_look WHERE state='open' ORDER BY opened_at, id"  # noqa: S608
    return [SecondLookRow(*row) for row in store.cache.rows(query)]


def reason_lines(items: list[dict[str, Any]] | None) -> tuple[ReasonLine, ...]:
    """Reasons as they stand in JSON."""
    return tuple(ReasonLine(item["code"], item.get("at_ms")) for item in items or [])


def history_lines(text: str | None) -> tuple[HistoryLine, ...]:
    """审核记录 as it stands in the cache, of any kind of subject."""
    return tuple(
        HistoryLine(
            line["at"], line["kind"], line.get("by", ""), line.get("round", 1), reason_lines(line.get("reasons")),
            line.get("message", ""),
        )
        for line in (orjson.loads(text) if text else ())
    )  # fmt: skip


def _conflict(row: Row, answer: OutboxRow | None) -> ConflictRow:
    (
        id,
        kind,
        subject,
        number,
        title,
        region,
        poster_id,
        code,
        same_decision,
        mine,
        theirs,
        state,
        opened_at,
        version,
    ) = row
    return ConflictRow(
        id, kind, subject, number, title, region, poster_id, code, bool(same_decision), _side(mine),
        _side(theirs) if theirs else None, state, opened_at, version, answer,
    )  # fmt: skip


def _decided_here(row: OutboxRow, delivery: Delivery) -> DecidedRow:
    facts, args = row.facts, row.args
    return DecidedRow(
        row.id, args["kind"], row.subject_id, facts.get("number", ""), facts.get("title", ""),
        facts.get("region", ""), facts.get("poster_id"), args["verdict"], reason_lines(args.get("reasons")),
        args.get("note", ""), args.get("message", ""), row.created_at, delivery, row.code, row.settled_at,
        row.attempts == 0,
    )  # fmt: skip


def _decided_there(row: Row) -> DecidedRow:
    id, status, kind, subject, number, title, region, verdict, reasons, note, message, decided_at, received_at = row
    delivery: Delivery = {"applied": "confirmed", "undone": "undone"}.get(status, "conflict")  # type: ignore[assignment]
    said = reason_lines(orjson.loads(reasons) if reasons else None)
    return DecidedRow(
        id, kind, subject, number, title, region, None, verdict, said, note or "", message or "", decided_at, delivery,
        None, received_at,
    )  # fmt: skip


def _side(text: str) -> Side:
    facts = orjson.loads(text)
    return Side(
        facts["by"], facts["at"], facts["verdict"], reason_lines(facts.get("reasons")), facts.get("message", ""),
        facts.get("note", ""),
    )  # fmt: skip
