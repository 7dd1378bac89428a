"""Rail and pages of a signed-in person; there before the store is open, with quiet rows where the page will be."""

import logging

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.hotkeys import hotkey, key_cap
from desktop.ui.card import Panel
from desktop.ui.marks import Skeleton
from desktop.ui.rail import Tab, TabRail
from desktop.views import Page
from desktop.views.pages import PageSpec, pages_for

log = logging.getLogger(__name__)


class Workspace(QWidget):
    """`page_shown(page id)` after each change of tab."""

    page_shown = Signal(str)

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in pages_for(role)}
        self._pages: dict[str, Page] = {}
        self._context: AppContext | None = None
        self.rail = TabRail()
        keys = hotkey("tab").keys
        self.rail.set_tabs(tuple(_tab(spec, key) for spec, key in zip(self._specs.values(), keys, strict=False)))
        self.rail.chosen.connect(self.show_page)
        self.stack = QStackedWidget()
        self.stack.addWidget(_waiting())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)

    def prepare(self) -> None:
        """Loads what the first page needs while the store is being opened."""
        self._specs[self.rail.current()].kind()

    def enter(self, context: AppContext, page_id: str = "", subject_id: str = "") -> None:
        """The store is open: shows the wanted page, else the first."""
        self._context = context
        self.show_page(page_id if page_id in self._specs else self.rail.current(), subject_id)

    def page_ids(self) -> list[str]:
        """Ids of the tabs in their order on the rail."""
        return list(self._specs)

    def specs(self) -> list[PageSpec]:
        """The tabs in their order on the rail."""
        return list(self._specs.values())

    def page_id(self) -> str:
        """Id of the page on screen."""
        return self.rail.current()

    def page(self) -> Page | None:
        """The page on screen; None until the store is open."""
        return self._pages.get(self.rail.current())

    def made_pages(self) -> list[Page]:
        """All pages shown so far."""
        return list(self._pages.values())

    def show_page(self, page_id: str, subject_id: str = "") -> None:
        """Shows a tab, makes it when it is new, and on it one subject; tabs that the role lacks are ignored."""
        if page_id not in self._specs:
            return
        before = self._pages.get(self._shown_id())
        self.rail.set_current(page_id)
        if self._context is None:
            return
        page = self._pages.get(page_id) or self._make(self._specs[page_id], self._context)
        if before is not None and before is not page and hasattr(before, "deactivate"):
            before.deactivate()
        self.stack.setCurrentWidget(page.widget)
        page.activate()
        if subject_id and hasattr(page, "show_subject"):
            page.show_subject(subject_id)
        self.page_shown.emit(page_id)

    def may_close(self) -> bool:
        """Whether every page lets itself be closed; each may ask the person."""
        return all(page.may_close() for page in self._pages.values() if hasattr(page, "may_close"))

    def _make(self, spec: PageSpec, context: AppContext) -> Page:
        page = spec.kind()(context)
        self._pages[spec.id] = page
        self.stack.addWidget(page.widget)
        return page

    def _shown_id(self) -> str:
        shown = self.stack.currentWidget()
        return next((page_id for page_id, page in self._pages.items() if page.widget is shown), "")


def _tab(spec: PageSpec, key: str) -> Tab:
    return Tab(spec.id, spec.title(), spec.icon, key_cap(key))


def _waiting() -> QWidget:
    panel = Panel("surface")
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 56, 0, 0)
    column.addWidget(Skeleton(6))
    column.addStretch(1)
    return panel
