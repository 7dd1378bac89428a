"""A fixed week of boards."""

from collections.abc import Sequence
from dataclasses import replace

from contract.boards import RULE_1, BoardKind, Numbers, Ranks
from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, WEEK_MS
from contract.regions import REGIONS
from contract.week_board import BoardRow, Seal, WeekBoard

ORGANIZATIONS = (
    "国网浙江省电力有限公司杭州供电公司工会委员会", "山东省总工会", "中国铁路上海局集团有限公司", "武汉钢铁集团工会",
    "成都地铁运营有限公司", "中建三局集团有限公司", "广东省教育工会", "徐工集团工程机械股份有限公司",
    "陕西建工集团", "鞍钢工会", "河北港口集团",
)  # fmt: skip
TITLES = (
    "我在高铁线上守了二十年", "一把焊枪的温度", "塔吊上的新质生产力：一名司机和她的智能化改造故事", "乙炔与光",
    "山里的电工", "车间里的“土专家”", "从学徒到工匠", "三中全会精神进班组",
    "凌晨四点的环卫路", "风电机组上的年轻人", "检修工日记",
)  # fmt: skip
PEOPLE = (
    "周晓明", "赵磊", "欧阳建国", "王芳", "李小龙", "陈静", "刘一山", "买买提·艾力", "孙工", "何乙", "丁山",
)  # fmt: skip
REGION_CODES = ("37", "44", "32", "41", "51", "33", "42", "43", "13", "61", "15", "65")
DIGEST = "9f2c41d07ab8e6530c1d9f2c41d07ab8e6530c1d9f2c41d07ab8e6530c1d0000"
COUNT = 11


def boards_of(week: int = 11) -> dict[BoardKind, WeekBoard]:
    """All four boards of a sealed week, eleven rows each."""
    return {kind: board_of(kind, week) for kind in BoardKind}


def board_of(kind: BoardKind, week: int = 11) -> WeekBoard:
    """One sealed board."""
    cutoff = min(CAMPAIGN_START_MS + week * WEEK_MS, CAMPAIGN_END_MS)
    seal = Seal("0192", 1, "", cutoff + 600_000, "", DIGEST, 18_942, 0, [])
    rows = [_row(kind, place, week) for place in range(1, COUNT + 1)]
    ranked = {BoardKind.REGION: 31, BoardKind.ORGANIZATION: 1_284, BoardKind.WORK: 9_310, BoardKind.PERSON: 6_127}[kind]
    return WeekBoard(kind, week, cutoff, RULE_1, cutoff, ranked, "", seal, rows)


def revised(boards: dict[BoardKind, WeekBoard], revision: int, reason: str) -> dict[BoardKind, WeekBoard]:
    """The same, sealed again."""
    return {
        kind: replace(board, seal=board.seal and replace(board.seal, revision=revision, reason=reason))
        for kind, board in boards.items()
    }


def unsealed(boards: dict[BoardKind, WeekBoard], at: int) -> dict[BoardKind, WeekBoard]:
    """The same while it still moves."""
    return {kind: replace(board, seal=None, at=at) for kind, board in boards.items()}


def named(board: WeekBoard, names: Sequence[str]) -> WeekBoard:
    """The same rows under other names."""
    return replace(board, rows=[row._replace(name=name) for row, name in zip(board.rows, names, strict=False)])


def only(boards: dict[BoardKind, WeekBoard], region: str) -> dict[BoardKind, WeekBoard]:
    """As staff of one region get them."""
    return {kind: board.only(region) for kind, board in boards.items()}


def _row(kind: BoardKind, place: int, week: int) -> BoardRow:
    scale = {BoardKind.REGION: 40, BoardKind.ORGANIZATION: 9, BoardKind.WORK: 2, BoardKind.PERSON: 3}[kind]
    now, last, total = (_numbers(scale, place, share) for share in (31, 28, 190))
    before = {2: 5, 3: 2, 5: 5, 7: 19, 8: 4}.get(place, place)
    code = REGION_CODES[place % len(REGION_CODES)]
    name = {
        BoardKind.REGION: REGIONS[REGION_CODES[place - 1]],
        BoardKind.ORGANIZATION: ORGANIZATIONS[place - 1],
        BoardKind.WORK: TITLES[place - 1],
        BoardKind.PERSON: PEOPLE[place - 1],
    }[kind]
    return BoardRow(
        id=REGION_CODES[place - 1] if kind is BoardKind.REGION else f"{kind}-{place}",
        name=name,
        number="",
        author=PEOPLE[-place] if kind is BoardKind.WORK else "",
        region="" if kind is BoardKind.REGION else code,
        recent=[last, now] if week > 1 else [now],
        total=total,
        ranks=Ranks(*[place] * 4),
        before=Ranks(*[before] * 4) if place not in (4, 9) else None,
        members=1_200 - 70 * place if kind is BoardKind.ORGANIZATION else 0,
        participants=310 - 17 * place if kind is BoardKind.ORGANIZATION else 0,
    )


def _numbers(scale: int, place: int, share: int) -> Numbers:
    wobble = 1 if share > 100 else 0.82 + ((place * 7 + share) % 5) * 0.06

    def of(most: int) -> int:
        return int(most * scale * share / (place + 4) * wobble)

    return RULE_1.numbers(max(1, of(4) // 4), of(30), of(9), of(6), of(1_400))
