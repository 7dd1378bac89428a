"""Workers join, withdraw and leave; what counts follows; nobody sees another organization's applicants."""

from typing import Any

import pytest
from sqlalchemy import select

from server.models import Audit, Notice, Organization, Review, Staff
from server.services.memberships_counting import published_works_of
from tests.server.membership.people import applicant, confirm, decide, line, org_admin, organization, rows_of
from tests.server.world import START_MS, World


def counting(world: World, id: str) -> list[str]:
    with world.context.database.reading() as session:
        return published_works_of(session, id)


def test_organizations_by_pages(server: World) -> None:
    """Public facts only, suspended ones left out, all of them once."""
    ids = {organization(server, f"组织{number}") for number in range(5)}
    suspended = organization(server, "组织停用")
    with server.context.database.writing() as session:
        session.get_one(Organization, suspended).suspended_at = START_MS
    worker = applicant(server)
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = worker.caller.get("/worker/organizations", params={"limit": 2, "cursor": cursor}).json()
        seen += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert sorted(one["id"] for one in seen) == sorted(ids)
    assert set(seen[0]) == {"id", "name", "introduction", "logo_url"}
    found = worker.caller.get("/worker/organizations", params={"text": "织3"}).json()["items"]
    assert [one["name"] for one in found] == ["组织3"]
    assert worker.apply(suspended, "to-a-suspended-one").json()["code"] == "not-found"


def test_rejected_again_passed_left_and_back(server: World) -> None:
    """One application through its rounds, with history, notice only for passing, reasons in words."""
    there = organization(server)
    admin, worker = org_admin(server, there), applicant(server)
    one = worker.joins(there)
    assert worker.apply(there, "second-time").json()["code"] == "wrong-state"
    rejection = decide(server, admin, one, "reject", "member-unknown", message="请联系工会。", note="内部")
    assert admin.push(rejection)[0]["status"] == "applied"
    answer = worker.caller.get("/worker/memberships")
    (mine,) = answer.json()["items"]
    assert (mine["state"], mine["reason_texts"], mine["message"]) == ("rejected", ["不是本单位职工"], "请联系工会。")
    assert "内部" not in answer.text
    assert (mine["may_apply"], mine["may_leave"]) == (True, False)
    again = worker.joins(there)
    assert (again["id"], again["round"], again["version"], again["state"]) == (one["id"], 2, 3, "pending")
    assert admin.push(decide(server, admin, again))[0]["status"] == "applied"
    left = worker.does("leave", one["id"]).json()
    assert (left["state"], left["version"]) == ("left", 5)
    assert worker.does("leave", one["id"]).json()["version"] == 5
    assert worker.does("withdraw", one["id"]).json()["code"] == "wrong-state"
    assert worker.joins(there)["round"] == 3
    assert worker.does("withdraw", one["id"]).json()["state"] == "withdrawn"
    events = [event["kind"] for event in rows_of(admin)[one["id"]]["history"]]
    assert events == ["submitted", "rejected", "resubmitted", "approved", "left", "resubmitted", "withdrawn"]
    with server.context.database.reading() as session:
        assert [notice.worker_id for notice in session.scalars(select(Notice))] == [worker.caller.id]
        assert not session.scalars(select(Review).where(Review.closed_at.is_(None))).all()


def test_the_same_key_is_one_application(server: World) -> None:
    there, worker = organization(server), applicant(server)
    first, second = (worker.apply(there, "one-key").json() for _ in range(2))
    assert first == second
    assert worker.apply(there, "one-key", "另一个理由").json()["code"] == "idempotency-mismatch"


def test_works_count_at_once_also_earlier_ones(server: World) -> None:
    """For each organization joined; not while waiting, not after leaving; the holder of a work sees it change."""
    here, there = organization(server, "甲"), organization(server, "乙")
    admin, other_admin, worker = org_admin(server, here), org_admin(server, there), applicant(server)
    published, waiting = server.works(2, author=worker.caller.id)
    moderator = server.moderator()
    leases = moderator.claim(2)["leases"]
    mine = next(lease for lease in leases if lease["work_id"] == published)
    assert moderator.push(moderator.decide(mine))[0]["status"] == "applied"
    one, two = worker.joins(here), worker.joins(there)
    assert counting(server, here) == []
    admin.push(decide(server, admin, one))
    assert counting(server, here) == [published]
    cursor = moderator.pull()["cursor"]
    other_admin.push(decide(server, other_admin, two))
    assert counting(server, there) == [published]
    (op,) = moderator.pull(cursor)["ops"]
    assert op[3][0] == waiting
    assert rows_of(moderator, "work")[waiting]["organizations"] in (["乙", "甲"], ["甲", "乙"])
    undo = admin.mutation("review.undo", {"decision_id": next(iter(rows_of(admin, "decision")))})
    assert admin.push(undo)[0]["status"] == "applied"
    assert counting(server, here) == []
    assert rows_of(moderator, "work")[waiting]["organizations"] == ["乙"]
    worker.does("leave", two["id"])
    assert counting(server, there) == []
    assert rows_of(moderator, "work")[waiting]["organizations"] == []


def test_another_organization_sees_and_does_nothing(server: World) -> None:
    """Feed, decide, undo, resolve, reveal, media, member list: nothing of another organization."""
    here, there = organization(server, "甲"), organization(server, "乙")
    admin, stranger, worker = org_admin(server, here), org_admin(server, there), applicant(server)
    one = worker.joins(here)
    assert set(rows_of(admin)) == {one["id"]}
    assert rows_of(stranger) == {}
    assert stranger.push(decide(server, stranger, one))[0]["code"] == "unknown-subject"
    assert stranger.post(f"/memberships/{one['id']}/reveal").json()["code"] == "not-found"
    assert stranger.post("/media/urls", json={"ids": [one["id"]]}).status_code == 403
    preview = stranger.post("/roster/preview", json={"rows": [line(1, worker)]}).json()["rows"]
    assert [(row["outcome"], row["membership_id"]) for row in preview] == [("kept", None)]
    (kept,) = confirm(stranger, server.context.new_id(), [line(1, worker)])
    assert (kept["outcome"], kept["membership_id"]) == ("kept", None)
    row = rows_of(admin)[one["id"]]
    assert (row["state"], row["in_roster"], row["employee_no"]) == ("pending", 0, "")
    decision = decide(server, admin, one)
    assert admin.push(decision)[0]["status"] == "applied"
    undo = stranger.mutation("review.undo", {"decision_id": decision["id"]})
    assert stranger.push(undo)[0]["code"] == "not-allowed"
    late = decide(server, admin, one, "reject", "member-unknown")
    conflict = admin.push(late)[0]["conflict_id"]
    resolve = stranger.mutation("conflict.resolve", {"conflict_id": conflict, "choice": "accept"})
    assert stranger.push(resolve)[0]["code"] == "not-allowed"
    assert rows_of(stranger) == rows_of(stranger, "conflict") == rows_of(stranger, "decision") == {}


def test_who_changes_organization_undoes_nothing_in_the_old_one(server: World) -> None:
    here, there = organization(server, "甲"), organization(server, "乙")
    admin, worker = org_admin(server, here), applicant(server)
    one = worker.joins(here)
    decision = decide(server, admin, one)
    admin.push(decision)
    with server.context.database.writing() as session:
        session.get_one(Staff, admin.id).organization_id = there
    result = admin.push(admin.mutation("review.undo", {"decision_id": decision["id"]}))[0]
    assert result["status"] == "conflict"
    assert rows_of(admin) == {}
    assert worker.caller.get("/worker/memberships").json()["items"][0]["state"] == "approved"


def test_reveal_is_audited(server: World) -> None:
    there = organization(server)
    admin, worker = org_admin(server, there), applicant(server)
    one = worker.joins(there)
    assert worker.phone not in str(rows_of(admin))
    assert admin.post(f"/memberships/{one['id']}/reveal").json() == {"name": worker.name, "phone": worker.phone}
    with server.context.database.reading() as session:
        (line,) = session.scalars(select(Audit).where(Audit.action == "reveal-member"))
        assert (line.actor_id, line.subject_id) == (admin.id, one["id"])
        assert worker.phone not in str(line.facts)


def test_others_applications_are_not_mine(server: World) -> None:
    there = organization(server)
    one = applicant(server).joins(there)
    other = applicant(server)
    assert [other.does(what, one["id"]).json()["code"] for what in ("withdraw", "leave")] == ["not-found"] * 2


@pytest.mark.parametrize("reason", ["", "   ", "长" * 501])
def test_a_reason_is_needed(server: World, reason: str) -> None:
    assert applicant(server).apply(organization(server), "no-reason", reason).json()["code"] == "invalid-args"
