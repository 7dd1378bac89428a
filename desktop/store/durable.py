"""One change of the outbox: in the log first, then in the database, or in neither."""

from collections.abc import Callable
from typing import Any, TypeVar

from desktop.store.database import Database
from desktop.store.errors import DiskFullError
from desktop.store.store import Store

T = TypeVar("T")
Event = dict[str, Any]
Change = Callable[[Database], tuple[T, list[Event]]]
"""Changes rows; gives its result and the lines for the log."""


def durably(store: Store, change: Change[T]) -> T:
    """The result of `change`, once it is on disk twice; a full disk gives the ballast for it.

    Raises DiskFullError: nothing was changed.
    """
    if store.has_ballast:
        try:
            return _once(store, change)
        except DiskFullError:
            store.drop_ballast()
    return _once(store, change)


def _once(store: Store, change: Change[T]) -> T:
    length = store.journal.length()
    try:
        with store.outbox.begin() as database:
            result, events = change(database)
            store.journal.write(events)
    except BaseException:
        store.journal.cut(length)
        raise
    return result
