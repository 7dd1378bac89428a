"""Works left out of the boards: by flag with a reason, never deleted; what was sealed stays as it was."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.wire.boards import ExclusionAsk, ExclusionFacts, Exclusions
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Exclusion, Staff, Work
from server.services import audit
from server.services.tokens import StaffPerson


def exclusions(session: Session, region: str) -> Exclusions:
    """Also the ended ones, newest first; of one region, or "" for all."""
    found = select(Exclusion, Work.number, Work.title, Work.region, Staff.label)
    found = found.join(Work, Work.id == Exclusion.work_id).join(Staff, Staff.id == Exclusion.by)
    if region:
        found = found.where(Work.region == region)
    items = [
        ExclusionFacts(
            id=row.id, work_id=row.work_id, number=number, title=title, region=of, reason=row.reason, at=row.at,
            by=label, ended_at=row.ended_at,
        )
        for row, number, title, of, label in session.execute(found.order_by(Exclusion.at.desc(), Exclusion.id.desc()))
    ]  # fmt: skip
    return Exclusions(items=items)


def exclude(session: Session, context: ServerContext, person: StaffPerson, ask: ExclusionAsk) -> Exclusions:
    """Leaves a work out or puts it back, audited; raises not-found, wrong-state where it is so already."""
    work = session.scalars(select(Work).where(Work.id == ask.work_id).with_for_update()).one_or_none()
    if work is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such work.")
    if work.excluded == ask.out:
        raise ProblemError(Code.WRONG_STATE, "It is so already.")
    work.excluded = ask.out
    if ask.out:
        session.add(Exclusion(id=context.new_id(), work_id=work.id, reason=ask.reason, at=context.now(), by=person.id))
    else:
        now = select(Exclusion).where(Exclusion.work_id == work.id, Exclusion.ended_at.is_(None))
        for row in session.scalars(now):
            row.ended_at, row.ended_by = context.now(), person.id
    audit.record(session, context, person, "exclude" if ask.out else "include", ("work", work.id), reason=ask.reason)
    session.flush()
    return exclusions(session, "")
