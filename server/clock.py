"""The server's clock: a function that gives milliseconds since 1970-01-01 UTC."""

import time
from collections.abc import Callable
from datetime import datetime

from contract.campaign import SHANGHAI, to_ms

Clock = Callable[[], int]


def system_clock() -> int:
    """The machine's time in ms."""
    return time.time_ns() // 1_000_000


def shifted_clock(start: str, base: Clock = system_clock) -> Clock:
    """A clock that shows the ISO moment `start` now and runs on from there; without a zone it is Asia/Shanghai."""
    moment = datetime.fromisoformat(start)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=SHANGHAI)
    offset = to_ms(moment) - base()
    return lambda: base() + offset


def clock_of(now_setting: str) -> Clock:
    """The clock that the setting `now` asks for."""
    return shifted_clock(now_setting) if now_setting else system_clock
