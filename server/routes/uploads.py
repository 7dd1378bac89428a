"""Workers upload a file in parts."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.concurrency import run_in_threadpool

from contract.campaign import MAX_WORK_BYTES
from contract.problems import Code
from contract.wire.sync import Id
from contract.wire.worker import PART_BYTES, PartReceived, Upload, UploadAsk, UploadDone
from server.deps import Context, Reading, Writing
from server.errors import ProblemError
from server.openapi import problems
from server.policy import workers
from server.services import uploads
from server.services.tokens import WorkerCaller

router = APIRouter(prefix="/worker/uploads", tags=["worker"])
Worker = Annotated[WorkerCaller, Depends(workers)]
UploadId = Annotated[Id, Path()]
_RAW = {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@router.post("", summary="Begin an upload", status_code=201)
def begin(ask: UploadAsk, worker: Worker, context: Context, session: Writing) -> Upload:
    """Tells how many parts of which size to send. Unfinished uploads are forgotten after a day."""
    return uploads.begin(session, context, worker.id, ask)


@router.get("/{upload_id}", summary="Which parts have arrived", responses=problems(Code.NOT_FOUND))
def state(upload_id: UploadId, worker: Worker, context: Context, session: Reading) -> Upload:
    """For going on after an interruption."""
    return uploads.state(session, context, worker.id, upload_id)


@router.put(
    "/{upload_id}/parts/{number}",
    summary="Send one part",
    max_body_size=MAX_WORK_BYTES,
    responses=problems(Code.NOT_FOUND, Code.UPLOAD_INCOMPLETE, Code.WRONG_STATE),
    openapi_extra={"requestBody": _RAW},
)
async def put_part(
    upload_id: UploadId,
    number: Annotated[int, Path(ge=1, le=1000)],
    worker: Worker,
    context: Context,
    request: Request,
) -> PartReceived:
    """The raw bytes of the part, at most 8 MiB; the same part may be sent again."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > PART_BYTES:
            raise ProblemError(Code.BODY_TOO_LARGE, f"A part has at most {PART_BYTES} bytes.")
    return await run_in_threadpool(uploads.keep_part, context, worker.id, upload_id, number, bytes(content))


@router.post(
    "/{upload_id}/complete",
    summary="All parts are sent",
    responses=problems(Code.NOT_FOUND, Code.UPLOAD_INCOMPLETE, Code.UPLOAD_CHECKSUM),
)
def complete(upload_id: UploadId, worker: Worker, context: Context) -> UploadDone:
    """Says what the file itself says; `problems` shows whether it can be submitted."""
    return uploads.complete(context, worker.id, upload_id)
