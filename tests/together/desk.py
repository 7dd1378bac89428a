"""The real desk on screen, used as a person does: clicks into fields, typing, keys; and what can be read there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from contract.problems import Code
from desktop import failures
from desktop.desk import Desk
from desktop.ui.banner import Banner
from desktop.views.main_window import MainWindow
from desktop.views.sign_in.form import SignInForm
from desktop.views.works.page import WorksPage
from tests.server.world import PASSWORD

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SOON_MS = 30_000
CODES = sorted({*Code, *failures._WORDS})
"""What must never stand on screen, except last and in brackets."""
DIGITS = {digit: Key(int(Key.Key_0) + digit) for digit in range(1, 10)}


@dataclass(frozen=True, slots=True)
class Decided:
    """What the person meant: approve without a digit, else reject for the reason of that digit."""

    work: str
    title: str
    digit: int = 0

    @property
    def verdict(self) -> str:
        """As the server names it."""
        return "reject" if self.digit else "approve"


class Screen:
    """One desk. `pressed` counts the keys that decided."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot, self.desk = qtbot, desk
        self.pressed = 0

    @property
    def window(self) -> MainWindow:
        """The window on screen now."""
        assert self.desk.window is not None
        return self.desk.window

    @property
    def form(self) -> SignInForm:
        """The sign-in form on screen."""
        page = self.window.sign_in_page
        assert page is not None
        assert page.form is not None
        return page.form

    @property
    def page(self) -> WorksPage:
        """The page 作品审核 on screen."""
        assert self.window.workspace is not None
        assert self.window.workspace.page_id() == "works"
        return cast(WorksPage, self.window.workspace.page())

    def until(self, fact: Callable[[], object], timeout_ms: int = SOON_MS) -> None:
        """Waits for a fact."""
        self._qtbot.waitUntil(lambda: bool(fact()), timeout=timeout_ms)

    def come_forward(self) -> None:
        """The window has the keyboard."""
        QApplication.processEvents()  # a dialog that has just closed may still take the focus with it
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """One key, to whoever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type_into(self, field: QWidget, text: str) -> None:
        """Clicks into a field, empties it, types."""
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        self.until(field.hasFocus)
        QTest.keyClick(field, Key.Key_A, CONTROL)
        QTest.keyClick(field, Key.Key_Delete)
        QTest.keyClicks(field, text)

    def fill_form(self, url: str, account: str, password: str = PASSWORD) -> None:
        """Types server, account, password."""
        self.come_forward()
        form = self.form
        for field, text in ((form.server.edit, url), (form.account, account), (form.password, password)):
            self.type_into(field, text)

    def sign_in(self, url: str, account: str, password: str = PASSWORD) -> None:
        """Types, presses Enter, waits for the workspace."""
        self.fill_form(url, account, password)
        with self._qtbot.waitSignal(self.desk.entered, timeout=SOON_MS):
            self.press(Key.Key_Return)
        self.come_forward()

    def go_on_offline(self, password: str = PASSWORD) -> None:
        """Types the password, presses Ctrl+O, waits for the workspace."""
        self.come_forward()
        self.type_into(self.form.password, password)
        with self._qtbot.waitSignal(self.desk.entered, timeout=SOON_MS):
            self.press(Key.Key_O, CONTROL)
        self.come_forward()

    def claim_until(self, count: int) -> None:
        """C until this many works wait."""
        while self.segment() != f"待审 {count}":
            before = self.segment()
            self.until(lambda: not self.page.queue.claim_button.busy)
            self.press(Key.Key_C)
            self.until(lambda before=before: self.segment() not in (before, ""))
        self.until(lambda: self.page.accepts_decisions)

    def wait_for_videos(self) -> None:
        """All claimed works are cached."""
        self.until(lambda: all(row.state == "已缓存" for row in self.page.queue.list.rows.rows()))

    def approve(self) -> Decided:
        """A, and the next work has appeared."""
        work, title = self._ready()
        self._decide(Key.Key_A)
        self.until(lambda: self.page.subject() != work)
        return Decided(work, title)

    def reject(self, digit: int) -> Decided:
        """R, the reason's digit, Enter, and the next work has appeared."""
        work, title = self._ready()
        for key in (Key.Key_R, DIGITS[digit], Key.Key_Return):
            self._decide(key)
        self.until(lambda: self.page.subject() != work)
        return Decided(work, title, digit)

    def decide(self, digit: int) -> Decided:
        """Rejects for the reason of a digit; 0 approves."""
        return self.reject(digit) if digit else self.approve()

    def segment(self) -> str:
        """Name and count of the chosen segment: 待审 20."""
        return self.page.queue.segments.accessibleDescription()

    def show_segment(self, name: str) -> None:
        """Chooses 待审, 已决定 or 冲突 by the arrow keys."""
        segments = self.page.queue.segments
        segments.setFocus()
        for key in [Key.Key_Up] * 2 + [Key.Key_Down] * 2:
            if not self.segment().startswith(name):
                QTest.keyClick(segments, key)
        assert self.segment().startswith(name), self.segment()

    def rows(self) -> list[str]:
        """What the queue's rows say."""
        model = self.page.queue.list.rows
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]

    def status(self, name: str) -> str:
        """An item of the status bar; empty when it is not on screen."""
        bar = self.window.status_bar
        return bar.item(name).text if name in bar.visible_items() else ""

    def banners(self) -> list[str]:
        """All banners on screen."""
        return [one.accessibleName() for one in self.window.findChildren(Banner) if one.isVisible()]

    def words(self) -> str:
        """Every word on screen, as far as labels, buttons, banners and status say it."""
        seen: list[str] = []
        for one in [self.window, *self.window.findChildren(QWidget)]:
            if not one.isVisible():
                continue
            seen += [one.accessibleName(), one.accessibleDescription()]
            if isinstance(one, QLabel | QAbstractButton):
                seen.append(one.text())
            elif isinstance(one, QPlainTextEdit):
                seen.append(one.toPlainText())
        seen += [self.status(name) for name in self.window.status_bar.visible_items()]
        return "\n".join(dict.fromkeys(filter(None, seen)))

    def says(self, *parts: str) -> str:
        """Waits until all these words are on screen and returns them all; no code and no traceback may be there."""
        try:
            self.until(lambda: all(part in self.words() for part in parts))
        except TimeoutError:
            pytest.fail(f"not on screen: {[part for part in parts if part not in self.words()]}\n{self.words()}")
        words = self.words()
        assert not re.search(rf"Traceback|Exception|(?<![（\w-])({'|'.join(CODES)})\b", words), words
        return words

    def wait_for_confirmation(self, one: Decided) -> None:
        """The decision bar says that the server has it."""

        def confirmed() -> bool:
            words = " ".join(label.text() for label in self.page.bar.findChildren(QLabel) if label.isVisible())
            return one.title in words and "服务器已确认" in words

        self.until(confirmed)

    def _ready(self) -> tuple[str, str]:
        self.until(lambda: self.page.accepts_decisions)
        return self.page.subject(), self.page.viewer.header.title.text()

    def _decide(self, key: Qt.Key) -> None:
        self.press(key)
        self.pressed += 1
