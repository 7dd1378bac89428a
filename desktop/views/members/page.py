"""The tab 成员审核."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.review import Kind
from desktop.context import AppContext
from desktop.store.members import MemberRow
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import label
from desktop.ui.marks import KeyCap, Line, Skeleton
from desktop.ui.table import TableModel, TableView
from desktop.views import Command
from desktop.views.members.detail import MemberDetail
from desktop.views.members.feed import MembersFeed
from desktop.views.members.filters import MemberFilters
from desktop.views.members.review import MembersReview
from desktop.views.members.roster_view import RosterView
from desktop.views.members.rows import columns, table_row
from desktop.views.members.selection_bar import SelectionBar
from desktop.views.works.reject_panel import RejectPanel

COMPACT_WIDTH = 1360
WIDTH, COMPACT = 336, 300


class MembersPage(Panel):
    """See `desktop.views.Page`."""

    scopes: tuple[str, ...] = ("decide", "reject", "lists")

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._compact = False
        self.filling = False
        """Rows are being put in; the review asks for the current one when all are there."""
        # Outer parts first: each change of parent styles all that is inside once more.
        self._whole = QStackedWidget(self)
        self._listed = QWidget(self._whole)
        self._body = Panel("surface", parent=self._listed)
        self._stack, self.side = QStackedWidget(self._body), QStackedWidget(self._listed)
        self.feed = MembersFeed(context, self)
        self.feed.refresh()
        self.filters = MemberFilters()
        self.bar = SelectionBar()
        self.model = TableModel(columns(compact=False))
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Applications to join"))
        self.detail = MemberDetail()
        self._roster: RosterView | None = None
        self._reject_panel: RejectPanel | None = None
        self._name = label("", "meta2")
        self._total = label("", "meta2")
        self._result = label("", "caption")
        self._empty = EmptyState("members", "")
        for part in (self.table, self._empty, Skeleton(10, row_height=40)):
            self._stack.addWidget(part)
        self.side.addWidget(self.detail)
        self._arrange()
        self.review = MembersReview(context, self)
        self._connect()
        self._stack.setCurrentIndex(2)

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """The newest first, the keys at the table."""
        self.filters.now_ms = self._context.clock.now_ms()
        self.feed.set_active(True)
        (self.roster.table if self.importing else self.table).setFocus()

    def deactivate(self) -> None:
        """Another tab."""
        self.feed.set_active(False)

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        if self.importing:
            return (self.roster,)
        return (self.filters, self._stack, self.side)

    def refresh(self) -> None:
        """F5."""
        self.filters.now_ms = self._context.clock.now_ms()
        self.feed.refresh()

    def show_subject(self, id: str) -> None:
        """One application, wherever it is in the list."""
        self.review.show(id)

    def subject(self) -> str:
        """The application at the right."""
        return self.detail.row.id if self.detail.row else ""

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group = self.tr("Members")
        return (
            Command("check_all", self.tr("Select all to review"), group, "check", "Ctrl A", self.review.check_all),
            Command("clear_filters", self.tr("Clear filters"), group, "filter", "", self.filters.clear),
            Command("import", self.tr("Import a member list…"), group, "sheet", "", self.open_import),
        )

    @property
    def reject_panel(self) -> RejectPanel:
        """The reasons; made when they are needed first."""
        if self._reject_panel is None:
            self._reject_panel = RejectPanel(lambda: None, Kind.MEMBERSHIP)
            self._reject_panel.set_compact(self._compact)
            self.side.addWidget(self._reject_panel)
            self.review.listen(self._reject_panel)
        return self._reject_panel

    @property
    def rejecting(self) -> bool:
        """Whether the reasons stand in the detail's place."""
        return self.side.currentWidget() is self._reject_panel

    @property
    def roster(self) -> RosterView:
        """The import; made when it is wanted first."""
        if self._roster is None:
            self._roster = RosterView(self._context)
            self._roster.left.connect(self.close_import)
            self._whole.addWidget(self._roster)
        return self._roster

    @property
    def importing(self) -> bool:
        """Whether a member list stands in place of the table."""
        return self._roster is not None and self._whole.currentWidget() is self._roster

    def open_import(self) -> None:
        """导入名单…: in place of table and detail."""
        self.roster.start()
        self._whole.setCurrentWidget(self.roster)
        self.review.set_keys()
        self.roster.choose_button.setFocus()

    def close_import(self) -> None:
        """Back to the table; what was passed arrives with the sync."""
        self._whole.setCurrentIndex(0)
        self.review.set_keys()
        self.table.setFocus()
        self._context.sync.sync_now()

    def show_rows(self) -> None:
        """What the feed has, with what is checked."""
        rows, feed = self.feed.rows, self.feed
        shown = [
            table_row(row, place, row.id in self.review.checked, self.model.columns)
            for place, row in enumerate(rows, start=1)
        ]
        before = self.table.current_id() or self.subject()
        self.filling = True
        self.model.set_rows(shown, feed.has_more)
        self.table.settle()
        if rows and not self.table.current_id():
            self.table.select(before if feed.row(before) else rows[0].id)
        self.filling = False
        self._name.setText(feed.organization)
        self.show_counts()
        if rows:
            self._stack.setCurrentIndex(0)
        elif feed.loaded:
            self._say_nothing()
            self._stack.setCurrentIndex(1)

    def show_counts(self) -> None:
        """How many there are of each state, and in all."""
        self.filters.show_counts(self.feed.counts)
        loaded = len(self.feed.rows)
        total = max(self.feed.total, loaded)
        self._total.setText(self.tr("{0} in all, {1} loaded").format(f"{total:,}", f"{loaded:,}"))

    def show_result(self, words: str) -> None:
        """How the last gesture ended."""
        self._result.setText(words)
        self._result.setVisible(bool(words))

    def current(self) -> MemberRow | None:
        """The row with the bar."""
        return self.feed.row(self.table.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.window().width() < COMPACT_WIDTH
        if compact != self._compact:
            self._compact = compact
            self.side.setFixedWidth(COMPACT if compact else WIDTH)
            if self._reject_panel is not None:
                self._reject_panel.set_compact(compact)
            self.model.set_columns(columns(compact))
            self.table.spread_columns()
            self.show_rows()

    def _say_nothing(self) -> None:
        if not self.feed.filter.text.strip() and self.feed.filter.segment == "all" and self.feed.filter.since is None:
            line = self.tr("Workers who apply to join your organization appear here after the next sync.")
            self._empty.set_state("members", self.tr("No applications yet"), line)
            return
        clear = Button(self.tr("Clear filters"))
        clear.clicked.connect(self.filters.clear)
        line = self.tr("Names, initials, organization and reason were searched.")
        self._empty.set_state("search", self.tr("No application fits"), line, (clear,))

    def _arrange(self) -> None:
        self.side.setFixedWidth(WIDTH)
        imports = Button(self.tr("Import a list…"), icon="sheet")
        imports.clicked.connect(self.open_import)
        again = Button(self.tr("Refresh"), icon="refresh", key="F5")
        again.clicked.connect(self.refresh)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(page_header(self.tr("Member review"), self._name, actions=(imports, again)))
        left.addWidget(self.filters)
        left.addWidget(self.bar)
        self.bar.hide()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._stack)
        left.addWidget(self._body, 1)
        left.addWidget(Line())
        left.addWidget(self._foot())
        row = QHBoxLayout(self._listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Line(vertical=True))
        row.addWidget(self.side)
        self._whole.addWidget(self._listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _foot(self) -> QWidget:
        foot = Panel("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        row.addWidget(self._total)
        row.addSpacing(12)
        row.addWidget(self._result, 1)
        self._result.hide()
        row.addStretch(0)
        hints = {"J K": self.tr("move"), "X": self.tr("select"), "A": self.tr("approve"), "R": self.tr("reject")}
        for keys, words in hints.items():
            for key in keys.split():
                row.addWidget(KeyCap(key))
            row.addWidget(label(words, "meta2"))
            row.addSpacing(6)
        return foot

    def _connect(self) -> None:
        self.feed.changed.connect(self.review.follow)
        self.feed.counted.connect(self.show_counts)
        self.feed.counted.connect(self.review.show_bar)
        self.filters.chosen.connect(self.feed.set_filter)
        self.filters.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.more_wanted.connect(self.feed.more)
