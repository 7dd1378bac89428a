"""The demo's sign-in: one person for each role to try."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context import ShellContext
from desktop.demo import DemoAccount
from desktop.failures import explain
from desktop.operations import sign_in
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.labels import label
from desktop.views.roles import role_name
from desktop.views.sign_in.choice_card import ChoiceCard

FORM_WIDTH = 400
ROLE_ICONS = {"moderator": "works", "platform_admin": "org", "org_admin": "members", "union_staff": "rank"}


class DemoForm(QWidget):
    """`signed_in(Session)`; `left` goes back to the real sign-in."""

    signed_in = Signal(object)
    left = Signal()

    def __init__(self, context: ShellContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.address = ""
        self.people: list[DemoAccount] = []
        self.cards: dict[str, ChoiceCard] = {}
        self.setFixedWidth(FORM_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Sample data"), "hero"))
        line = self.tr("Choose whom to be. Everything stays on this computer, nothing is submitted.")
        column.addWidget(label(line, "secondary", wrap=True))
        column.addSpacing(8)
        self.banner = Banner("info", self.tr("Preparing the sample data…"))
        column.addWidget(self.banner)
        self._people = QVBoxLayout()
        self._people.setSpacing(8)
        column.addLayout(self._people)
        column.addSpacing(8)
        back = Button(self.tr("Leave the sample data"), "secondary", icon="left")
        back.clicked.connect(self.left)
        column.addWidget(back)

    def show_progress(self, words: str) -> None:
        """How far the first start is."""
        self.banner.set_state("info", self.tr("Preparing the sample data…"), words)
        self.banner.show()

    def show_people(self, address: str, people: list[DemoAccount]) -> None:
        """One card for each person."""
        self.address, self.people = address, people
        self.banner.hide()
        for person in people:
            card = ChoiceCard(ROLE_ICONS.get(person.role, "idcard"), role_name(person.role), person.label)
            card.clicked.connect(self._chooser(person))
            self.cards[person.role] = card
            self._people.addWidget(card)

    def take_over(self, old: "DemoForm") -> None:
        """The people that were on offer before the screens were built anew."""
        if old.people:
            self.show_people(old.address, old.people)

    def choose(self, person: DemoAccount) -> None:
        """Signs in as this person."""
        for card in self.cards.values():
            card.setEnabled(False)
        self.banner.set_state("info", self.tr("Signing in…"))
        self.banner.show()
        sign_in.sign_in(
            self._context, self.address, person.account, person.password, False, self._done, self.show_error, self
        )

    def show_error(self, error: Exception) -> None:
        """Says what failed; the cards can be tried again."""
        for card in self.cards.values():
            card.setEnabled(True)
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        self.banner.set_state("error", failure.what, failure.rest)
        self.banner.show()

    def _done(self, session: object) -> None:
        self.signed_in.emit(session)

    def _chooser(self, person: DemoAccount) -> Callable[[], None]:
        return lambda: self.choose(person)
