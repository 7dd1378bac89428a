"""What can be saved of a damaged outbox: its rows one by one, then everything the log knows."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3.dbapi2 import DatabaseError

from desktop.store.database import Database
from desktop.store.journal import Journal

COLUMNS = (
    "n", "id", "type", "tv", "created_at", "subject_id", "args", "facts", "state", "attempts", "errors", "retry_at",
    "code", "result", "settled_at",
)  # fmt: skip
CLIENT_ID = "client_id"
Fields = dict[str, Any]
log = logging.getLogger(__name__)


def set_aside(file: Path, now_ms: int) -> Path:
    """Rename a damaged database with its WAL; the new path."""
    aside = file.with_name(f"{file.name}.damaged-{now_ms}")
    for suffix in ("-wal", "-shm"):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    file.replace(aside)
    return aside


def recover(database: Database, damaged: Path | None, key: bytes, journal: Journal) -> int:
    """Fill a new outbox from a damaged one and from the log; the number of rows.

    The client id is not taken over: nobody knows whether the highest `n` was saved, and a server wants each `n` of a
    client once. Rows keep their own ids, by which the server knows them.
    """
    rows: dict[str, Fields] = {}
    meta: dict[str, str] = {}
    if damaged is not None:
        rows = {row["id"]: row for row in _readable_rows(damaged, key)}
        meta = _readable_meta(damaged, key)
    _replay(rows, meta, journal)
    meta.pop(CLIENT_ID, None)
    with database.begin():
        for row in sorted(rows.values(), key=lambda row: int(row["n"])):
            _insert(database, row)
        for name, value in meta.items():
            database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
    return len(rows)


def reconcile(database: Database, journal: Journal) -> int:
    """After a crash: what only the log knows comes back (a WAL that was cut short opens without a complaint).

    The number of rows that were missing.
    """
    rows: dict[str, Fields] = {}
    _replay(rows, {}, journal)
    settle = "UPDATE outbox SET state=?, code=?, result=?, settled_at=? WHERE id=? AND settled_at IS NULL"
    missing = 0
    with database.begin():
        known = {id for (id,) in database.rows("SELECT id FROM outbox")}
        for id, row in sorted(rows.items(), key=lambda item: int(item[1]["n"])):
            if row["settled_at"] is None and id not in known:
                _insert(database, row)
                missing += 1
            elif row["settled_at"] is not None and id in known:
                values = (row["state"], row["code"], row["result"], row["settled_at"], id)
                database.execute(settle, values)
    return missing


def _insert(database: Database, row: Fields) -> None:
    """What was being sent waits: the server knows its id and applies it once. A number that is taken is not reused."""
    if row["state"] in ("sending", "retry"):
        row = row | {"state": "waiting", "retry_at": None}
    if database.first("SELECT 1 FROM outbox WHERE n=?", (row["n"],)):
        row = row | {"n": None}
    query = f"INSERT INTO outbox ({', '.join(COLUMNS)}) VALUES ({', '.join('?' for _ in COLUMNS)})"  # noqa: S608
    database.execute(query, tuple(row[name] for name in COLUMNS))


def _replay(rows: dict[str, Fields], meta: dict[str, str], journal: Journal) -> None:
    """Apply the log; what a damaged database could still say about a row's beginning is kept."""
    for event in journal.read():
        match event["event"]:
            case "meta":
                meta[event["name"]] = event["value"]
            case "add":
                rows.setdefault(event["row"]["id"], dict.fromkeys(COLUMNS) | event["row"])
            case "state" if event["id"] in rows:
                rows[event["id"]] |= {name: event[name] for name in ("state", "code", "result", "settled_at")}
            case "again":
                for row in rows.values():
                    if row["state"] in ("applied", "conflict"):
                        row |= {"state": "waiting", "settled_at": None}


def _readable_rows(file: Path, key: bytes) -> Iterator[Fields]:
    database = Database(file, key, "FULL")
    query = f"SELECT {', '.join(COLUMNS)} FROM outbox WHERE n=?"  # noqa: S608
    try:
        for n in range(1, (database.scalar("SELECT max(n) FROM outbox") or 0) + 1):
            try:
                found = database.first(query, (n,))
                if found is not None:
                    row = dict(zip(COLUMNS, found, strict=True))
                    if json.loads(row["args"]) is not None:
                        yield row
            except (DatabaseError, ValueError):
                log.warning("outbox row %d cannot be read", n)
    except DatabaseError:
        log.warning("the damaged outbox does not open")
    finally:
        database.close()


def _readable_meta(file: Path, key: bytes) -> dict[str, str]:
    database = Database(file, key, "FULL")
    try:
        return dict(database.rows("SELECT name, value FROM meta"))
    except DatabaseError:
        return {}
    finally:
        database.close()
