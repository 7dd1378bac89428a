"""Engines and sessions. Writers lock at once on SQLite, row by row on PostgreSQL (READ COMMITTED)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

from server.clock import Clock
from server.feed import number_touches
from server.settings import Settings
from server.uncounted import note_uncounted

OLDEST_SQLITE = (3, 51, 3)
"""Before it, two connections that checkpoint at once can corrupt a WAL."""
OLDEST_POSTGRESQL = 150_000
BUSY_MS = 15_000


class DatabaseError(Exception):
    """A database that this server cannot use; the text says why."""


class Database:
    """One engine and its two kinds of session: `reading` sees one snapshot, `writing` commits when its block ends."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self.on_change: list[Callable[[set[str]], None]] = []
        """Called with the buckets after each commit that moved the feed."""
        snapshot = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        reads = engine.execution_options(writes=False, **snapshot)
        self._readers = sessionmaker(reads, autoflush=False, expire_on_commit=False)
        self._writers = sessionmaker(engine, expire_on_commit=False, info={"clock": clock})
        event.listen(self._writers, "before_commit", number_touches)
        event.listen(self._writers, "before_flush", note_uncounted)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads, in one snapshot."""
        with self._readers() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits when the block ends and rolls back when it raises."""
        with self._writers() as session:
            with session.begin():
                yield session
            buckets: set[str] = session.info.get("fed", set())
        if buckets:
            for tell in self.on_change:
                tell(buckets)

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A connection in one transaction that may rebuild tables; SQLite checks foreign keys at its end.

        Raises DatabaseError, with nothing changed, when a row would refer to none.
        """
        with self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            if self.is_sqlite:
                raw.execute("PRAGMA foreign_keys=OFF")  # means nothing inside a transaction
            try:
                with connection.begin():
                    yield connection
                    if self.is_sqlite and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
                        raise DatabaseError(f"a row of {lost[0]} would refer to none of {lost[2]}")
            finally:
                if self.is_sqlite:
                    raw.execute("PRAGMA foreign_keys=ON")

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def one_at_a_time(session: Session, name: str) -> None:
    """Until the commit, nobody else passes here with the same name; SQLite's writers are alone anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


def open_database(settings: Settings, clock: Clock) -> Database:
    """The database of the settings; raises DatabaseError when its version cannot be trusted."""
    url = settings.database()
    if url.startswith("sqlite"):
        return Database(_sqlite(make_url(url).database or ":memory:", settings.sqlite_key()), clock)
    engine = create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_size=20,
        max_overflow=30,
        pool_pre_ping=True,
        hide_parameters=True,
        json_deserializer=orjson.loads,
    )
    with engine.connect() as connection:
        version = connection.exec_driver_sql("SHOW server_version_num").scalar_one()
    if int(version) < OLDEST_POSTGRESQL:
        raise DatabaseError(f"PostgreSQL {version} is too old; {OLDEST_POSTGRESQL} is needed")
    return Database(engine, clock)


def _sqlite(path: str, key: str) -> Engine:
    if sqlcipher3.dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(f"SQLite {sqlcipher3.dbapi2.sqlite_version} is too old; {OLDEST_SQLITE} is needed")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        "sqlite://",
        creator=_sqlite_connector(path, key),
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        pool_size=20,
        max_overflow=30,
        hide_parameters=True,
        json_deserializer=orjson.loads,
    )
    event.listen(engine, "begin", _begin)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    return engine


def _sqlite_connector(path: str, key: str) -> Callable[[], Any]:
    def connect() -> Any:
        connection = sqlcipher3.dbapi2.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA key=\"x'{key}'\"")
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlcipher3.dbapi2.DatabaseError as error:
            connection.close()
            raise DatabaseError(f"{path} does not open with this key: {error}") from error
        return connection

    return connect


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
