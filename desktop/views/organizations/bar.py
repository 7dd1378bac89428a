"""The decision bar: who is told, the last decision, and 跳过 · 驳回… · 通过."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel, IconLabel
from desktop.ui.marks import Line
from desktop.ui.theme import theme_of
from desktop.views.works.last_decision import LastDecision, Undo, short_status, verdict_text

HEIGHT = 68


class OrganizationBar(Panel):
    """Buttons that say what was pressed; the page decides what follows."""

    approve = Signal()
    reject = Signal()
    skip = Signal()
    undo = Signal()

    def __init__(self) -> None:
        super().__init__("surface")
        self.setFixedHeight(theme_of(self).size(HEIGHT))
        self._told = ElidedLabel("", "meta2")
        self.last = ElidedLabel("", "meta2")
        self._icon = IconLabel("outbox", "text2", 14)
        self.undo_button = Button(self.tr("Undo"), "ghost", icon="undo", key="Z", size="small")
        self.skip_button = Button(self.tr("Skip"), "ghost", key="S", size="small")
        self.reject_button = Button(self.tr("Reject…"), "reject", icon="x", key="R", size="decision")
        self.approve_button = Button(self.tr("Approve"), "approve", icon="check", key="A", size="decision")
        self.approve_button.setMinimumWidth(160)
        self.reject_button.setMinimumWidth(132)
        self._told_row, self._divider = QWidget(), Line(vertical=True)
        self._arrange()
        for button, signal in (
            (self.approve_button, self.approve), (self.reject_button, self.reject), (self.skip_button, self.skip),
            (self.undo_button, self.undo),
        ):  # fmt: skip
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        self.setAccessibleName(self.tr("Decision"))
        self.show_last(None, "")
        self.show_phone("")

    def _arrange(self) -> None:
        told = QHBoxLayout(self._told_row)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(6)
        told.addWidget(IconLabel("sms", "text2", 14))
        told.addWidget(self._told, 1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._told_row)
        self._divider.setFixedHeight(20)
        row.addWidget(self._divider)
        row.addWidget(self._icon)
        row.addWidget(self.last)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addSpacing(8)
        row.addWidget(self.reject_button)
        row.addWidget(self.approve_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_phone(self, phone: str) -> None:
        """Who gets the SMS; nothing is chosen when empty."""
        self._told.setText(self.tr("The result is sent by SMS to {0}").format(phone))
        self._told_row.setVisible(bool(phone))
        self._divider.setVisible(bool(phone) and bool(self.last.text()))

    def show_last(self, last: LastDecision | None, undo: Undo) -> None:
        """Where the last decision is; `undo` says whether Z can take it back."""
        self.undo_button.setVisible(bool(last and undo))
        self._icon.setVisible(last is not None)
        self.last.setVisible(last is not None)
        self._divider.setVisible(last is not None and not self._told_row.isHidden())
        if last is None:
            self.last.setText("")
            return
        self._icon.set_icon(*last.icon())
        said = verdict_text(last.verdict, last.delivery == "confirmed")
        self.last.setText(self.tr("Last one: {0} · {1}").format(said, short_status(last.delivery)[0]))
        self.last.setToolTip(f"{last.title}\n{last.status()}")

    def set_decidable(self, on: bool) -> None:
        """Whether there is an open registration to decide."""
        for button in (self.approve_button, self.reject_button, self.skip_button):
            button.setEnabled(on)
