"""The keys of the tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.views.works.playback_keys import PageKeys

if TYPE_CHECKING:
    from desktop.views.awards.page import AwardsPage


class AwardKeys(QObject):
    """One letter for each act; those that cannot be done now do nothing. V changes to the certificates and back."""

    def __init__(self, page: AwardsPage) -> None:
        super().__init__(page)
        self._page = page
        keys = PageKeys(page)
        keys.bind("always", {
            "award_propose": page.propose, "award_edit": page.edit, "award_certificates": page.switch,
            "award_kinds": page.open_kinds, "back": page.go_back,
        })  # fmt: skip
        keys.bind("lines", {
            "award_submit": self._on_lines(page.acts.submit), "award_withdraw": self._on_lines(page.acts.withdraw),
            "award_confirm": self._on_lines(page.acts.confirm),
        })  # fmt: skip
        side = page.certificate_side
        keys.bind("certificates", {
            "certificate_revoke": self._on_certificates(page.certificate_acts.revoke),
            "certificate_reissue": self._on_certificates(page.certificate_acts.reissue),
            "certificate_copy": self._on_certificates(side.take_code),
            "certificate_export": self._on_certificates(page.export.ask),
        })  # fmt: skip
        keys.bind("search", {"search": self._search})

    def _on_lines(self, act: Callable[[], object]) -> Callable[[], object]:
        return lambda: act() if self._page.shows_lines else None

    def _on_certificates(self, act: Callable[[], object]) -> Callable[[], object]:
        return lambda: act() if self._page.shows_certificates else None

    def _search(self) -> None:
        field = self._page.search_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
