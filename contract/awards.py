"""Awards: the rule of a kind, and who wins by it. Lists are drawn from sealed boards alone, so they can be proved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from contract.boards import BoardKind, Measure
from contract.week_board import WeekBoard

PASSED_OVER: Final = 200
"""How many of those whom the rule passes over are listed, best first."""
MEASURES: Final = {Measure.WORKS: "作品数", Measure.LIKES: "点赞数", Measure.VIEWS: "浏览量", Measure.HEAT: "热度"}


class Period(StrEnum):
    """What counts: the gain of one sealed week, or the totals up to its cut-off."""

    WEEK = "week"
    CAMPAIGN = "campaign"


class ListState(StrEnum):
    """拟定 → 已提交 → 已确认, or 已撤回."""

    PROPOSED = "proposed"
    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


class Why(StrEnum):
    """Why the rule takes somebody, or does not."""

    IN_TOP = "in-top"
    RESERVE = "reserve"
    REGION_QUOTA = "region-quota"
    FEW_WORKS = "few-works"


@dataclass(frozen=True, slots=True)
class AwardRule:
    """The best `top` by `measure`, at most `per_region` of one region (0: no limit), with at least `min_works`."""

    subject: BoardKind
    period: Period
    measure: Measure
    top: int
    per_region: int
    min_works: int
    reserves: int


class Candidate(NamedTuple):
    """A line of the ranking that a list is drawn from; `holder` is who gets the certificate."""

    subject_id: str
    place: int
    value: int
    works: int
    name: str
    number: str
    holder: str
    region: str


class Line(NamedTuple):
    """A candidate with what the rule says."""

    candidate: Candidate
    why: Why


def ranking(rule: AwardRule, boards: Sequence[WeekBoard]) -> list[Candidate]:
    """Who may win, best first; `boards` are those of the weeks that count, the last week last.

    A week's places are the board's own. The campaign's go by totals, each as of the last week in which it stood on the
    board (later it gained nothing), with heat by the last board's rule; ties: more likes, then id. Nobody wins with 0.
    """
    last = boards[-1]
    if rule.period is Period.WEEK:
        placed = [(row.ranks.of(rule.measure), row, row.gain.of(rule.measure)) for row in last.by(rule.measure)]
    else:
        rows = {row.id: row for board in boards for row in board.rows}
        totals = {id: last.rule.numbers(*row.total[:-1]).of(rule.measure) for id, row in rows.items()}
        order = sorted(rows, key=lambda id: (-totals[id], -rows[id].total.likes, id))
        placed = [(place, rows[id], totals[id]) for place, id in enumerate(order, start=1)]
    return [
        Candidate(row.id, place, value, row.total.works, row.name, row.number, row.author or row.name, row.region)
        for place, row, value in placed
        if value > 0
    ]


def draw(rule: AwardRule, candidates: Iterable[Candidate]) -> list[Line]:
    """Who is in, and up to `reserves` next ones, with those passed over on the way; in the order of places."""
    lines: list[Line] = []
    told: Counter[Why] = Counter()
    regions: Counter[str] = Counter()
    for candidate in candidates:
        why = _why(rule, candidate, told[Why.IN_TOP], regions[candidate.region])
        if why is Why.RESERVE and told[why] == rule.reserves:
            break
        if why is Why.IN_TOP:
            regions[candidate.region] += 1
        told[why] += 1
        if why in (Why.IN_TOP, Why.RESERVE) or told[Why.FEW_WORKS] + told[Why.REGION_QUOTA] <= PASSED_OVER:
            lines.append(Line(candidate, why))
    return lines


def _why(rule: AwardRule, candidate: Candidate, taken: int, of_region: int) -> Why:
    if candidate.works < rule.min_works:
        return Why.FEW_WORKS
    if rule.per_region and of_region >= rule.per_region:
        return Why.REGION_QUOTA
    return Why.IN_TOP if taken < rule.top else Why.RESERVE


def in_words(rule: AwardRule, why: Why, place: int, value: int, works: int) -> str:
    """Why somebody is in, or is not: 热度第 3 名（1280），在前 10 名之内."""
    ground = {
        Why.IN_TOP: f"在前 {rule.top} 名之内",
        Why.RESERVE: f"列为候补，名额 {rule.top} 个已满",
        Why.REGION_QUOTA: f"本赛区名额 {rule.per_region} 个已满",
        Why.FEW_WORKS: f"已发布作品 {works} 件，少于 {rule.min_works} 件",
    }
    return f"{MEASURES[rule.measure]}第 {place} 名（{value}），{ground[why]}"
