"""The QR code: squares of one path, with the quiet zone that readers need."""

from typing import Final

import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

QUIET: Final = 4
"""Modules of white on each side."""


def qr_path(content: str, box: QRectF) -> tuple[QRectF, QPainterPath]:
    """(white square, black modules) in the middle of a box."""
    rows = segno.make_qr(content, error="m").matrix
    side = min(box.width(), box.height())
    white = QRectF(0, 0, side, side)
    white.moveCenter(box.center())
    module = side / (len(rows) + 2 * QUIET)
    path = QPainterPath()
    for y, row in enumerate(rows, start=QUIET):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end] == row[start]:
                end += 1
            if row[start]:
                left, top = white.left() + (start + QUIET) * module, white.top() + y * module
                path.addRect(QRectF(left, top, (end - start) * module, module))
            start = end
    return white, path
