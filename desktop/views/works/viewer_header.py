"""Title, number, place in the batch, and the neighbours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel
from desktop.ui.theme import theme_of


class TitleLabel(ElidedLabel):
    """Says when it has been painted: only then may the work be decided."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class ViewerHeader(Panel):
    """上一件 P · 下一件 N; the new title is announced to screen readers."""

    previous = Signal()
    next = Signal()
    unfold = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.setFixedHeight(theme_of(self).size(56))
        self.title = TitleLabel("", "title")
        self._place = ElidedLabel("", "meta")
        self.previous_button = Button(self.tr("Previous"), key="P")
        self.next_button = Button(self.tr("Next"), key="N")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self._place)
        words.addStretch()
        row.addLayout(words, 1)
        self.note = ElidedLabel("", "meta")
        self.note.hide()
        row.addWidget(self.note)
        row.addSpacing(8)
        for button, signal in ((self.previous_button, self.previous), (self.next_button, self.next)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.unfold_button = Button(kind="ghost", icon="left")
        self.unfold_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unfold_button.setAccessibleName(self.tr("Unfold the inspector"))
        self.unfold_button.setToolTip(self.tr("Unfold the inspector"))
        self.unfold_button.clicked.connect(self.unfold)
        self.unfold_button.hide()
        row.addWidget(self.unfold_button)

    def show_work(self, title: str, place: str, has_previous: bool, has_next: bool) -> None:
        """`place` is number and 第 n 件，共 n 件."""
        fresh = title != self.title.text()
        self.title.setText(title)
        self._place.setText(place)
        self.previous_button.setEnabled(has_previous)
        self.next_button.setEnabled(has_next)
        self.title.setAccessibleName(f"{title}, {place}")
        if fresh and title:
            QAccessible.updateAccessibility(QAccessibleEvent(self.title, QAccessible.Event.Alert))
        self.title.update()

    def set_well(self, well: bool) -> None:
        """Dark in full screen, in both themes, and with the last decision, whose bar is hidden there."""
        self.note.setVisible(well)
        self._fill = "well2" if well else "surface"
        for words in (self.title, self._place, self.note):
            words.setProperty("well", "true" if well else "false")
            words.style().unpolish(words)
            words.style().polish(words)
        for button in (self.previous_button, self.next_button):
            button.set_kind("well" if well else "secondary")
        self.update()
