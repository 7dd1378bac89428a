"""How works are reviewed: under a lease, published or rejected."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from contract.review import WorkState
from contract.wire.sync import DecideArgs
from server.models import Decision, Review, Work
from server.services import audit, leases, notices, work_lives
from server.services.acting import Act
from server.services.work_lives import WORK

LEASE_HOURS = 12


def locked(session: Session, ids: Sequence[str]) -> list[Work]:
    """The works of these ids."""
    return leases.locked(session, ids)


def hidden(_: Act, work: Work) -> bool:
    """Drafts are nobody's business."""
    return work.state == WorkState.DRAFT


def may_decide(act: Act, args: DecideArgs, work: Work) -> bool:
    """Who was ever given the work; a restored server cannot know who had it before."""
    if leases.before_this_life(act.session, act.mutation.created_at):
        return True
    return leases.was_granted(act.session, work, act.person.id)


def lost(act: Act, args: DecideArgs, work: Work) -> str | None:
    """The lease has passed on; a token that the server has forgotten is still good while nobody else holds the work."""
    if _is_current(act, args, work):
        return None
    taken = leases.held_by_another(act.session, act.context, work, act.person.id)
    restored = leases.before_this_life(act.session, act.mutation.created_at)
    if taken or not restored or not leases.is_forgotten(work, args.lease_token):
        return "lease-lost"
    return None


def settle(act: Act, args: DecideArgs, work: Work, now: int) -> Review:
    """Published or rejected."""
    if not _is_current(act, args, work):
        _take_up(act, args, work)
    return work_lives.settle(act.session, work, args.verdict, now)


def tell(act: Act, work: Work, decision: Decision) -> None:
    """The author hears of it."""
    notices.about_work(act.session, act.context, work, decision)


def fixed(_: Act, work: Work, __: Decision) -> bool:
    """Whether the author took the work back."""
    return work.state == WorkState.WITHDRAWN


def reopen(act: Act, work: Work, _: Decision) -> None:
    """The work waits again, leased to who undoes."""
    work_lives.reopen(work)
    leases.grant(act.session, act.context, [work], act.person.id, LEASE_HOURS, batch=act.mutation.id)


def _is_current(act: Act, args: DecideArgs, work: Work) -> bool:
    return args.lease_token == work.lease_token and work.lease_owner == act.person.id


def _take_up(act: Act, args: DecideArgs, work: Work) -> None:
    """The forgotten token becomes the current one, so that later grants are above it."""
    assert args.lease_token is not None
    facts = {"token": args.lease_token, "before": work.lease_token, "holder": work.lease_holder}
    audit.record(act.session, act.context, act.person, "forgotten-lease", (WORK, work.id), **facts)
    work.lease_token, work.lease_owner = args.lease_token, act.person.id
