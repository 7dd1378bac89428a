"""What a reader finds in a PDF."""

import pypdfium2  # type: ignore[import-untyped]

A4_POINTS = (595, 842)


def text_of(pdf: bytes) -> str:
    """All text of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        words = page.get_textpage()
        text = str(words.get_text_range())
        words.close()
        page.close()
        return text


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """Sizes of the pages in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(round(width), round(height)) for width, height in map(document.get_page_size, range(len(document)))]
