"""What a person does with the page and sees of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.works.page import WorksPage

NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys at whatever has the focus, and waits for what then can be seen."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.presses = 0

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One press for each key."""
        for key in keys:
            self.presses += 1
            QTest.keyClick(_focus(), key, modifier)

    def hold(self, key: Qt.Key, text: str, repeats: int = 20) -> None:
        """The presses that a held key sends after its first one."""
        for _ in range(repeats):
            QTest.simulateEvent(_focus(), True, key, NONE, text, True, -1)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Letters, one by one."""
        QTest.keyClicks(_focus(), text)

    def ready(self, page: WorksPage, title: str) -> None:
        """Waits until the work of this title can be decided."""
        self._qtbot.waitUntil(lambda: shown_title(page) == title and page.accepts_decisions)

    def playing(self, page: WorksPage) -> None:
        """Waits until a picture of the video is on screen."""
        self._qtbot.waitUntil(lambda: page.viewer.surface.has_painted_frame)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """The left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())


def shown_title(page: WorksPage) -> str:
    """The title in the viewer's header."""
    return page.viewer.header.title.text()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    return focus
