"""A registration as its applicant sees it, and the contact as platform administrators may reveal it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.reasons import reason
from contract.review import ApplicationState
from contract.wire.registration import OwnRegistration, RegistrationRevealed
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Media, Registration
from server.services import audit, reviews
from server.services.history import history_of
from server.services.registrations_files import own_file
from server.services.tokens import StaffPerson

_PLAIN = (
    "id", "number", "version", "state", "round", "account_phone", "name", "region", "address", "landline",
    "introduction", "nature", "size", "industry", "labels", "contact_name", "contact_phone", "submitted_at",
    "decided_at",
)  # fmt: skip


def own(session: Session, context: ServerContext, registration: Registration, may_correct: bool) -> OwnRegistration:
    """Everything that was sent in, state, reasons in words, history without names of reviewers or their notes."""
    last = reviews.applied_decision(session, registration)
    found = select(Media).where(Media.id.in_([registration.logo_id, *registration.document_ids]))
    files = {media.id: own_file(context, media) for media in session.scalars(found)}
    history = history_of(session, "registration", [registration.id]).get(registration.id, [])
    open_state = registration.state in {ApplicationState.PENDING, ApplicationState.REJECTED}
    facts = {name: getattr(registration, name) for name in _PLAIN} | {
        "logo": files[registration.logo_id],
        "documents": [files[id] for id in registration.document_ids],
        "reason_texts": [reason(item["code"]).sentence for item in last.reasons] if last else [],
        "message": last.message if last else "",
        "history": [_told(event) for event in history],
        "may_correct": may_correct,
        "may_withdraw": open_state and not reviews.is_final(last),
    }
    return OwnRegistration.model_validate(facts)


def _told(event: dict[str, Any]) -> dict[str, Any]:
    """A line of history for the applicant: reasons in words, no reviewer."""
    words = "、".join(reason(item["code"]).sentence for item in event["reasons"])
    return event | {"by": "", "message": "。".join(part for part in (words, event["message"]) if part)}


def reveal(session: Session, context: ServerContext, person: StaffPerson, registration_id: str) -> RegistrationRevealed:
    """Phones and the contact's name in full, audited; raises not-found."""
    row = session.get(Registration, registration_id)
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such registration.")
    audit.record(session, context, person, "reveal-contact", ("registration", row.id))
    return RegistrationRevealed(
        account_phone=row.account_phone,
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        landline=row.landline,
    )
