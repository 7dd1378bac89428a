"""The desk before anybody signs in: window, language, keys, palette, bugs, leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import settings as keys
from desktop.desk import Desk
from desktop.messages import Message
from desktop.paths import Paths
from desktop.ui.dialogs import DetailsDialog
from desktop.views.main_window import MainWindow


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk on an empty profile, on screen."""
    made = Desk(qapp, Paths(tmp_path))
    assert made.start()
    assert made.window is not None
    with qtbot.waitSignal(made.window.painted):
        pass
    yield made
    made.quit()
    made.deleteLater()


def window_of(desk: Desk) -> MainWindow:
    """The window on screen now."""
    assert desk.window is not None
    return desk.window


def texts(widget: QWidget) -> set[str]:
    """What labels say."""
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def test_an_empty_profile_asks_to_sign_in_in_chinese(desk: Desk) -> None:
    window = window_of(desk)
    page = window.sign_in_page
    assert page is not None
    assert page.form is not None
    assert {"登录", "服务器", "账号", "密码", "不登录也可以"} <= texts(page)
    assert not page.form.offline_card.isVisible()
    assert page.form.demo_card.isVisible()
    assert window.status_bar.item("network").text == "未登录"
    assert window.windowTitle() == "云讲述工作台"
    assert window.minimumWidth() == 1280
    assert window.minimumHeight() == 720


def test_language_changes_at_run_time_and_keeps_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    assert desk.profile is not None
    page = window_of(desk).sign_in_page
    assert page is not None
    assert page.form is not None
    page.form.account.setText("reviewer-0327")
    page.form.password.setText("geheim")
    before = window_of(desk)
    desk.profile.context.settings.set(keys.LANGUAGE, "en")
    qtbot.waitUntil(lambda: window_of(desk) is not before)
    page = window_of(desk).sign_in_page
    assert page is not None
    assert page.form is not None
    assert {"Sign in", "Server", "Account", "Password"} <= texts(page)
    assert (page.form.account.text(), page.form.password.text()) == ("reviewer-0327", "geheim")
    assert window_of(desk).windowTitle() == "Yunjiangshu Desk"


def test_empty_fields_say_what_is_missing(qtbot: QtBot, desk: Desk) -> None:
    page = window_of(desk).sign_in_page
    assert page is not None
    assert page.form is not None
    qtbot.keyClick(page.form.password, Qt.Key.Key_Return)
    assert page.form.server.labeled.error() == "填写服务器地址。"
    assert page.form.account_field.error() == "填写账号。"
    assert page.form.password_field.error() == "填写密码。"
    qtbot.keyClicks(page.form.account, "x")
    assert page.form.account_field.error() == ""


def test_palette_and_key_sheet_open_by_key_and_close_by_esc(qtbot: QtBot, desk: Desk) -> None:
    window = window_of(desk)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.keys.popups is not None)
    assert window.keys.popups is not None
    palette, sheet = window.keys.popups.palette, window.keys.popups.sheet
    qtbot.waitUntil(palette.isVisible)
    qtbot.keyClicks(palette.field, "English")
    assert [command.id for command in palette.shown()] == ["language.en"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Question)
    qtbot.waitUntil(sheet.isVisible)
    assert {"全局", "登录", "命令面板", "离线继续"} <= texts(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_f6_walks_through_the_regions(qtbot: QtBot, desk: Desk) -> None:
    window = window_of(desk)
    qtbot.waitUntil(window.isActiveWindow)
    page = window.sign_in_page
    assert page is not None
    qtbot.keyClick(window, Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    second = QApplication.focusWidget()
    assert first is not None
    assert second is not None
    assert {page.isAncestorOf(first), page.isAncestorOf(second)} == {True, False}
    assert window.status_bar.isAncestorOf(second) or window.status_bar.isAncestorOf(first)


def test_text_size_and_full_screen_by_key(qtbot: QtBot, desk: Desk) -> None:
    assert desk.profile is not None
    settings = desk.profile.context.settings
    qtbot.waitUntil(window_of(desk).isActiveWindow)
    qtbot.keyClick(window_of(desk), Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert settings.get(keys.TEXT_SIZE) == 110
    qtbot.waitUntil(window_of(desk).isActiveWindow)
    qtbot.keyClick(window_of(desk), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert settings.get(keys.TEXT_SIZE) == 100
    qtbot.waitUntil(window_of(desk).isActiveWindow)
    qtbot.keyClick(window_of(desk), Qt.Key.Key_F11)
    assert window_of(desk).isFullScreen()


def test_messages_come_as_toast_or_as_banner_until_closed(desk: Desk) -> None:
    assert desk.profile is not None
    messages, notices = desk.profile.context.messages, window_of(desk).notices
    messages.show(Message("磁盘已满。", "error", "disk", seconds=None))
    messages.show(Message("磁盘还是满的。", "error", "disk", seconds=None))
    assert notices.keys() == ["disk"]
    assert notices.texts() == ["磁盘还是满的。"]
    messages.clear("disk")
    assert notices.keys() == []
    assert not notices.isVisible()
    messages.show(Message("已复制", "ok"))
    assert notices.keys() == []


@pytest.mark.expected_logs("desktop.bugs: bug")
def test_a_bug_is_logged_and_shown_with_details_to_copy(qtbot: QtBot, desk: Desk) -> None:
    assert desk.profile is not None
    desk.profile.context.background.run(lambda: {}["no such key 13812345678"])
    window = window_of(desk)
    qtbot.waitUntil(lambda: bool(window.findChildren(DetailsDialog)))
    dialog = window.findChildren(DetailsDialog)[0]
    details = dialog.details.toPlainText()
    assert "KeyError" in details
    assert "13812345678" not in details
    dialog.copy.click()
    assert QApplication.clipboard().text() == details
    dialog.done_button.click()
    assert "KeyError" in (desk.profile.paths.logs / "desk.log").read_text("utf-8")


def test_geometry_is_remembered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    for height in (740, 780):
        made = Desk(qapp, Paths(tmp_path))
        assert made.start()
        window = window_of(made)
        if height == 780:
            assert window.height() == 740
        window.resize(1280, height)
        made.quit()
        made.deleteLater()


def test_the_second_desk_on_a_profile_gives_way(desk: Desk, qapp: QApplication, tmp_path: Path) -> None:
    second = Desk(qapp, Paths(tmp_path))
    assert not second.start()
    assert second.window is None
    second.deleteLater()


def test_the_profile_is_for_its_owner_alone(desk: Desk) -> None:
    assert desk.profile is not None
    for folder in (desk.profile.paths.logs, desk.profile.paths.people):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_language_change_before_the_first_picture(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(qapp, Paths(tmp_path))
    assert desk.start()
    assert desk.profile is not None
    desk.profile.context.settings.set(keys.LANGUAGE, "en")
    page = window_of(desk).sign_in_page
    assert page is not None
    assert page.form is not None
    server = page.form.server.edit
    qtbot.waitUntil(server.hasFocus)
    desk.quit()
    desk.deleteLater()
