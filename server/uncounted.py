"""Notes what may count otherwise on boards, in the same transaction as the change: no service has to think of it."""

from typing import Any, Final

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from contract.review import ApplicationState, WorkState
from server.models import Membership, Uncounted, Work, Worker

_OF_WORKS: Final = ("state", "region", "author_id", "published_at", "excluded")


def note_uncounted(session: Session, _flush: object, _instances: object) -> None:
    """`before_flush` hook."""
    noted = [entry for row in (*session.new, *session.dirty, *session.deleted) if (entry := _entry(row)) is not None]
    session.add_all(Uncounted(kind=kind, subject_id=id) for kind, id in dict.fromkeys(noted))


def _entry(row: object) -> tuple[str, str] | None:
    if isinstance(row, Work):
        counts = WorkState.PUBLISHED in _values(row, "state")
        return ("work", row.id) if counts and _changed(row, *_OF_WORKS) else None
    if isinstance(row, Membership):
        counts = ApplicationState.APPROVED in _values(row, "state")
        return ("author", row.worker_id) if counts and _changed(row, "state", "organization_id") else None
    if isinstance(row, Worker) and _changed(row, "suspended_at") and inspect(row).persistent:
        return "author", row.id
    return None


def _changed(row: object, *names: str) -> bool:
    attributes = inspect(row).attrs
    return inspect(row).deleted or any(attributes[name].history.has_changes() for name in names)


def _values(row: object, name: str) -> set[Any]:
    """What stands there, and what stood there before."""
    history = inspect(row).attrs[name].history
    return {*(history.added or ()), *(history.unchanged or ()), *(history.deleted or ())}
