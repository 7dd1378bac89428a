"""A question before an act that stays open until the server has done it: what was typed is never lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.ui.banner import Banner, BannerKind
from desktop.ui.dialogs import ReasonDialog


class ActDialog(ReasonDialog):
    """`wanted(reason)` when the acting button is pressed; the owner then calls `succeed` or `fail`.

    Without `placeholder` no reason is asked for. `dropped(reason)` when it is closed before it was done.
    """

    wanted = Signal(str)
    dropped = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, text: str, act_label: str, placeholder: str = "", reason: str = ""
    ) -> None:
        self._asks = bool(placeholder)
        super().__init__(parent, title, text, self.tr("Cancel"), act_label, placeholder)
        self.banner = Banner("error", "")
        self._told = QWidget()
        room = QVBoxLayout(self._told)
        room.setContentsMargins(0, 0, 0, 12)
        room.addWidget(self.banner)
        self._told.hide()
        self.column.insertWidget(self.column.count() - 1, self._told)
        if not self._asks:
            self.column.takeAt(self.column.indexOf(self.line) + 1)  # the space below it
        self.line.setVisible(self._asks)
        self.line.setText(reason)
        if not self._asks:
            self.first = self.safe

    def accept(self) -> None:
        """Asks for the act; the dialog stays."""
        if not self.act.busy and self.act.isEnabled():
            self._told.hide()
            self.line.setReadOnly(True)
            self.act.set_busy(True, self.tr("One moment…"))
            self.wanted.emit(self.reason())

    def reject(self) -> None:
        """Closed; what is under way goes on."""
        self.dropped.emit(self.reason())
        super().reject()

    def succeed(self) -> None:
        """It is done."""
        QDialog.accept(self)

    def fail(self, what: str, do: str, kind: BannerKind = "error") -> None:
        """Says why not; the reason stays."""
        self.act.set_busy(False)
        self.line.setReadOnly(False)
        self.banner.set_state(kind, what, do)
        self._told.show()
        self.column.activate()
        self.resize(self.width(), max(self.height(), self.column.totalHeightForWidth(self.width())))
        (self.line if self._asks else self.safe).setFocus()

    def _check(self) -> None:
        if self._asks:
            super()._check()
