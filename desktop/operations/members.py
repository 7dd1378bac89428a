"""Showing an applicant's name and phone; the server notes who looked."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext


def reveal(
    context: AppContext, id: str, done: Callable[[tuple[str, str]], object], failed: Failed, owner: QObject | None
) -> None:
    """(name, phone) of who applied to my organization."""

    def ask() -> tuple[str, str]:
        found = context.api.reveal_member(id)
        return found.name, found.phone

    context.background.run(ask, done, failed, owner)
