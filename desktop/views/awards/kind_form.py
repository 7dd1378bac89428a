"""What a platform administrator sets of a kind of award; each saving makes the next version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from contract.awards import Period
from contract.boards import BoardKind, Measure
from contract.campaign import CAMPAIGN_WEEKS
from desktop.ui.banner import Banner, BannerKind
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import LabeledField, TextField
from desktop.ui.marks import Line
from desktop.ui.switch import Switch
from desktop.views.awards.kind_checks import LIMITS, REASON, faults
from desktop.views.awards.words import HONOURED, PERIODS, say
from desktop.views.boards.words import MEASURES, week_text
from desktop.views.boards.words import say as say_board

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindFacts


class KindForm(Panel):
    """`wanted(fields)` when they are right; `base_version` is that of the kind on screen, 0 for a new one."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("surface")
        self.base_version = 0
        self.code, self.name, self.reason = TextField(), TextField(), TextField()
        self.name.setMaxLength(40)
        self.reason.setMaxLength(REASON[1])
        self.subject, self.period, self.week, self.measure = Dropdown(), Dropdown(), Dropdown(), Dropdown()
        self._fill_choices()
        self.numbers = {name: TextField() for name in LIMITS}
        for name, (least, most) in LIMITS.items():
            self.numbers[name].setValidator(QIntValidator(least, most, self))
        self.active = Switch(self.tr("Lists may be proposed"))
        self.save = Button(self.tr("Save as the next version"), "primary", size="decision")
        self.banner = Banner("error", "")
        self.banner.hide()
        self.fields = self._labeled()
        self._arrange()
        self.save.clicked.connect(self._say)

    def show_kind(self, kind: AwardKindFacts | None) -> None:
        """The version in force, or an empty form for a new kind."""
        self.base_version = kind.version if kind else 0
        self.code.setText(kind.kind if kind else "")
        self.code.setReadOnly(kind is not None)
        self.name.setText(kind.name if kind else "")
        for choice, value in (
            (self.subject, kind.subject if kind else BoardKind.PERSON),
            (self.period, kind.period if kind else Period.WEEK),
            (self.week, kind.week if kind else 0),
            (self.measure, kind.measure if kind else Measure.HEAT),
        ):
            choice.setCurrentIndex(max(0, choice.findData(value if isinstance(value, int) else str(value))))
        for name, default in (("top", 10), ("per_region", 0), ("min_works", 1), ("reserves", 10)):
            self.numbers[name].setText(str(getattr(kind, name) if kind else default))
        self.active.setChecked(kind.active if kind else True)
        self.reason.setText("")
        self.banner.hide()
        for field in self.fields.values():
            field.set_error("")

    def values(self) -> dict[str, Any]:
        """As they stand in the form; numbers that are none are None."""
        found: dict[str, Any] = {
            "kind": self.code.text().strip(), "base_version": self.base_version, "name": self.name.text().strip(),
            "subject": self.subject.currentData(), "period": self.period.currentData(),
            "week": self.week.currentData(), "measure": self.measure.currentData(),
            "active": self.active.isChecked(), "reason": self.reason.text().strip(),
        }  # fmt: skip
        for name, field in self.numbers.items():
            found[name] = int(field.text()) if field.text().isdecimal() else None
        return found

    def say(self, kind: BannerKind, what: str, do: str) -> None:
        """How saving ended; what stands in the form stays."""
        self.save.set_busy(False)
        self.banner.set_state(kind, what, do)
        self.banner.show()

    def _say(self) -> None:
        found = faults(self.values())
        for name, field in self.fields.items():
            field.set_error(found.get(name, ""))
        if found:
            self.fields[next(iter(found))].field.setFocus()
            return
        self.banner.hide()
        self.save.set_busy(True, self.tr("Saving…"))
        self.wanted.emit(self.values())

    def _fill_choices(self) -> None:
        for subject, word in HONOURED.items():
            self.subject.addItem(say(word), subject.value)
        for period, word in PERIODS.items():
            self.period.addItem(say(word), period.value)
        self.week.addItem(self.tr("Any sealed week"), 0)
        for week in range(1, CAMPAIGN_WEEKS + 1):
            self.week.addItem(week_text(week), week)
        for measure, word in MEASURES.items():
            self.measure.addItem(say_board(word), measure.value)

    def _labeled(self) -> dict[str, LabeledField]:
        return {
            "kind": LabeledField(self.tr("Code (letters, digits, dashes; stays)"), self.code),
            "name": LabeledField(self.tr("Name on lists and certificates"), self.name),
            "subject": LabeledField(self.tr("Who or what is honoured"), self.subject),
            "period": LabeledField(self.tr("What counts"), self.period),
            "measure": LabeledField(self.tr("By"), self.measure),
            "week": LabeledField(self.tr("Drawn from"), self.week),
            "top": LabeledField(self.tr("Places"), self.numbers["top"]),
            "per_region": LabeledField(self.tr("Of a region at most (0: any)"), self.numbers["per_region"]),
            "min_works": LabeledField(self.tr("Published works at least"), self.numbers["min_works"]),
            "reserves": LabeledField(self.tr("Reserves"), self.numbers["reserves"]),
            "reason": LabeledField(self.tr("Why it is set so; stands in the audit"), self.reason),
        }

    def _arrange(self) -> None:
        inside = Panel("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.fields["kind"])
        column.addWidget(self.fields["name"])
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        pairs = ("subject", "period", "measure", "week", "top", "per_region", "min_works", "reserves")
        for place, name in enumerate(pairs):
            grid.addWidget(self.fields[name], place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.active)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.fields["reason"])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 12, 16, 12)
        below.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page_header(self.tr("Rule of the kind")))
        whole.addWidget(self.banner)
        whole.addWidget(scroll, 1)
        whole.addWidget(Line())
        whole.addWidget(foot)
