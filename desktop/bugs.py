"""Errors that nobody expected: logged, and shown with details to copy."""

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.failures import explain, message_for
from desktop.logs import catch_unhandled, describe
from desktop.messages import Messages
from desktop.ui.dialogs import show_details

log = logging.getLogger(__name__)


class Bugs(QObject):
    """Catches what reaches the top of any thread until `stop`; one dialog at a time, everything is in the log."""

    _broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self.messages: Messages | None = None
        self._shown = False
        self._broke.connect(self._show)
        self.stop = catch_unhandled(self._broke.emit)

    def report(self, error: Exception) -> None:
        """An error without a handler of its own: words in the message bar when it has some, else it is a bug."""
        failure = explain(error)
        if failure is not None and self.messages is not None:
            self.messages.show(message_for(failure))
            return
        log.error("bug", exc_info=error)
        self._show(describe(error))

    def _show(self, details: str) -> None:
        if self._shown or self.window is None:
            return
        self._shown = True
        title = self.tr("Something went wrong in the desk")
        kept = self.tr("Saved decisions are kept. You can go on; please send these details to your administrator.")
        show_details(self.window, title, kept, details).finished.connect(self._closed)

    def _closed(self) -> None:
        self._shown = False
