"""Work off the UI thread: one store thread, a small network pool; results come back on the UI thread."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
Done = Callable[[T], object]
Failed = Callable[[Exception], object]
NETWORK_THREADS = 6
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    failed: Failed | None
    owner: QObject | None


class ClosedError(RuntimeError):
    """The desk is shutting down; the work was not started."""


class Lane:
    """A queue of jobs and the daemon threads that take them in order."""

    def __init__(self, name: str, threads: int, finish: Callable[[_Job, Any, Exception | None], None]) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._finish = finish
        self._closed = False
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._serve, name=f"{name}-{n}", daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def submit(self, job: _Job) -> None:
        """Queues a job; ClosedError after `close`."""
        with self._lock:
            if self._closed:
                raise ClosedError("background is closed")
            self._jobs.put(job)

    def is_current(self) -> bool:
        """Whether the caller runs on one of this lane's threads."""
        return threading.current_thread() in self._threads

    def close(self) -> None:
        """Takes no new jobs; those already queued still run."""
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._jobs.put(None)

    def join(self, timeout_s: float) -> bool:
        """Waits for the threads; False when one is still busy after `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            result, error = None, None
            try:
                result = job.work()
            except Exception as caught:
                error = caught
            self._finish(job, result, error)


class Background(QObject):
    """`run` for the network pool, `run_on_store` for the one store thread.

    `done(result)` or `failed(error)` is called on the UI thread, and not at all when `owner` is gone by then, after
    `close`, or when the work found the person gone (ClosedError). An error without `failed` is emitted as `unhandled`.
    """

    unhandled = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = False
        self._network = Lane("network", NETWORK_THREADS, self._finish)
        self._store = Lane("store", 1, self._finish)

    def run(
        self,
        work: Callable[[], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Runs `work` on a network thread."""
        self._network.submit(_Job(work, done, failed, owner))

    def run_on_store(
        self,
        work: Callable[[], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Runs `work` on the store thread, after everything queued before it."""
        self._store.submit(_Job(work, done, failed, owner))

    def call_on_store(self, work: Callable[[], T]) -> T:
        """Runs `work` on the store thread and waits; for network threads. Raises what `work` raises."""
        if self._store.is_current():
            return work()
        ready: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

        def guarded() -> None:
            try:
                ready.put((work(), None))
            except BaseException as error:
                ready.put((None, error))

        self._store.submit(_Job(guarded, None, None, None))
        result, error = ready.get()
        if error is not None:
            raise error
        return result  # type: ignore[return-value]

    def close(self, timeout_s: float = 0.5) -> bool:
        """Stops both lanes; the store's queue is finished. False when a thread was still busy (it is a daemon)."""
        self._closed = True
        self._network.close()
        network_done = self._network.join(timeout_s)
        self._store.close()
        return self._store.join(30.0) and network_done

    def _finish(self, job: _Job, result: Any, error: Exception | None) -> None:
        if shiboken6.isValid(self) and (job.done or error):
            self._finished.emit((job, result, error))

    def _deliver(self, finished: tuple[_Job, Any, Exception | None]) -> None:
        job, result, error = finished
        if isinstance(error, ClosedError):
            return
        gone = job.owner is not None and not shiboken6.isValid(job.owner)
        if gone or (self._closed and (error is None or job.failed)):
            if error is not None:
                level = logging.WARNING if gone else logging.INFO
                log.log(level, "error after its owner had gone: %s", type(error).__name__, exc_info=error)
        elif error is None:
            if job.done is not None:
                job.done(result)
        elif job.failed is not None:
            job.failed(error)
        else:
            self.unhandled.emit(error)
