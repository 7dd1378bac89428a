"""Real pieces of the shell, closed at the end; a real server; and a desk on screen."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import SystemClock
from desktop.desk import Desk
from desktop.paths import Paths
from desktop.settings import Settings
from desktop.ui.dialogs import ConfirmDialog
from server.app import build_context
from tests.server.world import HandClock, World, prepare, running, settings_for


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


class OpenDesk:
    """Opens desks on one profile, one after the other; each is on screen when it is given."""

    def __init__(self, qtbot: QtBot, app: QApplication, profile: Path, clock: HandClock) -> None:
        self._qtbot, self._app, self._profile, self._clock = qtbot, app, profile, clock
        self._made: list[Desk] = []

    def __call__(self) -> Desk:
        """A new one; the one before quits first."""
        self.close()
        desk = Desk(self._app, Paths(self._profile), clock=DeskClock(self._clock))
        self._made.append(desk)
        assert desk.start()
        assert desk.window is not None
        with self._qtbot.waitSignal(desk.window.painted):
            pass
        return desk

    def now(self) -> Desk:
        """The one that is open."""
        return self._made[-1]

    def close(self) -> None:
        """Quits, whatever is unsent."""
        for desk in self._made:
            if desk.window is not None:
                desk.window.glance = None
                desk.quit()
                desk.deleteLater()


@pytest.fixture
def desks(qtbot: QtBot, qapp: QApplication, world: World, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens desks; the last one quits with the test."""
    opener = OpenDesk(qtbot, qapp, tmp_path / "profile", world.clock)
    yield opener
    opener.close()


class Answers:
    """Answers the next question that is asked, by its buttons; `asked` keeps the titles."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def give(self, yes: bool) -> None:
        """The answer to the question that comes next."""
        QTimer.singleShot(0, lambda: self._press(yes))

    def _press(self, yes: bool) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        self.asked.append(dialog.windowTitle())
        (dialog.act if yes else dialog.safe).click()


@pytest.fixture
def answers() -> Answers:
    """The person's answers."""
    return Answers()
