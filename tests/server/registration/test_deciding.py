"""Registrations and their reviewers: rounds, what changed, races, the account that an approval makes, audit."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

from contract.columns import COLUMNS
from contract.ids import uuid7
from contract.roles import Role
from server.models import Decision, Notice, Organization, Registration, RegistrationVersion, Staff
from tests.server.registration.applicants import Applicant, Make, picture, registered
from tests.server.world import Caller, World


def decide(world: World, admin: Caller, id: str, version: int, verdict: str = "approve", *codes: str) -> dict[str, Any]:
    """A `review.decide` mutation."""
    args = {"kind": "registration", "subject_id": id, "base_version": version, "verdict": verdict}
    one = admin.mutation("review.decide", args | {"reasons": [{"code": code} for code in codes]})
    return one | {"id": uuid7(world.clock(), world.context.random_bytes)}


def undo(world: World, admin: Caller, decision: str) -> dict[str, Any]:
    """A `review.undo` mutation."""
    one = admin.mutation("review.undo", {"decision_id": decision})
    return one | {"id": uuid7(world.clock(), world.context.random_bytes)}


def shown(admin: Caller) -> dict[str, dict[str, Any]]:
    """All registrations as the feed shows them, by id."""
    rows = [op[3] for op in admin.pull()["ops"] if op[2] == "registration"]
    return {row[0]: dict(zip(COLUMNS["registration"], row, strict=True)) for row in rows}


def number_of(world: World, table: type) -> int:
    with world.context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def both(server: World, applicant: Make) -> tuple[Caller, Applicant, dict[str, Any]]:
    """A platform admin, an applicant, and the registration that waits."""
    one = applicant()
    return server.admin(), one, one.register()


def test_approved(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    """The organization and its administrator are there; the password of the registration is theirs."""
    admin, one, mine = both
    (result,) = admin.push(decide(server, admin, mine["id"], 1))
    assert result["status"] == "applied"
    now = one.mine()
    assert (now["state"], now["may_correct"], now["may_withdraw"]) == ("approved", False, False)
    assert one.call("POST", "/mine/withdraw").json()["code"] == "wrong-state"
    assert one.correct(now, address="别处").json()["code"] == "wrong-state"
    signed_in = Caller(server.url, "", "", "").post(
        "/auth/sign-in", json={"account": one.phone, "password": "correct4horse"}
    )
    assert signed_in.json()["person"]["role"] == "org_admin"
    assert signed_in.json()["person"]["organization_name"] == mine["name"]
    with server.context.database.reading() as session:
        notice = session.scalars(select(Notice).where(Notice.kind == "registration")).one()
    assert (notice.phone, notice.status) == (one.phone, "waiting")


def test_rejected_corrected_and_shown_what_changed(
    server: World, both: tuple[Caller, Applicant, dict[str, Any]]
) -> None:
    admin, one, mine = both
    rejection = decide(server, admin, mine["id"], 1, "reject", "org-name-differs", "org-other")
    rejection["args"] |= {"message": "请核对公章。", "note": "only for colleagues"}
    assert admin.push(rejection)[0]["status"] == "applied"
    now = one.mine()
    assert now["reason_texts"] == ["组织全称与证明材料不一致", "其他"]
    assert now["message"] == "请核对公章。"
    assert now["history"][1]["message"] == "组织全称与证明材料不一致、其他。请核对公章。"
    assert "only for colleagues" not in one.call("GET", "/mine").text
    assert "审核员" not in one.call("GET", "/mine").text
    assert one.correct(now).json()["code"] == "invalid-args"
    fresh = one.kept("proof", picture("orange"), "补充.png")
    again = one.correct(now, name="山东鲁源风力发电有限公司", contact_phone="13900002222", documents=[fresh])
    assert again.status_code == 200, again.text
    now = one.mine()
    assert (now["state"], now["round"], now["version"], now["reason_texts"]) == ("pending", 2, 3, [])
    assert [event["kind"] for event in now["history"]] == ["submitted", "rejected", "resubmitted"]
    row = shown(admin)[mine["id"]]
    changes = {change["field"]: (change["before"], change["after"]) for change in row["changes"]}
    assert changes["name"] == (mine["name"], "山东鲁源风力发电有限公司")
    assert changes["contact_phone"] == ("139****1111", "139****2222")
    assert set(changes) >= {"name", "contact_phone", "document_ids"}
    assert set(changes) <= {"name", "contact_phone", "document_ids", "documents"}
    assert [document["name"] for document in row["documents"]] == ["补充.png"]
    assert admin.push(decide(server, admin, mine["id"], 1))[0]["code"] == "version-mismatch"
    assert admin.push(decide(server, admin, mine["id"], 3))[0]["status"] == "applied"
    assert number_of(server, RegistrationVersion) == 2


def test_corrected_while_it_waits(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    _, one, mine = both
    again = one.correct(mine, address="济南市历下区 1 号").json()["registration"]
    assert (again["state"], again["round"], again["version"]) == ("pending", 1, 2)
    stale = one.correct(mine, address="再次")
    assert (stale.json()["code"], stale.json()["version"]) == ("version-mismatch", 2)
    assert [event["kind"] for event in again["history"]] == ["submitted", "edited"]


def test_a_final_reason_ends_it(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    """Neither corrected nor withdrawn to begin anew."""
    admin, one, mine = both
    admin.push(decide(server, admin, mine["id"], 1, "reject", "org-duplicate"))
    now = one.mine()
    assert (now["may_correct"], now["may_withdraw"]) == (False, False)
    assert one.correct(now, address="别处").json()["code"] == "wrong-state"
    assert one.call("POST", "/mine/withdraw").json()["code"] == "wrong-state"


def test_after_the_campaign_nothing_is_corrected(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    admin, one, mine = both
    admin.push(decide(server, admin, mine["id"], 1, "reject", "org-no-seal"))
    server.clock.forward(hours=24 * 60)
    one.token = one.call("POST", "/sign-in", json={"phone": one.phone, "password": "correct4horse"}).json()["token"]
    now = one.mine()
    assert not now["may_correct"]
    assert one.correct(now, address="别处").json()["code"] == "outside-campaign"


def test_withdrawn_is_not_decided(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    admin, one, mine = both
    assert one.call("POST", "/mine/withdraw").status_code == 200
    (result,) = admin.push(decide(server, admin, mine["id"], 1))
    assert (result["status"], result["code"]) == ("conflict", "withdrawn")
    assert shown(admin)[mine["id"]]["state"] == "withdrawn"


def test_approval_twice_with_one_id(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    """At the same moment, over two connections: one organization, the other answer is a replay."""
    admin, _, mine = both
    other = server.sign_in(admin.id)
    other.client_id = admin.client_id
    one = decide(server, admin, mine["id"], 1)
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda caller: caller.push(one)[0], [admin, other]))
    assert sorted(result["status"] for result in results) == ["applied", "replayed"]
    assert (number_of(server, Organization), number_of(server, Decision)) == (1, 1)


def test_two_admins_at_once(server: World, applicant: Make) -> None:
    """One decision is applied, the other is kept as superseded; approved by one means one organization."""
    admins = [server.admin(), server.admin()]
    for _ in range(4):
        id = registered(server.context)
        verdicts = [decide(server, admins[0], id, 1), decide(server, admins[1], id, 1, "reject", "org-no-seal")]
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda it: it[0].push(it[1])[0], zip(admins, verdicts, strict=True)))
        assert sorted(result["status"] for result in results) == ["applied", "conflict"]
    with server.context.database.reading() as session:
        approved = session.scalar(select(func.count()).where(Registration.state == "approved"))
    assert number_of(server, Organization) == approved


def test_corrected_while_being_approved(server: World, applicant: Make) -> None:
    """Whoever comes first: what was approved is what the reviewer saw."""
    admin = server.admin()
    for turn in range(6):
        one = applicant()
        mine = one.register(name=f"第 {turn} 小学")
        approval = decide(server, admin, mine["id"], 1)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(admin.push, approval)
            second = pool.submit(one.correct, mine, name=f"第 {turn} 中学")
        (result,), corrected = first.result(), second.result()
        now = one.mine()
        if result["status"] == "applied":
            assert corrected.status_code == 409
            assert (now["state"], now["name"]) == ("approved", f"第 {turn} 小学")
        else:
            assert (result["code"], corrected.status_code) == ("version-mismatch", 200)
            assert (now["state"], now["name"]) == ("pending", f"第 {turn} 中学")


def test_the_phone_was_taken_meanwhile(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    """Refused with its code, nothing half done; a rejection is possible, and an approval once the phone is free."""
    admin, one, mine = both
    server.staff(Role.MODERATOR, one.phone)
    (result,) = admin.push(decide(server, admin, mine["id"], 1))
    assert (result["status"], result["code"]) == ("rejected", "phone-taken")
    assert (number_of(server, Organization), number_of(server, Decision)) == (0, 0)
    assert one.mine()["state"] == "pending"
    assert admin.push(decide(server, admin, mine["id"], 1, "reject", "org-contact"))[0]["status"] == "applied"


def test_undone_corrected_and_approved_again(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    """The same organization and account act again, under the corrected names."""
    admin, one, mine = both
    approval = decide(server, admin, mine["id"], 1)
    admin.push(approval)
    assert admin.push(undo(server, admin, approval["id"]))[0]["status"] == "applied"
    with server.context.database.reading() as session:
        assert session.scalars(select(Staff).where(Staff.account == one.phone)).one().suspended_at is not None
        assert session.scalars(select(Notice.status).where(Notice.kind == "registration")).all() == ["withdrawn"]
    again = one.correct(one.mine(), name="鲁源能源", contact_name="李明").json()["registration"]
    assert admin.push(decide(server, admin, mine["id"], again["version"]))[0]["status"] == "applied"
    with server.context.database.reading() as session:
        staff = session.scalars(select(Staff).where(Staff.account == one.phone)).one()
        organization = session.scalars(select(Organization)).one()
    assert (staff.name, staff.suspended_at, organization.name) == ("李明", None, "鲁源能源")
    assert organization.suspended_at is None


def test_revealing_and_proofs_are_audited(server: World, both: tuple[Caller, Applicant, dict[str, Any]]) -> None:
    admin, one, mine = both
    revealed = admin.post(f"/registrations/{mine['id']}/reveal").json()
    assert revealed == {name: mine[name] for name in ("account_phone", "contact_name", "contact_phone", "landline")}
    assert server.moderator().post(f"/registrations/{mine['id']}/reveal").status_code == 403
    ids = [mine["documents"][0]["id"], mine["logo"]["id"]]
    urls = admin.post("/media/urls", json={"ids": ids}).json()["urls"]
    assert {url["id"] for url in urls} == set(ids)
    assert server.moderator().post("/media/urls", json={"ids": ids}).json()["missing"] == ids
    audited = admin.get("/audit", params={"subject_id": mine["id"]}).json()["items"]
    assert [line["action"] for line in audited] == ["view-proof", "reveal-contact", "register"]
    assert audited[0]["facts"] == {"files": 1}
    for secret in (one.phone, mine["contact_phone"], mine["contact_name"]):
        assert secret not in str(audited)
    admin.post("/media/urls", json={"ids": [mine["logo"]["id"]]})
    assert len(admin.get("/audit", params={"action": "view-proof"}).json()["items"]) == 1
