"""An applicant in full, for the administrators of the organization that is applied to."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.wire.registration import MemberRevealed
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Membership, Worker
from server.services import audit
from server.services.member_ways import MEMBERSHIP
from server.services.tokens import StaffPerson


def reveal(session: Session, context: ServerContext, person: StaffPerson, membership_id: str) -> MemberRevealed:
    """Name and phone, audited; raises not-found, also for another organization's."""
    found = select(Worker.name, Worker.phone).join(Membership, Membership.worker_id == Worker.id)
    mine = Membership.id == membership_id, Membership.organization_id == person.organization_id
    row = session.execute(found.where(*mine)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such application.")
    audit.record(session, context, person, "reveal-member", (MEMBERSHIP, membership_id))
    return MemberRevealed(name=row[0], phone=row[1])
