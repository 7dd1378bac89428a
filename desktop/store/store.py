"""One person's store: two encrypted files, the log beside them, and what happened when they were opened."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Literal

from sqlcipher3.dbapi2 import DatabaseError

from contract.ids import RandomBytes
from desktop.clock import Clock
from desktop.store import keys, salvage, schema
from desktop.store.database import Database, make, migrate
from desktop.store.disk import Disk
from desktop.store.errors import DiskFullError, KeyLostError
from desktop.store.journal import Journal

BALLAST_BYTES = 1024 * 1024
"""Room kept for decisions on a disk that runs full."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the person. `kept` decisions were saved from a damaged outbox (or put aside with somebody
    else's data), `damaged` entries could not be read."""

    kind: Literal["outbox-salvaged", "cache-rebuilt", "other-person"]
    kept: int = 0
    damaged: int = 0
    aside: str = ""


@dataclass
class Store:
    """Both files, used from one thread at a time. Functions of outbox, cache and queries take it.

    `suspect`: a file seems damaged, so the next start checks every page.
    """

    folder: Path
    outbox: Database
    cache: Database
    journal: Journal
    disk: Disk
    clock: Clock
    random_bytes: RandomBytes
    notes: list[Note] = field(default_factory=list)
    suspect: Event = field(default_factory=Event)
    has_ballast: bool = False

    def close(self) -> None:
        """Close both files; the next start need not check the cache."""
        self.outbox.close()
        self.cache.close()
        if not self.suspect.is_set():
            (self.folder / "open").unlink(missing_ok=True)

    def fill_ballast(self) -> None:
        """Take room for later, when there is plenty."""
        file = self.folder / "ballast"
        self.has_ballast = file.exists()
        if not self.has_ballast and self.disk.free_bytes(self.folder) > 2 * BALLAST_BYTES:
            try:
                self.disk.append(file, b"\0" * BALLAST_BYTES)
                self.has_ballast = True
            except (DiskFullError, OSError):
                file.unlink(missing_ok=True)

    def drop_ballast(self) -> None:
        """Give the room back."""
        self.has_ballast = False
        (self.folder / "ballast").unlink(missing_ok=True)


def open_store(folder: Path, key: bytes, clock: Clock, random_bytes: RandomBytes, disk: Disk | None = None) -> Store:
    """Open or make the store of `folder`; `notes` tell what was damaged. Raises StoreError.

    A file that does not open under the right key is damaged; under another key than profile.json's it is KeyLostError.
    """
    if not keys.fits(folder, key):
        raise KeyLostError("not this folder's key")
    disk = disk or Disk()
    folder.mkdir(parents=True, exist_ok=True)
    opening = _Opening(folder, key, clock, Journal(folder / "outbox.log", key, disk), (folder / "open").exists())
    outbox = opening.outbox()
    try:
        cache = opening.cache()
    except BaseException:
        outbox.close()
        raise
    store = Store(folder, outbox, cache, opening.journal, disk, clock, random_bytes, opening.notes, opening.suspect)
    (folder / "open").touch()
    store.fill_ballast()
    return store


@dataclass
class _Opening:
    """Opens both files; `unclean` when they were not closed the last time."""

    folder: Path
    key: bytes
    clock: Clock
    journal: Journal
    unclean: bool
    notes: list[Note] = field(default_factory=list)
    suspect: Event = field(default_factory=Event)

    def outbox(self) -> Database:
        """The outbox, every page checked; mended from the log where it is damaged, missing or (after a crash) short."""
        file = self.folder / "outbox.db"
        existed = file.exists() and file.stat().st_size > 0
        database = self._open(file, "FULL")
        aside = None
        if existed and not _usable(database, thoroughly=True):
            aside = self._set_aside(database, file)
            database = self._open(file, "FULL")
        try:
            migrate(database, schema.OUTBOX)
            if aside or not existed:
                kept = salvage.recover(database, aside, self.key, self.journal)
            else:
                kept = salvage.reconcile(database, self.journal) if self.unclean else 0
        except BaseException:
            database.close()
            raise
        if aside or kept:
            log.error("outbox %s, %d rows taken from the log", "damaged" if aside else "missing or short", kept)
            self.notes.append(Note("outbox-salvaged", kept, self.journal.damaged, aside.name if aside else ""))
        return database

    def cache(self) -> Database:
        """The cache; begun anew when it is damaged or was made by a desk with other columns."""
        file = self.folder / "cache.db"
        database = self._open(file, "NORMAL")
        if file.exists() and not _usable(database, self.unclean):
            aside = self._set_aside(database, file)
            self.notes.append(Note("cache-rebuilt", aside=aside.name))
            database = self._open(file, "NORMAL")
        if not make(database, schema.CACHE, schema.CACHE_VERSION):
            database.close()
            file.unlink()
            make(database, schema.CACHE, schema.CACHE_VERSION)
        return database

    def _open(self, file: Path, synchronous: Literal["FULL", "NORMAL"]) -> Database:
        return Database(file, self.key, synchronous, self.suspect.set)

    def _set_aside(self, database: Database, file: Path) -> Path:
        database.close()
        self.suspect.clear()
        aside = salvage.set_aside(file, self.clock.now_ms())
        log.error("%s damaged, kept as %s", file.stem, aside.name)
        return aside


def _usable(database: Database, thoroughly: bool) -> bool:
    """Whether the file opens; after a crash also whether every page is whole."""
    try:
        database.scalar("SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'outbox', 'work')")
        if database.scalar("PRAGMA user_version"):
            database.scalar("SELECT count(*) FROM meta")
    except DatabaseError:
        return False
    return database.is_whole() if thoroughly else True
