"""Boards of a week with names as people write them, and some that nobody should."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from contract.boards import RULE_1, BoardKind, Numbers, Ranks
from contract.campaign import CAMPAIGN_START_MS, WEEK_MS
from contract.regions import REGIONS
from contract.week_board import BoardRow, Excluded, Seal, WeekBoard, cutoff_of
from desktop.export.options import ExportOptions

TEMPLATE: Final = Path(__file__).parents[3] / "resources" / "weekly_template.xlsx"
WEEK: Final = 11
SEALED_AT: Final = CAMPAIGN_START_MS + WEEK * WEEK_MS + 300_000
OPTIONS: Final = ExportOptions(exporter="孙丽华", at=SEALED_AT + 3_600_000)
ODD: Final = (
    '=HYPERLINK("http://x")', "+8613800138000", "-1+1", "@x", "＝1+1", "＋86", "－1", "＠某人", "\t=1", "\r=1", " =1",
    "_x000D_", "a_x0041_b", "110101199003078888", "007", "1e5", "TRUE", "#N/A", "2024-10-14", "劳模👷🏽‍♀️𠮷野家",
    "a\x00b\x0bc", "坏\ud800\udfff\ufffe\uffff字", "两\r\n行", "<b>&amp;", "'引号",
)  # fmt: skip
"""Titles that Excel might compute, swallow or refuse."""
ORGANIZATIONS: Final = (
    "鲁源轨道装备公司工会",
    "长江航道局宜昌处工会",
    "国网甘肃省电力公司酒泉供电公司职工服务中心",
)
SURNAMES, GIVEN = "王李张刘陈杨黄赵周吴", "建国志文秀海玉春永明"
WORKS: Final = (
    "夜班的灯",
    "我和我的师傅：三十年焊接路",
    "从绞车房到调度中心的一千个日夜，煤矿女工口述",
    "零差错",
)


def sealed(**changes: object) -> Seal:
    """A first seal, by the schedule."""
    excluded = [
        Excluded("YJS-24-108812", "=别人的作品", "37", "重复投稿"),
        Excluded("YJS-24-100007", "画面有其他平台水印的作品，已通知作者重新上传", "51", "水印\x00"),
    ]
    seal = Seal("s1", 1, "", SEALED_AT, "", "9f2c" * 16, 18_942, 3, excluded)
    return replace(seal, **changes)  # type: ignore[arg-type]


def numbers(chance: random.Random, scale: int) -> Numbers:
    """Some."""
    return RULE_1.numbers(chance.randrange(1, scale), *(chance.randrange(scale * 9) for _ in range(4)))


def board(
    kind: BoardKind, rows: Sequence[BoardRow], *, week: int = WEEK, region: str = "", seal: Seal | None = None
) -> WeekBoard:
    """Of a week that ended."""
    cutoff = cutoff_of(week)
    return WeekBoard(kind, week, cutoff, RULE_1, cutoff, len(rows), region, seal or sealed(), list(rows))


def row(kind: BoardKind, place: int, chance: random.Random, name: str = "") -> BoardRow:
    """One at a place; each seventh is new, each fifth had nothing the week before."""
    codes = list(REGIONS)
    now, total = numbers(chance, 900), numbers(chance, 90_000)
    before = numbers(chance, 900) if place % 5 else Numbers(0, 0, 0, 0, 0, 0)
    person = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
    region = codes[place - 1] if kind is BoardKind.REGION else chance.choice(codes)
    named = {
        BoardKind.REGION: REGIONS[region],
        BoardKind.ORGANIZATION: f"{chance.choice(ORGANIZATIONS)}{place}",
        BoardKind.WORK: f"{chance.choice(WORKS)}（{place}）",
        BoardKind.PERSON: person,
    }[kind]
    number = {BoardKind.ORGANIZATION: f"ORG-24-{place:05}", BoardKind.WORK: f"YJS-24-{place:06}"}.get(kind, "")
    return BoardRow(
        region if kind is BoardKind.REGION else f"id{place}", name or named, number,
        person if kind is BoardKind.WORK else "", region, [before, now], total, Ranks(*[place] * 4),
        None if place % 7 == 0 else Ranks(*[max(1, place + chance.choice((-3, -1, 0, 0, 1, 12)))] * 4),
        *((place * 10, place * 4) if kind is BoardKind.ORGANIZATION else (0, 0)),
    )  # fmt: skip


def boards(sizes: dict[BoardKind, int] | None = None, week: int = WEEK) -> dict[BoardKind, WeekBoard]:
    """All four kinds, the first works with odd titles; the same each time."""
    chance = random.Random(1)
    default = {BoardKind.REGION: 31, BoardKind.ORGANIZATION: 60, BoardKind.WORK: 130, BoardKind.PERSON: 70}
    found = {}
    for kind, size in (sizes or default).items():
        odd = dict(enumerate(ODD, 1)) if kind is BoardKind.WORK else {}
        rows = [row(kind, place, chance, odd.get(place, "")) for place in range(1, size + 1)]
        found[kind] = board(kind, rows, week=week)
    return found
