"""What the steps of the tour are made of."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.tour import Tour

Condition = Callable[[], bool]
"""What a step waits for."""


def after(ms: int) -> Condition:
    """True when `ms` have passed."""
    until = time.monotonic() + ms / 1000
    return lambda: time.monotonic() >= until


def change_to(tour: Tour, role: str) -> Iterator[Condition]:
    """Somebody else comes to the desk."""
    desk = tour.desk
    assert desk.demo is not None
    account = next(one for one in desk.demo.server.accounts() if one.role == role)
    before = tour.context
    desk.change_to(account)
    yield lambda: desk.app_context not in (None, before)
    yield after(400)
