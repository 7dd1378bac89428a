"""Signing in at a real server, and everything that can be in the way."""

import pytest
from pytestqt.qtbot import QtBot

from contract.roles import Role
from desktop import settings as keys
from desktop.store import outbox
from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import SOON_MS, banner_of, fill, form_of, sign_in, window_of
from tests.server.world import PASSWORD, World

DAY_H = 24


@pytest.fixture
def account(world: World) -> str:
    """Somebody whose own pages come later, so that only the shell is on screen."""
    world.staff(Role.ORG_ADMIN, "org-7")
    return "org-7"


def test_the_workspace_opens(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    window = window_of(desk)
    assert window.workspace is not None
    assert window.workspace.page_ids() == ["later", "sync", "settings"]
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)
    qtbot.waitUntil(lambda: window.status_bar.item("outbox").text == "发件箱 0", timeout=SOON_MS)
    assert "上次同步" in window.status_bar.item("synced").text
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


def test_too_many_tries_say_how_long_to_wait(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    form = form_of(desks())
    for n in range(30):
        fill_again = fill
        form.server.edit.setText(server.url)
        form.account.setText(account)
        form.password.setText(f"wrong {n}")
        form.button.click()
        qtbot.waitUntil(lambda: not form.button.busy, timeout=SOON_MS)
        if banner_of(form):
            break
    assert "登录尝试太多" in banner_of(form)
    assert "秒后再试" in banner_of(form)
    assert fill_again is fill


def test_a_suspended_account(qtbot: QtBot, server: World, account: str, desks: OpenDesk) -> None:
    form = fill(desks(), server.url, "nobody-here")
    form.button.click()
    qtbot.waitUntil(lambda: bool(form.password_field.error()), timeout=SOON_MS)


def test_reachability_follows_typing(qtbot: QtBot, server: World, desks: OpenDesk) -> None:
    desk = desks()
    form = form_of(desk)
    form.server.edit.setText(server.url)
    qtbot.waitUntil(lambda: "已连通" in form.server._words.text(), timeout=SOON_MS)
    assert window_of(desk).status_bar.item("network").text == "在线"
    form.server.edit.setText("127.0.0.1:1")
    qtbot.waitUntil(lambda: form.server._words.text() == "无法连通", timeout=SOON_MS)
    assert window_of(desk).status_bar.item("network").text == "离线"
    form.server.edit.setText("http://desk.example")
    qtbot.waitUntil(lambda: form.server._words.text() == "需要 https", timeout=SOON_MS)


def test_going_on_offline(qtbot: QtBot, world: World, account: str, desks: OpenDesk, server_of: "ServerOf") -> None:
    with server_of(world):
        desk = desks()
        sign_in(qtbot, desk, world.url, account)
        context = desk.app_context
        assert context is not None
        context.local_store.write(lambda store: outbox.append(store, "review.undo", {"decision_id": "x"}, {}))
        qtbot.waitUntil(lambda: window_of(desk).unsent() == 1, timeout=SOON_MS)
        context.sync.keep_offline(True)
