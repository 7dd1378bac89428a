"""A wide button with icon, title, a line and a key: the ways in below the sign-in form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import cap_width, paint_box, paint_cap, paint_text
from desktop.ui.theme import theme_of


class ChoiceCard(QAbstractButton):
    """62 px high; the line is elided, the whole text is in the tooltip and read aloud."""

    def __init__(self, icon: str, title: str, line: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._key, self._line = icon, key, line
        self.setText(title)
        self.set_line(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_line(self, line: str) -> None:
        """Another line below the title."""
        self._line = line
        self.setAccessibleName(f"{self.text()} {line}".strip())
        self.setToolTip(line)
        self.update()

    def line(self) -> str:
        """The line below the title."""
        return self._line

    def sizeHint(self) -> QSize:
        return QSize(400, theme_of(self).size(62))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        enabled = self.isEnabled()
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() and enabled else "surface"
        paint_box(painter, QRectF(self.rect()), 8, theme.color(fill), theme.color("line2"))
        middle, right = self.height() / 2, self.width() - 17.0
        paint_icon(painter, self._icon, theme.color("text" if enabled else "disabled"), 17, round(middle - 10), 20)
        if self._key:
            right -= cap_width(theme, self._key)
            paint_cap(painter, theme, right, middle, self._key, theme.color("text3"), theme.color("line2"))
            right -= 12
        half = self.height() / 2 - 11
        title = QRectF(49, 11, right - 49, half)
        line = QRectF(49, 11 + half, right - 49, half)
        paint_text(painter, title, self.text(), theme.font(13, True), theme.color("text" if enabled else "disabled"))
        paint_text(painter, line, self._line, theme.font(12), theme.color("text3" if enabled else "disabled"))
        painter.end()
