"""The question before quitting, signing out or changing person while something has not reached the server."""

from PySide6.QtCore import QCoreApplication

from desktop.context import AppContext
from desktop.ui.dialogs import confirm
from desktop.views.main_window import MainWindow


def may_leave(window: MainWindow | None, context: AppContext | None, quitting: bool) -> bool:
    """Asks the pages, then the person when decisions wait in the outbox; nothing is lost either way."""
    if window is None or context is None:
        return True
    if not window.may_close():
        return False
    unsent = window.unsent()
    if unsent == 0:
        return True
    translate = QCoreApplication.translate
    title = translate("leaving", "%n decision(s) have not reached the server yet", "", unsent)
    kept = translate("leaving", "They stay in the outbox on this computer and are sent after the next sign-in.")
    stay = translate("leaving", "Stay")
    go = translate("leaving", "Quit anyway") if quitting else translate("leaving", "Leave anyway")
    return confirm(window, title, kept, stay, go)
