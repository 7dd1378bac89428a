"""Registrations from the applicant's side: register, correct, withdraw, and how it stands."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.campaign import CAMPAIGN_END_MS
from contract.problems import Code
from contract.registration import name_key
from contract.review import AlreadyThereError, ApplicationState, Event, NotAllowedError, application_after
from contract.wire.registration import (
    CorrectRegistrationAsk,
    RegisterAsk,
    RegistrantSession,
    RegistrationFields,
)
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.feed import PLATFORM, touch
from server.models import IdempotencyKey, Media, Registration, RegistrationVersion, Staff
from server.services import audit, reviews
from server.services import registrations_alike as alike
from server.services import registrations_files as files
from server.services.accounts import REGISTER, Try, forget_tries, throttle
from server.services.idempotency import once
from server.services.registrations_accounts import TOKEN_MS, token_of
from server.services.registrations_captcha import wrong_code
from server.services.registrations_own import own
from server.services.tokens import Registrant

NUMBERS: Final = "ORG-24"
FIRST_NUMBER: Final = 701
OPERATION: Final = "register"
TYPED: Final = (
    "name", "region", "address", "landline", "introduction", "nature", "size", "industry", "labels", "contact_name",
    "contact_phone",
)  # fmt: skip
FACTS: Final = (*TYPED, "logo_id", "document_ids")
"""What a version keeps."""


def register(context: ServerContext, ask: RegisterAsk, key: str, address: str) -> RegistrantSession:
    """A new registration waits for review, and its applicant is signed in.

    Raises outside-campaign, too-many-tries, code-wrong, phone-taken, file-refused, idempotency-mismatch. The password
    is hashed outside of any transaction, once tries are counted and the code is known to be right.
    """
    in_time(context)
    person = f"phone:{ask.account_phone}"
    password_hash = ""
    if not _answered(context, person, key):
        _prove(context, ask, address)
        password_hash = context.passwords.hash(ask.password)
    secret = ask.model_copy(update={"password": "", "sms_code": ""})
    with context.database.writing() as session:

        def act() -> RegistrantSession:
            _alone(session)
            if is_known(session, ask.account_phone):
                raise ProblemError(Code.PHONE_TAKEN, "This phone has a registration or an account already.")
            if refusal := wrong_code(session, context, ask.account_phone, ask.sms_code, spend=True):
                raise refusal
            forget_tries(session, _attempt(ask.account_phone, address))
            return _signed_in(session, context, enter(session, context, ask.account_phone, ask, password_hash))

        return once(
            session, context, person, OPERATION, key, secret, RegistrantSession, act,
            keep=lambda answer: answer.model_copy(update={"token": ""}),
            again=lambda answer: _signed_in(session, context, session.get_one(Registration, answer.registration.id)),
        )  # fmt: skip


def is_known(session: Session, phone: str) -> bool:
    """Whether a phone has a living registration or a staff account."""
    living = Registration.account_phone == phone, Registration.state != ApplicationState.WITHDRAWN
    return (
        session.scalars(select(Registration.id).where(*living)).first() is not None
        or session.scalars(select(Staff.id).where(Staff.account == phone)).first() is not None
    )


def correct(
    session: Session, context: ServerContext, registrant: Registrant, ask: CorrectRegistrationAsk
) -> RegistrantSession:
    """Change it and send it again: the next round when it was rejected, a new version while it waits.

    Raises version-mismatch, wrong-state, outside-campaign, file-refused; invalid-args when nothing was changed.
    """
    in_time(context)
    _alone(session)
    logo, documents = _files(session, context, registrant.id, ask)
    before = session.get_one(Registration, registrant.id)
    found = alike.find(session, _said(before, ask, documents))
    registration, others = _locked(session, before, found)
    if registration.version != ask.base_version:
        raise ProblemError(Code.VERSION_MISMATCH, "It has changed meanwhile.", version=registration.version)
    if not may_correct(session, context, registration):
        raise ProblemError(Code.WRONG_STATE, "This registration cannot be sent again.")
    said = _fill(registration, ask, logo, documents)
    if not said:
        raise ProblemError(Code.INVALID_ARGS, "Nothing was changed.")
    _send_in(session, context, registration, Event.SUBMIT)
    listed, registration.look_alikes = registration.look_alikes, found
    alike.tell_others(session, registration, listed, others)
    about = ("registration", registration.id)
    audit.record(session, context, registrant, "correct", about, version=registration.version, changed=sorted(said))
    return _signed_in(session, context, registration)


def withdraw(session: Session, context: ServerContext, registrant: Registrant) -> RegistrantSession:
    """Take it back; doing it twice is the same as once. Raises wrong-state."""
    _alone(session)
    before = session.get_one(Registration, registrant.id)
    registration, others = _locked(session, before, [])
    try:
        state = application_after(ApplicationState(registration.state), Event.WITHDRAW)
    except AlreadyThereError:
        return _signed_in(session, context, registration)
    except NotAllowedError:
        raise ProblemError(Code.WRONG_STATE, "This registration cannot be withdrawn.") from None
    if reviews.is_final(reviews.applied_decision(session, registration)):
        raise ProblemError(Code.WRONG_STATE, "This registration was rejected for good.")
    registration.state = state
    registration.version += 1
    reviews.drop_review(session, registration, context.now())
    listed, registration.look_alikes = registration.look_alikes, []
    alike.tell_others(session, registration, listed, others)
    reviews.add_event(session, registration, context.now(), "withdrawn")
    touch(session, PLATFORM, "registration", registration.id)
    about = ("registration", registration.id)
    audit.record(session, context, registrant, "withdraw", about, version=registration.version)
    return _signed_in(session, context, registration)


def signed_in(session: Session, context: ServerContext, registrant: Registrant) -> RegistrantSession:
    """How one's own registration stands, with a fresh token."""
    return _signed_in(session, context, session.get_one(Registration, registrant.id))


def may_correct(session: Session, context: ServerContext, registration: Registration) -> bool:
    """Whether state, reasons of the last rejection and the campaign's end let it be sent again."""
    if registration.state not in {ApplicationState.PENDING, ApplicationState.REJECTED}:
        return False
    if context.now() >= CAMPAIGN_END_MS:
        return False
    return not reviews.is_final(reviews.applied_decision(session, registration))


def in_time(context: ServerContext) -> None:
    """Organizations may register before the campaign begins; raises outside-campaign after its end."""
    if context.now() >= CAMPAIGN_END_MS:
        raise ProblemError(Code.OUTSIDE_CAMPAIGN, "The campaign has ended on 2024-11-30, Beijing time.")


def _answered(context: ServerContext, person: str, key: str) -> bool:
    with context.database.reading() as session:
        return session.get(IdempotencyKey, (person, OPERATION, key)) is not None


def _prove(context: ServerContext, ask: RegisterAsk, address: str) -> None:
    """Count the try and look at the code, committed whatever comes of it."""
    attempt = _attempt(ask.account_phone, address)
    with context.database.writing() as session:
        refusal = throttle(session, context, attempt, ("address", address))
        refusal = refusal or wrong_code(session, context, ask.account_phone, ask.sms_code, spend=False)
    if refusal:
        raise refusal


def _attempt(phone: str, address: str) -> Try:
    """Tries to register an organization count per phone apart from those to register as a worker."""
    return Try(REGISTER, f"organization {phone}", "", address)


def enter(
    session: Session, context: ServerContext, phone: str, ask: RegistrationFields, password_hash: str
) -> Registration:
    """A new registration waits for review; the caller knows that the phone is the applicant's. Raises file-refused."""
    _alone(session)
    registration = Registration(
        id=context.new_id(),
        number=reviews.next_number(session, NUMBERS, FIRST_NUMBER),
        version=1,
        round=1,
        state=ApplicationState.PENDING,
        account_phone=phone,
        password_hash=password_hash,
        submitted_at=context.now(),
        created_at=context.now(),
    )
    logo, documents = _files(session, context, registration.id, ask)
    _fill(registration, ask, logo, documents)
    registration.look_alikes = alike.find(session, _said(registration, ask, documents))
    others = reviews.locked(session, Registration, sorted(alike.registrations_of(registration.look_alikes)))
    session.add(registration)
    _send_in(session, context, registration, None)
    alike.tell_others(session, registration, [], others)
    about = ("registration", registration.id)
    audit.record(session, context, Registrant(registration.id), "register", about, version=registration.version)
    return registration


def _alone(session: Session) -> None:
    """Applicants change the lists of others' look-alikes, so one of them acts at a time."""
    one_at_a_time(session, "registrations")


def _files(
    session: Session, context: ServerContext, registration_id: str, ask: RegistrationFields
) -> tuple[Media, list[Media]]:
    logo = files.named(session, context, registration_id, "logo", [ask.logo])[0]
    documents = files.named(session, context, registration_id, "proof", ask.documents)
    for media in (logo, *documents):
        media.registration_id = registration_id
    return logo, documents


def _said(registration: Registration, ask: RegistrationFields, documents: Sequence[Media]) -> alike.Said:
    return alike.Said(
        registration.id,
        registration.organization_id,
        name_key(ask.name),
        frozenset({registration.account_phone, ask.contact_phone}),
        frozenset(media.sha256 for media in documents),
    )


def _locked(session: Session, before: Registration, found: alike.Found) -> tuple[Registration, list[Registration]]:
    """A registration and all that are or were alike, locked in the order of their ids as decisions do."""
    ids = {before.id} | alike.registrations_of(before.look_alikes) | alike.registrations_of(found)
    rows = reviews.locked(session, Registration, sorted(ids))
    return next(row for row in rows if row.id == before.id), [row for row in rows if row.id != before.id]


def _fill(registration: Registration, ask: RegistrationFields, logo: Media, documents: Sequence[Media]) -> list[str]:
    """Set what is said; the names of what is new."""
    said: dict[str, Any] = {name: getattr(ask, name) for name in TYPED}
    said |= {"logo_id": logo.id, "document_ids": [media.id for media in documents]}
    changed = [name for name, value in said.items() if getattr(registration, name) != value]
    for name in changed:
        setattr(registration, name, said[name])
    registration.name_key = name_key(ask.name)
    return changed


def _send_in(session: Session, context: ServerContext, registration: Registration, event: Event | None) -> None:
    """Into the queue: version, round, open review, history. `event` is None the first time."""
    kind = "submitted"
    waited = registration.state == ApplicationState.PENDING
    if event is not None:
        registration.state = application_after(ApplicationState(registration.state), event)
        registration.version += 1
        kind = "edited" if waited else "resubmitted"
        registration.round += not waited
        registration.submitted_at, registration.decided_at = context.now(), None
    session.flush()
    if event is None or not waited:
        reviews.open_review(session, context, registration)
    facts = {name: getattr(registration, name) for name in FACTS}
    version = RegistrationVersion(
        registration_id=registration.id,
        version=registration.version,
        round=registration.round,
        facts=facts,
        at=context.now(),
    )
    session.add(version)
    reviews.add_event(session, registration, context.now(), kind)
    touch(session, PLATFORM, "registration", registration.id)


def _signed_in(session: Session, context: ServerContext, registration: Registration) -> RegistrantSession:
    session.flush()
    return RegistrantSession(
        token=token_of(context, registration.id),
        expires_in_s=TOKEN_MS // 1000,
        registration=own(session, context, registration, may_correct(session, context, registration)),
    )
