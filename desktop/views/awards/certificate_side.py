"""The chosen certificate: in full as it is printed, code and number to copy, history, revoke and reissue."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from contract.certificates import grouped
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.labels import label
from desktop.ui.marks import Line, StatusChip
from desktop.views.awards.certificate_acts import CertificateActs
from desktop.views.awards.certificates_feed import CertificatesFeed
from desktop.views.awards.rows import place_of
from desktop.views.awards.words import CERTIFICATES, event_text, say
from desktop.views.works.field_list import FieldList
from desktop.views.works.history_list import HistoryList
from desktop.views.works.particulars import HistoryText
from desktop.views.works.words import moment_text

NAME_WIDTH = 64


class CertificateSide(Panel):
    """`copied(text)` after something is on the clipboard; `below` stands at the bottom (export)."""

    copied = Signal(str)

    def __init__(self, feed: CertificatesFeed, acts: CertificateActs) -> None:
        super().__init__("surface")
        self._feed, self._acts = feed, acts
        self.chip = StatusChip("ok", "")
        self._holder, self._award = label("", "title", wrap=True), label("", "meta2", wrap=True)
        self._fields, self.history = FieldList(name_width=NAME_WIDTH), HistoryList()
        self.copy_code = Button(self.tr("Copy code"), icon="copy", size="small")
        self.copy_number = Button(self.tr("Copy number"), icon="copy", size="small")
        self.revoke = Button(self.tr("Revoke…"), "reject", icon="x", key="R")
        self.reissue = Button(self.tr("Reissue…"), icon="refresh", key="E")
        self._arrange()
        self.copy_code.clicked.connect(self.take_code)
        self.copy_number.clicked.connect(self.take_number)
        self.revoke.clicked.connect(acts.revoke)
        self.reissue.clicked.connect(acts.reissue)
        feed.detailed.connect(self.show_certificate)
        feed.changed.connect(self.show_certificate)
        self.show_certificate()

    def show_certificate(self) -> None:
        """What the feed knows of the chosen one."""
        one, detail = self._feed.chosen, self._feed.detail
        self._body.setVisible(one is not None)
        self.chip.setVisible(one is not None)
        self.revoke.setVisible(self._acts.may_revoke())
        self.reissue.setVisible(self._acts.may_reissue())
        self._buttons.setVisible(self._acts.may_revoke() or self._acts.may_reissue())
        if one is None:
            return
        kind, word = CERTIFICATES[one.state]
        self.chip.set_state(kind, say(word))
        self._holder.setText(one.holder)
        self._award.setText(f"{one.award} · {one.title}" if one.title else one.award)
        fields = [
            (self.tr("Number"), one.number), (self.tr("Code"), grouped(one.code)),
            (self.tr("Region"), place_of(one.region)), (self.tr("Issued"), moment_text(one.issued_at)),
        ]  # fmt: skip
        if one.replaces:
            fields.append((self.tr("Replaces"), one.replaces))
        if one.replaced_by:
            fields.append((self.tr("Replaced by"), one.replaced_by))
        self._fields.show_fields(tuple(fields))
        known = detail.history if detail is not None and detail.id == one.id else []
        words = self.tr("{0} by {1}")
        lines = []
        for event in reversed(known):
            said = words.format(event_text(event), event.by)
            reason = self.tr("{0}: {1}").format(said, event.reason) if event.reason else said
            lines.append(HistoryText(moment_text(event.at), "" if event.kind == "issued" else "rejected", reason))
        self.history.show_lines(lines)

    def put_below(self, widget: QWidget) -> None:
        """Something at the bottom."""
        self._column.addWidget(Line())
        self._column.addWidget(widget)

    def take_code(self) -> None:
        """Ctrl+C: the code as it is printed."""
        if self._feed.chosen is not None:
            self._copy(grouped(self._feed.chosen.code))

    def take_number(self) -> None:
        """The number."""
        if self._feed.chosen is not None:
            self._copy(self._feed.chosen.number)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _arrange(self) -> None:
        self._body, self._buttons = QWidget(), QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        copies = QHBoxLayout()
        copies.addWidget(self.copy_code)
        copies.addWidget(self.copy_number)
        copies.addStretch(1)
        for part in (self._holder, self._award, self._fields):
            inside.addWidget(part)
        inside.addLayout(copies)
        inside.addWidget(Line())
        inside.addWidget(label(self.tr("History"), "strong"))
        inside.addWidget(self.history)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        back = Panel("surface")
        whole = QVBoxLayout(back)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        scroll.setWidget(back)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.revoke, 1)
        row.addWidget(self.reissue, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(page_header(self.tr("Certificate"), self.chip))
        self._column.addWidget(scroll, 1)
        self._column.addWidget(Line())
        self._column.addWidget(self._buttons)
