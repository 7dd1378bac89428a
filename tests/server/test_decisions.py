"""The decision table: every way in which a pushed decision can end, over HTTP, on both databases."""

import dataclasses
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from sqlalchemy import event, func, select

from contract.ids import uuid7
from contract.roles import Role
from server.models import Audit, Conflict, Decision, Mutation, Notice, Review, SecondLook, Work
from server.services import work_lives
from tests.server.world import START_MS, Caller, World


def a_work(server: World, work_id: str) -> Work:
    with server.context.database.reading() as session:
        return session.get_one(Work, work_id)


def count(server: World, table: type, *where: object) -> int:
    with server.context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table).where(*where)) or 0


def ops(caller: Caller, cursor: str) -> list[tuple[str, str, str]]:
    """(op, kind, id) of what moved in my own bucket."""
    page = caller.pull(cursor)
    return [(op[0], op[2], op[3][0] if op[0] == "P" else op[3]) for op in page["ops"] if op[1].startswith("user:")]


@pytest.mark.parametrize(
    ("verdict", "state", "kind"), [("approve", "published", "approved"), ("reject", "rejected", "rejected")]
)
def test_applied(server: World, verdict: str, state: str, kind: str) -> None:
    """The work moves on, its review closes, history, notice, audit and feed follow, once each."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    cursor = me.pull()["cursor"]
    mutation = me.decide(lease, verdict, note="内部", message="")
    assert me.push(mutation) == [{"n": mutation["n"], "id": mutation["id"], "status": "applied", "version": 2}]
    work = a_work(server, lease["work_id"])
    assert (work.state, work.version, work.lease_holder) == (state, 2, None)
    assert (work.published_at is not None) == (verdict == "approve")
    assert sorted(ops(me, cursor)) == [("P", "decision", mutation["id"]), ("R", "work", work.id)]
    assert count(server, Review, Review.closed_at.is_(None)) == 0
    assert count(server, Notice, Notice.decision_id == mutation["id"], Notice.status == "waiting") == 1
    assert count(server, Audit, Audit.action == "decide", Audit.subject_id == work.id) == 1
    admin = server.admin()
    assert [line["kind"] for line in admin.get(f"/works/{work.id}").json()["history"]] == ["submitted", kind]


def test_replayed_for_ever(server: World) -> None:
    """The same mutation gives its first result a hundred days later, and with a new number; nothing happens twice."""
    server.works(2)
    me = server.moderator()
    one, two = me.claim(2)["leases"]
    first = [me.decide(one), me.decide(two, "reject", reasons=[])]
    told = me.push(*first)
    assert [(result["status"], result.get("code")) for result in told] == [
        ("applied", None),
        ("rejected", "invalid-args"),
    ]
    server.clock.forward(hours=24 * 100)
    me = server.sign_in(me.id)
    again = me.push(first[0], first[1] | {"n": 77})
    assert again == [
        told[0] | {"status": "replayed", "first": "applied"},
        told[1] | {"status": "replayed", "first": "rejected", "n": 77},
    ]
    assert count(server, Decision) == count(server, Notice) == 1
    assert a_work(server, one["work_id"]).version == 2


def test_pushed_twice_at_once(server: World) -> None:
    """A retry that overtakes its own first try: eight requests with the same batch apply it once."""
    server.works(5)
    me = server.moderator()
    batch = [me.decide(lease) for lease in me.claim(5)["leases"]]
    barrier = threading.Barrier(8)

    def push(_: int) -> list[dict[str, Any]]:
        with requests.Session() as session:
            barrier.wait()
            return dataclasses.replace(me, session=session).push(*batch)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(push, range(8)))
    for told in zip(*answers, strict=True):
        assert sorted(result["status"] for result in told) == ["applied"] + ["replayed"] * 7
    assert count(server, Decision) == count(server, Notice) == 5


def test_id_reused(server: World) -> None:
    """An id that came with other content, or from somebody else, is refused and changes nothing."""
    server.works(2)
    me, other = server.moderator(), server.moderator()
    one, two = me.claim(2)["leases"]
    mutation = me.decide(one)
    me.push(mutation)
    assert me.push(me.decide(two) | {"id": mutation["id"]})[0]["code"] == "id-reused"
    assert other.push(mutation)[0]["code"] == "id-reused"
    assert a_work(server, two["work_id"]).state == "pending"
    same_number = me.decide(two) | {"n": mutation["n"]}
    assert me.push(same_number)[0]["code"] == "id-reused"
    assert count(server, Mutation) == 1


@pytest.mark.parametrize("role", [Role.ORG_ADMIN, Role.UNION_STAFF])
def test_role(server: World, role: Role) -> None:
    """Who is no reviewer decides nothing, also with the right token."""
    server.works()
    me, other = server.moderator(), server.sign_in(server.staff(role))
    lease = me.claim()["leases"][0]
    assert other.push(other.decide(lease))[0]["code"] == "not-allowed"
    assert a_work(server, lease["work_id"]).state == "pending"


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"verdict": "reject", "reasons": []}, "no-reason"),
        ({"verdict": "reject", "reasons": [{"code": "ugly"}]}, "unknown-reason"),
        ({"verdict": "reject", "reasons": [{"code": "other"}]}, "message-needed"),
        ({"verdict": "reject", "reasons": [{"code": "off-theme"}, {"code": "off-theme"}]}, "reason-twice"),
        ({"verdict": "approve", "reasons": [{"code": "off-theme"}]}, "reasons-without-rejection"),
        ({"verdict": "perhaps"}, "shape: verdict"),
        ({"message": "长" * 61}, "shape: message"),
        ({"extra": 1}, "shape: extra"),
    ],
)
def test_invalid_args(server: World, change: dict[str, object], detail: str) -> None:
    """Reasons are checked on the server too; a refused decision changes nothing and a right one still goes through."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    wrong = me.decide(lease)
    wrong["args"] |= change
    result = me.push(wrong)[0]
    assert (result["status"], result["code"], result["detail"]) == ("rejected", "invalid-args", detail)
    assert count(server, Decision) == 0
    assert me.push(me.decide(lease))[0]["status"] == "applied"


def test_unknown(server: World) -> None:
    """A work that does not exist, and a type that this server does not know."""
    me = server.moderator()
    nowhere = {"work_id": server.context.new_id(), "token": 1}
    results = me.push(me.decide(nowhere), me.mutation("review.admire", {}), me.decide(nowhere) | {"tv": 2})
    assert [result["code"] for result in results] == ["unknown-subject", "invalid-args", "invalid-args"]


@pytest.mark.parametrize("verdict", ["approve", "reject"])
def test_two_moderators(server: World, verdict: str) -> None:
    """A lease is taken over: the first decision wins, the second is kept, and looked at again if it differs."""
    server.works()
    late, admin = server.moderator(), server.admin()
    lease = late.claim()["leases"][0]
    cursor = late.pull()["cursor"]
    taken = admin.post(f"/works/{lease['work_id']}/take-over", json={"reason": "急"}).json()["leases"][0]
    assert taken["token"] == lease["token"] + 1
    assert ops(late, cursor) == [("R", "work", lease["work_id"])]
    assert admin.push(admin.decide(taken, "approve"))[0]["status"] == "applied"
    mutation = late.decide(lease, verdict)
    result = late.push(mutation)[0]
    same = verdict == "approve"
    assert (result["status"], result["code"], result["same_decision"]) == ("conflict", "already-decided", same)
    assert result["theirs"]["verdict"] == "approve"
    assert result["theirs"]["by"] == admin.get("/auth/me").json()["label"]
    assert result["theirs"]["at"] == server.clock()
    moved = ops(late, cursor)
    assert ("P", "conflict", result["conflict_id"]) in moved
    assert ("P", "decision", mutation["id"]) in moved
    with server.context.database.reading() as session:
        assert session.get_one(Decision, mutation["id"]).status == "superseded"
    assert a_work(server, lease["work_id"]).state == "published"
    looks = admin.get("/second-looks").json()["items"]
    assert [look["subject_id"] for look in looks] == ([] if same else [lease["work_id"]])
    statuses = [line["facts"]["status"] for line in admin.get("/audit", params={"action": "decide"}).json()["items"]]
    assert statuses == ["superseded", "applied"]


def test_lease_lost_then_decided(server: World) -> None:
    """A decision under an old token waits as a conflict; when the new holder decides, it learns whom it met."""
    server.works()
    late, quick = server.moderator(), server.moderator()
    lease = late.claim(hours=1)["leases"][0]
    server.clock.forward(hours=2)
    late = server.sign_in(late.id)
    quick = server.sign_in(quick.id)
    token = quick.claim()["leases"][0]
    result = late.push(late.decide(lease, "reject"))[0]
    assert (result["code"], result.get("theirs"), result.get("same_decision")) == ("lease-lost", None, None)
    assert quick.push(quick.decide(token))[0]["status"] == "applied"
    row = next(op[3] for op in late.pull()["ops"] if op[2] == "conflict")
    conflict = dict(zip(late.pull()["cols"]["conflict"], row, strict=True))
    assert (conflict["id"], conflict["version"], conflict["same_decision"]) == (result["conflict_id"], 2, False)
    assert (conflict["mine"]["verdict"], conflict["theirs"]["verdict"]) == ("reject", "approve")
    assert len(server.admin().get("/second-looks").json()["items"]) == 1


def test_expired_lease_still_decides(server: World) -> None:
    """Whatever any clock says: a lease that nobody took is good, also when it was given back."""
    server.works(2)
    me = server.moderator()
    one, two = me.claim(2, hours=1)["leases"]
    me.post("/claims/release", json={"leases": [{"work_id": two["work_id"], "token": two["token"]}]})
    server.clock.forward(hours=48)
    me = server.sign_in(me.id)
    assert [result["status"] for result in me.push(me.decide(one), me.decide(two))] == ["applied", "applied"]


@pytest.mark.parametrize("decided", [False, True])
def test_who_never_had_a_work(server: World, decided: bool) -> None:
    """Tokens are small numbers and ids are public: nothing is told, shown, kept or opened; the audit has the try."""
    server.works()
    me, other, admin = server.moderator(), server.moderator(), server.admin()
    lease = me.claim()["leases"][0]
    if decided:
        me.push(me.decide(lease, note="内部"))
    before = count(server, Decision)
    tries = [other.decide(lease, "reject"), other.decide(lease | {"token": None}), admin.decide(lease, reasons=[])]
    results = other.push(*tries[:2]) + admin.push(tries[2])
    for result, tried in zip(results, tries, strict=True):
        assert result == {"n": tried["n"], "id": tried["id"], "status": "rejected", "code": "not-allowed"}
    assert count(server, Decision) == before
    assert count(server, Conflict) == count(server, SecondLook) == 0
    media = a_work(server, lease["work_id"]).media_id
    assert other.post("/media/urls", json={"ids": [media]}).json()["missing"] == [media]
    lines = admin.get("/audit", params={"action": "decide-refused"}).json()["items"]
    assert [line["subject_id"] for line in lines] == [lease["work_id"]] * 3


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.PLATFORM_ADMIN])
def test_whose_note_is_told(server: World, role: Role) -> None:
    """The internal note of somebody else reaches platform admins, never a moderator; one's own comes back."""
    server.works()
    late, first = server.sign_in(server.staff(role)), server.admin()
    lease = late.claim()["leases"][0]
    taken = first.post(f"/works/{lease['work_id']}/take-over", json={"reason": "急"}).json()["leases"][0]
    first.push(first.decide(taken, note="作者被举报"))
    result = late.push(late.decide(lease, "reject", note="我的备注"))[0]
    expected = "作者被举报" if role is Role.PLATFORM_ADMIN else ""
    row = conflict_row(late)
    assert (result["theirs"]["note"], row["theirs"]["note"], row["mine"]["note"]) == (expected, expected, "我的备注")


def test_late_decisions_are_checked_too(server: World) -> None:
    """Reasons that do not exist are refused, also when the decision would have come too late."""
    late, admin, _, _ = in_conflict(server)
    lease = {"work_id": a_work(server, admin.get("/works").json()["items"][0]["id"]).id, "token": 1}
    result = late.push(late.decide(lease, "reject", reasons=[{"code": "nonsense"}]))[0]
    assert (result["status"], result["code"], result["detail"]) == ("rejected", "invalid-args", "unknown-reason")


def test_my_own_older_token(server: World) -> None:
    """A lease that I lost and got again has a new token; what I decided under the old one is lost, not applied."""
    server.works()
    me, admin = server.moderator(), server.admin()
    old = me.claim()["leases"][0]
    taken = admin.post(f"/works/{old['work_id']}/take-over", json={"reason": "急"}).json()["leases"][0]
    admin.post("/claims/release", json={"leases": [{"work_id": taken["work_id"], "token": taken["token"]}]})
    new = me.claim()["leases"][0]
    assert [result.get("code") for result in me.push(me.decide(old), me.decide(new))] == ["lease-lost", None]


def test_version_mismatch(server: World) -> None:
    """The author sent a new text while it was being looked at: the old decision does not count for the new text."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    cursor = me.pull()["cursor"]
    with server.context.database.writing() as session:
        work = session.get_one(Work, lease["work_id"])
        work.title = "新标题"
        work_lives.submit(session, server.context, work)
    assert ops(me, cursor) == [("P", "work", lease["work_id"])]
    result = me.push(me.decide(lease))[0]
    assert (result["code"], result["version"]) == ("version-mismatch", 2)
    assert me.push(me.decide(lease, version=2))[0]["status"] == "applied"


def test_withdrawn_meanwhile(server: World) -> None:
    """The author took the work back: nobody's decision to compare with."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    with server.context.database.writing() as session:
        work_lives.withdraw(session, server.context, session.get_one(Work, lease["work_id"]))
    result = me.push(me.decide(lease))[0]
    assert (result["code"], result.get("theirs")) == ("withdrawn", None)


@pytest.mark.expected_logs("mutation .* of type review.decide failed: RuntimeError")
def test_poison_fails_alone(server: World) -> None:
    """One mutation that breaks the server's code is answered `error`, stored nowhere, and fails no other."""
    server.works(3)
    me = server.moderator()
    leases = me.claim(3)["leases"]
    mutations = [me.decide(lease) for lease in leases]
    poison = True

    def break_second(_mapper: object, _connection: object, notice: Notice) -> None:
        if poison and notice.decision_id == mutations[1]["id"]:
            raise RuntimeError

    event.listen(Notice, "before_insert", break_second)
    try:
        cursor = me.pull()["cursor"]
        assert [result["status"] for result in me.push(*mutations)] == ["applied", "error", "applied"]
        moved = {key for _, _, key in ops(me, cursor)}
        assert not moved & {leases[1]["work_id"], mutations[1]["id"]}
        assert a_work(server, leases[1]["work_id"]).state == "pending"
        poison = False
        assert [result["status"] for result in me.push(*mutations)] == ["replayed", "applied", "replayed"]
    finally:
        event.remove(Notice, "before_insert", break_second)


def test_undo(server: World) -> None:
    """Undoing one's own decision: the work waits again under a new lease of mine, the unsent notice is withdrawn."""
    server.works()
    me, other = server.moderator(), server.moderator()
    lease = me.claim()["leases"][0]
    decided = me.decide(lease)
    me.push(decided)
    cursor = me.pull()["cursor"]
    undo = me.mutation("review.undo", {"decision_id": decided["id"]})
    assert other.push(other.mutation("review.undo", {"decision_id": decided["id"]}))[0]["code"] == "not-allowed"
    assert me.push(undo)[0] | {"n": 0} == {"n": 0, "id": undo["id"], "status": "applied", "version": 3}
    assert sorted(ops(me, cursor)) == [("P", "decision", decided["id"]), ("P", "work", lease["work_id"])]
    assert count(server, Notice, Notice.status == "withdrawn") == 1
    work = a_work(server, lease["work_id"])
    assert (work.state, work.lease_holder, work.lease_token) == ("pending", me.id, lease["token"] + 1)
    assert me.push(me.mutation("review.undo", {"decision_id": decided["id"]}))[0]["code"] == "already-decided"
    again = {"work_id": work.id, "token": work.lease_token}
    assert me.push(me.decide(again, "reject", version=3))[0]["status"] == "applied"
    assert count(server, Decision, Decision.status == "applied") == 1


def test_undo_too_late(server: World) -> None:
    """A decision on an older round cannot be undone."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    decided = me.decide(lease, "reject")
    me.push(decided)
    with server.context.database.writing() as session:
        work_lives.submit(session, server.context, session.get_one(Work, lease["work_id"]))
    assert me.push(me.mutation("review.undo", {"decision_id": decided["id"]}))[0]["code"] == "version-mismatch"


def test_resolve(server: World) -> None:
    """A conflict is accepted, or objected to with a reason; then a platform admin looks again."""
    server.works(2)
    me, admin = server.moderator(), server.admin()
    leases = me.claim(2)["leases"]
    for lease in leases:
        taken = admin.post(f"/works/{lease['work_id']}/take-over", json={"reason": "急"}).json()["leases"][0]
        admin.push(admin.decide(taken))
    ids = [result["conflict_id"] for result in me.push(*map(me.decide, leases))]
    accept = me.mutation("conflict.resolve", {"conflict_id": ids[0], "choice": "accept"})
    silent = me.mutation("conflict.resolve", {"conflict_id": ids[1], "choice": "object", "objection": " "})
    object_ = me.mutation("conflict.resolve", {"conflict_id": ids[1], "choice": "object", "objection": "有水印"})
    again = me.mutation("conflict.resolve", {"conflict_id": ids[1], "choice": "accept"})
    results = me.push(accept, silent, object_, again)
    assert [(result["status"], result.get("code")) for result in results] == [
        ("applied", None),
        ("rejected", "invalid-args"),
        ("applied", None),
        ("conflict", "already-decided"),
    ]
    assert admin.push(admin.mutation("conflict.resolve", {"conflict_id": ids[0], "choice": "accept"}))[0]["code"] == (
        "not-allowed"
    )
    look = admin.get("/second-looks").json()["items"][0]
    assert (look["objection"], look["state"], look["subject_id"]) == ("有水印", "open", leases[1]["work_id"])
    closed = admin.post(f"/second-looks/{look['id']}/close").json()
    assert closed == admin.post(f"/second-looks/{look['id']}/close").json() == look | {"state": "closed"}
    assert count(server, Conflict, Conflict.state == "open") == 0


def in_conflict(server: World) -> tuple[Caller, Caller, dict[str, Any], dict[str, Any]]:
    """Whose decision came too late, who was first, that decision, and the conflict's result."""
    server.works()
    late, admin = server.moderator(), server.admin()
    lease = late.claim()["leases"][0]
    taken = admin.post(f"/works/{lease['work_id']}/take-over", json={"reason": "急"}).json()["leases"][0]
    first = admin.decide(taken)
    admin.push(first)
    return late, admin, first, late.push(late.decide(lease, "reject"))[0]


def conflict_row(caller: Caller, cursor: str = "") -> dict[str, Any]:
    """The one conflict in a caller's feed."""
    page = caller.pull(cursor)
    rows = [op[3] for op in page["ops"] if op[2] == "conflict"]
    assert len(rows) == 1
    return dict(zip(page["cols"]["conflict"], rows[0], strict=True))


def test_undone_after_a_conflict(server: World) -> None:
    """The conflict that shows an undone decision shows that nobody has decided, and then what was decided instead."""
    late, admin, first, result = in_conflict(server)
    cursor = late.pull()["cursor"]
    assert admin.push(admin.mutation("review.undo", {"decision_id": first["id"]}))[0]["status"] == "applied"
    row = conflict_row(late, cursor)
    assert (row["state"], row["theirs"], row["code"], row["version"]) == ("open", None, "lease-lost", 2)
    work = a_work(server, first["args"]["subject_id"])
    cursor = late.pull()["cursor"]
    again = {"work_id": work.id, "token": work.lease_token}
    assert admin.push(admin.decide(again, "reject", version=3))[0]["status"] == "applied"
    row = conflict_row(late, cursor)
    assert (row["id"], row["theirs"]["verdict"], row["same_decision"]) == (result["conflict_id"], "reject", True)


@pytest.mark.parametrize("version", [1, None])
def test_what_is_undone_is_not_accepted(server: World, version: int | None) -> None:
    """An answer to a decision that is no longer there accepts nothing; what is there now can be accepted."""
    late, admin, first, result = in_conflict(server)
    accept = {"conflict_id": result["conflict_id"], "choice": "accept", "base_version": version}
    seen = late.mutation("conflict.resolve", accept) | {"created_at": server.clock()}
    server.clock.forward(minutes=1)
    admin.push(admin.mutation("review.undo", {"decision_id": first["id"]}))
    work = a_work(server, first["args"]["subject_id"])
    admin.push(admin.decide({"work_id": work.id, "token": work.lease_token}, "reject", version=3))
    refused = late.push(seen)[0]
    assert (refused["status"], refused["code"], refused["version"]) == ("conflict", "version-mismatch", 3)
    assert conflict_row(late)["state"] == "open"
    now = accept | {"base_version": version and 3}
    answer = late.mutation("conflict.resolve", now) | {"created_at": server.clock()}
    assert late.push(answer)[0]["status"] == "applied"


def test_one_open_review(server: World) -> None:
    """The database itself allows one open review per subject and one applied decision per review."""
    work_id = server.works()[0]
    extra = Review(id=server.context.new_id(), kind="work", subject_id=work_id, round=2, opened_at=START_MS)
    with pytest.raises(Exception, match=r"(?i)unique"), server.context.database.writing() as session:
        session.add(extra)


@pytest.mark.parametrize("odd", ["\x00", "\ud800", 10**30, {"a": [[[[{}]]]]}])
def test_odd_values_fail_alone(server: World, odd: object) -> None:
    """What no database can hold is refused as this mutation's arguments; the one beside it is applied."""
    server.works(2)
    me = server.moderator()
    one, two = me.claim(2)["leases"]
    results = me.push(me.decide(one, note=odd), me.mutation("review.odd", {"subject_id": odd}), me.decide(two))
    assert [(result["status"], result.get("code")) for result in results] == [
        ("rejected", "invalid-args"),
        ("rejected", "invalid-args"),
        ("applied", None),
    ]


def test_push_is_bounded(server: World) -> None:
    """More than fifty mutations, and ids that are none, are refused whole."""
    me = server.moderator()
    mutation = me.mutation("review.undo", {"decision_id": uuid7(1, lambda n: bytes(n))})
    ask = {"v": 1, "client_id": me.client_id, "epoch": "", "mutations": [mutation] * 51}
    answer = me.post("/sync/push", json=ask)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-args")
