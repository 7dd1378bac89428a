"""Kinds, proposals, edits, reading by region, submitting, withdrawing."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from contract.awards import draw, ranking
from contract.boards import BoardKind
from contract.campaign import week_of
from contract.week_board import unpacked
from server.models import AwardKind, AwardList
from server.services.awards_kinds import rule_of
from tests.server.awards.ceremony import (
    act,
    columns,
    edit,
    entries,
    key,
    label,
    line,
    propose,
    sealed,
    set_kind,
    submitted,
    union,
)
from tests.server.boards.test_live import campaign
from tests.server.boards.test_seal import seal
from tests.server.world import World

ROWS = [
    line("a", 1, 90), line("b", 2, 80), line("c", 3, 70, "42"), line("d", 4, 60, "42", works=0),
    line("e", 5, 50, "11"), line("f", 6, 40, "11"), line("g", 7, 30, "13"), line("h", 8, 0),
]  # fmt: skip


def told(found: list[dict[str, Any]]) -> list[tuple[str, bool, str]]:
    """Subject, whether it is in, and why."""
    return [(one["subject_id"], one["chosen"], one["why"]) for one in found]


def test_a_proposal_from_a_week_that_the_server_sealed(server: World) -> None:
    """It names the seal, is what the rule gives for the board's file, and comes out equal when it is made again."""
    made, staff = campaign(server)
    set_kind(server.admin(), top=1)
    week = seal(staff, week_of(server.clock()) - 1)
    first = propose(staff, week["id"])
    assert (first["seal_id"], first["week"], first["revision"]) == (week["id"], week["week"], 1)
    assert first["sources"] == [{"seal_id": week["id"], "week": week["week"], "revision": 1, "digest": week["digest"]}]
    assert (first["state"], first["version"], first["chosen"], first["proposed_by"]) == ("proposed", 1, 1, label(staff))
    lines = entries(staff, first)
    assert [(one["subject_id"], one["why"], one["value"]) for one in lines] == [
        (made.authors[1], "in-top", 10), (made.authors[0], "reserve", 1)
    ]  # fmt: skip
    assert lines[0]["words"] == "热度第 1 名（10），在前 1 名之内"
    (file,) = (one["id"] for one in week["files"] if one["kind"] == "person")
    with server.context.database.reading() as session:
        rule = rule_of(session.get_one(AwardKind, ("weekly", 1)))
    again = draw(rule, ranking(rule, [unpacked(staff.get(f"/boards/{file}").content)]))
    assert [one.candidate.subject_id for one in again] == [one["subject_id"] for one in lines]
    assert act(staff, first, "withdraw", reason="重新拟定")["state"] == "withdrawn"
    second = entries(staff, propose(staff, week["id"]))
    assert [{**one, "id": ""} for one in second] == [{**one, "id": ""} for one in lines]


def test_quota_few_works_and_reserves(server: World) -> None:
    set_kind(server.admin(), top=3, per_region=1, min_works=1, reserves=1)
    staff = union(server)
    assert told(entries(staff, propose(staff, sealed(server, ROWS)), limit=2)) == [
        ("a", True, "in-top"), ("b", False, "region-quota"), ("c", True, "in-top"), ("d", False, "few-works"),
        ("e", True, "in-top"), ("f", False, "region-quota"), ("g", False, "reserve"),
    ]  # fmt: skip


def test_a_whole_campaign_needs_all_its_weeks(server: World) -> None:
    """A board of persons has only those who gained something in its week; each counts with its last total."""
    staff = union(server)
    set_kind(server.admin(), "final", period="campaign", week=3)
    first, last = sealed(server, [line("a", 1, 9, total=50)], 1), sealed(server, [line("b", 1, 9, total=40)], 3)
    missing = propose(staff, last, "final")
    assert (missing["code"], missing["cause"], missing["weeks"]) == ("wrong-state", "unsealed", [2])
    sealed(server, [line("a", 1, 9, total=45)], 2)
    assert propose(staff, first, "final")["cause"] == "week", "this kind is drawn from week 3 alone"
    made = propose(staff, last, "final")
    assert [(one["week"], one["revision"]) for one in made["sources"]] == [(1, 1), (2, 1), (3, 1)]
    assert [(one["subject_id"], one["value"]) for one in entries(staff, made)] == [("a", 45), ("b", 40)]
    sealed(server, [line("a", 1, 9, total=5)], 2, revision=2)
    refused = act(staff, made, "submit")
    assert (refused["cause"], refused["weeks"]) == ("corrected", [2])


def test_organizations_stand_on_the_last_board(server: World) -> None:
    staff = union(server)
    set_kind(server.admin(), "organizer-2", subject="organization", period="campaign")
    made = propose(staff, sealed(server, [line("o", 1, 0, total=7)], kind=BoardKind.ORGANIZATION), "organizer-2")
    assert [(one["subject_id"], one["value"]) for one in entries(staff, made)] == [("o", 7)]
    assert len(made["sources"]) == 1


def test_what_cannot_be_proposed(server: World) -> None:
    staff, admin = union(server), server.admin()
    week = sealed(server, ROWS)
    assert propose(staff, week, "nothing")["code"] == "not-found"
    set_kind(admin)
    assert propose(staff, server.context.new_id())["code"] == "not-found"
    assert propose(staff, week, version=2)["code"] == "version-mismatch"
    made = propose(staff, week)
    assert (propose(union(server), week)["cause"], propose(staff, week)["list_id"]) == ("exists", made["id"])
    act(staff, made, "withdraw", reason="改期")
    newer = sealed(server, ROWS, revision=2)
    assert propose(staff, week)["cause"] == "corrected"
    assert set_kind(admin, base_version=1, active=False)["version"] == 2
    assert propose(staff, newer, version=2)["cause"] == "inactive"
    assert propose(union(server, "37"), newer)["code"] == "not-allowed"


def test_the_database_allows_one_living_list(server: World) -> None:
    """For a kind and week, whatever the code does."""
    set_kind(server.admin())
    staff = union(server)
    made = propose(staff, sealed(server, ROWS))
    with server.context.database.reading() as session:
        row = session.get_one(AwardList, made["id"])
        twin = {name: getattr(row, name) for name in columns(AwardList)}
    with pytest.raises(IntegrityError), server.context.database.writing() as session:
        session.add(AwardList(**twin | {"id": server.context.new_id()}))


def test_kinds_have_versions(server: World) -> None:
    """Lists keep the one they were drawn by; who comes second is told."""
    admin, staff = server.admin(), union(server)
    names = {one["kind"]: one["name"] for one in staff.get("/awards/kinds").json()["items"]}
    assert names == {"storyteller": "‘云讲述’达人", "organizer": "‘云讲述’优秀组织奖"}
    assert set_kind(admin, top=1)["version"] == 1
    made = propose(staff, sealed(server, ROWS))
    second = set_kind(admin, base_version=1, top=2, name="周度达人奖")
    assert (second["version"], second["top"], second["reason"], second["set_by"]) == (2, 2, "试行", "审核员 0001")
    assert set_kind(admin, base_version=1)["code"] == "version-mismatch"
    assert set_kind(admin, base_version=0)["code"] == "version-mismatch"
    assert set_kind(admin, "x-1", subject="region")["code"] == "invalid-args"
    lists = staff.get("/awards/lists").json()["items"]
    assert [(one["id"], one["name"], one["kind_version"], one["chosen"]) for one in lists] == [
        (made["id"], "周度达人", 1, 1)
    ]
    (change, _) = admin.get("/audit", params={"action": "set-award-kind"}).json()["items"]
    assert change["facts"] == {"version": 2, "reason": "试行"}


def test_edits_have_reasons_and_stay(server: World) -> None:
    set_kind(server.admin(), per_region=1, reserves=1)
    one, two = union(server), union(server)
    made = propose(one, sealed(server, ROWS))
    assert edit(one, made, "a", False, " ")["code"] == "invalid-args", "a reason is needed"
    assert edit(one, made, "g", True)["cause"] == "full"
    assert edit(one, made, "a", True)["cause"] == "same"
    assert edit(one, {**made, "version": 7}, "a", False)["code"] == "version-mismatch"
    out = edit(one, made, "a", False, "作品侵权")
    assert (out["version"], out["chosen"], out["edited_by"]) == (2, 2, "审核员 0002")
    assert edit(two, made, "e", False)["code"] == "version-mismatch", "somebody edited meanwhile"
    assert edit(two, out, "d", True)["cause"] == "few-works"
    assert edit(two, out, "f", True)["cause"] == "region-quota", "e is in for this region"
    filled = edit(two, out, "b", True, "递补")
    assert (filled["version"], filled["chosen"], filled["edited_by"]) == (3, 3, "审核员 0003")
    lines = {line["subject_id"]: line for line in entries(one, made)}
    assert (lines["a"]["chosen"], lines["a"]["why"]) == (False, "in-top"), "what the rule said stays"
    now = server.clock()
    assert lines["a"]["edits"] == [{"at": now, "by": "审核员 0002", "chosen": False, "reason": "作品侵权"}]
    assert lines["b"]["edits"] == [{"at": now, "by": "审核员 0003", "chosen": True, "reason": "递补"}]
    audited = server.admin().get("/audit", params={"subject_id": made["id"]}).json()["items"]
    assert [(line["action"], line["actor"]) for line in audited] == [
        ("edit-award", "审核员 0003"), ("edit-award", "审核员 0002"), ("propose-award", "审核员 0002")
    ]  # fmt: skip
    assert audited[0]["facts"]["reason"] == "递补"


def test_only_lines_of_the_list(server: World) -> None:
    """A line of another list is not found; a list that is withdrawn is not edited."""
    staff, admin = union(server), server.admin()
    set_kind(admin)
    set_kind(admin, "other")
    week = sealed(server, ROWS)
    made, other = propose(staff, week), propose(staff, week, "other")
    ask = {"version": 1, "entry_id": entries(staff, other)[0]["id"], "chosen": False, "reason": "核实"}
    assert staff.post(f"/awards/lists/{made['id']}/edits", json=ask).status_code == 404
    gone = act(staff, made, "withdraw", reason="另行评选")
    assert (gone["state"], gone["reason"], gone["withdrawn_by"]) == ("withdrawn", "另行评选", gone["proposed_by"])
    assert edit(staff, gone, "a", False)["cause"] == "state"
    assert act(staff, gone, "submit")["cause"] == act(staff, gone, "withdraw", reason="再撤")["cause"] == "state"
    assert act(staff, other, "withdraw")["code"] == "invalid-args", "a reason is needed"


def test_an_empty_list_is_not_submitted(server: World) -> None:
    set_kind(server.admin())
    staff = union(server)
    assert act(staff, propose(staff, sealed(server, [])), "submit")["cause"] == "empty"


def test_staff_of_a_region_read_their_part(server: World) -> None:
    """And change nothing."""
    made = submitted(server, ROWS)
    here, there = union(server, "37"), union(server, "65")
    assert told(entries(here, made)) == [("a", True, "in-top"), ("b", True, "in-top")]
    assert entries(there, made) == []
    counts = [who.get(f"/awards/lists/{made['id']}").json()["chosen"] for who in (here, there, union(server))]
    assert counts == [2, 0, 3]
    for what in ("submit", "withdraw"):
        assert act(here, made, what, **({"reason": "试试"} if what == "withdraw" else {}))["code"] == "not-allowed"
    assert edit(here, made, "a", False)["code"] == "not-allowed"
    path = f"/awards/lists/{made['id']}/confirm"
    refused = here.post(path, json={"version": 2}, headers={"Idempotency-Key": key(here)})
    assert refused.json()["code"] == "not-allowed"


def test_lists_by_pages(server: World) -> None:
    """Newest first, also those of one moment; filtered by kind and state."""
    admin, staff = server.admin(), union(server)
    week = sealed(server, ROWS)
    for number in range(5):
        set_kind(admin, f"kind-{number}")
    made = [propose(staff, week, f"kind-{number}") for number in range(5)]
    act(staff, made[1], "submit")
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = staff.get("/awards/lists", params={"limit": 2, "cursor": cursor}).json()
        found += [one["id"] for one in page["items"]]
        cursor = page["next"]
    assert found == sorted((one["id"] for one in made), reverse=True)
    (one,) = staff.get("/awards/lists", params={"state": "submitted"}).json()["items"]
    assert one["kind"] == "kind-1"
    (one,) = staff.get("/awards/lists", params={"kind": "kind-3"}).json()["items"]
    assert one["id"] == made[3]["id"]
    assert staff.get("/awards/lists", params={"cursor": "x"}).json()["code"] == "cursor-invalid"
