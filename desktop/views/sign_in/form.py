"""The sign-in form: server, account, password, and the ways in without signing in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import ShellContext
from desktop.failures import Failure, explain
from desktop.hotkeys import hotkey
from desktop.operations import sign_in
from desktop.settings import ACCOUNT, LAST_BATCH, REMEMBER
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.dialogs import confirm
from desktop.ui.fields import LabeledField, PasswordField, TextField
from desktop.ui.labels import label
from desktop.ui.marks import Line
from desktop.views.sign_in.choice_card import ChoiceCard
from desktop.views.sign_in.server_field import ServerField

FORM_WIDTH = 400
_AT_PASSWORD = ("wrong-password", "offline-wrong-password")


class SignInForm(QWidget):
    """400 px wide; `signed_in(Session)`, `demo_wanted()`."""

    signed_in = Signal(object)
    demo_wanted = Signal()

    def __init__(self, context: ShellContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False
        self.setFixedWidth(FORM_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(label(self.tr("Sign in"), "hero"))
        self._column.addSpacing(20)
        self.banner = Banner("error", "")
        self.banner.hide()
        self._column.addWidget(self.banner)
        self.anew = Button(self.tr("Set the old data aside and start anew…"), size="small")
        self.anew.clicked.connect(self._start_anew)
        self.anew.hide()
        self._column.addWidget(self.anew)
        self._add_fields()
        self._add_other_ways()
        self._fill()

    def offer(self, address: str, account: str, failure: Failure | None = None) -> None:
        """Fills in who is asked for, and says why when the last session ended."""
        self.server.edit.setText(address)
        self.account.setText(account)
        if failure is not None:
            self.show_failure(failure)

    def focus_first_gap(self) -> None:
        """Puts the focus where something is missing."""
        for field in (self.server.edit, self.account, self.password):
            if not field.text():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self, set_aside: bool = False) -> None:
        """Signs in with what stands in the fields."""
        if self._complete():
            self._start(self.tr("Signing in…"))
            sign_in.sign_in(
                self._context, self.server.address(), self.account.text(), self.password.text(),
                self.remember.isChecked(), self._done, self._failed, self, set_aside,
            )  # fmt: skip

    def submit_offline(self) -> None:
        """Opens what is on this computer, with the password last used."""
        if self.offline_card.isVisibleTo(self) and self._complete():
            self._start(self.tr("Opening…"))
            sign_in.continue_offline(
                self._context, self.server.address(), self.account.text(), self.password.text(),
                self._done, self._failed, self,
            )  # fmt: skip

    def show_failure(self, failure: Failure) -> None:
        """Under the password when it is about that, else above the form."""
        if failure.code in _AT_PASSWORD:
            self.password_field.set_error(failure.sentence)
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.selectAll()
            return
        self.banner.set_state("slow" if failure.level == "warn" else "error", failure.what, failure.rest, icon="warn")
        self.banner.show()
        self.anew.setVisible(failure.code == "key-lost")

    def _add_fields(self) -> None:
        self.server = ServerField(self._context)
        self.account = TextField(icon="user", large=True)
        self.account_field = LabeledField(self.tr("Account"), self.account)
        self.password = PasswordField(large=True)
        forgotten = Button(self.tr("Forgot password"), "link", size="small")
        forgotten.setFixedSize(forgotten.sizeHint().width(), self.account_field.name.sizeHint().height())
        forgotten.clicked.connect(self._explain_forgotten)
        self.password_field = LabeledField(self.tr("Password"), self.password, forgotten)
        self.remember = QCheckBox(self.tr("Remember me on this computer for 7 days"))
        self.button = Button(self.tr("Sign in"), "primary", size="login", key=hotkey("sign_in").caps()[0])
        self.button.clicked.connect(lambda: self.submit())
        for field in (self.server, self.account_field, self.password_field):
            self._column.addWidget(field)
            self._column.addSpacing(16)
        self._column.addWidget(self.remember)
        self._column.addSpacing(16)
        self._column.addWidget(self.button)
        for edit in (self.server.edit, self.account, self.password):
            edit.returnPressed.connect(lambda: self.submit())
            edit.textChanged.connect(self._forget_errors)

    def _add_other_ways(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Line(), 1)
        row.addWidget(label(self.tr("Without signing in"), "meta"))
        row.addWidget(Line(), 1)
        title = self.tr("Continue offline where you left off")
        self.offline_card = ChoiceCard("bag", title, key=hotkey("continue_offline").caps()[0])
        self.offline_card.clicked.connect(self.submit_offline)
        line = self.tr("Needs neither account nor network; nothing is submitted")
        self.demo_card = ChoiceCard("works", self.tr("Try with sample data"), line, hotkey("try_demo").caps()[0])
        self.demo_card.clicked.connect(self.demo_wanted)
        self._column.addSpacing(22)
        self._column.addLayout(row)
        self._column.addSpacing(14)
        self._column.addWidget(self.offline_card)
        self._column.addSpacing(8)
        self._column.addWidget(self.demo_card)

    def _fill(self) -> None:
        settings = self._context.settings
        self.account.setText(settings.get(ACCOUNT))
        self.remember.setChecked(settings.get(REMEMBER))
        batch = settings.get(LAST_BATCH)
        self.offline_card.setVisible(len(batch) == 3)
        if len(batch) == 3:
            to_review = self.tr("%n to review", "", int(batch[1]))
            waiting = self.tr("%n to send", "", int(batch[2]))
            counted = self.tr("{0} · {1}").format(to_review, waiting)
            named = self.tr("Batch {0} · {1}").format(batch[0], counted) if batch[0] else counted
            self.offline_card.set_line(named)

    def _complete(self) -> bool:
        """Whether all three fields have something; says which one has not."""
        if self._busy:
            return False
        self._forget_errors()
        missing = [
            (self.server.labeled, self.tr("Enter the server's address.")),
            (self.account_field, self.tr("Enter your account.")),
            (self.password_field, self.tr("Enter your password.")),
        ]
        gaps = [(field, words) for field, words in missing if not field.field.text()]  # type: ignore[attr-defined]
        for field, words in gaps:
            field.set_error(words)
        if gaps:
            gaps[0][0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not gaps

    def _start(self, words: str) -> None:
        self._busy = True
        self._context.settings.set(REMEMBER, self.remember.isChecked())
        self.button.set_busy(True, words)
        for widget in (self.server, self.account_field, self.password_field, self.offline_card, self.demo_card):
            widget.setEnabled(False)

    def _stop(self) -> None:
        self._busy = False
        self.button.set_busy(False)
        for widget in (self.server, self.account_field, self.password_field, self.offline_card, self.demo_card):
            widget.setEnabled(True)

    def _done(self, session: object) -> None:
        self._stop()
        self.password.clear()
        self.signed_in.emit(session)

    def _failed(self, error: Exception) -> None:
        self._stop()
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self.show_failure(failure)

    def _forget_errors(self) -> None:
        self.banner.hide()
        self.anew.hide()
        for field in (self.server.labeled, self.account_field, self.password_field):
            field.set_error("")

    def _start_anew(self) -> None:
        title = self.tr("Start with empty data on this computer?")
        text = self.tr(
            "The old folder is renamed and kept. Decisions in it that were not sent stay locked until its key is found."
        )
        if confirm(self, title, text, self.tr("Keep as it is"), self.tr("Start anew"), destructive=True):
            self.submit(set_aside=True)

    def _explain_forgotten(self) -> None:
        what = self.tr("Passwords are reset by the platform administrator.")
        kept = self.tr("What is on this computer is kept; it opens again after the next sign-in.")
        self.banner.set_state("info", what, kept)
        self.banner.show()
