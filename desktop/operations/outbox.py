"""What a person can do with the outbox as a whole."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import outbox


def retry_now(context: AppContext, *, done: Callable[[int], object] | None = None) -> None:
    """Failed and parked rows go out now; `done(their number)`."""
    context.local_store.write(outbox.retry_now, done, topics=("outbox",))
    context.sync.sync_now()


def export(
    context: AppContext,
    file: Path,
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Writes what has not been delivered as JSON lines; `done(number of lines)`."""
    context.local_store.write(lambda store: outbox.export(store, file), done, failed, owner, topics=())
