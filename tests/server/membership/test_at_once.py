"""Races, on PostgreSQL where they are real: two administrators, an applicant who withdraws, a list being imported."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import func, select

from server.models import Decision, Membership, Notice
from tests.server.membership.people import applicant, confirm, decide, line, org_admin, organization, rows_of
from tests.server.world import World

ROUNDS = 6


@pytest.fixture
def database_url(postgres_database: str) -> str:
    """SQLite lets one writer in at a time."""
    return postgres_database


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Results of acts that start at the same moment."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_administrators_decide(server: World) -> None:
    """The first wins; the second is shown who, when and what."""
    there = organization(server)
    one, two = org_admin(server, there), org_admin(server, there)
    for _ in range(ROUNDS):
        mine = applicant(server).joins(there)
        yes, no = decide(server, one, mine), decide(server, two, mine, "reject", "member-unknown")
        (first,), (second,) = at_once(lambda yes=yes: one.push(yes), lambda no=no: two.push(no))
        loser = second if first["status"] == "applied" else first
        assert {first["status"], second["status"]} == {"applied", "conflict"}
        assert loser["code"] == "already-decided"
        assert loser["theirs"]["by"].startswith("审核员")
        assert loser["theirs"]["verdict"] == ("approve" if loser is second else "reject")
        assert loser["theirs"]["at"] == server.clock()


def test_withdrawn_while_being_passed(server: World) -> None:
    """Either it was passed, and the withdrawal is refused, or it was withdrawn, and the decision is a conflict."""
    there = organization(server)
    admin = org_admin(server, there)
    for _ in range(ROUNDS):
        worker = applicant(server)
        mine = worker.joins(there)
        yes = decide(server, admin, mine)
        (result,), answer = at_once(
            lambda yes=yes: admin.push(yes), lambda worker=worker, mine=mine: worker.does("withdraw", mine["id"])
        )
        if result["status"] == "applied":
            assert answer.json()["code"] == "wrong-state"
        else:
            assert (result["code"], answer.json()["state"]) == ("withdrawn", "withdrawn")


def test_applied_twice_at_once(server: World) -> None:
    there = organization(server)
    for number in range(ROUNDS):
        worker = applicant(server)
        other = server.sign_in(worker.caller.id, "worker")
        ask = {"organization_id": there, "reason": "同时"}
        answers = at_once(
            lambda worker=worker, number=number: worker.apply(there, f"at-once-{number}"),
            lambda other=other, ask=ask, number=number: other.post(
                "/worker/memberships", json=ask, headers={"Idempotency-Key": f"elsewhere-{number}"}
            ),
        )
        assert sorted(answer.status_code for answer in answers) == [201, 409]
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Membership)) == ROUNDS


def test_imported_while_deciding(server: World) -> None:
    """One decision is applied; the other is reported, whichever came first."""
    there = organization(server)
    one, two = org_admin(server, there), org_admin(server, there)
    workers = [applicant(server) for _ in range(20)]
    mine = [worker.joins(there) for worker in workers]
    pushed, imported = at_once(
        lambda: two.push(*[decide(server, two, one, "reject", "member-unknown") for one in mine]),
        lambda: confirm(one, server.context.new_id(), [line(n, worker) for n, worker in enumerate(workers, 2)]),
    )
    rejected = [result["status"] == "applied" for result in pushed]
    passed = [row["outcome"] == "passed" for row in imported]
    assert all(no != yes for no, yes in zip(rejected, passed, strict=True))
    assert {row["outcome"] for row in imported} <= {"passed", "not-passed", "kept"}


def test_imported_while_applying(server: World) -> None:
    """Whichever is first: who stands in the list does not wait."""
    there = organization(server)
    admin = org_admin(server, there)
    for _ in range(ROUNDS):
        worker = applicant(server)
        batch = server.context.new_id()
        at_once(
            lambda worker=worker: worker.joins(there),
            lambda worker=worker, batch=batch: confirm(admin, batch, [line(2, worker)]),
        )
        assert worker.caller.get("/worker/memberships").json()["items"][0]["state"] == "approved"


def test_two_hundred_with_three_withdrawn(server: World) -> None:
    """Batches of 50: 197 applied, 3 conflicts, one batch id, notices for the 197."""
    there = organization(server)
    admin = org_admin(server, there)
    workers = [applicant(server) for _ in range(200)]
    mine = [worker.joins(there) for worker in workers]
    batch = server.context.new_id()
    mutations = [decide(server, admin, one, batch=batch) for one in mine]
    results = admin.push(*mutations[:50])
    gone = {60, 120, 199}
    for number in gone:
        assert workers[number].does("withdraw", mine[number]["id"]).json()["state"] == "withdrawn"
    for start in (50, 100, 150):
        results += admin.push(*mutations[start : start + 50])
    assert {number for number, one in enumerate(results) if one["status"] == "conflict"} == gone
    assert {results[number]["code"] for number in gone} == {"withdrawn"}
    assert sum(one["status"] == "applied" for one in results) == 197
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).where(Decision.batch == batch)) == 200
        told = set(session.scalars(select(Notice.worker_id)))
    assert told == {worker.caller.id for number, worker in enumerate(workers) if number not in gone}
    states = [row["state"] for row in rows_of(admin).values()]
    assert (states.count("approved"), states.count("withdrawn")) == (197, 3)
