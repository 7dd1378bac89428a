"""The public list: published works as everybody sees them."""

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from contract.campaign import Theme
from contract.masking import mask_name
from contract.problems import Code
from contract.review import WorkState
from contract.wire.worker import PublicWork, PublicWorks
from server.errors import ProblemError
from server.models import Media, Membership, Organization, Work, Worker

PAGE = 50


def published_works(
    session: Session, region: str | None, theme: Theme | None, before: tuple[int, str] | None
) -> tuple[PublicWorks, tuple[int, str] | None]:
    """A page of published works, newest first, and the key of its last row when there are more."""
    found = _public().where(Work.state == WorkState.PUBLISHED)
    if region:
        found = found.where(Work.region == region)
    if theme:
        found = found.where(Work.theme == theme)
    if before:
        found = found.where(tuple_(Work.published_at, Work.id) < tuple_(*before))
    rows = session.execute(found.order_by(Work.published_at.desc(), Work.id.desc()).limit(PAGE + 1)).all()
    items = [_public_work(session, *row) for row in rows[:PAGE]]
    last = (items[-1].published_at, items[-1].id) if len(rows) > PAGE else None
    return PublicWorks(items=items, next=None), last


def published_work(session: Session, work_id: str) -> PublicWork:
    """One published work; raises not-found for all others."""
    row = session.execute(_public().where(Work.id == work_id, Work.state == WorkState.PUBLISHED)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "No such published work.")
    return _public_work(session, *row)


def _public() -> Select[Work, str, int | None]:
    return (
        select(Work, Worker.name, Media.duration_ms)
        .join(Worker, Worker.id == Work.author_id)
        .outerjoin(Media, Media.id == Work.media_id)
    )


def _public_work(session: Session, work: Work, author: str, duration_ms: int | None) -> PublicWork:
    joined = select(Organization.name).join(Membership, Membership.organization_id == Organization.id)
    names = session.scalars(
        joined.where(Membership.worker_id == work.author_id, Membership.state == "approved").order_by(Organization.name)
    )
    return PublicWork(
        id=work.id,
        number=work.number,
        title=work.title,
        summary=work.summary,
        theme=Theme(work.theme),
        region=work.region,
        author_name=mask_name(author),
        organizations=list(names),
        published_at=work.published_at or 0,
        duration_ms=duration_ms,
        likes=work.likes,
        views=work.views,
        favourites=work.favourites,
        shares=work.shares,
    )
