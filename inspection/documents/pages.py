"""PDF pages by PDFium; runs only inside the limited child."""

from math import isfinite
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from inspection.documents.pictures import shown_pixels
from inspection.documents.refused import RefusedError

_PASSWORD: Final = 4
_SECURITY: Final = 5
_LARGEST: Final = 1_000_000
"""Points of a page's side; a stretch of more is nonsense."""


def size(content: bytes) -> tuple[int, int, int]:
    """Width and height of the first page in points, and the number of pages."""
    document = _open(content)
    width, height = _size(document[0])
    return round(width), round(height), len(document)


def render(content: bytes, page: int, max_side: int) -> tuple[dict[str, int], bytes]:
    """One page, counted from 0, stretched to `max_side`."""
    document = _open(content)
    if not 0 <= page < len(document):
        raise RefusedError("broken", "no such page")
    sheet = document[page]
    width, height = _size(sheet)
    image = sheet.render(scale=max_side / max(width, height)).to_pil()
    shown = shown_pixels(image, max_side)
    sizes = {"width": shown.width, "height": shown.height, "full_width": round(width), "full_height": round(height)}
    return sizes | {"pages": len(document)}, shown.tobytes()


def _open(content: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (_PASSWORD, _SECURITY)
        raise RefusedError("encrypted" if locked else "broken") from None
    if len(document) == 0:
        raise RefusedError("broken", "no pages")
    return document


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    if not (isfinite(width) and isfinite(height) and 0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise RefusedError("broken", "size of page")
    return width, height
