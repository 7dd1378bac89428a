"""The author's phone: masked, in full for 20 s after an audited reveal."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.labels import label
from desktop.ui.theme import theme_of

SHOWN_S = 20


class PhoneRow(QWidget):
    """Asks by `reveal_wanted`; the page answers with `show_full` or `failed`."""

    reveal_wanted = Signal()

    def __init__(self, name_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masked = ""
        self._left_s = 0
        self._name = label(self.tr("Phone"), "secondary")
        self._name.setFixedWidth(theme_of(self).size(name_width))
        self.number = label("")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rest = label("", "meta")
        self.reveal = Button(self.tr("Show"), "link", size="small")
        self.reveal.setToolTip(self.tr("Shows the number for 20 s; the server notes who looked"))
        self.reveal.setMinimumWidth(self.reveal.sizeHint().width() + 2)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reveal.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addWidget(self.number)
        row.addSpacing(8)
        row.addWidget(self.reveal)
        row.addWidget(self.rest)
        row.addStretch()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    def show_masked(self, masked: str) -> None:
        """Shows another person's number, masked; whatever was revealed is gone."""
        self._timer.stop()
        self._masked = masked
        self.number.setText(masked)
        self.rest.setText("")
        self.reveal.set_busy(False)
        self.reveal.setVisible(bool(masked))

    def show_full(self, phone: str) -> None:
        """Shows the number for 20 s."""
        self.reveal.set_busy(False)
        self.reveal.hide()
        self.number.setText(phone)
        self._left_s = SHOWN_S
        self._say_rest()
        self._timer.start()

    def failed(self, why: str) -> None:
        """The server did not answer or refused."""
        self.reveal.set_busy(False)
        self.rest.setText(why)

    def _ask(self) -> None:
        self.reveal.set_busy(True)
        self.rest.setText("")
        self.reveal_wanted.emit()

    def _tick(self) -> None:
        self._left_s -= 1
        if self._left_s > 0:
            self._say_rest()
        else:
            self.show_masked(self._masked)

    def _say_rest(self) -> None:
        self.rest.setText(self.tr("hidden in %n s", "", self._left_s))
