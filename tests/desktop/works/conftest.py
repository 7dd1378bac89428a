"""A moderator's desk with five claimed works whose videos are here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.clips import Clip, make_clip
from desktop.player.vlc_player import vlc_available
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld, build, media_id, work_facts
from tests.desktop.works.keyboard import Keyboard

USUAL = QSize(1360, 872)
"""The page beside the rail, above the status bar, of a window of 1440×900."""


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of video with sound; made once."""
    available, reason = vlc_available()
    if not available:
        pytest.skip(f"libVLC cannot be loaded: {reason}")
    return make_clip(tmp_path_factory.mktemp("clip") / "clip.mp4", Clip(320, 180))


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[DeskWorld]:
    """An empty desk, kept offline."""
    world = build(tmp_path, qapp, language="en")
    yield world
    world.close()


@pytest.fixture
def claimed(world: DeskWorld, clip: Path) -> DeskWorld:
    """Five works, all cached."""
    world.put("work", [work_facts(number) for number in range(1, 6)])
    for number in range(1, 6):
        world.put_file(media_id(number), clip)
    return world


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    """Presses keys as a person does: at whatever has the focus."""
    return Keyboard(qtbot)


@pytest.fixture
def open_page(qtbot: QtBot, world: DeskWorld) -> Iterator[Callable[..., WorksPage]]:
    """Shows the page in an active window of its own."""
    pages: list[WorksPage] = []

    def show(desk: DeskWorld | None = None, size: QSize = USUAL) -> WorksPage:
        page = WorksPage((desk or world).context)
        page.resize(size)
        pages.append(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.activate()
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
