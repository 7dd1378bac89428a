"""What the store does with files besides the databases; passed in, so that a simulation can break it."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.store.errors import DiskFullError

_FULL = {errno.EFBIG, errno.ENOSPC, errno.EDQUOT}


class Disk:
    """The real disk."""

    def append(self, file: Path, content: bytes) -> None:
        """Add to the end, on disk when this returns. Raises DiskFullError, OSError: the file is as long as before."""
        with _room():
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                before = os.fstat(handle).st_size
                try:
                    if os.write(handle, content) != len(content):
                        raise OSError(errno.ENOSPC, "short write")
                    os.fsync(handle)
                except OSError:
                    os.ftruncate(handle, before)
                    raise
            finally:
                os.close(handle)

    def cut(self, file: Path, length: int) -> None:
        """Shorten a file, on disk when this returns."""
        with file.open("r+b") as handle:
            handle.truncate(length)
            os.fsync(handle.fileno())

    def write(self, file: Path, content: bytes) -> None:
        """Replace a file at once: written beside it, on disk, renamed. Raises DiskFullError: the old one stays."""
        beside = file.with_name(file.name + ".new")
        beside.unlink(missing_ok=True)
        self.append(beside, content)
        beside.replace(file)
        self.sync_folder(file.parent)

    def sync_folder(self, folder: Path) -> None:
        """Make renames in a folder durable."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def free_bytes(self, folder: Path) -> int:
        """Room left for this user."""
        return shutil.disk_usage(folder).free


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError("there is no room") from error
        raise
