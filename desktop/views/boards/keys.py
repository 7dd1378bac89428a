"""The keys of the tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.views.works.playback_keys import PageKeys

if TYPE_CHECKING:
    from desktop.views.boards.page import BoardsPage


class BoardKeys(QObject):
    """Alt+← → for the week, Ctrl+E and Ctrl+P for files, / for the search, Esc back to the board, Delete, Ctrl+L."""

    def __init__(self, page: BoardsPage) -> None:
        super().__init__(page)
        self._page = page
        keys = PageKeys(page)
        keys.bind("always", {
            "week_back": lambda: page.feed.step(-1), "week_on": lambda: page.feed.step(1),
            "export": page.side.export, "bulletin": page.side.write_bulletin, "back": self._back,
            "leave_out": page.counting.leave_out, "left_out": page.counting.show_left_out,
        })  # fmt: skip
        keys.bind("search", {"search": self._search})

    def _back(self) -> None:
        if self._page.looking_inside:
            self._page.close_inside()

    def _search(self) -> None:
        if not self._page.looking_inside:
            self._page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._page.search.selectAll()
