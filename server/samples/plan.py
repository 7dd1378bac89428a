"""Which sample videos there are: words, shape, length, and what is wrong with some."""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from server.samples.text import organizations, seeded, works
from server.samples.trades import TRADES

FLAWS: Final = {
    5: "watermark", 9: "too_long", 14: "silent", 18: "dark", 23: "no_sound", 27: "duplicate", 32: "quiet",
    38: "watermark",
}  # fmt: skip
"""What a reviewer should find, by place in the list."""
SIZES: Final = ((640, 360), (360, 640), (640, 360), (854, 480), (640, 360), (480, 480), (640, 360))
"""Taken in turn; seven of them, so that a trade comes in several shapes."""
ORIGINAL_OF_DUPLICATE: Final = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """One video; the same plan gives the same pictures and sound."""

    name: str
    seed: int
    size: tuple[int, int]
    seconds: int
    flaw: str
    title: str
    summary: str
    theme: str
    trade: str
    organization: str
    region: str


def plans(count: int, seed: int) -> list[Plan]:
    """`count` videos; the trades take turns, lengths are 8 to 118 s and mostly those of the contest."""
    random = seeded(seed, "videos")
    words = works(count, seed)
    unions = organizations(seed=seed)
    found = []
    for number, said in enumerate(words):
        union = random.choice([one for one in unions if one.trade == said.trade])
        flaw = FLAWS.get(number, "")
        found.append(
            Plan(
                f"sample-{number + 1:02d}.mp4", random.randrange(1 << 30), SIZES[number % len(SIZES)],
                _seconds(number, flaw, random), flaw, said.title, said.summary, said.theme, said.trade, union.name,
                union.region,
            )
        )  # fmt: skip
    return [_copied(plan, found) for plan in found]


def _seconds(number: int, flaw: str, random: Random) -> int:
    if flaw == "too_long":
        return 130
    if number % 7 == 6:
        return random.choice((8, 12, 18, 25))
    return random.choice((118, 116)) if number % 11 == 0 else random.randrange(38, 113)


def _copied(plan: Plan, found: list[Plan]) -> Plan:
    """A duplicate shows the pictures of another plan, with words of its own."""
    if plan.flaw != "duplicate":
        return plan
    other = found[ORIGINAL_OF_DUPLICATE]
    return replace(plan, seed=other.seed, size=other.size, seconds=other.seconds - 4, trade=other.trade)


assert len(TRADES) > ORIGINAL_OF_DUPLICATE
