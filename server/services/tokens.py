"""Access and refresh tokens in families: one family per sign-in, refresh tokens spent once, reuse ends the family."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.roles import Role
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Staff, Token, TokenFamily, Worker
from server.security import digest, new_token

ACCESS_MS = 15 * 60_000
REFRESH_MS = 7 * 86_400_000
STAFF = "staff"
WORKER = "worker"
REGISTRANT = "org"
"""Who has registered an organization and asks how it stands."""


@dataclass(frozen=True, slots=True)
class StaffPerson:
    """Who calls: a member of the staff, as the database says at this request."""

    id: str
    account: str
    name: str
    label: str
    role: Role
    region: str | None
    organization_id: str | None
    family_id: str


@dataclass(frozen=True, slots=True)
class WorkerCaller:
    """Who calls: a worker."""

    id: str
    name: str
    phone: str
    occupation: str
    family_id: str


@dataclass(frozen=True, slots=True)
class Registrant:
    """Who calls: the applicant of a registration; `id` is the registration's."""

    id: str


@dataclass(frozen=True, slots=True)
class Pair:
    """New tokens, to be told once."""

    access: str
    refresh: str


class ReusedTokenError(ProblemError):
    """A spent refresh token came again, which ended its family."""

    def __init__(self, family: TokenFamily) -> None:
        super().__init__(Code.SESSION_REVOKED, "This session was ended because an old token was used again.")
        self.family = family


def open_family(session: Session, context: ServerContext, audience: str, person_id: str, device: str = "") -> Pair:
    """Start a family for a person who has just signed in."""
    now = context.now()
    family = TokenFamily(id=context.new_id(), audience=audience, person_id=person_id, device=device, created_at=now)
    session.add(family)
    session.flush()
    return _issue(session, context, family.id)


def rotate(
    session: Session, context: ServerContext, audience: str, refresh: str
) -> tuple[TokenFamily, Pair] | ProblemError:
    """Spend a refresh token. A refusal is returned, not raised, because ending the family must be committed."""
    now = context.now()
    found = select(Token, TokenFamily).join(TokenFamily, Token.family_id == TokenFamily.id)
    found = found.where(Token.hash == digest(refresh), Token.kind == "refresh", TokenFamily.audience == audience)
    row = session.execute(found.with_for_update()).one_or_none()
    if row is None:
        return ProblemError(Code.NOT_SIGNED_IN, "This session is unknown.")
    token, family = row
    if family.ended_at is not None:
        return ProblemError(Code.SESSION_REVOKED, "This session was ended.")
    if token.spent_at is not None:
        family.ended_at, family.end_reason = now, "reuse"
        return ReusedTokenError(family)
    if token.expires_at <= now:
        return ProblemError(Code.SESSION_EXPIRED, "This session has expired.")
    token.spent_at = now
    return family, _issue(session, context, family.id)


def end_family(session: Session, context: ServerContext, family_id: str, reason: str) -> None:
    """Sign out: all tokens of the family stop working."""
    family = update(TokenFamily).where(TokenFamily.id == family_id, TokenFamily.ended_at.is_(None))
    session.execute(family.values(ended_at=context.now(), end_reason=reason))


def staff_of_token(session: Session, token: str, now: int) -> StaffPerson:
    """The member of the staff that an access token stands for; raises a problem."""
    family = _family_of(session, token, STAFF, now)
    staff = session.get_one(Staff, family.person_id)
    if staff.suspended_at is not None:
        raise ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    return StaffPerson(
        staff.id,
        staff.account,
        staff.name,
        staff.label,
        Role(staff.role),
        staff.region,
        staff.organization_id,
        family.id,
    )


def worker_of_token(session: Session, token: str, now: int) -> WorkerCaller:
    """The worker that an access token stands for; raises a problem."""
    family = _family_of(session, token, WORKER, now)
    worker = session.get_one(Worker, family.person_id)
    if worker.suspended_at is not None:
        raise ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    return WorkerCaller(worker.id, worker.name, worker.phone, worker.occupation, family.id)


def _family_of(session: Session, token: str, audience: str, now: int) -> TokenFamily:
    found = select(Token, TokenFamily).join(TokenFamily, Token.family_id == TokenFamily.id)
    row = session.execute(found.where(Token.hash == digest(token), Token.kind == "access")).one_or_none()
    if row is None or row[1].audience != audience:
        raise ProblemError(Code.NOT_SIGNED_IN, "This token is unknown.")
    if row[1].ended_at is not None:
        raise ProblemError(Code.SESSION_REVOKED, "This session was ended.")
    if row[0].expires_at <= now:
        raise ProblemError(Code.SESSION_EXPIRED, "This token has expired.")
    family: TokenFamily = row[1]
    return family


def _issue(session: Session, context: ServerContext, family_id: str) -> Pair:
    now = context.now()
    pair = Pair(new_token(context.random_bytes), new_token(context.random_bytes))
    for kind, text, life in (("access", pair.access, ACCESS_MS), ("refresh", pair.refresh, REFRESH_MS)):
        session.add(Token(hash=digest(text), family_id=family_id, kind=kind, created_at=now, expires_at=now + life))
    return pair
