"""Ask a limited child what a document is, or for a picture of it; no file makes the caller crash, hang or grow."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from inspection.documents.sniff import Kind
from inspection.limited import Limits, ask

_log = logging.getLogger(__name__)
MOST_BYTES: Final = 64 * 1024**2
"""No document that may be sent in is larger; larger files are not opened."""
MAX_SIDE: Final = 4000
"""Pixels of the longest picture that is made."""
LOOKING: Final = Limits(cpu_s=10, wall_s=20.0)
RENDERING: Final = Limits(cpu_s=10, wall_s=20.0, answer=MAX_SIDE * MAX_SIDE * 3 + 4096)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive. `state`: preview, listed (may only be named), blocked (never opened; `problem` says why).

    Problems: program, unsafe-name, encrypted, too-big, broken, method.
    """

    index: int
    name: str
    bytes: int
    kind: Kind
    state: Literal["preview", "listed", "blocked"]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What can be shown. Width and height in upright pixels (a PDF's first page in points), 0 for archives.

    `problem` is what to tell about an archive that can be listed: unsafe-name, encrypted, program.
    """

    kind: Kind
    bytes: int
    width: int = 0
    height: int = 0
    pages: int = 1
    entries: tuple[Entry, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Upright RGB pixels, 3 bytes each, rows without padding; `full_*` is the size without shrinking (PDF: points)."""

    width: int
    height: int
    full_width: int
    full_height: int
    pages: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to show.

    missing, empty, type, too-large, encrypted, broken, too-many-pixels, too-many-entries, too-big-inside, bomb,
    too-deep, blocked (that entry is not opened), limit (it took too much time, memory or output).
    """

    code: str
    detail: str = ""


def look(file: Path, limits: Limits = LOOKING) -> DocumentFacts | Refused:
    """What `file` is; always answers within the limits."""
    answer = _ask({"command": "look"}, file, limits)
    if isinstance(answer, Refused):
        return answer
    try:
        said: dict[str, Any] = json.loads(answer)
        if "refused" in said:
            return Refused(str(said["refused"]), str(said.get("detail", ""))[:200])
        entries = tuple(Entry(**one | {"kind": Kind(one["kind"])}) for one in said.pop("entries", ()))
        return DocumentFacts(**said | {"kind": Kind(said["kind"]), "entries": entries})
    except (ValueError, TypeError, KeyError):
        return Refused("broken", "no answer")


def render(
    file: Path, page: int = 0, entry: int | None = None, max_side: int = 1600, limits: Limits = RENDERING
) -> Picture | Refused:
    """A picture of an image or a page, at most `max_side` pixels long; `entry` is the index of a file in an archive.

    Pages are stretched to that size, images only shrunk.
    """
    wanted = {"command": "render", "page": page, "entry": entry, "max_side": max(16, min(max_side, MAX_SIDE))}
    answer = _ask(wanted, file, limits)
    if isinstance(answer, Refused):
        return answer
    try:
        head, _, pixels = answer.partition(b"\n")
        said: dict[str, Any] = json.loads(head)
        if "refused" in said:
            return Refused(str(said["refused"]), str(said.get("detail", ""))[:200])
        picture = Picture(**said, pixels=pixels)
    except (ValueError, TypeError, KeyError):
        return Refused("broken", "no answer")
    return picture if len(pixels) == picture.width * picture.height * 3 else Refused("broken", "cut answer")


def _ask(wanted: dict[str, Any], file: Path, limits: Limits) -> bytes | Refused:
    """Run the child to its end, or to a limit's."""
    try:
        size = file.stat().st_size
    except OSError:
        return Refused("missing")
    if size == 0 or size > MOST_BYTES:
        return Refused("too-large" if size else "empty")
    answer = ask("inspection.documents.child", wanted, file, limits)
    if isinstance(answer, bytes):
        return answer
    if answer.limit:
        return Refused("limit", answer.limit)
    _log.info("looking at the document %s ended with status %d", file.name, answer.status)
    return Refused("broken", f"ended with status {answer.status}")
