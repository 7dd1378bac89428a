"""What a file is by its first bytes, never by its name, and how large it may be; pure Python."""

from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

from contract.registration import LOGO_BYTES, PROOF_BYTES

HEAD: Final = 1024
"""Bytes that tell what a file is."""
Purpose = Literal["logo", "proof"]
SizeProblem = Literal["empty", "type", "too-large"]


class Kind(StrEnum):
    """What the content is. Only the first four may be sent in; `office` and `program` are found inside archives."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"
    ZIP = "zip"
    OFFICE = "office"
    PROGRAM = "program"
    UNKNOWN = "unknown"


LIMITS: Final[dict[Purpose, dict[Kind, int]]] = {
    "logo": {Kind.JPEG: LOGO_BYTES, Kind.PNG: LOGO_BYTES},
    "proof": {Kind(kind): most for kind, most in PROOF_BYTES.items()},
}
"""Bytes that a file may have, by purpose and kind."""
_STARTS: Final = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"MZ", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
    (b"#!", Kind.PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Kind.PROGRAM),  # a Windows link
    (b"\xca\xfe\xba\xbe", Kind.PROGRAM),
    (b"\xce\xfa\xed\xfe", Kind.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Kind.PROGRAM),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OFFICE),
)


def kind_of(content: Path | bytes) -> Kind:
    """The kind of a file or of bytes. Raises OSError when there is no such file."""
    if isinstance(content, Path):
        with content.open("rb") as file:
            head = file.read(HEAD)
    else:
        head = content[:HEAD]
    kind = next((kind for start, kind in _STARTS if head.startswith(start)), Kind.UNKNOWN)
    if kind is Kind.ZIP and b"[Content_Types].xml" in head:
        return Kind.OFFICE
    if kind is Kind.UNKNOWN and b"%PDF-" in head:  # readers allow a preamble
        return Kind.PDF
    return kind


def problem_with(kind: Kind, size: int, purpose: Purpose) -> SizeProblem | None:
    """Why a file of this kind and size (bytes) cannot be sent in for `purpose`; None when it can."""
    if size == 0:
        return "empty"
    if kind not in LIMITS[purpose]:
        return "type"
    return "too-large" if size > LIMITS[purpose][kind] else None
