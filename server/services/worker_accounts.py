"""Workers: register, sign in, refresh."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from contract.masking import mask_phone
from contract.problems import Code
from contract.wire import auth
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Worker
from server.services import audit
from server.services.accounts import Try, check_password, may_register, renewed
from server.services.tokens import ACCESS_MS, REFRESH_MS, WORKER, Pair, WorkerCaller, open_family


def register(context: ServerContext, ask: auth.WorkerRegister, address: str) -> auth.WorkerSession:
    """A new worker, signed in; raises phone-taken, too-many-tries."""
    may_register(context, ask.phone, address)
    password_hash = context.passwords.hash(ask.password)
    try:
        with context.database.writing() as session:
            worker = Worker(
                id=context.new_id(),
                phone=ask.phone,
                name=ask.name,
                occupation=ask.occupation,
                password_hash=password_hash,
                created_at=context.now(),
            )
            session.add(worker)
            session.flush()
            return _signed_in(session, context, worker, "register")
    except IntegrityError:
        raise ProblemError(Code.PHONE_TAKEN, "This phone is registered already.") from None


def sign_in(context: ServerContext, ask: auth.WorkerSignIn, address: str) -> auth.WorkerSession:
    """Tokens for a worker; raises wrong-password, account-suspended, too-many-tries."""
    worker = check_password(context, Try(WORKER, ask.phone, ask.password, address))
    assert isinstance(worker, Worker)
    with context.database.writing() as session:
        return _signed_in(session, context, worker, "sign-in")


def refresh(session: Session, context: ServerContext, refresh_token: str) -> auth.WorkerSession | ProblemError:
    """New tokens for old; a refusal is returned so that the end of a family is committed."""
    result = renewed(session, context, WORKER, refresh_token)
    if isinstance(result, ProblemError):
        return result
    family, pair = result
    worker = session.get_one(Worker, family.person_id)
    if worker.suspended_at is not None:
        return ProblemError(Code.ACCOUNT_SUSPENDED, "This account is suspended.")
    return _answer(context, pair, worker)


def person(worker: Worker | WorkerCaller) -> auth.WorkerPerson:
    """A worker as seen by himself or herself."""
    return auth.WorkerPerson(
        id=worker.id, name=worker.name, phone_masked=mask_phone(worker.phone), occupation=worker.occupation
    )


def _signed_in(session: Session, context: ServerContext, worker: Worker, action: str) -> auth.WorkerSession:
    pair = open_family(session, context, WORKER, worker.id)
    caller = WorkerCaller(worker.id, worker.name, worker.phone, worker.occupation, "")
    audit.record(session, context, caller, action, ("worker", worker.id))
    return _answer(context, pair, worker)


def _answer(context: ServerContext, pair: Pair, worker: Worker) -> auth.WorkerSession:
    return auth.WorkerSession(
        access_token=pair.access,
        refresh_token=pair.refresh,
        expires_in_s=ACCESS_MS // 1000,
        refresh_expires_in_s=REFRESH_MS // 1000,
        server_time=context.now(),
        worker=person(worker),
    )
