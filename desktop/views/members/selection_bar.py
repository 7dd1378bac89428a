"""What can be done with the rows that are checked; shown only while some are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import label
from desktop.ui.theme import theme_of


class SelectionBar(Panel):
    """44 px above the table."""

    approve_wanted = Signal()
    reject_wanted = Signal()
    all_wanted = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__("selected", line="line")
        self.setFixedHeight(theme_of(self).size(44))
        self._count = label("", "strong")
        self._hint = label(self.tr("Only those to review can be handled together"), "meta2")
        self.all = Button("", "ghost", size="small", key="Ctrl A")
        self.approve = Button(self.tr("Approve all"), "approve", icon="check", key="⇧A", size="small")
        self.reject = Button(self.tr("Reject all…"), "reject", icon="x", key="⇧R", size="small")
        self.clear = Button(self.tr("Clear selection"), "ghost", size="small", key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._hint)
        row.addWidget(self.all)
        row.addStretch(1)
        for button in (self.approve, self.reject, self.clear):
            row.addWidget(button)
        self.approve.clicked.connect(self.approve_wanted)
        self.reject.clicked.connect(self.reject_wanted)
        self.all.clicked.connect(self.all_wanted)
        self.clear.clicked.connect(self.cleared)

    def show_count(self, checked: int, waiting: int) -> None:
        """How many are checked, and how many could be."""
        self._count.setText(self.tr("%n selected", "", checked))
        self.all.setText(self.tr("Select all %n to review", "", waiting))
        self.all.setVisible(checked < waiting)
