"""Signing in and out, and registering: throttled, in constant time for unknown accounts, audited."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from contract.masking import mask_phone
from contract.problems import Code
from contract.roles import Role
from contract.wire import auth
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.models import Audit, Organization, SignInAttempt, Staff, TokenFamily, Worker
from server.security import digest
from server.services import audit
from server.services.tokens import (
    ACCESS_MS,
    REFRESH_MS,
    REGISTRANT,
    STAFF,
    WORKER,
    Pair,
    ReusedTokenError,
    StaffPerson,
    open_family,
    rotate,
)

WINDOW_MS = 15 * 60_000
ACCOUNT_TRIES = 5
ADDRESS_TRIES = 30
REGISTER = "register"
"""The audience of tries to register; they count apart from tries to sign in."""
SIGNING_IN = (STAFF, WORKER, REGISTRANT)
"""The audiences whose tries to sign in are counted together for an address."""


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to sign in or to register; `account` is a phone for workers."""

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
    with context.database.writing() as session:
        person = _find(session, attempt)
        refusal = throttle(session, context, attempt, _subject(attempt, person))
    if refusal:
        raise refusal
    if not context.passwords.matches(person.password_hash if person else None, attempt.password) or person is None:
        refusal = ProblemError(Code.WRONG_PASSWORD, "Account or password is wrong.")
    elif person.suspended_at is not None:
        refusal = ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    if refusal:
        with context.database.writing() as session:
            facts = {"cause": str(refusal.code), "address": attempt.address}
            audit.record(session, context, None, "sign-in-failed", _subject(attempt, person), **facts)
        raise refusal
    assert person is not None
    with context.database.writing() as session:
        forget_tries(session, attempt)
    return person


def forget_tries(session: Session, attempt: Try) -> None:
    """Whoever has succeeded begins to count anew."""
    mine = SignInAttempt.audience == attempt.audience, SignInAttempt.account == digest(attempt.account)
    session.execute(delete(SignInAttempt).where(*mine))


def may_register(context: ServerContext, phone: str, address: str) -> None:
    """Count a try to register, before a hash is paid for it; raises too-many-tries, phone-taken."""
    attempt = Try(REGISTER, phone, "", address)
    with context.database.writing() as session:
        refusal = throttle(session, context, attempt, _subject(attempt, None))
        taken = session.scalars(select(Worker.id).where(Worker.phone == phone)).one_or_none()
    if refusal:
        raise refusal
    if taken:
        raise ProblemError(Code.PHONE_TAKEN, "This phone is registered already.")


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
    result = renewed(session, context, STAFF, refresh_token)
    if isinstance(result, ProblemError):
        return result
    family, pair = result
    staff = session.get_one(Staff, family.person_id)
    if staff.suspended_at is not None:
        return ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    return session_answer(context, pair, person_answer(session, staff))


def renewed(
    session: Session, context: ServerContext, audience: str, refresh_token: str
) -> tuple[TokenFamily, Pair] | ProblemError:
    """`rotate`, with a line in the audit when a spent token has ended its family."""
    result = rotate(session, context, audience, refresh_token)
    if isinstance(result, ReusedTokenError):
        family = result.family
        subject = (audience, family.person_id)
        audit.record(session, context, None, "session-reuse", subject, family=family.id, device=family.device)
    return result


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


def throttle(session: Session, context: ServerContext, attempt: Try, who: tuple[str, str]) -> ProblemError | None:
    """Count this try, or say when the next one is welcome; `who` is the audit's subject."""
    now, account = context.now(), digest(attempt.account)
    one_at_a_time(session, f"sign-in from {attempt.address}")
    one_at_a_time(session, f"sign-in to {attempt.audience} {account}")
    since = SignInAttempt.at > now - WINDOW_MS
    by_account = (since, SignInAttempt.audience == attempt.audience, SignInAttempt.account == account)
    alike = SignInAttempt.audience.in_([REGISTER] if attempt.audience == REGISTER else SIGNING_IN)
    by_address = (since, SignInAttempt.address == attempt.address, alike)
    waits = []
    from_where = ("address", attempt.address)
    for subject, where, limit in ((who, by_account, ACCOUNT_TRIES), (from_where, by_address, ADDRESS_TRIES)):
        count, oldest = session.execute(select(func.count(), func.min(SignInAttempt.at)).where(*where)).one()
        if count >= limit:
            waits.append(oldest + WINDOW_MS - now)
            _note_throttled(session, context, attempt, subject)
    if waits:
        seconds = -(-max(waits) // 1000)
        return ProblemError(Code.TOO_MANY_TRIES, "Too many tries; wait.", retry_after=seconds)
    session.add(SignInAttempt(audience=attempt.audience, account=account, address=attempt.address, at=now))
    return None


def _note_throttled(session: Session, context: ServerContext, attempt: Try, subject: tuple[str, str]) -> None:
    """One line in the audit per subject and window, so that who goes on trying cannot fill it."""
    action = "register-throttled" if attempt.audience == REGISTER else "sign-in-throttled"
    same = (Audit.subject_kind == subject[0], Audit.subject_id == subject[1], Audit.action == action)
    recent = select(Audit.id).where(*same, Audit.at > context.now() - WINDOW_MS).limit(1)
    if session.scalars(recent).first() is None:
        audit.record(session, context, None, action, subject, address=attempt.address)


def _subject(attempt: Try, person: Staff | Worker | None) -> tuple[str, str]:
    """Whom a try is about. What was typed as a staff account is not kept: it may be a password."""
    kind = STAFF if attempt.audience == STAFF else WORKER
    if person is not None:
        return kind, person.id
    return kind, "unknown" if kind == STAFF else mask_phone(attempt.account)


def _find(session: Session, attempt: Try) -> Staff | Worker | None:
    if attempt.audience == WORKER:
        return session.scalars(select(Worker).where(Worker.phone == attempt.account)).one_or_none()
    return session.scalars(select(Staff).where(Staff.account == attempt.account)).one_or_none()
