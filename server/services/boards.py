"""Boards out of the sums: places, the week's gain and the weeks before, totals at the cut-off."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from contract.boards import BoardKind, HeatRule, Measure, Numbers, Ranks
from contract.week_board import BoardRow, WeekBoard, cutoff_of
from server.models import BoardCount, BoardTotal, BoardWeek
from server.services.boards_counting import ALL_WEEKS
from server.services.boards_names import Named, named
from server.services.boards_rules import heat_is_known, rule_in_force

SMALL: Final = frozenset({BoardKind.REGION, BoardKind.ORGANIZATION})
"""Boards on which all that have works are ranked, with six weeks behind them."""
MOST_NAMED: Final = 5_000
"""Ids that are named to the database one by one; it takes 65,535 values at most. More are asked for as all."""
SUMS: Final = ("works", "likes", "favourites", "shares", "views")
NOTHING: Final = (0, 0, 0, 0, 0)
Sums = tuple[int, ...]
Wanted = Select[str] | list[str]
"""Ids, or the query for them where they may be hundreds of thousands."""
Before = dict[str, tuple[Ranks, Numbers | None]]
"""Place a week earlier, and what was gained then where that is to be told instead of the sums."""
Sealed = Callable[[Collection[str] | None], Before | None]
"""The same as the week before was sealed, of these ids or of all; None when it was not sealed."""


def board(
    session: Session, now_ms: int, kind: BoardKind, week: int, *, whole: bool = False, top: int | None = None,
    sealed: Sealed | None = None,
) -> WeekBoard:  # fmt: skip
    """The board of a week as it stands now; with `whole` by totals up to now. `top` by each measure, None for all.

    Regions and organizations are ranked when they have works at the cut-off, works and persons when they gained
    anything in the week (with `whole`: have works). `sealed` gives places and gains as the week before was sealed;
    what was published then is what this week is compared with.
    """
    rule = rule_in_force(session)
    wanted = _wanted(session, kind, week, rule, whole, None if kind in SMALL else top)
    weeks = _weeks(session, kind, week, wanted)
    totals = _totals(session, kind, week, wanted, whole)
    names = named(session, kind, wanted)
    ranked = {
        id: (_numbers(rule, sums if whole else weeks[id].get(week, NOTHING)), since)
        for id, (sums, since) in totals.items()
        if id in names and (sums[0] > 0 or kind not in SMALL)
    }
    places = places_of(ranked, top)
    before = sealed(places if len(places) <= MOST_NAMED else None) if sealed else None
    if before is None:
        before = _before(session, kind, week, rule, whole) if top is None or kind in SMALL else {}
    rows = [_row(rule, id, names[id], weeks[id], (week, kind), totals[id][0], places[id], before) for id in places]
    rows.sort(key=lambda row: (row.ranks.heat or len(rows) + 1, row.id))
    count = len(ranked) if kind in SMALL or top is None else _count(session, kind, week, whole)
    return WeekBoard(kind, week, cutoff_of(week), rule, now_ms, count, "", None, rows, whole)


def places_of(ranked: dict[str, tuple[Numbers, int]], top: int | None = None) -> dict[str, Ranks]:
    """Places by each measure of (numbers, published at) by id; those below `top` by every measure are left out."""
    found: dict[str, list[int]] = {}
    for place, measure in enumerate(Measure):
        order = sorted(
            ranked, key=lambda id: (-ranked[id][0].of(measure), -ranked[id][0].likes, ranked[id][1], id)
        )  # fmt: skip
        for rank, id in enumerate(order[:top], start=1):
            found.setdefault(id, [0] * len(Measure))[place] = rank
    return {id: Ranks(*places) for id, places in found.items()}


def _row(
    rule: HeatRule, id: str, name: Named, weeks: dict[int, Sums], of: tuple[int, BoardKind], total: Sums,
    places: Ranks, before: Before,
) -> BoardRow:  # fmt: skip
    week, kind = of
    recent = [_numbers(rule, weeks.get(one, NOTHING)) for one in _span(week, kind)]
    place, gained = before.get(id, (None, None))
    if gained is not None:
        recent[-2] = gained
    return BoardRow(
        id, name.name, name.number, name.author, name.region, recent, _numbers(rule, total), places, place,
        name.members, name.participants, name.of,
    )  # fmt: skip


def _span(week: int, kind: BoardKind) -> range:
    """The weeks that a row tells of."""
    return range(max(1, week - (5 if kind in SMALL else 1)), week + 1)


def _numbers(rule: HeatRule, sums: Iterable[int]) -> Numbers:
    return rule.numbers(*sums)


def _wanted(session: Session, kind: BoardKind, week: int, rule: HeatRule, whole: bool, top: int | None) -> Wanted:
    ids = _ranked(kind, week, whole)
    if top is None or top > MOST_NAMED:
        return ids
    table: Any = BoardTotal
    if not whole:  # whose ties end by what only totals know
        table = BoardWeek
        ids = ids.join(BoardTotal, and_(BoardTotal.kind == table.kind, BoardTotal.subject_id == table.subject_id))
    best: set[str] = set()
    for measure in Measure:
        value = getattr(table, measure.value)
        if measure is Measure.HEAT and not whole and not heat_is_known(session, week):
            value = rule.heat(table.likes, table.favourites, table.shares, table.views)
        order = (value.desc(), table.likes.desc(), BoardTotal.since, table.subject_id)  # as `places_of`
        best.update(session.scalars(ids.order_by(*order).limit(top)))
    return sorted(best)


def _ranked(kind: BoardKind, week: int, whole: bool) -> Select[str]:
    """The ids of all that may be ranked."""
    if whole or kind in SMALL:
        return select(BoardTotal.subject_id).where(BoardTotal.kind == kind, BoardTotal.works > 0)
    gained = or_(*(getattr(BoardWeek, name) != 0 for name in SUMS))
    return select(BoardWeek.subject_id).where(BoardWeek.kind == kind, BoardWeek.week == week, gained)


def _count(session: Session, kind: BoardKind, week: int, whole: bool) -> int:
    known = (BoardCount.kind == kind, BoardCount.week == (ALL_WEEKS if whole else week))
    return session.scalar(select(BoardCount.ranked).where(*known)) or 0


def _weeks(session: Session, kind: BoardKind, week: int, wanted: Wanted) -> dict[str, dict[int, Sums]]:
    """What each gained, by week."""
    found: defaultdict[str, dict[int, Sums]] = defaultdict(dict)
    span = _span(week, kind)
    columns = [getattr(BoardWeek, name) for name in SUMS]
    query = select(BoardWeek.subject_id, BoardWeek.week, *columns).where(BoardWeek.kind == kind)
    query = query.where(BoardWeek.week.between(span[0], span[-1]), BoardWeek.subject_id.in_(wanted))
    for id, of, *sums in session.execute(query):
        found[id][of] = tuple(sums)
    return found


def _totals(session: Session, kind: BoardKind, week: int, wanted: Wanted, whole: bool) -> dict[str, tuple[Sums, int]]:
    """(what each had at the end of the week, or with `whole` has now; published at)."""
    columns = [getattr(BoardTotal, name) for name in SUMS]
    query = select(BoardTotal.subject_id, BoardTotal.since, *columns).where(BoardTotal.kind == kind)
    found = {id: (tuple(sums), since) for id, since, *sums in session.execute(query.where(_in(BoardTotal, wanted)))}
    if whole:
        return found
    later = select(BoardWeek.subject_id, *(func.sum(getattr(BoardWeek, name)) for name in SUMS))
    later = later.where(BoardWeek.kind == kind, BoardWeek.week > week, _in(BoardWeek, wanted))
    for id, *sums in session.execute(later.group_by(BoardWeek.subject_id)):
        had, since = found[id]
        found[id] = tuple(one - int(more) for one, more in zip(had, sums, strict=True)), since
    return found


def _in(table: Any, wanted: Wanted) -> Any:
    return table.subject_id.in_(wanted)


def _before(session: Session, kind: BoardKind, week: int, rule: HeatRule, whole: bool) -> Before:
    """Places a week earlier, by today's sums and rule."""
    if week <= 1:
        return {}
    if not whole:
        wanted = _ranked(kind, week - 1, whole=False)
        weeks, totals = _weeks(session, kind, week - 1, wanted), _totals(session, kind, week - 1, wanted, whole=False)
        numbers = {id: _numbers(rule, weeks[id].get(week - 1, NOTHING)) for id in totals}
    elif kind in SMALL:
        totals = _totals(session, kind, week - 1, _ranked(kind, week, whole=True), whole=False)
        numbers = {id: _numbers(rule, sums) for id, (sums, _since) in totals.items()}
    else:
        return {}
    had = {id for id, (sums, _since) in totals.items() if sums[0] > 0 or kind not in SMALL}
    places = places_of({id: (numbers[id], totals[id][1]) for id in had})
    return {id: (place, None) for id, place in places.items()}
