"""Certificates as the bytes of a PDF: the template's page, the letters of the fields, the QR code."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.certificates import words
from desktop.certificates.errors import LettersMissingError, TextTooLongError
from desktop.certificates.fitting import Line, fitted, font_of, lacks_letters
from desktop.certificates.qr import qr_path
from desktop.certificates.template import PAGE, QR, Template
from desktop.ui.searchable_pdf import with_letters_found

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts

_DPI: Final = 1200
_SENTENCE: Final = "text"


class Page(NamedTuple):
    """A certificate laid out; `address` is what its QR code says."""

    facts: CertificateFacts
    lines: list[tuple[Line, QColor]]
    address: str


def page_of(facts: CertificateFacts, server: str, template: Template) -> Page:
    """Raises TextTooLongError, LettersMissingError."""
    lines = []
    for name, text in words.texts(facts).items():
        field = template.fields[name]
        found = fitted(text, field.letters, field.box, wraps_first=name == _SENTENCE)
        if found is None:
            raise TextTooLongError(facts.number, name)
        if any(lacks_letters(line) for line in found):
            raise LettersMissingError(facts.number, text)
        lines += [(line, field.color) for line in found]
    return Page(facts, lines, words.address(server, facts.code))


def pdf_of(pages: Sequence[Page], template: Template, painted: Callable[[int], None] = lambda count: None) -> bytes:
    """With fonts inside and searchable text; `painted` is told after each page, and may raise to stop."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    first, last = pages[0].facts, pages[-1].facts
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    )
    writer.setResolution(_DPI)
    writer.setTitle(words.title(first) if len(pages) == 1 else words.title_of_all(first, last, len(pages)))
    with _painting(writer) as painter:
        painter.scale(writer.width() / PAGE.width(), writer.height() / PAGE.height())
        for count, page in enumerate(pages, start=1):
            if count > 1:
                writer.newPage()
            _paint(painter, page, template)
            painted(count)
    return _searchable(bytes(buffer.data().data()), pages, template)


@contextlib.contextmanager
def _painting(writer: QPdfWriter) -> Iterator[QPainter]:
    painter = QPainter(writer)
    try:
        yield painter
    finally:
        painter.end()


def _paint(painter: QPainter, page: Page, template: Template) -> None:
    painter.save()
    template.page.render(painter, PAGE)
    painter.restore()
    for line, color in page.lines:
        painter.setFont(line.font)
        painter.setPen(color)
        painter.drawText(line.at, line.text)
    white, modules = qr_path(page.address, template.fields[QR].box)
    painter.fillRect(white, Qt.GlobalColor.white)
    painter.fillPath(modules, Qt.GlobalColor.black)


def _searchable(pdf: bytes, pages: Sequence[Page], template: Template) -> bytes:
    lines = [line for page in pages for line, _ in page.lines]
    letters = {(field.letters.families, field.letters.bold): field.letters for field in template.fields.values()}
    fonts = [*template.fonts, *(font_of(one, 16) for one in letters.values())]
    return with_letters_found(pdf, template.text + "".join(line.text for line in lines), fonts)
