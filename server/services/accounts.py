"""Signing in and out: throttled, in constant time for unknown accounts, audited."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.roles import Role
from contract.wire import auth
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.models import Organization, SignInAttempt, Staff, TokenFamily, Worker
from server.security import digest
from server.services import audit
from server.services.tokens import ACCESS_MS, REFRESH_MS, STAFF, WORKER, Pair, StaffPerson, open_family, rotate

WINDOW_MS = 15 * 60_000
ACCOUNT_TRIES = 5
ADDRESS_TRIES = 30


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to sign in."""

    audience: str
    account: str
    password: str
    address: str
    device: str = ""


def check_password(context: ServerContext, attempt: Try) -> Staff | Worker:
    """The person whose password this is; raises wrong-password, account-suspended, too-many-tries.

    The try is counted in a transaction of its own before the password is looked at, so that parallel guesses cannot
    pass the throttle together; hashing happens outside of any transaction.
    """
    account = digest(attempt.account)
    with context.database.writing() as session:
        refusal = _throttle(session, context.now(), attempt, account)
        person = _find(session, attempt)
    if refusal:
        raise refusal
    if not context.passwords.matches(person.password_hash if person else None, attempt.password) or person is None:
        raise ProblemError(Code.WRONG_PASSWORD, "Account or password is wrong.")
    if person.suspended_at is not None:
        raise ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    with context.database.writing() as session:
        mine = SignInAttempt.audience == attempt.audience, SignInAttempt.account == account
        session.execute(delete(SignInAttempt).where(*mine))
    return person


def sign_in_staff(context: ServerContext, attempt: Try) -> auth.Session:
    """Tokens for a member of the staff; raises like check_password."""
    staff = check_password(context, attempt)
    assert isinstance(staff, Staff)
    with context.database.writing() as session:
        pair = open_family(session, context, STAFF, staff.id, attempt.device)
        who = StaffPerson(staff.id, staff.account, staff.name, staff.label, Role(staff.role), None, None, "")
        audit.record(session, context, who, "sign-in", ("staff", staff.id), device=attempt.device)
        return session_answer(context, pair, person_answer(session, staff))


def refresh_staff(session: Session, context: ServerContext, refresh_token: str) -> auth.Session | ProblemError:
    """New tokens for old; a refusal is returned so that the end of a family is committed."""
    result = rotate(session, context, STAFF, refresh_token)
    if isinstance(result, ProblemError):
        return result
    family, pair = result
    staff = session.get_one(Staff, family.person_id)
    if staff.suspended_at is not None:
        return ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    return session_answer(context, pair, person_answer(session, staff))


def person_answer(session: Session, staff: Staff) -> auth.Person:
    """A member of the staff as the desk sees it."""
    organization = session.get(Organization, staff.organization_id) if staff.organization_id else None
    return auth.Person(
        id=staff.id,
        account=staff.account,
        name=staff.name,
        label=staff.label,
        role=Role(staff.role),
        region=staff.region,
        organization_id=staff.organization_id,
        organization_name=organization.name if organization else None,
    )


def session_answer(context: ServerContext, pair: Pair, person: auth.Person) -> auth.Session:
    """The answer to sign-in and refresh."""
    return auth.Session(
        access_token=pair.access,
        refresh_token=pair.refresh,
        expires_in_s=ACCESS_MS // 1000,
        refresh_expires_in_s=REFRESH_MS // 1000,
        server_time=context.now(),
        person=person,
    )


def add_staff(
    session: Session,
    context: ServerContext,
    account: str,
    name: str,
    label: str,
    role: Role,
    password: str,
    region: str | None = None,
    organization_id: str | None = None,
) -> Staff:
    """A new member of the staff."""
    staff = Staff(
        id=context.new_id(),
        account=account,
        name=name,
        label=label,
        role=role,
        region=region,
        organization_id=organization_id,
        password_hash=context.passwords.hash(password),
        created_at=context.now(),
    )
    session.add(staff)
    session.flush()
    return staff


def end_all_families(session: Session, context: ServerContext, audience: str, person_id: str, reason: str) -> None:
    """Revoke every session of a person."""
    open_ones = TokenFamily.audience == audience, TokenFamily.person_id == person_id, TokenFamily.ended_at.is_(None)
    for family in session.scalars(select(TokenFamily).where(*open_ones)):
        family.ended_at, family.end_reason = context.now(), reason


def _throttle(session: Session, now: int, attempt: Try, account: str) -> ProblemError | None:
    """Count this try, or say when the next one is welcome."""
    one_at_a_time(session, f"sign-in from {attempt.address}")
    one_at_a_time(session, f"sign-in to {attempt.audience} {account}")
    since = SignInAttempt.at > now - WINDOW_MS
    by_account = (since, SignInAttempt.audience == attempt.audience, SignInAttempt.account == account)
    by_address = (since, SignInAttempt.address == attempt.address)
    waits = []
    for where, limit in ((by_account, ACCOUNT_TRIES), (by_address, ADDRESS_TRIES)):
        count, oldest = session.execute(select(func.count(), func.min(SignInAttempt.at)).where(*where)).one()
        if count >= limit:
            waits.append(oldest + WINDOW_MS - now)
    if waits:
        seconds = -(-max(waits) // 1000)
        return ProblemError(Code.TOO_MANY_TRIES, "Too many tries; wait.", retry_after=seconds)
    session.add(SignInAttempt(audience=attempt.audience, account=account, address=attempt.address, at=now))
    return None


def _find(session: Session, attempt: Try) -> Staff | Worker | None:
    if attempt.audience == WORKER:
        return session.scalars(select(Worker).where(Worker.phone == attempt.account)).one_or_none()
    return session.scalars(select(Staff).where(Staff.account == attempt.account)).one_or_none()
