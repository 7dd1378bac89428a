"""From certificates to files: each of them whole or not there, and an older file stays until the new one is whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.certificates.errors import NotWrittenError

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts


class Written(NamedTuple):
    """`path` is the file, or the folder of the files; `left_out` counts revoked certificates."""

    path: Path
    written: int
    left_out: int


def write_certificates(
    facts: Sequence[CertificateFacts],
    server: str,
    target: Path,
    template: Path,
    one_file: bool,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Written:
    """Raises a CertificatesError."""
    raise NotWrittenError
