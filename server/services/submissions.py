"""Works from the worker's side: submit, correct, withdraw, list with state and reasons."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, Theme
from contract.problems import Code
from contract.reasons import reason
from contract.review import AlreadyThereError, NotAllowedError, WorkState
from contract.wire.sync import ReasonAt
from contract.wire.worker import CorrectAsk, OwnWork, OwnWorks, SubmitAsk
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Media, Work, WorkVersion
from server.services import audit, reviews, work_lives
from server.services.tokens import WorkerCaller

REFUSED = frozenset(
    {"empty_file", "unreadable", "not_a_video", "audio_only", "no_picture", "too_long", "oversize", "inspection-limit"}
)
"""Findings of the inspection with which a file cannot be submitted; all others are for the reviewer to judge."""
NUMBERS = "YJS-24"
FIRST_NUMBER = 100_001


def submit(session: Session, context: ServerContext, worker: WorkerCaller, ask: SubmitAsk) -> OwnWork:
    """A new work waits for review; raises outside-campaign, not-found, wrong-state, video-refused."""
    _in_campaign(context)
    _playable(session, worker, ask.media_id)
    work = Work(
        id=context.new_id(),
        number=reviews.next_number(session, NUMBERS, FIRST_NUMBER),
        author_id=worker.id,
        version=1,
        state=WorkState.DRAFT,
        round=1,
        title=ask.title,
        summary=ask.summary,
        theme=ask.theme,
        region=ask.region,
        media_id=ask.media_id,
        submitted_at=context.now(),
        lease_token=0,
        likes=0,
        views=0,
        favourites=0,
        shares=0,
    )
    work_lives.submit(session, context, work)
    audit.record(session, context, worker, "submit", ("work", work.id), version=work.version)
    return own_work(session, work)


def correct(session: Session, context: ServerContext, worker: WorkerCaller, work_id: str, ask: CorrectAsk) -> OwnWork:
    """Change text or file and send again; raises version-mismatch, wrong-state, and what `submit` raises."""
    work = _own(session, worker, work_id, lock=True)
    _in_campaign(context)
    if work.version != ask.base_version:
        raise ProblemError(Code.VERSION_MISMATCH, "The work has changed meanwhile.", version=work.version)
    if not work_lives.may_correct(session, work):
        raise ProblemError(Code.WRONG_STATE, "This work cannot be sent again.")
    changes = {name: value for name, value in ask.model_dump(exclude={"base_version"}).items() if value is not None}
    changes = {name: value for name, value in changes.items() if getattr(work, name) != value}
    if not changes:
        raise ProblemError(Code.INVALID_ARGS, "Nothing was changed.")
    if ask.media_id:
        _playable(session, worker, ask.media_id, work.id)
    for name, value in changes.items():
        setattr(work, name, value)
    work_lives.submit(session, context, work)
    audit.record(session, context, worker, "correct", ("work", work.id), version=work.version, changed=sorted(changes))
    return own_work(session, work)


def withdraw(session: Session, context: ServerContext, worker: WorkerCaller, work_id: str) -> OwnWork:
    """Take a work back; doing it twice is the same as once."""
    work = _own(session, worker, work_id, lock=True)
    try:
        work_lives.withdraw(session, context, work)
    except AlreadyThereError:
        return own_work(session, work)
    except NotAllowedError:
        raise ProblemError(Code.WRONG_STATE, "This work cannot be withdrawn.") from None
    audit.record(session, context, worker, "withdraw", ("work", work.id), version=work.version)
    return own_work(session, work)


def own_works(session: Session, worker: WorkerCaller) -> OwnWorks:
    """All works of the worker, newest first."""
    mine = select(Work).where(Work.author_id == worker.id).order_by(Work.submitted_at.desc(), Work.id.desc())
    return OwnWorks(items=[own_work(session, work) for work in session.scalars(mine)])


def one_own_work(session: Session, worker: WorkerCaller, work_id: str) -> OwnWork:
    """One of the worker's works; raises not-found for others'."""
    return own_work(session, _own(session, worker, work_id))


def own_work(session: Session, work: Work) -> OwnWork:
    """A work as its author sees it: the internal note of a decision is not part of it."""
    last = reviews.applied_decision(session, work)
    return OwnWork(
        id=work.id,
        number=work.number,
        version=work.version,
        state=WorkState(work.state),
        round=work.round,
        title=work.title,
        summary=work.summary,
        theme=Theme(work.theme),
        region=work.region,
        submitted_at=work.submitted_at,
        decided_at=last.received_at if last else None,
        reasons=[ReasonAt(**item) for item in last.reasons] if last else [],
        reason_texts=[reason(item["code"]).sentence for item in last.reasons] if last else [],
        message=last.message if last else "",
        may_correct=work_lives.may_correct(session, work),
        likes=work.likes,
        views=work.views,
        favourites=work.favourites,
        shares=work.shares,
    )


def _own(session: Session, worker: WorkerCaller, work_id: str, *, lock: bool = False) -> Work:
    work = session.get(Work, work_id, with_for_update=lock or None)
    if work is None or work.author_id != worker.id:
        raise ProblemError(Code.NOT_FOUND, "You have no such work.")
    return work


def _in_campaign(context: ServerContext) -> None:
    if not CAMPAIGN_START_MS <= context.now() < CAMPAIGN_END_MS:
        raise ProblemError(Code.OUTSIDE_CAMPAIGN, "The campaign runs from 2024-08-05 to 2024-11-30, Beijing time.")


def _playable(session: Session, worker: WorkerCaller, media_id: str, work_id: str = "") -> None:
    """The file must be this worker's and of no other work, and what the inspection found must allow it."""
    media = session.get(Media, media_id, with_for_update={"key_share": True})
    if media is None or media.worker_id != worker.id or media.kind != "video":
        raise ProblemError(Code.NOT_FOUND, "You have uploaded no such file.")
    other = select(WorkVersion.work_id).where(WorkVersion.media_id == media_id, WorkVersion.work_id != work_id)
    if taken := session.scalars(other.limit(1)).first():
        raise ProblemError(Code.WRONG_STATE, "This file was sent in with another work.", work_id=taken)
    found = [code for code in media.problems if code in REFUSED]
    if found:
        raise ProblemError(Code.VIDEO_REFUSED, "This file breaks the rules of the contest.", problems=found)
