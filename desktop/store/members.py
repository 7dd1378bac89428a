"""Applications to join an organization: the cache with the outbox applied, page by page. Nothing here writes."""

from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple

import orjson

from desktop.store import outbox
from desktop.store.database import Row
from desktop.store.decisions import history_lines
from desktop.store.member_search import KIND, match
from desktop.store.rows import HistoryLine, OutboxRow
from desktop.store.store import Store

PAGE_ROWS: Final = 40
FEW: Final = 200
"""Up to so many hits of a search are fetched and sorted; more are met while walking in order."""
MANY: Final = 4_000
"""Up to so many hits are looked up to count them; beyond that the whole index of states is read."""
Segment = Literal["all", "pending", "approved", "rejected"]
Sort = Literal["newest", "oldest", "name"]
_STATES: Final = ("pending", "approved", "rejected")
_ORDER: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "newest": ("DESC", ("applied_at", "id")),
    "oldest": ("ASC", ("applied_at", "id")),
    "name": ("ASC", ("initials", "applicant_name", "id")),
}


class MemberRow(NamedTuple):
    """An application; the name is in full and masked by screens. `pending` is my decision that is not confirmed yet."""

    id: str
    version: int
    state: str
    round: int
    organization_name: str
    applicant_name: str
    initials: str
    applicant_phone: str
    occupation: str
    reason: str
    applied_at: int
    decided_at: int | None
    in_roster: int
    employee_no: str
    same_names: int
    other_organizations: int
    history: tuple[HistoryLine, ...]
    pending: OutboxRow | None = None
    conflict: str | None = None
    """Id of my open conflict about it."""


class MemberFilter(NamedTuple):
    """What the table shows; `since` is the earliest application in ms."""

    segment: Segment = "all"
    text: str = ""
    since: int | None = None
    sort: Sort = "newest"


class MemberCounts(NamedTuple):
    """For the segments, under the search and the period."""

    all: int = 0
    pending: int = 0
    approved: int = 0
    rejected: int = 0


class Waiting(NamedTuple):
    """What a decision about many needs of each."""

    id: str
    version: int
    name: str


_COLUMNS: Final = ", ".join(f"m.{name}" for name in MemberRow._fields[:-2])
_FOUND: Final = "(SELECT rowid FROM member_text WHERE member_text MATCH ?)"
_HISTORY: Final = MemberRow._fields.index("history")


def page(store: Store, wanted: MemberFilter, after: MemberRow | None = None, limit: int = PAGE_ROWS) -> list[MemberRow]:
    """Rows in order, from the one after `after` on."""
    direction, keys = _ORDER[wanted.sort]
    where, values = _where(wanted)
    if after is not None:
        sign = "<" if direction == "DESC" else ">"
        marks = ", ".join("?" for _ in keys)
        where.append(f"({', '.join('m.' + key for key in keys)}) {sign} ({marks})")
        values += [getattr(after, key) for key in keys]
    query = match(wanted.text) if wanted.text.strip() else None
    if query:
        hits = "m.n IN " if _hits(store, query, FEW) <= FEW else "+m.n IN "  # `+`: walk in order, look each one up
        where.append(hits + _FOUND)
        values.append(query)
    elif wanted.text.strip():
        return []
    order = ", ".join(f"m.{key} {direction}" for key in keys)
    told = f"SELECT {_COLUMNS} FROM membership m WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?"  # noqa: S608
    return _projected(store, store.cache.rows(told, (*values, limit)))


def membership(store: Store, id: str) -> MemberRow | None:
    """One of the cache."""
    found = _projected(store, store.cache.rows(f"SELECT {_COLUMNS} FROM membership m WHERE m.id=?", (id,)))  # noqa: S608
    return found[0] if found else None


def counts(store: Store, wanted: MemberFilter) -> MemberCounts:
    """How many of each state under the search and the period; what I decided counts where the server has it."""
    where, values = _where(wanted._replace(segment="all"))
    by = ""
    if wanted.text.strip():
        query = match(wanted.text)
        if query is None:
            return MemberCounts()
        by = "INDEXED BY membership_states"  # else SQLite reads all rows by state, however few are found
        where.append(("m.n IN " if _hits(store, query, MANY) <= MANY else "+m.n IN ") + _FOUND)
        values.append(query)
    told = f"SELECT m.state, count(*) FROM membership m {by} WHERE {' AND '.join(where)} GROUP BY m.state"  # noqa: S608
    found: dict[str, int] = dict(store.cache.rows(told, values))
    return MemberCounts(sum(found.values()), *(found.get(state, 0) for state in _STATES))


def waiting(store: Store, wanted: MemberFilter) -> list[Waiting]:
    """All that wait under the filter and that I have not decided, in the order of the table."""
    direction, keys = _ORDER[wanted.sort]
    where, values = _where(wanted._replace(segment="pending"))
    if wanted.text.strip():
        query = match(wanted.text)
        if query is None:
            return []
        where.append("m.n IN " + _FOUND)
        values.append(query)
    order = ", ".join(f"m.{key} {direction}" for key in keys)
    told = f"SELECT m.id, m.version, m.applicant_name FROM membership m WHERE {' AND '.join(where)} ORDER BY {order}"  # noqa: S608
    made = set(outbox.undelivered(store, KIND))
    return [Waiting(*row) for row in store.cache.rows(told, values) if row[0] not in made]


def still_waiting(store: Store, ids: Sequence[str]) -> dict[str, int]:
    """Versions of those of these that wait, and that I have not decided."""
    marks = orjson.dumps(list(ids)).decode()
    told = "SELECT id, version FROM membership WHERE state='pending' AND id IN (SELECT value FROM json_each(?))"
    mine = {row.subject_id for row in outbox.unsettled_about(store, "review.decide", ids)}
    return {id: version for id, version in store.cache.rows(told, (marks,)) if id not in mine}


def organization(store: Store) -> str:
    """The name of the administrator's own organization; empty before the first sync."""
    return str(store.cache.scalar("SELECT name FROM organization ORDER BY id LIMIT 1") or "")


def _where(wanted: MemberFilter) -> tuple[list[str], list[Any]]:
    walk = "+" if wanted.sort == "name" else ""  # that the index on names is walked, not the one on states
    where, values = [f"{walk}m.state IN ('pending', 'approved', 'rejected')"], list[Any]()
    if wanted.segment != "all":
        where, values = [f"{walk}m.state=?"], [wanted.segment]
    if wanted.since is not None:
        where.append("m.applied_at>=?")
        values.append(wanted.since)
    return where, values


def _hits(store: Store, query: str, most: int) -> int:
    """How many entries a search finds, counted no further than one beyond `most`."""
    told = "SELECT count(*) FROM (SELECT 1 FROM member_text WHERE member_text MATCH ? LIMIT ?)"
    return int(store.cache.scalar(told, (query, most + 1)))


def _projected(store: Store, rows: Sequence[Row]) -> list[MemberRow]:
    """With my decisions that are not confirmed, and my open conflicts."""
    ids = [row[0] for row in rows]
    mine = {row.subject_id: row for row in outbox.unsettled_about(store, "review.decide", ids)}
    marks = orjson.dumps(ids).decode()
    told = "SELECT subject_id, id FROM conflict WHERE state='open' AND subject_id IN (SELECT value FROM json_each(?))"
    conflicts: dict[str, str] = dict(store.cache.rows(told, (marks,)))
    return [_member(row, mine.get(row[0]), conflicts.get(row[0])) for row in rows]


def _member(row: Row, mine: OutboxRow | None, conflict: str | None) -> MemberRow:
    facts = list(row)
    facts[_HISTORY] = history_lines(row[_HISTORY])
    return MemberRow._make([*facts, mine, conflict])
