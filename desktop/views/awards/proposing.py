"""Proposing a list: the dialog, the key that makes trying again harmless, the list that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.failures import code_of
from desktop.operations import awards
from desktop.operations.awards import may_have_arrived
from desktop.views.awards.asking import Asking
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.propose_dialog import ProposeDialog

if TYPE_CHECKING:
    from contract.wire.awards import AwardListFacts


class Proposing(QObject):
    """拟定名单…"""

    def __init__(self, context: AppContext, feed: AwardsFeed, asking: Asking, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._feed, self._asking, self._page = context, feed, asking, page
        self._keys: dict[tuple[str, int, str], str] = {}
        """Of proposals whose answer was lost, by kind, its version and seal."""

    def open(self) -> None:
        """Asks what and from which week."""
        if not self._feed.may_act:
            return
        if not self._context.sync.network.reachable:
            do = self.tr("Lists are drawn on the server. What is shown stays as it is.")
            self._asking.said.emit("offline", self.tr("This needs the network."), do)
            return
        dialog = ProposeDialog(self._page, self._feed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(lambda _reason: self._propose(dialog))
        dialog.open()

    def _propose(self, dialog: ProposeDialog) -> None:
        chosen = dialog.chosen()
        if chosen is None:
            dialog.fail(self.tr("Choose an award and a week"), "")
            return
        kind, seal = chosen
        what = kind.kind, kind.version, seal.id
        key = self._keys.setdefault(what, awards.new_key(self._context))

        def done(facts: AwardListFacts) -> None:
            self._keys.pop(what, None)
            self._feed.open(facts)
            if shiboken6.isValid(dialog):
                dialog.succeed()

        def failed(error: Exception) -> None:
            unsure = may_have_arrived(error)
            if not unsure:
                self._keys.pop(what, None)
            there = str(getattr(error, "problem", {}).get("list_id", ""))
            if there:
                self._feed.choose(there)
            if code_of(error) in ("version-mismatch", "wrong-state"):
                self._feed.changed.connect(dialog.show_choices, Qt.ConnectionType.SingleShotConnection)
                self._feed.reload_kinds()
            fault = self._asking.lost() if unsure else self._asking.fault_or_bug(error)
            if shiboken6.isValid(dialog) and dialog.isVisible():
                dialog.fail(fault.what, fault.do)
            else:
                self._asking.said.emit("error", fault.what, fault.do)

        awards.propose(self._context, kind, seal.id, key, done, failed, self)
