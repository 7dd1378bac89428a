"""What a subject of any kind is called where decisions, conflicts and second looks name it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.masking import mask_name
from contract.review import Kind
from server.models import Media, Membership, Organization, Registration, Work, Worker


@dataclass(frozen=True, slots=True)
class About:
    """Readable number, title (personal names masked), region, picture."""

    number: str
    title: str
    region: str
    poster_id: str | None = None


def subjects(session: Session, wanted: Iterable[tuple[str, str]]) -> dict[str, About]:
    """By id, of (kind, id) pairs."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for kind, id in wanted:
        ids[kind].add(id)
    found: dict[str, About] = {}
    if works := ids[Kind.WORK]:
        query = select(Work.id, Work.number, Work.title, Work.region, Media.poster_id)
        query = query.outerjoin(Media, Media.id == Work.media_id).where(Work.id.in_(works))
        for id, number, title, region, poster in session.execute(query):
            found[id] = About(number, title, region, poster)
    if registrations := ids[Kind.REGISTRATION]:
        one = select(Registration.id, Registration.number, Registration.name, Registration.region)
        found |= {id: About(*rest) for id, *rest in session.execute(one.where(Registration.id.in_(registrations)))}
    if memberships := ids[Kind.MEMBERSHIP]:
        who = select(Membership.id, Worker.name, Organization.name, Organization.region)
        who = who.join(Worker, Worker.id == Membership.worker_id)
        who = who.join(Organization, Organization.id == Membership.organization_id)
        for id, name, organization, region in session.execute(who.where(Membership.id.in_(memberships))):
            found[id] = About("", f"{mask_name(name)} · {organization}", region)
    return found
