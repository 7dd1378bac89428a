"""Dialogs: one question before an irreversible act, and the copyable details of a bug."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.labels import label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of

LEAST_REASON, MOST_REASON = 2, 200


class _Sheet(QDialog):
    """A dialog with title, text and a row of buttons; `first` gets the focus with its ring."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.first: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(0)
        self.column.addWidget(label(title, "title", wrap=True))
        self.column.addSpacing(6)
        self.column.addWidget(label(text, "secondary", wrap=True))
        self.column.addSpacing(16)
        self.setMinimumWidth(420)

    def add_buttons(self, *buttons: Button) -> None:
        """Put the buttons at the bottom right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        paint_box(painter, QRectF(self.rect()), 0, None, theme.color("control"))
        painter.end()


class ConfirmDialog(_Sheet):
    """Accepts only by the acting button; Esc and the focused button are the safe choice."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        safe_label: str,
        act_label: str,
        destructive: bool = False,
        act_key: str = "",
    ) -> None:
        super().__init__(parent, title, text)
        self.safe = Button(safe_label, key="Esc")
        self.act = Button(act_label, "reject_filled" if destructive else "primary", key=act_key)
        self.safe.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self.first = self.safe
        self.add_buttons(self.safe, self.act)


class ReasonDialog(ConfirmDialog):
    """Like it, with a line for the reason, without which it cannot be accepted."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, safe_label: str, act_label: str, placeholder: str
    ) -> None:
        super().__init__(parent, title, text, safe_label, act_label)
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_REASON)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.textChanged.connect(self._check)
        self.column.insertWidget(self.column.count() - 1, self.line)
        self.column.insertSpacing(self.column.count() - 1, 16)
        self.first = self.line
        self._check()

    def reason(self) -> str:
        """Without spaces around it."""
        return self.line.text().strip()

    def _check(self) -> None:
        self.act.setEnabled(len(self.reason()) >= LEAST_REASON)


def confirm(
    parent: QWidget | None, title: str, text: str, safe_label: str, act_label: str, destructive: bool = False
) -> bool:
    """Ask before an irreversible or bulk act; True only when the acting button was chosen."""
    dialog = ConfirmDialog(parent, title, text, safe_label, act_label, destructive)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


class DetailsDialog(_Sheet):
    """What went wrong in words, and the technical text to copy."""

    def __init__(self, parent: QWidget | None, title: str, text: str, details: str) -> None:
        super().__init__(parent, title, text)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMinimumHeight(160)
        self.column.addWidget(self.details, 1)
        self.column.addSpacing(16)
        self.copy = Button(self.tr("Copy details"), icon="copy")
        self.done_button = Button(self.tr("Close"), key="Esc")
        self.copy.clicked.connect(self._copy)
        self.done_button.clicked.connect(self.reject)
        self.first = self.done_button
        self.add_buttons(self.copy, self.done_button)
        self.resize(560, 360)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def show_details(parent: QWidget | None, title: str, text: str, details: str) -> DetailsDialog:
    """Show a bug without stopping the work; deletes itself when closed."""
    dialog = DetailsDialog(parent, title, text, details)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
