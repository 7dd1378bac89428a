"""What is asked beside deciding: contacts in full, and what is known of a look-alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import registrations as operation
from desktop.store import registrations
from desktop.store.registrations import OrganizationLine, RegistrationRow
from desktop.views.organizations.compare import pairs

if TYPE_CHECKING:
    from contract.wire.registration import RegistrationRevealed
    from desktop.views.organizations.page import OrganizationsPage


class Asking(QObject):
    """Answers that come when another registration is on screen are dropped."""

    def __init__(self, context: AppContext, page: OrganizationsPage) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        page.detail.compare_wanted.connect(self.compare)
        page.detail.contact.reveal_wanted.connect(self.reveal)
        page.compare.next_wanted.connect(self.compare)

    def compare(self, place: int | None = None) -> None:
        """C: beside the first look-alike, again C: beside the next one."""
        row, page = self._page.detail.row, self._page
        if row is None or not row.look_alikes or page.middle.currentWidget() is page.reject_panel:
            return
        comparing = page.middle.currentWidget() is page.compare
        at = place if place is not None else page.compare.place + 1 if comparing else 0
        at %= len(row.look_alikes)
        line = row.look_alikes[at]

        def got(other: RegistrationRow | OrganizationLine | None) -> None:
            if self._is_shown(row) and page.middle.currentWidget() is not page.reject_panel:
                page.compare.show_pair(at, line, len(row.look_alikes), pairs(row, other or line))
                page.show_middle(page.compare)

        self._context.local_store.read(lambda store: registrations.look_alike(store, line.kind, line.id), got, self)

    def reveal(self) -> None:
        """Contact and numbers in full for a while; audited."""
        row, contact = self._page.detail.row, self._page.detail.contact
        if row is None:
            return
        if not self._context.sync.network.reachable:
            contact.failed(self.tr("This needs the network."))
            return

        def done(found: RegistrationRevealed) -> None:
            if self._is_shown(row):
                self._page.detail.show_revealed(found)

        def failed(error: Exception) -> None:
            failure = explain(error)
            if failure is None:
                self._context.background.unhandled.emit(error)
            if self._is_shown(row):
                contact.failed(failure.what if failure else self.tr("It could not be shown."))

        operation.reveal(self._context, row.id, done, failed, self)

    def _is_shown(self, row: RegistrationRow) -> bool:
        shown = self._page.detail.row
        return shown is not None and shown.id == row.id
