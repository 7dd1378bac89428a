"""The words of the bulletin: a Chinese publication, whatever the language of the desk."""

from datetime import datetime, timedelta
from typing import Final

from contract.boards import BoardKind, HeatRule, Measure
from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, SHANGHAI, WEEK_MS, from_ms
from contract.regions import REGIONS, short_region

CAMPAIGN: Final = "全国职工岗位“云讲述”活动"
TITLE: Final = "云讲述周报"
ALL_REGIONS: Final = "全国"
NO_DATA: Final = "本周没有数据"
UNSEALED: Final = "未封榜"
PLACE, MOVE, THIS_WEEK, LAST_WEEK, IN_ALL = "名次", "升降", "本周", "上周", "累计"
BOARDS: Final = {
    BoardKind.REGION: "赛区榜",
    BoardKind.ORGANIZATION: "组织榜",
    BoardKind.WORK: "作品热榜",
    BoardKind.PERSON: "达人榜",
}
SUBJECTS: Final = {
    BoardKind.REGION: "赛区",
    BoardKind.ORGANIZATION: "组织",
    BoardKind.WORK: "作品 / 作者",
    BoardKind.PERSON: "达人",
}
MEASURES: Final = {Measure.WORKS: "作品数", Measure.LIKES: "点赞", Measure.VIEWS: "播放", Measure.HEAT: "热度"}
FIGURES: Final = {Measure.WORKS: "新增作品", Measure.LIKES: "点赞", Measure.VIEWS: "播放"}
MOVES: Final = "升降：↑n 上升 n 名，↓n 下降 n 名，– 持平，新 上周未上榜。"
NATIONAL_PLACES: Final = "名次为全国名次。"
MASKED: Final = "个人姓名已部分隐去"

_COUNTED: Final = {
    BoardKind.REGION: "{} 个赛区",
    BoardKind.ORGANIZATION: "{} 个组织",
    BoardKind.WORK: "{} 件作品",
    BoardKind.PERSON: "{} 人",
}
_WEEKDAYS: Final = "一二三四五六日"


def number(value: int) -> str:
    """With thousands commas and a true minus."""
    return f"{value:,}".replace("-", "−")


def movement(place: int, before: int | None) -> str:
    """↑n ↓n – 新."""
    if before is None:
        return "新"
    return f"↑{before - place}" if before > place else f"↓{place - before}" if before < place else "–"


def change(now: int, before: int | None) -> str:
    """Of a number against the week before, None if there was none."""
    if before is None:
        return "首周"
    if now == before:
        return "较上周 持平"
    if before <= 0:
        return f"上周 {number(before)}"
    return f"较上周 {(now - before) / before:+,.1%}".replace("-", "−")


def week_name(week: int) -> str:
    """第 11 周."""
    return f"第 {week} 周"


def dates(week: int) -> str:
    """Its first and last day in Asia/Shanghai; tells how many days it has if not seven."""
    start = CAMPAIGN_START_MS + (week - 1) * WEEK_MS
    first = from_ms(start).astimezone(SHANGHAI)
    last = from_ms(min(start + WEEK_MS, CAMPAIGN_END_MS)).astimezone(SHANGHAI) - timedelta(days=1)
    days = (last - first).days + 1
    short = "" if days == 7 else f"共 {days} 天"
    month = "" if first.month == last.month else f"{last.month} 月 "
    return f"{first.year} 年 {first.month} 月 {_day(first)}至 {month}{_day(last)}{short}"


def _day(day: datetime) -> str:
    return f"{day.day} 日（周{_WEEKDAYS[day.weekday()]}）"


def as_of(ms: int) -> str:
    """Until when was counted; midnight belongs to the day before."""
    moment = from_ms(ms).astimezone(SHANGHAI)
    clock = f"{moment:%H:%M}"
    if clock == "00:00":
        moment, clock = moment - timedelta(days=1), "24:00"
    return f"数据截至北京时间 {moment.month} 月 {moment.day} 日 {clock}"


def revised(revision: int, reason: str) -> str:
    """That numbers were corrected, and why."""
    return f"修订 {revision}：{reason}" if reason else f"修订 {revision}"


def scope_name(region: str) -> str:
    """全国, or the only region whose rows are shown."""
    return f"{REGIONS.get(region, region)}赛区" if region else ALL_REGIONS


def own_place(region: str, place: int) -> str:
    """Where the only region stands among all."""
    return f"{short_region(region)}第 {place} 名"


def counted(kind: BoardKind, measure: Measure, ranked: int) -> str:
    """By what a board is ordered, and of how many."""
    return f"按{MEASURES[measure]} · 共 {_COUNTED[kind].format(number(ranked))}"


def heat_rule(rule: HeatRule) -> str:
    """How heat is counted."""
    parts = ("点赞", rule.likes), ("收藏", rule.favourites), ("分享", rule.shares), ("播放", rule.views)
    return "热度 = " + " + ".join(f"{name}×{weight}" for name, weight in parts) + f"（规则第 {rule.version} 版）。"


def members(participants: int, members: int) -> str:
    """How many took part, of how many members of an organization."""
    return f"{number(participants)} / {number(members)} 人参与"


def works(count: int) -> str:
    """Of a person."""
    return f"作品 {number(count)} 件"


def sealed(digests: list[str], excluded: int) -> str:
    """What tells one sealed state of the boards from another."""
    left_out = f"未计入作品 {number(excluded)} 件。" if excluded else ""
    return f"{left_out}封榜摘要 {' · '.join(digest[:12] for digest in digests)}"
