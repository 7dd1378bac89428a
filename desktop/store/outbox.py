"""What the person did and the server may not know yet: one row for each action, durable before anything else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contract.columns import BATCH_MUTATIONS
from contract.ids import uuid7
from desktop.store.appending import append_many, undo_many
from desktop.store.database import Database, Row
from desktop.store.durable import Event, durably
from desktop.store.rows import OutboxRow
from desktop.store.salvage import CLIENT_ID, COLUMNS
from desktop.store.store import Store

if TYPE_CHECKING:
    from contract.wire.sync import MutationResult

KEEP_MS: Final = 90 * 86_400_000
"""How long answered rows stay, so that they can be pushed again to a server restored from a backup."""
PRUNE_EACH_MS: Final = 7 * 86_400_000
PARK_AFTER: Final = 5
_COLUMNS: Final = (
    "n, id, type, created_at, subject_id, args, facts, state, attempts, retry_at, code, result, settled_at, tv"
)
NEWEST_ANSWERED: Final = (
    "FROM outbox WHERE settled_at>0 AND +state IN ('applied', 'conflict', 'rejected')"
    " ORDER BY settled_at DESC, n DESC LIMIT ?"
)
"""`+` keeps SQLite from the index on states, by which it would have to sort them all."""
_CLOSED_WAY: Final = ("offline", "not-our-server", "cut-body")
"""Codes of failed batches that a working connection makes worth another try."""


def append(store: Store, type: str, args: dict[str, Any], subject_facts: dict[str, Any]) -> OutboxRow:
    """Add one mutation; durable in the log and the database when this returns. Raises DiskFullError: nothing saved."""
    return append_many(store, type, [(args, subject_facts)])[0]


def undo(store: Store, id: str) -> bool:
    """Take a mutation back that has not been sent; False when it is being sent, has been sent, or is unknown."""
    return undo_many(store, [id]) == [id]


def take_batch(store: Store, limit: int = BATCH_MUTATIONS) -> list[OutboxRow]:
    """The next mutations, marked as being sent, in order of `n`.

    Rows that the server could not take yet are passed over; rows of a batch that did not get through are not, so that
    nothing overtakes them.
    """
    now = store.clock.now_ms()
    due: list[int] = []
    with store.outbox.begin() as database:
        for n, retry_at, errors in _line(database):
            if (retry_at or 0) <= now:
                due.append(n)
            elif not errors:
                break
            if len(due) == limit:
                break
        database.executemany("UPDATE outbox SET state='sending', attempts=attempts+1 WHERE n=?", [(n,) for n in due])
        return _rows(database, "n IN (SELECT value FROM json_each(?))", json.dumps(due)) if due else []


def next_retry_at(store: Store) -> int | None:
    """When `take_batch` gives something (ms): 0 for at once, None when there is nothing to send."""
    earliest: int | None = None
    for _n, retry_at, errors in _line(store.outbox):
        due = retry_at or 0
        earliest = due if earliest is None else min(earliest, due)
        if not errors:
            break
    return earliest


def settle(store: Store, results: Iterable[MutationResult]) -> None:
    """Store the server's answers. `error` answers wait for a retry; the fifth one parks the row."""
    now = store.clock.now_ms()

    def answer(database: Database) -> tuple[None, list[Event]]:
        events = []
        for result in results:
            status = result.first if result.status == "replayed" and result.first else result.status
            if status == "error":
                _erred(database, result, now)
                continue
            state = "applied" if status == "replayed" else status
            text = json.dumps(result.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
            settled = (
                "UPDATE outbox SET state=?, code=?, result=?, settled_at=?, retry_at=NULL"
                " WHERE id=? AND state<>'undone'"
            )
            if database.execute(settled, (state, result.code, text, now, result.id)):
                events.append(_state(result.id, state, result.code, text, now))
        return None, events

    durably(store, answer)


def failed(store: Store, ids: Sequence[str], code: str, retry_at: int) -> None:
    """The batch did not get through: its rows, and what comes after them, wait until `retry_at` (ms)."""
    later = "UPDATE outbox SET state='retry', code=?, retry_at=? WHERE id=? AND state='sending'"
    if ids:
        with store.outbox.begin() as database:
            database.executemany(later, [(code, retry_at, id) for id in ids])


def way_is_open(store: Store) -> int:
    """The server can be reached again: batches that failed on the way need not wait any longer; the number of rows."""
    marks = ", ".join("?" for _ in _CLOSED_WAY)
    now = f"UPDATE outbox SET retry_at=NULL WHERE state='retry' AND errors=0 AND code IN ({marks})"  # noqa: S608
    with store.outbox.begin() as database:
        return database.execute(now, _CLOSED_WAY)


def park(store: Store, ids: Sequence[str], code: str) -> None:
    """The server refuses these for a reason that waiting does not mend: shown, exportable, blocking nobody."""
    with store.outbox.begin() as database:
        aside = "UPDATE outbox SET state='parked', code=?, retry_at=NULL WHERE id=? AND state IN ('sending', 'retry')"
        database.executemany(aside, [(code, id) for id in ids])


def release(store: Store, ids: Sequence[str]) -> None:
    """The batch was never sent: its rows wait again, as if it had not been taken."""
    back = "UPDATE outbox SET state='waiting', attempts=attempts-1 WHERE id=? AND state='sending'"
    if ids:
        with store.outbox.begin() as database:
            database.executemany(back, [(id,) for id in ids])


def requeue_sending(store: Store) -> int:
    """After a crash: what was being sent is sent again under the same ids; the number of rows."""
    with store.outbox.begin() as database:
        return database.execute("UPDATE outbox SET state='waiting' WHERE state='sending'")


def requeue_settled(store: Store) -> int:
    """The server lost its memory (epoch changed): everything it had answered is pushed again; the number of rows."""

    def again(database: Database) -> tuple[int, list[Event]]:
        query = (
            "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0, settled_at=NULL"
            " WHERE state IN ('applied', 'conflict')"
        )
        return database.execute(query), [{"event": "again"}]

    return durably(store, again)


def retry_now(store: Store) -> int:
    """Failed and parked rows go out with the next push; the number of rows."""
    now = "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0 WHERE state IN ('retry', 'parked')"
    with store.outbox.begin() as database:
        return database.execute(now)


def prune(store: Store) -> int:
    """Forget answered rows after 90 days and rewrite the log to what is left, once a week; the number forgotten."""
    limit = store.clock.now_ms() - KEEP_MS
    with store.outbox.begin() as database:
        oldest = "SELECT min(settled_at) FROM outbox WHERE state IN ('applied', 'conflict', 'rejected', 'undone')"
        if (database.scalar(oldest) or limit) > limit - PRUNE_EACH_MS:
            return 0
        old = "DELETE FROM outbox WHERE state IN ('applied', 'conflict', 'rejected', 'undone') AND settled_at < ?"
        gone = database.execute(old, (limit,))
    rows = store.outbox.rows(f"SELECT {', '.join(COLUMNS)} FROM outbox ORDER BY n")  # noqa: S608
    meta = store.outbox.rows("SELECT name, value FROM meta")
    events: list[Event] = [{"event": "meta", "name": name, "value": value} for name, value in meta]
    store.journal.rewrite(events + [{"event": "add", "row": dict(zip(COLUMNS, row, strict=True))} for row in rows])
    return gone


def export(store: Store, file: Path) -> int:
    """Write all unsettled mutations as JSON lines, for an administrator; the number of lines."""
    rows = unsettled(store)
    lines = [
        json.dumps({"n": row.n, "id": row.id, "type": row.type, "created_at": row.created_at, "args": row.args,
                    "facts": row.facts, "state": row.state, "code": row.code}, ensure_ascii=False)
        for row in rows
    ]  # fmt: skip
    store.disk.write(file, "".join(line + "\n" for line in lines).encode())
    return len(rows)


def unsettled(store: Store, type: str | None = None, subject_id: str | None = None) -> list[OutboxRow]:
    """Rows without an answer, oldest first; all, or those of a type or about a subject."""
    where, values = ["state IN ('waiting', 'sending', 'retry', 'parked')"], list[str]()
    for column, value in (("type", type), ("subject_id", subject_id)):
        if value is not None:
            where.append(f"{column}=?")
            values.append(value)
    return _rows(store.outbox, " AND ".join(where), *values)


def undelivered(store: Store, kind: str) -> list[str]:
    """Subjects of a kind that I have decided without an answer yet, oldest decision first."""
    made = (
        "SELECT subject_id FROM outbox WHERE type='review.decide' AND coalesce(json_extract(args, '$.kind'), 'work')=?"
        " AND state IN ('waiting', 'sending', 'retry', 'parked') ORDER BY n"
    )
    return [id for (id,) in store.outbox.rows(made, (kind,))]


def unsettled_about(store: Store, type: str, subjects: Sequence[str]) -> list[OutboxRow]:
    """Rows of a type without an answer about any of these subjects, oldest first."""
    about = "subject_id IN (SELECT value FROM json_each(?))"
    where = f"{about} AND +state IN ('waiting', 'sending', 'retry', 'parked') AND type=?"
    return _rows(store.outbox, where, json.dumps(list(subjects)), type)


def by_ids(store: Store, ids: Sequence[str]) -> list[OutboxRow]:
    """These rows, answered or not, in the order they were made."""
    return _rows(store.outbox, "id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))


def recent(store: Store, since_ms: int) -> list[OutboxRow]:
    """Unsettled rows and those answered since `since_ms`, oldest first."""
    return _rows(store.outbox, "state IN ('waiting', 'sending', 'retry', 'parked') OR settled_at >= ?", since_ms)


def answered(store: Store, limit: int) -> list[OutboxRow]:
    """The newest answered rows, newest first."""
    return [_row(row) for row in store.outbox.rows(f"SELECT {_COLUMNS} {NEWEST_ANSWERED}", (limit,))]


def get_meta(store: Store, name: str) -> str | None:
    """A fact that must survive a rebuilt cache (client id, epoch, offline verifier …)."""
    value: str | None = store.outbox.scalar("SELECT value FROM meta WHERE name=?", (name,))
    return value


def set_meta(store: Store, name: str, value: str) -> None:
    """Keep a fact, in the log too. Raises DiskFullError."""

    def keep(database: Database) -> tuple[None, list[Event]]:
        database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        return None, [{"event": "meta", "name": name, "value": value}]

    durably(store, keep)


def client_id(store: Store) -> str:
    """The id of this outbox, made at first use; `n` counts within it."""
    known = get_meta(store, CLIENT_ID)
    if known is None:
        known = uuid7(store.clock.now_ms(), store.random_bytes)
        set_meta(store, CLIENT_ID, known)
    return known


def _line(database: Database) -> Iterator[Row]:
    """(n, retry_at, errors) of what is to be sent, in order of `n`."""
    columns = "n, retry_at, errors"
    query = (
        f"SELECT {columns} FROM outbox WHERE state='waiting' UNION ALL "  # noqa: S608
        f"SELECT {columns} FROM outbox WHERE state='retry' ORDER BY n"
    )
    return database.each(query)


def _erred(database: Database, result: MutationResult, now: int) -> None:
    known = database.scalar("SELECT errors FROM outbox WHERE id=?", (result.id,)) or 0
    state, wait_ms = ("parked", 0) if known + 1 >= PARK_AFTER else ("retry", 1_000 * 2**known)
    later = "UPDATE outbox SET state=?, code=?, errors=errors+1, retry_at=? WHERE id=? AND state='sending'"
    database.execute(later, (state, result.code or "internal", now + wait_ms, result.id))


def _state(id: str, state: str, code: str | None, result: str | None, now: int) -> Event:
    return {"event": "state", "id": id, "state": state, "code": code, "result": result, "settled_at": now}


def _rows(database: Database, where: str, *values: Any) -> list[OutboxRow]:
    query = f"SELECT {_COLUMNS} FROM outbox WHERE {where} ORDER BY n"  # noqa: S608
    return [_row(row) for row in database.rows(query, values)]


def _row(row: Any) -> OutboxRow:
    n, id, type, created_at, subject_id, args, facts, state, attempts, retry_at, code, result, settled_at, tv = row
    return OutboxRow(
        n, id, type, created_at, subject_id, json.loads(args), json.loads(facts), state, attempts, retry_at, code,
        json.loads(result) if result else None, settled_at, tv,
    )  # fmt: skip
