"""Everything that can be wrong between desk and server: each has its words, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pytestqt.qtbot import QtBot

from contract.roles import Role
from desktop.store import Store, outbox
from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import SOON_MS, banner_of, fill, sign_in, window_of
from tests.server.world import World
from tests.together.cable import Cable, certificate, older_desk

UNDO = {"decision_id": "018f0000-0000-7000-8000-000000000001"}


@pytest.fixture
def account(world: World) -> str:
    """Somebody who reviews nothing, so that the queue asks for nothing."""
    world.staff(Role.UNION_STAFF, "org-7")
    return "org-7"


@pytest.fixture
def cable(server: World) -> Iterator[Cable]:
    """Between desk and server."""
    cable = Cable(urlsplit(server.url).port or 0)
    yield cable
    cable.close()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"portal": True}, "不是工作台服务器"),
        ({"up": older_desk}, "安装 0.1.0 或更新的版本"),
        ({"cut_after": 400}, "中途断了"),
        ({"cut_after": 0}, "连不上服务器"),
        ({"unplugged": True}, "连不上服务器"),
    ],
)
def test_signing_in_by_a_bad_cable(
    qtbot: QtBot, cable: Cable, account: str, desks: OpenDesk, state: dict[str, object], words: str
) -> None:
    cable.set(**state)  # type: ignore[arg-type]
    form = fill(desks(), cable.url, account)
    form.button.click()
    qtbot.waitUntil(lambda: bool(banner_of(form)), timeout=SOON_MS)
    assert words in banner_of(form)
    assert form.password.text(), "what was typed stays"
    cable.set()
    with qtbot.waitSignal(desks.now().entered, timeout=SOON_MS):
        form.button.click()


def test_a_certificate_nobody_vouches_for(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk, tmp_path: Path
) -> None:
    tls, _ = certificate(tmp_path, "somebody")
    cable = Cable(urlsplit(server.url).port or 0, tls)
    try:
        form = fill(desks(), cable.url, account)
        form.button.click()
        qtbot.waitUntil(lambda: bool(banner_of(form)), timeout=SOON_MS)
        assert "无法验证服务器的证书" in banner_of(form)
        assert "什么都没有发送" in banner_of(form)
    finally:
        cable.close()


def test_the_network_goes_and_comes_back(qtbot: QtBot, cable: Cable, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, cable.url, account)
    bar, context = window_of(desk).status_bar, desk.app_context
    assert context is not None
    qtbot.waitUntil(lambda: bar.item("network").text == "在线", timeout=SOON_MS)
    cable.set(unplugged=True)
    qtbot.waitUntil(lambda: bar.item("network").text == "离线", timeout=SOON_MS)
    assert "决定都在发件箱里" in bar.item("network").tip

    def append(store: Store) -> None:
        outbox.append(store, "review.undo", UNDO, {})

    context.local_store.write(append)
    qtbot.waitUntil(lambda: bar.item("outbox").text == "发件箱 1", timeout=SOON_MS)
    cable.set()
    qtbot.waitUntil(lambda: bar.item("network").text == "在线", timeout=SOON_MS)
    qtbot.waitUntil(lambda: bar.item("outbox").text == "发件箱 0", timeout=SOON_MS)
    assert [kind for _, kind in context.sync.history()] == ["online", "offline", "online"]


def test_keeping_offline_stops_all_traffic(qtbot: QtBot, cable: Cable, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, cable.url, account)
    window, context = window_of(desk), desk.app_context
    assert context is not None
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)
    window.keys.toggle_keep_offline()
    assert window.status_bar.item("network").text == "保持离线"
    qtbot.waitUntil(lambda: not context.sync.pushing, timeout=SOON_MS)
    asked: list[str] = []
    context.sync.state_changed.connect(lambda: asked.append(context.sync.network.kind))
    context.sync.sync_now()
    context.sync.look_again()
    assert not context.sync.pushing
    assert set(asked) <= {"keep-offline"}
    window.keys.toggle_keep_offline()
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)


def test_a_server_that_wants_a_newer_desk(qtbot: QtBot, cable: Cable, account: str, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, cable.url, account)
    window = window_of(desk)
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "在线", timeout=SOON_MS)
    cable.set(up=older_desk)
    qtbot.waitUntil(lambda: window.status_bar.item("network").text == "版本过旧", timeout=SOON_MS)
    assert window.notices.keys() == ["session"]
    assert "0.1.0" in window.notices.texts()[0]
    assert "发件箱" in window.notices.texts()[0]
