"""What can be saved of a damaged outbox: its rows one by one, then everything the log knows."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from desktop.store.engine import open_file
from desktop.store.journal import Journal

COLUMNS = (
    "n", "id", "type", "tv", "created_at", "subject_id", "args", "facts", "state", "attempts", "errors", "retry_at",
    "code", "result", "settled_at",
)  # fmt: skip
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


def recover(engine: Engine, damaged: Path | None, key: bytes, journal: Journal) -> int:
    """Fill a new outbox from a damaged one and from the log; the number of rows.

    Rows that were being sent become `waiting`: the server knows their ids and applies none twice. The highest `n` that
    anybody has seen is kept as the start of the numbering.
    """
    rows: dict[str, dict[str, Any]] = {}
    meta: dict[str, str] = {}
    if damaged is not None:
        rows = {row["id"]: row for row in _readable_rows(damaged, key)}
        meta = _readable_meta(damaged, key)
    for event in journal.read():
        _replay(rows, meta, event)
    with engine.begin() as connection:
        for row in sorted(rows.values(), key=lambda row: int(row["n"])):
            if row["state"] in ("sending", "retry"):
                row |= {"state": "waiting", "retry_at": None}
            marks = ", ".join("?" for _ in COLUMNS)
            insert = f"INSERT INTO outbox ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608
            connection.exec_driver_sql(insert, tuple(row[name] for name in COLUMNS))
        for name, value in meta.items():
            connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
    return len(rows)


def _replay(rows: dict[str, dict[str, Any]], meta: dict[str, str], event: dict[str, Any]) -> None:
    what = event["event"]
    if what == "meta":
        meta[event["name"]] = event["value"]
    elif what == "add":
        if event["row"]["id"] not in rows:
            rows[event["row"]["id"]] = dict.fromkeys(COLUMNS) | event["row"]
    elif what == "void":
        rows.pop(event["id"], None)
    elif what == "state" and event["id"] in rows:
        rows[event["id"]] |= {name: event[name] for name in ("state", "code", "result", "settled_at")}


def _readable_rows(file: Path, key: bytes) -> Iterator[dict[str, Any]]:
    engine = open_file(file, key, "FULL")
    try:
        with engine.connect() as connection:
            last = connection.exec_driver_sql("SELECT max(n) FROM outbox").scalar() or 0
            for n in range(1, last + 1):
                try:
                    found = connection.exec_driver_sql("SELECT * FROM outbox WHERE n = ?", (n,)).mappings().first()
                    if found is not None and json.loads(found["args"]) is not None:
                        yield {name: found[name] for name in COLUMNS}
                except (DatabaseError, ValueError):
                    log.warning("outbox row %d cannot be read", n)
    except DatabaseError:
        log.warning("the damaged outbox does not open")
    finally:
        engine.dispose()


def _readable_meta(file: Path, key: bytes) -> dict[str, str]:
    engine = open_file(file, key, "FULL")
    try:
        with engine.connect() as connection:
            return {row.name: row.value for row in connection.exec_driver_sql("SELECT name, value FROM meta")}
    except DatabaseError:
        return {}
    finally:
        engine.dispose()
