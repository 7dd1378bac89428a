"""Signing in at a real server, and everything that can be in the way."""

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from contract.roles import Role
from desktop import settings as keys
from server.models import TokenFamily
from tests.desktop.shell.conftest import Answers, OpenDesk
from tests.desktop.shell.screen import SOON_MS, banner_of, fill, form_of, leave_one_unsent, sign_in, window_of
from tests.server.world import PASSWORD, World, running

TRIES = 30


@pytest.fixture
def account(world: World) -> str:
    """Somebody whose own pages come later, so that only the shell is on screen."""
    world.staff(Role.UNION_STAFF, "org-7")
    return "org-7"


def end_all_sessions(world: World) -> None:
    """As an administrator would."""
    with world.context.database.writing() as session:
        session.execute(update(TokenFamily).values(ended_at=world.clock()))


def test_the_workspace_opens(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    window = window_of(desk)
    assert window.workspace is not None
    assert window.workspace.page_ids() == ["boards", "awards", "sync", "settings"]
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)
    qtbot.waitUntil(lambda: window.status_bar.item("outbox").text == "发件箱 0", timeout=SOON_MS)
    qtbot.waitUntil(lambda: "上次同步" in window.status_bar.item("synced").text, timeout=SOON_MS)
    assert "conflicts" not in window.status_bar.visible_items()
    assert desk.profile is not None
    assert desk.profile.context.settings.get(keys.SERVERS) == (server.url,)


def test_a_wrong_password_is_said_at_the_field(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    form = fill(desks(), server.url, account, "wrong password")
    form.button.click()
    qtbot.waitUntil(lambda: bool(form.password_field.error()), timeout=SOON_MS)
    assert "账号或密码不对" in form.password_field.error()
    assert form.password.hasSelectedText()
    form.password.setText(PASSWORD)
    assert form.password_field.error() == ""


@pytest.mark.expected_logs("", optional=True)
def test_too_many_tries_say_how_long_to_wait(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    form = fill(desks(), server.url, account)
    for number in range(TRIES):
        form.password.setText(f"wrong {number}")
        form.button.click()
        qtbot.waitUntil(lambda: not form.button.busy, timeout=SOON_MS)
        if banner_of(form):
            break
    assert "登录尝试太多" in banner_of(form)
    assert "秒后再试" in banner_of(form)


def test_reachability_follows_typing(qtbot: QtBot, server: World, desks: OpenDesk) -> None:
    desk = desks()
    form = form_of(desk)
    form.server.edit.setText(server.url)
    qtbot.waitUntil(lambda: "已连通" in form.server.words(), timeout=SOON_MS)
    assert window_of(desk).status_bar.item("network").text == "在线"
    form.server.edit.setText("127.0.0.1:1")
    qtbot.waitUntil(lambda: form.server.words() == "无法连通", timeout=SOON_MS)
    assert window_of(desk).status_bar.item("network").text == "离线"
    form.server.edit.setText("http://desk.example")
    qtbot.waitUntil(lambda: form.server.words() == "需要 https", timeout=SOON_MS)


def test_an_unreachable_server(qtbot: QtBot, desks: OpenDesk) -> None:
    form = fill(desks(), "127.0.0.1:1", "org-7")
    form.button.click()
    qtbot.waitUntil(lambda: bool(banner_of(form)), timeout=SOON_MS)
    assert "连不上服务器" in banner_of(form)


def test_going_on_offline_by_password(qtbot: QtBot, world: World, account: str, desks: OpenDesk) -> None:
    with running(world.context) as url:
        desk = desks()
        sign_in(qtbot, desk, url, account)
        leave_one_unsent(qtbot, desk)
    form = form_of(desks())
    assert form.offline_card.isVisible()
    assert "1 条待发送" in form.offline_card.line()
    assert form.account.text() == account
    form.password.setText("wrong password")
    form.offline_card.click()
    qtbot.waitUntil(lambda: bool(form.password_field.error()), timeout=SOON_MS)
    assert "与这台电脑上次使用的不一致" in form.password_field.error()
    form.password.setText(PASSWORD)
    desk = desks.now()
    with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
        form.offline_card.click()
    qtbot.waitUntil(lambda: window_of(desk).unsent() == 1, timeout=SOON_MS)
    assert window_of(desk).status_bar.item("network").text == "保持离线"


@pytest.mark.usefixtures("secret_service")
def test_a_key_in_the_keyring_does_not_open_without_the_password(
    qtbot: QtBot, world: World, account: str, desks: OpenDesk
) -> None:
    with running(world.context) as url:
        desk = desks()
        form = fill(desk, url, account)
        form.remember.setChecked(False)
        with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
            form.button.click()
        leave_one_unsent(qtbot, desk)
    form = form_of(desks())
    form.password.setText("wrong password")
    form.offline_card.click()
    qtbot.waitUntil(lambda: bool(form.password_field.error()), timeout=SOON_MS)
    form.password.setText(PASSWORD)
    with qtbot.waitSignal(desks.now().entered, timeout=SOON_MS):
        form.offline_card.click()


def test_offline_ends_after_fourteen_days(qtbot: QtBot, world: World, account: str, desks: OpenDesk) -> None:
    with running(world.context) as url:
        desk = desks()
        sign_in(qtbot, desk, url, account)
        leave_one_unsent(qtbot, desk)
    world.clock.forward(hours=24 * 14 + 1)
    form = form_of(desks())
    form.password.setText(PASSWORD)
    form.offline_card.click()
    qtbot.waitUntil(lambda: bool(banner_of(form)), timeout=SOON_MS)
    assert "14 天" in banner_of(form)
    world.clock.forward(hours=-2)
    desk = desks.now()
    with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
        form.offline_card.click()


def test_somebody_who_never_was_here_cannot_go_on(qtbot: QtBot, world: World, account: str, desks: OpenDesk) -> None:
    with running(world.context) as url:
        desk = desks()
        sign_in(qtbot, desk, url, account)
        leave_one_unsent(qtbot, desk)
    form = form_of(desks())
    form.account.setText("somebody-else")
    form.password.setText(PASSWORD)
    form.offline_card.click()
    qtbot.waitUntil(lambda: bool(banner_of(form)), timeout=SOON_MS)
    assert "还没有在这台电脑上登录过" in banner_of(form)


@pytest.mark.usefixtures("secret_service")
def test_remembered_for_the_next_start(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    sign_in(qtbot, desks(), server.url, account)
    desk = desks()
    assert window_of(desk).sign_in_page is None
    qtbot.waitUntil(lambda: desk.app_context is not None, timeout=SOON_MS)
    qtbot.waitUntil(lambda: window_of(desk).status_bar.item("network").text == "在线", timeout=SOON_MS)


def test_without_a_keyring_nobody_is_remembered(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    sign_in(qtbot, desks(), server.url, account)
    form = form_of(desks())
    assert form.account.text() == account
    assert banner_of(form) == ""


@pytest.mark.usefixtures("secret_service")
def test_an_expired_remembered_session_is_said(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    sign_in(qtbot, desks(), server.url, account)
    server.clock.forward(hours=24 * 8)
    desk = desks()
    qtbot.waitUntil(lambda: window_of(desk).sign_in_page is not None, timeout=SOON_MS)
    assert "登录已过期" in banner_of(form_of(desk))


@pytest.mark.usefixtures("secret_service")
def test_a_revoked_session_asks_again_and_keeps_the_outbox(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk
) -> None:
    sign_in(qtbot, desks(), server.url, account)
    leave_one_unsent(qtbot, desks.now())
    end_all_sessions(server)
    desk = desks()
    qtbot.waitUntil(lambda: desk.app_context is not None, timeout=SOON_MS)
    assert desk.app_context is not None
    desk.app_context.sync.keep_offline(False)
    window = window_of(desk)
    qtbot.waitUntil(lambda: window.notices.keys() == ["session"], timeout=SOON_MS)
    assert "发件箱" in window.notices.texts()[0]
    assert window.status_bar.item("network").text == "未登录"
    qtbot.waitUntil(lambda: window.unsent() == 1, timeout=SOON_MS)
    window.sign_in_again_wanted.emit()
    form = form_of(desk)
    assert form.account.text() == account
    form.password.setText(PASSWORD)
    with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
        form.button.click()
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)


def test_signing_out_with_unsent_decisions_asks_and_keeps_them(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk, answers: Answers
) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    leave_one_unsent(qtbot, desk)
    answers.give(False)
    window_of(desk).sign_out_wanted.emit()
    assert desk.app_context is not None
    assert "还有 1 个决定没有送达" in answers.asked[0]
    answers.give(True)
    window_of(desk).sign_out_wanted.emit()
    assert desk.app_context is None
    sign_in(qtbot, desk, server.url, account)
    qtbot.waitUntil(lambda: window_of(desk).unsent() == 1, timeout=SOON_MS)


def test_language_changes_inside_the_workspace(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    window_of(desk).keys.go("settings")
    assert desk.profile is not None
    desk.profile.context.settings.set(keys.LANGUAGE, "en")
    window = window_of(desk)
    assert window.workspace is not None
    assert window.place()[0] == "settings"
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "Online", timeout=SOON_MS)
