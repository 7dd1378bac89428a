"""Certificates: issued with a list, revoked, reissued, verified by anybody; never deleted."""

from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from contract.boards import BoardKind
from contract.certificates import CertificateState, new_code, read_code
from contract.masking import mask_name
from contract.problems import Code
from contract.wire.awards import (
    CertificateDetail,
    CertificateEventFacts,
    CertificateFacts,
    Certificates,
    ReasonedAsk,
    Verification,
)
from server.context import ServerContext
from server.errors import ProblemError
from server.models import (
    AwardEntry,
    AwardKind,
    AwardList,
    Certificate,
    CertificateEvent,
    Organization,
    Staff,
    Work,
    Worker,
)
from server.services import audit, cursors
from server.services.reviews import next_numbers
from server.services.tokens import StaffPerson

CERTIFICATE: Final = "certificate"
SERIES: Final = "CERT-24"
DIGITS: Final = 6
_OLDER, _NEWER = aliased(Certificate), aliased(Certificate)
_SAME: Final = tuple(name for name in CertificateFacts.model_fields if name not in {"replaces", "replaced_by"})


def issue(
    session: Session, context: ServerContext, person: StaffPerson, row: AwardList, chosen: list[AwardEntry]
) -> None:
    """One for each line, numbered in the order of places."""
    kind = session.get_one(AwardKind, (row.kind, row.kind_version))
    numbers = next_numbers(session, SERIES, 1, len(chosen), DIGITS)
    work = kind.subject == BoardKind.WORK
    made = [
        Certificate(
            **_fresh(context, number), list_id=row.id, entry_id=entry.id, award=kind.name, subject=kind.subject,
            subject_id=entry.subject_id, holder=entry.holder, title=entry.name if work else "", region=entry.region,
        )
        for entry, number in zip(chosen, numbers, strict=True)
    ]  # fmt: skip
    session.add_all(made)
    session.flush()
    for one in made:
        _note(session, context, person, one, "issued")


def revoke(
    session: Session, context: ServerContext, person: StaffPerson, certificate_id: str, ask: ReasonedAsk
) -> CertificateDetail:
    """It is not valid any more; raises not-found, version-mismatch, wrong-state when it was revoked already."""
    row = _locked(session, certificate_id, ask.version)
    if row.state != CertificateState.VALID:
        raise ProblemError(Code.WRONG_STATE, "This certificate is revoked already.")
    _end(context, row, ask.reason)
    _note(session, context, person, row, "revoked", ask.reason)
    session.flush()
    return detail(session, row.id, "")


def reissue(
    session: Session, context: ServerContext, person: StaffPerson, certificate_id: str, ask: ReasonedAsk
) -> CertificateDetail:
    """A new one in the place of a valid or revoked one, with the name as it is now; the old one is revoked.

    Raises not-found, version-mismatch, wrong-state when it has been replaced already.
    """
    old = _locked(session, certificate_id, ask.version)
    replaced = session.scalars(select(Certificate.number).where(Certificate.reissued_from == old.id)).one_or_none()
    if replaced:
        raise ProblemError(Code.WRONG_STATE, "This certificate was replaced already.", replaced_by=replaced)
    if old.state == CertificateState.VALID:
        _end(context, old, ask.reason)
    else:
        old.version += 1
    session.flush()
    (number,) = next_numbers(session, SERIES, 1, 1, DIGITS)
    same = ("list_id", "entry_id", "award", "subject", "subject_id", "region")
    holder, title = _names_now(session, old)
    facts: dict[str, Any] = _fresh(context, number) | {name: getattr(old, name) for name in same}
    new = Certificate(**facts, holder=holder, title=title, reissued_from=old.id)
    session.add(new)
    session.flush()
    _note(session, context, person, old, "reissued", ask.reason, new.number)
    _note(session, context, person, new, "issued", ask.reason, old.number)
    session.flush()
    return detail(session, new.id, "")


def verify(session: Session, typed: str) -> Verification:
    """What anybody may know of a code; one that can be none is as unknown as one that was never given out."""
    code = read_code(typed)
    row = session.scalars(select(Certificate).where(Certificate.code == (code or ""))).one_or_none()
    if row is None:
        return Verification(state="unknown")
    name = row.holder if row.subject == BoardKind.ORGANIZATION else mask_name(row.holder)
    state = CertificateState(row.state)
    return Verification(state=state.value, award=row.award, name=name, number=row.number, issued_at=row.issued_at)


def certificates_page(
    session: Session, context: ServerContext, region: str, list_id: str | None, state: CertificateState | None,
    number: str, cursor: str, limit: int,
) -> Certificates:  # fmt: skip
    """In the order of numbers, for staff of one region only theirs; raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = _rows(region)
    if list_id:
        wanted = wanted.where(Certificate.list_id == list_id)
    if state:
        wanted = wanted.where(Certificate.state == state)
    if number:
        wanted = wanted.where(Certificate.number == number)
    if cursor:
        wanted = wanted.where(Certificate.number > cursors.unseal(key, "certificates", cursor))
    found = session.execute(wanted.order_by(Certificate.number).limit(limit + 1)).all()
    items = [CertificateFacts.model_validate(_facts(*row)) for row in found[:limit]]
    more = len(found) > limit
    return Certificates(items=items, next=cursors.seal(key, "certificates", items[-1].number) if more else None)


def detail(session: Session, certificate_id: str, region: str) -> CertificateDetail:
    """One with its history; raises not-found, also for another region's."""
    row = session.execute(_rows(region).where(Certificate.id == certificate_id)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such certificate.")
    lines = select(CertificateEvent, Staff.label).join(Staff, Staff.id == CertificateEvent.by)
    lines = lines.where(CertificateEvent.certificate_id == certificate_id).order_by(CertificateEvent.id)
    history = [
        CertificateEventFacts.model_validate(
            {name: getattr(line, name) for name in ("at", "kind", "reason", "other")} | {"by": label}
        )
        for line, label in session.execute(lines)
    ]
    return CertificateDetail.model_validate(_facts(*row) | {"history": history})


def _rows(region: str) -> Select[Certificate, str, str]:
    found = select(Certificate, _OLDER.number, _NEWER.number)
    found = found.outerjoin(_OLDER, _OLDER.id == Certificate.reissued_from)
    found = found.outerjoin(_NEWER, _NEWER.reissued_from == Certificate.id)
    return found.where(Certificate.region == region) if region else found


def _facts(row: Certificate, replaces: str | None, replaced_by: str | None) -> dict[str, Any]:
    facts = {name: getattr(row, name) for name in _SAME}
    return facts | {"replaces": replaces or "", "replaced_by": replaced_by or ""}


def _fresh(context: ServerContext, number: str) -> dict[str, Any]:
    code = new_code(context.random_bytes)
    facts = {"id": context.new_id(), "number": number, "code": code, "issued_at": context.now()}
    return facts | {"version": 1, "state": CertificateState.VALID}


def _locked(session: Session, certificate_id: str, version: int) -> Certificate:
    wanted = select(Certificate).where(Certificate.id == certificate_id).with_for_update()
    row = session.scalars(wanted.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise ProblemError(Code.NOT_FOUND, "There is no such certificate.")
    if row.version != version:
        raise ProblemError(Code.VERSION_MISMATCH, "Somebody changed this certificate.", version=row.version)
    return row


def _end(context: ServerContext, row: Certificate, reason: str) -> None:
    row.state, row.revoked_at, row.reason = CertificateState.REVOKED, context.now(), reason
    row.version += 1


def _note(
    session: Session, context: ServerContext, person: StaffPerson, row: Certificate, kind: str, reason: str = "",
    other: str = "",
) -> None:  # fmt: skip
    """A line in its history, and one in the audit."""
    line = {"at": context.now(), "by": person.id, "kind": kind, "reason": reason, "other": other}
    session.add(CertificateEvent(certificate_id=row.id, **line))
    action = {"issued": "issue-certificate", "revoked": "revoke-certificate", "reissued": "reissue-certificate"}[kind]
    facts = {"number": row.number, "reason": reason, "other": other}
    audit.record(session, context, person, action, (CERTIFICATE, row.id), **facts)


def _names_now(session: Session, row: Certificate) -> tuple[str, str]:
    """Holder and title as they are called now."""
    if row.subject == BoardKind.ORGANIZATION:
        return session.get_one(Organization, row.subject_id).name, ""
    if row.subject == BoardKind.PERSON:
        return session.get_one(Worker, row.subject_id).name, ""
    work = session.get_one(Work, row.subject_id)
    return session.get_one(Worker, work.author_id).name, work.title
