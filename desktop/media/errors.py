"""Why a file did not come."""

import errno
from typing import Final, Literal

from desktop.store.errors import DiskFullError

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


class BadFileError(Exception):
    """All bytes came, and they are not the file."""


class Stopped(Exception):
    """Somebody asked to stop; what is here stays."""


class NoRoomError(Exception):
    """A file is not fetched: no-room (too little of the disk is free) or quota-full. What is here stays.

    `title` is for the screen; whoever knows the works fills it in.
    """

    def __init__(self, media_id: str, code: Literal["no-room", "quota-full"]) -> None:
        super().__init__(f"{media_id}: {code}")
        self.media_id = media_id
        self.code = code
        self.title = ""


def is_full(error: Exception) -> bool:
    """Whether this says that the disk is full, whoever noticed it."""
    return isinstance(error, DiskFullError) or (isinstance(error, OSError) and error.errno in _FULL)
