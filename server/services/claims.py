"""Claiming works: many, one, taking over, renewing, giving back. Expired is claimable; there is no sweeper."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.review import WorkState
from contract.wire.review import ClaimAsk, Claimed, Lease, LeasesAnswer, LeasesAsk, TakeOverAsk
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import touch, user_bucket
from server.models import Staff, Work
from server.services import audit
from server.services.idempotency import once
from server.services.leases import HOUR_MS, claimed, grant, lease_of, locked
from server.services.tokens import StaffPerson
from server.services.work_lives import WORK, end_lease

RENEW_STEP_MS = 10 * 60_000
"""A renewal that would move the end by less is not written, so that renewing at each sync does not move the feed."""


def claim(session: Session, context: ServerContext, person: StaffPerson, ask: ClaimAsk, key: str) -> Claimed:
    """Up to `count` free works, oldest first; the same key gives what is still mine of the same claim."""
    return once(
        session,
        context,
        person.id,
        "claim",
        key,
        ask,
        Claimed,
        act=lambda: _claim(session, context, person, ask),
        keep=lambda answer: answer.model_copy(update={"works": []}),
        again=lambda first: _again(session, context, person, first),
    )


def claim_one(session: Session, context: ServerContext, person: StaffPerson, work_id: str) -> Claimed:
    """Opens one work: claims it when free, tells the lease again when mine; else raises wrong-state, lease-lost."""
    work = _waiting(session, work_id)
    if work.lease_holder == person.id:
        return _mine_already(session, context, work, hours=12)
    if work.lease_holder and (work.lease_expires_at or 0) > context.now():
        holder = session.get_one(Staff, work.lease_holder)
        raise ProblemError(
            Code.LEASE_LOST, "Somebody else holds this work.", holder=holder.label, expires_at=work.lease_expires_at
        )
    return _grant_one(session, context, person, work, hours=12, action="claim")


def take_over(session: Session, context: ServerContext, person: StaffPerson, work_id: str, ask: TakeOverAsk) -> Claimed:
    """Ends whoever's lease and claims the work; raises not-found, wrong-state."""
    work = _waiting(session, work_id)
    if work.lease_holder == person.id:
        return _mine_already(session, context, work, ask.hours)
    facts = {"reason": ask.reason, "before": work.lease_holder}
    return _grant_one(session, context, person, work, ask.hours, "take-over", **facts)


def renew(session: Session, context: ServerContext, person: StaffPerson, ask: LeasesAsk) -> LeasesAnswer:
    """Moves the end of my leases; an expired one that nobody took is renewed too."""
    mine, lost = _mine(session, person, ask)
    for work in mine:
        _extend(session, context, work, ask.hours)
    done = [lease_of(context, work) for work in mine]
    return LeasesAnswer(done=done, lost=lost, server_time=context.now())


def release(session: Session, context: ServerContext, person: StaffPerson, ask: LeasesAsk) -> LeasesAnswer:
    """Gives leases back: the works leave my bucket and are offered to others."""
    mine, lost = _mine(session, person, ask)
    done: list[Lease] = [lease_of(context, work) for work in mine]
    for work in mine:
        end_lease(session, work)
        audit.record(session, context, person, "release", (WORK, work.id), token=work.lease_token)
    return LeasesAnswer(done=done, lost=lost, server_time=context.now())


def _claim(session: Session, context: ServerContext, person: StaffPerson, ask: ClaimAsk) -> Claimed:
    """New works only: what I hold beyond its end is renewed under its token, for decisions may be on their way.

    Rows that another claim has locked are skipped, not waited for.
    """
    over = Work.lease_expires_at <= context.now()
    own = select(Work).where(Work.state == WorkState.PENDING, Work.lease_holder == person.id, over)
    for work in session.scalars(own.with_for_update(skip_locked=True)):
        _extend(session, context, work, ask.hours)
    free = or_(Work.lease_holder.is_(None), and_(Work.lease_holder != person.id, over))
    wanted = select(Work).where(Work.state == WorkState.PENDING, free)
    if ask.filter.region:
        wanted = wanted.where(Work.region == ask.filter.region)
    if ask.filter.theme:
        wanted = wanted.where(Work.theme == ask.filter.theme)
    wanted = wanted.order_by(Work.submitted_at, Work.id).limit(ask.count).with_for_update(skip_locked=True)
    works = list(session.scalars(wanted))
    batch = context.new_id()
    grant(session, context, works, person.id, ask.hours, batch)
    ids = [work.id for work in works]
    audit.record(session, context, person, "claim", ("batch", batch), works=ids, hours=ask.hours)
    return claimed(session, context, batch, works)


def _again(session: Session, context: ServerContext, person: StaffPerson, first: Claimed) -> Claimed:
    tokens = {lease.work_id: lease.token for lease in first.leases}
    found = {work.id: work for work in session.scalars(select(Work).where(Work.id.in_(tokens)))}
    mine = [found[key] for key, token in tokens.items() if _is_mine(found[key], person, token)]
    return claimed(session, context, first.batch, mine)


def _grant_one(
    session: Session, context: ServerContext, person: StaffPerson, work: Work, hours: int, action: str, **facts: object
) -> Claimed:
    batch = context.new_id()
    grant(session, context, [work], person.id, hours, batch)
    audit.record(session, context, person, action, (WORK, work.id), token=work.lease_token, **facts)
    return claimed(session, context, batch, [work])


def _mine_already(session: Session, context: ServerContext, work: Work, hours: int) -> Claimed:
    _extend(session, context, work, hours)
    return claimed(session, context, work.batch or "", [work])


def _extend(session: Session, context: ServerContext, work: Work, hours: int) -> None:
    """The holder's lease lasts `hours` from now, under its token; it is never shortened."""
    until = context.now() + hours * HOUR_MS
    if work.lease_holder and until - (work.lease_expires_at or 0) >= RENEW_STEP_MS:
        work.lease_expires_at = until
        touch(session, user_bucket(work.lease_holder), WORK, work.id)


def _waiting(session: Session, work_id: str) -> Work:
    works = locked(session, [work_id])
    if not works or works[0].state == WorkState.DRAFT:
        raise ProblemError(Code.NOT_FOUND, "There is no such work.")
    if works[0].state != WorkState.PENDING:
        raise ProblemError(Code.WRONG_STATE, "This work is not waiting for review.", state=works[0].state)
    return works[0]


def _is_mine(work: Work, person: StaffPerson, token: int) -> bool:
    return work.lease_holder == person.id and work.lease_token == token


def _mine(session: Session, person: StaffPerson, ask: LeasesAsk) -> tuple[list[Work], list[str]]:
    """My locked works among those asked for (all of mine when the list is empty), and the ids that are not mine."""
    if not ask.leases:
        held = session.scalars(select(Work.id).where(Work.lease_holder == person.id)).all()
        return [work for work in locked(session, held) if work.lease_holder == person.id], []
    found = {work.id: work for work in locked(session, [lease.work_id for lease in ask.leases])}
    tokens = {lease.work_id: lease.token for lease in ask.leases}
    mine = [work for key, work in found.items() if _is_mine(work, person, tokens[key])]
    lost = [key for key in tokens if key not in {work.id for work in mine}]
    return mine, lost
