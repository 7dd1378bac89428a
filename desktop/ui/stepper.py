"""A frame with a text between two arrows: one step back, one step on."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.labels import label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of


class Stepper(QWidget):
    """Announces -1 and 1; the arrows say their names and keys in tooltips."""

    stepped = Signal(int)

    def __init__(self, back: str, on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong, self._meta = label("", "strong"), label("", "body")
        self.back = Button("", "ghost", icon="left", size="small")
        self.on = Button("", "ghost", icon="right", size="small")
        for button, name, step in ((self.back, back, -1), (self.on, on, 1)):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 2, 3, 2)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self._strong)
        row.addWidget(self._meta)
        row.addWidget(self.on)

    def show_place(self, strong: str, meta: str, *, first: bool, last: bool) -> None:
        """What stands between the arrows, and which of them lead nowhere."""
        self._strong.setText(strong)
        self._meta.setText(meta)
        self._meta.setVisible(bool(meta))
        self.back.setEnabled(not first)
        self.on.setEnabled(not last)
        self.setAccessibleName(f"{strong} {meta}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), 6, theme.color("surface"), theme.color("control"))
        painter.end()
