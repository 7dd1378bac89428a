"""The demo's own server: a child that ends with the desk, a clock that waits for it, people to be."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.demo import accounts
from desktop.desk import Desk
from desktop.paths import Paths
from desktop.session.demo_server import DemoError, DemoServer, reset
from tests.desktop.shell.screen import SOON_MS, window_of

ROOT = Path(__file__).parents[3]
PASSWORD = "a random one"
PEOPLE = [("moderator", "reviewer-1", "审核员 0001"), ("org_admin", "org-1", "组织管理员 01")]
DIE_WITH_ME = """
import sys, time
from pathlib import Path
from desktop.paths import Paths
from desktop.session.demo_server import DemoServer
server = DemoServer(Paths(Path(sys.argv[1])))
server.start()
print(server._child.pid, server.url, flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data as a first start leaves it, but with two people only and no works."""
    folder = tmp_path_factory.mktemp("demo") / "server"
    folder.mkdir()
    for role, account, label in PEOPLE:
        command = [
            sys.executable,
            "-m",
            "server",
            "add-user",
            account,
            "--name",
            label,
            "--label",
            label,
            "--role",
            role,
        ]
        environment = os.environ | {"YJS_DATA_DIR": str(folder)}
        subprocess.run(command, cwd=ROOT, env=environment, input=PASSWORD, text=True, check=True, capture_output=True)
    rows = [{"role": role, "account": account, "password": PASSWORD, "label": label} for role, account, label in PEOPLE]
    (folder / "demo-accounts.json").write_text(json.dumps(rows), "utf-8")
    return folder


@pytest.fixture
def paths(made: Path, tmp_path: Path) -> Paths:
    """A demo profile with that data."""
    paths = Paths(tmp_path / "profile")
    paths.create()
    subprocess.run(["cp", "-r", str(made), str(paths.demo_server)], check=True)
    return paths


@pytest.fixture
def server(paths: Paths) -> Iterator[DemoServer]:
    """Stopped at the end."""
    server = DemoServer(paths)
    yield server
    server.stop()


def test_it_listens_on_loopback_and_says_that_it_is_a_demo(server: DemoServer) -> None:
    assert server.start() == server.url
    assert server.url.startswith("http://127.0.0.1:")
    health = requests.get(server.url + "/api/v1/public/health", timeout=10).json()
    assert health["demo"] is True
    assert 0 <= health["server_time"] - server.start_ms < 60_000


def test_its_clock_waits_while_it_is_off(paths: Paths, server: DemoServer) -> None:
    server.start()
    server.stop()
    again = DemoServer(paths)
    assert 0 < again.start_ms - server.start_ms < 60_000


def test_it_dies_with_a_killed_desk(paths: Paths) -> None:
    command = [sys.executable, "-c", DIE_WITH_ME, str(paths.profile)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        pid, url = desk.stdout.readline().split()
        requests.get(url + "/api/v1/public/health", timeout=10).raise_for_status()
        server = os.pidfd_open(int(pid))
        desk.send_signal(signal.SIGKILL)
        ended, _, _ = select.select([server], [], [], 20)
        os.close(server)
        assert ended, "the server outlives the desk"


def test_a_server_that_cannot_start_is_said(paths: Paths) -> None:
    (paths.demo_server / "server.db").write_bytes(b"not a database" * 1000)
    server = DemoServer(paths)
    with pytest.raises(DemoError):
        server.start()
    server.stop()
    assert (paths.logs / "demo-server.log").read_text("utf-8")


def test_reset_leaves_nothing_but_settings(paths: Paths) -> None:
    paths.settings_file.write_text("[look]\n", "utf-8")
    (paths.people / "abc").mkdir()
    reset(paths)
    assert accounts(paths) == []
    assert not paths.people.exists()
    assert paths.settings_file.exists()


def test_the_moderator_comes_in_and_somebody_else_can(qtbot: QtBot, qapp: QApplication, paths: Paths) -> None:
    for turn in ("first", "again"):
        desk = Desk(qapp, paths, demo=True)
        assert desk.start()
        qtbot.waitUntil(lambda desk=desk: desk.app_context is not None, timeout=SOON_MS)  # type: ignore[misc]
        bar = window_of(desk).status_bar
        qtbot.waitUntil(lambda bar=bar: bar.item("network").text == "在线", timeout=SOON_MS)  # type: ignore[misc]
        assert desk.app_context is not None
        assert desk.app_context.person.role == "moderator"
        assert bar.item("note").text == "示例数据，不会提交"
        assert window_of(desk).workspace is not None
        if turn == "again":
            window_of(desk).change_person_wanted.emit()
            page = window_of(desk).sign_in_page
            assert page is not None
            assert page.demo_form is not None
            assert list(page.demo_form.cards) == ["moderator", "org_admin"]
            with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
                page.demo_form.cards["org_admin"].click()
            assert desk.app_context.person.role == "org_admin"
        desk.leave()
        desk.deleteLater()
