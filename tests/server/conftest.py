"""Each server test runs on SQLite and on PostgreSQL, with a migrated database of its own and a real server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.app import build_context
from server.context import ServerContext
from tests.helpers.postgres import PostgresServer
from tests.server.world import HandClock, World, prepare, running, settings_for


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    folder = tmp_path_factory.mktemp("template")
    prepare(f"sqlite:///{folder / 'server.db'}", folder)
    return folder / "server.db"


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite database of the test's own."""
    shutil.copy(sqlite_template, tmp_path / "server.db")
    return f"sqlite:///{tmp_path / 'server.db'}"


@pytest.fixture
def postgres_database(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database of the test's own."""
    template = postgres_server.template("server", lambda url: prepare(url, tmp_path))
    name = postgres_server.create(template)
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database; the test runs once with each."""
    url: str = request.getfixturevalue("sqlite_database" if request.param == "sqlite" else "postgres_database")
    return url


@pytest.fixture
def clock() -> HandClock:
    """The server's clock, standing at 2024-10-15 09:00 Asia/Shanghai."""
    return HandClock()


@pytest.fixture
def context(database_url: str, tmp_path: Path, clock: HandClock) -> Iterator[ServerContext]:
    """What an app is made of."""
    context = build_context(settings_for(database_url, tmp_path), clock)
    yield context
    context.database.close()


@pytest.fixture
def world(context: ServerContext, clock: HandClock) -> Iterator[World]:
    """Makes people and works; no server runs."""
    world = World(context, clock)
    yield world
    world.close()


@pytest.fixture
def server(world: World) -> Iterator[World]:
    """The same with a real server behind it: `world.url` is its address."""
    with running(world.context) as world.url:
        yield world
        world.close()
