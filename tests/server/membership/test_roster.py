"""Member lists: the preview changes nothing, the import passes what matches, later applications pass on arrival."""

from sqlalchemy import func, select

from server.models import Audit, Decision, Notice, RosterEntry, Staff
from tests.server.membership.people import applicant, confirm, decide, line, org_admin, organization, rows_of
from tests.server.world import START_MS, World


def test_preview_then_import(server: World) -> None:
    there = organization(server)
    admin = org_admin(server, there)
    waits, member, differs, later = (applicant(server, name) for name in ("陈伟华", "李梅", "王 强", "赵敏"))
    one, two, three = (person.joins(there) for person in (waits, member, differs))
    admin.push(decide(server, admin, two))
    rows = [
        line(2, waits) | {"name": " 陈伟 华", "phone": f"+86 {waits.phone[:3]}-{waits.phone[3:]}"},
        line(3, member),
        line(4, differs, "王小强"),
        line(5, later),
        line(6, waits),
        line(7, later) | {"phone": "12345"},
        line(8, later) | {"name": ""},
        line(9, later) | {"name": "a\x00b"},
    ]
    before = admin.pull()["cursor"]
    told = admin.post("/roster/preview", json={"rows": rows}).json()["rows"]
    expected = ["passes", "member", "name-differs", "kept", "invalid", "invalid", "invalid", "invalid"]
    assert [row["outcome"] for row in told] == expected
    assert [row["error"] for row in told[4:]] == ["twice", "bad-phone", "no-name", "bad-text"]
    assert admin.pull(before)["ops"] == []
    batch = server.context.new_id()
    done = confirm(admin, batch, rows)
    assert [row["outcome"] for row in done] == ["passed", *expected[1:]]
    shown = rows_of(admin)
    assert [shown[id]["state"] for id in (one["id"], two["id"], three["id"])] == ["approved", "approved", "pending"]
    assert (shown[two["id"]]["in_roster"], shown[two["id"]]["employee_no"]) == (1, "A3")
    assert (shown[three["id"]]["in_roster"], shown[three["id"]]["employee_no"]) == (0, "A4")
    assert waits.phone not in str(done)
    with server.context.database.reading() as session:
        decision = session.scalars(select(Decision).where(Decision.batch == batch)).one()
        assert (decision.staff_id, decision.subject_id, decision.status) == (admin.id, one["id"], "applied")
        assert session.scalars(select(Notice).where(Notice.decision_id == decision.id)).one().phone == waits.phone
        assert session.scalar(select(func.count()).select_from(RosterEntry)) == 4
    assert [event["kind"] for event in shown[one["id"]]["history"]] == ["submitted", "approved"]


def test_the_same_key_imports_once(server: World) -> None:
    there = organization(server)
    admin, waits = org_admin(server, there), applicant(server)
    waits.joins(there)
    batch = server.context.new_id()
    first, again = (confirm(admin, batch, [line(2, waits)], "one-key-only") for _ in range(2))
    assert first == again
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Decision)) == 1


def test_an_application_that_was_foreseen_passes_on_arrival(server: World) -> None:
    there = organization(server)
    admin, worker, other = org_admin(server, there), applicant(server, "陈伟华"), applicant(server, "同号异名")
    confirm(admin, server.context.new_id(), [line(2, worker), line(3, other, "另一个人")])
    one = worker.joins(there)
    assert one["state"] == "approved"
    assert other.joins(there)["state"] == "pending"
    (decision,) = rows_of(admin, "decision").values()
    assert decision["subject_id"] == one["id"]
    with server.context.database.reading() as session:
        audited = session.scalars(select(Audit).where(Audit.action == "roster-pass")).one()
        assert (audited.actor_kind, audited.facts["staff"]) == ("system", admin.id)
        assert session.scalars(select(Notice)).one().phone == worker.phone
    undone = admin.push(admin.mutation("review.undo", {"decision_id": decision["id"]}))[0]
    assert undone["status"] == "applied"
    assert worker.caller.get("/worker/memberships").json()["items"][0]["state"] == "pending"


def test_nothing_passes_for_an_administrator_who_is_gone(server: World) -> None:
    there = organization(server)
    admin, worker = org_admin(server, there), applicant(server)
    confirm(admin, server.context.new_id(), [line(2, worker)])
    with server.context.database.writing() as session:
        session.get_one(Staff, admin.id).suspended_at = START_MS
    assert worker.joins(there)["state"] == "pending"


def test_a_portion_has_its_limit(server: World) -> None:
    admin = org_admin(server, organization(server))
    rows = [{"line": number, "name": "甲", "phone": "13800000000"} for number in range(1, 202)]
    assert admin.post("/roster/preview", json={"rows": rows}).json()["code"] == "invalid-args"
    assert admin.post("/roster/preview", json={"rows": rows[:200]}).status_code == 200
