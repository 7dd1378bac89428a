"""From certificates to files: each of them whole or not there, and an older file stays until the new one is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from contract.certificates import CertificateState
from desktop.certificates import words
from desktop.certificates.errors import (
    CertificatesCancelledError,
    CertificatesError,
    DiskFullError,
    FolderReadOnlyError,
    NoFolderError,
    NotWrittenError,
    NoValidCertificateError,
    TargetInUseError,
    TargetIsFolderError,
)
from desktop.certificates.making import Page, page_of, pdf_of
from desktop.certificates.template import Template, load_template

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MISSING: Final = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_HELD: Final = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}


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
    finished: Callable[[CertificateFacts], object] = lambda facts: None,
) -> Written:
    """All pages in the file `target`, or a file for each in the folder `target`; never a revoked one.

    What cannot be painted is found before anything is written. `finished` is told of each certificate that is in a
    whole file. Raises a CertificatesError.
    """
    every = {one.id: one for one in facts}.values()
    valid = [one for one in every if one.state == CertificateState.VALID]
    if not valid:
        raise NoValidCertificateError
    _look_at(target, one_file)
    look = load_template(template)
    progress(0, len(valid))
    pages = []
    for one in valid:
        _go_on(cancelled)
        pages.append(page_of(one, server, look))
    if one_file:
        _write_one(pages, look, target, progress, cancelled)
        for one in valid:
            finished(one)
    else:
        _write_each(pages, look, target, progress, cancelled, finished)
    return Written(target, len(pages), len(every) - len(valid))


def _look_at(target: Path, one_file: bool) -> None:
    try:
        if one_file and target.is_dir():
            raise TargetIsFolderError
        if not (target.parent if one_file else target).is_dir():
            raise NoFolderError
    except OSError as error:
        raise _told(error) from error


def _write_one(
    pages: list[Page], look: Template, target: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> None:
    def painted(count: int) -> None:
        progress(count, len(pages))
        _go_on(cancelled)

    _replace(target, pdf_of(pages, look, painted), cancelled)
    _sync_folder(target.parent)


def _write_each(
    pages: list[Page],
    look: Template,
    target: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    finished: Callable[[CertificateFacts], object],
) -> None:
    written = 0
    try:
        for page in pages:
            _go_on(cancelled)
            _replace(target / words.file_name(page.facts), pdf_of([page], look), cancelled)
            written += 1
            finished(page.facts)
            progress(written, len(pages))
    except CertificatesError as error:
        error.written = written
        raise
    finally:
        _sync_folder(target)


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CertificatesCancelledError


def _replace(path: Path, content: bytes, cancelled: Callable[[], bool]) -> None:
    """Written beside, then in the place of `path` at once."""
    beside = path.with_name(f".certificate-{secrets.token_hex(8)}.part")
    try:
        if path.is_dir():
            raise TargetIsFolderError
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _go_on(cancelled)
        _take_place(beside, path)
    except OSError as error:
        raise _told(error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _take_place(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except OSError as error:
        if error.errno in _HELD:
            raise TargetInUseError from error
        raise


def _told(error: OSError) -> CertificatesError:
    """What the number of an error means here."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _MISSING:
        return NoFolderError()
    return FolderReadOnlyError() if error.errno in _FORBIDDEN else NotWrittenError()


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # the files are there; Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
