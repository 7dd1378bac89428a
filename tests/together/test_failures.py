"""What can go wrong between window and server: each time a clear Chinese message, and nothing is lost."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.ui.banner import Banner
from tests.together.cable import Cable, certificate, older_desk
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, Key, Screen
from tests.together.server import ROOT, ServerProcess

TRIES = 12


class AtWork:
    """A moderator with claimed works; `arrived` says whether the one decision made in trouble is on the server."""

    def __init__(self, server: ServerProcess, desks: Desks, clip: Path, works: int = 3) -> None:
        self.server, self.desks = server, desks
        self.works = server.add_works(works, clip)
        self.moderator = server.world.staff()
        self.account = server.account(self.moderator)
        server.start()

    def open(self, url: str, profile: Path | None = None) -> Screen:
        """Signs in and claims."""
        self.screen = self.desks.open(profile=profile)
        self.screen.sign_in(url, self.account)
        self.screen.claim_until(len(self.works))
        self.screen.wait_for_videos()
        return self.screen

    def decide_in_trouble(self) -> None:
        """One decision that cannot go out is shown as kept here, not as done."""
        assert self.screen.approve().work == self.works[0]
        self.screen.until(lambda: self.screen.status("outbox") == "发件箱 1")
        assert not self.server.decisions()
        self.screen.show_segment("已决定")
        self.screen.until(lambda: len(self.screen.rows()) == 1)
        row = self.screen.rows()[0]
        assert "本机已决定" in row
        assert "已通过" not in row
        self.screen.show_segment("待审")

    def wait_until_arrived(self) -> None:
        """It goes out by itself, once."""
        self.screen.until(lambda: self.screen.status("outbox") == "发件箱 0", 60_000)
        assert [(one.work, one.status) for one in self.server.decisions()] == [(self.works[0], "applied")]

    def trouble_in_words(self, *parts: str) -> None:
        """The sync centre says what happened and what is kept; the status bar says that we are away."""
        self.screen.until(lambda: self.screen.status("network") == "离线")
        self.screen.press(Key.Key_2, CONTROL)
        self.screen.says(*parts)
        self.screen.press(Key.Key_1, CONTROL)


@pytest.fixture
def at_work(server: ServerProcess, desks: Desks, clip: Path) -> AtWork:
    """The server runs; nobody has signed in yet."""
    return AtWork(server, desks, clip)


def test_wrong_password_then_too_many_tries(server: ServerProcess, desks: Desks) -> None:
    account = server.account(server.world.staff())
    server.start()
    screen = desks.open()
    screen.fill_form(server.url, account, "not the password")
    screen.press(Key.Key_Return)
    screen.says("账号或密码不对")
    for _ in range(TRIES):
        if any("登录尝试太多" in said for said in screen.banners()):
            break
        screen.until(lambda: not screen.form.button.busy)
        screen.type_into(screen.form.password, "wrong again")
        screen.press(Key.Key_Return)
        screen.until(lambda: screen.form.password_field.error() or screen.banners())
    words = screen.says("登录尝试太多", "秒后再试", "本机的数据都在")
    assert server.url.removeprefix("http://") in screen.form.server.edit.text()
    assert "429" not in words


@pytest.mark.parametrize("end", ["revoked", "expired"])
def test_the_session_ends_on_the_server_while_working(at_work: AtWork, cable: Callable[..., Cable], end: str) -> None:
    wire = cable()
    screen = at_work.open(wire.url)
    if end == "revoked":
        at_work.server.end_sessions()
        said = "登录已被服务器结束"
    else:
        at_work.server.expire_sessions()
        said = "登录已过期"
    wire.set()  # the long poll that is under way breaks
    screen.approve()
    screen.says(said, "发件箱")
    screen.until(lambda: screen.status("network") == "未登录")
    screen.until(lambda: screen.status("outbox") == "发件箱 1")
    assert not at_work.server.decisions()
    click(screen, "重新登录")
    screen.until(lambda: screen.window.sign_in_page is not None)
    assert screen.form.account.text() == at_work.account
    screen.sign_in(wire.url, at_work.account)
    at_work.wait_until_arrived()
    screen.until(lambda: screen.status("network") == "在线")


def click(screen: Screen, text: str) -> None:
    """Presses the visible button with this text."""
    button = next(one for one in screen.window.findChildren(QAbstractButton) if one.isVisible() and one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_desk_that_is_too_old(at_work: AtWork, cable: Callable[..., Cable]) -> None:
    wire = cable()
    screen = at_work.open(wire.url)
    wire.set(up=older_desk)
    at_work.decide_in_trouble()
    screen.says("太旧", "0.1.0", "发件箱")
    screen.until(lambda: screen.status("network") not in ("在线", "离线"))
    at_work.desks.close()
    screen = at_work.desks.open()
    screen.fill_form(wire.url, at_work.account)
    screen.press(Key.Key_Return)
    screen.says("太旧", "0.1.0", "发件箱")
    wire.set()
    screen.sign_in(wire.url, at_work.account)
    at_work.screen = screen
    at_work.wait_until_arrived()


def test_a_sign_in_page_of_the_network_answers(at_work: AtWork, cable: Callable[..., Cable]) -> None:
    wire = cable()
    at_work.open(wire.url)
    wire.set(portal=True)
    at_work.decide_in_trouble()
    at_work.trouble_in_words("不是工作台服务器", "发件箱")
    wire.set()
    at_work.screen.press(Key.Key_F5)
    at_work.wait_until_arrived()


@pytest.mark.expected_logs("urllib3.connection: Failed to parse headers", optional=True)  # cut within a header
def test_answers_break_off(at_work: AtWork, cable: Callable[..., Cable]) -> None:
    wire = cable()
    screen = at_work.open(wire.url)
    wire.set(cut_after=330)
    screen.approve()
    at_work.trouble_in_words("中途断了", "发件箱")
    screen.until(lambda: screen.status("outbox") == "发件箱 1")
    wire.set()
    screen.press(Key.Key_F5)
    at_work.wait_until_arrived()


def test_a_certificate_that_nobody_vouches_for(
    at_work: AtWork, cable: Callable[..., Cable], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, file = certificate(tmp_path, "good")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(file))
    wire = cable(good)
    screen = at_work.open(wire.url)
    wire.set(tls=certificate(tmp_path, "bad")[0])
    at_work.decide_in_trouble()
    at_work.trouble_in_words("证书", "发件箱")
    at_work.desks.close()
    screen = at_work.screen = at_work.desks.open()
    screen.fill_form(wire.url, at_work.account)
    screen.press(Key.Key_Return)
    screen.says("证书", "发件箱")
    wire.set(tls=good)
    screen.sign_in(wire.url, at_work.account)
    at_work.wait_until_arrived()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 40 MiB."""
    mount = tmp_path / "small"
    mount.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", mount], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting a small file system needs root")
    yield mount
    subprocess.run(["umount", "-l", mount], check=True)


def fill_up(file: Path) -> None:
    """Writes until there is no room."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with contextlib.suppress(OSError):
        while True:
            os.write(handle, b"\0" * 4096)
    os.close(handle)


def not_saved(screen: Screen) -> bool:
    """The page says that the decision was not saved."""
    return any("磁盘已满" in one.accessibleName() for one in screen.page.findChildren(Banner) if one.isVisible())


def test_the_disk_is_full_while_deciding(at_work: AtWork, small_disk: Path) -> None:
    screen = at_work.desks.open(profile=small_disk / "desk")
    screen.sign_in(at_work.server.url, at_work.account)
    screen.claim_until(len(at_work.works))
    at_work.server.kill()
    screen.until(lambda: screen.status("network") == "离线")
    filler = small_disk / "filler"
    saved = []
    for _ in range(len(at_work.works)):
        screen.until(lambda: screen.page.accepts_decisions)
        work = screen.page.subject()
        fill_up(filler)
        screen.press(Key.Key_A)
        screen.until(lambda work=work: screen.page.subject() != work or not_saved(screen))
        if screen.page.subject() == work:
            break
        saved.append(work)
    else:
        pytest.fail("the disk was never full")
    screen.says("磁盘已满", "没有存上", "之前存下的都在")
    assert screen.page.subject() == work
    screen.until(lambda: screen.status("outbox") == f"发件箱 {len(saved)}")
    filler.unlink()
    screen.until(lambda: screen.page.accepts_decisions)
    assert screen.approve().work == work
    screen.until(lambda: screen.status("outbox") == f"发件箱 {len(saved) + 1}")
    at_work.server.start()
    screen.press(Key.Key_F5)
    screen.until(lambda: screen.status("outbox") == "发件箱 0", 60_000)
    assert [one.work for one in at_work.server.decisions()] == [*saved, work]
    at_work.desks.close()  # before its disk goes


def test_a_second_desk_on_the_same_profile_raises_the_first(desks: Desks) -> None:
    screen = desks.open()
    window = screen.window
    window.showMinimized()
    screen.until(window.isMinimized)
    second = subprocess.Popen(
        [sys.executable, "main.py", "--profile", str(desks.folder / "desk")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    screen.until(lambda: second.poll() is not None)
    said = second.communicate()[1]
    assert second.returncode == 0
    assert "already" in said
    assert "Traceback" not in said
    screen.until(lambda: not window.isMinimized() and window.isVisible())
