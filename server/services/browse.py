"""全部作品: pages of works by keyset, and one work whole."""

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from contract.columns import COLUMNS
from contract.masking import mask_name
from contract.problems import Code
from contract.review import WorkState
from contract.roles import Role
from contract.wire.review import Revealed, WorkDetail, WorkPage, WorkSummary
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Media, Staff, Work, Worker
from server.services import audit, cursors
from server.services.projection import organizations_of, rows
from server.services.tokens import StaffPerson
from server.services.work_lives import WORK

Sort = Literal["newest", "oldest"]
Row = tuple[Work, Worker, Media | None, str | None]
"""Work, author, file, holder's label."""


def works_page(
    session: Session,
    context: ServerContext,
    filters: list[ColumnElement[bool]],
    sort: Sort,
    cursor: str,
    limit: int,
) -> WorkPage:
    """One page; `total` counts the whole filter. Raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = _rows().where(Work.state != WorkState.DRAFT, *filters)
    total = session.execute(select(func.count()).select_from(wanted.with_only_columns(Work.id).subquery())).scalar_one()
    if cursor:
        at, last = cursors.unseal(key, f"works:{sort}", cursor)
        wanted = wanted.where(_after(sort, at, last))
    columns = (Work.submitted_at, Work.id)
    wanted = wanted.order_by(*(columns if sort == "oldest" else [column.desc() for column in columns]))
    found: Sequence[Row] = session.execute(wanted.limit(limit + 1)).all()
    page = found[:limit]
    organizations = organizations_of(session, [author.id for _, author, _, _ in page])
    items = [WorkSummary(**_summary(row, organizations)) for row in page]
    more = len(found) > limit
    told = [page[-1][0].submitted_at, page[-1][0].id] if more else None
    return WorkPage(items=items, next=cursors.seal(key, f"works:{sort}", told) if more else None, total=total)


def work_filters(
    state: WorkState | None, region: str | None, theme: str | None, text: str
) -> list[ColumnElement[bool]]:
    """Conditions of a filter; `text` is looked for in title and number, or is an author's whole name."""
    filters: list[ColumnElement[bool]] = []
    if state:
        filters.append(Work.state == state)
    if region:
        filters.append(Work.region == region)
    if theme:
        filters.append(Work.theme == theme)
    if text.strip():
        wanted = text.strip()
        found = [Work.title.icontains(wanted, autoescape=True), Work.number.icontains(wanted, autoescape=True)]
        filters.append(or_(*found, Worker.name == wanted))
    return filters


def work_detail(session: Session, person: StaffPerson, work_id: str) -> WorkDetail:
    """One work; a moderator must hold its lease. Raises not-found, not-allowed."""
    wanted = _rows().where(Work.id == work_id, Work.state != WorkState.DRAFT)
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such work.")
    work, author, media, _ = row
    _must_hold(work, person)
    fact = dict(zip(COLUMNS[WORK], rows(session, WORK, [work.id])[work.id], strict=True))
    summary = _summary((work, author, media, row[3]), organizations_of(session, [author.id]))
    return WorkDetail.model_validate(fact | summary)


def reveal_phone(session: Session, context: ServerContext, person: StaffPerson, work_id: str) -> Revealed:
    """The author's phone in full, audited; a moderator must hold the work's lease. Raises not-found, not-allowed."""
    found = select(Work, Worker.phone).join(Worker, Worker.id == Work.author_id)
    row = session.execute(found.where(Work.id == work_id, Work.state != WorkState.DRAFT)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such work.")
    _must_hold(row[0], person)
    audit.record(session, context, person, "reveal-phone", (WORK, work_id))
    return Revealed(phone=row[1])


def _rows() -> Select[Work, Worker, Media, str]:
    found = select(Work, Worker, Media, Staff.label).join(Worker, Worker.id == Work.author_id)
    found = found.outerjoin(Media, Media.id == Work.media_id)
    return found.outerjoin(Staff, Staff.id == Work.lease_holder)


def _after(sort: Sort, at: int, last: str) -> ColumnElement[bool]:
    if sort == "oldest":
        return or_(Work.submitted_at > at, and_(Work.submitted_at == at, Work.id > last))
    return or_(Work.submitted_at < at, and_(Work.submitted_at == at, Work.id < last))


def _must_hold(work: Work, person: StaffPerson) -> None:
    if person.role is not Role.PLATFORM_ADMIN and work.lease_holder != person.id:
        raise ProblemError(Code.NOT_ALLOWED, "Claim this work first.")


def _summary(row: Row, organizations: dict[str, list[str]]) -> dict[str, Any]:
    work, author, media, holder = row
    same = ("id", "number", "version", "state", "round", "title", "theme", "region", "submitted_at", "likes", "views")
    return {name: getattr(work, name) for name in same} | {
        "author_name": mask_name(author.name),
        "organizations": organizations.get(author.id, []),
        "duration_ms": media.duration_ms if media else None,
        "poster_id": media.poster_id if media else None,
        "holder": holder,
        "lease_expires_at": work.lease_expires_at,
    }
