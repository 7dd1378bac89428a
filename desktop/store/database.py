"""One encrypted SQLite file: its connection, its transactions, and failures in the store's own words."""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import sqlcipher3.dbapi2
from sqlcipher3.dbapi2 import DatabaseError

from desktop.store.errors import DiskFullError, LibraryTooOldError, TooNewError

T = TypeVar("T")
Row = tuple[Any, ...]
OLDEST_SQLITE: Final = (3, 51, 3)
"""Before it, two connections that checkpoint at once can corrupt a WAL."""
KEY_BYTES: Final = 32
_IOERR, _FULL = 10, 13
"""SQLite's result codes when there is no room; extended ones have more above the lowest byte."""


class Database:
    """A file with one connection, opened at first use; any thread may use it, one transaction at a time.

    Everything raises DiskFullError where there is no room, else DatabaseError; then `broken` is called, because the
    file itself may be at fault.
    """

    def __init__(
        self, file: Path, key: bytes, synchronous: Literal["FULL", "NORMAL"], broken: Callable[[], None] = lambda: None
    ) -> None:
        """Nothing is read yet. Raises LibraryTooOldError."""
        if sqlcipher3.dbapi2.sqlite_version_info < OLDEST_SQLITE:
            raise LibraryTooOldError(sqlcipher3.dbapi2.sqlite_version)
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        self._file, self._key, self._synchronous, self._broken = file, key, synchronous, broken
        self._connection: Any = None
        self._lock = threading.RLock()

    @contextmanager
    def begin(self) -> Iterator["Database"]:
        """A transaction that may write: committed at the end, rolled back when anything is raised."""
        with self._lock:
            self.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself may have rolled back
                    self.execute("ROLLBACK")
                raise

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; the number of rows changed."""
        return int(self._guarded(lambda connection: connection.execute(sql, values).rowcount))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of `rows`."""
        self._guarded(lambda connection: connection.executemany(sql, rows))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        found: list[Row] = self._guarded(lambda connection: connection.execute(sql, values).fetchall())
        return found

    def each(self, sql: str, values: Sequence[Any] = ()) -> Generator[Row]:
        """Rows of a query one by one, for those who may not want all."""
        cursor = self._guarded(lambda connection: connection.execute(sql, values))
        try:
            while (row := self._guarded(lambda _connection: cursor.fetchone())) is not None:
                yield row
        finally:
            cursor.close()  # ends the statement, which might otherwise hold up a commit

    def first(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query."""
        with closing(self.each(sql, values)) as found:
            return next(found, None)

    def scalar(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row; None when there is no row."""
        row = self.first(sql, values)
        return None if row is None else row[0]

    def is_whole(self) -> bool:
        """Whether every page can be read and is what was written (the cipher checks each page's digest)."""
        try:
            return bool(self.scalar("PRAGMA quick_check(1)") == "ok")
        except DatabaseError:
            return False

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _guarded(self, work: Callable[[Any], T]) -> T:
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = self._connected()
                return work(self._connection)
            except DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in (_IOERR, _FULL):
                    raise DiskFullError("there is no room") from error
                self._broken()
                raise

    def _connected(self) -> Any:
        connection = sqlcipher3.dbapi2.connect(str(self._file), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute(f"PRAGMA key=\"x'{self._key.hex()}'\"")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
            connection.execute("PRAGMA fullfsync=ON")
        except BaseException:
            connection.close()
            raise
        return connection


def migrate(database: Database, steps: list[list[str]]) -> None:
    """Run the steps that this file has not seen; PRAGMA user_version counts them. Raises TooNewError."""
    with database.begin():
        version = database.scalar("PRAGMA user_version")
        if version > len(steps):
            raise TooNewError(f"version {version}, this desk knows {len(steps)}")
        for statements in steps[version:]:
            for statement in statements:
                database.execute(statement)
        if version < len(steps):
            database.execute(f"PRAGMA user_version={len(steps)}")


def make(database: Database, statements: list[str], version: int) -> bool:
    """Run the statements in an empty file and mark it; False when the file was made by other ones."""
    with database.begin():
        found = database.scalar("PRAGMA user_version")
        if found == 0:
            for statement in statements:
                database.execute(statement)
            database.execute(f"PRAGMA user_version={version}")
        return bool(found in (0, version))


def containing(text: str) -> str:
    """The pattern of `LIKE ? ESCAPE '\\'` for texts that contain this one."""
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
