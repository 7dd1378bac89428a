"""The server's address with the known ones in a menu, and whether it can be reached, as one types."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.context import ShellContext
from desktop.failures import code_of
from desktop.operations import sign_in
from desktop.settings import SERVER, SERVERS
from desktop.ui.button import Button
from desktop.ui.fields import LabeledField, TextField
from desktop.ui.labels import IconLabel, label, set_role

TYPING_PAUSE_MS = 400


class ServerField(QWidget):
    """`reached(round trip in ms, None when not)` follows every pause in typing."""

    reached = Signal(object)

    def __init__(self, context: ShellContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = ""
        self._icon = IconLabel("okc", "ok", 14)
        self._words = label("", "ok")
        aside = QWidget()
        row = QHBoxLayout(aside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.edit = TextField(icon="server", large=True)
        self.edit.setText(context.settings.get(SERVER))
        self.edit.setPlaceholderText("desk.example.org")
        self._add_menu_button()
        self.labeled = LabeledField(self.tr("Server"), self.edit, aside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.labeled)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.probe)
        self.edit.textChanged.connect(self._typed)
        self._show("", "", "meta", "meta")

    def address(self) -> str:
        """What stands in the field."""
        return self.edit.text().strip()

    def words(self) -> str:
        """What is said about the way to the server."""
        return self._words.text()

    def probe(self) -> None:
        """Asks the server now."""
        self._asked = address = self.address()
        if not address:
            self._show("", "", "meta", "text3")
            return
        self._show(self.tr("Connecting…"), "refresh", "meta", "text3")
        sign_in.probe(
            self._context, address, lambda found: self._found(address, found.rtt_ms),
            lambda error: self._not_found(address, error), self,
        )  # fmt: skip

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()  # the desk may be closing

    def _typed(self) -> None:
        self._asked = ""
        self.labeled.set_error("")
        self._show("", "", "meta", "text3")
        self._pause.start()

    def _found(self, address: str, rtt_ms: int) -> None:
        if address == self._asked:
            self._show(self.tr("Connected, {0} ms").format(rtt_ms), "okc", "ok", "ok")
            self.reached.emit(rtt_ms)

    def _not_found(self, address: str, error: Exception) -> None:
        if address != self._asked:
            return
        words = {
            "offline": self.tr("Cannot be reached"),
            "bad-address": self.tr("Not a usable address"),
            "insecure-address": self.tr("Needs https"),
            "not-our-server": self.tr("Not a desk server"),
            "tls": self.tr("Certificate not valid"),
            "client-too-old": self.tr("Needs a newer desk"),
        }
        self._show(words.get(code_of(error) or "", self.tr("Not available now")), "warn", "warn", "warn")
        self.reached.emit(None)

    def _show(self, words: str, icon: str, role: str, token: str) -> None:
        self._words.setText(words)
        set_role(self._words, role)  # type: ignore[arg-type]
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, token)

    def _add_menu_button(self) -> None:
        known = self._context.settings.get(SERVERS)
        if not known:
            return
        button = Button(kind="ghost", icon="down", size="small", parent=self.edit)
        button.setAccessibleName(self.tr("Known servers"))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for address in known:
            menu.addAction(address, partial(self.edit.setText, address))
        button.clicked.connect(lambda: menu.popup(self.edit.mapToGlobal(QPoint(0, self.edit.height()))))
        self.edit.setTextMargins(24, 0, 30, 0)
        row = QHBoxLayout(self.edit)
        row.setContentsMargins(0, 0, 3, 0)
        row.addStretch()
        row.addWidget(button)
