"""Wakes long polls when their buckets moved, from any thread, without holding a thread or a connection."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Set


class FeedSignal:
    """Each waiter has an event of its own loop and the buckets it listens to; `tell` may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()  # a signal handler may come between
        self._waiters: dict[asyncio.Event, tuple[asyncio.AbstractEventLoop, Set[str]]] = {}
        self.closed = False
        """The server stops: long polls end."""

    @contextlib.contextmanager
    def listening(self, buckets: Set[str]) -> Iterator[asyncio.Event]:
        """An event that the next change of a bucket sets; enter before looking at the feed, so that none is missed."""
        event = asyncio.Event()
        with self._lock:
            self._waiters[event] = asyncio.get_running_loop(), buckets
        try:
            yield event
        finally:
            with self._lock:
                del self._waiters[event]

    def tell(self, buckets: Set[str]) -> None:
        """These buckets moved."""
        with self._lock:
            woken = [(event, loop) for event, (loop, wanted) in self._waiters.items() if buckets & wanted]
        _wake(woken)

    def close(self) -> None:
        """End all waits now and later: the server stops."""
        self.closed = True
        with self._lock:
            woken = [(event, loop) for event, (loop, _) in self._waiters.items()]
        _wake(woken)


def _wake(woken: list[tuple[asyncio.Event, asyncio.AbstractEventLoop]]) -> None:
    for event, loop in woken:
        with contextlib.suppress(RuntimeError):  # a loop that has closed has nobody to wake
            loop.call_soon_threadsafe(event.set)
