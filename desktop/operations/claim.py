"""Claiming works, keeping them, giving them back; all of it needs the server.

What travels on the wire is loaded on the network thread: the first screen comes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from secrets import token_bytes
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from contract.ids import uuid7
from desktop.background import Failed
from desktop.context import AppContext
from desktop.store.cache import bucket_of_person

if TYPE_CHECKING:
    from desktop.sync_engine import RenewOutcome

T = TypeVar("T")
TOPICS = frozenset({"work", "lease"})
BATCH = 20


def claim(
    context: AppContext,
    *,
    count: int = BATCH,
    region: str | None = None,
    theme: str | None = None,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Claims up to `count` works, oldest first; they are in the queue when `done(number granted)` is called."""
    key = uuid7(context.clock.now_ms(), token_bytes)
    bucket = bucket_of_person(context.person.id)

    def work() -> int:
        from contract.wire.review import ClaimAsk, ClaimFilter

        ask = ClaimAsk(count=count, filter=ClaimFilter(region=region, theme=theme))
        return context.sync.engine.claim(ask, key, bucket)

    _run(context, work, done, failed, owner)


def claim_work(
    context: AppContext,
    work_id: str,
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Claims this one, when it is free."""
    bucket = bucket_of_person(context.person.id)

    def work() -> int:
        return context.sync.engine.take(context.api.claim_work(work_id), bucket)

    _run(context, work, done, failed, owner)


def take_over(
    context: AppContext,
    work_id: str,
    reason: str,
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Takes a work from whoever holds it; the reason goes into the audit."""
    bucket = bucket_of_person(context.person.id)

    def work() -> int:
        from contract.wire.review import TakeOverAsk

        return context.sync.engine.take(context.api.take_over(work_id, TakeOverAsk(reason=reason)), bucket)

    _run(context, work, done, failed, owner)


def renew(
    context: AppContext,
    *,
    hours: int = 12,
    done: Callable[[RenewOutcome], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Renews everything held and not decided."""
    _run(context, lambda: context.sync.engine.renew(hours), done, failed, owner)


def release(
    context: AppContext,
    works: Sequence[tuple[str, int]],
    *,
    done: Callable[[int], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Gives works (id, lease token) back; decisions already made stay. `done(number given back)`."""
    _run(context, lambda: context.sync.engine.release(list(works)), done, failed, owner)


def _run(
    context: AppContext,
    work: Callable[[], T],
    done: Callable[[T], object] | None,
    failed: Failed | None,
    owner: QObject | None,
) -> None:
    def work_and_announce() -> T:
        result = work()
        context.changes.announce(TOPICS)  # here, so that it also comes when the asking widget has gone
        return result

    context.background.run(work_and_announce, done, failed, owner)
