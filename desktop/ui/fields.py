"""Text inputs: with icon, search with a key cap, password with an eye, label above and error below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.icons import paint_icon
from desktop.ui.labels import IconLabel, label
from desktop.ui.painting import cap_width, paint_cap
from desktop.ui.theme import theme_of


class TextField(QLineEdit):
    """A line of text with an optional icon; `large` is the 36 px one of the sign-in form."""

    def __init__(
        self, placeholder: str = "", *, icon: str = "", large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        if large:
            self.setProperty("large", "true")
        if icon:
            self.setTextMargins(24, 0, 0, 0)

    def set_invalid(self, invalid: bool) -> None:
        """Rust border or not."""
        self.setProperty("invalid", "true" if invalid else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            painter = QPainter(self)
            ink = theme_of(self).color("text2" if self.isEnabled() else "disabled")
            paint_icon(painter, self._icon, ink, 11, round((self.height() - 16) / 2), 16)
            painter.end()


class SearchField(TextField):
    """Search input: Esc clears, then gives the focus back by `left`."""

    left = Signal()

    def __init__(self, placeholder: str = "", key: str = "/", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, icon="search", parent=parent)
        self._key = key
        self.setTextMargins(24, 0, 28 if key else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key and not self.text():
            theme = theme_of(self)
            painter = QPainter(self)
            x = self.width() - 10 - cap_width(theme, self._key)
            ink, edge = theme.color("text3"), theme.color("line2")
            paint_cap(painter, theme, x, self.height() / 2, self._key, ink, edge)
            painter.end()


class PasswordField(TextField):
    """Hidden text with an eye that shows it."""

    def __init__(self, placeholder: str = "", *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, icon="lock", large=large, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(24, 0, 30, 0)
        self.eye = Button(kind="ghost", icon="eye", size="small", parent=self)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 3, 0)
        row.addStretch()
        row.addWidget(self.eye)
        self._name_eye()

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        name = self.tr("Show password") if hidden else self.tr("Hide password")
        self.eye.set_icon("eye" if hidden else "eyeoff")
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)


class LabeledField(QWidget):
    """A label above an input, an aside at its right end, an error line below."""

    def __init__(self, name: str, field: QWidget, aside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.name = label(name, "secondary")
        self.name.setBuddy(field)
        field.setAccessibleName(name)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.name, 1)
        if aside is not None:
            head.addWidget(aside)
        self._error = label("", "error", wrap=True)
        self._error_row = QWidget()
        foot = QHBoxLayout(self._error_row)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(IconLabel("warn", "no", 14), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(field)
        column.addWidget(self._error_row)

    def set_error(self, text: str) -> None:
        """Show what to correct under the input; "" takes it away."""
        self._error.setText(text)
        self._error_row.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        if isinstance(self.field, TextField):
            self.field.set_invalid(bool(text))

    def error(self) -> str:
        """The error shown now."""
        return self._error.text()
