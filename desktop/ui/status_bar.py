"""The status bar at the bottom of the window; every item is a button."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import cap_width, paint_bar, paint_cap, paint_text, text_width
from desktop.ui.rail import rail_width
from desktop.ui.style import NO_RING, paint_ring
from desktop.ui.theme import theme_of

BAR_HEIGHT = 28
LEFT = ("network", "synced", "outbox", "conflicts", "claim", "note")
RIGHT = ("cache", "commands", "keys")
# What goes first when the bar is narrow; network, outbox and conflicts never go.
DROP_ORDER = ("keys", "commands", "cache", "claim", "note", "synced")


class StatusItem(NamedTuple):
    """What one item shows; no text and no cap = hidden. `fraction` adds a small bar."""

    text: str = ""
    icon: str = ""
    ink: str = "text2"
    tint: str = ""
    strong: bool = False
    fraction: float | None = None
    cap: str = ""
    tip: str = ""


class _Item(QAbstractButton):
    def __init__(self, name: str, bar: QWidget) -> None:
        super().__init__(bar)
        self.name, self.item = name, StatusItem()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(NO_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_item(self, item: StatusItem) -> None:
        self.item = item
        self.setText(item.text)
        self.setAccessibleName(item.text or item.tip)
        self.setToolTip(item.tip)
        self.update()

    def wanted(self) -> bool:
        return bool(self.item.text or self.item.cap)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        item = self.item
        width = 24.0 + text_width(theme.font(12, item.strong), item.text)
        width += (22 if item.icon else 0) + (72 if item.fraction is not None else 0)
        width += cap_width(theme, item.cap) + 8 if item.cap else 0
        return QSize(
            max(rail_width(theme) if self.name == "network" else 28, round(width) + 1), theme.size(BAR_HEIGHT) - 1
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, item = theme_of(self), self.item
        painter = QPainter(self)
        if item.tint:
            painter.fillRect(self.rect(), theme.color(item.tint))
        elif self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), theme.color("pressed" if self.isDown() else "hover"))
        ink = theme.color(item.ink)
        x, middle = 12.0, self.height() / 2
        if item.icon:
            paint_icon(painter, item.icon, ink, x, round(middle - 7), 14)
            x += 22
        if item.cap:
            x += paint_cap(painter, theme, x, middle, item.cap, theme.color("text2"), theme.color("line2")) + 8
        room = QRectF(x, 0, self.width() - x, self.height())
        x += paint_text(painter, room, item.text, theme.font(12, item.strong), ink) + 8
        if item.fraction is not None:
            track = QRectF(x, middle - 3, 64, 6)
            paint_bar(painter, track, item.fraction, theme.color("line2"), theme.color("text2"))
        edge = 0 if self.name in RIGHT else self.width() - 1
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme.color("line"))
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_ring(painter, self.rect().adjusted(1, 0, -1, 0), theme.color("focus"), 2)
        painter.end()


class StatusBar(QWidget):
    """Items by name: network synced outbox conflicts claim note → cache commands keys."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = {name: _Item(name, self) for name in (*LEFT, *RIGHT)}
        for name, item in self._items.items():
            item.clicked.connect(lambda _on=False, name=name: self.clicked.emit(name))
            item.hide()
        self.setFixedHeight(theme_of(self).size(BAR_HEIGHT))

    def set_item(self, name: str, item: StatusItem) -> None:
        """Change one item; KeyError for an unknown name."""
        button = self._items[name]
        if button.item != item:
            button.show_item(item)
            self._arrange()

    def item(self, name: str) -> StatusItem:
        """What an item was told to show."""
        return self._items[name].item

    def visible_items(self) -> list[str]:
        """Names on screen, left to right."""
        return [name for name, button in self._items.items() if not button.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = {name: button.sizeHint().width() for name, button in self._items.items() if button.wanted()}
        for name in DROP_ORDER:
            if sum(shown.values()) <= self.width():
                break
            shown.pop(name, None)
        height, x = self.height() - 1, 0
        for name in LEFT:
            if name in shown:
                self._items[name].setGeometry(x, 1, shown[name], height)
                x += shown[name]
        x = self.width()
        for name in reversed(RIGHT):
            if name in shown:
                x -= shown[name]
                self._items[name].setGeometry(x, 1, shown[name], height)
        for name, button in self._items.items():
            button.setVisible(name in shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface2"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.end()
