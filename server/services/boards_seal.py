"""Sealing: a week's boards become files that never change; a correction is the next revision and says why."""

import hashlib
from collections.abc import Collection
from dataclasses import asdict, replace
from functools import partial
from typing import Final

import orjson
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session, undefer

from contract.boards import BoardKind, HeatRule, Numbers, Ranks
from contract.campaign import CAMPAIGN_WEEKS, day_of
from contract.problems import Code
from contract.review import ApplicationState
from contract.week_board import Excluded, Seal, WeekBoard, cutoff_of, packed, unpacked
from contract.wire.boards import BoardFileFacts, SealAsk, SealFacts
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.feed import BOARDS, touch
from server.models import BoardFile, BoardPlace, BoardSeal, CountedWork, Exclusion, Membership, Work, WorkDay, Worker
from server.services import audit
from server.services.boards import Before, board
from server.services.boards_counting import fold
from server.services.boards_rules import rule_in_force
from server.services.tokens import StaffPerson

SEAL: Final = "seal"
SETTLED_MS: Final = 60_000
"""How long after the cut-off a week may be sealed: what was on its way has arrived."""
SCHEDULED_MS: Final = 30 * 60_000
"""The schedule's moment after the cut-off: Monday 00:30 in Asia/Shanghai."""
PORTION: Final = 10_000


def seal(session: Session, context: ServerContext, person: StaffPerson | None, ask: SealAsk) -> SealFacts:
    """Seals a week that is over, or corrects it; `person` None is the schedule.

    Raises wrong-state before the week is over, version-mismatch when somebody made this revision meanwhile,
    invalid-args for a correction without a reason.
    """
    one_at_a_time(session, "boards")
    now, cutoff = context.now(), cutoff_of(ask.week)
    if now < cutoff + SETTLED_MS:
        raise ProblemError(Code.WRONG_STATE, "The week is not over.", cutoff=cutoff)
    made = session.scalar(select(func.max(BoardSeal.revision)).where(BoardSeal.week == ask.week)) or 0
    if ask.revision != made + 1:
        raise ProblemError(Code.VERSION_MISMATCH, "Somebody sealed this week meanwhile.", revision=made)
    if made and len(ask.reason) < 2:
        raise ProblemError(Code.INVALID_ARGS, "A correction needs a reason.")
    while fold(session):
        pass
    rule, excluded = rule_in_force(session), _excluded(session)
    suspended = session.scalar(select(func.count()).where(Worker.suspended_at.is_not(None))) or 0
    works = session.scalar(select(func.count()).where(CountedWork.published_at < cutoff)) or 0
    label, digest = person.label if person else "", _digest(session, cutoff, rule, excluded)
    told = Seal(context.new_id(), ask.revision, ask.reason, now, label, digest, works, suspended, excluded)
    boards = [sealed_board(session, now, kind, ask.week, told) for kind in BoardKind]
    files = [BoardFile(id=context.new_id(), seal_id=told.id, kind=one.kind, data=packed(one)) for one in boards]
    facts = [
        BoardFileFacts(id=file.id, kind=one.kind, ranked=one.ranked) for file, one in zip(files, boards, strict=True)
    ]
    row = BoardSeal(
        id=told.id, week=ask.week, revision=ask.revision, cutoff=cutoff, rule=asdict(rule), reason=ask.reason,
        sealed_at=now, sealed_by=label, digest=digest, works=works, suspended=suspended, excluded=len(excluded),
        files=[one.model_dump() for one in facts],
    )  # fmt: skip
    session.add(row)
    session.flush()
    _keep(session, files, boards)
    touch(session, BOARDS, SEAL, row.id)
    audit.record(session, context, person, "seal", (SEAL, row.id), week=ask.week, revision=ask.revision, digest=digest)
    session.flush()
    return facts_of(row)


def sealed_board(session: Session, now_ms: int, kind: BoardKind, week: int, told: Seal) -> WeekBoard:
    """The board as it goes into the file."""
    made = board(session, now_ms, kind, week, sealed=partial(places_before, session, kind, week))
    return replace(made, seal=told)


def places_before(session: Session, kind: BoardKind, week: int, ids: Collection[str] | None) -> Before | None:
    """Places and gains of these, or of all, as the week before was sealed; None when it was not."""
    latest = select(BoardSeal.id).where(BoardSeal.week == week - 1).order_by(BoardSeal.revision.desc()).limit(1)
    file = session.scalar(select(BoardFile.id).where(BoardFile.seal_id.in_(latest), BoardFile.kind == kind))
    if file is None:
        return None
    found = select(BoardPlace.subject_id, BoardPlace.ranks, BoardPlace.gain).where(BoardPlace.file_id == file)
    if ids is not None:
        found = found.where(BoardPlace.subject_id.in_(ids))
    return {id: (Ranks(*ranks), Numbers(*gain)) for id, ranks, gain in session.execute(found)}


def _keep(session: Session, files: list[BoardFile], boards: list[WeekBoard]) -> None:
    """The files, and the places on them as rows, for the week after."""
    session.add_all(files)
    session.flush()
    for file, one in zip(files, boards, strict=True):
        for start in range(0, len(one.rows), PORTION):
            rows = one.rows[start : start + PORTION]
            told = [{"file_id": file.id, "subject_id": row.id, "ranks": row.ranks, "gain": row.gain} for row in rows]
            session.execute(insert(BoardPlace), told)


def file_of(session: Session, file_id: str, region: str) -> bytes:
    """The file of a sealed board, for staff of one region what they may see of it; raises not-found."""
    query = select(BoardFile).where(BoardFile.id == file_id).options(undefer(BoardFile.data))
    file = session.scalars(query).one_or_none()
    if file is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such board.")
    return packed(unpacked(file.data).only(region)) if region else file.data


def facts_of(row: BoardSeal) -> SealFacts:
    """A sealed week as the wire has it."""
    return SealFacts.model_validate({name: getattr(row, name) for name in SealFacts.model_fields})


def seals(session: Session) -> list[SealFacts]:
    """All, newest week and revision first."""
    found = select(BoardSeal).order_by(BoardSeal.week.desc(), BoardSeal.revision.desc())
    return [facts_of(row) for row in session.scalars(found)]


def seal_due(context: ServerContext) -> int:
    """What the schedule owes: weeks that ended at least half an hour ago and were never sealed, oldest first."""
    weeks = [week for week in range(1, CAMPAIGN_WEEKS + 1) if cutoff_of(week) + SCHEDULED_MS <= context.now()]
    with context.database.reading() as session:
        done = set(session.scalars(select(BoardSeal.week)))
    for week in weeks:
        if week not in done:
            with context.database.writing() as session:
                seal(session, context, None, SealAsk(week=week))
    return len(set(weeks) - done)


def _excluded(session: Session) -> list[Excluded]:
    found = select(Work.number, Work.title, Work.region, Exclusion.reason).join(Work, Work.id == Exclusion.work_id)
    found = found.where(Exclusion.ended_at.is_(None)).order_by(Work.number)
    return [Excluded(*facts) for facts in session.execute(found)]


def _digest(session: Session, cutoff: int, rule: HeatRule, excluded: list[Excluded]) -> str:
    """SHA-256 over what the boards are made of: the rule, what is left out, members, and each work with its sums."""
    told = hashlib.sha256(orjson.dumps([cutoff, asdict(rule), [asdict(one) for one in excluded]]))
    members = select(Membership.organization_id, func.count()).where(Membership.state == ApplicationState.APPROVED)
    for row in session.execute(members.group_by(Membership.organization_id).order_by(Membership.organization_id)):
        told.update(orjson.dumps(list(row)))
    names = ("likes", "favourites", "shares", "views")
    sums = select(WorkDay.work_id, *(func.sum(getattr(WorkDay, name)).label(name) for name in names))
    summed = sums.where(WorkDay.day < day_of(cutoff)).group_by(WorkDay.work_id).subquery()
    columns = (CountedWork.work_id, CountedWork.published_at, CountedWork.region, CountedWork.author_id)
    works = select(*columns, CountedWork.organizations, *(func.coalesce(summed.c[name], 0) for name in names))
    works = works.outerjoin(summed, summed.c.work_id == CountedWork.work_id).where(CountedWork.published_at < cutoff)
    for row in session.execute(works.order_by(CountedWork.work_id).execution_options(yield_per=PORTION)):
        told.update(orjson.dumps([*row[:5], *map(int, row[5:])]))
    return told.hexdigest()
