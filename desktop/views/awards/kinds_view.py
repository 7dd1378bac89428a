"""Kinds of awards with all versions of their rules; platform administrators set the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.roles import Role
from desktop.context import AppContext
from desktop.failures import code_of
from desktop.operations import awards
from desktop.operations.awards import may_have_arrived
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import label
from desktop.ui.marks import Line
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.awards.asking import Asking
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.kind_form import KindForm
from desktop.views.awards.words import rule_text, translate
from desktop.views.boards.words import week_text
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindFacts


class KindsView(Panel):
    """`left` with Esc. In place of the lists."""

    left = Signal()

    def __init__(self, context: AppContext, feed: AwardsFeed, asking: Asking) -> None:
        super().__init__("surface")
        self._context, self._feed, self._asking = context, feed, asking
        self._new = False
        self.may_set = context.person.role == Role.PLATFORM_ADMIN.value
        self.back = Button(self.tr("Back"), "ghost", key="Esc")
        self.add = Button(self.tr("New kind…"), icon="plus")
        self.table, self.versions = (
            TableView(TableModel(self._columns())),
            TableView(TableModel(self._version_columns())),
        )
        self.table.setAccessibleName(self.tr("Kinds of awards"))
        self.versions.setAccessibleName(self.tr("Versions of the rule"))
        self.form = KindForm()
        self.empty = EmptyState("rule", self.tr("No awards yet"), self.tr("Set the first kind at the right."))
        self._stack = QStackedWidget()
        self._arrange()
        self.form.setVisible(self.may_set)
        self.add.setVisible(self.may_set)
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self.start_new)
        self.table.current_changed.connect(self._show_kind)
        self.table.opened.connect(lambda _id: self.form.name.setFocus() if self.may_set else None)
        self.form.wanted.connect(self._save)
        feed.changed.connect(self.show_kinds)

    def open(self) -> None:
        """The kinds, with the keys at the table."""
        self.show_kinds()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_width(self, width: int) -> None:
        """Of the form."""
        self.form.setFixedWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a field leads to the table; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def show_kinds(self) -> None:
        """What the feed has; the form stays as it is."""
        found = self._feed.in_force()
        self.table.rows.set_rows([_row(one) for one in found])
        self._stack.setCurrentIndex(0 if found else 1)
        if found and not self.table.current_id() and not self._new:
            self.table.select(found[0].kind)
        self._show_versions(self.table.current_id())

    def start_new(self) -> None:
        """An empty form."""
        self._new = True
        self.form.show_kind(None)
        self.form.code.setFocus()

    def _show_kind(self, kind: str) -> None:
        self._new = False
        found = next((one for one in self._feed.in_force() if one.kind == kind), None)
        if found is not None:
            self.form.show_kind(found)
        self._show_versions(kind)

    def _show_versions(self, kind: str) -> None:
        rows = [
            TableRow(f"{one.kind} {one.version}", (
                Cell(str(one.version), right=True), Cell(one.name), Cell(rule_text(one), small=True),
                Cell(one.reason or self.tr("set at the beginning"), ink="text2"),
                Cell(one.set_by or self.tr("the system"), ink="text2"),
                Cell(moment_text(one.set_at) if one.set_at else "", ink="text2"),
            ))
            for one in self._feed.kinds if one.kind == kind
        ]  # fmt: skip
        self.versions.rows.set_rows(rows)

    def _save(self, values: dict[str, Any]) -> None:
        from contract.wire.awards import AwardKindAsk

        def done(kinds: list[AwardKindFacts]) -> None:
            self._new = False
            self._feed.set_kinds(kinds)
            self.table.select(values["kind"])
            self._show_kind(values["kind"])
            said = self.tr("Version {0} is in force").format(self.form.base_version)
            self.form.say("info", said, self.tr("For lists proposed from now on; those there are keep theirs."))

        def failed(error: Exception) -> None:
            if code_of(error) == "version-mismatch":
                self._changed_meanwhile(values["kind"])
                return
            fault = self._asking.lost() if may_have_arrived(error) else self._asking.fault_or_bug(error)
            self.form.say("error", fault.what, fault.do)

        awards.set_kind(self._context, AwardKindAsk.model_validate(values), done, failed, self)

    def _changed_meanwhile(self, kind: str) -> None:
        """Somebody has set this kind: the form stays, saving again then makes the version after theirs."""

        def look() -> None:
            found = next((one for one in self._feed.in_force() if one.kind == kind), None)
            if found is None:
                return
            self.form.base_version = found.version
            self._show_versions(kind)
            what = self.tr("{0} has set version {1} meanwhile, at {2}")
            do = self.tr(
                "It stands below the table; your form is kept. Compare both, then save again or choose the kind."
            )
            self.form.say("error", what.format(found.set_by, found.version, moment_text(found.set_at)), do)

        self._feed.changed.connect(look, Qt.ConnectionType.SingleShotConnection)
        self._feed.reload_kinds()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Award"), 140, flex=1), Column("code", self.tr("Kind code"), 120),
            Column("rule", self.tr("Rule"), 200, flex=2), Column("week", self.tr("Drawn from"), 104),
            Column("version", self.tr("Version"), 64, right=True), Column("state", self.tr("State"), 104),
        )  # fmt: skip

    def _version_columns(self) -> tuple[Column, ...]:
        return (
            Column("version", self.tr("Version"), 64, right=True), Column("name", self.tr("Award"), 120),
            Column("rule", self.tr("Rule"), 160, flex=2), Column("reason", self.tr("Why"), 100, flex=1),
            Column("by", self.tr("Set by"), 120), Column("at", self.tr("When"), 96),
        )  # fmt: skip

    def _arrange(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Kinds of awards"), self.back, actions=(self.add,)))
        column.addWidget(self._stack, 3)
        column.addWidget(Line())
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.addWidget(label(self.tr("Versions"), "strong"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.versions, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(body, 1)
        row.addWidget(Line(vertical=True))
        row.addWidget(self.form)


def _row(one: AwardKindFacts) -> TableRow:
    chip = (
        Cell(translate("Awards", "In use"), chip="ok") if one.active else Cell(translate("Awards", "Off"), chip="plain")
    )
    week = week_text(one.week) if one.week else translate("Awards", "Any week")
    cells = (
        Cell(one.name, strong=one.active), Cell(one.kind, ink="text2", small=True), Cell(rule_text(one), small=True),
        Cell(week, ink="text2"), Cell(str(one.version), right=True, ink="text2"), chip,
    )  # fmt: skip
    return TableRow(one.kind, cells)
