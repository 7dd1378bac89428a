"""What stands where nothing is: icon in a circle, title, line, actions."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.icons import paint_icon
from desktop.ui.labels import label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of


class _Circle(QWidget):
    def __init__(self, icon: str, well: bool) -> None:
        super().__init__()
        self.icon, self._well = icon, well
        self.setFixedSize(48, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        fill, border, ink = ("well3", "wctl", "wtext") if self._well else ("surface2", "line2", "text2")
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 24, theme.color(fill), theme.color(border))
        paint_icon(painter, self.icon, theme.color(ink), 13, 13, 22)
        painter.end()


class EmptyState(QWidget):
    """An empty, failed or offline panel; `well` stands on the dark viewer."""

    def __init__(
        self,
        icon: str,
        title: str,
        line: str = "",
        actions: tuple[Button, ...] = (),
        *,
        well: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._well = well
        self._circle = _Circle(icon, well)
        self._title = label(title, "title", well=well, wrap=True)
        self._line = label(line, "secondary", well=well, wrap=True)
        for words in (self._title, self._line):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addSpacing(2)
        column.addWidget(self._line)
        column.addSpacing(12)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self._actions: tuple[Button, ...] = ()
        self.set_state(icon, title, line, actions)

    def set_state(self, icon: str, title: str, line: str = "", actions: tuple[Button, ...] = ()) -> None:
        """Show something else; buttons of the old state are deleted."""
        for button in self._actions:
            if button not in actions:
                button.hide()  # deleting waits for the event loop
                button.deleteLater()
        while self._buttons.count():
            self._buttons.takeAt(0)
        self._actions = actions
        self._buttons.addStretch()
        for button in actions:
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._circle.icon = icon
        self._circle.update()
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._well:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme_of(self).color("well"))
            painter.end()
