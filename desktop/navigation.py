"""Lets any screen ask for another one, over one signal."""

from PySide6.QtCore import QObject, Signal


class Navigation(QObject):
    """`wanted(page id, subject id)`; the subject may be empty. The window answers by showing the page."""

    wanted = Signal(str, str)

    def go(self, page_id: str, subject_id: str = "") -> None:
        """Shows a page, and on it one subject (a work's id, a conflict's id)."""
        self.wanted.emit(page_id, subject_id)
