"""`--tour DIR`: the desk shows itself. The same window, driven by key presses; pictures and counted facts go to DIR.

What tour.json says is read from the tables of server and store, not from what the script meant to do. Where they
disagree, or a step does not come about, the exit code is 1.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import settings as keys
from desktop.context import AppContext
from desktop.tour_facts import Facts, server_facts, store_facts

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.views.works.page import WorksPage

STEP_MS: Final = 15
LIMIT_S: Final = 30.0
FIRST_LIMIT_S: Final = 900.0
"""The first start makes the sample videos."""
PLAY_MS: Final = 1_500
ONLINE, OFFLINE = "AARAA", "ARA"
"""Decisions made with and without the network: approve, or reject."""
Condition = Callable[[], bool]
Key = Qt.Key
log = logging.getLogger(__name__)


class TourError(Exception):
    """A step did not come about."""


def start(desk: Desk, folder: Path) -> None:
    """Begin when the demo's moderator has come in; the application ends with the tour."""
    folder.mkdir(parents=True, exist_ok=True)
    Tour(desk, folder)


class Tour(QObject):
    """Runs `_script` step by step: it yields what to wait for."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk)
        self._desk, self._folder = desk, folder
        self._began = time.monotonic()
        self._start_ms = 0
        self._pictures: list[str] = []
        self._steps = self._script()
        self._waits_for: Condition = self._entered
        self._deadline = time.monotonic() + FIRST_LIMIT_S
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _entered(self) -> bool:
        page = self._desk.window.sign_in_page if self._desk.window else None
        form = page.demo_form if page else None
        if form is not None and form.banner.isVisible() and form.banner.kind == "error":
            raise TourError(
                f"the demo did not start: {form.banner.accessibleName()} {form.banner.accessibleDescription()}"
            )
        return self._desk.app_context is not None

    def _tick(self) -> None:
        try:
            if self._waits_for():
                self._waits_for = next(self._steps)
                self._deadline = time.monotonic() + LIMIT_S
            elif time.monotonic() > self._deadline:
                raise TourError(f"waited {LIMIT_S:.0f} s in vain after {self._pictures[-1:] or 'the start'}")
        except StopIteration:
            self._end(0)
        except Exception:
            log.exception("the tour broke off")
            if self._desk.window is not None:
                self._desk.window.grab().save(str(self._folder / "failed.png"))
            self._end(1)

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._context.settings.set(keys.THEME, "light") if self._desk.app_context else None
        print(f"tour: {'done' if code == 0 else 'FAILED'}, {len(self._pictures)} pictures in {self._folder}")
        self._desk.leave()
        QApplication.exit(code)

    @property
    def _context(self) -> AppContext:
        assert self._desk.app_context is not None
        return self._desk.app_context

    @property
    def _window(self) -> QWidget:
        assert self._desk.window is not None
        return self._desk.window

    @property
    def _works(self) -> WorksPage:
        from desktop.views.works.page import WorksPage

        return next(page for page in self._window.findChildren(WorksPage))

    def _script(self) -> Iterator[Condition]:
        self._start_ms = self._context.clock.now_ms()
        self._context.settings.set(keys.KEEP_OFFLINE, False)
        self._window.resize(QSize(1440, 900))
        yield self._watchable
        yield _after(PLAY_MS)
        yield from self._show("01-works")
        yield from self._overlays()
        yield from self._decide(ONLINE)
        yield from self._claim()
        yield from self._offline()
        yield from self._show_tab("sync", "05-sync")
        yield from self._show_tab("settings", "09-settings")
        yield from self._show_tab("works", "01-works-end")
        self._window.resize(QSize(1280, 720))
        yield _after(400)
        yield from self._show("01-works-1280x720")
        self._window.resize(QSize(1440, 900))
        yield from self._settle()
        yield from self._compare()
        yield from self._admin()

    def _overlays(self) -> Iterator[Condition]:
        """The reject panel with a reason and a note, the key sheet, the palette."""
        yield from self._press(Key.Key_R)
        yield from self._press(Key.Key_3)
        yield from self._show("01-works-reject")
        yield from self._press(Key.Key_Escape)
        yield from self._press(Key.Key_Question)
        yield from self._show("keys")
        yield from self._press(Key.Key_Escape)
        yield from self._press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        yield from self._show("palette")
        yield from self._press(Key.Key_Escape)

    def _claim(self) -> Iterator[Condition]:
        """Another batch, by key; the queue grows."""
        before = self._works.queue.list.model().rowCount()
        yield from self._press(Key.Key_C)
        yield lambda: self._works.queue.list.model().rowCount() > before

    def _offline(self) -> Iterator[Condition]:
        """Off the network by key, some decisions, a look, and back."""
        network = self._context.sync
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        yield from self._press(Key.Key_O, modifiers)
        yield lambda: network.network.kind == "keep-offline"
        yield from self._decide(OFFLINE)
        yield _after(PLAY_MS)
        yield from self._show("01-works-offline")
        yield from self._show_tab("sync", "05-sync-offline")
        yield from self._show_tab("works", "")
        yield from self._press(Key.Key_O, modifiers)
        yield lambda: network.network.kind in ("online", "slow")
        yield from self._settle()

    def _decide(self, verdicts: str) -> Iterator[Condition]:
        """One key for each approval, three for each rejection; the next work must appear before the next key."""
        for verdict in verdicts:
            yield self._watchable
            before = self._works.showing.work_id
            yield from self._press(Key.Key_A if verdict == "A" else Key.Key_R)
            if verdict == "R":
                yield from self._press(Key.Key_4)
                yield from self._press(Key.Key_Return)
            yield lambda before=before: self._works.showing.work_id != before  # type: ignore[misc]

    def _settle(self) -> Iterator[Condition]:
        """Everything decided has been answered, and the queue is what the server says."""
        found: list[Facts] = []
        while not found or found[-1].unsent or not self._context.sync.up_to_date:
            count = len(found)
            self._context.local_store.read(lambda store: store_facts(store, self._start_ms), found.append, self)
            yield lambda count=count: len(found) > count  # type: ignore[misc]
            yield _after(60)
        self._here = found[-1]

    def _compare(self) -> Iterator[Condition]:
        """Counts of both sides; raises TourError where they disagree."""
        assert self._desk.demo is not None
        there = server_facts(self._context.paths.demo_server, self._context.person.id, self._here.ids)
        here = self._here
        wanted = len(ONLINE) + len(OFFLINE)
        agree = {
            "decided": here.decided == there.decided == wanted,
            "confirmed": here.confirmed == there.confirmed,
            "conflicts": here.conflicts == there.conflicts,
            "pulled": here.pulled == there.pulled,
        }
        report = {
            "works_pulled": there.pulled,
            "decided": there.decided,
            "confirmed": there.confirmed,
            "conflicts": there.conflicts,
            "seconds": round(time.monotonic() - self._began, 1),
            "desk": here.numbers(),
            "server": there.numbers(),
            "agree": agree,
            "pictures": sorted(self._pictures),
        }
        (self._folder / "tour.json").write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", "utf-8")
        if not all(agree.values()):
            raise TourError(f"desk and server disagree: {agree}")
        yield lambda: True

    def _admin(self) -> Iterator[Condition]:
        """The platform admin's view of all works."""
        desk = self._desk
        assert desk.demo is not None
        admin = next(one for one in desk.demo.server.accounts() if one.role == "platform_admin")
        before = self._context
        desk.change_to(admin)
        yield lambda: desk.app_context not in (None, before)
        yield _after(400)
        yield from self._show_tab("browse", "10-all-works")

    def _watchable(self) -> bool:
        """A work is on screen, its video has shown a picture or has said why not, and a decision would count."""
        from desktop.views.works.page import WorksPage

        pages = self._window.findChildren(WorksPage)
        if not pages or not pages[0].accepts_decisions:
            return False
        viewer = pages[0].viewer
        return bool(viewer.problem) or viewer.surface.has_painted_frame

    def _press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Iterator[Condition]:
        focus = QApplication.focusWidget()
        target = focus if focus is not None and focus.isVisible() else self._window
        log.info("press %s at %s", key, type(target).__name__)
        QTest.keyClick(target, key, modifiers)
        yield _after(150)

    def _show_tab(self, page_id: str, name: str) -> Iterator[Condition]:
        self._context.navigation.go(page_id)
        yield _after(500)
        if name:
            yield from self._show(name)

    def _show(self, name: str) -> Iterator[Condition]:
        """A picture of the window in both themes."""
        for theme in ("dark", "light"):
            self._context.settings.set(keys.THEME, theme)
            yield _after(250)
            file = f"{name}-{theme}.png"
            self._window.grab().save(str(self._folder / file))
            self._pictures.append(file)


def _after(ms: int) -> Condition:
    """True when `ms` have passed."""
    until = time.monotonic() + ms / 1000
    return lambda: time.monotonic() >= until
