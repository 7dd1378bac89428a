"""What the cover says: a value for each named cell, and the list of what was left out."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from contract.boards import BoardKind, HeatRule
from contract.campaign import CAMPAIGN_START_MS, DAY_MS, SHANGHAI, WEEK_MS, from_ms
from contract.regions import REGIONS
from contract.week_board import Seal, WeekBoard, cutoff_of
from desktop.export.columns import MEASURES
from desktop.export.options import ExportOptions
from desktop.export.sheets import Sheet
from desktop.export.text import clean

Fact = str | int | date | datetime | None
CAMPAIGN: Final = "全国职工岗位“云讲述”活动"
EXCLUDED: Final = "不计清单"
"""The cell where the list of what was left out begins: number, title, region, reason; it grows downwards."""
COVER_NAMES: Final = (
    "活动", "周次", "开始", "结束", "截止", "范围", "排序", "规则", "状态", "版次", "修订原因", "封榜人", "封榜时间",
    "摘要", "计入作品", "停用作品", "不计作品", "榜单", "导出人", "导出时间", EXCLUDED,
)  # fmt: skip
"""The named cells of a template's cover."""


def cover_facts(
    boards: Mapping[BoardKind, WeekBoard], sheets: Sequence[Sheet], options: ExportOptions
) -> dict[str, Fact]:
    """The value of each named cell but the list; None leaves it empty."""
    shown = [boards[sheet.kind] for sheet in sheets if sheet.kind]
    board = shown[0]
    first, last = week_days(board.week)
    facts: dict[str, Fact] = {
        "活动": CAMPAIGN,
        "周次": board.week,
        "开始": first,
        "结束": last,
        "截止": moment(board.cutoff),
        "范围": _scope(board.region),
        "排序": _order(sheets, board.whole),
        "规则": _rule(board.rule),
        "榜单": _counts(sheets, boards),
        "导出人": clean(options.exporter),
        "导出时间": moment(options.at),
    }
    return facts | _sealing(board.seal, min(board.at for board in shown))


def excluded_rows(seal: Seal | None) -> list[tuple[str, str, str, str]]:
    """The list of what was left out, ordered by number."""
    excluded = sorted(seal.excluded, key=lambda one: one.number) if seal else []
    return [
        (clean(one.number), clean(one.title), REGIONS.get(one.region, clean(one.region)), clean(one.reason))
        for one in excluded
    ]


def week_days(week: int) -> tuple[date, date]:
    """The first and last day; the campaign's end cuts the last week short."""
    begin = CAMPAIGN_START_MS + (week - 1) * WEEK_MS
    return moment(begin).date(), moment(cutoff_of(week) - DAY_MS).date()


def moment(ms: int) -> datetime:
    """Shanghai's time without a zone, as workbooks keep it."""
    return from_ms(ms).astimezone(SHANGHAI).replace(tzinfo=None)


def file_name(board: WeekBoard) -> str:
    """What the workbook is called unless somebody chooses otherwise."""
    first, last = week_days(board.week)
    scope = f"_{REGIONS.get(board.region, board.region)}" if board.region else ""
    return f"云讲述周榜_第{board.week:02}周_{first:%m%d}-{last:%m%d}{scope}.xlsx"


def _scope(region: str) -> str:
    if not region:
        return "全国"
    return f"{REGIONS.get(region, region)}（赛区榜为全国；其余榜单只列本赛区，名次为全国名次）"


def _order(sheets: Sequence[Sheet], whole: bool) -> str:
    since = "累计" if whole else "本周"
    by: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.kind:
            by.setdefault(MEASURES[sheet.measure], []).append(sheet.title)
    if len(by) == 1:
        return f"按{since}{next(iter(by))}"
    return "；".join(f"{'、'.join(titles)}按{since}{word}" for word, titles in by.items())


def _rule(rule: HeatRule) -> str:
    weights = (("点赞", rule.likes), ("收藏", rule.favourites), ("分享", rule.shares), ("浏览", rule.views))
    heat = " + ".join(f"{weight}×{word}" for word, weight in weights)
    return f"热度 = {heat}（规则第 {rule.version} 版）；相同时先比点赞，再比发布先后"


def _counts(sheets: Sequence[Sheet], boards: Mapping[BoardKind, WeekBoard]) -> str:
    return "；".join(
        f"{sheet.title} {sheet.rows:,} 行（上榜 {boards[sheet.kind].ranked:,}）" for sheet in sheets if sheet.kind
    )


def _sealing(seal: Seal | None, at: int) -> dict[str, Fact]:
    if seal is None:
        empty = ("版次", "修订原因", "封榜人", "封榜时间", "摘要", "计入作品", "停用作品", "不计作品")
        return {"状态": f"未封榜，数据更新至 {moment(at):%Y-%m-%d %H:%M}", **dict.fromkeys(empty)}
    return {
        "状态": "已封榜",
        "版次": seal.revision,
        "修订原因": clean(seal.reason) or "无",
        "封榜人": clean(seal.sealed_by) or "按计划自动封榜",
        "封榜时间": moment(seal.sealed_at),
        "摘要": clean(seal.digest),
        "计入作品": seal.works,
        "停用作品": seal.suspended,
        "不计作品": len(seal.excluded),
    }
