"""Entities as rows in the columns of the feed (COLUMNS), many at a time; personal data is masked."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from contract.masking import mask_name, mask_phone
from contract.reasons import CATALOGUE_VERSION, WORK_REASONS
from contract.regions import REGIONS, short_region
from contract.wire.sync import COLUMNS, HistoryEvent
from server.models import (
    Conflict,
    Decision,
    Media,
    Membership,
    Organization,
    SecondLook,
    Setting,
    Staff,
    Work,
    Worker,
    WorkEvent,
)

Facts = dict[str, Any]
_REASONS = {reason.code: reason for reason in WORK_REASONS}


def rows(session: Session, kind: str, ids: Sequence[str]) -> dict[str, list[Any]]:
    """Rows by id in the order of COLUMNS[kind]; ids that no longer exist are absent."""
    facts = _PROJECTIONS[kind](session, ids)
    return {key: [fact[column] for column in COLUMNS[kind]] for key, fact in facts.items()}


def organizations_of(session: Session, workers: Sequence[str]) -> dict[str, list[str]]:
    """Names of the organizations that each worker belongs to."""
    found = select(Membership.worker_id, Organization.name).join(
        Organization, Organization.id == Membership.organization_id
    )
    found = found.where(Membership.state == "approved", Membership.worker_id.in_(workers)).order_by(Organization.name)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for worker, name in session.execute(found):
        names[worker].append(name)
    return names


def history_of(session: Session, works: Sequence[str]) -> dict[str, list[Facts]]:
    """History lines of each work, oldest first."""
    lines: defaultdict[str, list[Facts]] = defaultdict(list)
    for event in session.scalars(select(WorkEvent).where(WorkEvent.work_id.in_(works)).order_by(WorkEvent.id)):
        line = HistoryEvent.model_construct(
            at=event.at, kind=event.kind, by=event.by, round=event.round, reasons=event.reasons, message=event.message
        )
        lines[event.work_id].append(dict(line))
    return lines


def decision_facts(decision: Decision | None, by: str | None) -> Facts | None:
    """A decision as `DecisionFacts`; None when there is none."""
    if decision is None:
        return None
    return {
        "by": by,
        "at": decision.received_at,
        "verdict": decision.verdict,
        "reasons": decision.reasons,
        "message": decision.message,
        "note": decision.note,
    }


def _works(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(Work, Worker, Media).join(Worker, Worker.id == Work.author_id)
    found = found.outerjoin(Media, Media.id == Work.media_id).where(Work.id.in_(ids))
    triples = session.execute(found).all()
    organizations = organizations_of(session, [author.id for _, author, _ in triples])
    history = history_of(session, ids)
    return {
        work.id: _columns(work, COLUMNS["work"])
        | _media_columns(media)
        | {
            "author_name": mask_name(author.name),
            "author_phone": mask_phone(author.phone),
            "author_occupation": author.occupation,
            "organizations": organizations[author.id],
            "history": history[work.id],
        }
        for work, author, media in triples
    }


def _media_columns(media: Media | None) -> Facts:
    same = ("poster_id", "duration_ms", "width", "height", "fps", "container", "video_codec", "audio_codec")
    facts: Facts = {name: getattr(media, name, None) for name in same}
    return facts | {
        "media_sha256": media.sha256 if media else None,
        "media_bytes": media.bytes if media else None,
        "problems": media.problems if media else [],
    }


def _columns(entity: object, names: Sequence[str]) -> Facts:
    return {name: getattr(entity, name) for name in names if hasattr(entity, name)}


def _about(work: Work) -> Facts:
    return {"work_number": work.number, "work_title": work.title, "region": work.region}


def _decisions(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(Decision, Work).join(Work, Work.id == Decision.work_id).where(Decision.id.in_(ids))
    return {
        decision.id: _columns(decision, COLUMNS["decision"]) | _about(work) for decision, work in session.execute(found)
    }


def _conflicts(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    mine, theirs, me, they = aliased(Decision), aliased(Decision), aliased(Staff), aliased(Staff)
    found = select(Conflict, Work, Media.poster_id, mine, me.label, theirs, they.label)
    found = found.join(Work, Work.id == Conflict.work_id).outerjoin(Media, Media.id == Work.media_id)
    found = found.join(mine, mine.id == Conflict.mine_id).join(me, me.id == mine.staff_id)
    found = found.outerjoin(theirs, theirs.id == Conflict.theirs_id).outerjoin(they, they.id == theirs.staff_id)
    return {
        conflict.id: _columns(conflict, COLUMNS["conflict"])
        | _about(work)
        | {
            "poster_id": poster,
            "same_decision": their_one is not None and their_one.verdict == my_one.verdict,
            "mine": decision_facts(my_one, my_label),
            "theirs": decision_facts(their_one, their_label),
        }
        for conflict, work, poster, my_one, my_label, their_one, their_label in session.execute(
            found.where(Conflict.id.in_(ids))
        )
    }


def _second_looks(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(SecondLook, Work, Staff.label).join(Work, Work.id == SecondLook.work_id)
    found = found.join(Staff, Staff.id == SecondLook.opened_by).where(SecondLook.id.in_(ids))
    return {
        look.id: _columns(look, COLUMNS["second_look"]) | _about(work) | {"opened_by": label}
        for look, work, label in session.execute(found)
    }


def _regions(_: Session, ids: Sequence[str]) -> dict[str, Facts]:
    return {
        code: {"id": code, "version": CATALOGUE_VERSION, "name": REGIONS[code], "short_name": short_region(code)}
        for code in ids
        if code in REGIONS
    }


def _reasons(_: Session, ids: Sequence[str]) -> dict[str, Facts]:
    return {
        code: {name: getattr(_REASONS[code], name) for name in COLUMNS["reason"] if hasattr(_REASONS[code], name)}
        | {"id": code, "version": CATALOGUE_VERSION, "catalogue": CATALOGUE_VERSION}
        for code in ids
        if code in _REASONS
    }


def _settings(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = session.scalars(select(Setting).where(Setting.id.in_(ids)))
    return {setting.id: _columns(setting, COLUMNS["setting"]) for setting in found}


_PROJECTIONS: dict[str, Callable[[Session, Sequence[str]], dict[str, Facts]]] = {
    "work": _works,
    "decision": _decisions,
    "conflict": _conflicts,
    "second_look": _second_looks,
    "region": _regions,
    "reason": _reasons,
    "setting": _settings,
}
