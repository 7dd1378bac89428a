"""Boards on this computer: what weeks are sealed, and the files of boards, sealed and live."""

from typing import Final, NamedTuple

import orjson

from desktop.store import cache
from desktop.store.store import Store

TOPIC: Final = "seal"
_COLUMNS: Final = "id, week, revision, cutoff, rule, reason, sealed_at, sealed_by, digest, works, excluded, files"
_RULE: Final = 4
_NOTES: Final = "export notes"


class SealedFile(NamedTuple):
    """One board of a sealed week."""

    id: str
    kind: str
    ranked: int


class SealRow(NamedTuple):
    """A sealed week; times in ms."""

    id: str
    week: int
    revision: int
    cutoff: int
    rule: dict[str, int]
    reason: str
    sealed_at: int
    sealed_by: str
    digest: str
    works: int
    excluded: int
    files: tuple[SealedFile, ...]


class KeptFile(NamedTuple):
    """A board's file as it came; `at` (ms) is when the server was last known to have the same."""

    data: bytes
    etag: str
    at: int


def seals(store: Store) -> list[SealRow]:
    """The latest revision of each sealed week, newest week first."""
    latest: dict[int, SealRow] = {}
    for row in revisions(store):
        latest.setdefault(row.week, row)
    return list(latest.values())


def revisions(store: Store) -> list[SealRow]:
    """All, newest week and revision first."""
    rows = store.cache.rows(f"SELECT {_COLUMNS} FROM seal ORDER BY week DESC, revision DESC")  # noqa: S608
    found = []
    for *facts, files in rows:
        facts[_RULE] = orjson.loads(facts[_RULE])
        found.append(SealRow._make([*facts, tuple(SealedFile(**file) for file in orjson.loads(files))]))
    return found


def live_id(kind: str, week: int | None) -> str:
    """Under which id a live board is kept; `week` None is the whole campaign."""
    return f"live:{kind}:{week or 'all'}"


def kept(store: Store, id: str) -> KeptFile | None:
    """A board's file, if it is here."""
    row = store.cache.first("SELECT data, etag, at FROM board_file WHERE id=?", (id,))
    return KeptFile(*row) if row else None


def keep(store: Store, id: str, region: str, data: bytes, etag: str, at: int) -> None:
    """Keeps a file that was sent for `region` ("" is all); those for another one are no longer mine and go."""
    with store.cache.begin() as database:
        database.execute("DELETE FROM board_file WHERE region<>?", (region,))
        database.execute("INSERT OR REPLACE INTO board_file VALUES (?, ?, ?, ?, ?)", (id, region, etag, at, data))


def still_good(store: Store, id: str, at: int) -> None:
    """The server has the same file now."""
    with store.cache.begin() as database:
        database.execute("UPDATE board_file SET at=? WHERE id=?", (at, id))


def missing(store: Store) -> list[str]:
    """Files of sealed weeks (latest revisions, newest week first) that are not here yet."""
    here = {id for (id,) in store.cache.rows("SELECT id FROM board_file")}
    return [file.id for seal in seals(store) for file in seal.files if file.id not in here]


def tidy(store: Store) -> None:
    """Forgets files of seals that are no longer mine."""
    known = {file.id for row in revisions(store) for file in row.files}
    here = [id for (id,) in store.cache.rows("SELECT id FROM board_file")]
    gone = [(id,) for id in here if id not in known and not id.startswith("live:")]
    if gone:
        with store.cache.begin() as database:
            database.executemany("DELETE FROM board_file WHERE id=?", gone)


def export_notes(store: Store) -> list[str]:
    """What the server has not been told yet about files that were written (JSON of ExportNote), oldest first."""
    return list(orjson.loads(cache.get_meta(store, _NOTES) or "[]"))


def keep_export_note(store: Store, note: str) -> None:
    """One more."""
    cache.set_meta(store, _NOTES, orjson.dumps([*export_notes(store), note]).decode())


def drop_export_note(store: Store, note: str) -> None:
    """The server knows it."""
    notes = export_notes(store)
    notes.remove(note)
    cache.set_meta(store, _NOTES, orjson.dumps(notes).decode())
