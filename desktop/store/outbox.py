"""What the person did and the server may not know yet: one row for each action, durable before anything else."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row

from contract.ids import uuid7
from contract.wire.sync import BATCH_MUTATIONS, Mutation, MutationResult
from desktop.store.durable import Event, durably
from desktop.store.rows import OutboxRow
from desktop.store.salvage import CLIENT_ID
from desktop.store.store import Store

KEEP_MS: Final = 90 * 86_400_000
"""How long answered rows stay, so that they can be pushed again to a server restored from a backup."""
PRUNE_EACH_MS: Final = 7 * 86_400_000
PARK_AFTER: Final = 5
_COLUMNS: Final = (
    "n, id, type, created_at, subject_id, args, facts, state, attempts, retry_at, code, result, settled_at"
)
_SETTLED: Final = ("applied", "conflict", "rejected")
_CLOSED_WAY: Final = ("offline", "not-our-server", "cut-body")
"""Codes of failed batches that a working connection makes worth another try."""


def append(store: Store, type: str, args: dict[str, Any], subject_facts: dict[str, Any]) -> OutboxRow:
    """Add one mutation; durable in the log and the database when this returns. Raises DiskFullError: nothing saved."""
    now = store.clock.now_ms()
    row: dict[str, Any] = {
        "id": uuid7(now, store.random_bytes),
        "type": type,
        "tv": 1,
        "created_at": now,
        "subject_id": subject_of(args),
        "args": json.dumps(args, ensure_ascii=False),
        "facts": json.dumps(subject_facts, ensure_ascii=False),
        "state": "waiting",
        "attempts": 0,
        "errors": 0,
    }

    def insert(connection: Connection) -> tuple[int, list[Event]]:
        query = f"INSERT INTO outbox ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)}) RETURNING n"  # noqa: S608
        n: int = connection.exec_driver_sql(query, tuple(row.values())).scalar_one()
        return n, [{"event": "add", "row": {"n": n, **row}}]

    n = durably(store, insert)
    return OutboxRow(n, row["id"], type, now, row["subject_id"], args, subject_facts, "waiting")


def undo(store: Store, id: str) -> bool:
    """Take a mutation back that has not been sent; False when it is being sent, has been sent, or is unknown."""
    now = store.clock.now_ms()

    def take_back(connection: Connection) -> tuple[bool, list[Event]]:
        taken = (
            "UPDATE outbox SET state='undone', settled_at=?"
            " WHERE id=? AND state IN ('waiting', 'retry', 'parked') AND attempts=0"
        )
        if connection.exec_driver_sql(taken, (now, id)).rowcount == 0:
            return False, []
        return True, [_state(id, "undone", None, None, now)]

    return durably(store, take_back)


def take_batch(store: Store, limit: int = BATCH_MUTATIONS) -> list[Mutation]:
    """The next mutations, marked as being sent, in order of `n`.

    Rows that the server could not take yet are passed over; rows of a batch that did not get through are not, so that
    nothing overtakes them.
    """
    now = store.clock.now_ms()
    rows: list[Row[Any]] = []
    with store.outbox.begin() as connection:
        for row in _line(connection):
            if (row.retry_at or 0) <= now:
                rows.append(row)
            elif not row.errors:
                break
            if len(rows) == limit:
                break
        sending = "UPDATE outbox SET state='sending', attempts=attempts+1 WHERE n=?"
        if rows:
            connection.exec_driver_sql(sending, [(row.n,) for row in rows])
    return [
        Mutation(n=row.n, id=row.id, type=row.type, tv=row.tv, created_at=row.created_at, args=json.loads(row.args))
        for row in rows
    ]


def next_retry_at(store: Store) -> int | None:
    """When `take_batch` gives something (ms): 0 for at once, None when there is nothing to send."""
    earliest: int | None = None
    with store.outbox.connect() as connection:
        for row in _line(connection):
            due = row.retry_at or 0
            earliest = due if earliest is None else min(earliest, due)
            if not row.errors:
                break
    return earliest


def settle(store: Store, results: Iterable[MutationResult]) -> None:
    """Store the server's answers. `error` answers wait for a retry; the fifth one parks the row."""
    now = store.clock.now_ms()

    def answer(connection: Connection) -> tuple[None, list[Event]]:
        events = []
        for result in results:
            status = result.first if result.status == "replayed" and result.first else result.status
            if status == "error":
                _erred(connection, result, now)
                continue
            state = "applied" if status == "replayed" else status
            text = json.dumps(result.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
            settled = (
                "UPDATE outbox SET state=?, code=?, result=?, settled_at=?, retry_at=NULL"
                " WHERE id=? AND state<>'undone'"
            )
            if connection.exec_driver_sql(settled, (state, result.code, text, now, result.id)).rowcount:
                events.append(_state(result.id, state, result.code, text, now))
        return None, events

    durably(store, answer)


def failed(store: Store, ids: Sequence[str], code: str, retry_at: int) -> None:
    """The batch did not get through: its rows, and what comes after them, wait until `retry_at` (ms)."""
    later = "UPDATE outbox SET state='retry', code=?, retry_at=? WHERE id=? AND state='sending'"
    if ids:
        with store.outbox.begin() as connection:
            connection.exec_driver_sql(later, [(code, retry_at, id) for id in ids])


def way_is_open(store: Store) -> int:
    """The server can be reached again: batches that failed on the way need not wait any longer; the number of rows."""
    marks = ", ".join("?" for _ in _CLOSED_WAY)
    now = f"UPDATE outbox SET retry_at=NULL WHERE state='retry' AND errors=0 AND code IN ({marks})"  # noqa: S608
    with store.outbox.begin() as connection:
        return connection.exec_driver_sql(now, _CLOSED_WAY).rowcount


def park(store: Store, ids: Sequence[str], code: str) -> None:
    """The server refuses these for a reason that waiting does not mend: shown, exportable, blocking nobody."""
    with store.outbox.begin() as connection:
        aside = "UPDATE outbox SET state='parked', code=?, retry_at=NULL WHERE id=? AND state IN ('sending', 'retry')"
        connection.exec_driver_sql(aside, [(code, id) for id in ids])


def release(store: Store, ids: Sequence[str]) -> None:
    """The batch was never sent: its rows wait again, as if it had not been taken."""
    back = "UPDATE outbox SET state='waiting', attempts=attempts-1 WHERE id=? AND state='sending'"
    if ids:
        with store.outbox.begin() as connection:
            connection.exec_driver_sql(back, [(id,) for id in ids])


def requeue_sending(store: Store) -> int:
    """After a crash: what was being sent is sent again under the same ids; the number of rows."""
    with store.outbox.begin() as connection:
        return connection.exec_driver_sql("UPDATE outbox SET state='waiting' WHERE state='sending'").rowcount


def requeue_settled(store: Store) -> int:
    """The server lost its memory (epoch changed): everything it had answered is pushed again; the number of rows."""

    def again(connection: Connection) -> tuple[int, list[Event]]:
        query = (
            "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0, settled_at=NULL"
            " WHERE state IN ('applied', 'conflict')"
        )
        return connection.exec_driver_sql(query).rowcount, [{"event": "again"}]

    return durably(store, again)


def retry_now(store: Store) -> int:
    """Failed and parked rows go out with the next push; the number of rows."""
    now = "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0 WHERE state IN ('retry', 'parked')"
    with store.outbox.begin() as connection:
        return connection.exec_driver_sql(now).rowcount


def prune(store: Store) -> int:
    """Forget answered rows after 90 days and rewrite the log to what is left, once a week; the number forgotten."""
    limit = store.clock.now_ms() - KEEP_MS
    with store.outbox.begin() as connection:
        oldest = "SELECT min(settled_at) FROM outbox WHERE state IN ('applied', 'conflict', 'rejected', 'undone')"
        if (connection.exec_driver_sql(oldest).scalar() or limit) > limit - PRUNE_EACH_MS:
            return 0
        old = "DELETE FROM outbox WHERE state IN ('applied', 'conflict', 'rejected', 'undone') AND settled_at < ?"
        gone = connection.exec_driver_sql(old, (limit,)).rowcount
    with store.outbox.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM outbox ORDER BY n").mappings().all()
        meta = connection.exec_driver_sql("SELECT name, value FROM meta").all()
    events: list[Event] = [{"event": "meta", "name": name, "value": value} for name, value in meta]
    store.journal.rewrite(events + [{"event": "add", "row": dict(row)} for row in rows])
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


def unsettled(store: Store) -> list[OutboxRow]:
    """Rows without an answer, oldest first."""
    return _rows(store, "state IN ('waiting', 'sending', 'retry', 'parked')")


def recent(store: Store, since_ms: int) -> list[OutboxRow]:
    """Unsettled rows and those answered since `since_ms`, oldest first."""
    return _rows(store, "state IN ('waiting', 'sending', 'retry', 'parked') OR settled_at >= ?", since_ms)


def answered(store: Store, limit: int) -> list[OutboxRow]:
    """The newest answered rows, newest first."""
    with store.outbox.connect() as connection:
        query = f"SELECT {_COLUMNS} FROM outbox WHERE state IN (?, ?, ?) ORDER BY settled_at DESC, n DESC LIMIT ?"  # noqa: S608
        return [_row(row) for row in connection.exec_driver_sql(query, (*_SETTLED, limit))]


def get_meta(store: Store, name: str) -> str | None:
    """A fact that must survive a rebuilt cache (client id, epoch, offline verifier …)."""
    with store.outbox.connect() as connection:
        value: str | None = connection.exec_driver_sql("SELECT value FROM meta WHERE name=?", (name,)).scalar()
        return value


def set_meta(store: Store, name: str, value: str) -> None:
    """Keep a fact, in the log too. Raises DiskFullError."""

    def keep(connection: Connection) -> tuple[None, list[Event]]:
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        return None, [{"event": "meta", "name": name, "value": value}]

    durably(store, keep)


def client_id(store: Store) -> str:
    """The id of this outbox, made at first use; `n` counts within it."""
    known = get_meta(store, CLIENT_ID)
    if known is None:
        known = uuid7(store.clock.now_ms(), store.random_bytes)
        set_meta(store, CLIENT_ID, known)
    return known


def subject_of(args: dict[str, Any]) -> str:
    """The id of what a mutation is about."""
    return str(args.get("subject_id") or args.get("conflict_id") or args.get("decision_id") or "")


def _line(connection: Connection) -> Iterator[Row[Any]]:
    """What is to be sent, in order of `n`."""
    columns = "n, id, type, tv, created_at, args, retry_at, errors"
    query = (
        f"SELECT {columns} FROM outbox WHERE state='waiting' UNION ALL "  # noqa: S608
        f"SELECT {columns} FROM outbox WHERE state='retry' ORDER BY n"
    )
    with closing(connection.exec_driver_sql(query)) as rows:
        yield from rows


def _erred(connection: Connection, result: MutationResult, now: int) -> None:
    known = connection.exec_driver_sql("SELECT errors FROM outbox WHERE id=?", (result.id,)).scalar() or 0
    state, wait_ms = ("parked", 0) if known + 1 >= PARK_AFTER else ("retry", 1_000 * 2**known)
    later = "UPDATE outbox SET state=?, code=?, errors=errors+1, retry_at=? WHERE id=? AND state='sending'"
    connection.exec_driver_sql(later, (state, result.code or "internal", now + wait_ms, result.id))


def _state(id: str, state: str, code: str | None, result: str | None, now: int) -> Event:
    return {"event": "state", "id": id, "state": state, "code": code, "result": result, "settled_at": now}


def _rows(store: Store, where: str, *values: int) -> list[OutboxRow]:
    with store.outbox.connect() as connection:
        query = f"SELECT {_COLUMNS} FROM outbox WHERE {where} ORDER BY n"  # noqa: S608
        return [_row(row) for row in connection.exec_driver_sql(query, values)]


def _row(row: Any) -> OutboxRow:
    n, id, type, created_at, subject_id, args, facts, state, attempts, retry_at, code, result, settled_at = row
    return OutboxRow(
        n, id, type, created_at, subject_id, json.loads(args), json.loads(facts), state, attempts, retry_at, code,
        json.loads(result) if result else None, settled_at,
    )  # fmt: skip
