"""Boards: what is ranked, by what, and the rule of heat. Ties: more likes, then earlier publication, then id."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class BoardKind(StrEnum):
    """赛区榜, 组织榜, 作品热榜, 达人榜."""

    REGION = "region"
    ORGANIZATION = "organization"
    WORK = "work"
    PERSON = "person"


class Measure(StrEnum):
    """What a board is ordered by."""

    WORKS = "works"
    LIKES = "likes"
    VIEWS = "views"
    HEAT = "heat"


class Numbers(NamedTuple):
    """Counts; `heat` by the rule that the board names."""

    works: int
    likes: int
    favourites: int
    shares: int
    views: int
    heat: int

    def of(self, measure: Measure) -> int:
        """The one that a board is ordered by."""
        return int(getattr(self, measure.value))


class Ranks(NamedTuple):
    """Places from 1 by each measure; 0 where it is not known."""

    works: int
    likes: int
    views: int
    heat: int

    def of(self, measure: Measure) -> int:
        """The place by one measure."""
        return int(getattr(self, measure.value))


@dataclass(frozen=True, slots=True)
class HeatRule:
    """Heat is the sum of these weights times likes, favourites, shares and views; printed wherever a board is."""

    version: int
    likes: int
    favourites: int
    shares: int
    views: int

    def heat(self, likes: int, favourites: int, shares: int, views: int) -> int:
        """Of such numbers."""
        return self.likes * likes + self.favourites * favourites + self.shares * shares + self.views * views

    def numbers(self, works: int, likes: int, favourites: int, shares: int, views: int) -> Numbers:
        """The sums with their heat."""
        return Numbers(works, likes, favourites, shares, views, self.heat(likes, favourites, shares, views))


RULE_1: Final = HeatRule(version=1, likes=10, favourites=5, shares=5, views=1)
