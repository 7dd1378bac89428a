"""Member lists of organizations: what each line would bring about, and bringing it about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.review import ApplicationState, Kind, Verdict
from contract.roles import Role
from contract.roster import RosterLine, RowError, name_matches, read_line
from contract.wire.membership import RosterConfirmAsk, RosterPreviewAsk, RosterResult, RosterResults, RosterRow
from contract.wire.sync import DecideArgs, Mutation, MutationResult
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import org_bucket, savepoint, touch
from server.models import Membership, Organization, RosterEntry, Staff, Worker
from server.services import audit
from server.services.acting import Act
from server.services.member_ways import MEMBERSHIP
from server.services.tokens import StaffPerson, WorkerCaller
from server.services.verdicts import decide


@dataclass(frozen=True, slots=True)
class _Applicant:
    """Who has a line's phone and an application here."""

    name: str
    membership_id: str
    version: int
    state: str


def preview(session: Session, person: StaffPerson, ask: RosterPreviewAsk) -> RosterResults:
    """What would happen; nothing is changed."""
    lines = _lines(ask.rows)
    applicants = _applicants(session, _organization_of(person), lines)
    return RosterResults(rows=[_result(row, line, applicants) for row, line in zip(ask.rows, lines, strict=True)])


def confirm(session: Session, context: ServerContext, person: StaffPerson, ask: RosterConfirmAsk) -> RosterResults:
    """Keep the lines, and pass the waiting applications with the same phone and name as decisions of this person."""
    organization = _organization_of(person)
    session.get_one(Organization, organization, with_for_update={"key_share": True})
    lines = _lines(ask.rows)
    _keep(session, context, person, organization, [line for line in lines if isinstance(line, RosterLine)])
    applicants = _applicants(session, organization, lines)
    for one in applicants.values():
        touch(session, org_bucket(organization), MEMBERSHIP, one.membership_id)
    results = [_result(row, line, applicants) for row, line in zip(ask.rows, lines, strict=True)]
    by_id = sorted((one for one in results if one.outcome == "passes"), key=lambda one: one.membership_id or "")
    passed = {one.line: _pass(session, context, person, one, ask.batch) for one in by_id}
    told = [passed.get(one.line, one) if one.outcome == "passes" else one for one in results]
    counts = {name: sum(one.outcome == name for one in told) for name in sorted({one.outcome for one in told})}
    audit.record(session, context, person, "import-roster", ("organization", organization), batch=ask.batch, **counts)
    return RosterResults(rows=told)


def pass_on_arrival(
    session: Session, context: ServerContext, worker: WorkerCaller, membership: Membership
) -> MutationResult | None:
    """Pass a new application that the list foresaw, as a decision of who imported the line; None when it waits.

    It waits, too, when that person is no longer an administrator of the organization.
    """
    entry = session.get(RosterEntry, (membership.organization_id, worker.phone))
    if entry is None or not name_matches(entry.name, worker.name):
        return None
    staff = session.get_one(Staff, entry.imported_by)
    alive = staff.suspended_at is None and staff.role == Role.ORG_ADMIN
    if not alive or staff.organization_id != membership.organization_id:
        return None
    person = StaffPerson(
        staff.id, staff.account, staff.name, staff.label, Role(staff.role), staff.region, staff.organization_id, ""
    )
    result = _decide(session, context, person, membership.id, membership.version, None)
    facts = {"staff": staff.id, "result": result.status}
    audit.record(session, context, None, "roster-pass", (MEMBERSHIP, membership.id), **facts)
    return result


def _organization_of(person: StaffPerson) -> str:
    if person.organization_id is None:
        raise ProblemError(Code.NOT_ALLOWED, "This account belongs to no organization.")
    return person.organization_id


def _lines(rows: Sequence[RosterRow]) -> list[RosterLine | RowError]:
    """Each line read; a phone that came before in these rows is an error."""
    seen: set[str] = set()
    lines: list[RosterLine | RowError] = []
    for row in rows:
        line = read_line(row.employee_no, row.name, row.phone)
        if isinstance(line, RosterLine):
            twice = line.phone in seen
            seen.add(line.phone)
            line = RowError.TWICE if twice else line
        lines.append(line)
    return lines


def _applicants(session: Session, organization: str, lines: Sequence[RosterLine | RowError]) -> dict[str, _Applicant]:
    """Applications to this organization by phone."""
    phones = [line.phone for line in lines if isinstance(line, RosterLine)]
    found = select(Worker.phone, Worker.name, Membership.id, Membership.version, Membership.state)
    found = found.join(Membership, Membership.worker_id == Worker.id)
    found = found.where(Membership.organization_id == organization, Worker.phone.in_(phones))
    return {phone: _Applicant(name, id, at, state) for phone, name, id, at, state in session.execute(found)}


def _result(row: RosterRow, line: RosterLine | RowError, applicants: dict[str, _Applicant]) -> RosterResult:
    if isinstance(line, RowError):
        return RosterResult(line=row.line, outcome="invalid", error=line)
    one = applicants.get(line.phone)
    if one is None or one.state not in {ApplicationState.PENDING, ApplicationState.APPROVED}:
        return RosterResult(line=row.line, outcome="kept")
    if one.state == ApplicationState.APPROVED:
        outcome = "member"
    else:
        outcome = "passes" if name_matches(one.name, line.name) else "name-differs"
    facts = {"line": row.line, "outcome": outcome, "membership_id": one.membership_id, "version": one.version}
    return RosterResult.model_validate(facts)


def _keep(
    session: Session, context: ServerContext, person: StaffPerson, organization: str, lines: Sequence[RosterLine]
) -> None:
    """A line that was imported before is replaced."""
    mine = RosterEntry.organization_id == organization, RosterEntry.phone.in_([line.phone for line in lines])
    known = {entry.phone: entry for entry in session.scalars(select(RosterEntry).where(*mine))}
    for line in lines:
        entry = known.get(line.phone) or RosterEntry(organization_id=organization, phone=line.phone)
        entry.name, entry.employee_no = line.name, line.employee_no
        entry.imported_at, entry.imported_by = context.now(), person.id
        session.add(entry)
    session.flush()


def _pass(session: Session, context: ServerContext, person: StaffPerson, one: RosterResult, batch: str) -> RosterResult:
    assert one.membership_id is not None
    assert one.version is not None
    result = _decide(session, context, person, one.membership_id, one.version, batch)
    outcome = "passed" if result.status == "applied" else "not-passed"
    return RosterResult.model_validate(
        one.model_dump() | {"outcome": outcome, "code": result.code, "version": result.version}
    )


def _decide(
    session: Session, context: ServerContext, person: StaffPerson, id: str, version: int, batch: str | None
) -> MutationResult:
    """The same as a pushed decision, but for the outbox."""
    args = DecideArgs(kind=Kind.MEMBERSHIP, subject_id=id, base_version=version, verdict=Verdict.APPROVE, batch=batch)
    told = args.model_dump(mode="json")
    mutation = Mutation(n=1, id=context.new_id(), type="review.decide", created_at=context.now(), args=told)
    with savepoint(session):
        return decide(Act(session, context, person, mutation), args)
