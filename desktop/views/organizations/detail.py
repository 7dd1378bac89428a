"""One registration: what it says, what was corrected, whom it resembles, what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.regions import short_region
from desktop.store.registrations import RegistrationRow
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import StatusChip
from desktop.views.organizations.parts import ChangeList, ContactBox, FieldRow, LookAlikeRow, Sign
from desktop.views.organizations.queue_rows import sign_of
from desktop.views.organizations.words import round_text, value_of
from desktop.views.works.conflict_box import ConflictBox
from desktop.views.works.history_list import HistoryList
from desktop.views.works.particulars import application_history, reasons_text
from desktop.views.works.scroll_pane import ScrollPane
from desktop.views.works.viewer_header import TitleLabel

if TYPE_CHECKING:
    from contract.wire.registration import RegistrationRevealed

WHOLE = ("name", "address", "landline")
HALVES = (("nature", "size"), ("industry", "labels"))


class RegistrationDetail(Panel):
    """Asks by signals; the review does it."""

    compare_wanted = Signal(int)
    """Place of the look-alike."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.row: RegistrationRow | None = None
        self._compact = False
        self.conflict = ConflictBox()
        self.error = Banner("error", "")
        self.sign, self.title = Sign(), TitleLabel("", "title")
        self._account = ElidedLabel("", "meta2")
        self.fields = {
            name: FieldRow(name) for name in (*WHOLE, *(part for pair in HALVES for part in pair), "introduction")
        }
        self.changes, self.contact, self.history = ChangeList(), ContactBox(), HistoryList()
        self.alike: list[LookAlikeRow] = []
        self._alike_box = QVBoxLayout()
        self._alike_count = StatusChip("warn", "")
        self._compare = Button(self.tr("Side by side"), "link", key="C", size="small")
        self._compare.clicked.connect(lambda: self.compare_wanted.emit(0))
        self.contact.hidden.connect(self._show_masked)
        self._stack = QStackedWidget()
        self.empty = EmptyState("org", "")
        self._pane = self._sections()
        for part in (self.empty, self._pane):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.conflict, self.error):
            column.addWidget(widget)
            widget.hide()
        column.addWidget(self._stack, 1)
        self.setAccessibleName(self.tr("Registration"))
        self.show_row(None)

    def show_row(self, row: RegistrationRow | None) -> None:
        """Another registration, or newer facts about the same one; None: nothing is chosen."""
        same = row is not None and self.row is not None and row.id == self.row.id
        self.row = row
        if row is None:
            line = self.tr("Its papers, look-alikes and history stand here.")
            self.empty.set_state("org", self.tr("Choose a registration"), line)
            self._stack.setCurrentWidget(self.empty)
            return
        if not same:
            self.contact.show_masked(row.contact_name, row.contact_phone)
            self._pane.verticalScrollBar().setValue(0)
        self.title.setText(row.name)
        self.title.update()
        self._show_fields(row)
        if not self.contact.revealed:
            self._show_masked()
        self._show_changes(row)
        self._show_alike(row)
        self.history.show_lines(application_history(row.history))
        self._stack.setCurrentWidget(self._pane)

    def show_logo(self, picture: QPixmap | None) -> None:
        """The logo, or none yet."""
        self.sign.show_sign(picture, sign_of(self.row.name) if self.row else "")

    def show_revealed(self, found: RegistrationRevealed) -> None:
        """Contact, landline and account in full for a while."""
        if self.row is not None:
            self.contact.show_full(found.contact_name, found.contact_phone)
            self.fields["landline"].show_value(found.landline, None)
            self._account.setText(self._account_text(self.row, found.account_phone))

    def show_error(self, what: str, line: str) -> None:
        """Says why something was not done, or what has changed; an empty text takes it away."""
        self.error.setVisible(bool(what))
        if what:
            self.error.set_state("error", what, line)

    def set_compact(self, compact: bool) -> None:
        """Dates of look-alikes go first."""
        self._compact = compact
        for row in self.alike:
            row.date.setVisible(not compact)

    def _show_masked(self) -> None:
        if self.row is not None:
            self.contact.show_masked(self.row.contact_name, self.row.contact_phone)
            self._account.setText(self._account_text(self.row, self.row.account_phone))
            self._show_fields(self.row)

    def _account_text(self, row: RegistrationRow, phone: str) -> str:
        region = self.tr("{0} region").format(short_region(row.region))
        return self.tr("Account {0} · {1} · {2}").format(phone, region, round_text(row.round))

    def _show_fields(self, row: RegistrationRow) -> None:
        before = {change.field: change.before for change in row.changes}
        for name, field in self.fields.items():
            field.show_value(value_of(row, name) or self.tr("(none)"), before.get(name))

    def _show_changes(self, row: RegistrationRow) -> None:
        """Beside them the reasons that the correction answers."""
        rejected = [line for line in row.history if line.kind == "rejected" and line.round < row.round]
        reasons = ""
        if rejected:
            reasons = self.tr("Rejected before: {0}").format(reasons_text(rejected[-1].reasons))
            if rejected[-1].message:
                reasons = f"{reasons}（{rejected[-1].message}）"
        self._changes_part.setVisible(row.round > 1)
        self.changes.show_changes(reasons, row.changes)
        if row.round > 1 and not row.changes:
            same = self.tr("Nothing was changed.")
            self.changes.show_changes(f"{reasons}\n{same}".strip(), ())

    def _show_alike(self, row: RegistrationRow) -> None:
        for old in self.alike:
            old.hide()  # deleting waits for the event loop
            old.deleteLater()
        self.alike = [LookAlikeRow(line) for line in row.look_alikes]
        for place, one in enumerate(self.alike):
            one.date.setVisible(not self._compact)
            one.clicked.connect(lambda place=place: self.compare_wanted.emit(place))
            self._alike_box.addWidget(one)
        self._alike_count.set_state("warn", self.tr("%n found", "", len(self.alike)))
        self._alike_part.setVisible(bool(self.alike))

    def _sections(self) -> ScrollPane:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        aside = label(self.tr("Compare with the proof; people decide"), "meta")
        logged = label(self.tr("Showing them is noted by the server"), "meta")
        self._changes_part = _section(self.tr("What was corrected"), [self.changes])
        self._alike_part = _section(
            self.tr("Similar organizations"), [self._alike_box], self._alike_count, right=self._compare
        )
        parts = [
            self._head(),
            self._changes_part,
            _section(self.tr("About the organization"), self._fields(), right=aside, space=0),
            _section(self.tr("Contact"), [self.contact], right=logged),
            self._alike_part,
            _section(self.tr("History"), [self.history], line=False),
        ]
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        layouts = [layout for part in parts if (layout := part.layout()) is not None]
        return ScrollPane(inner, layouts)

    def _head(self) -> QWidget:
        head = Panel("surface", line="line")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 16, 20, 17)
        row.setSpacing(16)
        row.addWidget(self.sign)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self._account)
        words.addStretch(1)
        row.addLayout(words, 1)
        return head

    def _fields(self) -> list[QWidget | QHBoxLayout | QVBoxLayout]:
        rows: list[QWidget | QHBoxLayout | QVBoxLayout] = [self.fields[name] for name in WHOLE]
        for pair in HALVES:
            half = QHBoxLayout()
            half.setSpacing(24)
            for name in pair:
                half.addWidget(self.fields[name], 1)
            rows.append(half)
        return [*rows, self.fields["introduction"]]


def _section(
    title: str,
    parts: list[QWidget | QHBoxLayout | QVBoxLayout],
    *beside: QWidget,
    right: QWidget | None = None,
    space: int = 6,
    line: bool = True,
) -> QWidget:
    section = Panel("surface", line="line" if line else "")
    column = QVBoxLayout(section)
    column.setContentsMargins(20, 14, 20, 14)
    column.setSpacing(space)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(label(title, "strong"))
    for widget in beside:
        head.addWidget(widget)
    head.addStretch(1)
    if right is not None:
        head.addWidget(right)
    column.addLayout(head)
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    return section
