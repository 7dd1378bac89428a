"""The sheet of all keys."""

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import KeyCap, Line
from desktop.ui.overlay import Overlay

COLUMNS = 2


@dataclass(frozen=True)
class KeyGroup:
    """A scope and its keys: ((keys, what they do), …); alternatives are separated by “ / ”."""

    title: str
    rows: tuple[tuple[str, str], ...]


class KeyOverlay(Overlay):
    """`?`: groups of keys in two columns; Esc, ? or a click beside it closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=860, top=40)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = Button(self.tr("Close"), "ghost", key="Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.addWidget(label(self.tr("Keys"), "title"))
        head.addStretch()
        head.addWidget(close)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self._scroll, 1)
        self.setAccessibleName(self.tr("Keys"))

    def show_groups(self, groups: tuple[KeyGroup, ...]) -> None:
        """Open with these groups."""
        sheet = Panel("surface")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(32)
        for column in balanced(groups):
            side = QVBoxLayout()
            side.setSpacing(8)
            for group in column:
                side.addWidget(label(group.title, "strong"))
                side.addLayout(_rows(group))
                side.addSpacing(8)
            side.addStretch()
            row.addLayout(side, 1)
        self._scroll.setWidget(sheet)
        self.open_over(self)

    def panel_height(self) -> int:
        sheet = self._scroll.widget()
        return 70 + (sheet.sizeHint().height() if sheet else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        page = bar.pageStep()
        steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if event.text() == "?":
            self.dismiss()
            event.accept()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def balanced(groups: tuple[KeyGroup, ...]) -> list[list[KeyGroup]]:
    """The columns, as equally high as whole groups allow; the first group stands at the left."""

    def height(column: list[KeyGroup]) -> int:
        return sum(len(group.rows) + 2 for group in column)

    splits = (
        [[group for group, place in zip(groups, places, strict=True) if place == column] for column in range(COLUMNS)]
        for places in product(range(COLUMNS), repeat=len(groups))
    )
    return min(splits, key=lambda columns: max(height(column) for column in columns))


def _rows(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for line, (keys, text) in enumerate(group.rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys.split(" / "):
            caps.addWidget(KeyCap(key))
        caps.addStretch()
        grid.addLayout(caps, line, 0)
        grid.addWidget(ElidedLabel(text, "secondary"), line, 1)
        grid.setColumnMinimumWidth(0, 132)
    return grid
