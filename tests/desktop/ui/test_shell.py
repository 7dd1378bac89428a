"""Tab rail and status bar."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.rail import Tab, TabRail
from desktop.ui.status_bar import StatusBar, StatusItem
from desktop.ui.theme import theme_of
from tests.desktop.ui.pixels import color_at, picture, share_of

TABS = (
    Tab("works", "作品审核", "works", "Ctrl+1"),
    Tab("sync", "同步中心", "sync"),
    Tab("settings", "设置", "settings"),
)


@pytest.fixture
def rail(qtbot: QtBot) -> TabRail:
    made = TabRail()
    qtbot.addWidget(made)
    made.set_tabs(TABS)
    made.resize(80, 600)
    made.show()
    made.activateWindow()
    qtbot.wait_until(made.isActiveWindow)
    return made


def buttons(rail: TabRail) -> dict[str, QAbstractButton]:
    return {one.text(): one for one in rail.findChildren(QAbstractButton) if one is not rail.avatar}


def test_a_click_chooses_a_tab_and_says_so(qtbot: QtBot, rail: TabRail) -> None:
    assert rail.current() == "works"
    with qtbot.waitSignal(rail.chosen) as heard:
        QTest.mouseClick(buttons(rail)["同步中心"], Qt.MouseButton.LeftButton)
    assert heard.args == ["sync"]
    assert rail.current() == "sync"
    QTest.mouseClick(buttons(rail)["同步中心"], Qt.MouseButton.LeftButton)
    assert rail.current() == "sync", "a second click does not take the choice away"


def test_the_rail_works_with_the_keyboard(rail: TabRail) -> None:
    heard: list[str] = []
    rail.chosen.connect(heard.append)
    tabs = buttons(rail)
    tabs["作品审核"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tabs["作品审核"], Qt.Key.Key_Down)
    assert tabs["同步中心"].hasFocus()
    QTest.keyClick(tabs["同步中心"], Qt.Key.Key_Return)
    QTest.keyClick(tabs["同步中心"], Qt.Key.Key_End)
    assert rail.avatar.hasFocus()
    QTest.keyClick(rail.avatar, Qt.Key.Key_Up)
    QTest.keyClick(tabs["设置"], Qt.Key.Key_Space)
    assert heard == ["sync", "settings"]


def test_counts_are_painted_capped_and_read_aloud(rail: TabRail) -> None:
    tab = buttons(rail)["作品审核"]
    plain = picture(tab)
    accent = theme_of().color("accent")
    pill = QRect(48, 4, 28, 18)
    assert share_of(plain, accent, pill) == 0
    rail.set_count("works", 14, "作品审核，14 件待审")
    assert tab.accessibleName() == "作品审核，14 件待审"
    two = picture(tab)
    assert share_of(two, accent, pill) > 0.2
    rail.set_count("works", 100)
    hundred = picture(tab)
    rail.set_count("works", 12345)
    assert picture(tab) == hundred, "99+"
    rail.set_count("works", 0)
    assert picture(tab) == plain


def test_the_selected_tab_runs_into_the_page_with_a_red_bar(rail: TabRail) -> None:
    image, theme = picture(rail), theme_of()
    selected, other = buttons(rail)["作品审核"], buttons(rail)["同步中心"]
    at = selected.y() + 30
    assert color_at(image, 79, at) == theme.color("surface").name()
    assert color_at(image, 7, at) == theme.color("accentBar").name()
    assert color_at(image, 79, other.y() + 30) == theme.color("rail").name()


@pytest.mark.parametrize("label", ["Sync centre", "Organizations and all"])
def test_a_long_label_never_runs_over_the_red_bar(rail: TabRail, label: str) -> None:
    rail.set_tabs((Tab("long", label, "works"), *TABS))
    rail.set_current("long")
    tab, theme = buttons(rail)[label], theme_of(rail)
    at = QRect(tab.mapTo(rail, tab.rect().topLeft()), tab.size())
    clear = (QRect(at.left() + 9, at.top() + 32, 2, 24), QRect(at.right() - 1, at.top() + 32, 2, 24))
    assert [share_of(picture(rail), theme.color("surface"), part) for part in clear] == [1.0, 1.0]


def test_new_tabs_keep_the_current_one(rail: TabRail) -> None:
    rail.set_current("sync")
    rail.set_tabs(TABS[1:])
    assert (rail.current(), rail.ids()) == ("sync", ["sync", "settings"])
    rail.set_tabs(TABS[:1])
    assert rail.current() == "works"


def test_the_avatar_opens_its_menu(qtbot: QtBot, rail: TabRail) -> None:
    menu = QMenu(rail)
    menu.addAction("退出登录")
    rail.set_person("审", "审核员 0327", menu)
    QTest.mouseClick(rail.avatar, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.close()


FULL = {
    "network": StatusItem("在线", "wifi", "ok", "okBg", strong=True),
    "synced": StatusItem("上次同步 14:32", "cloudok"),
    "outbox": StatusItem("发件箱 3", "outbox"),
    "conflicts": StatusItem("冲突 1", "conflict", "conflict"),
    "claim": StatusItem("领取批次 1:42:18 后到期", "pend"),
    "cache": StatusItem("缓存 1.1 / 4.0 GB", "disk", fraction=0.28),
    "commands": StatusItem("命令", cap="Ctrl K"),
    "keys": StatusItem("快捷键", cap="?"),
}


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    for name, item in FULL.items():
        made.set_item(name, item)
    made.resize(1440, 28)
    made.show()
    return made


def test_items_drop_in_the_agreed_order(bar: StatusBar) -> None:
    assert bar.visible_items() == list(FULL)
    dropped: list[str] = []
    for width in range(1440, 100, -10):
        bar.resize(width, 28)
        gone = [name for name in FULL if name not in bar.visible_items() and name not in dropped]
        dropped += gone
    assert dropped == ["keys", "commands", "cache", "claim", "synced"]
    assert bar.visible_items() == ["network", "outbox", "conflicts"], "these never go"
    bar.resize(1440, 28)
    assert bar.visible_items() == list(FULL)


def test_items_without_text_take_no_room(bar: StatusBar) -> None:
    bar.set_item("conflicts", StatusItem())
    assert "conflicts" not in bar.visible_items()
    bar.set_item("conflicts", FULL["conflicts"])
    assert bar.visible_items().index("conflicts") == 3


def test_items_never_overlap(bar: StatusBar) -> None:
    for width in (1440, 900, 700, 480):
        bar.resize(width, 28)
        spans = sorted(
            (one.x(), one.x() + one.width()) for one in bar.findChildren(QAbstractButton) if not one.isHidden()
        )
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), width


def test_each_item_is_a_button(qtbot: QtBot, bar: StatusBar) -> None:
    heard: list[str] = []
    bar.clicked.connect(heard.append)
    names = [one.accessibleName() for one in bar.findChildren(QAbstractButton)]
    assert "发件箱 3" in names
    for one in bar.findChildren(QAbstractButton):
        if not one.isHidden():
            QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert sorted(heard) == sorted(FULL)


def test_network_aligns_with_the_rail_and_carries_its_tint(bar: StatusBar) -> None:
    image = picture(bar)
    tint = theme_of().color("okBg").name()
    assert color_at(image, 3, 14) == tint
    assert color_at(image, 78, 14) == tint
    assert color_at(image, 82, 14) == theme_of().color("surface2").name()
