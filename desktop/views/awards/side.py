"""At the right: facts of the chosen list, the chosen line with why and all its edits, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from contract.awards import ListState
from contract.boards import BoardKind
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.labels import label
from desktop.ui.marks import Line, StatusChip
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.rows import place_of, standing_words
from desktop.views.awards.words import OPEN, acts_of, rule_text
from desktop.views.boards.words import MEASURES, SUBJECTS, week_text
from desktop.views.boards.words import say as say_board
from desktop.views.works.field_list import FieldList
from desktop.views.works.history_list import HistoryList
from desktop.views.works.particulars import HistoryText
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardListFacts, EntryFacts

NAME_WIDTH = 64


class ListSide(Panel):
    """Asks by signals."""

    edit_wanted = Signal()
    submit_wanted = Signal()
    withdraw_wanted = Signal()
    confirm_wanted = Signal()

    def __init__(self, feed: AwardsFeed) -> None:
        super().__init__("surface")
        self._feed = feed
        self.entry: EntryFacts | None = None
        self.line_chip = StatusChip("plain", "")
        self._line_name = label("", "strong", wrap=True)
        self._line_facts = FieldList(name_width=NAME_WIDTH)
        self._words, self._suspended = label("", wrap=True), label("", "warn", wrap=True)
        self.edits = HistoryList()
        self._edits_title = label(self.tr("Changes by hand"), "meta2")
        self._rule = label("", "caption", wrap=True)
        self._facts, self.sources = FieldList(name_width=NAME_WIDTH), label("", "caption", wrap=True)
        self.sources.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.acts = HistoryList()
        self.edit = Button("", icon="check", key="I")
        self.submit = Button(self.tr("Submit…"), "primary", icon="send", key="S", size="decision")
        self.confirm = Button(self.tr("Confirm and issue…"), "primary", icon="check", key="C", size="decision")
        self.withdraw = Button(self.tr("Withdraw…"), icon="undo", key="W")
        self._hint = label("", "caption", wrap=True)
        self._arrange()
        for button, signal in (
            (self.edit, self.edit_wanted), (self.submit, self.submit_wanted),
            (self.withdraw, self.withdraw_wanted), (self.confirm, self.confirm_wanted),
        ):  # fmt: skip
            button.clicked.connect(signal)
        feed.listed.connect(self.show_list)
        self.show_list()

    def show_list(self) -> None:
        """What the feed has of the chosen list."""
        facts = self._feed.current
        self._body.setVisible(facts is not None)
        self._foot.setVisible(facts is not None)
        if facts is None:
            return
        kind = self._feed.kind_of(facts)
        self._rule.setText(rule_text(kind) if kind else "")
        self._facts.show_fields(self._fields(facts))
        self.sources.setText("\n".join(
            self.tr("{0}, revision {1}, digest {2}…").format(week_text(one.week), one.revision, one.digest[:16])
            for one in facts.sources
        ))  # fmt: skip
        self.sources.setToolTip("\n".join(f"{week_text(one.week)} {one.digest}" for one in facts.sources))
        self.acts.show_lines(_acts(facts, self.tr("{0} by {1}")))
        self._show_acts(facts)
        self.show_entry(self.entry.id if self.entry else "")

    def show_entry(self, id: str) -> None:
        """The line with the bar."""
        self.entry = entry = self._feed.entry(id)
        self._line_box.setVisible(entry is not None)
        facts = self._feed.current
        if entry is None or facts is None:
            return
        self._line_name.setText(entry.name)
        self.line_chip.set_state(*standing_words(entry))
        self._line_facts.show_fields(self._line_fields(entry, facts))
        self._words.setText(entry.words)
        self._suspended.setText(
            self.tr("As things stand this line cannot be honoured. Take it out before the list goes on.")
            if entry.suspended and entry.chosen
            else self.tr("As things stand this line cannot be honoured.")
        )
        self._suspended.setVisible(entry.suspended)
        self.edits.show_lines([
            HistoryText(
                moment_text(one.at),
                "approved" if one.chosen else "rejected",
                (self.tr("Put in by {0}: {1}") if one.chosen else self.tr("Taken out by {0}: {1}")).format(
                    one.by, one.reason
                ),
            )
            for one in reversed(entry.edits)
        ])  # fmt: skip
        self._edits_title.setVisible(bool(entry.edits))
        self.edits.setVisible(bool(entry.edits))
        self.edit.setText(self.tr("Take out…") if entry.chosen else self.tr("Put in…"))
        self.edit.set_icon("x" if entry.chosen else "check")
        self.edit.setVisible(self._feed.may_act and facts.state in OPEN)

    def _show_acts(self, facts: AwardListFacts) -> None:
        may = self._feed.may_act
        self.submit.setVisible(may and facts.state is ListState.PROPOSED)
        self.confirm.setVisible(may and facts.state is ListState.SUBMITTED)
        self.withdraw.setVisible(may and facts.state in OPEN)
        hints = {
            ListState.PROPOSED: self.tr("Look through the lines, then submit the list for somebody else to confirm."),
            ListState.SUBMITTED: self.tr("To be confirmed by somebody who neither proposed, submitted nor changed it."),
            ListState.CONFIRMED: self.tr("%n certificate(s) were issued with it.", "", facts.certificates),
            ListState.WITHDRAWN: self.tr("Withdrawn: {0}").format(facts.reason),
        }
        only = self.tr("Your region's part of the list. The national union decides on it.")
        self._hint.setText(hints[facts.state] if may or facts.state not in OPEN else only)

    def _fields(self, facts: AwardListFacts) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Week"), week_text(facts.week)),
            (self.tr("Chosen"), f"{facts.chosen:,}"),
            (self.tr("Rule"), self.tr("version {0}").format(facts.kind_version)),
        )

    def _line_fields(self, entry: EntryFacts, facts: AwardListFacts) -> tuple[tuple[str, str], ...]:
        kind = self._feed.kind_of(facts)
        fields = [(self.tr("Place"), str(entry.place))]
        if entry.number:
            fields.append((self.tr("Number"), entry.number))
        if facts.subject is BoardKind.WORK:
            fields.append((self.tr("Holder"), entry.holder))
        fields.append((self.tr("Region"), place_of(entry.region)))
        measure = say_board(MEASURES[kind.measure]) if kind else say_board(SUBJECTS[facts.subject])
        fields += [(measure, f"{entry.value:,}"), (self.tr("Works"), f"{entry.works:,}")]
        return tuple(dict(fields).items())

    def _arrange(self) -> None:
        self._line_box, self._body = QWidget(), QWidget()
        line = _column(self._line_box, 0)
        head = QHBoxLayout()
        head.addWidget(self._line_name, 1)
        head.addWidget(self.line_chip, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(head)
        parts: tuple[QWidget, ...]
        parts = (self._words, self._suspended, self._line_facts, self._edits_title, self.edits, self.edit, Line())
        for part in parts:
            line.addWidget(part)
        inside = _column(self._body, 16)
        for below in (
            self._line_box, label(self.tr("This list"), "strong"), self._facts, self._rule,
            label(self.tr("Drawn from"), "strong"), self.sources, label(self.tr("Done to it"), "strong"), self.acts,
        ):  # fmt: skip
            inside.addWidget(below)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        back = Panel("surface")
        whole = QVBoxLayout(back)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._scroll.setWidget(back)
        self._foot = QWidget()
        foot = _column(self._foot, 16)
        for button in (self._hint, self.submit, self.confirm, self.withdraw):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("List and line")))
        column.addWidget(self._scroll, 1)
        column.addWidget(Line())
        column.addWidget(self._foot)


def _column(of: QWidget, margin: int) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(margin, margin and 12, margin, margin and 12)
    column.setSpacing(8)
    return column


def _acts(facts: AwardListFacts, words: str) -> list[HistoryText]:
    """Who did what and when, newest first."""
    return [HistoryText(moment_text(at), "", words.format(did, who)) for at, who, did in acts_of(facts)]
