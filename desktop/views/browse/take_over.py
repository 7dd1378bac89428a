"""接管…: asks why; the reason goes into the audit."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.fields import LabeledField, TextField

REASON_MAX = 200


class TakeOverDialog(ConfirmDialog):
    """`confirmed(reason)`; the safe choice closes it."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, holder: str) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("TakeOverDialog", "Take over “{0}”?").format(title),
            translate("TakeOverDialog", "{0} holds it now. It leaves their queue; what they decided without a network "
                      "is kept as a conflict.").format(holder),
            translate("TakeOverDialog", "Leave it"),
            translate("TakeOverDialog", "Take over"),
            destructive=True,
            act_key="Enter",
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = TextField(self.tr("Such as: on leave, the work is urgent"))
        self.field.setMaxLength(REASON_MAX)
        self._labeled = LabeledField(self.tr("Why do you take it over?"), self.field)
        self.column.insertWidget(self.column.count() - 1, self._labeled)
        self.column.insertSpacing(self.column.count() - 1, 16)
        self.first = self.field
        self.field.returnPressed.connect(self.accept)

    def accept(self) -> None:
        """Only with a reason."""
        reason = self.field.text().strip()
        if not reason:
            self._labeled.set_error(self.tr("Write down why; it is noted in the audit."))
            self.field.setFocus()
            return
        self.confirmed.emit(reason)
        super().accept()
