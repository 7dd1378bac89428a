"""What another person decided about this work, and the two answers. Nothing of mine was overwritten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.marks import Line

WIDE = 336
"""From this width on 并排比较 stands in words, px."""


class ConflictBox(QWidget):
    """Banner with 1 申请复核, 2 接受现行结果, 并排比较."""

    object_wanted = Signal()
    accept_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner("conflict", "")
        self.object_button = Button(self.tr("Ask for a second look"), key="1", size="small")
        self.accept_button = Button(self.tr("Accept the result"), key="2", size="small")
        self._compare_text = self.tr("Side by side")
        self.compare_button = Button("", "ghost", icon="merge", size="small")
        self.compare_button.setToolTip(self._compare_text)
        self.compare_button.setAccessibleName(self._compare_text)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(6)
        for button in (self.object_button, self.accept_button, self.compare_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._buttons)
        column.addWidget(Line())
        self.object_button.clicked.connect(self.object_wanted)
        self.accept_button.clicked.connect(self.accept_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < WIDE
        self.compare_button.setText("" if narrow else self._compare_text)
        self.compare_button.set_icon("merge" if narrow else "")

    def show_conflict(self, title: str, line: str, answerable: bool) -> None:
        """Shows who decided what; without buttons once it is answered."""
        self._banner.set_state("conflict", title, line)
        self.setAccessibleName(f"{title} {line}")
        self._buttons.setVisible(answerable)
