"""Where the panels stand: full screen, folded inspector, small windows, what is remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld, work_id
from tests.desktop.works.keyboard import Keyboard, click

OpenPage = Callable[..., WorksPage]
Key = Qt.Key


def widths(page: WorksPage) -> list[int]:
    return [part.width() for part in (page.queue, page.viewer, page.layout_.side)]


def test_the_widths_of_the_design(qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page(size=QSize(1360, 872))
    keyboard.ready(page, "第 1 件作品")
    assert widths(page) == [304, 710, 344]
    small = open_page(size=QSize(1200, 692))
    keyboard.ready(small, "第 1 件作品")
    assert widths(small) == [256, 642, 300]
    assert small.queue.claim_button.text() == ""
    way_back = small.viewer.header.previous_button
    assert way_back.text() == "Previous"  # in full: its letters are not cut
    assert way_back.width() >= way_back.sizeHint().width()


@pytest.mark.parametrize("size", [QSize(1360, 872), QSize(1200, 692)], ids=["usual", "compact"])
def test_the_stage_keeps_its_height_and_the_decision_bar_its_place(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard, size: QSize
) -> None:
    page = open_page(size=size)
    keyboard.ready(page, "第 1 件作品")
    assert page.viewer.surface.height() >= 360
    assert page.bar.isVisible()
    assert page.bar.mapTo(page, page.bar.rect().bottomLeft()).y() <= page.height()
    before = page.bar.geometry()
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    assert page.bar.geometry() == before, "the buttons must not jump under the mouse"


def test_full_screen_shows_the_video_alone_and_keeps_the_keys(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_F)
    assert page.window().isFullScreen()
    assert not page.queue.isVisible()
    assert not page.layout_.side.isVisible()
    qtbot.waitUntil(lambda: page.viewer.timeline.rows() == 1)
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    assert page.viewer.header.note.text() == "Approve “第 1 件作品” · Decided here · not sent yet"
    keyboard.press(Key.Key_R, Key.Key_4)
    assert page.reject_panel.isVisible()
    keyboard.press(Key.Key_Return)
    keyboard.ready(page, "第 3 件作品")
    assert not page.layout_.side.isVisible()
    keyboard.press(Key.Key_Z)
    keyboard.ready(page, "第 2 件作品")
    keyboard.press(Key.Key_Escape)
    assert not page.window().isFullScreen()
    assert page.queue.isVisible()
    assert page.inspector.isVisible()
    assert page.viewer.timeline.rows() == 3
    assert claimed.decisions() == [(work_id(1), "approve")]


def test_a_folded_inspector_docks_the_decision_bar_under_the_timeline(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    page.inspector.collapse_wanted.emit()
    assert not page.inspector.isVisible()
    assert page.bar.isVisible()
    assert page.viewer.isAncestorOf(page.bar)
    assert page.bar.width() > page.bar.height() * 5
    keyboard.press(Key.Key_R)
    assert page.reject_panel.isVisible(), "the reasons come all the same"
    keyboard.press(Key.Key_Escape)
    click(page.viewer.header.unfold_button)
    assert page.inspector.isVisible()
    assert not page.viewer.isAncestorOf(page.bar)


def test_the_widths_are_remembered_and_restored_by_a_double_click(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    page.layout_.panels.setSizes([380, 600, 400])
    page.layout_.panels.splitterMoved.emit(380, 1)
    moved = widths(page)
    assert moved[0] == 380
    again = open_page()
    keyboard.ready(again, "第 1 件作品")
    assert widths(again) == moved
    again.layout_.panels.restored.emit()
    assert widths(again)[0] == 304
    assert widths(again)[2] == 344
