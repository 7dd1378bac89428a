"""One application at the right of the table: facts, reason, what to check, history, and the decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from contract.masking import mask_name
from desktop.store.members import MemberRow
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel, IconLabel, label
from desktop.ui.marks import Line, StatusChip
from desktop.views.members.rows import state_words, waits
from desktop.views.works.field_list import FieldList
from desktop.views.works.history_list import HistoryList
from desktop.views.works.particulars import application_history
from desktop.views.works.phone_row import PhoneRow
from desktop.views.works.words import moment_text

NAME_WIDTH = 64


class MemberDetail(Panel):
    """Asks by signals; the page does it."""

    approve_wanted = Signal()
    reject_wanted = Signal()
    undo_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("surface")
        self.row: MemberRow | None = None
        self.chip = StatusChip("pending", "")
        self._name = ElidedLabel("", "title")
        self._job = ElidedLabel("", "meta2")
        self._facts = FieldList(name_width=NAME_WIDTH)
        self.phone = PhoneRow(NAME_WIDTH)
        self.phone.reveal_wanted.connect(self.reveal_wanted)
        self._reason = label("", wrap=True)
        self._checks = [_Check() for _ in range(3)]
        self.history = HistoryList()
        self._empty = EmptyState(
            "members", self.tr("Choose an application"), self.tr("Its reason and history stand here.")
        )
        self._stack = QStackedWidget(self)  # outer parts first: each change of parent styles all that is inside
        self._scroll = QScrollArea(self._stack)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sections())
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Application"), self.chip))
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot())
        self.show_row(None)

    def show_row(self, row: MemberRow | None) -> None:
        """Another application, or newer facts about the same one; None shows that none is chosen."""
        same = row is not None and self.row is not None and row.id == self.row.id
        self.row = row
        self.chip.setVisible(row is not None)
        self._buttons.setVisible(row is not None and waits(row))
        if row is None:
            self._stack.setCurrentWidget(self._empty)
            return
        self.chip.set_state(*state_words(row))
        self._name.setText(mask_name(row.applicant_name))
        self._job.setText(row.occupation)
        self._facts.show_fields(self._fields(row))
        if not same:
            self.phone.show_masked(row.applicant_phone)
            self._scroll.verticalScrollBar().setValue(0)
        self._reason.setText(row.reason or self.tr("(none given)"))
        self._show_checks(row)
        self.history.show_lines(application_history(row.history))
        self._stack.setCurrentWidget(self._scroll)

    def show_revealed(self, name: str, phone: str) -> None:
        """In full for a while."""
        self.phone.show_full(f"{name} {phone}")

    def show_last(self, words: str, undo: bool) -> None:
        """The last decision, and whether it can be taken back."""
        self._last.setText(words)
        self._last_row.setVisible(bool(words))
        self.undo.setVisible(undo)

    def _fields(self, row: MemberRow) -> tuple[tuple[str, str], ...]:
        fields = [(self.tr("Applied to"), row.organization_name), (self.tr("Applied"), moment_text(row.applied_at))]
        if row.employee_no:
            fields.append((self.tr("Staff no."), row.employee_no))
        if row.round > 1:
            fields.append((self.tr("Round"), str(row.round)))
        return tuple(fields)

    def _show_checks(self, row: MemberRow) -> None:
        in_list = self.tr("Stands in the member list with this phone") if row.in_roster else ""
        other = (
            self.tr("Belongs to %n other organization(s)", "", row.other_organizations)
            if row.other_organizations
            else self.tr("Belongs to no other organization")
        )
        same = self.tr("%n other(s) of this name, compare", "", row.same_names) if row.same_names else ""
        found = (
            ("check", "ok", in_list or self.tr("Not in the member list, or none was imported")),
            ("check", "ok", other),
            ("warn", "warn", same),
        )
        for place, (icon, ink, words) in enumerate(found):
            known = place > 0 or bool(row.in_roster)
            self._checks[place].show_words(icon if known else "info", ink if known else "text3", words)

    def _sections(self) -> QWidget:
        sections = Panel("surface", parent=self._scroll)
        column = QVBoxLayout(sections)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._job)
        column.addLayout(head)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addWidget(self._facts)
        facts.addWidget(self.phone)
        column.addLayout(facts)
        for title, parts in (
            (self.tr("Reason for joining"), [self._reason]),
            (self.tr("To check"), self._checks),
            (self.tr("History"), [self.history]),
        ):
            column.addWidget(Line())
            column.addWidget(label(title, "strong"))
            inside = QVBoxLayout()
            inside.setSpacing(6)
            for part in parts:
                inside.addWidget(part)
            column.addLayout(inside)
        column.addStretch(1)
        return sections

    def _foot(self) -> QWidget:
        foot = QWidget()
        self.approve = Button(self.tr("Approve"), "approve", icon="check", key="A", size="decision")
        self.reject = Button(self.tr("Reject…"), "reject", icon="x", key="R", size="decision")
        self.approve.clicked.connect(self.approve_wanted)
        self.reject.clicked.connect(self.reject_wanted)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.approve, 1)
        row.addWidget(self.reject, 1)
        self._last = ElidedLabel("", "meta2")
        self.undo = Button(self.tr("Undo"), "ghost", icon="undo", key="Z", size="small")
        self.undo.clicked.connect(self.undo_wanted)
        self._last_row = QWidget()
        last = QHBoxLayout(self._last_row)
        last.setContentsMargins(16, 4, 12, 8)
        last.setSpacing(6)
        last.addWidget(IconLabel("outbox", "text2", 14))
        last.addWidget(self._last, 1)
        last.addWidget(self.undo)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addWidget(self._buttons)
        column.addWidget(self._last_row)
        return foot


class _Check(QWidget):
    """A glyph and words; not there without words."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", "ok", 14)
        self._words = label("", "caption", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_words(self, icon: str, ink: str, words: str) -> None:
        """Other words."""
        self._icon.set_icon(icon, ink)
        self._words.setText(words)
        self.setVisible(bool(words))
