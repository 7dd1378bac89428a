"""Real pieces of the shell, closed at the end; a real server; and a desk on screen."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import SystemClock
from desktop.desk import Desk
from desktop.paths import Paths
from desktop.settings import Settings
from server.app import build_context
from tests.server.world import HandClock, World, prepare, running, settings_for

OpenDesk = Callable[[], Desk]


class DeskClock(SystemClock):
    """The server's clock, which stands until a test moves it."""

    def __init__(self, clock: HandClock) -> None:
        self.clock = clock

    def now_ms(self) -> int:
        return self.clock.now


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """Threads that must be gone after the test."""
    made = Background()
    yield made
    assert made.close(5.0)


@pytest.fixture
def changes(qtbot: QtBot) -> Changes:
    """Announcements."""
    return Changes()


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> Settings:
    """Settings in a folder of the test."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def server_folder(tmp_path: Path) -> Path:
    """Where the server keeps its data."""
    folder = tmp_path / "server"
    folder.mkdir()
    return folder


@pytest.fixture
def world(server_folder: Path) -> Iterator[World]:
    """Staff and works of a server that does not run yet."""
    clock, url = HandClock(), f"sqlite:///{server_folder / 'server.db'}"
    prepare(url, server_folder)
    with closing(World(build_context(settings_for(url, server_folder), clock), clock)) as world:
        yield world
        world.context.database.close()


@pytest.fixture
def server(world: World) -> Iterator[World]:
    """The same, and `world.url` answers."""
    with running(world.context) as world.url:
        yield world


@pytest.fixture
def desks(qtbot: QtBot, qapp: QApplication, world: World, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens desks on one profile, one after the other; each is on screen when it is given."""
    made: list[Desk] = []

    def open_desk() -> Desk:
        if made:
            close(made[-1])
        desk = Desk(qapp, Paths(tmp_path / "profile"), clock=DeskClock(world.clock))
        made.append(desk)
        assert desk.start()
        assert desk.window is not None
        with qtbot.waitSignal(desk.window.painted):
            pass
        return desk

    yield open_desk
    if made:
        close(made[-1])


def close(desk: Desk) -> None:
    """Quits without a question."""
    if desk.window is not None and desk.app_context is not None:
        desk.window.glance = None
    desk.quit()
    desk.deleteLater()
