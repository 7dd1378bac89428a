"""A real window (offscreen) and a real server process."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.clips import Clip, make_clip
from desktop.desk import Desk
from desktop.paths import Paths
from desktop.player.vlc_player import vlc_available
from tests.together.cable import Cable
from tests.together.desk import Screen
from tests.together.server import ServerProcess

OpenDesk = Callable[..., Screen]


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of moving, numbered pictures with sound; made once."""
    available, reason = vlc_available()
    if not available:
        pytest.skip(f"libVLC cannot be loaded: {reason}")
    return make_clip(tmp_path_factory.mktemp("clip") / "clip.mp4", Clip(320, 180, fps=15, seconds=10.0))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    """A server with its data; `start` it."""
    process = ServerProcess(tmp_path / "server")
    yield process
    process.close()


@pytest.fixture
def cable(server: ServerProcess) -> Iterator[Callable[..., Cable]]:
    """Plugs cables in; they are pulled out at the end."""
    made: list[Cable] = []

    def plug(tls: ssl.SSLContext | None = None) -> Cable:
        made.append(Cable(server.port, tls))
        return made[-1]

    yield plug
    for one in made:
        one.close()


class Desks:
    """Opens desks by the name of their profile; whatever is open at the end quits."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self._qtbot, self._app, self.folder = qtbot, app, folder
        self._open: dict[str, Desk] = {}

    def open(self, name: str = "desk", profile: Path | None = None) -> Screen:
        """A desk on a profile, its window painted; one that is open there quits first."""
        self.close(name)
        desk = Desk(self._app, Paths(profile or self.folder / name))
        assert desk.start()
        assert desk.window is not None
        with self._qtbot.waitSignal(desk.window.painted):
            pass
        self._open[name] = desk
        return Screen(self._qtbot, desk)

    def close(self, name: str = "desk") -> None:
        """Quits without being asked about unsent decisions."""
        desk = self._open.pop(name, None)
        if desk is not None and desk.window is not None:
            desk.window.glance = None
            desk.quit()
            desk.deleteLater()

    def close_all(self) -> None:
        """The end."""
        for name in list(self._open):
            self.close(name)


@pytest.fixture
def desks(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desks]:
    """Opens desks."""
    made = Desks(qtbot, qapp, tmp_path)
    yield made
    made.close_all()
