"""Boards out of the sums: ranks, the week's gain, the rank a week before."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from contract.boards import RULE_1, BoardKind, Measure
from contract.campaign import week_of
from contract.masking import mask_name
from contract.regions import REGIONS
from contract.review import ApplicationState
from contract.wire.boards import BoardRow, LiveBoard, Numbers
from server.models import BoardTotal, BoardWeek, Membership, Organization, Participant, Work, Worker

SMALL: Final = frozenset({BoardKind.REGION, BoardKind.ORGANIZATION})
"""Boards that are ranked as a whole, also as of a week before."""
_SUMS: Final = ("works", "likes", "favourites", "shares", "views")
Sums = tuple[int, int, int, int, int]


def live(session: Session, now_ms: int, kind: BoardKind, measure: Measure, top: int) -> LiveBoard:
    """The board of this moment; regions without works are not ranked."""
    week = week_of(now_ms)
    ranked = BoardTotal.kind == kind, BoardTotal.works > 0
    order = (_measured(measure).desc(), BoardTotal.likes.desc(), BoardTotal.since, BoardTotal.subject_id)
    totals = list(session.scalars(select(BoardTotal).where(*ranked).order_by(*order).limit(top)))
    gains = _gains(session, kind, [row.subject_id for row in totals], week)
    names = _names(session, kind, [row.subject_id for row in totals])
    before = _ranks_before(session, kind, measure, week) if kind in SMALL else {}
    people = _people(session, [row.subject_id for row in totals]) if kind is BoardKind.ORGANIZATION else {}
    rows = [
        BoardRow(
            rank=rank,
            id=row.subject_id,
            name=names.get(row.subject_id, ("", ""))[0],
            region=names.get(row.subject_id, ("", ""))[1],
            total=_numbers((row.works, row.likes, row.favourites, row.shares, row.views)),
            gain=_numbers(gains.get(row.subject_id, (0, 0, 0, 0, 0))),
            before=before.get(row.subject_id),
            members=people[row.subject_id][0] if people else None,
            participants=people[row.subject_id][1] if people else None,
        )
        for rank, row in enumerate(totals, start=1)
    ]
    count = session.scalar(select(func.count()).select_from(BoardTotal).where(*ranked)) or 0
    return LiveBoard(kind=kind, measure=measure, week=week, at=now_ms, rule=RULE_1.version, ranked=count, rows=rows)


def _measured(measure: Measure) -> ColumnElement[int]:
    column: ColumnElement[int] = getattr(BoardTotal, measure.value)
    return column


def _numbers(sums: Sums) -> Numbers:
    works, likes, favourites, shares, views = sums
    heat = RULE_1.heat(likes, favourites, shares, views)
    return Numbers(works=works, likes=likes, favourites=favourites, shares=shares, views=views, heat=heat)


def _gains(session: Session, kind: BoardKind, ids: Sequence[str], week: int) -> dict[str, Sums]:
    columns = [getattr(BoardWeek, name) for name in _SUMS]
    found = select(BoardWeek.subject_id, *columns)
    found = found.where(BoardWeek.kind == kind, BoardWeek.week == week, BoardWeek.subject_id.in_(ids))
    return {id: (works, likes, kept, shares, views) for id, works, likes, kept, shares, views in session.execute(found)}


def _ranks_before(session: Session, kind: BoardKind, measure: Measure, week: int) -> dict[str, int]:
    """Ranks at the end of the week before, of all that had works then."""
    sums = [func.sum(getattr(BoardWeek, name)) for name in _SUMS]
    found = select(BoardWeek.subject_id, *sums).where(BoardWeek.kind == kind, BoardWeek.week < week)
    had: list[tuple[str, Numbers]] = []
    for id, *values in session.execute(found.group_by(BoardWeek.subject_id)):
        works, likes, favourites, shares, views = (int(value) for value in values)
        if works > 0:
            had.append((id, _numbers((works, likes, favourites, shares, views))))
    had.sort(key=lambda one: (-getattr(one[1], measure.value), -one[1].likes, one[0]))
    return {id: rank for rank, (id, _numbers_) in enumerate(had, start=1)}


def _names(session: Session, kind: BoardKind, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """(name, region): of regions and organizations in full, of works the title, of persons masked."""
    if kind is BoardKind.REGION:
        return {id: (REGIONS.get(id, id), id) for id in ids}
    if kind is BoardKind.ORGANIZATION:
        organizations = select(Organization.id, Organization.name, Organization.region)
        return _pairs(session.execute(organizations.where(Organization.id.in_(ids))))
    if kind is BoardKind.WORK:
        return _pairs(session.execute(select(Work.id, Work.title, Work.region).where(Work.id.in_(ids))))
    people = session.execute(select(Worker.id, Worker.name).where(Worker.id.in_(ids)))
    return {id: (mask_name(name), "") for id, name in people}


def _pairs(rows: Any) -> dict[str, tuple[str, str]]:
    return {id: (name, region) for id, name, region in rows}


def _people(session: Session, ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """(members, participants) of organizations."""
    members = select(Membership.organization_id, func.count()).where(
        Membership.organization_id.in_(ids), Membership.state == ApplicationState.APPROVED
    )
    authors = select(Participant.organization_id, func.count()).where(
        Participant.organization_id.in_(ids), Participant.works > 0
    )
    counted = {id: count for id, count in session.execute(members.group_by(Membership.organization_id))}  # noqa: C416
    writing = {id: count for id, count in session.execute(authors.group_by(Participant.organization_id))}  # noqa: C416
    return {id: (counted.get(id, 0), writing.get(id, 0)) for id in ids}
