"""Leases on works: `lease_token` rises at each grant; whoever was given the current one may decide."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.campaign import DAY_MS
from contract.columns import COLUMNS
from contract.wire.review import Claimed, Lease
from server.context import ServerContext
from server.feed import touch, user_bucket
from server.models import LeaseGrant, ServerState, Work
from server.services import reviews
from server.services.projection import rows
from server.services.work_lives import WORK, end_lease

HOUR_MS = DAY_MS // 24
FORGOTTEN_MAX = 1_000
"""Grants of one work that a forgotten life may have made; a token higher than that was never granted."""


def grant(
    session: Session, context: ServerContext, works: Sequence[Work], staff_id: str, hours: int, batch: str
) -> None:
    """Give locked, waiting works to somebody; they leave the buckets of whoever had them."""
    now = context.now()
    for work in works:
        if work.lease_holder != staff_id:
            end_lease(session, work)
        work.lease_token += 1
        work.lease_owner = work.lease_holder = staff_id
        work.lease_expires_at = now + hours * HOUR_MS
        work.claimed_at, work.batch = now, batch
        touch(session, user_bucket(staff_id), WORK, work.id)
    had = _granted(session, staff_id, [work.id for work in works])
    session.add_all(LeaseGrant(staff_id=staff_id, work_id=work.id, at=now) for work in works if work.id not in had)


def was_granted(session: Session, work: Work, staff_id: str) -> bool:
    """Whether somebody was ever given a work."""
    return bool(_granted(session, staff_id, [work.id]))


def _granted(session: Session, staff_id: str, ids: Sequence[str]) -> set[str]:
    found = select(LeaseGrant.work_id).where(LeaseGrant.staff_id == staff_id, LeaseGrant.work_id.in_(ids))
    return set(session.scalars(found))


def before_this_life(session: Session, moment: int) -> bool:
    """Whether a moment lies before the restore that this life of the database began with; never in its first life."""
    return moment < (session.get_one(ServerState, 1).restored_at or 0)


def is_forgotten(work: Work, token: int | None) -> bool:
    """Whether a token is higher than all that this life of the database knows of."""
    return token is not None and work.lease_token < token <= work.lease_token + FORGOTTEN_MAX


def held_by_another(session: Session, context: ServerContext, work: Work, staff_id: str) -> bool:
    """Whether somebody else holds the work: also beyond the lease's end, when it was granted in this life."""
    if work.lease_holder in {None, staff_id}:
        return False
    return (work.lease_expires_at or 0) > context.now() or not before_this_life(session, work.claimed_at or 0)


def locked(session: Session, ids: Sequence[str]) -> list[Work]:
    """These works, their rows locked in the order of ids."""
    return reviews.locked(session, Work, ids)


def lease_of(context: ServerContext, work: Work) -> Lease:
    """The lease as told to its holder."""
    expires = work.lease_expires_at or 0
    left = max(0, expires - context.now()) // 1000
    return Lease(work_id=work.id, token=work.lease_token, expires_in_s=left, expires_at=expires)


def claimed(session: Session, context: ServerContext, batch: str, works: Sequence[Work]) -> Claimed:
    """Leases and rows of works, in their order."""
    session.flush()
    projected = rows(session, WORK, [work.id for work in works])
    return Claimed(
        batch=batch,
        leases=[lease_of(context, work) for work in works],
        cols=list(COLUMNS[WORK]),
        works=[projected[work.id] for work in works],
        server_time=context.now(),
    )
