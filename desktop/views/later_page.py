"""What roles see whose tabs come with later versions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.views import Command
from desktop.views.roles import role_name


class LaterPage(Panel):
    """Says so, and leads to what there is."""

    scopes: tuple[str, ...] = ()

    def __init__(self, context: AppContext) -> None:
        super().__init__("surface")
        sync = Button(self.tr("Open the sync centre"))
        sync.clicked.connect(lambda: context.navigation.go("sync"))
        title = self.tr("The pages of this role come with a later version")
        line = self.tr("You are signed in as {0}. Sync centre and settings work already.").format(
            role_name(context.person.role)
        )
        column = QVBoxLayout(self)
        column.addWidget(EmptyState("home", title, line, (sync,)))

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """Nothing to refresh."""

    def commands(self) -> Sequence[Command]:
        """None of its own."""
        return ()
