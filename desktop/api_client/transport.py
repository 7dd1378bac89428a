"""One HTTP call: send, classify what can go wrong, give the JSON."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Any, Final

import orjson
import requests
import urllib3.exceptions
from requests.adapters import HTTPAdapter

from contract import VERSION
from desktop.api_client.errors import (
    ApiError,
    CutBodyError,
    NotOurServerError,
    OfflineError,
    RefusedError,
    ServerTroubleError,
    SignedOutError,
    TlsError,
    TooOldError,
)

CONNECT_S: Final = 6.0
READ_S: Final = 30.0
LONGEST_WAIT_S: Final = 3_600.0
BASE: Final = "/api/v1"
FILE_TYPE: Final = "application/gzip"
_HERE: Final = re.compile(r"https?://(localhost|127\.[0-9.]+|\[::1\])(:|$)")
_NEVER_CONNECTED: Final = ("NewConnectionError", "NameResolutionError")
_SIGNED_OUT: Final = {"not-signed-in", "session-expired", "session-revoked", "account-suspended"}


def new_session() -> requests.Session:
    """A session that never follows proxies' or portals' redirects and names the desk's version."""
    session = requests.Session()
    session.headers["X-Yjs-Client"] = f"desk/{VERSION}"
    session.auth = _as_it_is  # without one, requests puts what a .netrc says in the place of the token
    adapter = HTTPAdapter(pool_connections=4, pool_maxsize=8)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class Transport:
    """Calls to one server. `server` is its address without a trailing slash; proxies do not lead to this computer."""

    def __init__(self, server: str, session_factory: Callable[[], requests.Session] = new_session) -> None:
        self.server = server.rstrip("/")
        self._session = session_factory()
        self._proxies = {"no_proxy": "*"} if _HERE.match(self.server) else {}

    def call(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: bytes | None = None,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        read_s: float = READ_S,
    ) -> Any:
        """The answer's JSON. Raises ApiError."""
        more = dict(headers or {})
        if body is not None:
            more["Content-Type"] = "application/json"
        with classified():
            return answer_of(self._request(method, path, token, more, read_s, data=body, params=params))

    def file(
        self, path: str, *, token: str | None = None, params: Mapping[str, Any] | None = None, etag: str = ""
    ) -> tuple[bytes | None, str]:
        """A small file and its ETag; None when it is still the one with `etag`. Raises ApiError."""
        more = {"If-None-Match": etag} if etag else {}
        with classified():
            response = self._request("GET", path, token, more, READ_S, params=params)
            if response.status_code == 304:
                return None, etag
            if response.headers.get("Content-Type") == FILE_TYPE and response.status_code == 200:
                return response.content, response.headers.get("ETag", "")
            answer_of(response)
            raise NotOurServerError("not a file")

    def _request(
        self, method: str, path: str, token: str | None, headers: dict[str, str], read_s: float, **more: Any
    ) -> requests.Response:
        return self._session.request(
            method,
            self.server + BASE + path,
            headers=headers | ({"Authorization": f"Bearer {token}"} if token is not None else {}),
            timeout=(CONNECT_S, read_s),
            allow_redirects=False,
            proxies=self._proxies,
            **more,
        )

    def stream(self, url: str, headers: Mapping[str, str], read_s: float = READ_S) -> requests.Response:
        """A file's answer, its body not yet read; `url` may be relative to the server. Close it. Raises ApiError."""
        address = self.server + url if url.startswith("/") else url
        with classified():
            return self._session.get(
                address,
                headers=dict(headers),
                timeout=(CONNECT_S, read_s),
                stream=True,
                allow_redirects=False,
                proxies=self._proxies,
            )

    def close(self) -> None:
        """Close the connections."""
        self._session.close()


@contextmanager
def classified() -> Iterator[None]:
    """Turns failures of the network library inside the block into ApiError."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise TlsError(str(error)[:200], sent="CERTIFICATE_VERIFY_FAILED" not in str(error)) from error
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
        raise CutBodyError(type(error).__name__) from error
    except requests.exceptions.ConnectTimeout as error:
        raise OfflineError("connect timeout", sent=False) from error
    except requests.exceptions.ConnectionError as error:
        never = any(name in repr(error) for name in _NEVER_CONNECTED)
        raise OfflineError(type(error).__name__, sent=not never) from error
    except requests.exceptions.Timeout as error:
        raise OfflineError("timeout") from error
    except urllib3.exceptions.ProtocolError as error:  # while a body is read piece by piece
        raise CutBodyError(type(error).__name__) from error
    except urllib3.exceptions.HTTPError as error:
        raise OfflineError(type(error).__name__) from error
    except (requests.exceptions.RequestException, UnicodeError) as error:  # an address that is none
        raise OfflineError(type(error).__name__, sent=False) from error


def answer_of(response: requests.Response) -> Any:
    """The JSON of a good answer; raises the ApiError of any other."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if 200 <= response.status_code < 300 and kind == "application/json":
        try:
            return orjson.loads(response.content)
        except orjson.JSONDecodeError as error:
            raise CutBodyError("not JSON to its end") from error
    problem = _problem(response, kind)
    if problem is not None:
        raise refusal(response, problem)
    if response.status_code in (429, 500, 502, 503, 504):
        raise ServerTroubleError(str(response.status_code), _retry_after(response))
    raise NotOurServerError(f"{response.status_code} {kind}")


def refusal(response: requests.Response, problem: dict[str, Any]) -> ApiError:
    """The error that a problem stands for."""
    code = str(problem["code"])
    if code in _SIGNED_OUT:
        return SignedOutError(code)
    if code == "client-too-old":
        return TooOldError(str(problem.get("oldest_client", "")))
    wait = _retry_after(response)
    if code != "too-many-tries" and (response.status_code in (408, 425, 429) or response.status_code >= 500):
        return ServerTroubleError(code, wait)
    return RefusedError(code, problem, wait)


def _problem(response: requests.Response, kind: str) -> dict[str, Any] | None:
    if kind != "application/problem+json":
        return None
    try:
        found = orjson.loads(response.content)
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) and "code" in found else None


def _retry_after(response: requests.Response) -> float | None:
    """Seconds, given as such or as a date; at most an hour."""
    text = response.headers.get("Retry-After", "")
    if text.isdigit():
        return min(float(text), LONGEST_WAIT_S)
    try:
        now = parsedate_to_datetime(response.headers.get("Date", ""))
        return min(max(0.0, (parsedate_to_datetime(text) - now).total_seconds()), LONGEST_WAIT_S)
    except (TypeError, ValueError):
        return None
