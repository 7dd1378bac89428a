"""Workers: register, sign in, own works."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from contract.problems import Code
from contract.wire import auth
from contract.wire.sync import Id
from contract.wire.worker import CorrectAsk, OwnWork, OwnWorks, SubmitAsk
from server.deps import Context, IdempotencyKeyHeader, Reading, Writing
from server.errors import ProblemError, answer
from server.openapi import problems
from server.policy import public, workers
from server.routes.auth import address_of
from server.services import audit, submissions, worker_accounts
from server.services.idempotency import once
from server.services.tokens import WorkerCaller, end_family

router = APIRouter(prefix="/worker", tags=["worker"])
Worker = Annotated[WorkerCaller, Depends(workers)]
WorkId = Annotated[Id, Path()]


@router.post(
    "/register",
    summary="Register as a worker",
    status_code=201,
    dependencies=[Depends(public)],
    responses=problems(Code.PHONE_TAKEN, Code.TOO_MANY_TRIES),
)
def register(ask: auth.WorkerRegister, request: Request, context: Context) -> auth.WorkerSession:
    """Signed in afterwards. Five tries per phone or thirty per address in 15 minutes: wait (Retry-After)."""
    return worker_accounts.register(context, ask, address_of(request))


@router.post(
    "/sign-in",
    summary="Sign in as a worker",
    dependencies=[Depends(public)],
    responses=problems(Code.WRONG_PASSWORD, Code.ACCOUNT_SUSPENDED, Code.TOO_MANY_TRIES),
)
def sign_in(ask: auth.WorkerSignIn, request: Request, context: Context) -> auth.WorkerSession:
    """Throttled like the staff's sign-in."""
    return worker_accounts.sign_in(context, ask, address_of(request))


@router.post(
    "/refresh",
    summary="New tokens for a refresh token",
    response_model=auth.WorkerSession,
    dependencies=[Depends(public)],
    responses=problems(Code.NOT_SIGNED_IN, Code.SESSION_EXPIRED, Code.SESSION_REVOKED, Code.ACCOUNT_SUSPENDED),
)
def refresh(ask: auth.Refresh, request: Request, context: Context, session: Writing) -> auth.WorkerSession | Response:
    """Spends the token; using it a second time ends every session that grew from the same sign-in."""
    result = worker_accounts.refresh(session, context, ask.refresh_token)
    return answer(request, result) if isinstance(result, ProblemError) else result


@router.post("/sign-out", summary="End this session")
def sign_out(worker: Worker, context: Context, session: Writing) -> auth.Empty:
    """All tokens of this sign-in stop working."""
    end_family(session, context, worker.family_id, "sign-out")
    audit.record(session, context, worker, "sign-out", ("worker", worker.id))
    return auth.Empty()


@router.get("/me", summary="Who I am")
def me(worker: Worker) -> auth.WorkerPerson:
    """The signed-in worker."""
    return worker_accounts.person(worker)


@router.get("/works", summary="My works, with state and reasons")
def own_works(worker: Worker, session: Reading) -> OwnWorks:
    """Newest first."""
    return submissions.own_works(session, worker)


@router.post(
    "/works",
    summary="Submit a work",
    status_code=201,
    responses=problems(
        Code.NOT_FOUND, Code.OUTSIDE_CAMPAIGN, Code.WRONG_STATE, Code.VIDEO_REFUSED, Code.IDEMPOTENCY_MISMATCH
    ),
)
def submit(ask: SubmitAsk, worker: Worker, key: IdempotencyKeyHeader, context: Context, session: Writing) -> OwnWork:
    """The rules of the contest are checked from the file itself; `problems` names what breaks them.

    One uploaded file makes one work: `wrong-state` names the work that it was sent in with.
    """

    def act() -> OwnWork:
        return submissions.submit(session, context, worker, ask)

    return once(session, context, worker.id, "submit", key, ask, OwnWork, act)


@router.get("/works/{work_id}", summary="One of my works", responses=problems(Code.NOT_FOUND))
def one_own_work(work_id: WorkId, worker: Worker, session: Reading) -> OwnWork:
    """With state and reasons."""
    return submissions.one_own_work(session, worker, work_id)


@router.put(
    "/works/{work_id}",
    summary="Correct a work and send it again",
    responses=problems(
        Code.NOT_FOUND, Code.VERSION_MISMATCH, Code.WRONG_STATE, Code.OUTSIDE_CAMPAIGN, Code.VIDEO_REFUSED
    ),
)
def correct(work_id: WorkId, ask: CorrectAsk, worker: Worker, context: Context, session: Writing) -> OwnWork:
    """Reopens the review: the next round when it was decided, a new version when it still waits."""
    return submissions.correct(session, context, worker, work_id, ask)


@router.post(
    "/works/{work_id}/withdraw",
    summary="Take a work back",
    responses=problems(Code.NOT_FOUND, Code.WRONG_STATE),
)
def withdraw(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> OwnWork:
    """It leaves the queue, the public list and the boards."""
    return submissions.withdraw(session, context, worker, work_id)
