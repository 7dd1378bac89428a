"""The tab rail at the left edge of the window."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.style import NO_RING, paint_ring
from desktop.ui.theme import Theme, theme_of

RAIL_WIDTH, TAB_HEIGHT, BESIDE_BAR = 80, 60, 11


def rail_width(theme: Theme) -> int:
    """80 px, and what four characters of large text need more."""
    return RAIL_WIDTH + max(0, 4 * (theme.text_px(12) - 12))


class Tab(NamedTuple):
    """One tab of the rail; `keys` is its shortcut, shown in the tooltip."""

    id: str
    label: str
    icon: str
    keys: str = ""


class _RailTab(QAbstractButton):
    def __init__(self, tab: Tab, rail: QWidget) -> None:
        super().__init__(rail)
        self.tab, self._count = tab, 0
        self.setText(tab.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(NO_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{tab.label}  {tab.keys}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, spoken: str) -> None:
        self._count = count
        self.setAccessibleName(spoken or (f"{self.tab.label} {count}" if count else self.tab.label))
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(rail_width(theme), theme.size(TAB_HEIGHT) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width(), self.height() - 4
        if self.isChecked() or self.underMouse():
            body = QPainterPath()
            body.addRoundedRect(QRectF(6, 0, width + 10, height), 8, 8)
            painter.fillPath(body, theme.color("surface" if self.isChecked() else "hover"))
        if self.isChecked():
            paint_box(painter, QRectF(6, 12, 3, height - 24), 1.5, theme.color("accentBar"))
        ink = theme.color("accentText" if self.isChecked() else "text2")
        paint_icon(painter, self.tab.icon, ink, width // 2 - 11, theme.size(8), 22)
        self._paint_label(painter, theme, ink)
        if self._count:
            self._paint_pill(painter, theme)
        window_by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self.hasFocus() and window_by_keys:
            ring = QRectF(6, 0, width - 8, height).toRect()
            paint_ring(painter, ring, theme.color("focus"), 5)
        painter.end()

    def _paint_label(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        """Beside the red bar; a long word in smaller letters."""
        top, tall, width = self.height() - 4 - theme.size(28), theme.size(20), self.width()
        fonts = (theme.font(12, self.isChecked()), theme.font(11, self.isChecked()))
        font = next((one for one in fonts if text_width(one, self.tab.label) <= width - 2 * BESIDE_BAR), fonts[-1])
        wide = text_width(font, self.tab.label) > width - 2 * BESIDE_BAR
        room = QRectF(BESIDE_BAR, top, width - BESIDE_BAR - (2 if wide else BESIDE_BAR), tall)
        paint_text(painter, room, self.tab.label, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _paint_pill(self, painter: QPainter, theme: Theme) -> None:
        text = "99+" if self._count > 99 else str(self._count)
        font = theme.font(11, True)
        width, height = max(18.0, round(text_width(font, text)) + 8.0), theme.size(16)
        pill = QRectF(min(self.width() / 2 + 10, self.width() - 4 - width), 5, width, height)
        fill = "accent" if self.isChecked() else "text2"
        paint_box(painter, pill, height / 2, theme.color(fill))
        ink = theme.color("onAccent" if self.isChecked() else "rail")
        paint_text(painter, pill.adjusted(-4, 0, 4, 0), text, font, ink, Qt.AlignmentFlag.AlignHCenter)


class _Avatar(QAbstractButton):
    def __init__(self, rail: QWidget) -> None:
        super().__init__(rail)
        self.setFixedSize(40, 40)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        fill = theme.color("text" if self.underMouse() else "text2")
        paint_box(painter, QRectF(4, 4, 32, 32), 16, fill)
        room = QRectF(self.rect())
        paint_text(painter, room, self.text(), theme.font(13, True), theme.color("rail"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _Brand(QWidget):
    def __init__(self, rail: QWidget) -> None:
        super().__init__(rail)
        self.setFixedSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, "brand", theme_of(self).color("text"), 0, 0, 36)
        painter.end()


class TabRail(QWidget):
    """Brand mark, tabs with counts, avatar. Announces the id of a chosen tab; ↑ ↓ move the focus."""

    chosen = Signal(str)
    avatar_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(rail_width(theme_of(self)))
        self._tabs: dict[str, _RailTab] = {}
        self._menu: QMenu | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 6)
        column.setSpacing(0)
        column.addWidget(_Brand(self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(0)
        column.addLayout(self._stack)
        column.addStretch(1)
        self.avatar = _Avatar(self)
        self.avatar.clicked.connect(self._open_menu)
        column.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Show these tabs, in this order; the first becomes current unless the current one stays."""
        before = self.current()
        for old in self._tabs.values():
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tabs = {}
        for tab in tabs:
            widget = _RailTab(tab, self)
            widget.set_count(0, "")
            widget.clicked.connect(lambda _on=False, tab_id=tab.id: self._click(tab_id))
            self._stack.addWidget(widget)
            widget.show()
            self._tabs[tab.id] = widget
        if tabs:
            self.set_current(before if before in self._tabs else tabs[0].id)

    def ids(self) -> list[str]:
        """Ids in the order on screen."""
        return list(self._tabs)

    def current(self) -> str:
        """Id of the chosen tab, "" before there are tabs."""
        return next((tab_id for tab_id, widget in self._tabs.items() if widget.isChecked()), "")

    def set_current(self, tab_id: str) -> None:
        """Mark a tab as chosen without announcing it."""
        for other, widget in self._tabs.items():
            widget.setChecked(other == tab_id)

    def set_count(self, tab_id: str, count: int, spoken: str = "") -> None:
        """Count pill of a tab (0 = none); `spoken` is read aloud, such as “作品审核，14 件待审”."""
        if tab_id in self._tabs:
            self._tabs[tab_id].set_count(count, spoken)

    def set_person(self, initial: str, name: str, menu: QMenu | None = None) -> None:
        """Avatar letter, the name read aloud, and the menu it opens."""
        self.avatar.setText(initial)
        self.avatar.setAccessibleName(name)
        self.avatar.setToolTip(name)
        self._menu = menu

    def _click(self, tab_id: str) -> None:
        self.set_current(tab_id)
        self.chosen.emit(tab_id)

    def _open_menu(self) -> None:
        self.avatar_clicked.emit()
        if self._menu is not None:
            at = self.avatar.mapToGlobal(QPoint(self.avatar.width() + 8, self.avatar.height()))
            self._menu.popup(at - QPoint(0, self._menu.sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = [*self._tabs.values(), self.avatar]
        focused = self.focusWidget()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if focused in order and event.key() in steps:
            place = max(0, min(len(order) - 1, order.index(focused) + steps[Qt.Key(event.key())]))
            order[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focused in order and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order[0 if event.key() == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self).color("rail"))
        painter.end()
