"""What is loaded by the time the queue is on screen: the libraries that take long come after it."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import sign_in
from tests.server.world import World

ROOT = Path(__file__).resolve().parents[3]
HEAVY = "sqlalchemy", "pydantic", "requests", "urllib3", "contract.wire", "vlc", "av", "openpyxl", "argon2"
START = """
import sys
from pathlib import Path
from desktop.app import make_application
from desktop.clock import SystemClock
from desktop.desk import Desk
from desktop.paths import Paths
class Clock(SystemClock):
    def now_ms(self):
        return int(sys.argv[2])
def say(when):
    print(when, *(name for name in sys.argv[3:] if name in sys.modules), flush=True)
def entered(context):
    feed = desk.window.workspace.page().feed
    def shown():
        say("queue")
        context.sync.state_changed.connect(network)
    feed.changed.connect(shown)
def network():
    if desk.app_context.sync.network.kind == "online":
        say("online")
        desk.quit()
app = make_application()
desk = Desk(app, Paths(Path(sys.argv[1])), clock=Clock())
desk.entered.connect(entered)
assert desk.start()
desk.window.painted.connect(lambda: say("window"))
app.exec()
"""


@pytest.fixture
def account(world: World) -> str:
    """A moderator."""
    world.staff(account="reviewer-1")
    return "reviewer-1"


@pytest.mark.usefixtures("secret_service")
def test_the_queue_comes_before_the_heavy_libraries(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk, tmp_path: Path
) -> None:
    sign_in(qtbot, desks(), server.url, account)
    desks.close()
    start = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "profile"), str(server.clock.now), *HEAVY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert start.returncode == 0, start.stderr
    window, queue, online = (line.split() for line in start.stdout.splitlines()[:3])
    assert (window, queue) == (["window"], ["queue"])
    assert {"requests", "pydantic", "contract.wire"} <= set(online)  # and then they are there
