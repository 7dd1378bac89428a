"""Addresses of files, and the files themselves by range."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import FileResponse, Response

from contract.problems import Code
from contract.wire.review import MediaUrls, MediaUrlsAsk
from contract.wire.sync import Id
from server.deps import Context, Reading
from server.errors import ProblemError, answer
from server.openapi import problems
from server.policy import public, reviewers
from server.services import media
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/media", tags=["media"])
_ONE_RANGE = re.compile(r"^bytes=(\d{1,15})?-(\d{1,15})?$")
_FILE = {
    200: {
        "description": "The whole file.",
        "content": {"application/octet-stream": {}, "video/mp4": {}, "image/jpeg": {}},
    },
    206: {"description": "The part asked for with `Range`.", "content": {"application/octet-stream": {}}},
}
_FILE_ROUTE: dict[str, Any] = {
    "summary": "A file, whole or by range",
    "response_class": FileResponse,
    "dependencies": [Depends(public)],
    "responses": {**_FILE, **problems(Code.URL_EXPIRED, Code.NOT_FOUND, Code.RANGE_NOT_SATISFIABLE)},
}


@router.post("/urls", summary="Signed addresses of files")
def urls(
    ask: MediaUrlsAsk, person: Annotated[StaffPerson, Depends(reviewers)], context: Context, session: Reading
) -> MediaUrls:
    """Valid for an hour. Moderators get the files of works they hold or have decided, platform admins all.

    Addresses of files of proof are audited.
    """
    found = media.addresses(session, context, person, list(ask.ids))
    media.note_proofs(context, person, [url.id for url in found.urls])
    return found


@router.head("/{media_id}", operation_id="media-file-head", **_FILE_ROUTE)
@router.get("/{media_id}", **_FILE_ROUTE)
def file(
    media_id: Annotated[Id, Path()],
    expires: Annotated[int, Query(ge=0, le=2**53)],
    sig: Annotated[str, Query(pattern=r"^[0-9a-f]{64}$")],
    request: Request,
    context: Context,
    session: Reading,
) -> Response:
    """ETag is the file's SHA-256 in quotes; `Range` with one range and `If-Range` are understood."""
    row = media.by_address(session, context, media_id, expires, sig)
    headers = {"ETag": media.etag(row), "Cache-Control": "private, max-age=3600"}
    if not _satisfiable(request, row.bytes, media.etag(row)):
        refusal = ProblemError(Code.RANGE_NOT_SATISFIABLE, "The file is shorter.")
        return answer(request, refusal, {"Content-Range": f"bytes */{row.bytes}", "ETag": media.etag(row)})
    return FileResponse(media.path_of(context, row), headers=headers, media_type=row.content_type)


def _satisfiable(request: Request, size: int, etag: str) -> bool:
    """Whether the `Range` header can be met; one that is not understood is taken away, as RFC 9110 says."""
    asked = request.headers.get("range")
    if asked is None:
        return True
    found = _ONE_RANGE.match(asked.strip())
    first, last = found.groups() if found else (None, None)
    odd = found is None or (first is None and last is None) or (first and last and int(first) > int(last))
    if odd or request.headers.get("if-range", etag) != etag:
        request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
        return True
    return int(first) < size if first is not None else bool(size and last and int(last) > 0)
