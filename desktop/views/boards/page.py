"""The tab 排行榜."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.boards import BoardKind, Measure
from desktop.context import AppContext
from desktop.failures import explain
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.fields import SearchField
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import KeyCap, Line, Skeleton, StatusChip
from desktop.ui.segments import Segment, Segments
from desktop.ui.stepper import Stepper
from desktop.ui.table import TableModel, TableView
from desktop.views import Command
from desktop.views.boards.chart_box import ChartBox
from desktop.views.boards.counting import Counting
from desktop.views.boards.feed import BoardsFeed
from desktop.views.boards.keys import BoardKeys
from desktop.views.boards.left_out import LeftOutView
from desktop.views.boards.parts import PartsView
from desktop.views.boards.rows import columns, table_row, value
from desktop.views.boards.side import SidePanel
from desktop.views.boards.words import KINDS, MEASURES, days_text, measures_of, rule_text, say, total_text, week_text
from desktop.views.works.words import moment_text

COMPACT_WIDTH = 1360
WIDTH, COMPACT = 376, 336


class BoardsPage(Panel):
    """See `desktop.views.Page`."""

    scopes: tuple[str, ...] = ("boards", "lists")

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._compact = False
        self.feed = BoardsFeed(context, self)
        self._whole = QStackedWidget(self)
        self.stepper = Stepper(self.tr("The week before (Alt+←)"), self.tr("The next week (Alt+→)"))
        self.chip = StatusChip("plain", "")
        self.kinds = Segments(tuple(Segment(kind.value, say(word)) for kind, word in KINDS.items()))
        self.kinds.setAccessibleName(self.tr("Board"))
        self.measures = Segments()
        self.measures.setAccessibleName(self.tr("Order by"))
        self.search = SearchField(self.tr("Search names and numbers"))
        self.chart = ChartBox()
        self.model = TableModel(())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Board"))
        self._empty = EmptyState("rank", "")
        self._stack = QStackedWidget()
        for part in (self.table, self._empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        self._total, self._rule = label("", "meta2"), ElidedLabel("", "caption")
        self.parts = PartsView(context)
        self.left_out = LeftOutView(context)
        self.counting = Counting(self, context)
        self.rule_button = Button(self.tr("Weights…"), "ghost", size="small")
        self.rule_button.setVisible(self.counting.may_set_rule)
        self.side = SidePanel(context, self.feed)
        self._arrange()
        self._connect()
        self.keys = BoardKeys(self)
        self.show_board()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """The board anew, the keys at the table."""
        self.feed.set_active(True)
        (self.inside() or self).table.setFocus()

    def deactivate(self) -> None:
        """Another tab."""
        self.feed.set_active(False)

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        if self.looking_inside:
            return (self._whole.currentWidget(), self.side)
        return (self.kinds, self.measures, self.table, self.side)

    def refresh(self) -> None:
        """F5."""
        self.feed.refresh()
        if self.inside() is self.left_out:
            self.counting.show_left_out()

    def may_close(self) -> bool:
        """Not while a workbook is being written, unless that may stop."""
        return self.side.may_close()

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group = self.tr("Boards")
        found = [
            Command(f"board_{kind}", say(word), group, "rank", "", partial(self.feed.choose, kind))
            for kind, word in KINDS.items()
        ]
        found.append(
            Command("left_out", self.tr("Works left out"), group, "works", "Ctrl L", self.counting.show_left_out)
        )
        if self.counting.may_set_rule:
            found.append(Command("heat_rule", self.tr("Weights of heat…"), group, "rank", "", self.counting.ask_rule))
        return (*found, *self.side.commands())

    @property
    def looking_inside(self) -> bool:
        """Whether something else stands in place of the board."""
        return self._whole.currentIndex() > 0

    def inside(self) -> PartsView | LeftOutView | None:
        """What stands in place of the board: the works behind a line, or those left out."""
        return next((one for one in (self.parts, self.left_out) if one is self._whole.currentWidget()), None)

    def look_inside(self, view: PartsView | LeftOutView) -> None:
        """Puts it in place of the board."""
        self._whole.setCurrentWidget(view)
        view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_parts(self, id: str) -> None:
        """What a line is made of."""
        board = self.feed.board
        row = next((row for row in self.feed.rows() if row.id == id), None)
        if board is not None and row is not None:
            self.parts.open(board, row, self.feed.measure)
            self.look_inside(self.parts)

    def close_inside(self) -> None:
        """Back to the board."""
        self._whole.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_board(self) -> None:
        """What the feed has."""
        feed, board = self.feed, self.feed.board
        self._show_choices()
        if board is None:
            self._stack.setCurrentIndex(2 if feed.loading else 1)
            return
        rows = feed.rows()
        before = self.table.current_id()
        shown = columns(feed.kind, feed.measure, self._compact)
        self.model.set_columns(shown)
        self.table.spread_columns()
        most = max((value(row, board).of(feed.measure) for row in board.rows), default=0)
        self.model.set_rows([table_row(row, board, feed.measure, most, shown) for row in rows])
        self.table.settle()
        if rows:
            self.table.select(before if any(row.id == before for row in rows) else rows[0].id)
            self._stack.setCurrentIndex(0)
        else:
            self._say_nothing()
        self.chart.show_board(board, feed.measure)
        self.chart.mark(self.table.current_id())
        self._total.setText(total_text(board, feed.measure))
        self._rule.setText(rule_text(board.rule))

    def say_failure(self, error: Exception) -> None:
        """Nothing is here and the server gives nothing."""
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        again = Button(self.tr("Try again"), icon="refresh")
        again.clicked.connect(self.feed.ask)
        kept = self.tr("This board was never opened on this computer, so it cannot be shown without the server.")
        self._empty.set_state("cloudoff", failure.what, f"{kept} {failure.do}", (again,))
        self._stack.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.window().width() < COMPACT_WIDTH
        if compact != self._compact:
            self._compact = compact
            self._fit()
            self.show_board()

    def _fit(self) -> None:
        self.side.setFixedWidth(COMPACT if self._compact else WIDTH)
        self.chart.set_compact(self._compact)
        self.side.set_compact(self._compact)

    def _show_choices(self) -> None:
        feed = self.feed
        self.kinds.set_current(feed.kind.value)
        of = measures_of(feed.kind)
        self.measures.set_segments(tuple(Segment(one.value, say(MEASURES[one])) for one in of))
        self.measures.set_current(feed.measure.value)
        days = "" if feed.week is None else days_text(feed.week)
        self.stepper.show_place(week_text(feed.week), days, first=feed.week == 1, last=feed.week is None)
        self.chip.set_state(*self._state())

    def _state(self) -> tuple[str, str]:
        """Kind and word of the chip: what this board can be relied on for."""
        feed, seal = self.feed, self.feed.seal()
        if seal is not None:
            again = self.tr("Sealed, revision {0}").format(seal.revision)
            return "ok", again if seal.revision > 1 else self.tr("Sealed")
        if feed.shown is not None and not feed.shown.fresh and not self._context.sync.network.reachable:
            return "offline", self.tr("As of {0}").format(moment_text(feed.shown.at))
        if feed.is_over():
            return "warn", self.tr("Over, not sealed")
        return "info", self.tr("Running") if feed.week else self.tr("Up to now")

    def _say_nothing(self) -> None:
        if self.feed.text:
            clear = Button(self.tr("Clear the search"))
            clear.clicked.connect(self.search.clear)
            self._empty.set_state(
                "search", self.tr("No line fits"), self.tr("Names and numbers were searched."), (clear,)
            )
        else:
            line = self.tr("Works that are published, and what they gain, appear here.")
            self._empty.set_state("rank", self.tr("No data in this week"), line)
        self._stack.setCurrentIndex(1)

    def _arrange(self) -> None:
        again = Button(self.tr("Refresh"), icon="refresh", key="F5")
        again.clicked.connect(self.refresh)
        left_out = Button(self.tr("Works left out"), "ghost", key="Ctrl L")
        left_out.clicked.connect(self.counting.show_left_out)
        left = Panel("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Boards"), self.stepper, self.chip, actions=(left_out, again)))
        choices = QHBoxLayout()
        choices.setContentsMargins(16, 12, 16, 8)
        choices.setSpacing(8)
        choices.addWidget(self.kinds)
        choices.addWidget(self.search, 1)
        choices.addStretch(0)
        choices.addWidget(label(self.tr("Order by"), "meta2"))
        choices.addWidget(self.measures)
        column.addLayout(choices)
        column.addWidget(self.chart)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        column.addWidget(Line())
        column.addWidget(self._foot())
        self._whole.addWidget(left)
        self._whole.addWidget(self.parts)
        self._whole.addWidget(self.left_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._whole, 1)
        row.addWidget(Line(vertical=True))
        row.addWidget(self.side)
        self._fit()

    def _foot(self) -> QWidget:
        foot = Panel("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        row.addWidget(self._total)
        row.addSpacing(12)
        row.addWidget(self._rule, 1)
        row.addWidget(self.rule_button)
        for key, words in (("Enter", self.tr("see what it is made of")), ("Ctrl E", self.tr("export"))):
            row.addWidget(KeyCap(key))
            row.addWidget(label(words, "meta2"))
            row.addSpacing(6)
        return foot

    def _connect(self) -> None:
        self.feed.changed.connect(self.show_board)
        self.feed.sealed.connect(self._show_choices)
        self.feed.failed.connect(self.say_failure)
        self.stepper.stepped.connect(self.feed.step)
        self.kinds.changed.connect(lambda id: self.feed.choose(kind=BoardKind(id)))
        self.measures.changed.connect(lambda id: self.feed.choose(measure=Measure(id)))
        self.search.textChanged.connect(self.feed.search)
        self.search.left.connect(self.table.setFocus)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.current_changed.connect(self.chart.mark)
        self.table.opened.connect(self.open_parts)
        self.chart.chosen.connect(self.table.select)
        self.parts.left.connect(self.close_inside)
        self.left_out.left.connect(self.close_inside)
        self.rule_button.clicked.connect(self.counting.ask_rule)
