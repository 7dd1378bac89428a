"""Showing an author's phone number; the server notes who looked."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext


def reveal_phone(
    context: AppContext, work_id: str, done: Callable[[str], object], failed: Failed, owner: QObject | None = None
) -> None:
    """Asks for the number of the author of a work that I hold."""
    context.background.run(lambda: context.api.reveal_phone(work_id).phone, done, failed, owner)
