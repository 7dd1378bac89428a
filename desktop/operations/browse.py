"""All works, online, page by page (platform admins)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext

if TYPE_CHECKING:
    from contract.wire.review import SecondLooks, WorkDetail, WorkPage


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
    context.background.run(lambda: context.api.second_looks(), done, failed, owner)
