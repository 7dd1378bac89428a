"""Invented Chinese sample data, the same for the same seed: organizations, workers, works, remarks of reviewers."""
# ruff: noqa: E501, SIM905 (a Chinese character counts as two columns)

from dataclasses import dataclass
from random import Random
from typing import Final

from contract.campaign import Theme
from contract.regions import REGIONS
from server.samples.trades import BY_KEY, TRADES, Trade

PLACES: Final = dict(
    zip(
        REGIONS,
        "京垣 津渤 冀澜 晋泰 蒙漠 辽岚 吉松 黑沃 浦澜 苏润 浙瓯 皖屏 闽屿 赣鄱 鲁源 "
        "中州 楚川 湘中 粤湾 桂岭 琼澜 渝嘉 蓉西 黔岭 云岭 藏源 渭川 陇原 青沱 宁朔 疆岳".split(),
        strict=True,
    )
)
"""An invented place in each region, by code."""
SURNAMES: Final = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
GIVEN_FIRST: Final = "建国志文秀海玉春永明晓立德宏雪佳子思俊振庆凤云卫学长金小红"
GIVEN_LAST: Final = "华军平英强敏霞辉伟芳波丽涛娟勇艳杰玲刚燕鹏洁斌琴超梅亮兰宁峰"
TAILS: Final[dict[Theme, tuple[str, ...]]] = {
    Theme.PLENUM: ("把全会精神带到{place}", "{place}的一堂微党课", "改革春风吹进我们班组", "一名{occupation}的学习笔记"),
    Theme.COLLEAGUES: ("我身边的{occupation}", "师傅教会我的三件事", "{place}的一个普通夜班", "我们班组的{number}个人"),
    Theme.PRODUCTIVITY: (
        "{novelty}来到我们班组", "{novelty}背后的{number}次试验", "从手抄本到{novelty}", "{place}的数字新同事",
    ),
    Theme.SKILL: ("{craft}的绝活", "练成{craft}用了{years}年", "一本写了{years}年的工作法", "{place}的创新工作室"),
    Theme.MODEL_WORKER: ("我在{place}的{years}年", "劳模{surname}师傅的{number}本笔记", "两代{occupation}的接力", "{surname}师傅的最后一班岗"),
}  # fmt: skip
SUMMARIES: Final = (
    "从学徒到班组长，{years}年守在{place}。镜头记录了一名{occupation}平凡而踏实的一天。",
    "作品讲述{place}的故事：{craft}靠的是日复一日的苦练，也靠师傅手把手的传帮带。",
    "{novelty}投用之后，班组的工作方式变了，不变的是{occupation}对质量的执着。",
    "没有惊天动地的大事，只有{years}年如一日的坚守。谨以此片献给每一位{occupation}。",
    "用三个小故事讲清楚什么叫“干一行、爱一行、精一行”，全片由本单位职工自编自拍。",
    "{surname}师傅退休前的最后一个班，徒弟们用手机记录下了这一天。",
    "学习党的二十届三中全会精神以后，我们在{place}动手改进了{number}道工序。",
)
NOTES: Final = (
    "画面和声音都没有问题，主题鲜明。",
    "开头两秒略晃，不影响观看。",
    "00:37 起右下角有平台水印，已请作者替换。",
    "背景音乐略大，但解说清楚，可以通过。",
    "与上次驳回的版本相比，已去掉片头的台标。",
    "普通话标准，适合推荐到首页。",
    "时长超过两分钟，请作者剪辑后再传。",
    "后半段画面过暗，看不清操作。",
    "方言较多，建议加字幕并用普通话重录。",
    "内容为产品介绍，与五个主题不符。",
    "与另一件作品画面相同，已电话核实为误传。",
    "已和同事核对，标准一致。",
)


@dataclass(frozen=True, slots=True)
class SampleOrganization:
    """An organization; `region` is a GB/T 2260 code, `trade` a key of `trades.BY_KEY`."""

    name: str
    region: str
    industry: str
    trade: str


@dataclass(frozen=True, slots=True)
class SampleWorker:
    """A worker with a number that nobody has: 190 0000 and four digits."""

    name: str
    phone: str
    occupation: str
    region: str
    trade: str


@dataclass(frozen=True, slots=True)
class SampleWork:
    """Words of a work; `title` is unique within one call of `works`."""

    title: str
    summary: str
    theme: Theme
    trade: str


def seeded(seed: int, what: str = "") -> Random:
    """Chance that gives the same for the same seed; each kind of data has its own."""
    return Random(f"{seed} {what}")  # noqa: S311


def organizations(count: int = 62, seed: int = 2024) -> list[SampleOrganization]:
    """`count` organizations with distinct names, at most 1,000; every region and trade has some."""
    random = seeded(seed)
    codes = list(REGIONS)
    random.shuffle(codes)
    pairs = [(trade, trade.suffixes[turn]) for turn in (0, 1) for trade in TRADES]
    found = []
    for number in range(count):
        code = codes[number % len(codes)]
        trade, suffix = pairs[(number % len(codes) + number // len(codes)) % len(pairs)]
        found.append(SampleOrganization(PLACES[code] + suffix, code, trade.industry, trade.key))
    return found


def workers(count: int = 420, seed: int = 2024) -> list[SampleWorker]:
    """`count` workers with distinct phones, at most 10,000; names may repeat, as they do."""
    random = seeded(seed, "workers")
    codes = list(REGIONS)
    found = []
    for number in range(count):
        trade = TRADES[number % len(TRADES)]
        phone = f"1900000{number:04d}"
        occupation = random.choice(trade.occupations)
        found.append(SampleWorker(person_name(random), phone, occupation, random.choice(codes), trade.key))
    return found


def person_name(random: Random) -> str:
    """A surname and one or two characters."""
    first = random.choice(GIVEN_FIRST) if random.random() < 0.8 else ""
    return random.choice(SURNAMES) + first + random.choice(GIVEN_LAST)


def works(count: int = 320, seed: int = 2024, trade: str | None = None) -> list[SampleWork]:
    """`count` works with distinct titles, of all trades in turn or of one; at most 1,800, of one trade 100."""
    random = seeded(seed, f"works {trade}")
    kinds = [BY_KEY[trade]] if trade else list(TRADES)
    choices = {kind.key: _choices(kind, random) for kind in kinds}
    return [_work(kinds[number % len(kinds)], choices, random) for number in range(count)]


def review_notes(count: int, seed: int = 2024) -> list[str]:
    """`count` internal remarks of reviewers; they repeat."""
    random = seeded(seed, "notes")
    return [random.choice(NOTES) for _ in range(count)]


def _choices(trade: Trade, random: Random) -> list[tuple[str, Theme, str]]:
    """Openings and ends of titles; no opening comes twice before all have come."""
    ends = [(theme, tail) for theme, tails in TAILS.items() for tail in tails]
    random.shuffle(ends)
    leads = random.sample(trade.leads, len(trade.leads))
    rounds = len(ends)
    return [(lead, *ends[(turn + number * 3) % rounds]) for turn in range(rounds) for number, lead in enumerate(leads)][
        ::-1
    ]


def _work(trade: Trade, choices: dict[str, list[tuple[str, Theme, str]]], random: Random) -> SampleWork:
    lead, theme, tail = choices[trade.key].pop()
    words = {
        "place": random.choice(trade.places),
        "occupation": random.choice(trade.occupations),
        "craft": trade.craft,
        "novelty": trade.novelty,
        "surname": random.choice(SURNAMES),
        "number": random.choice("三五七九"),
        "years": random.choice(("八", "十", "十二", "十五", "二十", "二十六", "三十")),
    }
    summary = random.choice(SUMMARIES).format(**words)
    return SampleWork(f"{lead}：{tail.format(**words)}", summary, theme, trade.key)
