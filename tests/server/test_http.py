"""What holds for every answer: problems, headers, limits, old desks, policies, a whole OpenAPI."""

import logging
from typing import Any

import pytest
import requests
from fastapi import APIRouter
from sqlalchemy import text

from contract import OLDEST_CLIENT, VERSION
from contract.problems import Problem
from server import app as app_module
from server.app import create_app
from server.openapi import TAGS
from server.policy import PolicyError
from tests.server.test_roles import operations
from tests.server.world import API, World


@pytest.mark.parametrize("version", ["0.0.9", "0.0.0", "", "rubbish"])
def test_old_desks_are_refused(server: World, version: str) -> None:
    """426 on every path, with the version that is needed; the desk keeps its outbox."""
    for path in ("/auth/me", "/sync/push", "/nowhere"):
        answer = requests.post(server.url + API + path, headers={"X-Yjs-Client": f"desk/{version}"}, timeout=20)
        assert (answer.status_code, answer.json()["code"]) == (426, "client-too-old")
        assert answer.json()["oldest_client"] == OLDEST_CLIENT


@pytest.mark.parametrize("client", [f"desk/{VERSION}", "desk/99.0.0", f"desk/{OLDEST_CLIENT}", "curl/7", None])
def test_other_clients_pass(server: World, client: str | None) -> None:
    """New enough desks, other programs, no header."""
    headers = {"X-Yjs-Client": client} if client else {}
    assert requests.get(server.url + API + "/auth/me", headers=headers, timeout=20).status_code == 401


def test_problems(server: World) -> None:
    """Every error is a problem with its code, its id in body and header, and nothing to sniff or cache."""
    me = server.moderator()
    cases = [
        (me.get("/nowhere"), 404, "not-found"),
        (me.call("DELETE", "/auth/me"), 405, "method-not-allowed"),
        (me.post("/claims", data=b"{", headers={"Content-Type": "application/json"}), 422, "invalid-args"),
        (me.post("/claims", data=b"\xff\xfe", headers={"Content-Type": "application/json"}), 422, "invalid-args"),
        (me.post("/sync/push", data=b"[" * 1_048_577), 413, "body-too-large"),
        (requests.get(server.url + API + "/works", timeout=20), 401, "not-signed-in"),
        (me.get("/works"), 403, "not-allowed"),
        (me.get("/sync/changes", params={"limit": 0}), 422, "invalid-args"),
    ]
    for answer, status, code in cases:
        assert answer.status_code == status, answer.text
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = Problem.model_validate(answer.json())
        assert (problem.status, problem.code, problem.type) == (status, code, f"/problems/{code}")
        assert problem.request_id == answer.headers["X-Request-Id"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert cases[1][0].headers["Allow"] == "GET"


def test_a_streamed_body_is_limited_too(server: World) -> None:
    """A body without a length is cut at the limit."""
    answer = server.moderator().post("/sync/push", data=(b"x" * 65_536 for _ in range(40)))
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")


def test_invalid_args_do_not_repeat_values(server: World) -> None:
    """What was typed into a wrong field is not told back, nor kept."""
    ask = {"account": "li", "password": {"secret": "hunter2"}}
    answer = requests.post(server.url + API + "/auth/sign-in", json=ask, timeout=20)
    assert answer.json()["errors"] == [{"at": ["body", "password"], "what": "string_type"}]
    assert "hunter2" not in answer.text


@pytest.mark.expected_logs(
    "request .* failed: sqlalchemy.exc.(Programming|Operational)Error", "database unavailable", optional=True
)
def test_a_bug_tells_nothing(server: World, caplog: pytest.LogCaptureFixture) -> None:
    """500 or 503 without detail; the log says where, not what."""
    me = server.admin()
    with server.context.database.engine.begin() as connection:
        connection.execute(text("DROP TABLE audit"))
    with caplog.at_level(logging.ERROR):
        answer = me.get("/audit", params={"action": "decide"})
    assert answer.status_code in {500, 503}
    assert answer.json()["detail"] == ""
    assert "audit" not in answer.text
    assert "FROM audit" not in caplog.text


def test_no_endpoint_without_policy(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deny by default: an app with an endpoint that declares no policy does not start."""
    router = APIRouter(tags=["public"])

    @router.get("/open-door")
    def open_door() -> str:
        return "come in"

    monkeypatch.setattr(app_module, "ROUTERS", (*app_module.ROUTERS, router))
    with pytest.raises(PolicyError, match="open-door"):
        create_app(world.context)


def test_openapi_is_complete(server: World) -> None:
    """Every operation says what it is for, who may call it, what it answers and which problems; ids are unique."""
    document: dict[str, Any] = requests.get(server.url + API + "/openapi.json", timeout=20).json()
    found = operations(document)
    assert len({operation["operationId"] for operation in found.values()}) == len(found)
    for name, operation in found.items():
        assert operation["summary"], name
        assert operation["description"], name
        assert set(operation["tags"]) <= set(TAGS), name
        statuses = set(operation["responses"])
        assert {"426", "500", "503"} <= statuses, name
        assert [status for status in statuses if status.startswith("2")], name
        public = operation["x-roles"] == ["public"]
        assert operation["security"] == ([] if public else [{"bearer": []}]), name
        assert public or "401" in statuses, name
        for status, response in operation["responses"].items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"], (name, status)
                assert response["description"], (name, status)
    assert "HTTPValidationError" not in document["components"]["schemas"]
