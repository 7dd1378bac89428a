"""The cache of what the server sent: pages of changes in small steps, the cursor, mark and sweep, kept facts."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import orjson
from sqlalchemy import Connection

from contract.wire.sync import COLUMNS
from desktop.store.store import Store

STEP_ROWS: Final = 200
"""Rows written at once, so that a decision never waits long for the store's thread."""
CURSOR: Final = "cursor"
_SEEN: Final = "seen"
_SWEEPING: Final = "sweeping"
_BUCKETS: Final = "buckets"
Op = Sequence[Any]


def steps(ops: Sequence[Op], rows: int = STEP_ROWS) -> Iterator[Sequence[Op]]:
    """A page's ops in portions; an empty page is one empty portion."""
    yield from (ops[start : start + rows] for start in range(0, max(len(ops), 1), rows))


def apply(store: Store, cols: dict[str, list[str]], ops: Iterable[Op], meta: dict[str, str] | None = None) -> set[str]:
    """Write ops, and `meta` (the cursor, with the last portion of a page) in the same transaction; the kinds changed.

    Puts come before the cursor, so a crash between portions only makes some rows come twice. Kinds that this desk does
    not know are passed over.
    """
    puts: dict[str, list[tuple[Any, ...]]] = {}
    removed: dict[str, list[tuple[str, str]]] = {}
    with store.cache.begin() as connection:
        seen = int(_get(connection, _SEEN) or 0)
        for op, bucket, kind, facts in ops:
            if kind not in COLUMNS:
                continue
            if op == "P":
                places, others = _places(kind, tuple(cols[kind]))
                row = [_plain(facts[place]) if place is not None else None for place in places]
                extra = orjson.dumps({name: facts[place] for name, place in others}).decode() if others else None
                # a put after a removal of the same entity in one portion must win, so order is kept by flushing
                if removed.get(kind):
                    _remove(connection, kind, removed.pop(kind))
                puts.setdefault(kind, []).append((*row, bucket, seen, extra))
            else:
                if puts.get(kind):
                    _put(connection, kind, puts.pop(kind))
                removed.setdefault(kind, []).append((facts, bucket))
        kinds = set(puts) | set(removed)
        for kind, rows in puts.items():
            _put(connection, kind, rows)
        for kind, gone in removed.items():
            _remove(connection, kind, gone)
        for name, value in (meta or {}).items():
            _set(connection, name, value)
    return kinds


def cursor(store: Store) -> str:
    """Where the next pull begins; empty at first."""
    return get_meta(store, CURSOR) or ""


def begin_sweep(store: Store) -> None:
    """The cursor is worthless: pull everything anew; what is not seen again until `end_sweep` goes."""
    with store.cache.begin() as connection:
        _set(connection, _SEEN, str(int(_get(connection, _SEEN) or 0) + 1))
        _set(connection, _SWEEPING, "1")
        _set(connection, CURSOR, "")


def end_sweep(store: Store, buckets: Sequence[str]) -> set[str]:
    """Everything has come: rows not seen since `begin_sweep` go, and all rows of buckets that are no longer mine.

    Gives the kinds that lost rows.
    """
    changed = set[str]()
    mine = orjson.dumps(sorted(buckets)).decode()
    with store.cache.begin() as connection:
        sweeping = _get(connection, _SWEEPING) == "1"
        if not sweeping and _get(connection, _BUCKETS) == mine:
            return changed
        seen = int(_get(connection, _SEEN) or 0)
        marks = ", ".join("?" for _ in buckets)
        for kind in COLUMNS:
            foreign = f'DELETE FROM "{kind}" WHERE bucket NOT IN ({marks})'  # noqa: S608
            gone = connection.exec_driver_sql(foreign, tuple(buckets)).rowcount
            if sweeping:
                unseen = f'DELETE FROM "{kind}" WHERE seen < ?'  # noqa: S608
                gone += connection.exec_driver_sql(unseen, (seen,)).rowcount
            if gone:
                changed.add(kind)
        _set(connection, _SWEEPING, "0")
        _set(connection, _BUCKETS, mine)
    return changed


def get_meta(store: Store, name: str) -> str | None:
    """A fact about the cache."""
    with store.cache.connect() as connection:
        return _get(connection, name)


def set_meta(store: Store, name: str, value: str) -> None:
    """Keep a fact about the cache."""
    with store.cache.begin() as connection:
        _set(connection, name, value)


def set_leases(store: Store, leases: Iterable[tuple[str, int, int]]) -> None:
    """Put (work, token, expiry ms) on claimed works; the feed brings the same later."""
    renew = "UPDATE work SET lease_token=?, lease_expires_at=? WHERE id=? AND coalesce(lease_token, 0) <= ?"
    rows = [(token, expires_at, work, token) for work, token, expires_at in leases]
    if rows:
        with store.cache.begin() as connection:
            connection.exec_driver_sql(renew, rows)


def drop_works(store: Store, leases: Iterable[tuple[str, int]]) -> None:
    """Works (id, token) given back or lost leave the queue at once, unless a newer lease has come; so says the feed."""
    rows = list(leases)
    if rows:
        with store.cache.begin() as connection:
            connection.exec_driver_sql("DELETE FROM work WHERE id=? AND lease_token<=?", rows)


def bucket_of_person(person_id: str) -> str:
    """The bucket in which a person's claimed works come."""
    return f"user:{person_id}"


@lru_cache(maxsize=64)
def _places(kind: str, given: tuple[str, ...]) -> tuple[list[int | None], list[tuple[str, int]]]:
    """For each of our columns its place in what came, and the columns that we do not know."""
    place = {name: index for index, name in enumerate(given)}
    others = [(name, index) for name, index in place.items() if name not in COLUMNS[kind]]
    return [place.get(name) for name in COLUMNS[kind]], others


def _plain(value: Any) -> Any:
    """JSON values become text; SQLite takes the rest as it is."""
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


@lru_cache(maxsize=64)
def _insert(kind: str) -> str:
    names = [*COLUMNS[kind], "bucket", "seen", "extra"]
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT OR REPLACE INTO "{kind}" ({columns}) VALUES ({", ".join("?" for _ in names)})'  # noqa: S608


def _put(connection: Connection, kind: str, rows: list[tuple[Any, ...]]) -> None:
    connection.exec_driver_sql(_insert(kind), rows)


def _remove(connection: Connection, kind: str, rows: list[tuple[str, str]]) -> None:
    connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id=? AND bucket=?', rows)  # noqa: S608


def _get(connection: Connection, name: str) -> str | None:
    value: str | None = connection.exec_driver_sql("SELECT value FROM meta WHERE name=?", (name,)).scalar()
    return value


def _set(connection: Connection, name: str, value: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
