"""What screens ask: the cache with the outbox applied to it. Nothing here writes."""

from collections.abc import Sequence
from typing import Any, Final

import orjson

from contract.wire.sync import COLUMNS
from desktop.store import outbox
from desktop.store.rows import (
    BatchRow,
    ConflictRow,
    Counts,
    DecidedRow,
    Delivery,
    HistoryLine,
    MediaRow,
    OutboxRow,
    QueueFilter,
    ReasonLine,
    SecondLookRow,
    Side,
    WorkRow,
)
from desktop.store.store import Store

QUEUE_ROWS: Final = 500
DECIDED_ROWS: Final = 200
OUTBOX_KEPT_MS: Final = 10 * 60_000
"""How long a delivered row stays in the list of the sync centre."""
_WORK: Final = ", ".join(COLUMNS["work"])
_ORDER: Final = {
    "oldest": "submitted_at, id",
    "newest": "submitted_at DESC, id",
    "shortest": "duration_ms IS NULL, duration_ms, id",
    "longest": "duration_ms DESC, id",
    "expiry": "lease_expires_at IS NULL, lease_expires_at, submitted_at, id",
}
_DELIVERY: Final[dict[str, Delivery]] = {
    "waiting": "waiting", "sending": "sending", "retry": "retry", "parked": "parked", "applied": "confirmed",
    "conflict": "conflict", "rejected": "rejected", "undone": "undone",
}  # fmt: skip


def queue(store: Store, filter: QueueFilter = QueueFilter(), limit: int = QUEUE_ROWS) -> list[WorkRow]:  # noqa: B008
    """Claimed works that I have not decided, filtered and sorted."""
    hidden = _decided_ids(store)
    where, values = ["state='pending'"], list[Any]()
    for column, value in (("region", filter.region), ("theme", filter.theme)):
        if value:
            where.append(f"{column}=?")
            values.append(value)
    if filter.text.strip():
        pattern = "%" + filter.text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        where.append("(title LIKE ? ESCAPE '\\' OR number LIKE ? ESCAPE '\\' OR organizations LIKE ? ESCAPE '\\')")
        values += [pattern] * 3
    query = f"SELECT {_WORK} FROM work WHERE {' AND '.join(where)} ORDER BY {_ORDER[filter.sort]} LIMIT ?"  # noqa: S608
    with store.cache.connect() as connection:
        rows = connection.exec_driver_sql(query, (*values, limit + len(hidden))).all()
    return [_work(row) for row in rows if row[0] not in hidden][:limit]


def work(store: Store, id: str) -> WorkRow | None:
    """One work of the cache, with my unsettled decision about it."""
    with store.cache.connect() as connection:
        row = connection.exec_driver_sql(f"SELECT {_WORK} FROM work WHERE id=?", (id,)).first()  # noqa: S608
    if row is None:
        return None
    mine = [one for one in outbox.unsettled(store) if one.subject_id == id and one.type == "review.decide"]
    return _work(row, mine[-1] if mine else None)


def counts(store: Store) -> Counts:
    """Numbers for rail and status bar. `pending` counts all claimed works, whatever the filter."""
    waiting = outbox.unsettled(store)
    hidden = _decided_ids(store)
    answered = {row.subject_id for row in waiting if row.type == "conflict.resolve"}
    with store.cache.connect() as connection:
        pending = connection.exec_driver_sql("SELECT id FROM work WHERE state='pending'").scalars().all()
        conflicts = connection.exec_driver_sql("SELECT id FROM conflict WHERE state='open'").scalars().all()
        looks = connection.exec_driver_sql("SELECT count(*) FROM second_look WHERE state='open'").scalar_one()
    return Counts(
        pending=sum(id not in hidden for id in pending),
        decided=len(decided(store)),
        outbox=len(waiting),
        conflicts=sum(id not in answered for id in conflicts),
        parked=sum(row.state == "parked" for row in waiting),
        second_looks=looks,
    )


def decided(store: Store, limit: int = DECIDED_ROWS) -> list[DecidedRow]:
    """My decisions, newest first: those in the outbox, then those the server knows (also from other computers)."""
    mine = [row for row in outbox.unsettled(store) if row.type == "review.decide"]
    mine += [row for row in outbox.answered(store, limit) if row.type == "review.decide"]
    rows = [_decided_here(row) for row in mine]
    known = {row.id for row in rows}
    columns = (
        "id, work_id, work_number, work_title, region, verdict, reasons, note, message, decided_at, received_at, status"
    )
    with store.cache.connect() as connection:
        query = f"SELECT {columns} FROM decision ORDER BY received_at DESC LIMIT ?"  # noqa: S608
        found = connection.exec_driver_sql(query, (limit,)).all()
    statuses = {row.id: row.status for row in found}
    rows = [_undone(row) if statuses.get(row.id) == "undone" else row for row in rows]
    rows += [_decided_there(row) for row in found if row.id not in known]
    return sorted(rows, key=lambda row: -row.at)[:limit]


def outbox_rows(store: Store) -> list[OutboxRow]:
    """For the sync centre: unsettled rows, and those answered in the last ten minutes."""
    rows = outbox.recent(store, store.clock.now_ms() - OUTBOX_KEPT_MS)
    return [row for row in rows if row.state != "undone"]


def conflicts(store: Store) -> list[ConflictRow]:
    """Open conflicts, oldest first; `answer` is my answer that has not arrived yet."""
    answers = {row.subject_id: row for row in outbox.unsettled(store) if row.type == "conflict.resolve"}
    columns = (
        "id, work_id, work_number, work_title, region, poster_id, code, same_decision, mine, theirs, state, opened_at"
    )
    with store.cache.connect() as connection:
        query = f"SELECT {columns} FROM conflict WHERE state='open' ORDER BY opened_at, id"  # noqa: S608
        found = connection.exec_driver_sql(query).all()
    return [
        ConflictRow(
            row.id, row.work_id, row.work_number, row.work_title, row.region, row.poster_id, row.code,
            bool(row.same_decision), _side(row.mine), _side(row.theirs) if row.theirs else None, row.state,
            row.opened_at, answers.get(row.id),
        )
        for row in found
    ]  # fmt: skip


def second_looks(store: Store) -> list[SecondLookRow]:
    """Open second looks, oldest first."""
    columns = "id, work_id, work_number, work_title, region, opened_by, opened_at, objection, state"
    with store.cache.connect() as connection:
        query = f"SELECT {columns} FROM second_look WHERE state='open' ORDER BY opened_at, id"  # noqa: S608
        return [SecondLookRow(*row) for row in connection.exec_driver_sql(query)]


def leases(store: Store) -> list[BatchRow]:
    """Claimed batches that still have works, newest first."""
    hidden = _decided_ids(store)
    with store.cache.connect() as connection:
        query = "SELECT batch, id, claimed_at, lease_expires_at FROM work WHERE batch IS NOT NULL AND state='pending'"
        found = connection.exec_driver_sql(query).all()
    batches: dict[str, list[Any]] = {}
    for row in found:
        batches.setdefault(row.batch, []).append(row)
    rows = [_batch(name, members, hidden) for name, members in batches.items()]
    return sorted(rows, key=lambda row: (-row.claimed_at, row.batch))


def open_leases(store: Store) -> list[tuple[str, int]]:
    """(work, token) of everything I hold and have not decided."""
    hidden = _decided_ids(store)
    with store.cache.connect() as connection:
        query = (
            "SELECT id, lease_token FROM work WHERE lease_token IS NOT NULL AND state='pending'"
            " ORDER BY submitted_at, id"
        )
        return [(id, token) for id, token in connection.exec_driver_sql(query) if id not in hidden]


def regions(store: Store) -> list[tuple[str, str]]:
    """(code, name) of the regions of my claimed works."""
    with store.cache.connect() as connection:
        query = (
            "SELECT DISTINCT work.region, coalesce(region.name, work.region) FROM work"
            " LEFT JOIN region ON region.id=work.region ORDER BY work.region"
        )
        return [(code, name) for code, name in connection.exec_driver_sql(query)]


def setting(store: Store, name: str, default: Any = None) -> Any:
    """A setting that the server sends to all desks."""
    with store.cache.connect() as connection:
        text = connection.exec_driver_sql("SELECT value FROM setting WHERE id=?", (name,)).scalar()
    return default if text is None else orjson.loads(text)


def media(store: Store, ids: Sequence[str]) -> dict[str, MediaRow]:
    """What the cache knows about these files."""
    with store.cache.connect() as connection:
        marks = ", ".join("?" for _ in ids)
        query = f"SELECT id, state, bytes, have, sha256, etag, used_at, error FROM media WHERE id IN ({marks})"  # noqa: S608
        return {row.id: MediaRow(*row) for row in connection.exec_driver_sql(query, tuple(ids))}


def _decided_ids(store: Store) -> set[str]:
    """Works of the queue that I have decided: not answered yet, or applied and not taken out by the feed yet.

    A work that comes back to me (undone, corrected) has a newer version than the one that my decision made.
    """
    with store.cache.connect() as connection:
        found = connection.exec_driver_sql("SELECT id, version FROM work WHERE state='pending'")
        versions = {row.id: row.version for row in found}
    with store.outbox.connect() as connection:
        query = (
            "SELECT subject_id, CASE state WHEN 'applied' THEN json_extract(result, '$.version') END FROM outbox"
            " WHERE type='review.decide' AND state IN ('waiting', 'sending', 'retry', 'parked', 'applied')"
            " AND subject_id IN (SELECT value FROM json_each(?))"
        )
        made = connection.exec_driver_sql(query, (orjson.dumps(list(versions)).decode(),)).all()
    return {id for id, version in made if version is None or version >= versions[id]}


def _work(row: Any, pending: OutboxRow | None = None) -> WorkRow:
    facts = dict(zip(COLUMNS["work"], row, strict=True))
    facts["organizations"] = tuple(_json(facts["organizations"]))
    facts["problems"] = tuple(_json(facts["problems"]))
    facts["history"] = tuple(
        HistoryLine(
            line["at"], line["kind"], line.get("by", ""), line.get("round", 1), _reasons(line.get("reasons")),
            line.get("message", ""),
        )
        for line in _json(facts["history"])
    )  # fmt: skip
    return WorkRow(**facts, pending=pending)


def _json(text: str | None) -> list[Any]:
    return list(orjson.loads(text)) if text else []


def _reasons(items: list[dict[str, Any]] | None) -> tuple[ReasonLine, ...]:
    return tuple(ReasonLine(item["code"], item.get("at_ms")) for item in items or [])


def _decided_here(row: OutboxRow) -> DecidedRow:
    facts, args = row.facts, row.args
    return DecidedRow(
        row.id, row.subject_id, facts.get("number", ""), facts.get("title", ""), facts.get("region", ""),
        facts.get("poster_id"), args["verdict"], _reasons(args.get("reasons")), args.get("note", ""),
        args.get("message", ""), row.created_at, _DELIVERY[row.state], row.code, row.settled_at,
    )  # fmt: skip


def _decided_there(row: Any) -> DecidedRow:
    delivery: Delivery = {"applied": "confirmed", "undone": "undone"}.get(row.status, "conflict")  # type: ignore[assignment]
    return DecidedRow(
        row.id, row.work_id, row.work_number, row.work_title, row.region, None, row.verdict,
        _reasons(_json(row.reasons)), row.note or "", row.message or "", row.decided_at, delivery, None,
        row.received_at,
    )  # fmt: skip


def _undone(row: DecidedRow) -> DecidedRow:
    return DecidedRow(**{name: getattr(row, name) for name in row.__slots__} | {"delivery": "undone"})


def _side(text: str) -> Side:
    facts = orjson.loads(text)
    return Side(
        facts["by"], facts["at"], facts["verdict"], _reasons(facts.get("reasons")), facts.get("message", ""),
        facts.get("note", ""),
    )  # fmt: skip


def _batch(name: str, members: list[Any], hidden: set[str]) -> BatchRow:
    expiries = [row.lease_expires_at for row in members if row.id not in hidden and row.lease_expires_at]
    return BatchRow(
        name, min(row.claimed_at or 0 for row in members), len(members), sum(row.id in hidden for row in members),
        min(expiries, default=None),
    )  # fmt: skip
