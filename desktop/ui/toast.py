"""Short messages at the bottom of a page; each leaves after 6 s unless looked at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.banner import tint
from desktop.ui.button import Button
from desktop.ui.icons import paint_icon
from desktop.ui.labels import label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of

STAY_MS, MOST, GAP_BELOW = 6000, 3, 12


class Toast(QWidget):
    """One message with at most one action; closes itself."""

    def __init__(self, text: str, icon: str, action: str, run: Callable[[], None] | None, key: str) -> None:
        super().__init__()
        self._icon, self._run = icon, run
        self.setAccessibleName(text)
        words = label(text)
        tint(words, theme_of(self).color("tipText").name())
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 4, 8, 4)
        row.addWidget(words, 1)
        self.action = Button(action, "well_ghost", key=key)
        self.action.setVisible(bool(action))
        self.action.clicked.connect(self._act)
        self.action.installEventFilter(self)
        row.addWidget(self.action)
        self.setFixedHeight(theme_of(self).size(40))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(STAY_MS)
        self.timer.timeout.connect(self.leave)
        self.timer.start()

    def leave(self) -> None:
        """Take the message away."""
        self.timer.stop()
        host = self.parentWidget()
        self.hide()
        if isinstance(host, ToastHost):
            host.drop(self)

    def _act(self) -> None:
        self.leave()
        if self._run:
            self._run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.timer.start()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self.action.hasFocus():
            self.timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 8, theme.color("tip"), theme.color("tipLine"))
        paint_icon(painter, self._icon, theme.color("tipText"), 13, round(self.height() / 2 - 8), 16)
        painter.end()


class ToastHost(QWidget):
    """Stacks toasts at the bottom centre of the page it covers."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._toasts: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        page.installEventFilter(self)
        self.hide()

    def show_toast(
        self,
        text: str,
        *,
        icon: str = "info",
        action: str = "",
        run: Callable[[], None] | None = None,
        key: str = "",
    ) -> Toast:
        """Show a message; the oldest goes when there would be more than three."""
        while len(self._toasts) >= MOST:
            self._toasts[0].leave()
        toast = Toast(text, icon, action, run, key)
        self._column.addWidget(toast)
        self._toasts.append(toast)
        toast.show()
        self._place()
        self.show()
        return toast

    def toasts(self) -> list[Toast]:
        """Messages on screen, oldest first."""
        return list(self._toasts)

    def drop(self, toast: Toast) -> None:
        """Forget a message that left."""
        self._column.removeWidget(toast)
        self._toasts.remove(toast)
        toast.deleteLater()
        self.setVisible(bool(self._toasts))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._column.activate()
        hint = self._column.sizeHint()
        width = max(min(480, self._page.width() - 32), min(hint.width(), self._page.width() - 32))
        left = (self._page.width() - width) // 2
        self.setGeometry(left, self._page.height() - hint.height() - GAP_BELOW, width, hint.height())
        self.raise_()
