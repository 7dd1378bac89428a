"""A layer over a window that holds one popup panel and gives the focus back when it closes."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of


class PopupPanel(QWidget):
    """The bordered panel of an overlay."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 8, theme.color("surface"), theme.color("control"))
        painter.end()


class Overlay(QWidget):
    """Covers `window`; Esc or a click beside the panel closes it."""

    closed = Signal()

    def __init__(self, window: QWidget, width: int, top: int) -> None:
        super().__init__(window)
        self._window, self._panel_width, self._top = window, width, top
        self._before: QWidget | None = None
        self.panel = PopupPanel(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.hide()

    def open_over(self, focus: QWidget) -> None:
        """Show the panel and put the focus into `focus`."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.place()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Hide and give the focus back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def panel_height(self) -> int:
        """Height the panel wants, in px."""
        return self.panel.sizeHint().height()

    def place(self) -> None:
        """Fit the layer to the window and centre the panel."""
        self.setGeometry(self._window.rect())
        width = min(self._panel_width, self.width() - 32)
        height = min(self.panel_height(), self.height() - self._top - 16)
        self.panel.setGeometry((self.width() - width) // 2, self._top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 72))
        painter.end()
