"""Staff: sign in, refresh, sign out, me."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from contract.problems import Code
from contract.wire import auth
from server.deps import Context, Reading, Writing
from server.errors import ProblemError, answer
from server.models import Staff
from server.openapi import problems
from server.policy import any_staff, public
from server.services import accounts, audit
from server.services.tokens import STAFF, StaffPerson, end_family

router = APIRouter(prefix="/auth", tags=["auth"])
Somebody = Annotated[StaffPerson, Depends(any_staff)]


def address_of(request: Request) -> str:
    """The caller's network address."""
    return request.client.host if request.client else ""


@router.post(
    "/sign-in",
    summary="Sign in as staff",
    dependencies=[Depends(public)],
    responses=problems(Code.WRONG_PASSWORD, Code.ACCOUNT_SUSPENDED, Code.TOO_MANY_TRIES),
)
def sign_in(ask: auth.SignIn, request: Request, context: Context) -> auth.Session:
    """Access and refresh token. Five failures per account or thirty per address in 15 minutes: wait (Retry-After)."""
    attempt = accounts.Try(STAFF, ask.account, ask.password, address_of(request), ask.device)
    return accounts.sign_in_staff(context, attempt)


@router.post(
    "/refresh",
    summary="New tokens for a refresh token",
    response_model=auth.Session,
    dependencies=[Depends(public)],
    responses=problems(Code.NOT_SIGNED_IN, Code.SESSION_EXPIRED, Code.SESSION_REVOKED, Code.ACCOUNT_SUSPENDED),
)
def refresh(ask: auth.Refresh, request: Request, context: Context, session: Writing) -> auth.Session | Response:
    """Spends the token; using it a second time ends every session that grew from the same sign-in."""
    result = accounts.refresh_staff(session, context, ask.refresh_token)
    return answer(request, result) if isinstance(result, ProblemError) else result


@router.post("/sign-out", summary="End this session")
def sign_out(person: Somebody, context: Context, session: Writing) -> auth.Empty:
    """All tokens of this sign-in stop working."""
    end_family(session, context, person.family_id, "sign-out")
    audit.record(session, context, person, "sign-out", ("staff", person.id))
    return auth.Empty()


@router.get("/me", summary="Who I am")
def me(person: Somebody, session: Reading) -> auth.Person:
    """The signed-in person."""
    return accounts.person_answer(session, session.get_one(Staff, person.id))
