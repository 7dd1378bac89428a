"""Pictures of papers: drawn in a limited child, kept for going back and forth, made ready for the next registration."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.context import AppContext
from desktop.operations import registrations as operation
from inspection.documents.looking import DocumentFacts, Picture, Refused

FIRST_SIDE: Final = 1600
"""Pixels of the longest side of the first picture of a page; zooming asks for more."""
LOGO_SIDE: Final = 256
KEPT: Final = 8
"""Pages at up to 8 MB."""


class Page(NamedTuple):
    """A page of a file, or of a file inside an archive."""

    media_id: str
    entry: int | None = None
    page: int = 0


Answer = Picture | Refused


class Papers(QObject):
    """Answers by callbacks, at once where the answer is known. Nothing is remembered of files that are not here yet."""

    logo_ready = Signal(str)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages: OrderedDict[Page, Answer] = OrderedDict()
        self._asked: dict[Page, list[Callable[[Answer], object]]] = {}
        self._facts: dict[str, DocumentFacts | Refused] = {}
        self._logos: dict[str, QPixmap] = {}
        self._wanted_logos: dict[str, None] = {}
        self._logo_under_way = ""

    def draw(self, page: Page, done: Callable[[Answer], object]) -> None:
        """The page at its first size."""
        known = self._pages.get(page)
        if known is not None:
            self._pages.move_to_end(page)
            done(known)
            return
        waiting = self._asked.setdefault(page, [])
        waiting.append(done)
        if len(waiting) == 1:
            self._draw(page, FIRST_SIDE, lambda answer: self._drawn(page, answer))

    def draw_sharper(self, page: Page, side: int, done: Callable[[Answer], object]) -> None:
        """The page with its long side at `side` px; not kept."""
        self._draw(page, side, done)

    def warm(self, page: Page) -> None:
        """Draws it in advance when it is here."""
        if self._context.media.path_of(page.media_id) is not None:
            self.draw(page, lambda _answer: None)

    def look(self, media_id: str, done: Callable[[DocumentFacts | Refused], object]) -> None:
        """What a file is, or lists."""
        if media_id in self._facts:
            done(self._facts[media_id])
            return

        def answered(facts: DocumentFacts | Refused) -> None:
            if not _is_missing(facts):
                self._facts[media_id] = facts
            done(facts)

        operation.look_at(self._context, media_id, answered, self._context.background.unhandled.emit, self)

    def logo(self, media_id: str) -> QPixmap | None:
        """A logo when it has been drawn; asks for it otherwise and says `logo_ready`."""
        known = self._logos.get(media_id)
        if known is None and media_id != self._logo_under_way and self._context.media.path_of(media_id) is not None:
            self._wanted_logos[media_id] = None
            self._next_logo()
        return known

    def _draw(self, page: Page, side: int, done: Callable[[Answer], object]) -> None:
        operation.draw(
            self._context, page.media_id, done, page=page.page, entry=page.entry, max_side=side,
            failed=self._context.background.unhandled.emit, owner=self,
        )  # fmt: skip

    def _drawn(self, page: Page, answer: Answer) -> None:
        if not _is_missing(answer):
            self._pages[page] = answer
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        for done in self._asked.pop(page, []):
            done(answer)
        self._next_logo()

    def _next_logo(self) -> None:
        """One at a time, and only while no paper is waited for."""
        if self._logo_under_way or self._asked or not self._wanted_logos:
            return
        media_id = self._logo_under_way = next(iter(self._wanted_logos))
        del self._wanted_logos[media_id]
        self._draw(Page(media_id), LOGO_SIDE, lambda answer: self._logo_drawn(media_id, answer))

    def _logo_drawn(self, media_id: str, answer: Answer) -> None:
        self._logo_under_way = ""
        if not _is_missing(answer):
            self._logos[media_id] = QPixmap.fromImage(image_of(answer)) if isinstance(answer, Picture) else QPixmap()
            self.logo_ready.emit(media_id)
        self._next_logo()


def image_of(picture: Picture) -> QImage:
    """Qt's picture of the pixels, with a copy of its own."""
    shape = picture.width, picture.height, picture.width * 3
    return QImage(picture.pixels, *shape, QImage.Format.Format_RGB888).copy()


def _is_missing(answer: object) -> bool:
    return isinstance(answer, Refused) and answer.code == "missing"
