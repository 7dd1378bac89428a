"""Boards: what is ranked, by what, and the rule of heat. Ties: more likes, then earlier publication, then id."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


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


RULE_1: Final = HeatRule(version=1, likes=10, favourites=5, shares=5, views=1)
