"""Certificates: for staff by pages, with revoking and reissuing; for everybody, whether one is valid."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from contract.certificates import CertificateState
from contract.problems import Code
from contract.wire import Ask
from contract.wire import awards as wire
from contract.wire.sync import Id
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.openapi import problems
from server.policy import national, public, rankers, scope_of
from server.routes.auth import address_of
from server.services import certificates
from server.services.idempotency import once
from server.services.registrations_captcha import count_call
from server.services.tokens import StaffPerson

router = APIRouter()
Ranker = Annotated[StaffPerson, Depends(rankers)]
CertificateId = Annotated[Id, Path()]
VERIFICATIONS = 60
"""Calls of one address in 15 minutes; an office may have one address for all its people."""
_CHANGING = (Code.NOT_ALLOWED, Code.NOT_FOUND, Code.VERSION_MISMATCH, Code.WRONG_STATE)


class _Reissuing(Ask):
    """What a key stands for."""

    certificate_id: str
    version: int
    reason: str


@router.get(
    "/public/certificates/{code}",
    summary="Whether a certificate is valid",
    tags=["public"],
    dependencies=[Depends(public)],
    responses=problems(Code.TOO_MANY_TRIES),
)
def verify(code: str, request: Request, context: Context) -> wire.Verification:
    """By the code on it, however it is typed; anything else is `unknown`. Names of persons are masked."""
    count_call(context, "cert", address_of(request), VERIFICATIONS)
    with context.database.reading() as session:
        return certificates.verify(session, code)


@router.get("/certificates", summary="Certificates by pages", tags=["awards"], responses=problems(Code.CURSOR_INVALID))
def page(
    person: Ranker,
    context: Context,
    session: Reading,
    list_id: Id | None = None,
    state: CertificateState | None = None,
    number: Annotated[str, Query(max_length=20)] = "",
    cursor: Annotated[str, Query(max_length=1_000)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> wire.Certificates:
    """In the order of numbers; with full names, for print."""
    return certificates.certificates_page(
        session, context, scope_of(person), list_id, state, number.strip().upper(), cursor, limit
    )


@router.get(
    "/certificates/{certificate_id}",
    summary="A certificate with its history",
    tags=["awards"],
    responses=problems(Code.NOT_FOUND),
)
def certificate(certificate_id: CertificateId, person: Ranker, session: Reading) -> wire.CertificateDetail:
    """Also which one replaced it."""
    return certificates.detail(session, certificate_id, scope_of(person))


@router.post(
    "/certificates/{certificate_id}/revoke",
    summary="Revoke a certificate",
    tags=["awards"],
    responses=problems(*_CHANGING),
)
def revoke(
    certificate_id: CertificateId, ask: wire.ReasonedAsk, person: Ranker, context: Context, session: Writing
) -> wire.CertificateDetail:
    """For good; it may be reissued."""
    return certificates.revoke(session, context, national(person), certificate_id, ask)


@router.post(
    "/certificates/{certificate_id}/reissue",
    summary="Replace a certificate by a new one",
    status_code=201,
    tags=["awards"],
    responses=problems(*_CHANGING, Code.IDEMPOTENCY_MISMATCH),
)
def reissue(
    certificate_id: CertificateId,
    ask: wire.ReasonedAsk,
    person: Ranker,
    key: IdempotencyKeyHeader,
    context: Context,
    session: Writing,
) -> wire.CertificateDetail:
    """New number and code, the name as it is now; the old one is revoked."""
    national(person)

    def act() -> wire.CertificateDetail:
        return certificates.reissue(session, context, person, certificate_id, ask)

    named = _Reissuing(certificate_id=certificate_id, version=ask.version, reason=ask.reason)
    return once(session, context, person.id, "reissue", key, named, wire.CertificateDetail, act)
