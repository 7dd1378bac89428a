"""What a person can do with the files on this computer, and the pictures of works that are not claimed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext

POSTER_MAX = 4 * 1024 * 1024
"""Bytes; a larger answer is no poster."""


def clear(
    context: AppContext,
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Removes every file that no undecided work needs; `done(bytes freed)`."""

    def work() -> int:
        freed = context.media.clear()
        context.changes.announce({"media"})
        return freed

    context.background.run(work, done, failed, owner)


def retry(context: AppContext, media_id: str) -> None:
    """Fetches a file again that could not be had or was damaged."""
    context.media.retry(media_id)
    context.changes.announce({"media"})
    context.prefetch.go_on()


def poster(
    context: AppContext,
    poster_id: str,
    done: Callable[[bytes], object],
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """The picture of any work, from this computer or the server; empty when there is none."""
    context.background.run(lambda: _poster(context, poster_id), done, failed, owner)


def _poster(context: AppContext, poster_id: str) -> bytes:
    path = context.media.path_of(poster_id)
    if path is not None:
        return path.read_bytes()
    address = next(iter(context.api.media_urls([poster_id]).urls), None)
    if address is None or address.bytes > POSTER_MAX:
        return b""
    with context.api.transport.stream(address.url, {}) as response:
        return bytes(response.content) if response.status_code == 200 else b""
