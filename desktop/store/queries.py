"""What screens ask: the cache with the outbox applied to it. Nothing here writes."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import orjson

from desktop.store import outbox
from desktop.store.database import Row, containing
from desktop.store.decisions import count_decided, history_lines
from desktop.store.rows import (
    BatchRow,
    Counts,
    MediaRow,
    OutboxRow,
    Overview,
    QueueFilter,
    WorkRow,
)
from desktop.store.store import Store

QUEUE_ROWS: Final = 500
OUTBOX_KEPT_MS: Final = 10 * 60_000
"""How long a delivered row stays in the list of the sync centre."""
_WORK: Final = ", ".join(WorkRow._fields[:-1])
_ORGANIZATIONS, _PROBLEMS, _HISTORY = map(WorkRow._fields.index, ("organizations", "problems", "history"))
_ORDER: Final = {
    "oldest": "submitted_at, id",
    "newest": "submitted_at DESC, id",
    "shortest": "duration_ms IS NULL, duration_ms, id",
    "longest": "duration_ms DESC, id",
    "expiry": "lease_expires_at IS NULL, lease_expires_at, submitted_at, id",
}


def queue(store: Store, filter: QueueFilter = QueueFilter(), limit: int = QUEUE_ROWS) -> list[WorkRow]:  # noqa: B008
    """Claimed works that I have not decided, filtered and sorted."""
    hidden = _claims(store).decided
    where, values = ["state='pending'"], list[Any]()
    for column, value in (("region", filter.region), ("theme", filter.theme)):
        if value:
            where.append(f"{column}=?")
            values.append(value)
    if filter.text.strip():
        pattern = containing(filter.text.strip())
        where.append("(title LIKE ? ESCAPE '\\' OR number LIKE ? ESCAPE '\\' OR organizations LIKE ? ESCAPE '\\')")
        values += [pattern] * 3
    query = f"SELECT {_WORK} FROM work WHERE {' AND '.join(where)} ORDER BY {_ORDER[filter.sort]} LIMIT ?"  # noqa: S608
    rows = store.cache.rows(query, (*values, limit + len(hidden)))
    return [_work(row) for row in rows if row[0] not in hidden][:limit]


def work(store: Store, id: str) -> WorkRow | None:
    """One work of the cache, with my unsettled decision about it."""
    row = store.cache.first(f"SELECT {_WORK} FROM work WHERE id=?", (id,))  # noqa: S608
    if row is None:
        return None
    mine = outbox.unsettled(store, "review.decide", id)
    return _work(row, mine[-1] if mine else None)


def overview(store: Store) -> Overview:
    """Counts, batches and open leases together, which is cheaper than one by one."""
    claims = _claims(store)
    return Overview(_counts(store, claims), _batches(claims), claims.open)


def files_of_unanswered(store: Store) -> set[str]:
    """Videos and posters of works whose decision the server has not answered yet: it may still be taken back."""
    waiting = (work(store, id) for id in outbox.undelivered(store, "work"))
    return {id for one in waiting if one is not None for id in (one.media_id, one.poster_id) if id}


def counts(store: Store) -> Counts:
    """Numbers for rail and status bar. `pending` counts all claimed works, whatever the filter."""
    return _counts(store, _claims(store))


def leases(store: Store) -> list[BatchRow]:
    """Claimed batches that still have works, newest first."""
    return _batches(_claims(store))


def open_leases(store: Store) -> list[tuple[str, int]]:
    """(work, token) of everything I hold and have not decided."""
    return _claims(store).open


def outbox_rows(store: Store) -> list[OutboxRow]:
    """For the sync centre: unsettled rows, and those answered in the last ten minutes."""
    rows = outbox.recent(store, store.clock.now_ms() - OUTBOX_KEPT_MS)
    return [row for row in rows if row.state != "undone"]


def regions(store: Store) -> list[tuple[str, str]]:
    """(code, name) of the regions of my claimed works."""
    query = (
        "SELECT DISTINCT work.region, coalesce(region.name, work.region) FROM work"
        " LEFT JOIN region ON region.id=work.region ORDER BY work.region"
    )
    return [(code, name) for code, name in store.cache.rows(query)]


def setting(store: Store, name: str, default: Any = None) -> Any:
    """A setting that the server sends to all desks."""
    text = store.cache.scalar("SELECT value FROM setting WHERE id=?", (name,))
    return default if text is None else orjson.loads(text)


def media(store: Store, ids: Sequence[str]) -> dict[str, MediaRow]:
    """What the cache knows about these files."""
    marks = ", ".join("?" for _ in ids)
    query = f"SELECT id, state, bytes, have, sha256, etag, used_at, error FROM media WHERE id IN ({marks})"  # noqa: S608
    return {row[0]: MediaRow(*row) for row in store.cache.rows(query, ids)}


class _Claims(NamedTuple):
    """My claimed works as (id, version, batch, claimed_at, lease_token, lease_expires_at), and those I have decided."""

    works: list[Row]
    decided: set[str]

    @property
    def open(self) -> list[tuple[str, int]]:
        """(work, token) of those that wait, oldest first."""
        return [(id, token) for id, _, _, _, token, _ in self.works if token is not None and id not in self.decided]


def _claims(store: Store) -> _Claims:
    """Decided are works of the queue that are not answered yet, or applied and not taken out by the feed yet.

    A work that comes back to me (undone, corrected) has a newer version than the one that my decision made.
    """
    columns = "id, version, batch, claimed_at, lease_token, lease_expires_at"
    works = store.cache.rows(f"SELECT {columns} FROM work WHERE state='pending' ORDER BY submitted_at, id")  # noqa: S608
    versions = {id: version for id, version, *_ in works}
    query = (
        "SELECT subject_id, CASE state WHEN 'applied' THEN json_extract(result, '$.version') END FROM outbox"
        " WHERE type='review.decide' AND +state IN ('waiting', 'sending', 'retry', 'parked', 'applied')"
        " AND subject_id IN (SELECT value FROM json_each(?))"
    )
    made = store.outbox.rows(query, (orjson.dumps(list(versions)).decode(),))
    return _Claims(works, {id for id, version in made if version is None or version >= versions[id]})


def _counts(store: Store, claims: _Claims) -> Counts:
    query = "SELECT type, state, subject_id FROM outbox WHERE state IN ('waiting', 'sending', 'retry', 'parked')"
    waiting = store.outbox.rows(query)
    answered = {subject for type, _, subject in waiting if type == "conflict.resolve"}
    conflicts = store.cache.rows("SELECT id FROM conflict WHERE state='open'")
    looks = store.cache.scalar("SELECT count(*) FROM second_look WHERE state='open'")
    return Counts(
        pending=len(claims.works) - len(claims.decided),
        decided=count_decided(store),
        outbox=len(waiting),
        conflicts=sum(id not in answered for (id,) in conflicts),
        parked=sum(state == "parked" for _, state, _ in waiting),
        second_looks=looks,
        registrations=_waiting(store, "registration"),
        memberships=_waiting(store, "membership"),
    )


def _work(row: Row, pending: OutboxRow | None = None) -> WorkRow:
    facts = [*row, pending]
    facts[_ORGANIZATIONS] = tuple(_json(facts[_ORGANIZATIONS]))
    facts[_PROBLEMS] = tuple(_json(facts[_PROBLEMS]))
    facts[_HISTORY] = history_lines(facts[_HISTORY])
    return WorkRow(*facts)


def _json(text: str | None) -> list[Any]:
    return list(orjson.loads(text)) if text else []


def _waiting(store: Store, kind: str) -> int:
    """How many subjects of a kind wait for my decision."""
    pending = store.cache.scalar(f"SELECT count(*) FROM {kind} WHERE state='pending'")  # noqa: S608
    if not pending:
        return 0
    ids = orjson.dumps(outbox.undelivered(store, kind)).decode()
    still = f"SELECT count(*) FROM {kind} WHERE state='pending' AND id IN (SELECT value FROM json_each(?))"  # noqa: S608
    return int(pending - store.cache.scalar(still, (ids,)))


def _batches(claims: _Claims) -> list[BatchRow]:
    batches: dict[str, list[Row]] = {}
    for row in claims.works:
        if row[2] is not None:
            batches.setdefault(row[2], []).append(row)
    rows = [_batch(name, members, claims.decided) for name, members in batches.items()]
    return sorted(rows, key=lambda row: (-row.claimed_at, row.batch))


def _batch(name: str, members: list[Row], decided: set[str]) -> BatchRow:
    expiries = [expires_at for id, *_, expires_at in members if expires_at and id not in decided]
    return BatchRow(
        name, min(claimed_at or 0 for _, _, _, claimed_at, _, _ in members), len(members),
        sum(row[0] in decided for row in members), min(expiries, default=None),
    )  # fmt: skip
