"""Pull and push."""

import asyncio
import contextlib
import gzip
import time
from typing import Annotated

import zstandard
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from contract.columns import PAGE_ROWS
from contract.problems import Code
from contract.wire.sync import Changes, Push, PushAnswer
from server.context import ServerContext
from server.deps import Context, Writing
from server.errors import ProblemError
from server.openapi import problems
from server.policy import any_staff
from server.schema import new_epoch
from server.services import decisions
from server.services.sync_pull import Page, RestoredError, buckets_of, pull
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/sync", tags=["sync"])
Somebody = Annotated[StaffPerson, Depends(any_staff)]
WAIT_MAX_S = 25
LOOK_AGAIN_S = 5.0
"""A long poll also looks without being woken: another process may have written."""
SMALL = 1_024


@router.get(
    "/changes",
    summary="What changed for me",
    response_class=Response,
    responses={200: {"model": Changes}, **problems(Code.CURSOR_INVALID, Code.CURSOR_EXPIRED, Code.EPOCH_CHANGED)},
)
async def changes(
    person: Somebody,
    context: Context,
    request: Request,
    cursor: Annotated[str, Query(max_length=4_000)] = "",
    limit: Annotated[int, Query(ge=1, le=PAGE_ROWS)] = PAGE_ROWS,
    wait: Annotated[int, Query(ge=0, le=WAIT_MAX_S, description="Seconds to wait for a change.")] = 0,
    accept_encoding: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """A page of ops after the cursor; without a cursor, from the beginning.

    `end` is the last key of the body and `count` the number of ops. 410 and 409: pull anew from the beginning.
    """
    deadline = time.monotonic() + wait
    with context.feed_signal.listening(frozenset(buckets_of(person))) as moved:
        page = await run_in_threadpool(_page, context, person, cursor, limit)
        while page.idle and not context.feed_signal.closed:
            left = min(deadline - time.monotonic(), LOOK_AGAIN_S)
            if left <= 0 or await request.is_disconnected():
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(moved.wait(), left)
            moved.clear()
            page = await run_in_threadpool(_page, context, person, cursor, limit)
    return await run_in_threadpool(_packed, page.body, accept_encoding)


@router.post("/push", summary="Decisions and other mutations, at most 50")
def push(ask: Push, person: Somebody, context: Context, session: Writing) -> PushAnswer:
    """One transaction for the batch and a savepoint for each; every mutation has a result of its own.

    A mutation that came before is answered with its first result (`replayed`), for ever.
    """
    return decisions.push(session, context, person, ask)


def _page(context: ServerContext, person: StaffPerson, cursor: str, limit: int) -> Page:
    try:
        with context.database.reading() as session:
            return pull(session, context, person, cursor, limit)
    except RestoredError as error:
        with context.database.writing() as session:
            epoch = new_epoch(session, context, instead_of=error.epoch)
        raise ProblemError(Code.EPOCH_CHANGED, "The server was restored; pull anew.", epoch=epoch) from None


def _packed(body: bytes, accepted: str) -> Response:
    """The body as the client accepts it: zstd, else gzip, else plain."""
    headers = {"Vary": "Accept-Encoding"}
    offered = [part.strip().lower().partition(";") for part in accepted.split(",")]
    offers = {name.strip() for name, _, weight in offered if weight.strip() not in {"q=0", "q=0.0"}}
    if len(body) >= SMALL and "zstd" in offers:
        headers["Content-Encoding"], body = "zstd", zstandard.ZstdCompressor(level=3).compress(body)
    elif len(body) >= SMALL and "gzip" in offers:
        headers["Content-Encoding"], body = "gzip", gzip.compress(body, compresslevel=5)
    return Response(body, media_type="application/json", headers=headers)
