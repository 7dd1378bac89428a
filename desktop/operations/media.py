"""What a person can do with the files on this computer, and the pictures of works that are not claimed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import Store, queries, registrations

POSTER_MAX = 4 * 1024 * 1024
"""Bytes; a larger answer is no poster."""


def clear(
    context: AppContext,
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Removes every file of works that are neither to be reviewed nor waiting in the outbox; `done(bytes freed)`.

    What is needed is asked of the store: the downloads may not have looked at the queue yet.
    """

    def work() -> int:
        freed = context.media.clear(keep=context.local_store.call(_needed))
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


def _needed(store: Store) -> set[str]:
    """Files of claimed works, of open registrations and of decisions that have not been acknowledged."""
    queue = {id for work in queries.queue(store) for id in (work.media_id, work.poster_id) if id}
    return queue | set(registrations.files_to_fetch(store)) | queries.files_of_unanswered(store)


def _poster(context: AppContext, poster_id: str) -> bytes:
    path = context.media.path_of(poster_id)
    if path is not None:
        return path.read_bytes()
    address = next(iter(context.api.media_urls([poster_id]).urls), None)
    if address is None or address.bytes > POSTER_MAX:
        return b""
    with context.api.transport.stream(address.url, {}) as response:
        return bytes(response.content) if response.status_code == 200 else b""
