"""A scroll area whose contents keep their width when the scroll bar comes: it takes its room from the right margin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class ScrollPane(QScrollArea):
    """Give the layouts whose right margin makes way."""

    def __init__(self, inner: QWidget, layouts: Sequence[QLayout], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layouts = [(layout, layout.contentsMargins().right()) for layout in layouts]
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._make_way)

    def _make_way(self, _low: int, high: int) -> None:
        taken = self.verticalScrollBar().sizeHint().width() if high > 0 else 0
        for layout, usual in self._layouts:
            margins = layout.contentsMargins()
            margins.setRight(max(0, usual - taken))
            layout.setContentsMargins(margins)
