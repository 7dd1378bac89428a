"""Whatever answers at the address, the client says which kind of failure it is."""

import json
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.api_client import (
    ApiError,
    CutBodyError,
    NotOurServerError,
    OfflineError,
    RefusedError,
    ServerTroubleError,
    SignedOutError,
    TlsError,
    Tokens,
    TokenStore,
    TooOldError,
)
from desktop.api_client.client import ApiClient
from desktop.clock import SystemClock
from tests.desktop.api_client.conftest import RawServer, free_port, http

Start = Callable[..., RawServer]
LATER_MS = 4_000_000_000_000
PROBLEM = "application/problem+json"
PAGE = {"v": 1, "ops": [], "count": 0, "end": True}


def client(url: str) -> ApiClient:
    """Signed in."""
    tokens = TokenStore("test", remember=False)
    tokens.tokens = Tokens("access-1", "refresh-1", LATER_MS)
    return ApiClient(url, SystemClock(), tokens)


def failure(url: str) -> ApiError:
    """How a pull from `url` fails."""
    with pytest.raises(ApiError) as caught:
        client(url).changes("")
    return caught.value


def problem(status: str, code: str, *headers: str, **facts: Any) -> bytes:
    """A problem answer."""
    return http(status, json.dumps({"code": code, "status": 0, **facts}).encode(), PROBLEM, *headers)


def test_nobody_listens() -> None:
    with free_port() as port:
        error = failure(f"http://127.0.0.1:{port}")
    assert isinstance(error, OfflineError)
    assert not error.sent, "nothing left this computer"


@pytest.mark.parametrize(
    "address", ["http://", "http://[", "http://localhost:99999", "nonsense", "http://名字.invalid"]
)
def test_an_address_that_is_none(address: str) -> None:
    error = failure(address)
    assert isinstance(error, OfflineError)
    assert not error.sent


def test_the_connection_is_cut_before_an_answer(raw_server: Start) -> None:
    error = failure(raw_server(b"").url)
    assert isinstance(error, OfflineError)
    assert error.sent, "the request may have arrived"


@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", json.dumps(PAGE).encode()[:-5], length=len(json.dumps(PAGE))),
        http("200 OK", json.dumps(PAGE).encode()[:-5]),
        http("200 OK", json.dumps(PAGE | {"count": 7}).encode()),
        http("200 OK", json.dumps({"v": 1, "ops": [], "count": 0}).encode()),
        http("200 OK", b"\x1f\x8b\x08broken", "application/json", "Content-Encoding: gzip"),
    ],
    ids=["cut by length", "cut inside", "rows missing", "end missing", "broken gzip"],
)
def test_a_cut_body_is_never_a_page(raw_server: Start, answer: bytes) -> None:
    assert isinstance(failure(raw_server(answer).url), CutBodyError)


@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", b"<html>please sign in to the network</html>", "text/html"),
        http("302 Found", b"", "text/html", "Location: http://127.0.0.1:9/portal"),
        http("404 Not Found", b"<html>nginx</html>", "text/html"),
        http("200 OK", b'{"hello": "world"}'),
        http("200 OK", b"[1, 2]"),
        http("401 Unauthorized", b'{"message": "other"}'),
    ],
    ids=["portal", "redirect", "other 404", "other JSON", "a list", "other 401"],
)
def test_something_else_answers(raw_server: Start, answer: bytes) -> None:
    assert isinstance(failure(raw_server(answer).url), NotOurServerError)


def test_a_certificate_that_nobody_vouches_for(raw_server: Start, self_signed: ssl.SSLContext) -> None:
    server = raw_server(http("200 OK", json.dumps(PAGE).encode()), tls=self_signed)
    error = failure(server.url)
    assert isinstance(error, TlsError)
    assert not error.sent
    assert server.requests == []


def test_a_server_without_tls_at_a_secure_address(raw_server: Start) -> None:
    server = raw_server(http("200 OK", json.dumps(PAGE).encode()))
    assert isinstance(failure(server.url.replace("http:", "https:")), TlsError)


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (http("503 Unavailable", b"<html>", "text/html", "Retry-After: 7"), 7.0),
        (problem("503 Unavailable", "unavailable", "Retry-After: 5"), 5.0),
        (problem("429 Too Many", "unavailable"), None),
        (problem("503 Unavailable", "unavailable", "Retry-After: 99999999"), 3_600.0),
        (
            problem(
                "503 Unavailable",
                "unavailable",
                "Date: Tue, 15 Oct 2024 01:00:00 GMT",
                "Retry-After: Tue, 15 Oct 2024 01:02:00 GMT",
            ),
            120.0,
        ),
        (problem("503 Unavailable", "unavailable", "Retry-After: soon"), None),
        (http("502 Bad Gateway", b"", "text/plain"), None),
    ],
)
def test_a_server_in_trouble_says_when_to_come_again(raw_server: Start, answer: bytes, wait: float | None) -> None:
    error = failure(raw_server(answer).url)
    assert isinstance(error, ServerTroubleError)
    assert error.retry_after == wait


def test_a_desk_that_is_too_old_learns_the_version_it_needs(raw_server: Start) -> None:
    server = raw_server(problem("426 Upgrade Required", "client-too-old", oldest_client="2.0.0"))
    error = failure(server.url)
    assert isinstance(error, TooOldError)
    assert error.oldest == "2.0.0"
    assert b"X-Yjs-Client: desk/" in server.requests[0]


def test_a_refusal_keeps_its_code_and_facts(raw_server: Start) -> None:
    error = failure(raw_server(problem("409 Conflict", "epoch-changed", epoch="e2")).url)
    assert isinstance(error, RefusedError)
    assert (error.code, error.problem["epoch"]) == ("epoch-changed", "e2")


def test_too_many_tries_tells_the_seconds(raw_server: Start) -> None:
    server = raw_server(problem("429 Too Many", "too-many-tries", "Retry-After: 840"))
    with pytest.raises(RefusedError) as caught:
        client(server.url).sign_in("reviewer", "secret")
    assert (caught.value.code, caught.value.retry_after) == ("too-many-tries", 840.0)


def session(number: int) -> bytes:
    """An answer of refresh."""
    person = {"id": "p", "account": "a", "name": "n", "label": "l", "role": "moderator"}
    facts = {
        "access_token": f"access-{number}", "refresh_token": f"refresh-{number}", "expires_in_s": 900,
        "refresh_expires_in_s": 9_000, "server_time": 1, "person": person,
    }  # fmt: skip
    return http("200 OK", json.dumps(facts).encode())


def test_an_expired_token_is_renewed_once_for_all_threads(raw_server: Start) -> None:
    def answer(head: bytes) -> bytes:
        if head.startswith(b"POST /api/v1/auth/refresh"):
            return session(2)
        if b"Bearer access-2" in head:
            return http("200 OK", json.dumps(PAGE).encode())
        return problem("401 Unauthorized", "session-expired")

    server = raw_server(answer)
    api = client(server.url)
    pages: list[dict[str, Any]] = []
    threads = [threading.Thread(target=lambda: pages.append(api.changes(""))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pages) == 4
    assert sum(head.startswith(b"POST /api/v1/auth/refresh") for head in server.requests) == 1
    assert api.tokens.tokens is not None
    assert api.tokens.tokens.refresh == "refresh-2"


@pytest.mark.parametrize("code", ["session-revoked", "account-suspended"])
def test_a_session_that_was_ended_is_not_renewed(raw_server: Start, code: str) -> None:
    server = raw_server(problem("401 Unauthorized", code))
    error = failure(server.url)
    assert isinstance(error, SignedOutError)
    assert error.code == code
    assert len(server.requests) == 1


def test_when_the_refresh_token_has_expired_too_one_is_signed_out(raw_server: Start) -> None:
    server = raw_server(problem("401 Unauthorized", "session-expired"))
    error = failure(server.url)
    assert isinstance(error, SignedOutError)
    assert len(server.requests) == 2


@pytest.mark.usefixtures("secret_service")
def test_tokens_are_remembered_in_the_keyring_only_when_wanted(raw_server: Start) -> None:
    server = raw_server(session(1))
    for remember in (False, True):
        api = ApiClient(server.url, SystemClock(), TokenStore("abc", remember))
        api.sign_in("a", "b")
        again = TokenStore("abc", remember=True)
        assert again.load(0) is remember
        assert not TokenStore("abc", remember=True).load(LATER_MS)
    api.tokens.clear()
    assert not TokenStore("abc", remember=True).load(0)


def test_the_token_is_sent_whatever_a_netrc_says(
    raw_server: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine localhost login someone password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    server = raw_server(http("200 OK", json.dumps(PAGE).encode()))
    client(server.url).changes("")
    assert b"Authorization: Bearer access-1" in server.requests[0]


def test_a_proxy_does_not_lead_to_this_computer(raw_server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server = raw_server(http("200 OK", json.dumps(PAGE).encode()))
    client(server.url).changes("")
    assert len(server.requests) == 1
