"""Inline banner at the top of a panel."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.labels import IconLabel, label
from desktop.ui.theme import theme_of

BannerKind = Literal["conflict", "offline", "slow", "error", "info"]
_LOOKS = {
    "conflict": ("conflict", "conflictBg", "conflict"),
    "offline": ("offline", "offlineBg", "cloudoff"),
    "slow": ("warn", "warnBg", "wifi"),
    "error": ("no", "noBg", "warn"),
    "info": ("pending", "pendingBg", "info"),
}


class Banner(QWidget):
    """What happened, what is kept, what to do: glyph, title, line, actions at the right."""

    def __init__(
        self,
        kind: BannerKind,
        title: str,
        line: str = "",
        *,
        icon: str = "",
        actions: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind: BannerKind = kind
        self._icon = IconLabel("info", size=16)
        self._title = label(title, "strong", wrap=True)
        self._line = label(line, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        self.set_state(kind, title, line, icon)

    def set_state(self, kind: BannerKind, title: str, line: str = "", icon: str = "") -> None:
        """Show something else in the same place."""
        self.kind = kind
        ink, _tint, glyph = _LOOKS[kind]
        self._icon.set_icon(icon or glyph, ink)
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(f"{title} {line}".strip())
        self.update()

    def _tint_words(self) -> None:
        ink = theme_of(self).color(_LOOKS[self.kind][0]).name()
        for word in (self._title, self._line):
            tint(word, ink)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._tint_words()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self).color(_LOOKS[self.kind][1]))
        painter.end()


def tint(word: QLabel, ink: str) -> None:
    """Give one label a colour of its own (#RRGGBB), once."""
    sheet = f"color: {ink};"
    if word.styleSheet() != sheet:
        word.setStyleSheet(sheet)
