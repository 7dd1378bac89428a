"""The same server and desks as for the sync centre; and 全部作品 on screen."""

from collections.abc import Callable, Iterator

import pytest

from contract.roles import Role
from desktop.views.browse.page import BrowsePage
from tests.desktop.sync_centre.at_desk import AtDesk, Desks
from tests.desktop.sync_centre.conftest import desks, keyboard, world
from tests.server.world import World

__all__ = ["desks", "keyboard", "world"]


@pytest.fixture
def admin(world: World, desks: Desks) -> AtDesk:
    """A platform admin at the desk."""
    world.staff(Role.PLATFORM_ADMIN, account="admin")
    return desks("admin")


@pytest.fixture
def open_page(desks: Desks) -> Iterator[Callable[[AtDesk], BrowsePage]]:
    """Puts the page on screen and waits for the server's first answer."""
    pages: list[BrowsePage] = []

    def show(desk: AtDesk) -> BrowsePage:
        page = BrowsePage(desk.context)
        pages.append(page)
        desk.show(page)
        desk.until(lambda: not page.feed.loading)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
