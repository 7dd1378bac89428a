"""Eight writers and a poller on PostgreSQL: a serial or a timestamp as cursor loses rows, the counter none."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest
from sqlalchemy import text

from contract.roles import Role
from server.app import build_context
from server.context import ServerContext
from server.feed import REFERENCE, touch
from server.models import Setting
from server.services.sync_pull import pull
from server.services.tokens import StaffPerson
from tests.server.world import HandClock, settings_for

WRITERS = 8
EACH = 120
NAIVE = """
CREATE TABLE naive (serial BIGINT GENERATED ALWAYS AS IDENTITY, at TIMESTAMPTZ DEFAULT clock_timestamp(), name TEXT)
"""


@pytest.fixture
def postgres_context(postgres_database: str, tmp_path: Path) -> Iterator[ServerContext]:
    """A context on PostgreSQL."""
    context = build_context(settings_for(postgres_database, tmp_path), HandClock())
    yield context
    context.database.close()


class Poller:
    """Reads the same changes by three cursors until it is told that there will be no more."""

    def __init__(self, context: ServerContext) -> None:
        self._context = context
        self._person = StaffPerson("nobody", "", "", "", Role.UNION_STAFF, None, None, "")
        self._cursor = ""
        self._last: dict[str, object] = {"serial": 0, "at": "-infinity"}
        self.seen: dict[str, set[str]] = {"serial": set(), "at": set(), "counter": set()}
        self.reads = 0

    def run(self, done: threading.Event) -> None:
        """Poll; the last look comes after the end."""
        last = False
        while not last:
            last = done.is_set()
            self._look()
            self.reads += 1

    def _look(self) -> None:
        with self._context.database.reading() as session:
            page = orjson.loads(pull(session, self._context, self._person, self._cursor, 2_000).body)
        self._cursor = page["cursor"]
        self.seen["counter"] |= {op[3][0] for op in page["ops"] if op[2] == "setting"}
        with self._context.database.engine.connect() as connection:
            for column, last in self._last.items():
                query = text(f"SELECT {column}, name FROM naive WHERE {column} > :last ORDER BY {column}")
                for position, name in connection.execute(query, {"last": last}):
                    self._last[column] = position
                    self.seen[column].add(name)


def test_only_the_counter_loses_nothing(postgres_context: ServerContext) -> None:
    """The naive cursors are the positive control: they must be seen to lose rows under the very same load."""
    context = postgres_context
    with context.database.engine.begin() as connection:
        connection.execute(text(NAIVE))

    def write(writer: int) -> None:
        pauses = random.Random(writer)
        for number in range(EACH):
            name = f"{writer}-{number}"
            with context.database.writing() as session:
                session.execute(text("INSERT INTO naive (name) VALUES (:name)"), {"name": name})
                session.add(Setting(id=name, value={}))
                touch(session, REFERENCE, "setting", name)
                session.flush()
                session.execute(text("SELECT pg_sleep(:pause)"), {"pause": pauses.uniform(0, 0.004)})

    poller = Poller(context)
    done = threading.Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        polling = pool.submit(poller.run, done)
        try:
            list(pool.map(write, range(WRITERS)))
        finally:
            done.set()
        polling.result()
    written = {f"{writer}-{number}" for writer in range(WRITERS) for number in range(EACH)}
    lost = {cursor: len(written - seen) for cursor, seen in poller.seen.items()}
    print(f"lost of {len(written)} rows in {poller.reads} polls: {lost}")
    assert lost["counter"] == 0
    assert lost["serial"] > 0
    assert lost["at"] > 0
