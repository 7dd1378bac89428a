"""Facts and pictures of one document; runs only inside the limited child."""

from pathlib import Path
from typing import Any

from inspection.documents import archive, pages, pictures
from inspection.documents.refused import RefusedError
from inspection.documents.sniff import Kind, kind_of

__all__ = ["RefusedError", "facts", "picture"]


def facts(file: Path) -> dict[str, Any]:
    """DocumentFacts as JSON values; raises RefusedError, or whatever a decoder raises."""
    kind, size = kind_of(file), file.stat().st_size
    said: dict[str, Any] = {"kind": kind, "bytes": size}
    if kind in pictures.FORMATS:
        width, height = pictures.size(file.read_bytes(), kind)
        return said | {"width": width, "height": height}
    if kind is Kind.PDF:
        width, height, count = pages.size(file.read_bytes())
        return said | {"width": width, "height": height, "pages": count}
    if kind is Kind.ZIP:
        entries, problem = archive.listing(file)
        return said | {"entries": entries, "problem": problem}
    raise RefusedError("type")


def picture(file: Path, page: int, entry: int | None, max_side: int) -> tuple[dict[str, int], bytes]:
    """A picture's sizes and its pixels."""
    content = file.read_bytes() if entry is None else archive.content(file, entry)
    kind = kind_of(content)
    if kind in pictures.FORMATS:
        return pictures.render(content, kind, max_side)
    if kind is Kind.PDF:
        return pages.render(content, page, max_side)
    raise RefusedError("type")
