"""`Idempotency-Key`: the first call with a key does the work, every later one gets its answer."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from contract.problems import Code
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import savepoint
from server.models import IdempotencyKey
from server.security import digest

Answer = TypeVar("Answer", bound=BaseModel)


def once(
    session: Session,
    context: ServerContext,
    person_id: str,
    operation: str,
    key: str,
    ask: BaseModel,
    shape: type[Answer],
    act: Callable[[], Answer],
    keep: Callable[[Answer], Answer] = lambda answer: answer,
    again: Callable[[Answer], Answer] = lambda answer: answer,
) -> Answer:
    """Run `act` once per (person, operation, key), in this transaction; later calls give `again(keep(first answer))`.

    Raises idempotency-mismatch when the key came with other arguments before.
    """
    row = IdempotencyKey(
        person_id=person_id, operation=operation, key=key, hash=digest(ask.model_dump_json()), created_at=context.now()
    )
    try:
        with savepoint(session):
            session.add(row)
    except IntegrityError:
        return again(_first(session, row, shape))
    answer = act()
    row.answer = keep(answer).model_dump_json()
    session.flush()
    return answer


def _first(session: Session, row: IdempotencyKey, shape: type[Answer]) -> Answer:
    first = session.get_one(IdempotencyKey, (row.person_id, row.operation, row.key))
    if first.hash != row.hash:
        raise ProblemError(Code.IDEMPOTENCY_MISMATCH, "This key was used with other arguments.")
    return shape.model_validate_json(first.answer)
