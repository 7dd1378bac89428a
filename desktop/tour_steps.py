"""What the steps of the tour are made of."""

import time
from collections.abc import Callable

Condition = Callable[[], bool]
"""What a step waits for."""


def after(ms: int) -> Condition:
    """True when `ms` have passed."""
    until = time.monotonic() + ms / 1000
    return lambda: time.monotonic() >= until
