"""审核: what is known about the work on screen. Advice and facts; the decision bar sits below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import label
from desktop.ui.marks import Line, StatusChip
from desktop.ui.theme import theme_of
from desktop.views.works.conflict_box import ConflictBox
from desktop.views.works.field_list import FieldList
from desktop.views.works.file_checks import FileChecks
from desktop.views.works.history_list import HistoryList
from desktop.views.works.inspector_facts import InspectorFacts, names_width
from desktop.views.works.phone_row import PhoneRow
from desktop.views.works.scroll_pane import ScrollPane


class Inspector(Panel):
    """Header with chips, banners that cover nothing, then checks, particulars and history in a scroll area."""

    collapse_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.state_chip = StatusChip("pending", "")
        self._round_chip = StatusChip("plain", "")
        self.conflict = ConflictBox()
        self.error = Banner("error", "")
        self.checks = FileChecks()
        width = names_width()
        self.phone = PhoneRow(width)
        self._decisions = FieldList(name_width=width)
        self._fields = FieldList(self.phone, width)
        self._history = HistoryList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Line())
        column.addWidget(self.conflict)
        column.addWidget(self.error)
        column.addWidget(self._sections(), 1)
        self.setAccessibleName(self.tr("Review"))
        self.conflict.hide()
        self.error.hide()

    def show_work(self, facts: InspectorFacts | None, chip: tuple[str, str]) -> None:
        """Shows another work (None: nothing is chosen) with its state as (kind of chip, word)."""
        self._inner.setVisible(facts is not None)
        for part in (self.state_chip, self._round_chip):
            part.setVisible(facts is not None)
        if facts is None:
            return
        self.show_state(*chip)
        self._round_chip.set_state("plain", facts.round_text)
        self._round_chip.setVisible(bool(facts.round_text) and chip[0] == "pending")
        self.checks.show_file(facts.findings, facts.checks)
        self.phone.setVisible(bool(facts.phone))
        self.phone.show_masked(facts.phone)
        self._decisions.show_fields(facts.decisions)
        self._fields.show_fields(facts.fields)
        self._history.show_lines(facts.history)
        for section, wanted in zip(
            self._parts, (facts.decisions, facts.findings or facts.checks, facts.fields, facts.history), strict=True
        ):
            section.setVisible(bool(wanted))
        self.area.verticalScrollBar().setValue(0)

    def show_state(self, kind: str, word: str) -> None:
        """The chip is never cut: it tells whether a decision has arrived."""
        self.state_chip.set_state(kind, word)
        self.state_chip.setMinimumWidth(self.state_chip.sizeHint().width())

    def show_error(self, what: str, line: str) -> None:
        """Says why something was not done; an empty text takes it away."""
        self.error.setVisible(bool(what))
        if what:
            self.error.set_state("error", what, line)

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme_of(self).size(56))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Review"), "title"))
        row.addWidget(self.state_chip)
        row.addWidget(self._round_chip)
        row.addStretch()
        collapse = Button(kind="ghost", icon="right")
        collapse.setAccessibleName(self.tr("Fold the inspector"))
        collapse.setToolTip(self.tr("Fold the inspector"))
        collapse.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        collapse.clicked.connect(self.collapse_wanted)
        row.addWidget(collapse)
        return bar

    def _sections(self) -> ScrollPane:
        inner = self._inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._parts = [
            _section(self.tr("Decisions"), self._decisions),
            _section("", self.checks),
            _section(self.tr("About the work"), self._fields),
            _section(self.tr("History"), self._history),
        ]
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)
        layouts = [layout for part in self._parts if (layout := part.layout()) is not None]
        self.area = ScrollPane(inner, layouts)
        return self.area


def _section(title: str, body: QWidget) -> Panel:
    """A part of the scroll area with a line below."""
    section = Panel("surface", "line")
    column = QVBoxLayout(section)
    column.setContentsMargins(16, 12, 16, 13)
    column.setSpacing(6)
    if title:
        column.addWidget(label(title, "strong"))
    column.addWidget(body)
    return section
