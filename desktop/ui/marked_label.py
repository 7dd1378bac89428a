"""A label that marks the characters in which its text differs from another one."""

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme import theme_of

Spans = tuple[tuple[int, int], ...]
"""(start, end) of characters."""
LONGEST = 1000
"""Longer texts are compared as a whole."""


def differing(text: str, other: str) -> Spans:
    """Where `text` has characters that `other` has not, or has otherwise."""
    if text == other or not other:
        return ()
    if max(len(text), len(other)) > LONGEST:
        return ((0, len(text)),)
    codes = SequenceMatcher(None, text, other, autojunk=False).get_opcodes()
    return tuple((start, end) for code, start, end, _, _ in codes if code != "equal" and end > start)


class MarkedLabel(QLabel):
    """Wraps, can be selected; whatever the text contains is shown as it is."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._plain, self._spans = "", Spans()
        self.show_text(text)

    @property
    def plain(self) -> str:
        """The text without marks."""
        return self._plain

    @property
    def marked(self) -> tuple[str, ...]:
        """The parts that are marked."""
        return tuple(self._plain[start:end] for start, end in self._spans)

    def show_text(self, text: str, spans: Spans = ()) -> None:
        """Another text, with these characters marked."""
        self._plain, self._spans = text, spans
        self.setAccessibleName(text)
        self._write()

    def _write(self) -> None:
        color = theme_of(self).color("mark").name()
        parts, at = [], 0
        for start, end in self._spans:
            parts.append(escape(self._plain[at:start]))
            parts.append(f'<span style="background-color:{color}">{escape(self._plain[start:end])}</span>')
            at = end
        parts.append(escape(self._plain[at:]))
        self.setText("".join(parts).replace("\n", "<br>"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._spans:
            self._write()
