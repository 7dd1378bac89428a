"""From the key to the durable outbox row and the next work on screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld, work_id

OpenPage = Callable[[], WorksPage]
Key = Qt.Key


def title(page: WorksPage) -> str:
    return page.viewer.header.title.text()


def press(page: WorksPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.window().focusWidget() or page, key, modifier)


def ready(qtbot: QtBot, page: WorksPage, shown: str) -> None:
    qtbot.waitUntil(lambda: title(page) == shown and page.accepts_decisions)


def test_one_key_approves_and_the_next_work_stands_there(qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage) -> None:
    page = open_page()
    ready(qtbot, page, "第 1 件作品")
    press(page, Key.Key_A)
    ready(qtbot, page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]
    assert page.viewer.surface.hasFocus()
