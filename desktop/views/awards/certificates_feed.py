"""Certificates of a confirmed list by pages, and the chosen one with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.operations import award_certificates

if TYPE_CHECKING:
    from contract.wire.awards import CertificateDetail, CertificateFacts, Certificates


class CertificatesFeed(QObject):
    """`changed`: rows; `detailed`: the chosen one."""

    changed = Signal()
    detailed = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self.list_id = self.state = ""
        self.rows: list[CertificateFacts] = []
        self.loaded = False
        self.detail: CertificateDetail | None = None
        self.problem: Exception | None = None
        self.wanted = ""
        """The one that gets the bar as soon as its page is here."""
        self._next: str | None = None
        self._asking = False
        self._chosen = ""

    @property
    def has_more(self) -> bool:
        """Whether there are more pages."""
        return self._next is not None

    @property
    def chosen(self) -> CertificateFacts | None:
        """The one with the bar, as far as it is known."""
        if self.detail is not None and self.detail.id == self._chosen:
            return self.detail
        return next((one for one in self.rows if one.id == self._chosen), None)

    def open(self, list_id: str, state: str = "") -> None:
        """Certificates of a list; `state` "" is any."""
        if (list_id, state) == (self.list_id, self.state) and self.loaded:
            self.refresh()
            return
        self.list_id, self.state = list_id, state
        self.rows, self.loaded, self._next = [], False, None
        self.changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """The first pages anew, and the chosen one."""
        if self.list_id:
            self._ask("")
        if self._chosen:
            self.choose(self._chosen)

    def more(self) -> None:
        """The next page."""
        if self._next is not None and not self._asking:
            self._ask(self._next)

    def choose(self, id: str) -> None:
        """One with its history."""
        self._chosen = id
        if self.detail is not None and self.detail.id != id:
            self.detail = None
        self.detailed.emit()
        if id:
            award_certificates.read(self._context, id, self._got_detail, self._failed, self)

    def take(self, detail: CertificateDetail) -> None:
        """One as an answer has it; chosen, and the rows anew, since it may have replaced another one."""
        self._chosen, self.detail, self.problem, self.wanted = detail.id, detail, None, detail.id
        self.detailed.emit()
        self._ask("")

    def _ask(self, cursor: str) -> None:
        self._asked += 1
        asked, self._asking = self._asked, True

        def got(page: Certificates) -> None:
            if asked != self._asked:
                return
            self._asking, self.loaded, self.problem = False, True, None
            self.rows = [*self.rows, *page.items] if cursor else page.items
            self._next = page.next
            self.changed.emit()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._asking = False
                self._failed(error)

        award_certificates.page(self._context, self.list_id, self.state, cursor, got, failed, self)

    def _got_detail(self, detail: CertificateDetail) -> None:
        if detail.id == self._chosen:
            self.detail = detail
            self.detailed.emit()

    def _failed(self, error: Exception) -> None:
        self.problem = error
        self.changed.emit()
