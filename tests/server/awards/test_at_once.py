"""Races, on PostgreSQL where they are real."""

from collections import Counter
from typing import Any

import pytest

from tests.server.awards.ceremony import (
    act,
    certificates,
    change,
    confirm,
    entries,
    line,
    propose,
    sealed,
    set_kind,
    submitted,
    union,
)
from tests.server.membership.test_at_once import at_once
from tests.server.world import Caller, World

ROUNDS = 6
ROWS = [line(f"id{place}", place, 100 - place) for place in range(1, 41)]


@pytest.fixture
def database_url(postgres_database: str) -> str:
    """SQLite lets one writer in at a time."""
    return postgres_database


def lists(server: World, count: int = ROUNDS) -> list[dict[str, Any]]:
    """Submitted ones, of one week and as many kinds."""
    admin, proposer, week = server.admin(), union(server), sealed(server, ROWS)
    for number in range(count):
        set_kind(admin, f"kind-{number}", top=30)
    return [act(proposer, propose(proposer, week, f"kind-{number}"), "submit") for number in range(count)]


def numbered_once(caller: Caller, count: int) -> None:
    """There are so many certificates, numbered without gaps."""
    found = [one["number"] for one in certificates(caller)]
    assert found == [f"CERT-24-{number:06}" for number in range(1, count + 1)]


def test_two_confirm_at_once(server: World) -> None:
    """One does, the other is told; nobody has two certificates."""
    one, two = union(server), union(server)
    made = lists(server)
    for each in made:
        said = at_once(lambda each=each: confirm(one, each), lambda each=each: confirm(two, each))
        assert sorted(answer.get("code", answer["state"]) for answer in said) == ["confirmed", "wrong-state"]
    numbered_once(one, 30 * len(made))


def test_one_key_twice_at_once(server: World) -> None:
    """The lost reply is asked for again while the first call still runs."""
    one = union(server)
    again = server.sign_in(one.id)
    made = lists(server)
    for number, each in enumerate(made):
        key = f"confirm-{number:04}"
        first, second = at_once(
            lambda each=each, key=key: confirm(one, each, key), lambda each=each, key=key: confirm(again, each, key)
        )
        assert first == second
        assert first["state"] == "confirmed"
    numbered_once(one, 30 * len(made))


def test_edited_while_confirming(server: World) -> None:
    """Either the edit came first, and the confirmation is told, or it came too late. Certificates are of who is in."""
    editor, one = union(server), union(server)
    outcomes: Counter[str] = Counter()
    for each in lists(server, 12):
        first = entries(editor, each)[0]["id"]
        ask = {"version": each["version"], "entry_id": first, "chosen": False, "reason": "核实"}
        path = f"/awards/lists/{each['id']}/edits"
        edited, confirmed = at_once(
            lambda path=path, ask=ask: editor.post(path, json=ask).json(), lambda each=each: confirm(one, each)
        )
        winner = "edit" if "code" not in edited else "confirm"
        outcomes[winner] += 1
        expected = ("submitted", "version-mismatch") if winner == "edit" else ("wrong-state", "confirmed")
        assert (edited.get("code", edited.get("state")), confirmed.get("code", confirmed.get("state"))) == expected
        chosen = [line["subject_id"] for line in entries(one, each) if line["chosen"]]
        held = [line["subject_id"] for line in certificates(one, list_id=each["id"])]
        assert held == (chosen if winner == "confirm" else [])
    print(outcomes)


def test_different_lists_at_once(server: World) -> None:
    """Each has all its certificates, and no number is given out twice."""
    made = lists(server)
    callers = [union(server) for _ in made]
    said = at_once(*(lambda who=who, each=each: confirm(who, each) for who, each in zip(callers, made, strict=True)))
    assert [answer["certificates"] for answer in said] == [30] * len(made)
    numbered_once(callers[0], 30 * len(made))


def test_proposed_twice_at_once(server: World) -> None:
    one, two = union(server), union(server)
    week = sealed(server, ROWS)
    for number in range(ROUNDS):
        set_kind(server.admin(), f"kind-{number}")
        said = at_once(*(lambda who=who, n=number: propose(who, week, f"kind-{n}") for who in (one, two)))
        assert sorted(answer.get("cause", answer.get("state")) for answer in said) == ["exists", "proposed"]


def test_kind_changed_twice_at_once(server: World) -> None:
    admins = [server.admin() for _ in range(4)]
    said = at_once(*(lambda who=who: set_kind(who) for who in admins))
    assert Counter(answer.get("code", answer.get("version")) for answer in said) == {1: 1, "version-mismatch": 3}


def test_reissued_and_revoked_at_once(server: World) -> None:
    """Whoever is first; a line never has two valid certificates."""
    rows = [line(server.worker(), place, 100 - place) for place in range(1, ROUNDS + 1)]
    one, two = union(server), union(server)
    confirm(one, submitted(server, rows, top=ROUNDS))
    for number, each in enumerate(certificates(one)):
        acts = ("reissue", "revoke") if number % 2 else ("reissue", "reissue")
        said = at_once(
            *(
                lambda who=who, what=what, each=each: change(who, each, what)
                for who, what in zip((one, two), acts, strict=True)
            )
        )
        assert sum(answer["code"] == "version-mismatch" for answer in said) == 1
    valid = Counter(each["entry_id"] for each in certificates(one, state="valid"))
    assert set(valid.values()) <= {1}
    assert len({each["number"] for each in certificates(one)}) == len(certificates(one))
