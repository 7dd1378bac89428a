"""Many mutations at once: one entry of the log and one transaction for a portion of a batch."""

import json
from collections.abc import Sequence
from typing import Any

from contract.ids import uuid7
from desktop.store.database import Database
from desktop.store.durable import Event, durably
from desktop.store.rows import OutboxRow
from desktop.store.store import Store

Made = tuple[dict[str, Any], dict[str, Any]]
"""The arguments of a mutation, and what is known of its subject without the cache."""


def append_many(store: Store, type: str, made: Sequence[Made]) -> list[OutboxRow]:
    """Add mutations in this order; all of them are durable when this returns. Raises DiskFullError: none is saved."""
    now = store.clock.now_ms()
    rows = [_row(store, type, now, args, facts) for args, facts in made]

    def insert(database: Database) -> tuple[list[int], list[Event]]:
        numbers = [_insert(database, row) for row in rows]
        return numbers, [{"event": "add", "row": {"n": n, **row}} for n, row in zip(numbers, rows, strict=True)]

    numbers = durably(store, insert)
    return [
        OutboxRow(n, row["id"], type, now, row["subject_id"], args, facts, "waiting")
        for n, row, (args, facts) in zip(numbers, rows, made, strict=True)
    ]


def undo_many(store: Store, ids: Sequence[str]) -> list[str]:
    """Take mutations back that have not been sent; the ids of those that could be."""
    now = store.clock.now_ms()

    def take_back(database: Database) -> tuple[list[str], list[Event]]:
        query = (
            "UPDATE outbox SET state='undone', settled_at=?"
            " WHERE id=? AND state IN ('waiting', 'retry', 'parked') AND attempts=0"
        )
        taken = [id for id in ids if database.execute(query, (now, id))]
        return taken, [
            {"event": "state", "id": id, "state": "undone", "code": None, "result": None, "settled_at": now}
            for id in taken
        ]

    return durably(store, take_back)


def _row(store: Store, type: str, now: int, args: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": uuid7(now, store.random_bytes),
        "type": type,
        "tv": 1,
        "created_at": now,
        "subject_id": str(args.get("subject_id") or args.get("conflict_id") or args.get("decision_id") or ""),
        "args": json.dumps(args, ensure_ascii=False),
        "facts": json.dumps(facts, ensure_ascii=False),
        "state": "waiting",
        "attempts": 0,
        "errors": 0,
    }


def _insert(database: Database, row: dict[str, Any]) -> int:
    query = f"INSERT INTO outbox ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)}) RETURNING n"  # noqa: S608
    n: int = database.scalar(query, tuple(row.values()))
    return n
