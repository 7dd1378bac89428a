"""Organizations register: captcha, SMS code, files, registration, and how it stands."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.concurrency import run_in_threadpool

from contract.problems import Code
from contract.registration import LOGO_BYTES, PROOF_BYTES
from contract.wire.registration import (
    CaptchaShown,
    CodeAsk,
    CodeSent,
    CorrectRegistrationAsk,
    FileKept,
    RegisterAsk,
    RegistrantSession,
    RegistrantSignIn,
)
from inspection.documents.sniff import Purpose
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.openapi import problems
from server.policy import public, registrants
from server.routes.auth import address_of
from server.services import registrations, registrations_accounts, registrations_captcha, registrations_files
from server.services.tokens import Registrant

router = APIRouter(prefix="/public/registrations", tags=["registrations"])
Mine = Annotated[Registrant, Depends(registrants)]
FileName = Annotated[str, Query(max_length=400)]
CAPTCHAS = 100
FILES = 60
"""Calls of one address in 15 minutes; a company may have one address for all its people."""
_RAW = {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
_FILE_ROUTE: dict[str, Any] = {
    "status_code": 201,
    "dependencies": [Depends(public)],
    "responses": problems(Code.FILE_REFUSED, Code.TOO_MANY_TRIES),
    "openapi_extra": {"requestBody": _RAW},
}
_SENT_AGAIN = (Code.VERSION_MISMATCH, Code.WRONG_STATE, Code.OUTSIDE_CAMPAIGN, Code.FILE_REFUSED)


@router.post(
    "/captcha",
    summary="A new picture captcha",
    status_code=201,
    dependencies=[Depends(public)],
    responses=problems(Code.TOO_MANY_TRIES),
)
def captcha(request: Request, context: Context) -> CaptchaShown:
    """Good for one try within five minutes."""
    registrations_captcha.count_call(context, "captcha", address_of(request), CAPTCHAS)
    with context.database.writing() as session:
        return registrations_captcha.show(session, context)


@router.post(
    "/codes",
    summary="Send a code by SMS",
    dependencies=[Depends(public)],
    responses=problems(Code.CAPTCHA_WRONG, Code.TOO_MANY_TRIES),
)
def code(ask: CodeAsk, request: Request, context: Context) -> CodeSent:
    """Once a minute and five times an hour to a phone. Whether it is registered already is told by SMS only."""
    with context.database.reading() as session:
        known = registrations.is_known(session, ask.phone)
    return registrations_captcha.send_code(context, ask, address_of(request), known)


@router.post("/files/logo", summary="Send a logo", max_body_size=LOGO_BYTES, **_FILE_ROUTE)
async def logo(request: Request, context: Context, name: FileName = "") -> FileKept:
    """JPEG or PNG, by content, at most 3 MiB, as the raw body."""
    return await _file(request, context, "logo", name)


@router.post("/files/proof", summary="Send a file of proof", max_body_size=max(PROOF_BYTES.values()), **_FILE_ROUTE)
async def proof(request: Request, context: Context, name: FileName = "") -> FileKept:
    """An image of at most 20 MiB, or PDF or ZIP of at most 3 MiB, by content, as the raw body."""
    return await _file(request, context, "proof", name)


@router.post(
    "",
    summary="Register an organization",
    status_code=201,
    dependencies=[Depends(public)],
    responses=problems(
        Code.CODE_WRONG, Code.PHONE_TAKEN, Code.FILE_REFUSED, Code.OUTSIDE_CAMPAIGN, Code.TOO_MANY_TRIES,
        Code.IDEMPOTENCY_MISMATCH,
    ),
)  # fmt: skip
def register(ask: RegisterAsk, request: Request, key: IdempotencyKeyHeader, context: Context) -> RegistrantSession:
    """It waits for review, and the applicant is signed in. Five tries per phone in 15 minutes."""
    return registrations.register(context, ask, key, address_of(request))


@router.post(
    "/sign-in",
    summary="Sign in to one's registration",
    dependencies=[Depends(public)],
    responses=problems(Code.WRONG_PASSWORD, Code.TOO_MANY_TRIES),
)
def sign_in(ask: RegistrantSignIn, request: Request, context: Context) -> RegistrantSession:
    """Throttled like all sign-ins. The token is good for an hour."""
    registrant = registrations_accounts.sign_in(context, ask, address_of(request))
    with context.database.reading() as session:
        return registrations.signed_in(session, context, registrant)


@router.get("/mine", summary="How my registration stands")
def mine(registrant: Mine, context: Context, session: Reading) -> RegistrantSession:
    """Everything that was sent in, state, reasons in words, history; and a fresh token."""
    return registrations.signed_in(session, context, registrant)


@router.put("/mine", summary="Correct it and send it again", responses=problems(*_SENT_AGAIN))
def correct(ask: CorrectRegistrationAsk, registrant: Mine, context: Context, session: Writing) -> RegistrantSession:
    """The next round when it was rejected, a new version while it waits. Phone and password stay."""
    return registrations.correct(session, context, registrant, ask)


@router.post("/mine/withdraw", summary="Take it back", responses=problems(Code.WRONG_STATE))
def withdraw(registrant: Mine, context: Context, session: Writing) -> RegistrantSession:
    """It is not reviewed any more, and its phone may register anew."""
    return registrations.withdraw(session, context, registrant)


async def _file(request: Request, context: Context, purpose: Purpose, name: str) -> FileKept:
    await run_in_threadpool(registrations_captcha.count_call, context, "files", address_of(request), FILES)
    return await run_in_threadpool(registrations_files.receive, context, purpose, name, await request.body())
