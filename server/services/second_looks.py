"""Second looks: a disagreement that a platform admin looks at."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.review import Kind
from contract.wire import review
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import PLATFORM, touch
from server.models import Conflict, SecondLook, Staff
from server.services import audit
from server.services.about import subjects
from server.services.tokens import StaffPerson

LIST_MAX = 500


def open_look(
    session: Session, context: ServerContext, conflict: Conflict, opened_by: str, objection: str = ""
) -> SecondLook:
    """Open the second look of a conflict whose row is locked, or open it again; an objection is never erased."""
    known = select(SecondLook).where(SecondLook.conflict_id == conflict.id).with_for_update()
    look = session.scalars(known.execution_options(populate_existing=True)).one_or_none()
    if look is None:
        look = SecondLook(
            id=context.new_id(),
            conflict_id=conflict.id,
            subject_kind=conflict.subject_kind,
            subject_id=conflict.subject_id,
            opened_by=opened_by,
            opened_at=context.now(),
            objection=objection,
            state="open",
        )
        session.add(look)
    else:
        look.objection = objection or look.objection
        look.state, look.closed_at, look.closed_by = "open", None, None
        look.version += 1
    touch(session, PLATFORM, "second_look", look.id)
    return look


def close(
    session: Session, context: ServerContext, person: StaffPerson, look_id: str, version: int | None = None
) -> review.SecondLook:
    """Close one as it was seen: in `version`, or as it stood when this call came. Closing it again changes nothing.

    Raises not-found, and version-mismatch when an objection has arrived since.
    """
    seen = version or session.scalars(select(SecondLook.version).where(SecondLook.id == look_id)).one_or_none()
    look = session.get(SecondLook, look_id, with_for_update=True, populate_existing=True)
    if look is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such second look.")
    if look.state == "open" and look.version != seen:
        raise ProblemError(Code.VERSION_MISMATCH, "There is a new objection; look again.", version=look.version)
    if look.state == "open":
        look.state, look.closed_at, look.closed_by = "closed", context.now(), person.id
        look.version += 1
        touch(session, PLATFORM, "second_look", look.id)
        audit.record(session, context, person, "second-look.close", ("second_look", look.id), about=look.subject_id)
    session.flush()
    return _answers(session, SecondLook.id == look.id)[0]


def listed(session: Session) -> review.SecondLooks:
    """Open ones first, each group newest first."""
    return review.SecondLooks(items=_answers(session))


def _answers(session: Session, *where: object) -> list[review.SecondLook]:
    found = select(SecondLook, Staff.label).join(Staff, Staff.id == SecondLook.opened_by)
    found = found.where(*where)  # type: ignore[arg-type]
    looks = session.execute(found.order_by(SecondLook.state.desc(), SecondLook.opened_at.desc()).limit(LIST_MAX)).all()
    about = subjects(session, [(look.subject_kind, look.subject_id) for look, _ in looks])
    return [
        review.SecondLook(
            id=look.id,
            subject_kind=Kind(look.subject_kind),
            subject_id=look.subject_id,
            subject_number=about[look.subject_id].number,
            subject_title=about[look.subject_id].title,
            opened_by=label,
            opened_at=look.opened_at,
            objection=look.objection,
            state="open" if look.state == "open" else "closed",
        )
        for look, label in looks
    ]
