"""The bulletin as a file: whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from desktop.bulletin.content import Bulletin
from desktop.bulletin.making import pdf_of, png_of

Code = Literal["disk-full", "not-writable", "is-folder", "not-saved", "cancelled"]
_CODES: Final[dict[int | None, Code]] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "not-writable",
    errno.EPERM: "not-writable",
    errno.EROFS: "not-writable",
    errno.ENOENT: "not-writable",
    errno.ENOTDIR: "not-writable",
    errno.EISDIR: "is-folder",
}


class BulletinNotSavedError(Exception):
    """No file was made, and one that was there is as before; `code` says why."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


def never() -> bool:
    """Nobody cancels."""
    return False


def save_pdf(bulletin: Bulletin, path: Path, cancelled: Callable[[], bool] = never) -> None:
    """The A4 page; off the UI thread too. Raises BulletinNotSavedError."""
    _save(pdf_of, bulletin, path, cancelled)


def save_png(bulletin: Bulletin, path: Path, cancelled: Callable[[], bool] = never) -> None:
    """The long picture; off the UI thread too. Raises BulletinNotSavedError."""
    _save(png_of, bulletin, path, cancelled)


def _save(make: Callable[[Bulletin], bytes], bulletin: Bulletin, path: Path, cancelled: Callable[[], bool]) -> None:
    _go_on(cancelled)
    try:
        if path.is_dir():
            raise BulletinNotSavedError("is-folder")
        content = make(bulletin)
        _go_on(cancelled)
        _replace(path, content, cancelled)
    except (OSError, MemoryError) as error:
        raise BulletinNotSavedError(_CODES.get(getattr(error, "errno", None), "not-saved")) from error


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise BulletinNotSavedError("cancelled")


def _replace(path: Path, content: bytes, cancelled: Callable[[], bool]) -> None:
    beside = path.with_name(f".bulletin-{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _go_on(cancelled)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # the file is there; Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
