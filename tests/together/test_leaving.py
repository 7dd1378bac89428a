"""Quitting and signing out with unsent decisions ask and lose nothing; going on offline needs the password."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.dialogs import ConfirmDialog
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, Key, Screen
from tests.together.server import ServerProcess


class Answer:
    """Answers the question that comes next by one of its buttons; `title` and `text` are what was asked."""

    def __init__(self, yes: bool) -> None:
        self.words = ""
        self._yes = yes
        QTimer.singleShot(0, self._press)

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        self.words = "\n".join([dialog.windowTitle(), dialog.accessibleDescription(), dialog.act.text()])
        (dialog.act if self._yes else dialog.safe).click()


@pytest.fixture
def unsent(server: ServerProcess, desks: Desks, clip: Path) -> tuple[Screen, list[str], str]:
    """Two decisions in the outbox while the server is down; the works; the account."""
    works = server.add_works(4, clip)
    account = server.account(server.world.staff())
    server.start()
    screen = desks.open()
    screen.sign_in(server.url, account)
    screen.claim_until(4)
    screen.wait_for_videos()
    server.kill()
    screen.approve()
    screen.reject(1)
    screen.until(lambda: screen.status("outbox") == "发件箱 2")
    return screen, works, account


def test_quitting_asks_and_the_next_start_goes_on(
    server: ServerProcess, desks: Desks, unsent: tuple[Screen, list[str], str]
) -> None:
    screen, works, account = unsent
    stay = Answer(yes=False)
    screen.window.close()
    assert "还有 2 个决定没有送达" in stay.words
    assert screen.window.isVisible()
    quit_ = Answer(yes=True)
    screen.window.close()
    assert quit_.words
    assert screen.desk.window is None

    screen = desks.open()
    assert "2 条待发送" in screen.form.offline_card.line()
    screen.come_forward()
    screen.type_into(screen.form.password, "a wrong one")
    screen.press(Key.Key_O, CONTROL)
    screen.until(lambda: screen.form.password_field.error())
    screen.says("密码")
    assert screen.window.workspace is None
    screen.go_on_offline()
    screen.until(lambda: screen.status("outbox") == "发件箱 2")
    screen.until(lambda: screen.segment() == "待审 2")
    assert screen.approve().work == works[2]
    screen.until(lambda: screen.status("outbox") == "发件箱 3")
    assert not server.decisions()
    server.start()
    screen.press(Key.Key_F5)
    screen.says("登录")
    desks.close()
    screen = desks.open()
    screen.sign_in(server.url, account)
    screen.until(lambda: screen.status("outbox") == "发件箱 0")
    assert [(one.work, one.verdict) for one in server.decisions()] == [
        (works[0], "approve"), (works[1], "reject"), (works[2], "approve"),
    ]  # fmt: skip


def test_signing_out_asks_and_the_next_sign_in_sends(
    server: ServerProcess, unsent: tuple[Screen, list[str], str]
) -> None:
    screen, works, account = unsent
    stay = Answer(yes=False)
    screen.window.sign_out_wanted.emit()
    assert "还有 2 个决定没有送达" in stay.words
    assert screen.window.workspace is not None
    go = Answer(yes=True)
    screen.window.sign_out_wanted.emit()
    assert go.words
    screen.until(lambda: screen.window.sign_in_page is not None)
    server.start()
    screen.sign_in(server.url, account)
    screen.until(lambda: screen.status("outbox") == "发件箱 0" and screen.status("network") == "在线")
    assert [(one.work, one.verdict) for one in server.decisions()] == [(works[0], "approve"), (works[1], "reject")]


def test_signing_out_while_videos_come_ends_quietly(server: ServerProcess, desks: Desks, clip: Path) -> None:
    server.add_works(40, clip)
    account = server.account(server.world.staff())
    server.start()
    screen = desks.open()
    for visit in range(3):
        screen.sign_in(server.url, account)
        if visit == 0:
            screen.claim_until(20)
        screen.until(lambda: screen.segment() == "待审 20")
        screen.window.sign_out_wanted.emit()
        screen.until(lambda: screen.window.sign_in_page is not None)
        assert QApplication.activeModalWidget() is None
