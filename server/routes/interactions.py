"""Workers view, share, like and favourite published works."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from contract.problems import Code
from contract.wire.sync import Id
from contract.wire.worker import Counts
from server.deps import Context, Writing
from server.openapi import problems
from server.policy import workers
from server.services import interactions
from server.services.tokens import WorkerCaller

router = APIRouter(prefix="/worker/works/{work_id}", tags=["worker"], responses=problems(Code.NOT_FOUND))
Worker = Annotated[WorkerCaller, Depends(workers)]
WorkId = Annotated[Id, Path()]


@router.post("/view", summary="Count a view")
def view(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Every call counts."""
    return interactions.count(session, context, worker.id, work_id, "view")


@router.post("/share", summary="Count a share")
def share(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Every call counts."""
    return interactions.count(session, context, worker.id, work_id, "share")


@router.put("/like", summary="Like a work")
def like(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """At most one like per worker and work."""
    return interactions.give(session, context, worker.id, work_id, "like")


@router.delete("/like", summary="Take a like back")
def unlike(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Without a like nothing changes."""
    return interactions.take_back(session, context, worker.id, work_id, "like")


@router.put("/favourite", summary="Keep a work as favourite")
def favourite(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """At most one favourite per worker and work."""
    return interactions.give(session, context, worker.id, work_id, "favourite")


@router.delete("/favourite", summary="Take a favourite back")
def unfavourite(work_id: WorkId, worker: Worker, context: Context, session: Writing) -> Counts:
    """Without a favourite nothing changes."""
    return interactions.take_back(session, context, worker.id, work_id, "favourite")
