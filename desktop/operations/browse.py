"""All works, online, page by page (platform admins)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from contract.wire.review import SecondLooks, WorkDetail, WorkPage
from desktop.background import Failed
from desktop.context import AppContext


def works(
    context: AppContext,
    filters: dict[str, str | int | None],
    done: Callable[[WorkPage], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """One page; `filters` as in `GET /works`, with `after` from the page before."""
    context.background.run(lambda: context.api.works(**filters), done, failed, owner)


def work(
    context: AppContext,
    work_id: str,
    done: Callable[[WorkDetail], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """One work whole, with history and the file's facts."""
    context.background.run(lambda: context.api.work(work_id), done, failed, owner)


def second_looks(
    context: AppContext, done: Callable[[SecondLooks], object], failed: Failed, owner: QObject | None = None
) -> None:
    """Open disagreements first."""
    context.background.run(context.api.second_looks, done, failed, owner)
