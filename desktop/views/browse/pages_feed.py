"""Pages of works by keyset; an answer to a question that is no longer asked is dropped."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from contract.wire.review import WorkPage, WorkSummary
from desktop.context import AppContext
from desktop.operations import browse

PAGE: Final = 100
TYPING_MS: Final = 300
Sort = Literal["newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What `GET /works` is asked for; None and "" mean all."""

    state: str | None = None
    region: str | None = None
    theme: str | None = None
    text: str = ""
    sort: Sort = "newest"

    @property
    def narrows(self) -> bool:
        """Whether some works are left out."""
        return bool(self.state or self.region or self.theme or self.text.strip())


class PagesFeed(QObject):
    """`works` grow page by page; `error` is why the last question got no answer."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter()
        self._question = 0
        self._next: str | None = None
        self.works: list[WorkSummary] = []
        self.total: int | None = None
        self.loading = False
        self.error: Exception | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.reload)

    @property
    def filter(self) -> Filter:
        """What is asked for now."""
        return self._filter

    @property
    def has_more(self) -> bool:
        """Whether there is a next page to ask for."""
        return self._next is not None and self.error is None

    def set_filter(self, wanted: Filter, typing: bool = False) -> None:
        """Asks anew; while somebody types, only after a short pause."""
        if wanted == self._filter:
            return
        self._filter = wanted
        if typing:
            self._typing.start()
        else:
            self.reload()

    def reload(self) -> None:
        """The first page; what is on screen stays until the answer is here."""
        self._typing.stop()
        self._ask("")

    def more(self) -> None:
        """The next page."""
        if self._next is not None and not self.loading:
            self._ask(self._next)

    def replace(self, work: WorkSummary) -> None:
        """Newer facts about one work."""
        self.works = [work if one.id == work.id else one for one in self.works]
        self.changed.emit()

    def stop(self) -> None:
        """Whatever is asked no longer matters."""
        self._typing.stop()
        self._question += 1
        self.loading = False

    def _ask(self, cursor: str) -> None:
        self._question += 1
        question, wanted = self._question, self._filter
        self.loading, self.error = True, None
        asked: dict[str, str | int | None] = {
            "state": wanted.state, "region": wanted.region, "theme": wanted.theme, "text": wanted.text.strip(),
            "sort": wanted.sort, "cursor": cursor, "limit": PAGE,
        }  # fmt: skip
        browse.works(
            self._context,
            asked,
            lambda page: self._got(question, cursor, page),
            lambda error: self._failed(question, error),
            self,
        )
        self.changed.emit()

    def _got(self, question: int, cursor: str, page: WorkPage) -> None:
        if question != self._question:
            return
        known = {work.id for work in self.works} if cursor else set()
        self.works = [*(self.works if cursor else ()), *(work for work in page.items if work.id not in known)]
        self._next, self.total, self.loading = page.next, page.total, False
        self.changed.emit()

    def _failed(self, question: int, error: Exception) -> None:
        if question == self._question:
            self.error, self.loading = error, False
            self.changed.emit()
