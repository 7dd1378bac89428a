"""What anybody is told of a certificate's code, and how often one may ask."""

import os
from typing import Any

import pytest
import requests

from contract.boards import BoardKind
from contract.certificates import grouped, new_code
from server.models import Work
from server.routes.certificates import VERIFICATIONS
from server.services.accounts import WINDOW_MS
from tests.server.awards.ceremony import (
    act,
    certificates,
    change,
    confirm,
    line,
    propose,
    sealed,
    set_kind,
    submitted,
    union,
)
from tests.server.membership.people import organization
from tests.server.world import API, World

UNKNOWN = {"state": "unknown", "award": "", "name": "", "number": "", "issued_at": 0}


def ask(server: World, code: str) -> requests.Response:
    """Without any token."""
    return requests.get(f"{server.url}{API}/public/certificates/{code}", timeout=20)


def told(server: World, code: str) -> dict[str, Any]:
    """The answer."""
    answer = ask(server, code)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    return dict(answer.json())


def of_person(server: World) -> dict[str, Any]:
    """The certificate of a person who exists."""
    worker = server.worker("欧阳小明")
    confirm(union(server), submitted(server, [line(worker, 1, 9, name="欧阳小明")]))
    return certificates(union(server))[0]


def test_valid_revoked_and_replaced(server: World) -> None:
    """A person's name is masked; which one replaced it, and why, is for staff."""
    one = of_person(server)
    valid = {
        "state": "valid", "award": "周度达人", "name": "欧**明", "number": "CERT-24-000001", "issued_at": server.clock()
    }  # fmt: skip
    assert told(server, grouped(one["code"])) == valid
    server.clock.forward(hours=1)
    staff = union(server)
    new = change(staff, one, "reissue", "姓名有误")
    assert told(server, one["code"]) == valid | {"state": "revoked"}
    assert told(server, new["code"])["number"] == "CERT-24-000002"
    change(staff, new, "revoke", "作品侵权")
    answer = ask(server, new["code"])
    assert answer.json()["state"] == "revoked"
    assert "侵权" not in answer.text


def test_organizations_are_named_in_full(server: World) -> None:
    there = organization(server, "鲁源风电有限公司")
    set_kind(server.admin(), subject="organization")
    rows = [line(there, 1, 9, name="鲁源风电有限公司")]
    made = propose(union(server), sealed(server, rows, kind=BoardKind.ORGANIZATION))
    confirm(union(server), act(union(server), made, "submit"))
    (one,) = certificates(union(server))
    assert told(server, one["code"])["name"] == "鲁源风电有限公司"
    assert change(union(server), one, "reissue")["holder"] == "鲁源风电有限公司"


def test_a_works_certificate_is_its_authors(server: World) -> None:
    author = server.worker("周小明")
    (work,) = server.works(author=author)
    set_kind(server.admin(), subject="work")
    with server.context.database.writing() as session:
        session.get_one(Work, work).state = "published"
    row = line(work, 1, 9, name="焊花")._replace(author="周小明", number="YJS-24-100001")
    made = propose(union(server), sealed(server, [row], kind=BoardKind.WORK))
    confirm(union(server), act(union(server), made, "submit"))
    (one,) = certificates(union(server))
    assert (one["holder"], one["title"]) == ("周小明", "焊花")
    assert told(server, one["code"])["name"] == "周*明"
    assert change(union(server), one, "reissue")["title"].startswith("作品 YJS-24-")


def test_however_it_is_typed(server: World) -> None:
    one = of_person(server)
    code = one["code"]
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    typed = (
        code,
        code.lower(),
        grouped(code),
        grouped(code).replace("-", " "),
        f" {wide} ",
        "－".join((wide[:4], wide[4:])),
    )
    assert {told(server, one)["state"] for one in typed} == {"valid"}


def test_unknown_and_malformed_are_alike(server: World) -> None:
    """In every respect but the request's own id."""
    one = of_person(server)
    wrong = one["code"][:-1] + ("3" if one["code"][-1] != "3" else "4")
    answers = [
        ask(server, code)
        for code in (new_code(os.urandom), wrong, "x", "%00", "%20", "甲乙丙", "A" * 2_000, one["number"], one["id"])
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert all(answer.json() == UNKNOWN for answer in answers)
    alike = [
        {k: v for k, v in answer.headers.items() if k.lower() not in {"x-request-id", "date"}} for answer in answers
    ]
    assert all(headers == alike[0] for headers in alike)
    assert set(told(server, one["code"])) == set(UNKNOWN), "the same members"


@pytest.mark.parametrize("known", [True, False])
def test_no_more_than_so_many(server: World, known: bool) -> None:
    """Counted for each address, whatever was asked; after the window one may ask again."""
    code = of_person(server)["code"] if known else "x"
    for _ in range(VERIFICATIONS):
        told(server, code)
    server.clock.forward(minutes=5)
    refused = ask(server, code)
    assert (refused.status_code, refused.json()["code"]) == (429, "too-many-tries")
    assert int(refused.headers["Retry-After"]) == WINDOW_MS // 1000 - 300
    server.clock.forward(minutes=10)
    told(server, code)
