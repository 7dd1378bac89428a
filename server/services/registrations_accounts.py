"""Applicants: sign in to their registration with its phone and password; a short token, nothing kept."""

from typing import Final

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from contract.masking import mask_phone
from contract.problems import Code
from contract.review import ApplicationState
from contract.wire.registration import RegistrantSignIn
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Registration
from server.services import audit
from server.services.accounts import Try, forget_tries, throttle
from server.services.cursors import seal, unseal
from server.services.tokens import REGISTRANT, Registrant

TOKEN_MS: Final = 3_600_000
_PURPOSE = "registrant"


def sign_in(context: ServerContext, ask: RegistrantSignIn, address: str) -> Registrant:
    """Whose phone and password these are; raises wrong-password, too-many-tries. Throttled and audited like others."""
    attempt = Try(REGISTRANT, ask.phone, ask.password, address)
    with context.database.writing() as session:
        registration = _of_phone(session, ask.phone)
        who = ("registration", registration.id if registration else mask_phone(ask.phone))
        refusal = throttle(session, context, attempt, who)
    if refusal:
        raise refusal
    right = context.passwords.matches(registration.password_hash if registration else None, ask.password)
    with context.database.writing() as session:
        if right and registration is not None:
            forget_tries(session, attempt)
            registrant = Registrant(registration.id)
            audit.record(session, context, registrant, "sign-in", who)
            return registrant
        audit.record(session, context, None, "sign-in-failed", who, cause=Code.WRONG_PASSWORD.value, address=address)
    raise ProblemError(Code.WRONG_PASSWORD, "Phone or password is wrong.")


def token_of(context: ServerContext, registration_id: str) -> str:
    """A token for one's own registration, good for an hour."""
    return seal(context.settings.signing_key(), _PURPOSE, [registration_id, context.now() + TOKEN_MS])


def registrant_of_token(session: Session, context: ServerContext, token: str) -> Registrant:
    """Whose token this is; raises not-signed-in, session-expired."""
    try:
        id, expires = unseal(context.settings.signing_key(), _PURPOSE, token)
    except ProblemError:
        raise ProblemError(Code.NOT_SIGNED_IN, "This token is unknown.") from None
    if expires <= context.now():
        raise ProblemError(Code.SESSION_EXPIRED, "This token has expired.")
    if session.get(Registration, id) is None:
        raise ProblemError(Code.NOT_SIGNED_IN, "This registration is unknown.")
    return Registrant(id)


def _of_phone(session: Session, phone: str) -> Registration | None:
    """The living registration of a phone, else the one that was withdrawn last."""
    gone = case((Registration.state == ApplicationState.WITHDRAWN, 1), else_=0)
    found = select(Registration).where(Registration.account_phone == phone)
    return session.scalars(found.order_by(gone, Registration.submitted_at.desc()).limit(1)).one_or_none()
