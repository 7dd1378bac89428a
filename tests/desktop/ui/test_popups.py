"""Palette, key sheet, toasts, dialogs, banners, empty states."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.dialogs import ConfirmDialog, show_details
from desktop.ui.empty_state import EmptyState
from desktop.ui.key_overlay import KeyGroup, KeyOverlay, balanced
from desktop.ui.marks import KeyCap
from desktop.ui.palette import Command, CommandPalette, matching
from desktop.ui.theme import apply_theme, load_theme, theme_of
from desktop.ui.toast import ToastHost
from tests.desktop.ui.pixels import color_at, picture


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    column = QVBoxLayout(made)
    made.button = Button("下面的按钮")
    column.addWidget(made.button)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.wait_until(made.isActiveWindow)
    made.button.setFocus()
    return made


def commands(ran: list[str]) -> list[Command]:
    return [
        Command("sync.now", "立即同步", "命令", "sync", "F5", lambda: ran.append("sync")),
        Command("sync.open", "Open Sync Centre", "命令", "sync", "Ctrl 6", lambda: ran.append("open")),
        Command("work.1000", "我与第 1000 列车", "作品", "works", "", lambda: ran.append("work"), words="中州机务段"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["sync.now", "sync.open", "work.1000"]),
        ("同步", ["sync.now"]),
        ("SYNC", ["sync.now", "sync.open"]),
        ("centre open", ["sync.open"]),
        ("机务", ["work.1000"]),
        ("作品 1000", ["work.1000"]),
        ("没有这样的", []),
    ],
)
def test_commands_are_found_by_any_part_whatever_the_case(text: str, found: list[str]) -> None:
    assert [command.id for command in matching(commands([]), text)] == found


def test_the_palette_filters_moves_runs_and_gives_the_focus_back(window: QWidget) -> None:
    ran: list[str] = []
    palette = CommandPalette(window)
    palette.show_commands(commands(ran))
    assert palette.field.hasFocus()
    assert palette.current() == commands(ran)[0], "the first command, not the group's head"
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.current() == commands(ran)[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.current() == commands(ran)[2], "over the next head"
    QTest.keyClicks(palette.field, "sync")
    assert [command.id for command in palette.shown()] == ["sync.now", "sync.open"]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["open"]
    assert palette.isHidden()
    assert window.button.hasFocus()


def test_enter_with_nothing_found_runs_nothing_and_escape_closes(window: QWidget) -> None:
    ran: list[str] = []
    palette = CommandPalette(window)
    palette.show_commands(commands(ran))
    QTest.keyClicks(palette.field, "zzz")
    assert palette.current() is None
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == []
    assert not palette.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    palette.show_commands(commands(ran))
    assert palette.field.text() == ""
    assert len(palette.shown()) == 3


def test_a_click_beside_the_palette_closes_it_and_one_on_a_row_runs(window: QWidget) -> None:
    ran: list[str] = []
    palette = CommandPalette(window)
    palette.show_commands(commands(ran))
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 650))
    assert palette.isHidden()
    palette.show_commands(commands(ran))
    row = palette.list.visualRect(palette.list.model().index(4, 0))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert ran == ["work"]


def test_the_key_sheet_shows_all_keys_and_closes_by_its_own(window: QWidget) -> None:
    sheet = KeyOverlay(window)
    groups = (KeyGroup("决定", (("A", "通过"), ("N / P", "下一件"))), KeyGroup("播放", (("Space", "播放"),)))
    for key in ("?", Qt.Key.Key_Escape):
        sheet.show_groups(groups)
        names = {child.accessibleName() for child in sheet.findChildren(QWidget)}
        assert {"A", "N", "P", "Space"} <= names
        QTest.keyClick(sheet, key)
        assert sheet.isHidden()
    assert window.button.hasFocus()


def test_the_columns_of_the_key_sheet_are_about_equally_high() -> None:
    groups = tuple(KeyGroup(str(n), (("A", "通过"),) * n) for n in (14, 7, 5, 22, 3))
    columns = [[int(group.title) for group in column] for column in balanced(groups)]
    assert columns[0][0] == 14
    assert sorted(n for column in columns for n in column) == [3, 5, 7, 14, 22]
    assert abs(sum(n + 2 for n in columns[0]) - sum(n + 2 for n in columns[1])) <= 2


def test_the_field_of_the_palette_is_44_high_with_esc_in_its_middle(window: QWidget) -> None:
    palette = CommandPalette(window)
    palette.show_commands(commands([]))
    assert palette.field.height() == 44
    cap = palette.field.findChild(KeyCap)
    assert cap.geometry().center().y() == palette.field.rect().center().y()


def test_at_most_three_toasts_and_the_oldest_goes(window: QWidget) -> None:
    host = ToastHost(window)
    first = host.show_toast("第 0 条")
    assert host.height() == first.height() == 40, "in place at once"
    toasts = [host.show_toast(f"第 {n} 条") for n in range(1, 4)]
    assert host.toasts() == toasts
    bottom = host.geometry().bottom()
    assert window.height() - 1 - bottom == 12
    window.resize(800, 500)
    assert window.height() - 1 - host.geometry().bottom() == 12
    assert abs(host.geometry().center().x() - window.rect().center().x()) <= 1
    for toast in list(host.toasts()):
        toast.leave()
    assert host.isHidden()


def test_a_toast_waits_while_it_is_looked_at(window: QWidget) -> None:
    QTest.mouseMove(window, QPoint(5, 5))
    host = ToastHost(window)
    toast = host.show_toast("已通过", action="撤销")
    assert toast.timer.isActive()
    assert toast.timer.interval() == 6000
    toast.action.setFocus()
    assert not toast.timer.isActive()
    window.button.setFocus()
    assert toast.timer.isActive()
    toast.timer.timeout.emit()
    assert host.toasts() == []


def test_the_action_of_a_toast_runs_once_and_takes_it_away(window: QWidget) -> None:
    ran: list[str] = []
    host = ToastHost(window)
    toast = host.show_toast("已通过", action="撤销", run=lambda: ran.append("undo"), key="Z")
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert ran == ["undo"]
    assert host.toasts() == []


@pytest.mark.parametrize(
    ("key", "result"),
    [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, False), (Qt.Key.Key_Space, False)],
)
def test_the_focused_and_the_escaping_choice_are_safe(qtbot: QtBot, window: QWidget, key: Qt.Key, result: bool) -> None:
    dialog = ConfirmDialog(window, "归还未审的 14 件？", "已作的决定会保留。", "不归还", "归还 14 件", destructive=True)
    dialog.open()
    qtbot.wait_until(dialog.safe.hasFocus)
    QTest.keyClick(dialog.safe, key)
    assert dialog.isHidden()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is result
    dialog.deleteLater()


def test_only_the_acting_button_accepts(qtbot: QtBot, window: QWidget) -> None:
    dialog = ConfirmDialog(window, "归还？", "", "不归还", "归还 14 件")
    dialog.open()
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.deleteLater()


def test_the_details_of_a_bug_can_be_copied(qtbot: QtBot, window: QWidget) -> None:
    dialog = show_details(window, "出了意外", "决定都在发件箱里。", "ValueError: 7")
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "ValueError: 7"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_banner_follows_kind_and_theme(qtbot: QtBot, qapp: QApplication) -> None:
    banner = Banner("offline", "离线工作中", "决定联网后自动发送")
    qtbot.addWidget(banner)
    banner.resize(400, 60)
    banner.show()
    for name in ("light", "dark"):
        apply_theme(qapp, load_theme(name))
        banner.set_state("conflict", "审核员 0219 已通过这件作品")
        theme, image = theme_of(), picture(banner)
        assert color_at(image, 4, 4) == theme.color("conflictBg").name()
        assert banner._title.palette().windowText().color() == theme.color("conflict")
    assert banner.accessibleName() == "审核员 0219 已通过这件作品"


def test_an_empty_state_changes_its_words_and_actions(qtbot: QtBot) -> None:
    old = Button("再领一批", "primary")
    empty = EmptyState("okc", "这一批审完了", "20 件都已决定。", (old,))
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    empty.show()
    new = Button("清除筛选")
    with qtbot.waitSignal(old.destroyed):
        empty.set_state("search", "没有找到", "", (new,))
        assert old.isHidden()  # at once, though it is deleted later
    assert empty.accessibleName() == "没有找到"
    assert new.isVisible()
