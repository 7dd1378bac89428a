"""The tab 全部作品."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from contract.review import WorkState
from contract.wire.review import WorkSummary
from desktop.context import AppContext
from desktop.failures import explain
from desktop.hotkeys import bind
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import label
from desktop.ui.marks import Line, Skeleton
from desktop.ui.table_delegate import TableRow
from desktop.views import Command
from desktop.views.browse.detail import Detail
from desktop.views.browse.detail_feed import DetailFeed
from desktop.views.browse.filters import Filters
from desktop.views.browse.opening import Opening
from desktop.views.browse.pages_feed import Filter, PagesFeed
from desktop.views.browse.rows import held, table_row
from desktop.views.browse.works_table import WorksTable
from desktop.views.sync_centre.words import AWAY

COMPACT_WIDTH = 1360
HOLDERS_MS = 1_000
"""How often the time left of claims is told anew."""


class BrowsePage(Panel):
    """See `desktop.views.Page`. Online only; nothing of it is kept on this computer."""

    scopes: tuple[str, ...] = ("lists",)

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._me = context.person.label
        self._wanted = ""
        self._compact = False
        self.feed = PagesFeed(context, self)
        self.filters = Filters()
        self.detail = Detail(self._me)
        self.details = DetailFeed(context, self.detail)
        self.opening = Opening(context, self.detail, self.feed)
        self.table = WorksTable()
        self._count = label("", "meta2")
        self._trouble = Banner("offline", "")
        self._empty = EmptyState("works", "")
        self._stack = QStackedWidget()
        for part in (self.table, self._empty, Skeleton(10, row_height=56)):
            self._stack.addWidget(part)
        self._arrange()
        self._connect()
        self._show()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """Asks anew, so that states and claims are of now."""
        self.refresh()
        self.table.setFocus()

    def deactivate(self) -> None:
        """Another tab."""
        self.feed.stop()
        self.details.stop()

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        return (self.filters, self._stack, self.detail)

    def refresh(self) -> None:
        """F5."""
        if self._context.sync.network.kind == "keep-offline":
            self._show()
            return
        self.feed.reload()
        if self.detail.work is not None:
            self.details.show(self.detail.work)

    def show_subject(self, work_id: str) -> None:
        """One work, wherever it is in the list."""
        self._wanted = work_id
        self.table.select(work_id)
        self.details.show_id(work_id)

    def subject(self) -> str:
        """The work at the right."""
        return self.detail.work.id if self.detail.work else ""

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group, work = self.tr("All works"), self.detail.work
        found = [Command("clear_filters", self.tr("Clear filters"), group, "filter", "", self.filters.clear)]
        if work is not None and work.state == WorkState.PENDING:
            others = held(work, self._context.clock.now_ms()) and work.holder != self._me
            found.append(
                Command("take_over", self.tr("Take over…"), group, "flag", "", lambda: self.opening.ask(work.id))
                if others
                else Command("open", self.tr("Open and claim"), group, "works", "", lambda: self.opening.open(work.id))
            )
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.window().width() < COMPACT_WIDTH
        if compact != self._compact:
            self._compact = compact
            self.detail.setFixedWidth(300 if compact else 344)
            self.table.set_compact(compact)
            self._show_rows()

    def _arrange(self) -> None:
        self.detail.setFixedWidth(344)
        again = Button(self.tr("Refresh"), icon="refresh")
        again.clicked.connect(self.refresh)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(page_header(self.tr("All works"), self._count, actions=(again,)))
        left.addWidget(self.filters)
        left.addWidget(self._trouble)
        body = Panel("surface")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._stack)
        left.addWidget(body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Line(vertical=True))
        row.addWidget(self.detail)
        self._second = QTimer(self, interval=HOLDERS_MS)
        self._second.timeout.connect(self._show_holders)

    def _connect(self) -> None:
        self.feed.changed.connect(self._show)
        self.filters.chosen.connect(self._choose)
        self.filters.left.connect(self.table.setFocus)
        self.table.more_wanted.connect(self.feed.more)
        self.table.current_changed.connect(self._current_changed)
        self.table.opened.connect(self._opened)
        self.table.menu_wanted.connect(self._fill_menu)
        self.detail.open_wanted.connect(self.opening.open)
        self.detail.take_over_wanted.connect(self.opening.ask)
        self._context.changes.changed.connect(self._on_changes)
        bind("search", self, self._search)

    def _search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _choose(self, wanted: Filter, typing: bool) -> None:
        if self._context.sync.network.kind != "keep-offline":
            self.feed.set_filter(wanted, typing)

    def _current_changed(self, work_id: str) -> None:
        work = self._work(work_id)
        if work is not None and (self.detail.work is None or self.detail.work.id != work_id):
            self._wanted = ""
            self.details.show(work)

    def _opened(self, work_id: str) -> None:
        """Enter or a double click: claim it, or say who has it."""
        work = self._work(work_id)
        if work is None or work.state != WorkState.PENDING:
            return
        others = held(work, self._context.clock.now_ms()) and work.holder != self._me
        self.opening.ask(work_id) if others else self.opening.open(work_id)

    def _fill_menu(self, work_id: str, menu: QMenu) -> None:
        work = self._work(work_id)
        if work is not None and work.state == WorkState.PENDING:
            others = held(work, self._context.clock.now_ms()) and work.holder != self._me
            menu.addAction(
                self.tr("Take over…") if others else self.tr("Open and claim"), lambda: self._opened(work_id)
            )

    def _work(self, work_id: str) -> WorkSummary | None:
        return next((work for work in self.feed.works if work.id == work_id), None)

    def _on_changes(self, topics: frozenset[str]) -> None:
        """The network is back: ask again what got no answer."""
        if "network" not in topics or not self.isVisible():
            return
        if self._context.sync.network.kind in ("online", "slow") and (self.feed.error or self.feed.total is None):
            self.refresh()
        else:
            self._show()

    def _show(self) -> None:
        feed = self.feed
        self._count.setText(self._count_words())
        self._show_rows()
        kept_offline = self._context.sync.network.kind == "keep-offline"
        self._trouble.setVisible(bool(feed.works) and (feed.error is not None or kept_offline))
        if feed.works:
            self._stack.setCurrentIndex(0)
            self._show_trouble(kept_offline)
        elif feed.error is not None or kept_offline:
            self._say_away(kept_offline)
            self._stack.setCurrentIndex(1)
        elif feed.total == 0 and not feed.loading:
            self._say_nothing()
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(2)

    def _show_rows(self) -> None:
        now = self._context.clock.now_ms()
        rows = [self._row(work, now) for work in self.feed.works]
        before = self.subject()
        self.table.rows.set_rows(rows, self._has_more)
        if self._wanted or not self.table.current_id():
            self.table.select(self._wanted or before)
        if rows and not (self.table.current_id() or self._wanted or before):
            self.table.select(rows[0].id)

    @property
    def _has_more(self) -> bool:
        return self.feed.has_more and not self.feed.loading

    def _row(self, work: WorkSummary, now_ms: int) -> TableRow:
        return table_row(work, self.table.columns, self._me, now_ms)

    def _show_holders(self) -> None:
        """A second has passed."""
        now = self._context.clock.now_ms()
        claimed = [work for work in self.feed.works if held(work, now - HOLDERS_MS)]
        self.table.rows.append_rows([self._row(work, now) for work in claimed], self._has_more)
        self.detail.show_holder(now)

    def _count_words(self) -> str:
        total = self.feed.total
        if total is None or (self.feed.error and not self.feed.works):
            return ""
        if self.feed.loading:
            return self.tr("Asking the server…")
        if len(self.feed.works) < total:
            return self.tr("{0} works, {1} shown").format(f"{total:,}", f"{len(self.feed.works):,}")
        return self.tr("%n work(s)", "", total)

    def _show_trouble(self, kept_offline: bool) -> None:
        what, do = self._why(kept_offline)
        self._trouble.set_state("offline", what, self.tr("What is shown is of the last answer. {0}").format(do))

    def _say_away(self, kept_offline: bool) -> None:
        again = Button(self.tr("Go online again") if kept_offline else self.tr("Try again"), icon="refresh")
        again.clicked.connect(self._back_online if kept_offline else self.refresh)
        what, do = self._why(kept_offline)
        self._empty.set_state("cloudoff", what.rstrip("。."), do, (again,))

    def _why(self, kept_offline: bool) -> tuple[str, str]:
        if kept_offline:
            return self.tr("You keep the desk offline"), self.tr("All works are shown online only.")
        failure = explain(self.feed.error) if self.feed.error else None
        if failure is None:
            return self.tr("The works could not be fetched"), self.tr("Nothing was changed. Try again.")
        if failure.code in ("offline", "server-trouble", "cut-body") or self._context.sync.network.kind in AWAY:
            return failure.what, self.tr("All works are shown online only. Claimed works stay usable in the works tab.")
        return failure.what, f"{failure.kept} {failure.do}".strip()

    def _back_online(self) -> None:
        self._context.sync.keep_offline(False)
        self.refresh()

    def _say_nothing(self) -> None:
        if not self.feed.filter.narrows:
            line = self.tr("Works appear here as soon as workers have sent some.")
            self._empty.set_state("works", self.tr("No works yet"), line)
            return
        clear = Button(self.tr("Clear filters"))
        clear.clicked.connect(self.filters.clear)
        line = self.tr("Title and number were searched, and whole names of authors.")
        self._empty.set_state("search", self.tr("No work fits"), line, (clear,))
