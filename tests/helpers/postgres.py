"""A throw-away PostgreSQL, started when a test first asks for it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from tests.helpers.lasting import lasting

START = """
cleanup() { "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || :; rm -rf "$dir"/*; }
trap cleanup EXIT
"$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
options="-k $dir -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
options="$options -c max_connections=200 -c shared_buffers=64MB"
"$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -o "$options" start >/dev/null || { cat "$dir/log" >&2; exit 1; }
echo ready
cat >/dev/null
"""


class PostgresServer:
    """Makes and drops databases of one running cluster, reached by a socket in a private folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = (f"test_{number}" for number in count(1))
        self._templates: dict[str, str] = {}

    def url(self, database: str) -> str:
        """`postgresql://…`, for libpq as for SQLAlchemy."""
        return f"postgresql://postgres@/{database}?host={quote(str(self._folder), safe='')}"

    def create(self, template: str = "template0") -> str:
        """The name of a new database, a copy of `template`."""
        name = next(self._names)
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def copy(self, database: str) -> str:
        """The name of a new database with all that `database` holds; it may be in use meanwhile."""
        name = self.create()
        dump = [_programs() / "pg_dump", self.url(database)]
        load = [_programs() / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, self.url(name)]
        subprocess.run(load, input=subprocess.run(dump, check=True, capture_output=True).stdout, check=True)
        return name

    def drop(self, database: str) -> None:
        """Drops it, whoever is still connected."""
        self._execute("DROP DATABASE {} WITH (FORCE)", database)

    def template(self, key: str, prepare: Callable[[str], object]) -> str:
        """The name of a database that `prepare(url)` has filled, once per `key`; pass it to `create`."""
        if key not in self._templates:
            name = self.create()
            prepare(self.url(name))
            self._templates[key] = name
        return self._templates[key]

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _programs() -> Path:
    """The folder of the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found or on_path:
        return (found[-1] if found else Path(str(on_path)).resolve()).parent
    raise FileNotFoundError("PostgreSQL's initdb: scripts/setup test installs it")


@contextmanager
def cluster() -> Iterator[PostgresServer]:
    """While the block runs; PostgreSQL refuses root, so then it runs as the system's `postgres`."""
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="yjs-pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        with lasting(START, user=user, env={**os.environ, "bin": str(_programs()), "dir": folder}):
            yield PostgresServer(Path(folder))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The cluster of all tests."""
    with cluster() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty database of the test's own."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)
