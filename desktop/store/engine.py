"""Opens an encrypted SQLite file through SQLAlchemy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2
from sqlalchemy import Engine, ExceptionContext, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from desktop.store.errors import DiskFullError, LibraryTooOldError, TooNewError

OLDEST_SQLITE = (3, 51, 3)
"""Before it, two connections that checkpoint at once can corrupt a WAL."""
KEY_BYTES = 32
_FULL = ("database or disk is full", "disk I/O error")


def open_file(
    file: Path, key: bytes, synchronous: Literal["FULL", "NORMAL"], broken: Callable[[], None] = lambda: None
) -> Engine:
    """An engine on `file`; nothing is read yet. Raises LibraryTooOldError.

    Statements raise DiskFullError where there is no room; `broken` is called when the file itself seems to be at fault.
    """
    if sqlcipher3.dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise LibraryTooOldError(sqlcipher3.dbapi2.sqlite_version)
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")

    def connect() -> Any:
        connection = sqlcipher3.dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={synchronous}")
            connection.execute("PRAGMA fullfsync=ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def failed(context: ExceptionContext) -> None:
        error = context.original_exception
        if any(words in str(error) for words in _FULL):
            raise DiskFullError("there is no room") from error
        if isinstance(error, sqlcipher3.dbapi2.DatabaseError):
            broken()

    engine = create_engine(
        "sqlite://", creator=connect, module=sqlcipher3.dbapi2, poolclass=QueuePool, pool_size=1, max_overflow=1,
        hide_parameters=True,
    )  # fmt: skip
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(engine, "handle_error", failed)
    return engine


def is_whole(engine: Engine) -> bool:
    """Whether every page can be read and is what was written (the cipher checks each page's digest)."""
    try:
        with engine.connect() as connection:
            return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")
    except DatabaseError:
        return False


def migrate(engine: Engine, steps: list[list[str]]) -> None:
    """Run the steps that this file has not seen; PRAGMA user_version counts them. Raises TooNewError."""
    with engine.begin() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > len(steps):
            raise TooNewError(f"version {version}, this desk knows {len(steps)}")
        for statements in steps[version:]:
            for statement in statements:
                connection.exec_driver_sql(statement)
        if version < len(steps):
            connection.exec_driver_sql(f"PRAGMA user_version={len(steps)}")


def make(engine: Engine, statements: list[str], version: int) -> bool:
    """Run the statements in an empty file and mark it; False when the file was made by other ones."""
    with engine.begin() as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if found == 0:
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
        return bool(found in (0, version))
