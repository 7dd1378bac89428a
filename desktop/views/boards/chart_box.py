"""The chart above the table: the first ten, this week beside the week before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from contract.boards import Measure
from contract.week_board import WeekBoard
from desktop.ui.bar_chart import Bar, BarChart
from desktop.ui.labels import label
from desktop.ui.theme import theme_of
from desktop.views.boards.rows import name_of, value
from desktop.views.boards.words import MEASURES, say

CHART, COMPACT_CHART = 190, 132
BARS = 10
_ENDS = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")


class ChartBox(QWidget):
    """`chosen(id)` when a bar is clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._legend = label("", "strong"), label("", "meta2")
        self._chart = BarChart(self)
        self._chart.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._chart)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Lower where there is little room."""
        self._chart.setFixedHeight(theme_of(self).size(COMPACT_CHART if compact else CHART))

    def mark(self, id: str) -> None:
        """The selected row."""
        self._chart.mark(id)

    def show_board(self, board: WeekBoard, measure: Measure) -> None:
        """Its first ten."""
        word = say(MEASURES[measure])
        self._title.setText(self.tr("First 10 by {0}").format(word))
        self._legend.setText("" if board.whole else self.tr("solid: this week · hatched: the week before"))
        bars = []
        for row in board.by(measure)[:BARS]:
            now = value(row, board).of(measure)
            last = row.last.of(measure) if row.last and not board.whole else None
            bars.append(Bar(row.id, _short(name_of(row, board.kind)), f"{now:,}", now, last))
        self._chart.set_bars(tuple(bars))


def _short(name: str) -> str:
    """As it fits under a bar."""
    return next((name.removesuffix(end) for end in _ENDS if name.endswith(end)), name)
