"""Which board is shown: kind, week, measure, search; the board itself, as kept and as the server has it."""

from PySide6.QtCore import QObject, Signal

from contract.boards import BoardKind, Measure
from contract.campaign import CAMPAIGN_WEEKS, week_of
from contract.masking import mask_name
from contract.week_board import BoardRow, WeekBoard, cutoff_of
from desktop.context import AppContext
from desktop.operations import boards, exports
from desktop.operations.boards import Shown
from desktop.store.boards import TOPIC, SealRow


class BoardsFeed(QObject):
    """`changed` with another board, `failed(Exception)` when none could be had, `sealed` when seals changed."""

    changed = Signal()
    failed = Signal(object)
    sealed = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._active, self._reachable = False, context.sync.network.reachable
        self.kind, self.measure, self.text = BoardKind.REGION, Measure.WORKS, ""
        self.week: int | None = max(1, self.current_week() - 1)
        self.shown: Shown | None = None
        self.loading = True
        self.seals: dict[int, SealRow] = {}
        context.changes.changed.connect(self._on_changes)

    def current_week(self) -> int:
        """The campaign's week of now, 1 to 17."""
        return min(max(week_of(self._context.clock.now_ms()), 1), CAMPAIGN_WEEKS)

    @property
    def board(self) -> WeekBoard | None:
        """What is shown."""
        return self.shown.board if self.shown else None

    def is_over(self) -> bool:
        """Whether the week's cut-off is past."""
        return self.week is not None and self._context.clock.now_ms() >= cutoff_of(self.week)

    def seal(self) -> SealRow | None:
        """The latest seal of the week, as far as this computer knows."""
        return self.seals.get(self.week) if self.week else None

    def set_active(self, active: bool) -> None:
        """The page is shown or hidden."""
        self._active = active
        if active:
            self.refresh()
        else:
            self._asked += 1  # answers that are under way are asked for anew

    def choose(self, kind: BoardKind | None = None, measure: Measure | None = None) -> None:
        """Another board or order."""
        before = self.kind
        self.kind, self.measure = kind or self.kind, measure or self.measure
        if self.kind is BoardKind.WORK and self.measure is Measure.WORKS:
            self.measure = Measure.HEAT
        if self.kind is not before:
            self.ask()
        else:
            self.changed.emit()

    def step(self, by: int) -> None:
        """The week before or after; after the current one comes the whole campaign."""
        last = self.current_week() + 1
        place = min(max((self.week or last) + by, 1), last)
        week = None if place == last else place
        if week != self.week:
            self.week = week
            self.ask()

    def search(self, text: str) -> None:
        """Only rows with this in their names."""
        self.text = text.strip()
        self.changed.emit()

    def rows(self) -> list[BoardRow]:
        """In order, found by the search."""
        if self.board is None:
            return []
        rows = self.board.by(self.measure)
        if not self.text:
            return rows
        wanted = self.text.casefold()
        return [row for row in rows if wanted in _searched(row, self.kind)]

    def refresh(self) -> None:
        """Seals, then the board anew, and what is missing for offline use."""
        boards.seals(self._context, self._got_seals, self)
        boards.bring(self._context, lambda _count: None, lambda _error: None, self)
        exports.catch_up(self._context)

    def ask(self) -> None:
        """The chosen board."""
        self._asked += 1
        asked = self._asked
        self.shown, self.loading = None, True
        self.changed.emit()

        def got(shown: Shown) -> None:
            if asked == self._asked and (shown != self.shown):
                self.shown, self.loading = shown, False
                self.changed.emit()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.loading = False
                self.failed.emit(error)

        boards.show(self._context, self.kind, self.week, got, failed, self)

    def _got_seals(self, seals: list[SealRow]) -> None:
        if not self._active:
            return
        self.seals = {row.week: row for row in seals}
        self.sealed.emit()
        self.ask()

    def _on_changes(self, topics: frozenset[str]) -> None:
        reachable = self._context.sync.network.reachable
        back, self._reachable = reachable and not self._reachable, reachable
        if self._active and (TOPIC in topics or back):
            self.refresh()


def _searched(row: BoardRow, kind: BoardKind) -> str:
    """What the search looks at: names as they are shown, numbers."""
    name = mask_name(row.name) if kind is BoardKind.PERSON else row.name
    return f"{name} {row.number} {mask_name(row.author)}".casefold()
