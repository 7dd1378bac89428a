"""From boards to a file: all of it or nothing, and an older file of that name stays until the new one is whole."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from uuid import uuid4

from contract.boards import BoardKind
from contract.week_board import WeekBoard
from desktop.export.cover import cover_facts, excluded_rows
from desktop.export.errors import (
    DiskFullError,
    ExportError,
    FolderReadOnlyError,
    NoFolderError,
    NotWrittenError,
    TargetInUseError,
    TargetIsFolderError,
)
from desktop.export.options import ExportOptions
from desktop.export.sheets import sheets_of

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MISSING: Final = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_HELD: Final = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}


def export_boards(
    boards: Mapping[BoardKind, WeekBoard],
    options: ExportOptions,
    target: Path,
    template: Path,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Writes the workbook of one week to `target`; raises an ExportError.

    `progress` gets rows done and in all; it and `cancelled` are called every 200 rows, on the caller's thread.
    """
    from desktop.export.streaming import Pace
    from desktop.export.workbook import write_workbook

    sheets = sheets_of(boards, options)
    board = next(boards[sheet.kind] for sheet in sheets if sheet.kind)
    facts = cover_facts(boards, sheets, options)
    pace = Pace(sum(sheet.rows for sheet in sheets), progress, cancelled)
    with _beside(target) as file:
        write_workbook(sheets, facts, excluded_rows(board.seal), template, file, pace)


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    """A hidden file that takes the place of `target` at the end, or is gone."""
    beside = target.with_name(f".{target.stem[:40]}.{uuid4().hex}.part")
    try:
        if target.is_dir():
            raise TargetIsFolderError
        file = beside.open("xb")
    except OSError as error:
        raise _told(error, NoFolderError, FolderReadOnlyError) from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_place(beside, target)
    except OSError as error:
        raise _told(error, NotWrittenError, NotWrittenError) from error
    finally:
        beside.unlink(missing_ok=True)


def _take_place(beside: Path, target: Path) -> None:
    try:
        beside.replace(target)
    except OSError as error:
        if error.errno in _HELD:
            raise TargetInUseError from error
        raise


def _told(error: OSError, missing: type[ExportError], forbidden: type[ExportError]) -> ExportError:
    """What the number of an error means here."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _MISSING:
        return missing()
    return forbidden() if error.errno in _FORBIDDEN else NotWrittenError()
