"""并排查看: this registration beside one that it resembles; what differs is marked."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.store.registrations import LookAlikeLine, OrganizationLine, RegistrationRow
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marked_label import MarkedLabel, differing
from desktop.ui.marks import Line, StatusChip
from desktop.ui.theme import theme_of
from desktop.views.organizations.parts import NAME_WIDTH
from desktop.views.organizations.words import (
    field_name,
    field_value,
    kind_text,
    state_words,
    value_of,
    why_text,
)
from desktop.views.works.scroll_pane import ScrollPane

FIELDS = (
    "name", "number", "submitted_at", "region", "address", "landline", "nature", "size", "industry", "labels",
    "account_phone", "contact_name", "contact_phone", "document_ids", "introduction",
)  # fmt: skip
FEW = 4
"""Name and number alone."""
EXPECTED = frozenset({"number", "submitted_at"})
"""Always different, so never marked."""


class Pair(NamedTuple):
    """A field of both; `theirs` is None where nothing is known."""

    field: str
    mine: str
    theirs: str | None


def pairs(mine: RegistrationRow, other: RegistrationRow | OrganizationLine | LookAlikeLine) -> list[Pair]:
    """Field by field; of an organization less is known than of a registration, least when it is not here."""
    if isinstance(other, RegistrationRow):
        return [Pair(field, value_of(mine, field), value_of(other, field)) for field in FIELDS]
    said = {field: field_value(field, str(value)) for field, value in other._asdict().items() if field in FIELDS}
    return [Pair(field, value_of(mine, field), said.get(field)) for field in FIELDS if field in said]


class CompareView(Panel):
    """`left` closes it, `next_wanted` shows the next look-alike."""

    left = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("surface")
        self.place = 0
        self._title = ElidedLabel("", "strong")
        self._why = label("", "warn")
        self._chip = StatusChip("plain", "")
        self.next_button = Button(self.tr("Next one"), key="C", size="small")
        back = Button(self.tr("Back"), "ghost", key="Esc", size="small")
        back.clicked.connect(self.left)
        self.next_button.clicked.connect(self.next_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.setSpacing(8)
        for part in (self._title, self._why, self._chip):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.next_button)
        head.addWidget(back)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(20, 8, 20, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self.values: dict[str, tuple[MarkedLabel, MarkedLabel]] = {}
        self._cells: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(ScrollPane(inner, (self._grid,)), 1)
        self.setAccessibleName(self.tr("Side by side"))

    def show_pair(self, place: int, line: LookAlikeLine, count: int, found: Sequence[Pair]) -> None:
        """The look-alike at this place of `count`; says so where little more than its name is known here."""
        self.place = place
        self._title.setText(self.tr("Similar {0} of {1}").format(place + 1, count))
        self._why.setText(why_text(line))
        self._chip.set_state(*state_words(line.state))
        self.next_button.setVisible(count > 1)
        for cell in self._cells:
            cell.hide()  # deleting waits for the event loop
            cell.deleteLater()
        self._cells, self.values = [], {}
        self._put(0, label(""), label(self.tr("This registration"), "meta2"), label(kind_text(line), "meta2"))
        for place, pair in enumerate(found, start=1):
            self._put_pair(place, pair)
        if len(found) < FEW:
            unknown = label(self.tr("More about it is not on this computer."), "meta2", wrap=True)
            self._grid.addWidget(unknown, len(found) + 1, 1, 1, 2)
            self._cells.append(unknown)

    def _put_pair(self, place: int, pair: Pair) -> None:
        name = label(field_name(pair.field), "secondary")
        name.setFixedWidth(theme_of(self).size(NAME_WIDTH))
        cells = MarkedLabel(), MarkedLabel()
        theirs = pair.theirs or ""
        marks = pair.field not in EXPECTED
        cells[0].show_text(pair.mine, differing(pair.mine, theirs) if marks else ())
        cells[1].show_text(theirs, differing(theirs, pair.mine) if marks else ())
        self.values[pair.field] = cells
        self._put(place, name, *cells)

    def _put(self, place: int, *cells: QWidget) -> None:
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, place, column, Qt.AlignmentFlag.AlignTop)
            self._cells.append(cell)
