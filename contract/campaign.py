"""The campaign's fixed rules: period, weeks, themes, limits of a work (activity guide of August 2024)."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Final

SHANGHAI: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has kept one offset without daylight saving since 1991, so a fixed zone is exact for the campaign."""

MAX_WORK_BYTES: Final = 104_857_600
MAX_WORK_MS: Final = 120_000
DAY_MS: Final = 86_400_000
WEEK_MS: Final = 7 * DAY_MS


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970-01-01 UTC of an aware datetime."""
    return round(moment.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    """The UTC datetime of `ms`."""
    return datetime.fromtimestamp(ms / 1000, UTC)


CAMPAIGN_START_MS: Final = to_ms(datetime(2024, 8, 5, tzinfo=SHANGHAI))
CAMPAIGN_END_MS: Final = to_ms(datetime(2024, 12, 1, tzinfo=SHANGHAI))
"""Exclusive: the first moment after 2024-11-30."""
CAMPAIGN_WEEKS: Final = 17
CAMPAIGN_DAYS: Final = (CAMPAIGN_END_MS - CAMPAIGN_START_MS) // DAY_MS


class Theme(StrEnum):
    """The five themes of the guide."""

    PLENUM = "plenum"
    COLLEAGUES = "colleagues"
    PRODUCTIVITY = "productivity"
    SKILL = "skill"
    MODEL_WORKER = "model_worker"


THEME_NAMES: Final[dict[Theme, str]] = {
    Theme.PLENUM: "党的二十届三中全会精神体会",
    Theme.COLLEAGUES: "身边职工故事",
    Theme.PRODUCTIVITY: "新质生产力实践",
    Theme.SKILL: "过硬本领与先进经验",
    Theme.MODEL_WORKER: "劳模工匠故事",
}


def day_of(ms: int) -> int:
    """Days since the campaign's first (0), in Asia/Shanghai; negative before it."""
    return (ms - CAMPAIGN_START_MS) // DAY_MS


def week_of(ms: int) -> int:
    """The campaign week (1 = from 2024-08-05, Monday 00:00 Asia/Shanghai); below 1 or above 17 outside the campaign."""
    return (ms - CAMPAIGN_START_MS) // WEEK_MS + 1


def board_week(day: int) -> int:
    """The week on whose board a day counts: what comes after the campaign's last day, a Saturday, is after week 17."""
    return day // 7 + 1 if day < CAMPAIGN_DAYS else max(day // 7 + 1, CAMPAIGN_WEEKS + 1)
