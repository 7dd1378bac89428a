"""What the tables of both sides say about one person's work since a moment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2

if TYPE_CHECKING:
    from desktop.store import Store


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts of one side. `pulled` works are claimed and undecided; `ids` are those of the decisions."""

    pulled: int
    decided: int
    confirmed: int
    conflicts: int
    unsent: int = 0
    ids: tuple[str, ...] = ()

    def numbers(self) -> dict[str, int]:
        """For the report."""
        names = ("pulled", "decided", "confirmed", "conflicts", "unsent")
        return {name: getattr(self, name) for name in names}


def store_facts(store: Store, since_ms: int) -> Facts:
    """The desk's own tables; runs on the store thread."""
    mine = "SELECT id, state FROM outbox WHERE type='review.decide' AND state<>'undone' AND created_at>=?"
    rows = store.outbox.rows(mine, (since_ms,))
    unsent = store.outbox.scalar("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending', 'retry', 'parked')")
    pulled = store.cache.scalar("SELECT count(*) FROM work WHERE state='pending'")
    conflicts = store.cache.scalar("SELECT count(*) FROM conflict WHERE state='open'")
    confirmed = sum(state == "applied" for _id, state in rows)
    return Facts(pulled, len(rows), confirmed, conflicts, unsent, tuple(id for id, _state in rows))


def server_facts(data_dir: Path, person_id: str, ids: tuple[str, ...]) -> Facts:
    """The demo server's tables, read from its file."""
    connection = sqlcipher3.dbapi2.connect(str(data_dir / "server.db"))
    try:
        connection.execute(f"PRAGMA key=\"x'{(data_dir / 'database.key').read_text().strip()}'\"")
        marks = ", ".join("?" for _ in ids)

        def count(query: str, *values: str) -> int:
            return int(connection.execute(query, values).fetchone()[0])

        decided = f"SELECT count(*) FROM decision WHERE staff_id=? AND id IN ({marks})"  # noqa: S608
        return Facts(
            pulled=count("SELECT count(*) FROM work WHERE lease_holder=? AND state='pending'", person_id),
            decided=count(decided, person_id, *ids),
            confirmed=count(decided + " AND status='applied'", person_id, *ids),
            conflicts=count("SELECT count(*) FROM conflict WHERE staff_id=? AND state='open'", person_id),
        )
    finally:
        connection.close()
