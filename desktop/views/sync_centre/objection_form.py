"""申请复核: what the platform admin will read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from contract.reasons import NOTE_MAX
from desktop.ui.button import Button
from desktop.ui.labels import label, set_role
from desktop.views.works.note_edit import NoteEdit


class ObjectionForm(QWidget):
    """Prefilled with my reasons; Ctrl+Enter sends, Esc goes back and keeps what was written for this conflict."""

    sent = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = self.tr("Why should it be looked at again? A platform admin will read this.")
        self.edit = NoteEdit(name, lines=3)
        self._count = label("", "meta")
        self.send = Button(self.tr("Send the request"), icon="flag", key="Ctrl Enter")
        back = Button(self.tr("Back"), "ghost", key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.send)
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(name, "meta2", wrap=True))
        column.addWidget(self.edit)
        column.addLayout(foot)
        self.edit.textChanged.connect(self._say_count)
        self.edit.confirmed.connect(self.confirm)
        self.send.clicked.connect(self.confirm)
        back.clicked.connect(self.left)

    def open_with(self, words: str) -> None:
        """Shows what is proposed, the cursor behind it."""
        self.edit.setPlainText(words)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._say_count()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """What was written."""
        return self.edit.toPlainText().strip()

    def confirm(self) -> None:
        """Sends it when there is something, and not too much, to send."""
        if self._problem():
            self._say_count(urgent=True)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sent.emit(self.words())

    def _problem(self) -> str:
        if not self.words():
            return self.tr("Write down why.")
        over = len(self.words()) - NOTE_MAX
        return self.tr("%n character(s) too many.", "", over) if over > 0 else ""

    def _say_count(self, urgent: bool = False) -> None:
        problem = self._problem()
        wrong = bool(problem) and (urgent or bool(self.words()))
        self._count.setText(problem if wrong else f"{len(self.words())}/{NOTE_MAX}")
        set_role(self._count, "error" if wrong else "meta")
