"""What workers do with published works: view, share, like, favourite."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.review import WorkState
from contract.wire.worker import Counts, InteractionItem, InteractionKind, InteractionsDone, WorkCounts
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Interaction, InteractionEvent, Work

_SWITCH = {
    InteractionKind.LIKE: ("like", True),
    InteractionKind.UNLIKE: ("like", False),
    InteractionKind.FAVOURITE: ("favourite", True),
    InteractionKind.UNFAVOURITE: ("favourite", False),
}
_COLUMN = {"like": "likes", "favourite": "favourites", "view": "views", "share": "shares"}
_NUMBERS = (Work.id, Work.likes, Work.favourites, Work.views, Work.shares)
Key = tuple[str, str]
"""Work and kind."""


def act(session: Session, context: ServerContext, worker_id: str, items: Sequence[InteractionItem]) -> InteractionsDone:
    """What a worker did, in this order: views and shares count each, of likes and favourites the last word holds.

    Works that are not published are told as missing; the others count all the same.
    """
    ids = {item.work_id for item in items}
    works = _locked(session, ids)
    items = [item for item in items if item.work_id in works]
    changes: list[tuple[Key, int]] = [
        ((item.work_id, item.kind.value), 1) for item in items if item.kind not in _SWITCH
    ]
    last = {(item.work_id, _SWITCH[item.kind][0]): _SWITCH[item.kind][1] for item in items if item.kind in _SWITCH}
    changes += [(key, 1) for key in _give(session, context, worker_id, [key for key, on in last.items() if on])]
    changes += [(key, -1) for key in _take_back(session, worker_id, [key for key, on in last.items() if not on])]
    _add(session, context, works, changes)
    return counts(session, worker_id, ids)


def act_once(session: Session, context: ServerContext, worker_id: str, work_id: str, kind: InteractionKind) -> Counts:
    """One thing with one work; raises not-found when it is not published."""
    done = act(session, context, worker_id, [InteractionItem(work_id=work_id, kind=kind)])
    if done.missing:
        raise ProblemError(Code.NOT_FOUND, "No such published work.")
    return Counts.model_validate(done.works[0].model_dump())


def counts(session: Session, worker_id: str, ids: Iterable[str]) -> InteractionsDone:
    """The numbers of published works and this worker's part in them, by id."""
    ids = set(ids)
    rows = session.execute(select(*_NUMBERS).where(Work.id.in_(ids), Work.state == WorkState.PUBLISHED))
    own = select(Interaction.work_id, Interaction.kind)
    own = own.where(Interaction.worker_id == worker_id, Interaction.work_id.in_(ids))
    mine = {(work, kind) for work, kind in session.execute(own)}
    works = [
        WorkCounts(**row._asdict(), liked=(row.id, "like") in mine, favourited=(row.id, "favourite") in mine)
        for row in rows
    ]
    works.sort(key=lambda work: work.id)
    return InteractionsDone(works=works, missing=sorted(ids - {work.id for work in works}))


def _locked(session: Session, ids: Iterable[str]) -> dict[str, dict[str, int]]:
    """The numbers of those that are published, ours alone until the commit; locked in one order, as reviews do it."""
    found = select(*_NUMBERS).where(Work.id.in_(ids), Work.state == WorkState.PUBLISHED).order_by(Work.id)
    rows = session.execute(found.with_for_update(key_share=True)).all()
    return {row.id: {name: getattr(row, name) for name in _COLUMN.values()} for row in rows}


def _give(session: Session, context: ServerContext, worker_id: str, keys: Sequence[Key]) -> list[Key]:
    """Likes and favourites; tells those that were not there."""
    if not keys:
        return []
    now = context.now()
    rows = [{"worker_id": worker_id, "work_id": work, "kind": kind, "at": now} for work, kind in keys]
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    given = make(Interaction).values(rows).on_conflict_do_nothing()
    return [(work, kind) for work, kind in session.execute(given.returning(Interaction.work_id, Interaction.kind))]


def _take_back(session: Session, worker_id: str, keys: Sequence[Key]) -> list[Key]:
    """Likes and favourites; tells those that were there."""
    if not keys:
        return []
    taken = delete(Interaction).where(Interaction.worker_id == worker_id)
    taken = taken.where(tuple_(Interaction.work_id, Interaction.kind).in_(keys))
    return [(work, kind) for work, kind in session.execute(taken.returning(Interaction.work_id, Interaction.kind))]


def _add(
    session: Session, context: ServerContext, works: dict[str, dict[str, int]], changes: Sequence[tuple[Key, int]]
) -> None:
    """In what the boards will count, and in the numbers that everybody sees at once."""
    if not changes:
        return
    now = context.now()
    events = [{"work_id": work, "kind": kind, "delta": by, "at": now} for (work, kind), by in changes]
    session.execute(insert(InteractionEvent), events)
    for (work, kind), by in changes:
        works[work][_COLUMN[kind]] += by
    touched = sorted({work for (work, _kind), _by in changes})
    session.execute(update(Work), [{"id": work} | works[work] for work in touched])
