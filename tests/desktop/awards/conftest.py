"""A real server with a sealed week and a kind of award, and desks of union staff and platform admins on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contract.roles import Role
from desktop.context import Who
from desktop.views.awards.page import AwardsPage
from server.app import build_context
from server.feed import BOARDS, touch
from tests.desktop.awards.cable import Cable
from tests.desktop.works.desk_world import NOW_MS, DeskWorld, build
from tests.server.awards.ceremony import label, line, sealed, set_kind
from tests.server.world import HandClock, World, prepare, running, settings_for

PEOPLE = 7
"""On the board of the sealed week; three are taken, two are reserves. Places 1, 3, 5, 7 are of region 37, else 42."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[World]:
    """A real server on SQLite, on the Monday after week 11."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock, url = HandClock(), f"sqlite:///{folder / 'server.db'}"
    prepare(url, folder)
    context = build_context(settings_for(url, folder), clock)
    clock.now = NOW_MS
    world = World(context, clock)
    with running(context) as world.url:
        yield world
        world.close()
    context.database.close()


@pytest.fixture
def seal_id(server: World) -> str:
    """Week 10 is sealed; the award 周度达人 is given to the best three of a week."""
    set_kind(server.admin())
    names = [server.worker(f"周小{place}") for place in range(PEOPLE)]
    rows = [
        line(id, place, 100 - place, "37" if place % 2 else "42", name=f"周小{place}")
        for place, id in enumerate(names, start=1)
    ]
    return tell(server, sealed(server, rows))


def tell(server: World, id: str) -> str:
    """A seal that was made by hand goes out with the next sync."""
    with server.context.database.writing() as session:
        touch(session, BOARDS, "seal", id)
    return id


class Desks:
    """Opens people's desks, online, through a cable."""

    def __init__(self, server: World, folder: Path, app: QApplication) -> None:
        self._server, self._folder, self._app = server, folder, app
        self._open: list[DeskWorld] = []
        self._shown: list[AwardsPage] = []
        self.cables: list[Cable] = []

    def open(self, role: Role = Role.UNION_STAFF, region: str | None = None) -> DeskWorld:
        """A desk of somebody new; `cables[-1]` is its cable."""
        staff = self._server.sign_in(self._server.staff(role, region=region))
        self.cables.append(Cable(self._server.url))
        folder = self._folder / f"desk{len(self._open)}"
        world = build(
            folder, self._app, language="en", url=self.cables[-1].url, person_id=staff.id, token=staff.token
        )  # fmt: skip
        who = Who(staff.id, "staff", label(staff), role.value, self.cables[-1].url)
        world.context = replace(world.context, person=who)
        world.context.sync.keep_offline(False)
        self._open.append(world)
        return world

    def show(self, qtbot: QtBot, world: DeskWorld) -> AwardsPage:
        """The tab on screen, with what the server has."""
        page = AwardsPage(world.context)
        self._shown.append(page)
        page.resize(1360, 872)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.waitUntil(lambda: world.context.sync.network.reachable and world.context.sync.up_to_date, timeout=10_000)
        page.activate()
        qtbot.waitUntil(lambda: page.feed.loaded and bool(page.feed.seals), timeout=10_000)
        return page

    def close(self) -> None:
        """All of them."""
        for page in self._shown:
            page.deactivate()
            page.close()
            page.deleteLater()
        for world in self._open:
            world.context.sync.stop()
        self._server.context.feed_signal.close()  # ends the long polls
        for world in self._open:
            world.close()
        for cable in self.cables:
            cable.close()


@pytest.fixture
def desks(server: World, seal_id: str, tmp_path: Path, qapp: QApplication) -> Iterator[Desks]:
    """Opens desks."""
    assert seal_id
    made = Desks(server, tmp_path, qapp)
    yield made
    made.close()


@pytest.fixture
def page(desks: Desks, qtbot: QtBot) -> AwardsPage:
    """The tab of national staff; there is no list yet."""
    return desks.show(qtbot, desks.open())
