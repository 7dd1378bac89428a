"""A second person confirms; certificates of all who are in, or none; certificates revoked and reissued."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from contract.boards import BoardKind
from contract.certificates import read_code
from contract.roles import Role
from server.models import Audit, Certificate, Organization, Work, Worker
from tests.server.awards.ceremony import (
    act,
    certificates,
    change,
    columns,
    confirm,
    edit,
    entries,
    key,
    line,
    propose,
    sealed,
    set_kind,
    submitted,
    union,
)
from tests.server.membership.people import organization
from tests.server.world import World

ROWS = [line(f"id{place}", place, 100 - place, "37" if place % 2 else "42") for place in range(1, 8)]


def test_somebody_else_confirms(server: World) -> None:
    """Not who proposed, submitted or last edited it, whatever the role."""
    set_kind(server.admin())
    proposer, submitter = union(server), union(server)
    editor = server.sign_in(server.staff(Role.PLATFORM_ADMIN))
    made = propose(proposer, sealed(server, ROWS))
    assert confirm(union(server), made)["cause"] == "state", "it is not submitted"
    made = edit(editor, act(submitter, made, "submit"), "id1", False)
    assert made["state"] == "submitted"
    for who in (proposer, submitter, editor):
        refused = confirm(who, made)
        assert (refused["code"], refused["status"]) == ("second-person", 403)
    assert confirm(union(server, "37"), made)["code"] == "not-allowed"
    assert certificates(proposer) == []
    other = union(server)
    done = confirm(other, made)
    assert (done["state"], done["certificates"], done["confirmed_at"]) == ("confirmed", 2, server.clock())
    assert [one["holder"] for one in certificates(proposer)] == ["作者id2", "作者id3"]
    assert edit(editor, done, "id2", False)["cause"] == "state", "what is confirmed stays"
    assert act(editor, done, "withdraw", reason="太晚")["cause"] == "state"


def test_one_key_is_one_confirmation(server: World) -> None:
    made = submitted(server, ROWS)
    other = union(server)
    first = confirm(other, made, "confirm-0001")
    assert first == confirm(other, made, "confirm-0001")
    assert confirm(other, {**made, "version": 9}, "confirm-0001")["code"] == "idempotency-mismatch"
    assert confirm(other, made, "confirm-0002")["cause"] == "state"
    assert len(certificates(other)) == 3


def test_edited_meanwhile(server: World) -> None:
    made = submitted(server, ROWS)
    edit(union(server), made, "id1", False)
    other = union(server)
    assert confirm(other, made)["code"] == "version-mismatch"
    assert certificates(other) == []


def test_corrected_meanwhile(server: World) -> None:
    """A list of boards that were corrected is drawn anew."""
    made = submitted(server, ROWS)
    sealed(server, ROWS, revision=2)
    refused = confirm(union(server), made)
    assert (refused["code"], refused["cause"], refused["weeks"]) == ("wrong-state", "corrected", [10])


def test_emptied_meanwhile(server: World) -> None:
    made = submitted(server, ROWS[:1])
    assert confirm(union(server), edit(union(server), made, "id1", False))["cause"] == "empty"


@pytest.mark.parametrize("subject", ["person", "organization", "work"])
def test_suspended_since_the_board_was_sealed(server: World, subject: str) -> None:
    """Nobody who is suspended by now gets a certificate; the line is taken out with a reason."""
    author = server.worker()
    (work,) = server.works(author=author)
    id = {"person": author, "organization": organization(server), "work": work}[subject]
    set_kind(server.admin(), subject=subject)
    rows = [line(id, 1, 9), line("other", 2, 8)]
    made = propose(union(server), sealed(server, rows, kind=BoardKind(subject)))
    with server.context.database.writing() as session:
        session.get_one(Work, work).state = "published"
    made = act(union(server), made, "submit")
    with server.context.database.writing() as session:
        if subject == "work":
            session.get_one(Work, work).excluded = True
        else:
            session.get_one(Worker if subject == "person" else Organization, id).suspended_at = server.clock()
    lines = entries(union(server), made)
    assert [one["suspended"] for one in lines] == [True, False]
    refused = confirm(union(server), made)
    assert (refused["cause"], refused["entries"]) == ("suspended", [lines[0]["id"]])
    done = confirm(union(server), edit(union(server), made, id, False, "账号已停用"))
    assert (done["state"], done["certificates"]) == ("confirmed", 1)


def test_certificates_of_a_list(server: World) -> None:
    """Numbers in the order of places, codes that differ, an audit line each, pages by region."""
    made = submitted(server, ROWS, top=5)
    other = union(server)
    confirm(other, made)
    found = certificates(other, limit=2)
    assert [one["number"] for one in found] == [f"CERT-24-{number:06}" for number in range(1, 6)]
    assert [one["subject_id"] for one in found] == [f"id{place}" for place in range(1, 6)]
    assert len({one["code"] for one in found}) == 5
    assert all(read_code(one["code"]) == one["code"] for one in found)
    assert {(one["award"], one["state"], one["list_id"]) for one in found} == {("周度达人", "valid", made["id"])}
    (first,) = certificates(other, number="cert-24-000003")
    detail = other.get(f"/certificates/{first['id']}").json()
    assert [(one["kind"], one["by"]) for one in detail["history"]] == [("issued", "审核员 0004")]
    here = union(server, "42")
    assert [one["subject_id"] for one in certificates(here)] == ["id2", "id4"]
    assert here.get(f"/certificates/{first['id']}").status_code == 404
    assert here.get(f"/certificates/{certificates(here)[0]['id']}").status_code == 200
    assert change(here, certificates(here)[0], "revoke")["code"] == "not-allowed"
    assert change(here, certificates(here)[0], "reissue")["code"] == "not-allowed"
    lines = server.admin().get("/audit", params={"action": "issue-certificate"}).json()["items"]
    assert [(one["actor"], one["facts"]["number"]) for one in lines[::-1]] == [
        ("审核员 0004", one["number"]) for one in found
    ]
    assert "作者" not in str(lines), "no names in the audit"
    (confirmed,) = server.admin().get("/audit", params={"action": "confirm-award"}).json()["items"]
    assert confirmed["facts"] == {"version": 3, "certificates": 5}


def test_numbers_go_on(server: World) -> None:
    """From list to list."""
    admin = server.admin()
    week = sealed(server, ROWS)
    for kind in ("first", "second"):
        set_kind(admin, kind)
        confirm(union(server), act(union(server), propose(union(server), week, kind), "submit"))
    assert [one["number"][-1] for one in certificates(admin)] == list("123456")


def person_with_certificate(server: World) -> tuple[str, dict[str, Any]]:
    worker = server.worker("欧阳小明")
    made = submitted(server, [line(worker, 1, 9, name="欧阳小明")])
    confirm(union(server), made)
    return worker, certificates(union(server))[0]


def test_revoked_for_good(server: World) -> None:
    _worker, one = person_with_certificate(server)
    staff = union(server)
    assert change(staff, one, "revoke", " ")["code"] == "invalid-args", "a reason is needed"
    assert change(staff, {**one, "version": 5}, "revoke")["code"] == "version-mismatch"
    gone = change(staff, one, "revoke", "作品侵权")
    assert (gone["state"], gone["reason"], gone["revoked_at"], gone["version"]) == (
        "revoked", "作品侵权", server.clock(), 2
    )  # fmt: skip
    assert [(line["kind"], line["reason"]) for line in gone["history"]] == [("issued", ""), ("revoked", "作品侵权")]
    assert change(staff, gone, "revoke")["code"] == "wrong-state"
    (audited,) = server.admin().get("/audit", params={"action": "revoke-certificate"}).json()["items"]
    assert (audited["subject_id"], audited["facts"]["reason"]) == (one["id"], "作品侵权")
    assert certificates(staff, state="revoked")[0]["id"] == one["id"], "never deleted"
    assert certificates(staff, state="valid") == []


@pytest.mark.parametrize("revoked", [False, True])
def test_reissued_with_the_name_as_it_is_now(server: World, revoked: bool) -> None:
    worker, one = person_with_certificate(server)
    staff = union(server)
    with server.context.database.writing() as session:
        session.get_one(Worker, worker).name = "欧阳晓明"
    old = change(staff, one, "revoke", "姓名有误") if revoked else one
    new = change(staff, old, "reissue", "姓名有误")
    assert (new["number"], new["holder"], new["state"]) == ("CERT-24-000002", "欧阳晓明", "valid")
    assert new["code"] != one["code"]
    assert (new["replaces"], new["replaced_by"]) == ("CERT-24-000001", "")
    last = staff.get(f"/certificates/{one['id']}").json()
    assert (last["state"], last["replaced_by"], last["holder"]) == ("revoked", "CERT-24-000002", "欧阳小明")
    kinds = ["issued", "revoked", "reissued"] if revoked else ["issued", "reissued"]
    assert [line["kind"] for line in last["history"]] == kinds
    assert last["history"][-1]["other"] == "CERT-24-000002"
    assert [(line["kind"], line["other"]) for line in new["history"]] == [("issued", "CERT-24-000001")]
    again = change(staff, last, "reissue")
    assert (again["code"], again["replaced_by"]) == ("wrong-state", "CERT-24-000002")
    assert len(certificates(staff)) == 2
    third = change(staff, new, "reissue")
    assert third["replaces"] == "CERT-24-000002"
    made = staff.get(f"/awards/lists/{one['list_id']}").json()
    assert made["certificates"] == 1, "those of the confirmation"


def test_a_reissue_with_one_key_is_one(server: World) -> None:
    _worker, one = person_with_certificate(server)
    staff = union(server)
    ask, headers = {"version": 1, "reason": "补发"}, {"Idempotency-Key": key(staff)}
    first, second = (staff.post(f"/certificates/{one['id']}/reissue", json=ask, headers=headers) for _ in range(2))
    assert (first.status_code, first.json()) == (201, second.json())
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Certificate)) == 2
        acts = session.scalars(select(Audit.action).where(Audit.subject_kind == "certificate").order_by(Audit.id)).all()
        assert acts == ["issue-certificate", "reissue-certificate", "issue-certificate"]


def test_the_database_allows_one_valid_certificate_of_a_line(server: World) -> None:
    """Whatever the code does."""
    _worker, one = person_with_certificate(server)
    with server.context.database.reading() as session:
        row = session.get_one(Certificate, one["id"])
        twin = {name: getattr(row, name) for name in columns(Certificate)}
    fresh = {"id": server.context.new_id(), "number": "CERT-24-000777", "code": "x"}
    with pytest.raises(IntegrityError), server.context.database.writing() as session:
        session.add(Certificate(**twin | fresh))


def test_entries_of_a_confirmed_list_stay_readable(server: World) -> None:
    made = submitted(server, ROWS)
    before = entries(union(server), made)
    confirm(union(server), made)
    assert entries(union(server), made) == before
