"""Fetches the work at the right with its picture, and the author's phone; late answers are dropped."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from contract.wire.review import WorkDetail, WorkSummary
from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import browse, media, reveal
from desktop.views.browse.detail import Detail


class DetailFeed(QObject):
    """Fills one Detail."""

    def __init__(self, context: AppContext, detail: Detail) -> None:
        super().__init__(detail)
        self._context, self._detail = context, detail
        self._question, self._asked = 0, ""
        self._posters: dict[str, QPixmap] = {}
        detail.reveal_wanted.connect(self._reveal)
        detail.retry_wanted.connect(lambda: self.show_id(self._asked))

    def show(self, work: WorkSummary) -> None:
        """What the list knows at once, the rest when it is here."""
        fresh = self._detail.work is None or self._detail.work.id != work.id
        if fresh:
            self._detail.show_waiting(work, self._context.clock.now_ms())
        self.show_id(work.id)

    def show_id(self, work_id: str) -> None:
        """One work by its id."""
        if not work_id:
            return
        self._question, self._asked = self._question + 1, work_id
        question = self._question
        browse.work(
            self._context,
            work_id,
            lambda work: self._got(question, work),
            lambda error: self._failed(question, error),
            self,
        )

    def stop(self) -> None:
        """Whatever is asked no longer matters; a number that is shown is hidden."""
        self._question += 1
        self._detail.hide_phone()

    def _got(self, question: int, work: WorkDetail) -> None:
        if question != self._question:
            return
        self._detail.show_work(work, self._context.clock.now_ms())
        if work.poster_id is None:
            self._detail.show_poster(None)
        elif work.poster_id in self._posters:
            self._detail.show_poster(self._posters[work.poster_id])
        else:
            self._detail.show_poster(None)
            self._ask_poster(question, work.poster_id)

    def _ask_poster(self, question: int, poster_id: str) -> None:
        def got(content: bytes) -> None:
            picture = QPixmap()
            picture.loadFromData(content)
            self._posters[poster_id] = picture
            if question == self._question:
                self._detail.show_poster(picture)

        media.poster(self._context, poster_id, got, lambda error: self._no_poster(error), self)

    def _no_poster(self, error: Exception) -> None:
        """The sign for no picture stays; only what nobody expected is told."""
        if explain(error) is None:
            self._context.background.unhandled.emit(error)

    def _failed(self, question: int, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        elif question == self._question:
            self._detail.show_failure(failure.what, failure.do)

    def _reveal(self, work_id: str) -> None:
        question = self._question
        reveal.reveal_phone(
            self._context,
            work_id,
            lambda phone: self._detail.phone.show_full(phone) if question == self._question else None,
            lambda error: self._not_revealed(question, error),
            self,
        )

    def _not_revealed(self, question: int, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        elif question == self._question:
            self._detail.phone.failed(failure.what)
