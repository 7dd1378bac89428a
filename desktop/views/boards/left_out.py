"""不计作品: works that are left out of the boards, and were; Delete counts one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from contract.regions import REGIONS, short_region
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import counting
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import Skeleton
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.boards import ExclusionFacts


class LeftOutView(Panel):
    """`left` with Esc; `again(work id, title)` when a work shall count again."""

    left = Signal()
    again = Signal(str, str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("surface")
        self._context = context
        self._items: dict[str, ExclusionFacts] = {}
        self._title = ElidedLabel("", "body")
        self.back = Button(self.tr("Back"), "ghost", key="Esc")
        self.again_button = Button(self.tr("Count it again…"), key="Del")
        self.model = TableModel((
            Column("number", self.tr("Number"), 140), Column("title", self.tr("Work"), 160, flex=2),
            Column("region", self.tr("Region"), 76), Column("reason", self.tr("Reason"), 120, flex=1.5),
            Column("by", self.tr("By"), 140), Column("at", self.tr("When"), 104),
            Column("state", self.tr("State"), 168),
        ))  # fmt: skip
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Works left out"))
        self._stack, self._empty = QStackedWidget(), EmptyState("works", "")
        for part in (self.table, self._empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            page_header(self.tr("Works left out"), self._title, actions=(self.again_button, self.back))
        )  # fmt: skip
        column.addWidget(self._stack, 1)
        self.back.clicked.connect(self.left)
        self.again_button.clicked.connect(self.count_again)
        self.table.current_changed.connect(lambda _id: self._follow())
        self.may_act = False

    def open(self, may_act: bool) -> None:
        """Asks the server."""
        self.may_act = may_act
        self.again_button.setVisible(may_act)
        self._stack.setCurrentIndex(2)
        counting.left_out(self._context, self.show_items, self._failed, self)

    def show_items(self, items: list[ExclusionFacts]) -> None:
        """As the server has them."""
        self._items = {item.id: item for item in items}
        now = sum(item.ended_at is None for item in items)
        self._title.setText(self.tr("{0} now, {1} before").format(now, len(items) - now))
        self.model.set_rows([self._row(item) for item in items])
        if items:
            self._stack.setCurrentIndex(0)
            self.table.select(items[0].id)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            line = self.tr("On the board of works, Delete leaves a work out; it is never deleted.")
            self._empty.set_state("works", self.tr("No work is left out"), line)
            self._stack.setCurrentIndex(1)
        self._follow()

    def count_again(self) -> None:
        """The one under the cursor."""
        item = self._items.get(self.table.current_id())
        if item is not None and item.ended_at is None and self.may_act:
            self.again.emit(item.work_id, item.title)

    def _follow(self) -> None:
        item = self._items.get(self.table.current_id())
        self.again_button.setEnabled(item is not None and item.ended_at is None)

    def _failed(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        self._empty.set_state("cloudoff", failure.what, self.tr("Works left out are asked of the server each time."))
        self._stack.setCurrentIndex(1)

    def _row(self, item: ExclusionFacts) -> TableRow:
        region = short_region(item.region) if item.region in REGIONS else ""
        ended = item.ended_at
        state = self.tr("Counts again since {0}").format(moment_text(ended)) if ended else self.tr("Left out")
        cells = (
            Cell(item.number, ink="text2"), Cell(item.title), Cell(region, ink="text2"), Cell(item.reason),
            Cell(item.by, ink="text2"), Cell(moment_text(item.at), ink="text2"),
            Cell(state, ink="text2" if ended else "text"),
        )  # fmt: skip
        return TableRow(item.id, cells)
