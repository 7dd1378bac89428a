"""Organizations with administrators, and workers who apply, at a running server."""

from dataclasses import dataclass
from typing import Any

from contract.columns import COLUMNS
from contract.ids import uuid7
from contract.roles import Role
from server.models import Organization, Staff, Worker
from server.services import reviews
from tests.server.world import Caller, World


@dataclass
class Applicant:
    """A signed-in worker with the name and phone that the server knows."""

    caller: Caller
    name: str
    phone: str

    def apply(self, organization: str, key: str, reason: str = "我在这里工作") -> Any:
        """One application; the answer."""
        ask = {"organization_id": organization, "reason": reason}
        return self.caller.post("/worker/memberships", json=ask, headers={"Idempotency-Key": f"join-{key}"})

    def joins(self, organization: str) -> dict[str, Any]:
        """An application that is taken."""
        answer = self.apply(organization, f"{organization}-{next(self.caller.number)}")
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def does(self, what: str, membership: str) -> Any:
        """`withdraw` or `leave`."""
        return self.caller.post(f"/worker/memberships/{membership}/{what}")


def organization(world: World, name: str = "鲁源风电") -> str:
    """An organization; the id."""
    with world.context.database.writing() as session:
        row = Organization(
            id=world.context.new_id(),
            number=reviews.next_number(session, "ORG-24", 1),
            name=name,
            name_key=name,
            region="37",
            introduction="风力发电",
            created_at=world.clock(),
        )
        session.add(row)
        return row.id


def org_admin(world: World, organization_id: str) -> Caller:
    """An administrator of an organization, signed in."""
    staff = world.staff(Role.ORG_ADMIN)
    with world.context.database.writing() as session:
        session.get_one(Staff, staff).organization_id = organization_id
    return world.sign_in(staff)


def applicant(world: World, name: str = "周小明") -> Applicant:
    """A worker, signed in."""
    caller = world.worker_caller(name)
    with world.context.database.reading() as session:
        return Applicant(caller, name, session.get_one(Worker, caller.id).phone)


def decide(world: World, admin: Caller, one: dict[str, Any], verdict: str = "approve", *codes: str, **more: Any) -> Any:
    """A `review.decide` mutation about an application."""
    args = {"kind": "membership", "subject_id": one["id"], "base_version": one["version"], "verdict": verdict}
    mutation = admin.mutation("review.decide", args | {"reasons": [{"code": code} for code in codes]} | more)
    return mutation | {"id": uuid7(world.clock(), world.context.random_bytes)}


def rows_of(caller: Caller, kind: str = "membership") -> dict[str, dict[str, Any]]:
    """All rows of a kind as the feed shows them, by id."""
    rows = [op[3] for op in caller.pull()["ops"] if op[0] == "P" and op[2] == kind]
    return {row[0]: dict(zip(COLUMNS[kind], row, strict=True)) for row in rows}


def line(number: int, one: Applicant, name: str = "") -> dict[str, Any]:
    """A line of a member list about an applicant."""
    return {"line": number, "employee_no": f"A{number}", "name": name or one.name, "phone": one.phone}


def confirm(admin: Caller, batch: str, rows: list[dict[str, Any]], key: str = "") -> list[dict[str, Any]]:
    """Import lines; the results."""
    headers = {"Idempotency-Key": key or f"roster-{batch}-{next(admin.number)}"}
    answer = admin.post("/roster/confirm", json={"batch": batch, "rows": rows}, headers=headers)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["rows"])
