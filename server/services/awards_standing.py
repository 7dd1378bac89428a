"""Who of a list may not be honoured now: what a sealed board says of somebody may be older than a suspension."""

from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from contract.boards import BoardKind
from contract.review import WorkState
from server.models import Organization, Work, Worker


def suspended(session: Session, subject: str, ids: list[str]) -> set[str]:
    """Suspended persons or organizations; works that are not published, are left out, or whose author is suspended."""
    wanted: Any
    if subject == BoardKind.PERSON:
        wanted = select(Worker.id).where(Worker.suspended_at.is_not(None), Worker.id.in_(ids))
    elif subject == BoardKind.ORGANIZATION:
        wanted = select(Organization.id).where(Organization.suspended_at.is_not(None), Organization.id.in_(ids))
    else:
        gone = or_(Work.state != WorkState.PUBLISHED, Work.excluded, Worker.suspended_at.is_not(None))
        wanted = select(Work.id).join(Worker, Worker.id == Work.author_id).where(gone, Work.id.in_(ids))
    return set(session.scalars(wanted))
