"""Pushed mutations: one transaction per batch, one savepoint each, the first result kept with its effect for ever."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from contract.ids import is_id
from contract.review import Kind
from contract.roles import DECIDERS, Role
from contract.wire.sync import DecideArgs, Mutation, MutationResult, Push, PushAnswer, ResolveArgs, UndoArgs
from server import models
from server.context import ServerContext
from server.feed import savepoint
from server.models import ServerState
from server.security import digest
from server.services.acting import Act
from server.services.second_thoughts import resolve, undo
from server.services.tokens import StaffPerson
from server.services.verdicts import decide
from server.services.ways import WAYS

log = logging.getLogger(__name__)
TYPE_VERSION = 1
DECIDING = frozenset[Role]().union(*DECIDERS.values())


@dataclass(frozen=True, slots=True)
class Handler:
    """How one type of mutation is done, and by whom."""

    shape: type[BaseModel]
    roles: frozenset[Role]
    run: Callable[[Act, Any], MutationResult]


HANDLERS: dict[str, Handler] = {
    "review.decide": Handler(DecideArgs, DECIDING, decide),
    "review.undo": Handler(UndoArgs, DECIDING, undo),
    "conflict.resolve": Handler(ResolveArgs, DECIDING, resolve),
}


def push(session: Session, context: ServerContext, person: StaffPerson, ask: Push) -> PushAnswer:
    """Results in the order of the mutations. The desk's epoch is not compared: what was applied before is replayed."""
    _lock(session, ask)
    results = [one(Act(session, context, person, mutation), ask.client_id) for mutation in ask.mutations]
    of_client = models.Mutation.staff_id == person.id, models.Mutation.client_id == ask.client_id
    last_n = session.execute(select(func.max(models.Mutation.n)).where(*of_client)).scalar()
    epoch = session.get_one(ServerState, 1).epoch
    return PushAnswer(results=results, last_n=last_n or 0, server_time=context.now(), epoch=epoch)


def _lock(session: Session, ask: Push) -> None:
    """Lock all subjects at once, kind by kind in the order of ids, so that two batches cannot wait for each other."""
    subjects = {(str(one.args.get("kind", "")), str(one.args.get("subject_id", ""))) for one in ask.mutations}
    for kind in Kind:
        if ids := sorted(id for named, id in subjects if named == kind and is_id(id)):
            WAYS[kind].locked(session, ids)


def one(act: Act, client_id: str) -> MutationResult:
    """Do one mutation in its savepoint. What fails unforeseen is answered `error`, not stored, and fails no other."""
    fingerprint = _fingerprint(act.mutation)
    if fingerprint is None:
        return act.rejected("invalid-args", "text")
    replay = _replayed(act, fingerprint)
    if replay:
        return replay
    try:
        with savepoint(act.session):
            return _first_time(act, client_id, fingerprint)
    except IntegrityError:
        act.session.expire_all()
        return _replayed(act, fingerprint) or _used_number(act, client_id)
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        return _failed(act, error)
    except Exception as error:  # a poison mutation must not fail its batch
        return _failed(act, error)


def _first_time(act: Act, client_id: str, fingerprint: str) -> MutationResult:
    """The row is written first, so that the same mutation in two requests waits here for its twin."""
    row = models.Mutation(
        id=act.mutation.id,
        staff_id=act.person.id,
        client_id=client_id,
        n=act.mutation.n,
        type=act.mutation.type,
        hash=fingerprint,
        result={},
        received_at=act.context.now(),
    )
    act.session.add(row)
    act.session.flush()
    result = _handle(act)
    row.result = result.model_dump(mode="json", exclude_none=True)
    act.session.flush()
    return result


def _handle(act: Act) -> MutationResult:
    handler = HANDLERS.get(act.mutation.type)
    if handler is None or act.mutation.tv != TYPE_VERSION:
        return act.rejected("invalid-args", "unknown-type")
    if act.person.role not in handler.roles:
        return act.rejected("not-allowed")
    try:
        args = handler.shape.model_validate(act.mutation.args)
    except ValidationError as error:
        return act.rejected("invalid-args", "shape: " + ", ".join(_places(error))[:200])
    return handler.run(act, args)


def _places(error: ValidationError) -> list[str]:
    return [".".join(str(part) for part in item["loc"]) for item in error.errors(include_input=False)]


def _replayed(act: Act, fingerprint: str) -> MutationResult | None:
    row = act.session.get(models.Mutation, act.mutation.id)
    if row is None:
        return None
    if row.staff_id != act.person.id or row.hash != fingerprint:
        return act.rejected("id-reused")
    first = row.result
    return MutationResult.model_validate(first | {"n": act.mutation.n, "status": "replayed", "first": first["status"]})


def _used_number(act: Act, client_id: str) -> MutationResult:
    numbers = models.Mutation.staff_id == act.person.id, models.Mutation.client_id == client_id
    taken = select(models.Mutation.id).where(*numbers, models.Mutation.n == act.mutation.n)
    if act.session.scalars(taken).first():
        return act.rejected("id-reused", "number-reused")
    if act.session.get(models.Decision, act.mutation.id):
        return act.rejected("id-reused")
    return act.result("error", code="internal")


def _failed(act: Act, error: Exception) -> MutationResult:
    log.error("mutation %s of type %s failed: %s", act.mutation.id, act.mutation.type[:40], type(error).__name__)
    act.session.expire_all()
    return act.result("error", code="internal")


def _fingerprint(mutation: Mutation) -> str | None:
    """What makes two mutations with one id the same; None when a database could not store its text.

    `n` is left out: a salvaged outbox may number anew.
    """
    told = {"type": mutation.type, "tv": mutation.tv, "created_at": mutation.created_at, "args": mutation.args}
    try:
        text = json.dumps(told, sort_keys=True, ensure_ascii=False)
        return None if "\\u0000" in text else digest(text)
    except UnicodeEncodeError:
        return None
