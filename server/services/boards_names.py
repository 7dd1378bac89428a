"""Who stands on a board: names, numbers, regions; members and participants of organizations."""

from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from contract.boards import BoardKind
from contract.regions import REGIONS
from contract.review import ApplicationState
from server.models import CountedWork, Membership, Organization, Participant, Work, Worker


class Named(NamedTuple):
    """As in `contract.week_board.BoardRow`; names in full."""

    name: str
    number: str = ""
    author: str = ""
    region: str = ""
    members: int = 0
    participants: int = 0
    of: tuple[str, ...] = ()


def named(session: Session, kind: BoardKind, wanted: Any) -> dict[str, Named]:
    """By id; suspended organizations are absent. `wanted` is a list of ids or a query for them."""
    return _NAMING[kind](session, wanted)


def _regions(session: Session, wanted: Any) -> dict[str, Named]:
    ids: list[str] = wanted if isinstance(wanted, list) else list(session.scalars(wanted))
    return {id: Named(REGIONS.get(id, id), region=id) for id in ids}


def _organizations(session: Session, wanted: Any) -> dict[str, Named]:
    members = select(Membership.organization_id, func.count()).where(
        Membership.organization_id.in_(wanted), Membership.state == ApplicationState.APPROVED
    )
    authors = select(Participant.organization_id, func.count()).where(
        Participant.organization_id.in_(wanted), Participant.works > 0
    )
    joined = _pairs(session, members.group_by(Membership.organization_id))
    taking_part = _pairs(session, authors.group_by(Participant.organization_id))
    found = select(Organization.id, Organization.name, Organization.number, Organization.region)
    found = found.where(Organization.id.in_(wanted), Organization.suspended_at.is_(None))
    return {
        id: Named(name, number or "", "", region, joined.get(id, 0), taking_part.get(id, 0))
        for id, name, number, region in session.execute(found)
    }


def _works(session: Session, wanted: Any) -> dict[str, Named]:
    columns = (Work.id, Work.title, Work.number, Worker.name, Work.region, Work.author_id, CountedWork.organizations)
    found = select(*columns).join(Worker, Worker.id == Work.author_id).outerjoin(CountedWork)
    rows = session.execute(found.where(Work.id.in_(wanted)))
    return {
        id: Named(title, number or "", author, region, of=(person, *(organizations or ())))
        for id, title, number, author, region, person, organizations in rows
    }


def _persons(session: Session, wanted: Any) -> dict[str, Named]:
    """A person belongs where the first of the works that count does."""
    works = select(CountedWork.author_id, CountedWork.region).where(CountedWork.author_id.in_(wanted))
    works = works.order_by(CountedWork.published_at.desc(), CountedWork.work_id.desc())
    region = _pairs(session, works)  # the earliest one wins
    people = session.execute(select(Worker.id, Worker.name).where(Worker.id.in_(wanted)))
    return {id: Named(name, region=region[id]) for id, name in people if id in region}


def _pairs(session: Session, query: Select[Any, Any]) -> dict[str, Any]:
    return {first: second for first, second in session.execute(query)}  # noqa: C416


_NAMING = {
    BoardKind.REGION: _regions,
    BoardKind.ORGANIZATION: _organizations,
    BoardKind.WORK: _works,
    BoardKind.PERSON: _persons,
}
