"""The tab 奖项."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from contract.awards import ListState
from desktop.context import AppContext
from desktop.operations import award_certificates
from desktop.ui.card import Panel
from desktop.ui.marks import Line
from desktop.views import Command
from desktop.views.awards.acts import ListActs
from desktop.views.awards.asking import Asking
from desktop.views.awards.center import CERTIFICATES, LINES, ListCenter
from desktop.views.awards.certificate_acts import CertificateActs
from desktop.views.awards.certificate_export import CertificateExport
from desktop.views.awards.certificate_side import CertificateSide
from desktop.views.awards.certificates_feed import CertificatesFeed
from desktop.views.awards.certificates_view import CertificatesView
from desktop.views.awards.entries_view import EntriesView
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.keys import AwardKeys
from desktop.views.awards.kinds_view import KindsView
from desktop.views.awards.lists_panel import ListsPanel
from desktop.views.awards.proposing import Proposing
from desktop.views.awards.side import ListSide

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts

COMPACT_WIDTH = 1360
LEFT, LEFT_COMPACT = 272, 256
RIGHT, RIGHT_COMPACT = 344, 320


class AwardsPage(Panel):
    """See `desktop.views.Page`."""

    scopes: tuple[str, ...] = ("awards", "lists")

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._compact = False
        self._keys_wanted = False
        self._found = ""
        """The certificate that was looked for, until its list is chosen."""
        self.feed, self.certificates_feed = AwardsFeed(context, self), CertificatesFeed(context, self)
        self.asking = Asking(context, self)
        self.acts = ListActs(context, self.feed, self.asking)
        self.certificate_acts = CertificateActs(context, self.feed, self.certificates_feed, self.asking)
        self.proposing = Proposing(context, self.feed, self.asking, self)
        self.lists = ListsPanel(self.feed)
        self.entries, self.certificates = EntriesView(self.feed), CertificatesView(self.certificates_feed)
        self.center = ListCenter(context, self.feed, self.entries, self.certificates)
        self.side = ListSide(self.feed)
        self.certificate_side = CertificateSide(self.certificates_feed, self.certificate_acts)
        self.export = CertificateExport(context, self.feed, self.asking)
        self.certificate_side.put_below(self.export)
        self.kinds = KindsView(context, self.feed, self.asking)
        self._whole, self._right = QStackedWidget(), QStackedWidget()
        self._arrange()
        self._connect()
        self._right.hide()
        self.keys = AwardKeys(self)
        self._fit()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    @property
    def shows_kinds(self) -> bool:
        """Whether the kinds stand in place of everything."""
        return self._whole.currentWidget() is self.kinds

    @property
    def shows_lines(self) -> bool:
        """Whether the lines of a list are shown."""
        return not self.shows_kinds and not self.center.shows_certificates

    @property
    def shows_certificates(self) -> bool:
        """Whether the certificates of a list are shown."""
        return not self.shows_kinds and self.center.shows_certificates

    def activate(self) -> None:
        """Everything anew, the keys at the table."""
        self.feed.set_active(True)
        self._focus_table()

    def deactivate(self) -> None:
        """Another tab."""
        self.feed.set_active(False)

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        if self.shows_kinds:
            return (self.kinds.table, self.kinds.versions, *((self.kinds.form,) if self.kinds.may_set else ()))
        middle = self.certificates if self.shows_certificates else self.entries
        return (self.lists.list, middle.filter, middle.table, self._right)

    def refresh(self) -> None:
        """F5."""
        self.feed.refresh()
        if self.shows_certificates:
            self.certificates_feed.refresh()

    def may_close(self) -> bool:
        """Not while certificates are being written: stopping is a button of its own."""
        return not self.export.writing

    def subject(self) -> str:
        """The chosen list."""
        return self.feed.current.id if self.feed.current else ""

    def show_subject(self, id: str) -> None:
        """One list."""
        self.feed.choose(id)

    def commands(self) -> Sequence[Command]:
        """For the palette: what can be done now."""
        group, may = self.tr("Awards"), self.acts.may
        open_, here = (ListState.PROPOSED, ListState.SUBMITTED), self.shows_lines
        found = (
            ("award_kinds", self.tr("Kinds of awards"), "rule", "Alt K", self.open_kinds, True),
            ("award_propose", self.tr("Propose a list…"), "plus", "P", self.propose, self.feed.may_act),
            ("award_submit", self.tr("Submit the list…"), "send", "S", self.acts.submit, here and may(open_[0])),
            ("award_confirm", self.tr("Confirm the list…"), "check", "C", self.acts.confirm, here and may(open_[1])),
            ("award_withdraw", self.tr("Withdraw the list…"), "undo", "W", self.acts.withdraw, here and may(*open_)),
            ("award_certificates", self.tr("Certificates of the list"), "award", "V", self.switch,
             self.center.has_certificates),
            ("certificate_export", self.tr("Export certificates…"), "pdf", "Ctrl E", self.export.ask,
             self.shows_certificates),
        )  # fmt: skip
        return [Command(id, words, group, icon, key, act) for id, words, icon, key, act, can in found if can]

    def switch(self) -> None:
        """V: the list's certificates, or back."""
        if not self.shows_kinds:
            self._show_part(LINES if self.shows_certificates else CERTIFICATES)

    def propose(self) -> None:
        """拟定名单…"""
        if not self.shows_kinds:
            self.proposing.open()

    def edit(self) -> None:
        """The line with the bar."""
        if self.shows_lines:
            self.acts.edit(self.side.entry)

    def open_kinds(self) -> None:
        """The rules."""
        self._whole.setCurrentWidget(self.kinds)
        self.kinds.open()

    def go_back(self) -> None:
        """Esc: from the kinds to the lists, from certificates to the lines."""
        if self.shows_kinds:
            self._whole.setCurrentIndex(0)
        elif self.shows_certificates:
            self._show_part(LINES)
        self._focus_table()

    def search_field(self) -> QLineEdit | None:
        """What / leads to."""
        if self.shows_kinds:
            return None
        return self.certificates.search if self.shows_certificates else self.entries.search

    def find_certificate(self, number: str) -> None:
        """Opens the list of a certificate, with the bar at it."""

        def got(one: CertificateFacts | None) -> None:
            if one is None:
                what = self.tr("There is no certificate {0}").format(number)
                self.center.say("info", what, self.tr("Numbers look like CERT-24-000123. Also look at the digits."))
                return
            self._found = one.id
            self.feed.choose(one.list_id)
            self._open_found()

        def failed(error: Exception) -> None:
            fault = self.asking.fault_or_bug(error)
            self.center.say("error", fault.what, fault.do)

        award_certificates.find(self._context, number.upper(), got, failed, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.window().width() < COMPACT_WIDTH
        if compact != self._compact:
            self._compact = compact
            self._fit()

    def _fit(self) -> None:
        self.lists.setFixedWidth(LEFT_COMPACT if self._compact else LEFT)
        self._right.setFixedWidth(RIGHT_COMPACT if self._compact else RIGHT)
        self.kinds.set_width(RIGHT_COMPACT if self._compact else RIGHT)

    def _show_part(self, part: str) -> None:
        if part == CERTIFICATES and not self.center.has_certificates:
            return
        self.center.show_part(part)
        self._right.setCurrentWidget(self.certificate_side if part == CERTIFICATES else self.side)
        facts = self.feed.current
        if part == CERTIFICATES and facts is not None:
            self.certificates.open(facts.id, facts.subject, self.feed.may_act, self._found)
            self._found = ""
        self._focus_table()

    def _opened(self) -> None:
        """Another list: its lines, unless one of its certificates is looked for."""
        self._show_part(LINES)
        self.entries.clear()
        self._open_found()

    def _open_found(self) -> None:
        if self._found and self.center.has_certificates:
            self._show_part(CERTIFICATES)

    def _focus_table(self) -> None:
        """The keys to the table, as soon as it is there; not away from the lists while they are gone through."""
        if self.shows_kinds:
            self.kinds.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.lists.list.hasFocus():
            table = self.certificates.table if self.shows_certificates else self.entries.table
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keys_wanted = not table.isVisible()

    def _take_focus(self) -> None:
        """Lines have come where nothing was."""
        focus = QApplication.focusWidget()
        nowhere = focus is None or focus.isWindow() or not focus.isVisible()
        if self.isVisible() and self.isActiveWindow() and (self._keys_wanted or nowhere):
            self._focus_table()

    def _menu(self, _id: str, menu: QMenu) -> None:
        menu.addAction(self.tr("Copy code")).triggered.connect(self.certificate_side.take_code)
        menu.addAction(self.tr("Copy number")).triggered.connect(self.certificate_side.take_number)
        if self.certificate_acts.may_revoke():
            menu.addAction(self.tr("Revoke…")).triggered.connect(self.certificate_acts.revoke)
        if self.certificate_acts.may_reissue():
            menu.addAction(self.tr("Reissue…")).triggered.connect(self.certificate_acts.reissue)

    def _arrange(self) -> None:
        listed = QWidget()
        row = QHBoxLayout(listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._right.addWidget(self.side)
        self._right.addWidget(self.certificate_side)
        for part in (self.lists, Line(vertical=True)):
            row.addWidget(part)
        row.addWidget(self.center, 1)
        row.addWidget(Line(vertical=True))
        row.addWidget(self._right)
        self._whole.addWidget(listed)
        self._whole.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    def _connect(self) -> None:
        self.asking.said.connect(self.center.say)
        self.lists.chosen.connect(self.feed.choose)
        self.feed.listed.connect(self._take_focus)
        self.certificates_feed.changed.connect(self._take_focus)
        self.lists.propose_wanted.connect(self.propose)
        self.lists.kinds_wanted.connect(self.open_kinds)
        self.lists.number_wanted.connect(self.find_certificate)
        self.feed.opened.connect(self._opened)
        self.feed.opened.connect(self._right.show)
        self.center.part_wanted.connect(self._show_part)
        self.center.refresh_wanted.connect(self.refresh)
        self.entries.chosen.connect(self.side.show_entry)
        self.acts.blocked.connect(self.entries.find)
        self.entries.opened.connect(lambda _id: self.side.edit.setFocus(Qt.FocusReason.TabFocusReason))
        self.certificates.menu_wanted.connect(self._menu)
        self.side.edit_wanted.connect(self.edit)
        self.side.submit_wanted.connect(self.acts.submit)
        self.side.withdraw_wanted.connect(self.acts.withdraw)
        self.side.confirm_wanted.connect(self.acts.confirm)
        self.kinds.left.connect(self.go_back)
