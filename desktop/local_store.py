"""The store, seen from the UI: questions and changes run on the store thread, changes are announced after commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.background import Background, ClosedError, Done, Failed
from desktop.changes import Changes

if TYPE_CHECKING:  # the store is not needed for the first window
    from desktop.store import Store

T = TypeVar("T")


class LocalStore:
    """One person's store behind the store thread. All callbacks come on the UI thread."""

    def __init__(self, store: Store, background: Background, changes: Changes) -> None:
        self._store = store
        self._background = background
        self._changes = changes
        self._closed = False

    def read(
        self,
        query: Callable[[Store], T],
        done: Done[T],
        owner: QObject | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Asks `query(store)`; it must not write. Nothing happens after `close`."""
        if self._closed:
            return
        self._background.run_on_store(lambda: query(self._store), done, failed, owner)

    def write(
        self,
        mutation: Callable[[Store], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        topics: Iterable[str] = ("outbox",),
    ) -> None:
        """Runs `mutation(store)`, which commits; then `done` is called and `topics` are announced, in this order.

        Nothing happens after `close`.
        """
        if self._closed:
            return

        def commit_and_announce() -> T:
            result = mutation(self._store)
            self._changes.announce(topics)  # here, so that it also comes when the asking widget has gone
            return result

        self._background.run_on_store(commit_and_announce, done, failed, owner)

    def call(self, fn: Callable[[Store], T]) -> T:
        """Runs `fn(store)` on the store thread and waits; for network threads only. ClosedError after `close`."""
        if self._closed:
            raise ClosedError("the person has left")
        return self._background.call_on_store(lambda: fn(self._store))

    def close(self) -> None:
        """Closes the store after everything queued; a sync still under way then finds it closed and ends."""
        self._closed = True
        self._background.run_on_store(self._store.close)
