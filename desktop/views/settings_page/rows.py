"""One line of the settings page: name, what it means, its control; and controls bound to a setting."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.settings import Key, Settings
from desktop.ui.dropdown import Dropdown
from desktop.ui.labels import label
from desktop.ui.switch import Switch
from desktop.ui.theme import theme_of

T = TypeVar("T")
CONTROL_WIDTH = 180


class SettingRow(QWidget):
    """Name and explanation left, control right; at least 52 px high."""

    def __init__(self, name: str, explanation: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        control.setAccessibleName(name)
        control.setAccessibleDescription(explanation)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        title = label(name)
        title.setBuddy(control)
        words.addWidget(title)
        if explanation:
            words.addWidget(label(explanation, "meta", wrap=True))
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme_of(self).size(52))


class SettingChoice(Dropdown):
    """A drop-down over the values of a setting, which follows when it is changed elsewhere.

    A stored value that is not offered is added as it is.
    """

    def __init__(self, settings: Settings, key: Key[T], options: Sequence[tuple[T, str]]) -> None:
        super().__init__()
        self._settings, self._key = settings, key
        self._values: list[object] = []
        self.setFixedWidth(CONTROL_WIDTH)
        for value, words in options:
            self._values.append(value)
            self.addItem(words)
        self._follow(key.name)
        self.activated.connect(lambda row: settings.set(key, self._values[row]))  # type: ignore[arg-type]
        settings.changed.connect(self._follow)

    def _follow(self, name: str) -> None:
        if name != self._key.name:
            return
        now = self._settings.get(self._key)
        if now not in self._values:
            self._values.append(now)
            self.addItem(str(now))
        self.setCurrentIndex(self._values.index(now))


class SettingSwitch(Switch):
    """A switch for a yes or no, which follows when the setting is changed elsewhere (by a key, say)."""

    def __init__(self, settings: Settings, key: Key[bool]) -> None:
        super().__init__()
        self._settings, self._key = settings, key
        self.setChecked(settings.get(key))
        self.toggled.connect(lambda on: settings.set(key, on))
        settings.changed.connect(self._follow)

    def _follow(self, name: str) -> None:
        if name == self._key.name:
            self.setChecked(self._settings.get(self._key))
