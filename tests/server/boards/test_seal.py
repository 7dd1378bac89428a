"""Sealing: what it keeps, what changes nothing in it, corrections, the schedule, races, the short last week."""

import threading
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from contract.boards import BoardKind, Measure
from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, WEEK_MS, week_of
from contract.roles import Role
from contract.week_board import WeekBoard, cutoff_of, unpacked
from server.models import Audit, BoardSeal
from server.services.boards_seal import seal_due
from tests.server.boards.test_counting import Campaign
from tests.server.boards.test_live import campaign
from tests.server.world import Caller, World, running

MONDAY_S = 30 * 60


def seal(caller: Caller, week: int, revision: int = 1, reason: str = "", key: str = "") -> dict[str, Any]:
    """The sealed week, or the problem."""
    ask = {"week": week, "revision": revision, "reason": reason}
    answer = caller.post("/boards/seals", json=ask, headers={"Idempotency-Key": key or f"seal-{week}-{revision}"})
    return dict(answer.json())


def boards(caller: Caller, sealed: dict[str, Any]) -> dict[str, WeekBoard]:
    """Its boards by kind."""
    found = {}
    for file in sealed["files"]:
        answer = caller.get(f"/boards/{file['id']}")
        assert answer.status_code == 200
        found[file["kind"]] = unpacked(answer.content)
    return found


def over(world: World, week: int, staff: Caller) -> Caller:
    """It is some minutes after the end of the week; the same person has signed in again."""
    world.clock.now = CAMPAIGN_START_MS + week * WEEK_MS + MONDAY_S * 1000
    return world.sign_in(staff.id)


def test_a_sealed_week_never_changes(server: World) -> None:
    """Not by a like after the cut-off, nor by an exclusion; the next revision says why it differs."""
    made, staff = campaign(server)
    week = week_of(server.clock())
    assert seal(staff, week)["code"] == "wrong-state", "it still runs"
    staff = over(server, week, staff)
    made.do(("react", 0, 0, "like", False))
    sealed = seal(staff, week)
    assert (sealed["week"], sealed["revision"], sealed["works"], sealed["cutoff"]) == (week, 1, 3, cutoff_of(week))
    first = boards(staff, sealed)
    regions = first["region"]
    assert [(row.id, row.gain.heat, row.total.heat) for row in regions.by(Measure.HEAT)] == [
        ("42", 20, 20),
        ("37", 0, 11),
    ]
    assert regions.seal is not None
    assert (regions.seal.digest, regions.seal.sealed_at) == (sealed["digest"], server.clock())
    assert staff.post("/boards/exclusions", json={"work_id": made.works[2], "reason": "重复投稿"}).status_code == 200
    made.do(("react", 1, 0, "like", False))
    assert boards(staff, sealed) == first
    assert seal(staff, week, 2)["code"] == "invalid-args", "a correction needs a reason"
    second = seal(staff, week, 2, "作品重复")
    assert (second["revision"], second["reason"], second["excluded"]) == (2, "作品重复", 1)
    assert second["digest"] != sealed["digest"]
    corrected = boards(staff, second)["region"]
    assert [row.id for row in corrected.rows] == ["37"]
    assert corrected.seal
    assert [one.reason for one in corrected.seal.excluded] == ["重复投稿"]
    assert boards(staff, sealed) == first
    assert seal(staff, week, 2, "再来一次", "another-key")["code"] == "version-mismatch"


def test_the_digest_is_of_what_was_counted(server: World) -> None:
    """Equal while nothing that counts has changed, other for one like in the week."""
    made, staff = campaign(server)
    week = week_of(server.clock())
    last = week - 1
    one, two = seal(staff, last), seal(staff, last, 2, "核对")
    made.do(("react", 1, 1, "like", False))
    three = seal(staff, last, 3, "下一周的赞不算")
    assert one["digest"] == two["digest"] == three["digest"]
    staff = over(server, week, staff)
    before = seal(staff, week)
    made.do(("join", 1, 0, "left"))
    assert seal(staff, week, 2, "成员退出")["digest"] != before["digest"]


def test_movement_is_against_what_was_published(server: World) -> None:
    """The week before as it was sealed, though a work that led then has been left out since."""
    made, staff = campaign(server)
    week = week_of(server.clock())
    last = boards(staff, seal(staff, week - 1))["work"]
    assert {row.id: row.ranks.heat for row in last.rows} == {made.works[1]: 1, made.works[0]: 2}
    made.do(("exclude", 1, True))
    made.do(("react", 1, 0, "like", False))
    staff = over(server, week, staff)
    rows = {row.id: row for row in boards(staff, seal(staff, week))["work"].rows}
    assert set(rows) == {made.works[2], made.works[0]}
    before = rows[made.works[0]].before
    assert before
    assert before.heat == 2, "published as second"
    assert rows[made.works[2]].before is None
    assert rows[made.works[0]].last == last.by(Measure.HEAT)[1].gain


def test_the_last_week_ends_with_the_campaign(server: World) -> None:
    """On a Saturday: what comes on Sunday is on no board."""
    made = Campaign(server)
    staff_id = server.staff(Role.UNION_STAFF)
    server.clock.now = CAMPAIGN_END_MS - 60_000
    made.do(("publish", 0))
    made.do(("react", 0, 0, "like", False))
    server.clock.now = CAMPAIGN_END_MS
    made.do(("react", 1, 0, "like", False))
    server.clock.now = CAMPAIGN_END_MS + 120_000
    staff = server.sign_in(staff_id)
    (row,) = boards(staff, seal(staff, 17))["work"].rows
    assert (row.gain.likes, row.total.likes) == (1, 1)


def test_a_week_without_data(server: World) -> None:
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    sealed = seal(staff, 2)
    assert {kind: board.rows for kind, board in boards(staff, sealed).items()} == {kind: [] for kind in BoardKind}


def test_the_feed_brings_seals_to_those_who_rank(server: World) -> None:
    _made, staff = campaign(server)
    sealed = seal(staff, week_of(server.clock()) - 1)
    pulled = staff.get("/sync/changes").json()
    assert "boards" in pulled["buckets"]
    rows = [dict(zip(pulled["cols"]["seal"], row, strict=True)) for _, _, kind, row in pulled["ops"] if kind == "seal"]
    assert rows == [{name: sealed[name] for name in pulled["cols"]["seal"]}]
    moderator = server.sign_in(server.staff()).get("/sync/changes").json()
    assert "boards" not in moderator["buckets"]
    assert all(kind != "seal" for _, _, kind, _ in moderator["ops"])


def test_a_region_gets_its_rows_of_a_sealed_board(server: World) -> None:
    made, staff = campaign(server)
    sealed = seal(staff, week_of(server.clock()) - 1)
    here = server.sign_in(server.staff(Role.UNION_STAFF, region="37"))
    there = server.sign_in(server.staff(Role.UNION_STAFF, region="42"))
    assert [row.id for row in boards(there, sealed)["region"].rows] == ["37"], "national totals"
    assert boards(there, sealed)["work"].rows == boards(there, sealed)["person"].rows == []
    assert {row.id for row in boards(here, sealed)["work"].rows} == set(made.works[:2])


def test_the_schedule_seals_what_is_due_once(world: World) -> None:
    """Half an hour after the week's end; what was missed follows, oldest first."""
    made = Campaign(world)
    made.do(("publish", 0))
    context = world.context
    world.clock.now = cutoff_of(11) + MONDAY_S * 1000 - 1
    assert seal_due(context) == 10
    world.clock.now += 1
    assert seal_due(context) == 1
    assert seal_due(context) == 0
    with context.database.reading() as session:
        weeks = [facts["week"] for facts in session.scalars(select(Audit.facts).order_by(Audit.id))]
        assert weeks == list(range(1, 12))
        acts = session.execute(
            select(Audit.actor_kind, func.count()).where(Audit.action == "seal").group_by("actor_kind")
        )
        assert [tuple(row) for row in acts] == [("system", 11)]


def test_the_running_server_seals_by_itself(world: World) -> None:
    """When the setting says so."""
    context = replace(world.context, settings=replace(world.context.settings, seal_weeks=True))
    with running(context) as world.url:
        for _ in range(200):
            with context.database.reading() as session:
                if session.scalar(select(func.count()).select_from(BoardSeal)) == 10:
                    break
            threading.Event().wait(0.05)
        else:
            raise AssertionError("nothing was sealed")


def test_two_people_seal_at_once(server: World) -> None:
    """One does; the other is told. The same key twice is one seal."""
    week = week_of(server.clock()) - 1
    callers = [server.sign_in(server.staff(Role.UNION_STAFF)) for _ in range(4)]
    said: list[dict[str, Any]] = []
    threads = [
        threading.Thread(target=lambda caller=caller, n=n: said.append(seal(caller, week, key=f"key-of-{n}-000")))
        for n, caller in enumerate(callers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = [one for one in said if "digest" in one]
    assert len(done) == 1
    assert {one["code"] for one in said if one not in done} == {"version-mismatch"}
    winner = next(n for n, caller in enumerate(callers) if seal(caller, week, key=f"key-of-{n}-000") == done[0])
    assert winner in range(4)


def test_an_export_stands_in_the_audit(server: World) -> None:
    here = server.sign_in(server.staff(Role.UNION_STAFF, region="37"))
    note = {"week": 10, "revision": 1, "what": "workbook", "masked": False, "rows": 231}
    assert here.post("/boards/exports", json=note).status_code == 200
    (line,) = server.admin().get("/audit", params={"action": "export"}).json()["items"]
    facts = {"revision": 1, "what": "workbook", "masked": False, "rows": 231, "scope": "37"}
    assert (line["subject_id"], line["facts"]) == ("10", facts)


def test_written_certificates_stand_in_the_audit_by_their_list(server: World) -> None:
    here = server.sign_in(server.staff(Role.UNION_STAFF))
    list_id = server.context.new_id()
    note = {"what": "certificates", "list_id": list_id, "rows": 100}
    assert here.post("/boards/exports", json=note).status_code == 200
    (line,) = server.admin().get("/audit", params={"action": "export"}).json()["items"]
    assert (line["subject_kind"], line["subject_id"]) == ("award_list", list_id)
    assert line["facts"] == {"what": "certificates", "rows": 100, "scope": ""}
    for wrong in ({"list_id": "x"}, {"rows": 0}, {"what": "bulletin"}, {"week": 10}):
        assert here.post("/boards/exports", json=note | wrong).status_code == 422, wrong
