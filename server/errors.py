"""Every error answer is a problem (RFC 9457) with a typed code; one place makes them."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, OperationalError, TimeoutError
from starlette.exceptions import HTTPException

from contract.problems import Code

log = logging.getLogger(__name__)
PROBLEM_JSON = "application/problem+json"
STATUS: dict[Code, int] = {
    Code.NOT_SIGNED_IN: 401,
    Code.WRONG_PASSWORD: 401,
    Code.SESSION_EXPIRED: 401,
    Code.SESSION_REVOKED: 401,
    Code.ACCOUNT_SUSPENDED: 403,
    Code.NOT_ALLOWED: 403,
    Code.TOO_MANY_TRIES: 429,
    Code.CLIENT_TOO_OLD: 426,
    Code.NOT_FOUND: 404,
    Code.METHOD_NOT_ALLOWED: 405,
    Code.INVALID_ARGS: 422,
    Code.BODY_TOO_LARGE: 413,
    Code.IDEMPOTENCY_MISMATCH: 422,
    Code.CURSOR_EXPIRED: 410,
    Code.CURSOR_INVALID: 400,
    Code.EPOCH_CHANGED: 409,
    Code.PHONE_TAKEN: 409,
    Code.OUTSIDE_CAMPAIGN: 409,
    Code.VIDEO_REFUSED: 422,
    Code.CAPTCHA_WRONG: 422,
    Code.CODE_WRONG: 422,
    Code.FILE_REFUSED: 422,
    Code.UPLOAD_INCOMPLETE: 409,
    Code.UPLOAD_CHECKSUM: 422,
    Code.WRONG_STATE: 409,
    Code.VERSION_MISMATCH: 409,
    Code.SECOND_PERSON: 403,
    Code.LEASE_LOST: 409,
    Code.URL_EXPIRED: 403,
    Code.RANGE_NOT_SATISFIABLE: 416,
    Code.UNAVAILABLE: 503,
    Code.INTERNAL: 500,
}
RETRY_UNAVAILABLE_S = 5
_BY_STATUS = {404: Code.NOT_FOUND, 405: Code.METHOD_NOT_ALLOWED, 413: Code.BODY_TOO_LARGE, 401: Code.NOT_SIGNED_IN}


class ProblemError(Exception):
    """A refusal: its code gives the status; `facts` become members of the problem; `retry_after` in seconds."""

    def __init__(self, code: Code, detail: str = "", *, retry_after: int | None = None, **facts: Any) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.facts = facts
        self.retry_after = retry_after


def problem_body(error: ProblemError, request_id: str = "") -> dict[str, Any]:
    """The JSON of a problem."""
    status = STATUS[error.code]
    return error.facts | {
        "type": f"/problems/{error.code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": error.detail,
        "code": str(error.code),
        "request_id": request_id,
    }


def answer(request: Request, error: ProblemError, headers: dict[str, str] | None = None) -> JSONResponse:
    """The HTTP answer of a problem."""
    more = dict(headers or {})
    if error.retry_after is not None:
        more["Retry-After"] = str(error.retry_after)
    if STATUS[error.code] == 401:
        more["WWW-Authenticate"] = "Bearer"
    body = problem_body(error, getattr(request.state, "request_id", ""))
    return JSONResponse(body, STATUS[error.code], more, PROBLEM_JSON)


def _problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return answer(request, error)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _BY_STATUS.get(error.status_code, Code.INVALID_ARGS if error.status_code < 500 else Code.INTERNAL)
    return answer(request, ProblemError(code, ""), dict(error.headers or {}))


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """What was wrong with the arguments, without repeating their values."""
    assert isinstance(error, RequestValidationError)
    errors = [{"at": [str(part) for part in item["loc"]], "what": item["type"]} for item in error.errors()]
    return answer(request, ProblemError(Code.INVALID_ARGS, "The request does not have the right shape.", errors=errors))


def _not_storable(request: Request, error: Exception) -> JSONResponse:
    """Text with characters that the database cannot hold (NUL, half of a pair)."""
    log.info("text not storable: %s", type(error).__name__)
    return answer(request, ProblemError(Code.INVALID_ARGS, "The text has characters that cannot be stored."))


def _unavailable(request: Request, error: Exception) -> JSONResponse:
    log.error("database unavailable: %s", type(error).__name__)
    return answer(request, ProblemError(Code.UNAVAILABLE, retry_after=RETRY_UNAVAILABLE_S))


def install(app: FastAPI) -> None:
    """Answer every foreseen error with a problem; the unforeseen ones are answered by `server.middleware`."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DataError, _not_storable)
    app.add_exception_handler(UnicodeEncodeError, _not_storable)
    app.add_exception_handler(OperationalError, _unavailable)
    app.add_exception_handler(TimeoutError, _unavailable)
