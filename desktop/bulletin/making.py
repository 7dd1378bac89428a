"""The bulletin as the bytes of a PDF and of a PNG; equal bulletins give equal bytes."""

import re
import uuid
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from contract.campaign import from_ms
from desktop.bulletin import words
from desktop.bulletin.content import Bulletin
from desktop.bulletin.forms import PAGE, PHONE
from desktop.bulletin.layout import Sheet, sheet_of
from desktop.bulletin.shapes import Text, font_of, paint
from desktop.ui.searchable_pdf import with_letters_found
from desktop.ui.theme import load_theme

PICTURE_WIDTH: Final = 1080
_DPI: Final = 1200
_INFO_DATE: Final = re.compile(rb"(Date \(D:)\d{14}")
_XMP_DATE: Final = re.compile(rb"(Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def pdf_of(bulletin: Bulletin) -> bytes:
    """One A4 page, portrait, with its fonts inside and its text searchable."""
    sheet = sheet_of(bulletin, PAGE.width)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DPI)
    writer.setTitle(f"{words.TITLE} {words.week_name(bulletin.week)}")
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, repr(bulletin)))))
    _paint(QPainter(writer), sheet, writer.width() / sheet.width)
    letters = "".join(shape.text for shape in sheet.shapes if isinstance(shape, Text))
    fonts = [font_of(16, strong) for strong in (False, True)]
    return _dated(with_letters_found(bytes(buffer.data().data()), letters, fonts), bulletin.at)


def png_of(bulletin: Bulletin) -> bytes:
    """The long picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture_of(bulletin)):
        raise MemoryError("the picture could not be packed")
    return bytes(buffer.data().data())


def picture_of(bulletin: Bulletin, width: int = PICTURE_WIDTH) -> QImage:
    """The long picture, `width` px wide and as tall as needed."""
    return _image(sheet_of(bulletin, PHONE.width), width)


def page_picture_of(bulletin: Bulletin, width: int) -> QImage:
    """The A4 page as a picture, to look at before it is published."""
    return _image(sheet_of(bulletin, PAGE.width), width)


def _image(sheet: Sheet, width: int) -> QImage:
    scale = width / sheet.width
    image = QImage(width, round(sheet.height * scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError("no room for the picture")
    image.fill(load_theme("light").color("surface"))
    _paint(QPainter(image), sheet, scale)
    return image


def _paint(painter: QPainter, sheet: Sheet, scale: float) -> None:
    painter.scale(scale, scale)
    paint(painter, load_theme("light"), sheet.shapes)
    painter.end()


def _dated(pdf: bytes, at: int) -> bytes:
    """With the moment of the boards for the moment of making, in as many bytes."""
    moment = from_ms(at).astimezone()
    pdf = _INFO_DATE.sub(rb"\g<1>" + f"{moment:%Y%m%d%H%M%S}".encode(), pdf)
    return _XMP_DATE.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%S}".encode(), pdf)
