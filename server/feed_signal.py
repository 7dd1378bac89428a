"""Wakes long polls when the feed moved, from any thread, without holding a thread or a connection."""

import asyncio
import contextlib
import threading


class FeedSignal:
    """Each waiter has an event of its own loop; `tell` may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loops: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self.closed = False

    def listen(self) -> asyncio.Event:
        """An event that the next `tell` sets; ask before looking at the feed, so that no change falls between."""
        event = asyncio.Event()
        with self._lock:
            self._loops[event] = asyncio.get_running_loop()
        return event

    def forget(self, event: asyncio.Event) -> None:
        """Stop listening."""
        with self._lock:
            self._loops.pop(event, None)

    def tell(self) -> None:
        """The feed moved: wake all who listen."""
        with self._lock:
            waiting = list(self._loops.items())
        for event, loop in waiting:
            with contextlib.suppress(RuntimeError):  # a loop that has closed has nobody to wake
                loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """End all waits now and later: the server stops."""
        self.closed = True
        self.tell()
