"""What a line of a board is made of: its works, by author for organizations, with the sum shown to agree or not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from contract.boards import BoardKind, Measure
from contract.masking import mask_name
from contract.week_board import BoardRow, WeekBoard
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import boards
from desktop.operations.boards import Shown
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import Line, Skeleton, StatusChip
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.boards.rows import name_of, value
from desktop.views.boards.words import MEASURES, say, week_text


class PartsView(Panel):
    """`left` with Esc. A region, organization or person is the sum of its works."""

    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("surface")
        self._context = context
        self._of: tuple[WeekBoard, BoardRow, Measure] | None = None
        self._works: dict[str, BoardRow] = {}
        self._asked = 0
        self._title, self._sum = ElidedLabel("", "body"), ElidedLabel("", "body")
        self.agrees = StatusChip("ok", "")
        self.back = Button(self.tr("Back"), "ghost", key="Esc")
        self.model = TableModel(())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Works behind the line"))
        self._stack, self._empty = QStackedWidget(), EmptyState("works", "")
        for part in (self.table, self._empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        self.back.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(12)
        foot.addWidget(self._sum)
        foot.addWidget(self.agrees)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Made of"), self._title, actions=(self.back,)))
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def open(self, board: WeekBoard, row: BoardRow, measure: Measure) -> None:
        """The works behind one line of a board."""
        self._of = board, row, measure
        self._asked += 1
        asked = self._asked
        week = None if board.whole else board.week
        self._title.setText(f"{name_of(row, board.kind)} · {week_text(week)}")
        self._sum.setText("")
        self.agrees.hide()
        self._stack.setCurrentIndex(2)

        def got(shown: Shown) -> None:
            if asked == self._asked:
                self._show(shown.board)

        def failed(error: Exception) -> None:
            failure = explain(error)
            if asked == self._asked and failure is not None:
                self._empty.set_state("cloudoff", failure.what, failure.do)
                self._stack.setCurrentIndex(1)

        top = boards.TOP if board.seal else boards.PARTS_TOP
        boards.show(self._context, BoardKind.WORK, week, got, failed, self, top=top)

    def current(self) -> BoardRow | None:
        """The work under the cursor."""
        return self._works.get(self.table.current_id())

    def _show(self, works: WeekBoard) -> None:
        assert self._of is not None
        board, row, measure = self._of
        parts = [work for work in works.rows if _belongs(work, row, board.kind)]
        parts.sort(key=lambda work: (-value(work, works).of(measure), work.number))
        self._works = {work.id: work for work in parts}
        self.model.set_columns(self._columns(measure))
        self.table.spread_columns()
        self.model.set_rows([self._row(place, work, works, measure) for place, work in enumerate(parts, start=1)])
        self._tell_sum(sum(value(work, works).of(measure) for work in parts), value(row, board).of(measure), works)
        if parts:
            self._stack.setCurrentIndex(0)
            self.table.select(parts[0].id)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.set_state("works", self.tr("No work gained anything here in this week"), "")
            self._stack.setCurrentIndex(1)

    def _tell_sum(self, total: int, expected: int, works: WeekBoard) -> None:
        assert self._of is not None
        word = say(MEASURES[self._of[2]])
        self._sum.setText(self.tr("Sum of the works: {0} {1}").format(word, f"{total:,}"))
        if total == expected:
            self.agrees.set_state("ok", self.tr("As on the board"))
        elif works.region:
            told = self.tr("Board: {0}; works of other regions are not shown").format(f"{expected:,}")
            self.agrees.set_state("info", told)
        else:
            self.agrees.set_state(
                "warn", self.tr("Board: {0}; refresh, something arrived since").format(f"{expected:,}")
            )
        self.agrees.show()

    def _columns(self, measure: Measure) -> tuple[Column, ...]:
        others = [one for one in (Measure.LIKES, Measure.VIEWS, Measure.HEAT) if one is not measure]
        return (
            Column("place", self.tr("No."), 64),
            Column("title", self.tr("Work"), 160, flex=2),
            Column("number", self.tr("Number"), 150),
            Column("author", self.tr("Author"), 84),
            Column("value", say(MEASURES[measure]), 104, right=True),
            *(Column(one.value, say(MEASURES[one]), 96, right=True) for one in others),
        )

    def _row(self, place: int, work: BoardRow, works: WeekBoard, measure: Measure) -> TableRow:
        numbers = value(work, works)
        others = [one for one in (Measure.LIKES, Measure.VIEWS, Measure.HEAT) if one is not measure]
        cells = (
            Cell(str(place), ink="text2"), Cell(work.name), Cell(work.number, ink="text2"),
            Cell(mask_name(work.author), ink="text2"), Cell(f"{numbers.of(measure):,}", right=True, strong=True),
            *(Cell(f"{numbers.of(one):,}", right=True, ink="text2") for one in others),
        )  # fmt: skip
        return TableRow(work.id, cells)


def _belongs(work: BoardRow, row: BoardRow, kind: BoardKind) -> bool:
    if kind is BoardKind.REGION:
        return work.region == row.id
    return work.id == row.id if kind is BoardKind.WORK else row.id in work.of
