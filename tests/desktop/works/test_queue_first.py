"""The queue comes first: what takes long to load or to build follows when its rows are on screen."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.works.page import WorksPage
from desktop.views.works.viewer import Viewer
from tests.desktop.works.desk_world import DeskWorld, work_id
from tests.desktop.works.keyboard import Keyboard, shown_title

OpenPage = Callable[..., WorksPage]
Key = Qt.Key
ROOT = Path(__file__).parents[3]
HEAVY = ("pydantic", "contract.wire", "requests", "urllib3", "sqlalchemy", "vlc", "asyncio", "email", "socket")
REST = ("vlc", "desktop.player.engine", "desktop.ui.timeline", "desktop.views.works.review")
LOOK = "import sys, desktop.views.works.page; print(*[name for name in {0} if name in sys.modules])"
START = """
import sys, tempfile
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import build, work_facts
def say():
    print(len(page.queue.list.rows.rows()), *[name for name in sys.argv[1:] if name in sys.modules], flush=True)
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            say()
            watched.removeEventFilter(self)
        return False
app = QApplication([])
with tempfile.TemporaryDirectory() as folder:
    world = build(Path(folder), app)
    world.put("work", [work_facts(1), work_facts(2)])
    page = WorksPage(world.context)
    first = FirstPaint()
    page.queue.list.viewport().installEventFilter(first)
    page.show()
    page.activate()
    while not page.accepts_decisions:
        app.processEvents()
    say()
    page.deleteLater()
    app.sendPostedEvents()
    world.close()
"""


def lines(code: str, *arguments: str) -> list[list[str]]:
    """What a Python of its own prints, in words."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def test_the_page_loads_nothing_heavy() -> None:
    assert lines(LOOK.format(HEAVY)) == [[]]


def test_player_and_inspector_are_loaded_after_the_first_picture_of_the_queue() -> None:
    first, later = lines(START, *REST)
    assert first == ["2"]
    assert later[0] == "2"
    assert set(later[1:]) >= set(REST) - {"vlc"}


def test_behind_another_tab_nothing_is_opened(
    qtbot: QtBot, claimed: DeskWorld, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = WorksPage(claimed.context)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    page.hide()
    qtbot.waitUntil(lambda: len(page.rows.order) == 5)
    page.queue.filled.emit()
    assert page.findChildren(Viewer) == []
    assert page.subject() == ""
    page.show()
    page.activateWindow()
    page.activate()
    keyboard.ready(page, "第 1 件作品")
    keyboard.playing(page)


def test_keys_that_come_too_early_decide_nothing(
    qtbot: QtBot, claimed: DeskWorld, keyboard: Keyboard, open_page: OpenPage
) -> None:
    early = Key.Key_A, Key.Key_R, Key.Key_3, Key.Key_Return
    gate = threading.Event()
    claimed.context.local_store.read(lambda _store: gate.wait(5), lambda _open: None)
    page = open_page()
    keyboard.press(*early)  # the queue is not there yet
    assert page.findChildren(Viewer) == []
    page.queue.filled.connect(lambda: keyboard.press(*early))  # the buttons are there, no work is on screen yet
    with qtbot.waitSignal(page.queue.filled):  # asking for the title would make the viewer at once
        gate.set()
    keyboard.ready(page, "第 1 件作品")
    assert claimed.decisions() == []
    assert page.inspector.isVisible()
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]


def test_who_is_in_the_search_field_by_then_stays_there(
    qtbot: QtBot, claimed: DeskWorld, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = open_page()
    keyboard.press("/")
    keyboard.write("108")
    qtbot.waitUntil(lambda: shown_title(page) == "第 1 件作品")
    assert QApplication.focusWidget() is page.queue.search
    assert page.queue.search.text() == "108"
