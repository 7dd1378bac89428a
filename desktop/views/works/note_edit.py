"""A small text field for notes: Ctrl+Enter confirms, Tab leaves, and an input method is never interrupted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme import theme_of

FRAME = 22
"""Border, padding and the document's own margin, px."""


class NoteEdit(QPlainTextEdit):
    """`lines` high; `single_line` swallows Enter, since an SMS has no paragraphs."""

    confirmed = Signal()
    """Ctrl+Enter."""

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        lines: int = 2,
        single_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._single_line = single_line
        self._composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.set_lines(lines)

    def set_lines(self, lines: int) -> None:
        """As high as so many lines of text."""
        self.setFixedHeight(theme_of(self).size(20 * lines) + FRAME)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._composing:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.confirmed.emit()
                return
            if self._single_line:
                return
        super().keyPressEvent(event)
