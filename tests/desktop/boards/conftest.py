"""A real server with two weeks of a campaign, and the desk of national union staff on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contract.campaign import DAY_MS
from contract.roles import Role
from contract.wire.boards import SealAsk
from desktop.views.boards.page import BoardsPage
from server.app import build_context
from server.services.boards_seal import seal
from tests.desktop.works.desk_world import NOW_MS, DeskWorld, build
from tests.server.boards.test_counting import Campaign
from tests.server.world import HandClock, World, prepare, running, settings_for

WEEK = 11
"""The last one that is over; the desk's clock stands on the Monday after it."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[World]:
    """A real server on SQLite."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock, url = HandClock(), f"sqlite:///{folder / 'server.db'}"
    prepare(url, folder)
    context = build_context(settings_for(url, folder), clock)
    world = World(context, clock)
    with running(context) as world.url:
        yield world
        world.close()
    context.database.close()


@pytest.fixture
def campaign(server: World) -> Campaign:
    """Week 10 sealed: works 0 and 1 in region 37, one like. Week 11 not sealed: work 2 in region 42, two likes."""
    made = Campaign(server)
    server.clock.now = NOW_MS - 10 * DAY_MS
    for step in (
        ("publish", 0), ("publish", 1), ("join", 0, 0, "approved"), ("join", 1, 0, "approved"),
        ("react", 0, 0, "view", False), ("react", 0, 1, "like", False),
    ):  # fmt: skip
        made.do(step)
    server.clock.now = NOW_MS - 4 * DAY_MS
    for step in (
        ("move", 2, "42"), ("publish", 2), ("react", 0, 2, "like", False), ("react", 1, 2, "like", False),
        ("react", 1, 0, "view", False),
    ):  # fmt: skip
        made.do(step)
    server.clock.now = NOW_MS
    with server.context.database.writing() as session:
        seal(session, server.context, None, SealAsk(week=WEEK - 1))
    return made


class Desks:
    """Opens people's desks online; the same name again is the same person and folder, after the first has ended."""

    def __init__(self, server: World, folder: Path, app: QApplication) -> None:
        self._server, self._folder, self._app = server, folder, app
        self._people: dict[str, str] = {}
        self._open: dict[str, DeskWorld] = {}

    def open(
        self, name: str = "desk", region: str | None = None, *, online: bool = True, role: Role = Role.UNION_STAFF
    ) -> DeskWorld:
        """A desk."""
        staff = self._people.get(name) or self._server.staff(role, region=region)
        self._people[name] = staff
        token = self._server.sign_in(staff).token
        world = build(
            self._folder / name, self._app, language="en", url=self._server.url, person_id=staff, token=token, role=role
        )  # fmt: skip
        world.context.sync.keep_offline(not online)
        self._open[name] = world
        return world

    def end(self, name: str = "desk") -> None:
        """Closes it."""
        world = self._open.pop(name)
        world.context.sync.stop()
        self._server.context.feed_signal.close()  # ends the long poll
        world.close()

    def end_all(self) -> None:
        """Closes what is open."""
        for name in list(self._open):
            self.end(name)


@pytest.fixture
def desks(server: World, campaign: Campaign, tmp_path: Path, qapp: QApplication) -> Iterator[Desks]:
    """Opens desks."""
    made = Desks(server, tmp_path, qapp)
    yield made
    made.end_all()


@pytest.fixture
def show(desks: Desks, qtbot: QtBot) -> Iterator[Callable[[DeskWorld], BoardsPage]]:
    """Puts the tab of a desk on screen, with its board."""
    shown: list[BoardsPage] = []

    def put(world: DeskWorld) -> BoardsPage:
        page = BoardsPage(world.context)
        shown.append(page)
        page.resize(1360, 872)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.activate()
        return page

    yield put
    for page in shown:
        page.deactivate()
        page.close()
        page.deleteLater()


@pytest.fixture
def page(desks: Desks, show: Callable[[DeskWorld], BoardsPage], qtbot: QtBot) -> BoardsPage:
    """The tab of national staff: week 11 by works published."""
    world = desks.open()
    page = show(world)
    qtbot.waitUntil(lambda: bool(page.feed.seals) and page.feed.shown is not None and page.feed.shown.fresh)
    return page
