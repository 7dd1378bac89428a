"""Transactions, and what the store needs to be there: it opens before the heavy libraries of the desk are loaded."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError, IntegrityError

from desktop.store import Store, outbox, schema
from desktop.store.database import Database, migrate
from tests.desktop.store.conftest import KEY, decide_args, fill, work_id

HEAVY = ("argon2", "contract.wire", "cryptography", "keyring", "pydantic", "requests", "sqlalchemy")
LOOK = """
import os, sys
from pathlib import Path
from desktop.clock import SystemClock
from desktop.store import decisions, open_store, outbox, queries
store = open_store(Path(sys.argv[1]), bytes(range(32)), SystemClock(), os.urandom)
assert [work.title for work in queries.queue(store)] == ["作品 2"], queries.queue(store)
assert queries.overview(store).counts.decided == len(decisions.decided(store)) == 1
assert outbox.take_batch(store)
store.close()
print([name for name in sys.argv[2:] if name in sys.modules])
"""
INSERT = "INSERT INTO meta VALUES (?, ?)"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """A file with a table."""
    made = Database(tmp_path / "some.db", KEY, "FULL")
    migrate(made, schema.OUTBOX)
    return made


def names(database: Database) -> list[str]:
    """What is kept, read by another connection."""
    other = Database(database._file, KEY, "FULL")
    try:
        return [name for (name,) in other.rows("SELECT name FROM meta ORDER BY name")]
    finally:
        other.close()


def insert_and_fail_at_odd(database: Database, name: str, number: int) -> None:
    """One transaction."""
    with database.begin():
        database.execute(INSERT, (name, "1"))
        if number % 2:
            raise KeyError(name)


def test_a_store_opens_and_answers_without_the_heavy_libraries(opened: Callable[..., Store], folder: Path) -> None:
    store = opened()
    fill(store, 2)
    outbox.append(store, "review.decide", decide_args(1), {})
    store.close()
    run = [sys.executable, "-c", LOOK, str(folder), *HEAVY]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    with database.begin():
        database.execute(INSERT, ("one", "1"))
        assert names(database) == []
    assert names(database) == ["one"]
    with pytest.raises(KeyError):
        insert_and_fail_at_odd(database, "two", 1)
    with pytest.raises(IntegrityError), database.begin():
        database.executemany(INSERT, [("three", "3"), ("one", "again")])
    with database.begin():
        database.execute(INSERT, ("four", "4"))
    assert names(database) == ["four", "one"]
    database.close()


def test_a_query_that_was_not_read_to_its_end_does_not_hold_up_a_commit(database: Database) -> None:
    with database.begin():
        added = "INSERT INTO meta VALUES ('a', '1'), ('b', '2'), ('c', '3') RETURNING name"
        assert database.first(added) == ("a",)
        for (name,) in database.each("SELECT name FROM meta ORDER BY name"):
            assert name == "a"
            break
    assert names(database) == ["a", "b", "c"]
    assert database.scalar("SELECT name FROM meta WHERE name='d'") is None
    database.close()


def test_threads_do_not_get_into_each_others_transaction(database: Database) -> None:
    """A decision that another thread takes back with its own trouble would be lost."""

    def write(thread: int) -> None:
        for number in range(100):
            with contextlib.suppress(KeyError):
                insert_and_fail_at_odd(database, f"{thread}-{number:02}", number)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    assert names(database) == [f"{thread}-{number:02}" for thread in range(4) for number in range(0, 100, 2)]
    database.close()


def test_errors_of_the_file_are_told(tmp_path: Path) -> None:
    broken = list[bool]()
    database = Database(tmp_path / "x.db", KEY, "FULL", lambda: broken.append(True))
    (tmp_path / "x.db").write_bytes(os.urandom(8192))
    with pytest.raises(DatabaseError):
        database.scalar("SELECT count(*) FROM sqlite_master")
    assert broken == [True]
    database.close()


def test_the_file_is_written_as_safely_as_asked(tmp_path: Path) -> None:
    for name, synchronous, number in (("a", "FULL", 2), ("b", "NORMAL", 1)):
        database = Database(tmp_path / name, KEY, synchronous)  # type: ignore[arg-type]
        found = [database.scalar(f"PRAGMA {what}") for what in ("journal_mode", "synchronous", "fullfsync")]
        assert found == ["wal", number, 1]
        database.close()


def test_an_outbox_of_an_earlier_desk_gets_the_new_steps(opened: Callable[..., Store], folder: Path) -> None:
    folder.mkdir()
    database = Database(folder / "outbox.db", KEY, "FULL")
    migrate(database, schema.OUTBOX[:1])
    row = (1, work_id(9), "review.decide", 1, 0, work_id(1), "{}", "{}", "waiting")
    with database.begin():
        database.execute(
            "INSERT INTO outbox (n, id, type, tv, created_at, subject_id, args, facts, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    database.close()
    store = opened()
    assert store.outbox.scalar("PRAGMA user_version") == len(schema.OUTBOX)
    assert store.outbox.rows("SELECT id FROM outbox") == [(work_id(9),)]
