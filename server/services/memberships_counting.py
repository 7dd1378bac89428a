"""What counts for an organization: computed from approved memberships, never stored."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.review import ApplicationState, WorkState
from server.models import Membership, Work


def published_works_of(session: Session, organization_id: str) -> list[str]:
    """Ids of all published works of an organization's members, also earlier ones, in the order of publication."""
    members = select(Membership.worker_id).where(
        Membership.organization_id == organization_id, Membership.state == ApplicationState.APPROVED
    )
    works = select(Work.id).where(Work.author_id.in_(members), Work.state == WorkState.PUBLISHED)
    return list(session.scalars(works.order_by(Work.published_at, Work.id)))
