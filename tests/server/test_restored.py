"""A server restored from a real copy of its database: what desks push again after it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from server.app import build_context
from server.context import ServerContext
from server.models import Work
from server.schema import new_epoch
from tests.helpers.postgres import PostgresServer
from tests.server.world import START_MS, Caller, HandClock, World, running, settings_for

Restore = Callable[[], World]


@pytest.fixture
def copied(database_url: str, context: ServerContext, request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Copies the database as it is now, as backups are made while the server runs; the copy's URL."""
    with ExitStack() as dropped:

        def copy() -> str:
            if database_url.startswith("sqlite"):
                file = Path(database_url.removeprefix("sqlite:///"))
                with context.database.writing():  # so that nobody else writes
                    for end in ("", "-wal"):
                        shutil.copy(f"{file}{end}", f"{file}.backup{end}")
                return f"sqlite:///{file}.backup"
            server: PostgresServer = request.getfixturevalue("postgres_server")
            name = server.copy(database_url.split("@/")[1].split("?")[0])
            dropped.callback(server.drop, name)
            return server.url(name)

        yield copy


@pytest.fixture
def backup(
    copied: Callable[[], str], world: World, clock: HandClock, tmp_path: Path
) -> Iterator[Callable[[], Restore]]:
    """Takes a backup; calling the result restores it into a server that runs and has begun a new epoch."""
    stops: list[Callable[[], object]] = []

    def take() -> Restore:
        url = copied()

        def restore() -> World:
            context = build_context(settings_for(url, tmp_path), clock)
            clock.forward(minutes=5)
            with context.database.writing() as session:
                new_epoch(session, context)
            server = running(context)
            restored = World(context, clock)
            restored.url = server.__enter__()
            stops.extend((context.database.close, restored.close, lambda: server.__exit__(None, None, None)))
            return restored

        return restore

    yield take
    for stop in reversed(stops):
        stop()


def moved(caller: Caller, restored: World) -> Caller:
    """The same desk at the restored server."""
    return restored.sign_in(caller.id)


def outcomes(results: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(result["status"], result.get("code")) for result in results]


def work_of(world: World, work_id: str) -> Work:
    with world.context.database.reading() as session:
        return session.get_one(Work, work_id)


def test_decisions_of_forgotten_claims_are_applied_again(world: World, backup: Callable[[], Restore]) -> None:
    """Restored to before the claim: each decision is applied, audited, and later grants are above its token."""
    world.works(3)
    staff, admin = world.staff(), world.admin()
    restore = backup()
    with running(world.context) as world.url:
        me = world.sign_in(staff)
        for _ in range(2):
            leases = me.claim(3)["leases"]
            me.post("/claims/release", json={})
        leases = me.claim(3)["leases"]
        mutations = [me.decide(lease, "reject") for lease in leases]
        undo = me.mutation("review.undo", {"decision_id": mutations[0]["id"]})
        assert outcomes(me.push(*mutations, undo)) == [("applied", None)] * 4
        world.close()
    restored = restore()
    me = moved(me, restored)
    assert outcomes(me.push(*mutations)) == [("applied", None)] * 3
    assert outcomes(me.push(*mutations)) == [("replayed", None)] * 3
    lines = moved(admin, restored).get("/audit", params={"action": "forgotten-lease"}).json()["items"]
    assert [line["facts"] for line in lines] == [
        {"token": lease["token"], "before": 0, "holder": None} for lease in reversed(leases)
    ]
    assert outcomes(me.push(undo)) == [("applied", None)]
    assert work_of(restored, leases[0]["work_id"]).lease_token == leases[0]["token"] + 1


def test_whoever_has_the_work_since_keeps_it(world: World, backup: Callable[[], Restore]) -> None:
    """A claim of the new life wins over a forgotten one, also when it has run out; one of the older life does not."""
    old, new = world.works(1, region="37") + world.works(1, region="11")
    staff, other = world.staff(), world.staff()
    with running(world.context) as world.url:
        assert world.sign_in(other).claim(filter={"region": "37"}, hours=1)["leases"][0]["work_id"] == old
        world.clock.forward(hours=2)
        restore = backup()
        me = world.sign_in(staff)
        me.claim(2)
        me.post("/claims/release", json={})
        mutations = {lease["work_id"]: me.decide(lease) for lease in me.claim(2)["leases"]}
        world.close()
    restored = restore()
    assert restored.sign_in(other).claim(filter={"region": "11"}, hours=1)["leases"][0]["work_id"] == new
    restored.clock.forward(hours=2)
    told = outcomes(moved(me, restored).push(mutations[old], mutations[new]))
    assert told == [("applied", None), ("conflict", "lease-lost")]
    assert work_of(restored, new).lease_holder == other


@pytest.mark.parametrize("odd", ["after", "too-high", "no-token"])
def test_tokens_are_not_invented(world: World, backup: Callable[[], Restore], odd: str) -> None:
    """After a restore too: a decision made since, a token beyond all sense, and none at all are refused."""
    work = world.works()[0]
    staff = world.staff()
    restored = backup()()
    me = restored.sign_in(staff)
    lease = {"work_id": work, "token": {"too-high": 1_001, "no-token": None}.get(odd, 1)}
    mutation = me.decide(lease) | {"created_at": restored.clock() if odd == "after" else START_MS}
    assert me.push(mutation)[0]["status"] != "applied"
    assert work_of(restored, work).state == "pending"
    assert me.push(me.decide(me.claim()["leases"][0]))[0]["status"] == "applied"


def test_the_first_life_has_forgotten_nothing(server: World) -> None:
    """On a server that was never restored a higher token is invented, however old the decision says it is."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    mutation = me.decide(lease | {"token": lease["token"] + 1}) | {"created_at": 1}
    assert outcomes(me.push(mutation)) == [("conflict", "lease-lost")]
