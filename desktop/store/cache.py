"""The cache of what the server sent: pages of changes in small steps, the cursor, mark and sweep, kept facts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import orjson

from contract.columns import COLUMNS
from desktop.store import member_search
from desktop.store.database import Database
from desktop.store.store import Store

STEP_ROWS: Final = 200
"""Rows written at once, so that a decision never waits long for the store's thread."""
SWEEP_ROWS: Final = 1_000
CURSOR: Final = "cursor"
_DRAFT: Final = "draft "
_SEEN: Final = "seen"
_SWEEPING: Final = "sweeping"
_BUCKETS: Final = "buckets"
_KINDS: Final = tuple(COLUMNS)
_JSON: Final = {
    "organizations", "problems", "history", "reasons", "mine", "theirs", "value", "labels", "documents", "look_alikes",
    "changes", "rule", "files",
}  # fmt: skip
_SEARCHED: Final = tuple(
    map(COLUMNS["membership"].index, ("id", "applicant_name", "initials", "reason", "organization_name"))
)
Op = Sequence[Any]
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """How far a sweep has come: which one, in which kind, after which row."""

    seen: int
    kind: int
    row: int


def steps(ops: Sequence[Op], rows: int = STEP_ROWS) -> Iterator[Sequence[Op]]:
    """A page's ops in portions; an empty page is one empty portion."""
    yield from (ops[start : start + rows] for start in range(0, max(len(ops), 1), rows))


def apply(store: Store, cols: dict[str, list[str]], ops: Iterable[Op], meta: dict[str, str] | None = None) -> set[str]:
    """Write ops, and `meta` (the cursor, with the last portion of a page) in the same transaction; the kinds changed.

    Puts come before the cursor, so a crash between portions only makes some rows come twice. Kinds that this desk does
    not know are passed over. Raises ValueError for a row that does not fit `cols`: nothing is written.
    """
    kinds = set[str]()
    puts: dict[str, list[Values]] = {}
    removed: dict[str, list[Values]] = {}
    with store.cache.begin() as database:
        seen = int(_get(database, _SEEN) or 0)
        layouts = {kind: _Layout.of(kind, tuple(names)) for kind, names in cols.items() if kind in COLUMNS}
        for op, bucket, kind, facts in ops:
            if kind not in COLUMNS:
                continue
            kinds.add(kind)
            # of a put and a removal of the same entity the later one wins, so what is at hand is written first
            if op == "P":
                if kind in removed:
                    _remove(database, kind, removed.pop(kind))
                puts.setdefault(kind, []).append(layouts[kind].values(facts, bucket, seen))
            else:
                if kind in puts:
                    _put(database, kind, puts.pop(kind))
                removed.setdefault(kind, []).append((facts, bucket))
        for kind, rows in puts.items():
            _put(database, kind, rows)
        for kind, gone in removed.items():
            _remove(database, kind, gone)
        for name, value in (meta or {}).items():
            _set(database, name, value)
    return kinds


def end_of_page(store: Store, page: dict[str, Any]) -> dict[str, str]:
    """Facts to keep with the last portion of a page: the cursor and my buckets; another set of them means a sweep."""
    mine = orjson.dumps(sorted(page["buckets"])).decode()
    known = get_meta(store, _BUCKETS)
    sweep = {_SWEEPING: "1"} if known is not None and known != mine else {}
    return {CURSOR: page["cursor"], _BUCKETS: mine} | sweep


def cursor(store: Store) -> str:
    """Where the next pull begins; empty at first."""
    return get_meta(store, CURSOR) or ""


def is_empty(store: Store) -> bool:
    """Whether there are no rows of any kind."""
    return not any(store.cache.first(f'SELECT 1 FROM "{kind}"') for kind in _KINDS)  # noqa: S608


def begin_sweep(store: Store) -> None:
    """The cursor is worthless: pull everything anew; what is not seen again goes in the sweep after the last page."""
    with store.cache.begin() as database:
        _set(database, _SEEN, str(int(_get(database, _SEEN) or 0) + 1))
        _set(database, _SWEEPING, "1")
        _set(database, CURSOR, "")


def sweep_step(store: Store, place: Place | None = None) -> tuple[Place | None, str | None]:
    """After the last page, look at a portion of the rows; the next place (None: done), and the kind that lost some.

    Rows not seen since `begin_sweep` go, and all rows of buckets that are no longer mine. A new `begin_sweep` ends this
    one.
    """
    with store.cache.begin() as database:
        seen = int(_get(database, _SEEN) or 0)
        if _get(database, _SWEEPING) != "1" or (place and place.seen != seen):
            return None, None
        number, after = (place.kind, place.row) if place else (0, 0)
        if number == len(_KINDS):
            _set(database, _SWEEPING, "0")
            return None, None
        kind = _KINDS[number]
        ahead = f'SELECT max(rowid) FROM (SELECT rowid FROM "{kind}" WHERE rowid>? ORDER BY rowid LIMIT ?)'  # noqa: S608
        last = database.scalar(ahead, (after, SWEEP_ROWS))
        if last is None:
            return Place(seen, number + 1, 0), None
        gone = (
            f'DELETE FROM "{kind}" WHERE rowid>? AND rowid<=?'  # noqa: S608
            " AND (seen<? OR bucket NOT IN (SELECT value FROM json_each(?)))"
        )
        mine = _get(database, _BUCKETS) or "[]"
        count = database.execute(gone, (after, last, seen, mine))
        return Place(seen, number, last), kind if count else None


def get_meta(store: Store, name: str) -> str | None:
    """A fact about the cache."""
    return _get(store.cache, name)


def set_meta(store: Store, name: str, value: str) -> None:
    """Keep a fact about the cache."""
    with store.cache.begin() as database:
        _set(database, name, value)


def keep_draft(store: Store, work: str, text: str | None) -> None:
    """Keep what somebody has half written about a work; None forgets it."""
    with store.cache.begin() as database:
        if text is None:
            database.execute("DELETE FROM meta WHERE name=?", (_DRAFT + work,))
        else:
            _set(database, _DRAFT + work, text)


def drafts(store: Store) -> dict[str, str]:
    """What was half written, by the id of the work."""
    found = store.cache.rows("SELECT name, value FROM meta WHERE name LIKE ?", (_DRAFT + "%",))
    return {name.removeprefix(_DRAFT): value for name, value in found}


def set_leases(store: Store, leases: Iterable[tuple[str, int, int]]) -> None:
    """Put (work, token, expiry ms) on claimed works; the feed brings the same later."""
    renew = "UPDATE work SET lease_token=?, lease_expires_at=? WHERE id=? AND coalesce(lease_token, 0) <= ?"
    rows = [(token, expires_at, work, token) for work, token, expires_at in leases]
    if rows:
        with store.cache.begin() as database:
            database.executemany(renew, rows)


def drop_works(store: Store, leases: Iterable[tuple[str, int]]) -> None:
    """Works (id, token) given back or lost leave the queue at once, unless a newer lease has come; so says the feed."""
    rows = list(leases)
    if rows:
        with store.cache.begin() as database:
            database.executemany("DELETE FROM work WHERE id=? AND lease_token<=?", rows)


def bucket_of_person(person_id: str) -> str:
    """The bucket in which a person's claimed works come."""
    return f"user:{person_id}"


@dataclass(frozen=True, slots=True)
class _Layout:
    """How rows come: for each of our columns its place in what came (None: not there), and what we do not know."""

    width: int
    same: bool
    places: tuple[int | None, ...]
    json: tuple[int, ...]
    others: tuple[tuple[str, int], ...]

    @staticmethod
    @lru_cache(maxsize=64)
    def of(kind: str, given: tuple[str, ...]) -> "_Layout":
        """The layout of rows of `kind` with these columns."""
        ours = COLUMNS[kind]
        place = {name: index for index, name in enumerate(given)}
        others = tuple((name, index) for name, index in place.items() if name not in ours)
        json = tuple(index for index, name in enumerate(ours) if name in _JSON)
        return _Layout(len(given), given == ours, tuple(place.get(name) for name in ours), json, others)

    def values(self, facts: list[Any], bucket: str, seen: int) -> Values:
        """A row for the table; JSON becomes text."""
        if len(facts) != self.width:
            raise ValueError(f"a row of {len(facts)} values for {self.width} columns")
        row = list(facts) if self.same else [None if place is None else facts[place] for place in self.places]
        for place in self.json:
            if row[place] is not None:
                row[place] = orjson.dumps(row[place]).decode()
        extra = orjson.dumps({name: facts[place] for name, place in self.others}).decode() if self.others else None
        return (*row, bucket, seen, extra)


@lru_cache(maxsize=64)
def _insert(kind: str) -> str:
    names = [*COLUMNS[kind], "bucket", "seen", "extra"]
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT OR REPLACE INTO "{kind}" ({columns}) VALUES ({", ".join("?" for _ in names)})'  # noqa: S608


def _put(database: Database, kind: str, rows: list[Values]) -> None:
    if kind == member_search.KIND:
        rows = list({row[0]: row for row in rows}.values())
        member_search.forget(database, [row[0] for row in rows])
    database.executemany(_insert(kind), rows)
    if kind == member_search.KIND:
        member_search.index(database, [[row[place] for place in _SEARCHED] for row in rows])


def _remove(database: Database, kind: str, rows: list[Values]) -> None:
    if kind == member_search.KIND:
        member_search.forget(database, [row[0] for row in rows])
    database.executemany(f'DELETE FROM "{kind}" WHERE id=? AND bucket=?', rows)  # noqa: S608


def _get(database: Database, name: str) -> str | None:
    value: str | None = database.scalar("SELECT value FROM meta WHERE name=?", (name,))
    return value


def _set(database: Database, name: str, value: str) -> None:
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
