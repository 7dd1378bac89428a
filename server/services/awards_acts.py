"""What is done to an award list: lines put in and taken out, submitted, withdrawn, confirmed by a second person."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contract.awards import ListState, Why
from contract.problems import Code
from contract.wire.awards import AwardListFacts, EditAsk, ReasonedAsk, VersionAsk
from server.context import ServerContext
from server.errors import ProblemError
from server.models import AwardEdit, AwardEntry, AwardKind, AwardList
from server.services import audit
from server.services.awards import LIST, corrected, facts_of
from server.services.awards_kinds import rule_of
from server.services.awards_standing import suspended
from server.services.certificates import issue
from server.services.tokens import StaffPerson

OPEN = frozenset({ListState.PROPOSED, ListState.SUBMITTED})


def edit(session: Session, context: ServerContext, person: StaffPerson, list_id: str, ask: EditAsk) -> AwardListFacts:
    """Puts a line in or takes it out, as long as nobody has confirmed; the rule holds for hands too.

    Raises not-found, version-mismatch, wrong-state (`cause`: state, same, full, region-quota, few-works).
    """
    row = _locked(session, list_id, ask.version, OPEN)
    entry = session.get(AwardEntry, ask.entry_id)
    if entry is None or entry.list_id != list_id:
        raise ProblemError(Code.NOT_FOUND, "There is no such line.")
    if entry.chosen == ask.chosen:
        raise ProblemError(Code.WRONG_STATE, "It is so already.", cause="same")
    if ask.chosen:
        _must_fit(session, row, entry)
    entry.chosen = ask.chosen
    now = context.now()
    session.add(AwardEdit(entry_id=entry.id, at=now, by=person.id, chosen=ask.chosen, reason=ask.reason))
    row.version += 1
    row.edited_at, row.edited_by = now, person.id
    facts = {"entry_id": entry.id, "chosen": ask.chosen, "reason": ask.reason, "version": row.version}
    audit.record(session, context, person, "edit-award", (LIST, row.id), **facts)
    session.flush()
    return facts_of(session, row)


def submit(
    session: Session, context: ServerContext, person: StaffPerson, list_id: str, ask: VersionAsk
) -> AwardListFacts:
    """For somebody else to confirm; raises not-found, version-mismatch, wrong-state (also: empty, corrected)."""
    row = _locked(session, list_id, ask.version, frozenset({ListState.PROPOSED}))
    _chosen(session, row)
    row.submitted_at, row.submitted_by = context.now(), person.id
    return _moved(session, context, person, row, ListState.SUBMITTED, "submit-award")


def withdraw(
    session: Session, context: ServerContext, person: StaffPerson, list_id: str, ask: ReasonedAsk
) -> AwardListFacts:
    """Takes it back before it is confirmed; the next one may be proposed. Raises like submit."""
    row = _locked(session, list_id, ask.version, OPEN)
    row.withdrawn_at, row.withdrawn_by, row.reason = context.now(), person.id, ask.reason
    return _moved(session, context, person, row, ListState.WITHDRAWN, "withdraw-award", reason=ask.reason)


def confirm(
    session: Session, context: ServerContext, person: StaffPerson, list_id: str, ask: VersionAsk
) -> AwardListFacts:
    """Confirms the list and issues all its certificates, in one transaction: all of them are there, or none.

    Raises like submit, and second-person when the same one has proposed, submitted or last edited it.
    """
    row = _locked(session, list_id, ask.version, frozenset({ListState.SUBMITTED}))
    if person.id in (row.proposed_by, row.edited_by, row.submitted_by):
        raise ProblemError(Code.SECOND_PERSON, "Somebody who has not worked on this list must confirm it.")
    chosen = _chosen(session, row)
    row.confirmed_at, row.confirmed_by = context.now(), person.id
    issue(session, context, person, row, chosen)
    return _moved(session, context, person, row, ListState.CONFIRMED, "confirm-award", certificates=len(chosen))


def _locked(session: Session, list_id: str, version: int, states: frozenset[ListState]) -> AwardList:
    """The list, nobody else changes it until the commit; it is in one of these states and has this version."""
    wanted = select(AwardList).where(AwardList.id == list_id).with_for_update()
    row = session.scalars(wanted.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such list.")
    if row.state not in states:
        raise ProblemError(Code.WRONG_STATE, f"This list is {row.state}.", cause="state", state=row.state)
    if row.version != version:
        raise ProblemError(Code.VERSION_MISMATCH, "Somebody changed this list.", version=row.version)
    return row


def _moved(
    session: Session, context: ServerContext, person: StaffPerson, row: AwardList, state: ListState, action: str,
    **facts: object,
) -> AwardListFacts:  # fmt: skip
    row.state = state
    row.version += 1
    audit.record(session, context, person, action, (LIST, row.id), version=row.version, **facts)
    session.flush()
    return facts_of(session, row)


def _chosen(session: Session, row: AwardList) -> list[AwardEntry]:
    """Who is in; raises wrong-state for nobody, somebody suspended, or when a week that was counted was corrected."""
    weeks = corrected(session, row)
    if weeks:
        raise ProblemError(Code.WRONG_STATE, "The boards were corrected.", cause="corrected", weeks=weeks)
    wanted = select(AwardEntry).where(AwardEntry.list_id == row.id, AwardEntry.chosen).order_by(AwardEntry.place)
    chosen = list(session.scalars(wanted))
    if not chosen:
        raise ProblemError(Code.WRONG_STATE, "Nobody is in this list.", cause="empty")
    subject = session.get_one(AwardKind, (row.kind, row.kind_version)).subject
    gone = suspended(session, subject, [entry.subject_id for entry in chosen])
    if gone:
        lines = [entry.id for entry in chosen if entry.subject_id in gone]
        raise ProblemError(Code.WRONG_STATE, "Somebody in it is suspended.", cause="suspended", entries=lines)
    return chosen


def _must_fit(session: Session, row: AwardList, entry: AwardEntry) -> None:
    rule = rule_of(session.get_one(AwardKind, (row.kind, row.kind_version)))
    wanted = select(AwardEntry.region, func.count()).where(AwardEntry.list_id == row.id, AwardEntry.chosen)
    regions = dict(session.execute(wanted.group_by(AwardEntry.region)).all())
    if entry.works < rule.min_works:
        raise ProblemError(Code.WRONG_STATE, "Not enough works.", cause=Why.FEW_WORKS)
    if sum(regions.values()) >= rule.top:
        raise ProblemError(Code.WRONG_STATE, "The list is full.", cause="full")
    if rule.per_region and regions.get(entry.region, 0) >= rule.per_region:
        raise ProblemError(Code.WRONG_STATE, "This region has its quota.", cause=Why.REGION_QUOTA)
