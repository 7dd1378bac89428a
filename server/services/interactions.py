"""What workers do with published works: view, share, like, favourite; and the public list."""

from typing import Literal

from sqlalchemy import Select, delete, func, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from contract.campaign import Theme
from contract.masking import mask_name
from contract.problems import Code
from contract.review import WorkState
from contract.wire.worker import Counts, PublicWork, PublicWorks
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import savepoint
from server.models import Interaction, InteractionEvent, Media, Membership, Organization, Work, Worker

Once = Literal["like", "favourite"]
Often = Literal["view", "share"]
_COLUMN = {"like": Work.likes, "favourite": Work.favourites, "view": Work.views, "share": Work.shares}
PAGE = 50


def count(session: Session, context: ServerContext, worker_id: str, work_id: str, kind: Often) -> Counts:
    """One more view or share of a published work."""
    _published(session, work_id)
    _add(session, context, work_id, kind, 1)
    return counts(session, worker_id, work_id)


def give(session: Session, context: ServerContext, worker_id: str, work_id: str, kind: Once) -> Counts:
    """Like or favourite a published work; a second time changes nothing."""
    _published(session, work_id)
    try:
        with savepoint(session):
            session.add(Interaction(worker_id=worker_id, work_id=work_id, kind=kind, at=context.now()))
    except IntegrityError:
        return counts(session, worker_id, work_id)
    _add(session, context, work_id, kind, 1)
    return counts(session, worker_id, work_id)


def take_back(session: Session, context: ServerContext, worker_id: str, work_id: str, kind: Once) -> Counts:
    """Take a like or favourite back; without one nothing changes."""
    _published(session, work_id)
    mine = (Interaction.worker_id == worker_id, Interaction.work_id == work_id, Interaction.kind == kind)
    gone = session.scalars(delete(Interaction).where(*mine).returning(Interaction.at)).all()
    if gone:
        _add(session, context, work_id, kind, -1)
    return counts(session, worker_id, work_id)


def counts(session: Session, worker_id: str, work_id: str) -> Counts:
    """The numbers of a work and this worker's part in them."""
    work = session.execute(select(Work.likes, Work.views, Work.favourites, Work.shares).where(Work.id == work_id)).one()
    mine = set(
        session.scalars(
            select(Interaction.kind).where(Interaction.worker_id == worker_id, Interaction.work_id == work_id)
        )
    )
    return Counts(
        likes=work.likes,
        views=work.views,
        favourites=work.favourites,
        shares=work.shares,
        liked="like" in mine,
        favourited="favourite" in mine,
    )


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


def _published(session: Session, work_id: str) -> None:
    state = session.scalars(select(Work.state).where(Work.id == work_id)).one_or_none()
    if state != WorkState.PUBLISHED:
        raise ProblemError(Code.NOT_FOUND, "No such published work.")


def _add(session: Session, context: ServerContext, work_id: str, kind: str, by: int) -> None:
    """In the number that everybody sees at once, and in what the boards will count."""
    session.add(InteractionEvent(work_id=work_id, kind=kind, delta=by, at=context.now()))
    column = _COLUMN[kind]
    session.execute(
        update(Work)
        .where(Work.id == work_id)
        .values({column: func.coalesce(column, 0) + by})
        .execution_options(synchronize_session=False)
    )
