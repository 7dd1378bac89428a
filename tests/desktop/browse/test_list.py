"""The list: pages by keyset, filters, late answers, no network."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from contract.wire.review import WorkPage
from desktop.settings import KEEP_OFFLINE
from desktop.views.browse import pages_feed
from desktop.views.browse.page import BrowsePage
from desktop.views.browse.pages_feed import Filter
from tests.desktop.sync_centre.at_desk import AtDesk
from tests.desktop.works.keyboard import Keyboard
from tests.server.world import World

Open = Callable[[AtDesk], BrowsePage]


def numbers(page: BrowsePage) -> list[str]:
    """First column, from the top."""
    return [row.cells[0].text for row in page.table.rows.rows()]


def empty(page: BrowsePage) -> str:
    """What stands in place of the list; empty while there is one."""
    return page._empty.accessibleName() if page._empty.isVisible() else ""


def test_the_newest_stand_first_and_the_total_is_told(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(3)
    page = open_page(admin)
    assert numbers(page) == ["YJS-24-100003", "YJS-24-100002", "YJS-24-100001"]
    assert page._count.text() == "共 3 件"
    assert page.table.current_id() == page.feed.works[0].id


def test_the_end_of_the_list_brings_the_next_page(
    world: World, admin: AtDesk, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_feed, "PAGE", 30)
    world.works(70)
    page = open_page(admin)
    assert page._count.text() == "共 70 件，已列出 30 件"
    for shown in (60, 70):
        page.table.scrollToBottom()
        admin.until(lambda shown=shown: len(numbers(page)) == shown)
    assert numbers(page) == [f"YJS-24-{100_000 + n}" for n in range(70, 0, -1)]
    page.table.scrollToBottom()
    assert not page.feed.has_more


def test_a_work_sent_meanwhile_neither_repeats_nor_hides_one(
    world: World, admin: AtDesk, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_feed, "PAGE", 30)
    world.works(40)
    page = open_page(admin)
    world.works(5)
    page.table.scrollToBottom()
    admin.until(lambda: len(numbers(page)) == 40)
    assert len(set(numbers(page))) == 40


def test_filters_and_order_are_the_servers(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2, region="37", theme="skill")
    world.works(3, region="41", theme="plenum")
    caller = world.moderator()
    lease = caller.claim(1)["leases"][0]
    caller.push(caller.decide(lease, "reject"))
    page = open_page(admin)
    page.filters.region.setCurrentIndex(page.filters.region.findData("41"))
    page.filters.region.activated.emit(0)
    admin.until(lambda: page._count.text() == "共 3 件")
    page.filters.clear()
    admin.until(lambda: page._count.text() == "共 5 件")
    page.filters.states.set_current("rejected")
    page.filters.states.changed.emit("rejected")
    admin.until(lambda: page._count.text() == "共 1 件")
    assert page.table.rows.rows()[0].cells[6].text == "已驳回"
    page.filters.clear()
    page.filters.sort.setCurrentIndex(1)
    page.filters.sort.activated.emit(1)
    admin.until(lambda: numbers(page)[:1] == ["YJS-24-100001"])


def test_typing_asks_once_and_finds_by_number(world: World, admin: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    world.works(12)
    page = open_page(admin)
    asked = page.feed._question
    keyboard.press("/")
    assert page.filters.search.hasFocus()
    keyboard.write("100007")
    admin.until(lambda: numbers(page) == ["YJS-24-100007"])
    assert page.feed._question == asked + 1, "one question for six letters"
    keyboard.write("999")
    admin.until(lambda: empty(page) == "没有符合条件的作品")
    keyboard.press(Qt.Key.Key_Escape)
    admin.until(lambda: len(numbers(page)) == 12)


def test_a_late_answer_never_overwrites_a_newer_one(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2, region="37")
    world.works(1, region="41")
    page = open_page(admin)
    late = page.feed._question
    old = WorkPage(items=page.feed.works, next=None, total=3)
    page.feed.set_filter(Filter(region="41"))
    admin.until(lambda: len(numbers(page)) == 1)
    page.feed._got(late, "", old)
    page.feed._failed(late, OSError("late"))
    assert len(numbers(page)) == 1
    assert page._count.text() == "共 1 件"
    assert page.feed.error is None


def test_without_a_network_it_says_so_and_tries_again(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    transport = admin.context.api.transport
    address, transport.server = transport.server, "http://127.0.0.1:9"
    page = open_page(admin)
    assert empty(page) == "连不上服务器"
    assert "只能联网查看" in page._empty.accessibleDescription()
    transport.server = address
    page._empty._actions[0].click()
    admin.until(lambda: len(numbers(page)) == 2)


def test_what_is_shown_stays_when_the_network_goes(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    page = open_page(admin)
    admin.context.api.transport.server = "http://127.0.0.1:9"
    page.refresh()
    admin.until(page._trouble.isVisible)
    assert len(numbers(page)) == 2
    assert "上次查询的结果" in page._trouble.accessibleName()


def test_it_comes_by_itself_when_the_network_is_back(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    transport = admin.context.api.transport
    address, transport.server = transport.server, "http://127.0.0.1:9"
    page = open_page(admin)
    transport.server = address
    admin.context.sync.start()
    admin.until(lambda: len(numbers(page)) == 2)


def test_kept_offline_nothing_is_asked(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    admin.context.settings.set(KEEP_OFFLINE, True)
    admin.context.sync.start()
    page = open_page(admin)
    assert page.feed._question == 0
    assert empty(page) == "你已选择保持离线"
    page._empty._actions[0].click()
    admin.until(lambda: len(numbers(page)) == 2)


def test_no_works_at_all(admin: AtDesk, open_page: Open) -> None:
    assert empty(open_page(admin)) == "还没有作品"


def test_narrow_windows_show_fewer_columns_and_keep_the_row(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(3)
    page = open_page(admin)
    page.table.setCurrentIndex(page.table.rows.index(1, 0))
    chosen = page.table.current_id()
    page.resize(1280, 720)
    admin.until(lambda: page.table.model().columnCount() == 7)
    assert page.table.current_id() == chosen
    assert len(numbers(page)) == 3
