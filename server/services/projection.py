"""Entities as rows in the columns of the feed (COLUMNS), many at a time; personal data is masked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from contract.columns import COLUMNS
from contract.masking import mask_name, mask_phone
from contract.reasons import CATALOGUE_VERSION, REASONS
from contract.regions import REGIONS, short_region
from contract.roles import Role
from server.models import (
    Base,
    BoardSeal,
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
)
from server.services.about import subjects
from server.services.history import history_of
from server.services.organization_rows import memberships, organizations, registrations

Facts = dict[str, Any]
_REASONS = {reason.code: (kind, reason) for kind, reasons in REASONS.items() for reason in reasons}


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


def decision_facts(decision: Decision | None, by: str | None, *, with_note: bool) -> Facts | None:
    """A decision as `DecisionFacts`; None when there is none. Its note is for its author and platform admins."""
    if decision is None:
        return None
    return {
        "by": by,
        "at": decision.received_at,
        "verdict": decision.verdict,
        "reasons": decision.reasons,
        "message": decision.message,
        "note": decision.note if with_note else "",
    }


def _read(session: Session, statement: Select[*tuple[Any, ...]]) -> list[Facts]:
    """Rows as dictionaries: at a hundred thousand rows a first sync, ORM objects would take most of the time."""
    return [dict(row) for row in session.execute(statement).mappings()]


def _columns(table: type[Base], names: Iterable[str]) -> list[InstrumentedAttribute[Any]]:
    """Those of the named columns that the table has."""
    return [getattr(table, name) for name in names if name in table.__table__.columns]


_FILE = ("poster_id", "duration_ms", "width", "height", "fps", "container", "video_codec", "audio_codec", "problems")
_WORK = (
    *_columns(Work, COLUMNS["work"]),
    Work.author_id,
    Worker.name.label("author_name"),
    Worker.phone.label("author_phone"),
    Worker.occupation.label("author_occupation"),
    *_columns(Media, _FILE),
    Media.sha256.label("media_sha256"),
    Media.bytes.label("media_bytes"),
)


def _works(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(*_WORK).join(Worker, Worker.id == Work.author_id).outerjoin(Media, Media.id == Work.media_id)
    works = {fact["id"]: fact for fact in _read(session, found.where(Work.id.in_(ids)))}
    organizations = organizations_of(session, list({fact["author_id"] for fact in works.values()}))
    history = history_of(session, "work", ids)
    for key, fact in works.items():
        fact["author_name"] = mask_name(fact["author_name"])
        fact["author_phone"] = mask_phone(fact["author_phone"])
        fact["organizations"] = organizations.get(fact["author_id"], [])
        fact["problems"] = fact["problems"] or []
        fact["history"] = history.get(key, [])
    return works


def _decisions(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(*_columns(Decision, COLUMNS["decision"])).where(Decision.id.in_(ids))
    return _named(session, _read(session, found))


def _conflicts(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    mine, theirs, me, they = aliased(Decision), aliased(Decision), aliased(Staff), aliased(Staff)
    columns = _columns(Conflict, COLUMNS["conflict"])
    found = select(mine, me.label, me.role, theirs, they.label, *columns)
    found = found.join_from(Conflict, mine, mine.id == Conflict.mine_id).join(me, me.id == mine.staff_id)
    found = found.outerjoin(theirs, theirs.id == Conflict.theirs_id).outerjoin(they, they.id == theirs.staff_id)
    facts: list[Facts] = []
    for row in session.execute(found.where(Conflict.id.in_(ids))):
        my_one, my_label, my_role, their_one, their_label = row[:5]
        sides = {
            "same_decision": their_one is not None and their_one.verdict == my_one.verdict,
            "mine": decision_facts(my_one, my_label, with_note=True),
            "theirs": decision_facts(their_one, their_label, with_note=my_role == Role.PLATFORM_ADMIN),
        }
        facts.append(dict(row._mapping) | sides)
    return _named(session, facts)


def _second_looks(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    columns = _columns(SecondLook, (name for name in COLUMNS["second_look"] if name != "opened_by"))
    found = select(*columns, Staff.label.label("opened_by")).join(Staff, Staff.id == SecondLook.opened_by)
    return _named(session, _read(session, found.where(SecondLook.id.in_(ids))))


def _named(session: Session, facts: list[Facts]) -> dict[str, Facts]:
    """By id, with what the subject is called."""
    about = subjects(session, [(fact["subject_kind"], fact["subject_id"]) for fact in facts])
    for fact in facts:
        named = about[fact["subject_id"]]
        fact["subject_number"], fact["subject_title"] = named.number, named.title
        fact["region"], fact["poster_id"] = named.region, named.poster_id
    return {fact["id"]: fact for fact in facts}


def _regions(_: Session, ids: Sequence[str]) -> dict[str, Facts]:
    return {
        code: {"id": code, "version": CATALOGUE_VERSION, "name": REGIONS[code], "short_name": short_region(code)}
        for code in ids
        if code in REGIONS
    }


def _reasons(_: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = {code: _REASONS[code] for code in ids if code in _REASONS}
    return {
        code: {name: getattr(reason, name, None) for name in COLUMNS["reason"]}
        | {"id": code, "version": CATALOGUE_VERSION, "catalogue": CATALOGUE_VERSION, "kind": kind.value}
        for code, (kind, reason) in found.items()
    }


def _seals(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(*_columns(BoardSeal, COLUMNS["seal"])).where(BoardSeal.id.in_(ids))
    return {fact["id"]: fact for fact in _read(session, found)}


def _settings(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(*_columns(Setting, COLUMNS["setting"])).where(Setting.id.in_(ids))
    return {fact["id"]: fact for fact in _read(session, found)}


_PROJECTIONS: dict[str, Callable[[Session, Sequence[str]], dict[str, Facts]]] = {
    "work": _works,
    "decision": _decisions,
    "conflict": _conflicts,
    "second_look": _second_looks,
    "registration": registrations,
    "membership": memberships,
    "organization": organizations,
    "seal": _seals,
    "region": _regions,
    "reason": _reasons,
    "setting": _settings,
}
