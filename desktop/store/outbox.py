"""What the person did and the server may not know yet: one row for each action, durable before anything else."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

from contract.ids import uuid7
from contract.wire.sync import BATCH_MUTATIONS, Mutation, MutationResult
from desktop.store.errors import DiskFullError
from desktop.store.rows import OutboxRow
from desktop.store.store import Store

KEEP_MS: Final = 90 * 86_400_000
"""How long answered rows stay, so that they can be pushed again to a server restored from a backup."""
PARK_AFTER: Final = 5
_COLUMNS: Final = (
    "n, id, type, created_at, subject_id, args, facts, state, attempts, retry_at, code, result, settled_at"
)
_SETTLED: Final = ("applied", "conflict", "rejected")


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
    try:
        n = _append(store, row)
    except (OSError, DatabaseError) as error:
        if not _is_full(error):
            raise
        if not store.has_ballast:
            raise DiskFullError("the decision was not saved") from error
        store.drop_ballast()
        try:
            n = _append(store, row)
        except (OSError, DatabaseError) as again:
            raise DiskFullError("the decision was not saved") from again
    return OutboxRow(n, row["id"], type, now, row["subject_id"], args, subject_facts, "waiting")


def undo(store: Store, id: str) -> bool:
    """Take a mutation back that has not been sent; False when it is being sent, has been sent, or is unknown."""
    with store.outbox.begin() as connection:
        taken = "UPDATE outbox SET state='undone' WHERE id=? AND state IN ('waiting', 'retry', 'parked') AND attempts=0"
        if connection.exec_driver_sql(taken, (id,)).rowcount == 0:
            return False
        _log_state(store, id, "undone", None, None, store.clock.now_ms())
    return True


def take_batch(store: Store, limit: int = BATCH_MUTATIONS) -> list[Mutation]:
    """The next mutations in order of `n`, marked as being sent; those waiting for a later retry are passed over."""
    now = store.clock.now_ms()
    with store.outbox.begin() as connection:
        due = (
            "SELECT n, id, type, tv, created_at, args FROM outbox"
            " WHERE state='waiting' OR (state='retry' AND (retry_at IS NULL OR retry_at<=?)) ORDER BY n LIMIT ?"
        )
        rows = connection.exec_driver_sql(due, (now, limit)).all()
        marks = [(row.n,) for row in rows]
        if marks:
            connection.exec_driver_sql("UPDATE outbox SET state='sending', attempts=attempts+1 WHERE n=?", marks)
    return [
        Mutation(n=row.n, id=row.id, type=row.type, tv=row.tv, created_at=row.created_at, args=json.loads(row.args))
        for row in rows
    ]


def settle(store: Store, results: Iterable[MutationResult]) -> None:
    """Store the server's answers. `error` answers wait for a retry; the fifth one parks the row."""
    now = store.clock.now_ms()
    with store.outbox.begin() as connection:
        for result in results:
            status = result.first if result.status == "replayed" and result.first else result.status
            if status == "error":
                _erred(connection, result, now)
                continue
            state = "applied" if status == "replayed" else status
            facts = result.model_dump(mode="json", exclude_none=True)
            settled = (
                "UPDATE outbox SET state=?, code=?, result=?, settled_at=?, retry_at=NULL"
                " WHERE id=? AND state<>'undone'"
            )
            text = json.dumps(facts, ensure_ascii=False)
            if connection.exec_driver_sql(settled, (state, result.code, text, now, result.id)).rowcount:
                _log_state(store, result.id, state, result.code, text, now)


def failed(store: Store, ids: Sequence[str], code: str, retry_at: int) -> None:
    """The batch did not get through: its rows wait until `retry_at` (ms)."""
    later = "UPDATE outbox SET state='retry', code=?, retry_at=? WHERE id=? AND state='sending'"
    if ids:
        with store.outbox.begin() as connection:
            connection.exec_driver_sql(later, [(code, retry_at, id) for id in ids])


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
    again = "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0 WHERE state IN ('applied', 'conflict')"
    with store.outbox.begin() as connection:
        return connection.exec_driver_sql(again).rowcount


def retry_now(store: Store) -> int:
    """Failed and parked rows go out with the next push; the number of rows."""
    now = "UPDATE outbox SET state='waiting', retry_at=NULL, errors=0 WHERE state IN ('retry', 'parked')"
    with store.outbox.begin() as connection:
        return connection.exec_driver_sql(now).rowcount


def next_retry_at(store: Store) -> int | None:
    """When the earliest row is due (ms): 0 for rows that wait for nothing, None when there is nothing to send."""
    with store.outbox.connect() as connection:
        earliest = "SELECT min(coalesce(retry_at, 0)) FROM outbox WHERE state IN ('waiting', 'retry')"
        found: int | None = connection.exec_driver_sql(earliest).scalar_one()
        return found


def prune(store: Store) -> int:
    """Forget answered rows after 90 days, and rewrite the log to what is left; the number forgotten."""
    old = "DELETE FROM outbox WHERE state IN ('applied', 'conflict', 'rejected', 'undone') AND settled_at < ?"
    with store.outbox.begin() as connection:
        gone = connection.exec_driver_sql(old, (store.clock.now_ms() - KEEP_MS,)).rowcount
    if gone:
        with store.outbox.connect() as connection:
            every = connection.exec_driver_sql("SELECT * FROM outbox ORDER BY n").mappings().all()
            meta = connection.exec_driver_sql("SELECT name, value FROM meta").all()
        events = [{"event": "meta", "name": name, "value": value} for name, value in meta]
        store.journal.rewrite(events + [{"event": "add", "row": dict(row)} for row in every])
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
    """Keep a fact, in the log too."""
    store.journal.write({"event": "meta", "name": name, "value": value})
    with store.outbox.begin() as connection:
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def client_id(store: Store) -> str:
    """The id of this outbox, made at first use; `n` counts within it."""
    known = get_meta(store, "client_id")
    if known is None:
        known = uuid7(store.clock.now_ms(), store.random_bytes)
        set_meta(store, "client_id", known)
    return known


def subject_of(args: dict[str, Any]) -> str:
    """The id of what a mutation is about."""
    return str(args.get("subject_id") or args.get("conflict_id") or args.get("decision_id") or "")


def _append(store: Store, row: dict[str, Any]) -> int:
    """Number, log, commit, in this order; a log line whose commit failed is voided."""
    logged = False
    try:
        with store.outbox.begin() as connection:
            names = ", ".join(row)
            marks = ", ".join("?" for _ in row)
            insert = f"INSERT INTO outbox ({names}) VALUES ({marks}) RETURNING n"  # noqa: S608
            n: int = connection.exec_driver_sql(insert, tuple(row.values())).scalar_one()
            store.journal.write({"event": "add", "row": {"n": n, **row}})
            logged = True
    except (OSError, DatabaseError):
        if logged:
            _void(store, row["id"])
        raise
    return n


def _void(store: Store, id: str) -> None:
    """Say in the log that a line's commit failed; the ballast makes room for it when there is none."""
    try:
        store.journal.write({"event": "void", "id": id})
    except OSError:
        (store.folder / "ballast").unlink(missing_ok=True)
        store.journal.write({"event": "void", "id": id})


def _is_full(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in (27, 28, 122)  # EFBIG, ENOSPC, EDQUOT
    return isinstance(error, OperationalError) and ("full" in str(error.orig) or "disk I/O" in str(error.orig))


def _erred(connection: Connection, result: MutationResult, now: int) -> None:
    known = connection.exec_driver_sql("SELECT errors FROM outbox WHERE id=?", (result.id,)).scalar() or 0
    state, wait_ms = ("parked", 0) if known + 1 >= PARK_AFTER else ("retry", 1_000 * 2**known)
    later = "UPDATE outbox SET state=?, code=?, errors=errors+1, retry_at=? WHERE id=? AND state='sending'"
    connection.exec_driver_sql(later, (state, result.code or "internal", now + wait_ms, result.id))


def _log_state(store: Store, id: str, state: str, code: str | None, result: str | None, now: int) -> None:
    event = {"event": "state", "id": id, "state": state, "code": code, "result": result, "settled_at": now}
    store.journal.write(event)


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
