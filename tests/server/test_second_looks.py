"""Second looks stay open until somebody closes them, whatever happens at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from server.services import second_looks, verdicts
from server.services.upkeep import tidy
from tests.server.test_decisions import in_conflict
from tests.server.world import SOON_S, Caller, World


def objection(late: Caller, result: dict[str, Any]) -> dict[str, Any]:
    """The answer "please look again"."""
    args = {"conflict_id": result["conflict_id"], "choice": "object", "objection": "请看 00:37"}
    return late.mutation("conflict.resolve", args)


def meanwhile(monkeypatch: pytest.MonkeyPatch, module: Any, kind: str, act: Callable[[], object]) -> threading.Thread:
    """`act` runs in a thread when `module` first touches a row of this kind; what follows waits a moment for it."""
    touch, other = module.touch, threading.Thread(target=act)

    def between(session: Any, bucket: str, touched: str, key: str, **more: Any) -> None:
        if touched == kind and other.ident is None:
            other.start()
            other.join(1)  # on one database it ends here, on the other it waits for our commit
        touch(session, bucket, touched, key, **more)

    monkeypatch.setattr(module, "touch", between)
    return other


def test_a_reopened_look_is_not_tidied_away(server: World) -> None:
    """Closed a month ago and opened again by an objection: upkeep leaves it in the feed."""
    late, admin, _, result = in_conflict(server)
    look = admin.get("/second-looks").json()["items"][0]
    admin.post(f"/second-looks/{look['id']}/close")
    server.clock.forward(hours=24 * 31)
    late, admin = server.sign_in(late.id), server.sign_in(admin.id)
    assert late.push(objection(late, result))[0]["status"] == "applied"
    tidy(server.context)
    assert [op[0] for op in admin.pull()["ops"] if op[2] == "second_look"] == ["P"]
    admin.post(f"/second-looks/{look['id']}/close")
    server.clock.forward(hours=24 * 31)
    tidy(server.context)
    assert [op for op in server.sign_in(admin.id).pull()["ops"] if op[2] == "second_look"] == []


def test_an_objection_while_the_look_is_closed(server: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever closes has not seen it: the look stays open, with the objection."""
    if server.context.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    late, admin, _, result = in_conflict(server)
    path = f"/second-looks/{admin.get('/second-looks').json()['items'][0]['id']}/close"
    closed: list[dict[str, Any]] = []
    closing = meanwhile(monkeypatch, second_looks, "second_look", lambda: closed.append(admin.post(path).json()))
    assert late.push(objection(late, result))[0]["status"] == "applied"
    closing.join(SOON_S)
    assert (closed[0]["code"], closed[0]["version"]) == ("version-mismatch", 2)
    look = admin.get("/second-looks").json()["items"][0]
    assert (look["state"], look["objection"]) == ("open", "请看 00:37")


def test_a_look_is_closed_as_it_was_seen(server: World) -> None:
    """Naming the version on screen keeps a newer objection open; closed, it stays closed whatever is named."""
    late, admin, _, result = in_conflict(server)
    path = f"/second-looks/{admin.get('/second-looks').json()['items'][0]['id']}/close"
    assert late.push(objection(late, result))[0]["status"] == "applied"
    refused = admin.post(path, params={"version": 1})
    assert (refused.status_code, refused.json()["code"]) == (409, "version-mismatch")
    assert [admin.post(path, params={"version": seen}).json()["state"] for seen in (2, 2, 1)] == ["closed"] * 3


def test_an_objection_while_the_other_decides(server: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decision that opens a second look erases no objection that came just before."""
    if server.context.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    server.works()
    late, other, admin = server.moderator(), server.moderator(), server.admin()
    lease = late.claim(hours=1)["leases"][0]
    server.clock.forward(hours=2)
    late, other, admin = (server.sign_in(one.id) for one in (late, other, admin))
    taken = other.claim()["leases"][0]
    result = late.push(late.decide(lease, "reject"))[0]
    answers: list[str] = []
    objecting = meanwhile(
        monkeypatch, verdicts, "conflict", lambda: answers.append(late.push(objection(late, result))[0]["status"])
    )
    assert other.push(other.decide(taken))[0]["status"] == "applied"
    objecting.join(SOON_S)
    assert answers == ["applied"]
    assert [look["objection"] for look in admin.get("/second-looks").json()["items"]] == ["请看 00:37"]
