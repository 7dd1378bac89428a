"""A desk in a process of its own that decides by keys and says what it shows: `python -m … PROFILE URL ACCOUNT [SEED]`.

Prints a line for each fact: `pressed ID VERDICT` before the first key of a decision, `appeared ID` when another work
than ID stands on screen, `claimed N`, `nothing` when no work is left. Approves and rejects by a seeded die.
"""

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from desktop.desk import Desk
from desktop.paths import Paths
from desktop.views.works.page import WorksPage
from tests.server.world import PASSWORD
from tests.together.desk import Screen

LOOK_MS = 5
STUCK_S = 25.0
CLAIM = 20
Key = Qt.Key


def say(*words: object) -> None:
    """One line, at once."""
    print(*words, flush=True)


class Driver(QObject):
    """Looks at the screen often and does the next thing; each `_…` step returns the one that follows."""

    def __init__(self, desk: Desk, url: str, account: str, seed: int) -> None:
        super().__init__()
        self._desk, self._url, self._account = desk, url, account
        self._die = random.Random(seed)
        self._work = ""
        self._step = self._sign_in
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        before, self._step = self._step, self._step()
        if self._step != before:
            self._since = time.monotonic()
        elif time.monotonic() - self._since > STUCK_S:
            say("stuck", self._step.__name__, " ".join(Screen(None, self._desk).words().split()))
            os._exit(3)

    def _sign_in(self):  # type: ignore[no-untyped-def]
        window = self._desk.window
        window.activateWindow()
        if not window.isActiveWindow():
            return self._sign_in
        form = window.sign_in_page.form
        for field, text in ((form.server.edit, self._url), (form.account, self._account), (form.password, PASSWORD)):
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, text)
        return self._connect

    def _connect(self):  # type: ignore[no-untyped-def]
        """Signs in when the server answers, else goes on offline."""
        form = self._desk.window.sign_in_page.form
        if "已连通" in form.server.words():
            self._press(Key.Key_Return)
        elif form.server.words() == "无法连通":
            self._press(Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        else:
            return self._connect
        return self._enter

    def _enter(self):  # type: ignore[no-untyped-def]
        page = self._page()
        if page is None or page.feed.now is None:
            return self._enter
        if page.feed.now.counts.pending or not page.videos.online:
            return self._ready
        self._press(Key.Key_C)
        return self._claim

    def _claim(self):  # type: ignore[no-untyped-def]
        if not self._page().rows.order:
            return self._claim
        say("claimed", len(self._page().rows.order))
        return self._ready

    def _ready(self):  # type: ignore[no-untyped-def]
        page = self._page()
        if not page.subject() and page.feed.now is not None and not page.feed.now.counts.pending:
            say("nothing")
            self._timer.stop()
        if not page.accepts_decisions:
            return self._ready
        self._work = page.subject()
        verdict = self._die.choice(("approve", "reject"))
        say("pressed", self._work, verdict)
        for key in (Key.Key_A,) if verdict == "approve" else (Key.Key_R, Key.Key_7, Key.Key_Return):
            self._press(key)
        return self._appear

    def _appear(self):  # type: ignore[no-untyped-def]
        if self._page().subject() == self._work:
            return self._appear
        say("appeared", self._work)
        return self._ready

    def _page(self) -> WorksPage | None:
        workspace = self._desk.window.workspace
        page = workspace.page() if workspace else None
        return page if isinstance(page, WorksPage) else None

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._desk.window, key, modifier)


def main() -> int:
    """Runs until it is killed."""
    profile, url, account, seed = sys.argv[1:]
    app = make_application()
    desk = Desk(app, Paths(Path(profile)))
    if not desk.start():
        return 1
    driver = Driver(desk, url, account, int(seed))
    return app.exec() if driver else 1


if __name__ == "__main__":
    sys.exit(main())
