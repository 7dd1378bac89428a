"""Sums behind the boards, kept as interactions and decisions arrive: the cost follows what changed, not all there is.

Interactions are appended as they arrive; `fold` adds them to the sums by work and day, and by subject and week. A
change of a work, of its author or of a membership takes the work's sums from where they were counted and adds them to
where they count now. Whatever the order, the sums are those of a full recount.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from contract.campaign import board_week, day_of
from contract.review import ApplicationState, WorkState
from server.database import one_at_a_time
from server.models import (
    Base,
    BoardCount,
    BoardTotal,
    BoardWeek,
    CountedWork,
    InteractionEvent,
    Membership,
    Participant,
    Uncounted,
    Work,
    WorkDay,
    Worker,
)
from server.services.boards_rules import rule_in_force

PORTION: Final = 5_000
CHUNK: Final = 500
SUMS: Final = ("likes", "favourites", "shares", "views")
ALL_WEEKS: Final = 0
"""Where `board_count` has the whole campaign."""
_COUNTED: Final = ("work", "person")
_PLACE: Final = {"like": 0, "favourite": 1, "share": 2, "view": 3}
Gains = dict[tuple[str, str, int], list[int]]
"""(kind, subject, week) → works, likes, favourites, shares, views; negative where something is taken away."""


class Counting(NamedTuple):
    """Under whom a work counts: as a row of `counted_work`."""

    published_at: int
    region: str
    author_id: str
    organizations: tuple[str, ...]


def fold(session: Session) -> int:
    """Adds a portion of what has arrived; how many entries that were. Call it until 0 for all."""
    one_at_a_time(session, "boards")
    return _fold_events(session) + _fold_changes(session)


def is_due(session: Session) -> bool:
    """Whether something has arrived; asked before `fold`, which locks."""
    events = select(InteractionEvent.n).where(~InteractionEvent.folded).limit(1)
    return session.scalar(events) is not None or session.scalar(select(Uncounted.n).limit(1)) is not None


def _fold_events(session: Session) -> int:
    waiting = select(InteractionEvent.n).where(~InteractionEvent.folded).order_by(InteractionEvent.n).limit(PORTION)
    take = update(InteractionEvent).where(InteractionEvent.n.in_(waiting)).values(folded=True)
    taken = take.returning(InteractionEvent.work_id, InteractionEvent.kind, InteractionEvent.delta, InteractionEvent.at)
    days: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0] * len(SUMS))
    count = 0
    for work, kind, delta, at in session.execute(taken.execution_options(synchronize_session=False)):
        days[work, day_of(at)][_PLACE[kind]] += delta
        count += 1
    if not count:
        return 0
    _add(session, WorkDay, ("work_id", "day"), SUMS, days)
    counted = _counted(session, {work for work, _day in days})
    gains: Gains = {}
    for (work, day), sums in days.items():
        if work in counted:
            _gain(gains, work, counted[work], board_week(day), [0, *sums])
    _add_gains(session, gains)
    return count


def _fold_changes(session: Session) -> int:
    waiting = select(Uncounted.n).order_by(Uncounted.n).limit(CHUNK)
    take = delete(Uncounted).where(Uncounted.n.in_(waiting)).returning(Uncounted.kind, Uncounted.subject_id)
    taken = list(session.execute(take.execution_options(synchronize_session=False)))
    authors = {id for kind, id in taken if kind == "author"}
    works = {id for kind, id in taken if kind == "work"} | _works_of(session, authors)
    for ids in _chunks(works):
        _count_anew(session, ids)
    return len(taken)


def _count_anew(session: Session, ids: Sequence[str]) -> None:
    before, now = _counted(session, ids), _countable(session, ids)
    moved = [id for id in ids if before.get(id) != now.get(id)]
    if not moved:
        return
    sums = _sums(session, moved)
    gains: Gains = {}
    parts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0])
    for id in moved:
        for counting, sign in ((before.get(id), -1), (now.get(id), 1)):
            if counting is None:
                continue
            _gain(gains, id, counting, board_week(day_of(counting.published_at)), [sign, 0, 0, 0, 0])
            for week, values in sums[id].items():
                _gain(gains, id, counting, week, [0, *(sign * value for value in values)])
            for organization in counting.organizations:
                parts[organization, counting.author_id][0] += sign
    _add_gains(session, gains)
    _add(session, Participant, ("organization_id", "author_id"), ("works",), parts)
    session.execute(delete(CountedWork).where(CountedWork.work_id.in_(moved)))
    fresh = [(id, now[id]) for id in moved if id in now]
    if fresh:
        rows = [{"work_id": id} | one._asdict() | {"organizations": list(one.organizations)} for id, one in fresh]
        session.execute(insert(CountedWork), rows)
    _tell_since(session, moved, {one.author_id for one in (*before.values(), *now.values())})


def _add_gains(session: Session, gains: Gains) -> None:
    """To the weeks and to the totals, with their heat."""
    rule = rule_in_force(session)
    weeks = {key: [*sums, rule.heat(*sums[1:])] for key, sums in gains.items()}
    counts: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0])
    for kind, subject, week, *sums in _add(
        session, BoardWeek, ("kind", "subject_id", "week"), ("works", *SUMS, "heat"), weeks
    ):
        was = [now - more for now, more in zip(sums, weeks[kind, subject, week], strict=True)]
        counts[kind, week][0] += any(sums[:-1]) - any(was[:-1])
    totals: dict[tuple[str, str], list[int]] = {}
    for (kind, subject, _week), values in gains.items():
        sums = totals.setdefault((kind, subject), [0] * len(values))
        for place, value in enumerate(values):
            sums[place] += value
    heated = {key: [*sums, rule.heat(*sums[1:])] for key, sums in totals.items()}
    for kind, subject, works, *_ in _add(session, BoardTotal, ("kind", "subject_id"), ("works", *SUMS, "heat"), heated):
        counts[kind, ALL_WEEKS][0] += (works > 0) - (works > heated[kind, subject][0])
    ranked = {key: count for key, count in counts.items() if key[0] in _COUNTED}
    _add(session, BoardCount, ("kind", "week"), ("ranked",), ranked)


def _tell_since(session: Session, works: Sequence[str], authors: set[str]) -> None:
    """When each work, and each author's first one, was published."""
    at = select(CountedWork.published_at).where(CountedWork.work_id == BoardTotal.subject_id)
    first = select(func.min(CountedWork.published_at)).where(CountedWork.author_id == BoardTotal.subject_id)
    for kind, ids, known in (("work", works, at), ("person", authors, first)):
        rows = update(BoardTotal).where(BoardTotal.kind == kind, BoardTotal.subject_id.in_(ids))
        value = func.coalesce(known.scalar_subquery(), 0)
        session.execute(rows.values(since=value).execution_options(synchronize_session=False))


def _gain(gains: Gains, work: str, counting: Counting, week: int, values: Iterable[int]) -> None:
    subjects = [("region", counting.region), ("person", counting.author_id), ("work", work)]
    subjects += [("organization", organization) for organization in counting.organizations]
    values = list(values)
    for kind, subject in subjects:
        sums = gains.setdefault((kind, subject, week), [0] * len(values))
        for place, value in enumerate(values):
            sums[place] += value


def _counted(session: Session, ids: Iterable[str]) -> dict[str, Counting]:
    """Under whom these works are in the sums; those that are not are left out."""
    found: dict[str, Counting] = {}
    for chunk in _chunks(ids):
        columns = (CountedWork.work_id, CountedWork.published_at, CountedWork.region, CountedWork.author_id)
        query = select(*columns, CountedWork.organizations).where(CountedWork.work_id.in_(chunk))
        for work, at, region, author, organizations in session.execute(query):
            found[work] = Counting(at, region, author, tuple(organizations))
    return found


def _countable(session: Session, ids: Sequence[str]) -> dict[str, Counting]:
    """Under whom these works count now: published, not excluded, by somebody who is not suspended."""
    found = select(Work.id, Work.published_at, Work.region, Work.author_id).join(Worker, Worker.id == Work.author_id)
    found = found.where(Work.id.in_(ids), Work.state == WorkState.PUBLISHED, ~Work.excluded)
    rows = session.execute(found.where(Worker.suspended_at.is_(None))).all()
    members: dict[str, list[str]] = defaultdict(list)
    of = select(Membership.worker_id, Membership.organization_id).where(
        Membership.worker_id.in_({author for *_, author in rows}), Membership.state == ApplicationState.APPROVED
    )
    for worker, organization in session.execute(of):
        members[worker].append(organization)
    return {id: Counting(at or 0, region, author, tuple(sorted(members[author]))) for id, at, region, author in rows}


def _sums(session: Session, ids: Sequence[str]) -> dict[str, dict[int, list[int]]]:
    """By work and week."""
    found: dict[str, dict[int, list[int]]] = {id: {} for id in ids}
    columns = (WorkDay.work_id, WorkDay.day, WorkDay.likes, WorkDay.favourites, WorkDay.shares, WorkDay.views)
    for work, day, *values in session.execute(select(*columns).where(WorkDay.work_id.in_(ids))):
        sums = found[work].setdefault(board_week(day), [0] * len(SUMS))
        for place, value in enumerate(values):
            sums[place] += value
    return found


def _works_of(session: Session, authors: set[str]) -> set[str]:
    """What they have published, and what is counted as theirs."""
    found: set[str] = set()
    for chunk in _chunks(authors):
        published = select(Work.id).where(Work.author_id.in_(chunk), Work.state == WorkState.PUBLISHED)
        found.update(session.scalars(published))
        counted = select(CountedWork.work_id).join(Work, Work.id == CountedWork.work_id)
        found.update(session.scalars(counted.where(Work.author_id.in_(chunk))))
    return found


def _add(session: Session, table: type[Base], keys: Sequence[str], sums: Sequence[str], gains: Any) -> Iterable[Any]:
    """Adds to rows that are there, makes the others; `gains` maps keys to as many numbers as there are sums.

    Gives the rows (keys, then sums) as they are now, in no order.
    """
    rows = [
        dict(zip(keys, key, strict=True)) | dict(zip(sums, values, strict=True))
        for key, values in sorted(gains.items())  # in one order, so that two writers cannot wait for each other
        if any(values)
    ]
    if not rows:
        return ()
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    rows_of: Any = table.__table__
    columns, statement = rows_of.c, make(rows_of)
    more = {name: columns[name] + statement.excluded[name] for name in sums}
    added = statement.on_conflict_do_update(index_elements=list(keys), set_=more)
    return session.execute(added.returning(*(columns[name] for name in (*keys, *sums))), rows).all()


def _chunks(ids: Iterable[str]) -> Iterable[list[str]]:
    found = sorted(ids)
    return (found[start : start + CHUNK] for start in range(0, len(found), CHUNK))
