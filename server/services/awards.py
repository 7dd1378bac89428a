"""Award lists: drawn from sealed boards by the rule of a kind, and read by pages."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from contract.awards import ListState, Period, Why, draw, in_words, ranking
from contract.boards import BoardKind
from contract.problems import Code
from contract.week_board import WeekBoard, unpacked
from contract.wire.awards import (
    AwardListFacts,
    AwardLists,
    EditFacts,
    Entries,
    EntryFacts,
    ProposalAsk,
    SourceFacts,
)
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.models import AwardEdit, AwardEntry, AwardKind, AwardList, BoardFile, BoardSeal, Certificate, Staff
from server.services import audit, cursors
from server.services.awards_kinds import kind_in_force, rule_of
from server.services.awards_standing import suspended
from server.services.boards_seal import file_of
from server.services.tokens import StaffPerson

LIST: Final = "award_list"
ACTS: Final = ("proposed", "edited", "submitted", "confirmed", "withdrawn")
_ENTRY: Final = (
    "id", "place", "value", "works", "subject_id", "name", "number", "holder", "region", "chosen", "why",
)  # fmt: skip
_LIST: Final = ("id", "version", "kind", "kind_version", "seal_id", "week", "revision", "sources", "state", "reason")


def propose(session: Session, context: ServerContext, person: StaffPerson, ask: ProposalAsk) -> AwardListFacts:
    """Draws a list from a sealed week.

    Raises not-found; version-mismatch when the kind's rule was changed meanwhile; wrong-state when the kind is not
    drawn from this week, a week that counts is not sealed or was corrected, or there is a list already.
    """
    one_at_a_time(session, "award kinds")
    kind, seal = _kind(session, ask), session.get(BoardSeal, ask.seal_id)
    if seal is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such sealed week.")
    if kind.week not in (0, seal.week):
        raise ProblemError(Code.WRONG_STATE, "This kind is drawn from another week.", cause="week", week=kind.week)
    alive = AwardList.kind == kind.kind, AwardList.week == seal.week, AwardList.state != ListState.WITHDRAWN
    there = session.scalars(select(AwardList.id).where(*alive)).one_or_none()
    if there:
        raise ProblemError(Code.WRONG_STATE, "There is such a list already.", cause="exists", list_id=there)
    seals = _seals(session, kind, seal)
    sources = [SourceFacts(seal_id=one.id, week=one.week, revision=one.revision, digest=one.digest) for one in seals]
    row = AwardList(
        id=context.new_id(), kind=kind.kind, kind_version=kind.version, seal_id=seal.id, week=seal.week,
        revision=seal.revision, sources=[one.model_dump() for one in sources], state=ListState.PROPOSED,
        proposed_at=context.now(), proposed_by=person.id,
    )  # fmt: skip
    session.add(row)
    session.flush()
    rule = rule_of(kind)
    for line in draw(rule, ranking(rule, [_board(session, one, rule.subject) for one in seals])):
        facts = line.candidate._asdict() | {"why": line.why, "chosen": line.why is Why.IN_TOP}
        session.add(AwardEntry(id=context.new_id(), list_id=row.id, **facts))
    audit.record(
        session, context, person, "propose-award", (LIST, row.id), kind=kind.kind, kind_version=kind.version,
        week=seal.week, revision=seal.revision,
    )  # fmt: skip
    session.flush()
    return facts_of(session, row)


def corrected(session: Session, row: AwardList) -> list[int]:
    """Weeks that the list was drawn from and that have a newer revision by now."""
    drawn = {source["week"]: source["revision"] for source in row.sources}
    newest = select(BoardSeal.week, func.max(BoardSeal.revision)).where(BoardSeal.week.in_(drawn))
    found = session.execute(newest.group_by(BoardSeal.week).order_by(BoardSeal.week))
    return [week for week, revision in found if revision > drawn[week]]


def lists_page(
    session: Session, context: ServerContext, region: str, kind: str, state: ListState | None, cursor: str, limit: int
) -> AwardLists:
    """Newest first; for staff of one region the counts are that region's. Raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = select(AwardList)
    if kind:
        wanted = wanted.where(AwardList.kind == kind)
    if state:
        wanted = wanted.where(AwardList.state == state)
    if cursor:
        at, last = cursors.unseal(key, "award-lists", cursor)
        older = AwardList.proposed_at < at, and_(AwardList.proposed_at == at, AwardList.id < last)
        wanted = wanted.where(or_(*older))
    found = session.scalars(wanted.order_by(AwardList.proposed_at.desc(), AwardList.id.desc()).limit(limit + 1)).all()
    items = _facts(session, found[:limit], region)
    told = [items[-1].proposed_at, items[-1].id] if len(found) > limit else None
    return AwardLists(items=items, next=cursors.seal(key, "award-lists", told) if told else None)


def facts_of(session: Session, row: AwardList, region: str = "") -> AwardListFacts:
    """One list as the wire has it."""
    return _facts(session, [row], region)[0]


def list_of(session: Session, list_id: str) -> AwardList:
    """Raises not-found."""
    row = session.get(AwardList, list_id)
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such list.")
    return row


def entries_page(
    session: Session, context: ServerContext, list_id: str, region: str, cursor: str, limit: int
) -> Entries:
    """In the order of places, for staff of one region only theirs; raises not-found, cursor-invalid."""
    key, purpose = context.settings.signing_key(), f"award-entries:{list_id}"
    row = list_of(session, list_id)
    kind = session.get_one(AwardKind, (row.kind, row.kind_version))
    rule = rule_of(kind)
    wanted = select(AwardEntry).where(AwardEntry.list_id == list_id, *_here(AwardEntry, region))
    if cursor:
        wanted = wanted.where(AwardEntry.place > cursors.unseal(key, purpose, cursor))
    found = session.scalars(wanted.order_by(AwardEntry.place).limit(limit + 1)).all()
    edits = _edits(session, [entry.id for entry in found[:limit]])
    gone = suspended(session, kind.subject, [entry.subject_id for entry in found[:limit]])
    items = [
        EntryFacts.model_validate(
            {name: getattr(entry, name) for name in _ENTRY}
            | {"words": in_words(rule, Why(entry.why), entry.place, entry.value, entry.works)}
            | {"edits": edits[entry.id], "suspended": entry.subject_id in gone}
        )
        for entry in found[:limit]
    ]
    return Entries(items=items, next=cursors.seal(key, purpose, items[-1].place) if len(found) > limit else None)


def _kind(session: Session, ask: ProposalAsk) -> AwardKind:
    kind = kind_in_force(session, ask.kind)
    if kind is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such kind of award.")
    if kind.version != ask.kind_version:
        raise ProblemError(Code.VERSION_MISMATCH, "The rule was changed meanwhile.", version=kind.version)
    if not kind.active:
        raise ProblemError(Code.WRONG_STATE, "This kind is not awarded any more.", cause="inactive")
    return kind


def _seals(session: Session, kind: AwardKind, seal: BoardSeal) -> list[BoardSeal]:
    """The sealed weeks that count, the newest revision of each.

    All that have works are on each week's board of organizations, so its last one tells all; a board of persons or
    works has only those who gained something in its week.
    """
    alone = kind.period == Period.WEEK or kind.subject == BoardKind.ORGANIZATION
    weeks = [seal.week] if alone else list(range(1, seal.week + 1))
    found = session.scalars(select(BoardSeal).where(BoardSeal.week.in_(weeks)).order_by(BoardSeal.revision))
    newest = {one.week: one for one in found}
    if newest[seal.week].id != seal.id:
        raise ProblemError(Code.WRONG_STATE, "This week was corrected.", cause="corrected", weeks=[seal.week])
    missing = [week for week in weeks if week not in newest]
    if missing:
        raise ProblemError(Code.WRONG_STATE, "Seal these weeks first.", cause="unsealed", weeks=missing)
    return [newest[week] for week in weeks]


def _board(session: Session, seal: BoardSeal, kind: BoardKind) -> WeekBoard:
    file = session.scalars(select(BoardFile.id).where(BoardFile.seal_id == seal.id, BoardFile.kind == kind)).one()
    return unpacked(file_of(session, file, ""))


def _facts(session: Session, rows: Sequence[AwardList], region: str) -> list[AwardListFacts]:
    ids = [row.id for row in rows]
    chosen = _counts(session, AwardEntry, ids, AwardEntry.chosen.is_(True), *_here(AwardEntry, region))
    issued = _counts(session, Certificate, ids, Certificate.reissued_from.is_(None), *_here(Certificate, region))
    people = {getattr(row, f"{act}_by") for row in rows for act in ACTS}
    labels = dict(session.execute(select(Staff.id, Staff.label).where(Staff.id.in_(people))).all())
    kinds = {kind: session.get_one(AwardKind, kind) for kind in {(row.kind, row.kind_version) for row in rows}}
    found = []
    for row in rows:
        kind = kinds[row.kind, row.kind_version]
        facts: dict[str, Any] = {name: getattr(row, name) for name in _LIST}
        facts |= {"name": kind.name, "subject": kind.subject}
        facts |= {"chosen": chosen.get(row.id, 0), "certificates": issued.get(row.id, 0)}
        facts |= {f"{act}_at": getattr(row, f"{act}_at") for act in ACTS}
        facts |= {f"{act}_by": labels.get(getattr(row, f"{act}_by"), "") for act in ACTS}
        found.append(AwardListFacts.model_validate(facts))
    return found


def _counts(session: Session, table: Any, ids: list[str], *filters: ColumnElement[bool]) -> dict[str, int]:
    counted = select(table.list_id, func.count()).where(table.list_id.in_(ids), *filters).group_by(table.list_id)
    return dict(session.execute(counted).all())


def _here(table: Any, region: str) -> list[ColumnElement[bool]]:
    return [table.region == region] if region else []


def _edits(session: Session, ids: list[str]) -> dict[str, list[EditFacts]]:
    found = select(AwardEdit, Staff.label).join(Staff, Staff.id == AwardEdit.by).where(AwardEdit.entry_id.in_(ids))
    edits: dict[str, list[EditFacts]] = defaultdict(list)
    for edit, label in session.execute(found.order_by(AwardEdit.id)):
        edits[edit.entry_id].append(EditFacts(at=edit.at, by=label, chosen=edit.chosen, reason=edit.reason))
    return edits
