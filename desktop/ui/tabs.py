"""Tabs above a panel: icon and name, the chosen one underlined; arrows move, Home and End jump."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_inner_ring, paint_text, text_width
from desktop.ui.theme import theme_of

HEIGHT, PAD, ICON, GAP = 44, 14, 16, 8
LEAST = 72
"""A name is cut rather than narrower than this, px."""


class Tab(NamedTuple):
    """One tab; `id` says which was chosen."""

    id: str
    text: str
    icon: str = ""


class Tabs(QWidget):
    """Exclusive; announces the id of the new one."""

    changed = Signal(str)

    def __init__(self, tabs: tuple[Tab, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: tuple[Tab, ...] = ()
        self._current = 0
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tabs(tabs)

    def set_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Others; the chosen id stays when it is still there, else the first one is chosen. Says nothing."""
        before = self.current()
        self._tabs = tabs
        ids = [tab.id for tab in tabs]
        self._current = ids.index(before) if before in ids else 0
        self._describe()

    def current(self) -> str:
        """Id of the chosen one, "" when there is none."""
        return self._tabs[self._current].id if self._current < len(self._tabs) else ""

    def set_current(self, tab_id: str) -> None:
        """Chooses without announcing; unknown ids are ignored."""
        ids = [tab.id for tab in self._tabs]
        if tab_id in ids:
            self._current = ids.index(tab_id)
            self._describe()

    def step(self, by: int) -> None:
        """The neighbour, round at the ends."""
        if self._tabs:
            self._choose((self._current + by) % len(self._tabs))

    def _choose(self, index: int) -> None:
        index = max(0, min(len(self._tabs) - 1, index))
        if self._tabs and index != self._current:
            self._current = index
            self._describe()
            self.changed.emit(self.current())

    def _describe(self) -> None:
        names = [tab.text for tab in self._tabs]
        self.setAccessibleName("，".join(names))
        self.setAccessibleDescription(names[self._current] if self._current < len(names) else "")
        self.updateGeometry()
        self.update()

    def _rects(self) -> list[QRectF]:
        """As wide as the names; the widest are cut first when there is no room."""
        font = theme_of(self).font(13, True)
        wanted = [2 * PAD + (ICON + GAP if tab.icon else 0) + text_width(font, tab.text) + 1 for tab in self._tabs]
        longest = max(wanted, default=0.0)
        while sum(min(width, longest) for width in wanted) > self.width() and longest > LEAST:
            longest -= 4
        rects, x = [], 0.0
        for width in wanted:
            rects.append(QRectF(x, 0, min(width, longest), self.height() - 1))
            x += min(width, longest)
        return rects

    def sizeHint(self) -> QSize:
        return QSize(240, theme_of(self).size(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, theme_of(self).size(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        for index, (tab, rect) in enumerate(zip(self._tabs, self._rects(), strict=True)):
            on = index == self._current
            if index == self._hover and not on:
                painter.fillRect(rect, theme.color("hover"))
            ink = theme.color("text" if on else "text2")
            x = rect.left() + PAD
            if tab.icon:
                paint_icon(painter, tab.icon, ink, x, round(rect.center().y() - ICON / 2), ICON)
                x += ICON + GAP
            words = QRectF(x, rect.top(), rect.right() - PAD - x + 1, rect.height())
            paint_text(painter, words, tab.text, theme.font(13, on), ink, elide=Qt.TextElideMode.ElideMiddle)
            if on:
                painter.fillRect(QRectF(rect.left(), self.height() - 3, rect.width(), 3), theme.color("accentBar"))
                if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
                    paint_inner_ring(painter, rect, theme.color("focus"))
        painter.end()

    def _index_at(self, x: float) -> int:
        return next((index for index, rect in enumerate(self._rects()) if rect.left() <= x < rect.right()), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._index_at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._tabs[index].text if index >= 0 else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._choose(self._current + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(len(self._tabs) - 1)
        else:
            super().keyPressEvent(event)
