"""`--tour DIR`: the desk shows itself. The same window, driven by key presses; pictures and counted facts go to DIR.

What tour.json says is read from the tables of server and store, not from what the script meant to do. Where they
disagree, or a step does not come about, the exit code is 1.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import settings as keys
from desktop.context import AppContext
from desktop.tour_admins import members, organizations
from desktop.tour_facts import Facts, server_facts, store_facts
from desktop.tour_steps import Condition, after
from desktop.tour_union import awards, boards

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
        self.desk, self.folder = desk, folder
        self.files: list[str] = []
        self._began = time.monotonic()
        self._start_ms = 0
        self._pictures: list[str] = []
        self._facts: dict[str, object] = {}
        self._steps = self._script()
        self._waits_for: Condition = self._entered
        self._deadline = time.monotonic() + FIRST_LIMIT_S
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _entered(self) -> bool:
        page = self.desk.window.sign_in_page if self.desk.window else None
        form = page.demo_form if page else None
        if form is not None and form.banner.isVisible() and form.banner.kind == "error":
            raise TourError(
                f"the demo did not start: {form.banner.accessibleName()} {form.banner.accessibleDescription()}"
            )
        return self.desk.app_context is not None

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
            if self.desk.window is not None:
                self.desk.window.grab().save(str(self.folder / "failed.png"))
            self._end(1)

    def _end(self, code: int) -> None:
        self._timer.stop()
        self.context.settings.set(keys.THEME, "light") if self.desk.app_context else None
        print(f"tour: {'done' if code == 0 else 'FAILED'}, {len(self._pictures)} pictures in {self.folder}")
        self.desk.leave()
        QApplication.exit(code)

    @property
    def context(self) -> AppContext:
        assert self.desk.app_context is not None
        return self.desk.app_context

    @property
    def window(self) -> QWidget:
        assert self.desk.window is not None
        return self.desk.window

    @property
    def _works(self) -> WorksPage:
        from desktop.views.works.page import WorksPage

        return next(page for page in self.window.findChildren(WorksPage))

    def _script(self) -> Iterator[Condition]:
        self._start_ms = self.context.clock.now_ms()
        self.context.settings.set(keys.KEEP_OFFLINE, False)
        self.window.resize(QSize(1440, 900))
        yield self._watchable
        yield after(PLAY_MS)
        yield from self.show("01-works")
        yield from self._overlays()
        yield from self._decide(ONLINE)
        yield from self._claim()
        yield from self._offline()
        yield from self.show_tab("sync", "05-sync")
        yield from self.show_tab("settings", "09-settings")
        yield from self.show_tab("works", "01-works-end")
        self.window.resize(QSize(1280, 720))
        yield after(400)
        yield from self.show("01-works-1280x720")
        self.window.resize(QSize(1440, 900))
        yield from self._settle()
        yield from self._compare()
        yield from organizations(self)
        yield from members(self)
        yield from boards(self)
        yield from awards(self)
        self._report()

    def _overlays(self) -> Iterator[Condition]:
        """The reject panel with a reason and a note, the key sheet, the palette."""
        yield from self.press(Key.Key_R)
        yield from self.press(Key.Key_3)
        yield from self.show("01-works-reject")
        yield from self.press(Key.Key_Escape)
        yield from self.press(Key.Key_Question)
        yield from self.show("keys")
        yield from self.press(Key.Key_Escape)
        yield from self.press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        yield from self.show("palette")
        yield from self.press(Key.Key_Escape)

    def _claim(self) -> Iterator[Condition]:
        """Another batch, by key; the queue grows."""
        before = self._works.queue.list.model().rowCount()
        yield from self.press(Key.Key_C)
        yield lambda: self._works.queue.list.model().rowCount() > before

    def _offline(self) -> Iterator[Condition]:
        """Off the network by key, some decisions, a look, and back."""
        network = self.context.sync
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        yield from self.press(Key.Key_O, modifiers)
        yield lambda: network.network.kind == "keep-offline"
        yield from self._decide(OFFLINE)
        yield after(PLAY_MS)
        yield from self.show("01-works-offline")
        yield from self.show_tab("sync", "05-sync-offline")
        yield from self.show_tab("works", "")
        yield from self.press(Key.Key_O, modifiers)
        yield lambda: network.network.kind in ("online", "slow")
        yield from self._settle()

    def _decide(self, verdicts: str) -> Iterator[Condition]:
        """One key for each approval, three for each rejection; the next work must appear before the next key."""
        for verdict in verdicts:
            yield self._watchable
            before = self._works.showing.work_id
            yield from self.press(Key.Key_A if verdict == "A" else Key.Key_R)
            if verdict == "R":
                yield from self.press(Key.Key_4)
                yield from self.press(Key.Key_Return)
            yield lambda before=before: self._works.showing.work_id != before  # type: ignore[misc]

    def _settle(self) -> Iterator[Condition]:
        """Everything decided has been answered, and the queue is what the server says."""
        found: list[Facts] = []
        while not found or found[-1].unsent or not self.context.sync.up_to_date:
            count = len(found)
            self.context.local_store.read(lambda store: store_facts(store, self._start_ms), found.append, self)
            yield lambda count=count: len(found) > count  # type: ignore[misc]
            yield after(60)
        self._here = found[-1]

    def _compare(self) -> Iterator[Condition]:
        """Counts of both sides; raises TourError where they disagree."""
        assert self.desk.demo is not None
        there = server_facts(self.context.paths.demo_server, self.context.person.id, self._here.ids)
        here = self._here
        wanted = len(ONLINE) + len(OFFLINE)
        agree = {
            "decided": here.decided == there.decided == wanted,
            "confirmed": here.confirmed == there.confirmed,
            "conflicts": here.conflicts == there.conflicts,
            "pulled": here.pulled == there.pulled,
        }
        self._facts = {
            "works_pulled": there.pulled,
            "decided": there.decided,
            "confirmed": there.confirmed,
            "conflicts": there.conflicts,
            "desk": here.numbers(),
            "server": there.numbers(),
            "agree": agree,
        }
        self._report()
        if not all(agree.values()):
            raise TourError(f"desk and server disagree: {agree}")
        yield lambda: True

    def _report(self) -> None:
        seconds = round(time.monotonic() - self._began, 1)
        report = self._facts | {"seconds": seconds, "pictures": sorted(self._pictures), "files": sorted(self.files)}
        (self.folder / "tour.json").write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", "utf-8")

    def _watchable(self) -> bool:
        """A work is on screen, its video has shown a picture or has said why not, and a decision would count."""
        from desktop.views.works.page import WorksPage

        pages = self.window.findChildren(WorksPage)
        if not pages or not pages[0].accepts_decisions:
            return False
        viewer = pages[0].viewer
        return bool(viewer.problem) or viewer.surface.has_painted_frame

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Iterator[Condition]:
        focus = QApplication.focusWidget()
        target = focus if focus is not None and focus.isVisible() else self.window
        log.info("press %s at %s", key, type(target).__name__)
        QTest.keyClick(target, key, modifiers)
        yield after(150)

    def show_tab(self, page_id: str, name: str) -> Iterator[Condition]:
        self.context.navigation.go(page_id)
        yield after(500)
        if name:
            yield from self.show(name)

    def show(self, name: str) -> Iterator[Condition]:
        """A picture of the window in both themes."""
        for theme in ("dark", "light"):
            self.context.settings.set(keys.THEME, theme)
            yield after(250)
            file = f"{name}-{theme}.png"
            self.window.grab().save(str(self.folder / file))
            self._pictures.append(file)
