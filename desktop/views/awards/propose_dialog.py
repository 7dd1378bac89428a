"""拟定名单: which award, from which sealed week; stays open until the list is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.store.boards import SealRow
from desktop.ui.act_dialog import ActDialog
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import LabeledField
from desktop.ui.labels import label
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.words import rule_text
from desktop.views.boards.words import days_text, week_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindFacts


class ProposeDialog(ActDialog):
    """The kinds that are given now, and the weeks that are sealed, the last one first."""

    def __init__(self, parent: QWidget, feed: AwardsFeed) -> None:
        title = self.tr("Propose a list")
        text = self.tr("The list is drawn from the sealed boards by the rule; anybody can draw it again.")
        super().__init__(parent, title, text, self.tr("Propose"))
        self._feed = feed
        self.kind, self.week = Dropdown(), Dropdown()
        self._rule = label("", "caption", wrap=True)
        place = self.column.indexOf(self.line)
        for part in (LabeledField(self.tr("Award"), self.kind), self._rule, LabeledField(self.tr("Week"), self.week)):
            self.column.insertWidget(place, part)
            self.column.insertSpacing(place + 1, 10)
            place += 2
        self.first = self.kind
        self.kind.currentIndexChanged.connect(lambda _place: self._show_weeks())
        self.show_choices()

    def show_choices(self) -> None:
        """Kinds as the feed has them now; what was chosen stays."""
        before = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        for one in self._feed.in_force():
            if one.active:
                self.kind.addItem(one.name, one.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(before)))
        self.kind.blockSignals(False)
        self._show_weeks()

    def chosen(self) -> tuple[AwardKindFacts, SealRow] | None:
        """Kind and week; None as long as there is none."""
        kind = next((one for one in self._feed.in_force() if one.kind == self.kind.currentData()), None)
        seal = next((one for one in self._feed.seals if one.id == self.week.currentData()), None)
        return (kind, seal) if kind is not None and seal is not None else None

    def _show_weeks(self) -> None:
        kind = next((one for one in self._feed.in_force() if one.kind == self.kind.currentData()), None)
        before = self.week.currentData()
        self.week.clear()
        for seal in self._feed.seals:
            if kind is not None and kind.week in (0, seal.week):
                words = self.tr("{0}, {1}, revision {2}") if seal.revision > 1 else self.tr("{0}, {1}")
                self.week.addItem(words.format(week_text(seal.week), days_text(seal.week), seal.revision), seal.id)
        self.week.setCurrentIndex(max(0, self.week.findData(before)))
        lacking = kind is not None and self.week.count() == 0
        rule = rule_text(kind) if kind is not None else ""
        missing = self.tr("Its week, {0}, is not sealed yet.").format(week_text(kind.week)) if kind and lacking else ""
        self._rule.setText("\n".join(part for part in (rule, missing) if part))
        self.act.setEnabled(self.chosen() is not None)
        self.week.setFocusPolicy(Qt.FocusPolicy.NoFocus if lacking else Qt.FocusPolicy.StrongFocus)
