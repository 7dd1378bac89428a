"""Boards as staff see them."""

from contract.boards import BoardKind, Measure
from contract.wire import Shape


class Numbers(Shape):
    """Counts; `heat` by the rule that the board names."""

    works: int
    likes: int
    favourites: int
    shares: int
    views: int
    heat: int


class BoardRow(Shape):
    """One line: what it has in all and what it gained in the week.

    `before` is its rank a week earlier, None where it was not ranked then or that is not known. `region` is that of a
    work, else empty; `members` and `participants` (authors with published works) are an organization's.
    """

    rank: int
    id: str
    name: str
    region: str
    total: Numbers
    gain: Numbers
    before: int | None
    members: int | None = None
    participants: int | None = None


class LiveBoard(Shape):
    """`GET /boards/live/{kind}`: as of `at` (ms), in the campaign's week `week`, the first ones of `ranked` in all."""

    kind: BoardKind
    measure: Measure
    week: int
    at: int
    rule: int
    ranked: int
    rows: list[BoardRow]
