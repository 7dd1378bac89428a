"""Workers view, share, like and favourite published works, one at a time or in batches."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from contract.problems import Code
from contract.wire.sync import Id
from contract.wire.worker import Counts, InteractionKind, InteractionsAsk, InteractionsDone
from server.deps import Context, IdempotencyKeyHeader, Writing
from server.openapi import problems
from server.policy import workers
from server.services.idempotency import once
from server.services.interactions import act, act_once, counts
from server.services.tokens import WorkerCaller

router = APIRouter(prefix="/worker", tags=["worker"])
Worker = Annotated[WorkerCaller, Depends(workers)]
WorkId = Annotated[Id, Path()]
_NOT_FOUND = problems(Code.NOT_FOUND)


@router.post(
    "/interactions",
    summary="Views, shares, likes and favourites of many works",
    responses=problems(Code.IDEMPOTENCY_MISMATCH),
)
def many(
    ask: InteractionsAsk, worker: Worker, key: IdempotencyKeyHeader, context: Context, session: Writing
) -> InteractionsDone:
    """At most 100, in the order in which they happened; they count when they arrive, and none twice."""

    def now() -> InteractionsDone:
        return act(session, context, worker.id, ask.items)

    def nothing(_done: InteractionsDone) -> InteractionsDone:
        return InteractionsDone(works=[], missing=[])

    def as_it_is(_done: InteractionsDone) -> InteractionsDone:
        return counts(session, worker.id, {item.work_id for item in ask.items})

    return once(session, context, worker.id, "interactions", key, ask, InteractionsDone, now, nothing, as_it_is)


@router.post("/works/{work_id}/view", summary="Count a view", responses=_NOT_FOUND)
def view(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Every call counts."""
    return act_once(session, context, worker.id, work_id, InteractionKind.VIEW)


@router.post("/works/{work_id}/share", summary="Count a share", responses=_NOT_FOUND)
def share(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Every call counts."""
    return act_once(session, context, worker.id, work_id, InteractionKind.SHARE)


@router.put("/works/{work_id}/like", summary="Like a work", responses=_NOT_FOUND)
def like(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """At most one like per worker and work."""
    return act_once(session, context, worker.id, work_id, InteractionKind.LIKE)


@router.delete("/works/{work_id}/like", summary="Take a like back", responses=_NOT_FOUND)
def unlike(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Without a like nothing changes."""
    return act_once(session, context, worker.id, work_id, InteractionKind.UNLIKE)


@router.put("/works/{work_id}/favourite", summary="Keep a work as favourite", responses=_NOT_FOUND)
def favourite(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """At most one favourite per worker and work."""
    return act_once(session, context, worker.id, work_id, InteractionKind.FAVOURITE)


@router.delete("/works/{work_id}/favourite", summary="Take a favourite back", responses=_NOT_FOUND)
def unfavourite(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Without a favourite nothing changes."""
    return act_once(session, context, worker.id, work_id, InteractionKind.UNFAVOURITE)
