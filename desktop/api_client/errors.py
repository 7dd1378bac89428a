"""What can go wrong on the way to the server; `code` is what the client branches on and the screens find words by."""

from typing import Any


class ApiError(Exception):
    """Base of all failures of a call."""

    code = "api"


class OfflineError(ApiError):
    """The server cannot be reached. `sent` says whether the request may have arrived all the same."""

    code = "offline"

    def __init__(self, detail: str = "", *, sent: bool = True) -> None:
        super().__init__(detail)
        self.sent = sent


class TlsError(ApiError):
    """No secure connection. `sent` is False when the certificate cannot be trusted: then nothing was sent."""

    code = "tls"

    def __init__(self, detail: str = "", *, sent: bool = True) -> None:
        super().__init__(detail)
        self.sent = sent


class NotOurServerError(ApiError):
    """Something else answers at this address: a sign-in page of the network, another service."""

    code = "not-our-server"


class CutBodyError(ApiError):
    """The answer broke off, or its end is missing."""

    code = "cut-body"


class ServerTroubleError(ApiError):
    """The server cannot answer now (429, 5xx). `retry_after` in seconds when it said so."""

    code = "server-trouble"

    def __init__(self, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class TooOldError(ApiError):
    """This desk is too old for the server; `oldest` is the version it wants."""

    code = "client-too-old"

    def __init__(self, oldest: str) -> None:
        super().__init__(oldest)
        self.oldest = oldest


class SignedOutError(ApiError):
    """The session has ended: not-signed-in, session-expired, session-revoked, account-suspended."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RefusedError(ApiError):
    """The server understood and said no; `problem` is its whole answer."""

    def __init__(self, code: str, problem: dict[str, Any], retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.problem = problem
        self.retry_after = retry_after
