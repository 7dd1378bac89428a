"""Claims: nobody is offered what somebody else holds; replies that get lost do no harm."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from contract.roles import Role
from server.models import Work
from tests.server.world import Caller, World


def at_once(callers: list[Caller], act: Any) -> list[Any]:
    """Every caller acts at the same moment."""
    barrier = threading.Barrier(len(callers))

    def run(caller: Caller) -> Any:
        caller.get("/auth/me")
        barrier.wait()
        return act(caller)

    with ThreadPoolExecutor(len(callers)) as pool:
        return list(pool.map(run, callers))


def test_nobody_gets_the_same_work(server: World) -> None:
    """Eight moderators claim at the same moment, three times over: each work goes to one of them, and all works go."""
    callers = [server.moderator() for _ in range(8)]
    for _ in range(3):
        works = server.works(40)
        claims = at_once(callers, lambda caller: caller.claim(6))
        given = [lease["work_id"] for claim in claims for lease in claim["leases"]]
        assert len(given) == len(set(given))
        rest = callers[0].claim(200)
        assert sorted(given + [lease["work_id"] for lease in rest["leases"]]) == sorted(works)


def test_a_doubled_request_claims_once(server: World) -> None:
    """The same key twice at the same moment, and again later, is one claim."""
    server.works(10)
    me = server.moderator()
    twins = [me, Caller(me.url, me.id, me.token, me.client_id)]
    first, second = at_once(twins, lambda caller: caller.claim(4, key="the-one-key"))
    twins[1].session.close()
    assert first == second == me.claim(4, key="the-one-key")
    assert len(first["leases"]) == len(first["works"]) == 4
    answer = me.post("/claims", json={"count": 5}, headers={"Idempotency-Key": "the-one-key"})
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency-mismatch")
    assert me.post("/claims", json={"count": 5}).json()["code"] == "invalid-args"


def test_oldest_first_and_filter(server: World) -> None:
    """The oldest submissions come first; region and theme narrow the choice."""
    shandong = server.works(3, region="37")
    beijing = server.works(2, region="11", theme="plenum")
    me = server.moderator()
    assert [lease["work_id"] for lease in me.claim(2)["leases"]] == shandong[:2]
    assert [lease["work_id"] for lease in me.claim(9, filter={"region": "11"})["leases"]] == beijing
    assert me.claim(9, filter={"theme": "plenum"})["leases"] == []
    assert [lease["work_id"] for lease in me.claim(9, filter={"theme": "skill"})["leases"]] == shandong[2:]


def test_leases_come_through_the_feed_too(server: World) -> None:
    """The row that the feed tells is the one that the claim told, so a lost reply heals."""
    server.works()
    me = server.moderator()
    cursor = me.pull()["cursor"]
    claim = me.claim()
    page = me.pull(cursor)
    assert page["ops"] == [["P", f"user:{me.id}", "work", claim["works"][0]]]
    row = dict(zip(page["cols"]["work"], claim["works"][0], strict=True))
    lease = claim["leases"][0]
    assert (row["lease_token"], row["lease_expires_at"], row["batch"]) == (
        lease["token"],
        lease["expires_at"],
        claim["batch"],
    )
    assert lease["expires_in_s"] == 12 * 3600
    assert (row["author_name"], row["author_phone"][3:7]) == ("周*明", "****")


def test_expired_is_claimable(server: World) -> None:
    """No sweeper: when a lease has run out, the next claim takes the work and the old holder is told that it left."""
    server.works()
    old, new = server.moderator(), server.moderator()
    lease = old.claim(hours=2)["leases"][0]
    cursor = old.pull()["cursor"]
    assert new.claim()["leases"] == []
    server.clock.forward(hours=2)
    old, new = server.sign_in(old.id), server.sign_in(new.id)
    assert new.claim()["leases"][0] | {"expires_at": 0} == lease | {"token": 2, "expires_in_s": 43_200, "expires_at": 0}
    assert [op[0] for op in old.pull(cursor)["ops"]] == ["R"]
    lost = old.post("/claims/renew", json={"leases": [{"work_id": lease["work_id"], "token": 1}]}).json()
    assert (lost["done"], lost["lost"]) == ([], [lease["work_id"]])


def test_renew(server: World) -> None:
    """Renewing moves the end, also of an expired lease that nobody took; a moment later it does not move the feed."""
    server.works(2)
    me = server.moderator()
    leases = me.claim(2, hours=1)["leases"]
    server.clock.forward(hours=3)
    me = server.sign_in(me.id)
    renewed = me.post("/claims/renew", json={"hours": 4}).json()
    assert [lease["expires_in_s"] for lease in renewed["done"]] == [4 * 3600] * 2
    assert {lease["token"] for lease in renewed["done"]} == {lease["token"] for lease in leases}
    cursor = me.pull()["cursor"]
    server.clock.forward(minutes=1)
    assert me.post("/claims/renew", json={"hours": 4}).json()["lost"] == []
    assert me.pull(cursor)["ops"] == []
    server.clock.forward(minutes=10)
    me.post("/claims/renew", json={"hours": 4})
    assert len(me.pull(cursor)["ops"]) == 2


def test_claiming_again_leaves_my_own_leases_alone(server: World) -> None:
    """A claim that overtakes the decisions of expired leases: new works alone are given, and every decision holds."""
    old = server.works(3)
    me = server.moderator()
    first = me.claim(3)["leases"]
    server.clock.forward(hours=13)
    me = server.sign_in(me.id)
    new = server.works(2)
    cursor = me.pull()["cursor"]
    assert [lease["work_id"] for lease in me.claim(3)["leases"]] == new
    row = dict(zip(me.pull()["cols"]["work"], me.pull(cursor)["ops"][0][3], strict=True))
    assert (row["id"], row["lease_token"]) == (old[0], first[0]["token"])
    assert row["lease_expires_at"] == server.clock() + 12 * 3_600_000
    other = server.moderator()
    assert other.claim(9)["leases"] == []
    assert {result["status"] for result in me.push(*map(me.decide, first))} == {"applied"}


@pytest.mark.parametrize("how", ["claim", "take-over"])
def test_opening_my_own_expired_work(server: World, how: str) -> None:
    """It is mine for another while, under the same token."""
    work = server.works()[0]
    me = server.admin()
    lease = me.claim()["leases"][0]
    server.clock.forward(hours=13)
    me = server.sign_in(me.id)
    again = me.post(f"/works/{work}/{how}", json={"reason": "急"}).json()["leases"][0]
    assert (again["token"], again["expires_in_s"]) == (lease["token"], 12 * 3600)
    assert server.moderator().claim()["leases"] == []
    assert me.push(me.decide(lease))[0]["status"] == "applied"


def test_release(server: World) -> None:
    """What is given back leaves my bucket and is offered to others; only mine can be given back."""
    server.works(2)
    me, other = server.moderator(), server.moderator()
    one, two = me.claim(2)["leases"]
    cursor = me.pull()["cursor"]
    ask = {"leases": [{"work_id": one["work_id"], "token": one["token"]}]}
    assert other.post("/claims/release", json=ask).json()["lost"] == [one["work_id"]]
    assert me.post("/claims/release", json=ask).json()["lost"] == []
    assert me.pull(cursor)["ops"] == [["R", f"user:{me.id}", "work", one["work_id"]]]
    assert [lease["work_id"] for lease in other.claim(5)["leases"]] == [one["work_id"]]
    assert [lease["work_id"] for lease in me.post("/claims/release", json={}).json()["done"]] == [two["work_id"]]


def test_open_one(server: World) -> None:
    """A platform admin opens a work: free, mine, held by somebody else, decided."""
    free, held = server.works(2)
    other, me = server.moderator(), server.admin()
    first = me.post(f"/works/{free}/claim").json()
    assert me.post(f"/works/{free}/claim").json() == first
    other.claim()
    refused = me.post(f"/works/{held}/claim")
    assert (refused.status_code, refused.json()["code"]) == (409, "lease-lost")
    assert refused.json()["holder"] == other.get("/auth/me").json()["label"]
    me.push(me.decide(first["leases"][0]))
    refused = me.post(f"/works/{free}/claim")
    assert (refused.status_code, refused.json()["code"], refused.json()["state"]) == (409, "wrong-state", "published")
    assert me.post(f"/works/{server.context.new_id()}/claim").status_code == 404


def test_take_over(server: World) -> None:
    """With a reason, which the audit keeps; doing it again changes nothing; the token rises once."""
    work = server.works()[0]
    other, me = server.moderator(), server.admin()
    other.claim()
    assert me.post(f"/works/{work}/take-over", json={"reason": " "}).status_code == 422
    taken = me.post(f"/works/{work}/take-over", json={"reason": "审核员休假"}).json()
    assert me.post(f"/works/{work}/take-over", json={"reason": "再次"}).json() == taken
    assert taken["leases"][0]["token"] == 2
    line = me.get("/audit", params={"action": "take-over"}).json()["items"]
    assert [(item["facts"]["reason"], item["facts"]["before"]) for item in line] == [("审核员休假", other.id)]


@pytest.mark.parametrize("deep", [False, True])
def test_what_a_moderator_may_see(server: World, deep: bool) -> None:
    """One work and its author's phone: only while the lease is mine, and revealing is audited without the number."""
    work = server.works()[0]
    me, other, admin = server.moderator(), server.moderator(), server.admin()
    me.claim()
    path = f"/works/{work}/reveal-phone" if deep else f"/works/{work}"
    method = "POST" if deep else "GET"
    assert other.call(method, path).json()["code"] == "not-allowed"
    assert me.call(method, path).status_code == admin.call(method, path).status_code == 200
    if deep:
        phone = me.call(method, path).json()["phone"]
        audit = admin.get("/audit", params={"action": "reveal-phone"}).text
        assert phone.startswith("138")
        assert phone not in audit
        assert audit.count("reveal-phone") == 3
        assert phone not in admin.get(f"/works/{work}").text
    assert server.sign_in(server.staff(Role.UNION_STAFF)).call(method, path).status_code == 403


def test_all_works_by_pages(server: World) -> None:
    """By keyset in both directions: each work once, with the total; filters; a foreign cursor is refused."""
    works = server.works(7) + server.works(2, author=server.worker("欧阳明月"), region="11")
    admin = server.admin()
    for sort, expected in (("oldest", works), ("newest", works[::-1])):
        got, cursor = [], ""
        while cursor is not None:
            page = admin.get("/works", params={"sort": sort, "limit": 4, "cursor": cursor}).json()
            assert page["total"] == 9
            got += [item["id"] for item in page["items"]]
            cursor = page["next"]
        assert got == expected
    first = admin.get("/works", params={"limit": 4}).json()["next"]
    assert admin.get("/works", params={"sort": "oldest", "cursor": first}).json()["code"] == "cursor-invalid"
    assert admin.get("/works", params={"region": "11"}).json()["total"] == 2
    assert admin.get("/works", params={"text": "欧阳明月"}).json()["items"][0]["author_name"] == "欧**月"
    assert admin.get("/works", params={"text": "100003"}).json()["items"][0]["id"] == works[2]
    assert admin.get("/works", params={"text": "100%"}).json()["total"] == 0
    assert admin.get("/works", params={"state": "published"}).json()["total"] == 0


def test_organizations_are_the_authors(server: World) -> None:
    """A work shows its author's approved organizations."""
    author = server.worker()
    work = server.works(author=author)[0]
    server.join(author, "齐鲁重工工会")
    detail = server.admin().get(f"/works/{work}").json()
    assert detail["organizations"] == ["齐鲁重工工会"]
    with server.context.database.reading() as session:
        assert session.get_one(Work, work).region == "37"
