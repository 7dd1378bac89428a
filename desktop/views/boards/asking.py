"""Questions with a reason about what boards count; each stays open, with what was typed, until the server agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from contract.boards import HeatRule
from desktop.background import Failed
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import counting
from desktop.ui.act_dialog import ActDialog
from desktop.ui.fields import LabeledField, TextField
from desktop.ui.labels import label
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.boards import RuleFacts

MOST_WEIGHT, SHOWN_RULES = 1_000, 4


class AskDialog(ActDialog):
    """`agreed(items)` when the server has done it; subclasses say in `call` what is asked of it."""

    agreed = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget, title: str, text: str, act: str, hint: str) -> None:
        super().__init__(parent, title, text, act, hint)
        self._context = context
        self.wanted.connect(lambda _reason: self.call(self._done, self._failed))

    def call(self, done: Callable[[object], object], failed: Failed) -> None:
        """Ask the server."""
        raise NotImplementedError

    def _done(self, items: object) -> None:
        self.agreed.emit(items)
        self.succeed()

    def _failed(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self.reject()
            self._context.background.unhandled.emit(error)
        elif failure.code == "wrong-state":
            self.fail(self.tr("Somebody else has done this already"), self.tr("Close this and refresh."))
        else:
            do = self.tr("Try again with a network.") if failure.code == "offline" else failure.do
            self.fail(failure.what, self.tr("Nothing was changed; the reason stays here. {0}").format(do))


class LeaveOutDialog(AskDialog):
    """Leaves a work out of the boards, or counts it again."""

    def __init__(self, context: AppContext, parent: QWidget, work_id: str, name: str, out: bool) -> None:
        later = self.tr("Live boards change at once. Sealed weeks stay as they are, unless they are corrected.")
        title = self.tr("Leave “{0}” out of the boards?") if out else self.tr("Count “{0}” again?")
        act = self.tr("Leave it out") if out else self.tr("Count it again")
        hint = self.tr("Why; printed with each board that is sealed from now on") if out else self.tr("Why")
        super().__init__(context, parent, title.format(name), later, act, hint)
        self._work_id, self._out = work_id, out

    def call(self, done: Callable[[object], object], failed: Failed) -> None:
        """`POST /boards/exclusions`."""
        counting.leave_out(self._context, self._work_id, self._out, self.reason(), done, failed, self)


class RuleDialog(AskDialog):
    """The weights of heat: the next version, with the ones before below."""

    def __init__(self, context: AppContext, parent: QWidget, rules: list[RuleFacts]) -> None:
        text = self.tr("For live boards at once and for weeks sealed from now on. Sealed weeks keep their rule.")
        title, act = self.tr("Weights of heat"), self.tr("Set version {0}").format(rules[0].version + 1)
        super().__init__(context, parent, title, text, act, self.tr("Why it is changed"))
        self._now = rules[0]
        now = (self._now.likes, self._now.favourites, self._now.shares, self._now.views)
        names = (self.tr("Likes"), self.tr("Favourites"), self.tr("Shares"), self.tr("Views"))
        self.weights = tuple(TextField() for _name in names)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, name, weight in zip(self.weights, names, now, strict=True):
            field.setValidator(QIntValidator(0, MOST_WEIGHT, field))
            field.setText(str(weight))
            field.textChanged.connect(self._check)
            row.addWidget(LabeledField(name, field))
        place = self.column.indexOf(self.line)
        self.column.insertLayout(place, row)
        self.column.insertSpacing(place + 1, 12)
        for line in map(_rule_line, rules[:SHOWN_RULES]):
            self.column.insertWidget(self.column.count() - 1, label(line, "caption", wrap=True))
        self.column.insertSpacing(self.column.count() - 1, 16)
        self.first = self.weights[0]
        self._check()

    def rule(self) -> HeatRule | None:
        """As typed, with the version that it replaces; None while it is none, or the same."""
        if not all(field.hasAcceptableInput() for field in self.weights):
            return None
        likes, favourites, shares, views = (int(field.text()) for field in self.weights)
        rule = HeatRule(self._now.version, likes, favourites, shares, views)
        now = self._now
        same = rule == HeatRule(now.version, now.likes, now.favourites, now.shares, now.views)
        return None if same or not any((likes, favourites, shares, views)) else rule

    def call(self, done: Callable[[object], object], failed: Failed) -> None:
        """`POST /boards/rules`."""
        rule = self.rule()
        assert rule is not None
        counting.set_heat_rule(self._context, rule, self.reason(), done, failed, self)

    def _check(self) -> None:
        super()._check()
        if hasattr(self, "weights"):
            self.act.setEnabled(self.act.isEnabled() and self.rule() is not None)


def _rule_line(rule: RuleFacts) -> str:
    weights = f"{rule.likes} / {rule.favourites} / {rule.shares} / {rule.views}"
    version = QCoreApplication.translate("RuleDialog", "Version {0}").format(rule.version)
    parts = [version, weights, moment_text(rule.set_at) if rule.set_at else "", rule.set_by, rule.reason]
    return " · ".join(filter(None, parts))
