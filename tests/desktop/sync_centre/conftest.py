"""A real server, and desks at it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.sync_centre.page import SyncCentrePage
from server.app import build_context
from tests.desktop.sync_centre.at_desk import AtDesk, Desks
from tests.desktop.works.keyboard import Keyboard
from tests.server.world import HandClock, World, prepare, running, settings_for


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A server that runs, and what it is filled with."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock, url = HandClock(), f"sqlite:///{folder / 'server.db'}"
    prepare(url, folder)
    with closing(World(build_context(settings_for(url, folder), clock), clock)) as world:
        with running(world.context) as world.url:
            yield world
        world.context.database.close()


@pytest.fixture
def desks(qtbot: QtBot, qapp: QApplication, world: World, tmp_path: Path) -> Iterator[Desks]:
    """Signs people in."""
    made = Desks(qtbot, qapp, world, tmp_path)
    yield made
    made.close()


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    """Presses keys at whatever has the focus."""
    return Keyboard(qtbot)


@pytest.fixture
def open_page(desks: Desks) -> Iterator[Callable[[AtDesk], SyncCentrePage]]:
    """Puts the sync centre on screen and waits for its first answer."""
    pages: list[SyncCentrePage] = []

    def show(desk: AtDesk) -> SyncCentrePage:
        page = SyncCentrePage(desk.context)
        pages.append(page)
        with desk.qtbot.waitSignal(page.feed.changed):
            desk.show(page)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
