"""One person's store: two encrypted files, the log beside them, and what happened when they were opened."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from contract.ids import RandomBytes
from desktop.clock import Clock
from desktop.store import salvage, schema
from desktop.store.disk import Disk
from desktop.store.engine import is_whole, migrate, open_file
from desktop.store.journal import Journal

BALLAST_BYTES = 1024 * 1024
"""Room kept for decisions on a disk that runs full."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the person. `kept` decisions were saved from a damaged outbox, `lost` could not be read."""

    kind: Literal["outbox-salvaged", "cache-rebuilt"]
    kept: int = 0
    damaged: int = 0
    aside: str = ""


@dataclass
class Store:
    """Both engines, used from one thread. Functions of outbox, cache and queries take it."""

    folder: Path
    outbox: Engine
    cache: Engine
    journal: Journal
    disk: Disk
    clock: Clock
    random_bytes: RandomBytes
    notes: list[Note] = field(default_factory=list)
    has_ballast: bool = False

    def close(self) -> None:
        """Close both files; the next start need not check them."""
        self.outbox.dispose()
        self.cache.dispose()
        (self.folder / "open").unlink(missing_ok=True)

    def fill_ballast(self) -> None:
        """Take room for later, when there is plenty."""
        file = self.folder / "ballast"
        self.has_ballast = file.exists()
        if not self.has_ballast and self.disk.free_bytes(self.folder) > 2 * BALLAST_BYTES:
            try:
                self.disk.append(file, b"\0" * BALLAST_BYTES)
                self.has_ballast = True
            except OSError:
                file.unlink(missing_ok=True)

    def drop_ballast(self) -> None:
        """Give the room back."""
        self.has_ballast = False
        (self.folder / "ballast").unlink(missing_ok=True)


def open_store(folder: Path, key: bytes, clock: Clock, random_bytes: RandomBytes, disk: Disk | None = None) -> Store:
    """Open or make the store of `folder`; `notes` tell what was damaged. Raises StoreError.

    The key must be right (`keys.key_for` knows), so a file that does not open is damaged, not foreign.
    """
    disk = disk or Disk()
    folder.mkdir(parents=True, exist_ok=True)
    unclean = (folder / "open").exists()
    journal = Journal(folder / "outbox.log", key, disk)
    notes: list[Note] = []
    outbox = _open_outbox(folder, key, journal, clock, unclean, notes)
    cache = _open_cache(folder, key, clock, unclean, notes)
    store = Store(folder, outbox, cache, journal, disk, clock, random_bytes, notes)
    if not unclean:
        (folder / "open").touch()
    store.fill_ballast()
    return store


def _open_outbox(folder: Path, key: bytes, journal: Journal, clock: Clock, unclean: bool, notes: list[Note]) -> Engine:
    file = folder / "outbox.db"
    existed = file.exists() and file.stat().st_size > 0
    engine = open_file(file, key, "FULL")
    if existed and not _usable(engine, unclean):
        engine.dispose()
        aside = salvage.set_aside(file, clock.now_ms())
        log.error("outbox damaged, kept as %s", aside.name)
        engine = open_file(file, key, "FULL")
        migrate(engine, schema.OUTBOX)
        kept = salvage.recover(engine, aside, key, journal)
        notes.append(Note("outbox-salvaged", kept, journal.damaged, aside.name))
        return engine
    migrate(engine, schema.OUTBOX)
    if not existed and (kept := salvage.recover(engine, None, key, journal)):
        log.error("outbox missing, %d rows taken from the log", kept)
        notes.append(Note("outbox-salvaged", kept, journal.damaged))
    return engine


def _open_cache(folder: Path, key: bytes, clock: Clock, unclean: bool, notes: list[Note]) -> Engine:
    file = folder / "cache.db"
    existed = file.exists()
    engine = open_file(file, key, "NORMAL")
    if existed and not _usable(engine, unclean):
        engine.dispose()
        aside = salvage.set_aside(file, clock.now_ms())
        log.error("cache damaged, kept as %s", aside.name)
        notes.append(Note("cache-rebuilt", aside=aside.name))
        engine = open_file(file, key, "NORMAL")
    migrate(engine, schema.CACHE)
    return engine


def _usable(engine: Engine, thoroughly: bool) -> bool:
    """Whether the file opens; after a crash also whether every page is whole."""
    try:
        with engine.connect() as connection:
            tables = "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'outbox', 'work')"
            connection.exec_driver_sql(tables).scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version:
                connection.exec_driver_sql("SELECT count(*) FROM meta").scalar_one()
    except DatabaseError:
        return False
    return is_whole(engine) if thoroughly else True
