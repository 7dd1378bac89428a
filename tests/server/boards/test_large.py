"""5,000 works, 400 organizations, 1,000,000 interactions: a sealed week equals a recount in plain SQL."""

import random
from collections.abc import Iterable
from typing import Any

import pytest
from sqlalchemy import insert, text

from contract.boards import BoardKind, Measure
from contract.campaign import CAMPAIGN_START_MS, WEEK_MS
from contract.regions import REGIONS
from contract.week_board import unpacked
from contract.wire.boards import SealAsk
from server.models import InteractionEvent, Membership, Organization, Uncounted, Work, Worker
from server.services import boards_counting
from server.services.boards_seal import file_of, seal
from tests.server.world import World

WORKS, ORGANIZATIONS, AUTHORS, EVENTS = 5_000, 400, 2_000, 1_000_000
WEEK = 11
CUTOFF = CAMPAIGN_START_MS + WEEK * WEEK_MS
BEGIN = CUTOFF - WEEK_MS
KINDS = ("like", "like", "like", "favourite", "share", "view", "view", "view", "view", "view")
PORTION = 100_000
COUNTED = """
    counted AS (
        SELECT w.id, w.region, w.author_id, w.published_at FROM work w JOIN worker a ON a.id = w.author_id
        WHERE w.state = 'published' AND NOT w.excluded AND a.suspended_at IS NULL AND w.published_at < :cutoff
    ), seen AS (
        SELECT work_id, kind, sum(delta) AS whole, sum(CASE WHEN at >= :begin THEN delta ELSE 0 END) AS gain
        FROM interaction_event WHERE at < :cutoff GROUP BY work_id, kind
    ), wide AS (
        SELECT c.id, c.region, c.author_id, c.published_at,
            coalesce((SELECT whole FROM seen WHERE work_id = c.id AND kind = 'like'), 0) AS l,
            coalesce((SELECT whole FROM seen WHERE work_id = c.id AND kind = 'favourite'), 0) AS f,
            coalesce((SELECT whole FROM seen WHERE work_id = c.id AND kind = 'share'), 0) AS s,
            coalesce((SELECT whole FROM seen WHERE work_id = c.id AND kind = 'view'), 0) AS v,
            coalesce((SELECT gain FROM seen WHERE work_id = c.id AND kind = 'like'), 0) AS gl,
            coalesce((SELECT gain FROM seen WHERE work_id = c.id AND kind = 'favourite'), 0) AS gf,
            coalesce((SELECT gain FROM seen WHERE work_id = c.id AND kind = 'share'), 0) AS gs,
            coalesce((SELECT gain FROM seen WHERE work_id = c.id AND kind = 'view'), 0) AS gv
        FROM counted c
    ), placed AS ({placed}), summed AS (
        SELECT subject, count(*) AS w, sum(l) AS l, sum(f) AS f, sum(s) AS s, sum(v) AS v,
            sum(CASE WHEN published_at >= :begin THEN 1 ELSE 0 END) AS gw,
            sum(gl) AS gl, sum(gf) AS gf, sum(gs) AS gs, sum(gv) AS gv, {since} AS since
        FROM placed GROUP BY subject
    ), ranked AS (SELECT * FROM summed WHERE {ranked})
    SELECT subject, gw, gl, gf, gs, gv, 10*gl+5*gf+5*gs+gv, w, l, f, s, v, 10*l+5*f+5*s+v,
        row_number() OVER (ORDER BY gw DESC, gl DESC, since, subject),
        row_number() OVER (ORDER BY gl DESC, gl DESC, since, subject),
        row_number() OVER (ORDER BY gv DESC, gl DESC, since, subject),
        row_number() OVER (ORDER BY 10*gl+5*gf+5*gs+gv DESC, gl DESC, since, subject)
    FROM ranked
"""
MEMBERS = (
    "SELECT m.organization_id AS subject, wide.* FROM wide JOIN membership m ON m.worker_id = wide.author_id"
    " JOIN organization o ON o.id = m.organization_id WHERE m.state = 'approved' AND o.suspended_at IS NULL"
)
GAINED = "gw <> 0 OR gl <> 0 OR gf <> 0 OR gs <> 0 OR gv <> 0"
PLAIN = {
    BoardKind.REGION: ("SELECT region AS subject, wide.* FROM wide", "0", "w > 0"),
    BoardKind.ORGANIZATION: (MEMBERS, "0", "w > 0"),
    BoardKind.WORK: ("SELECT id AS subject, wide.* FROM wide", "min(published_at)", GAINED),
    BoardKind.PERSON: ("SELECT author_id AS subject, wide.* FROM wide", "min(published_at)", GAINED),
}


def ids(what: str, count: int) -> list[str]:
    """Made up, 36 characters."""
    return [f"{what:0<8}-0000-7000-8000-{number:012d}" for number in range(count)]


def fill(world: World, chance: random.Random) -> None:
    """Rows as the services would leave them, likes taken back included; some come after the cut-off."""
    authors, works, organizations = ids("a", AUTHORS), ids("b", WORKS), ids("c", ORGANIZATIONS)
    regions = sorted(REGIONS)
    people = [
        {"id": id, "phone": f"139{n:08}", "name": f"作者{n}", "password_hash": "", "created_at": 0,
         "suspended_at": 1 if n % 97 == 0 else None}
        for n, id in enumerate(authors)
    ]  # fmt: skip
    groups = [
        {"id": id, "number": f"ORG-{n}", "name": f"组织{n}", "region": chance.choice(regions), "created_at": 0,
         "suspended_at": 1 if n % 89 == 0 else None}
        for n, id in enumerate(organizations)
    ]  # fmt: skip
    states = ("approved", "approved", "approved", "pending", "left")
    joined = [
        {"id": f"d{n:07}-0000-7000-8000-{m:012d}", "organization_id": group, "worker_id": author, "applied_at": 0,
         "reason": "", "state": chance.choice(states)}
        for n, author in enumerate(authors)
        for m, group in enumerate(chance.sample(organizations, chance.randrange(3)))
    ]  # fmt: skip
    made = [
        {"id": id, "number": f"YJS-{n}", "author_id": chance.choice(authors), "title": f"作品{n}", "theme": "skill",
         "state": "published" if n % 11 else "pending", "region": chance.choice(regions), "submitted_at": 0,
         "published_at": CAMPAIGN_START_MS + chance.randrange((WEEK + 1) * WEEK_MS), "excluded": n % 53 == 0}
        for n, id in enumerate(works)
    ]  # fmt: skip
    with world.context.database.writing() as session:
        for table, rows in ((Worker, people), (Organization, groups), (Membership, joined), (Work, made)):
            session.execute(insert(table), rows)
        session.execute(insert(Uncounted), [{"kind": "work", "subject_id": id} for id in works])
    for start in range(0, EVENTS, PORTION):
        with world.context.database.writing() as session:
            session.execute(insert(InteractionEvent), list(events(made, chance, min(PORTION, EVENTS - start))))


def events(made: list[dict[str, Any]], chance: random.Random, count: int) -> Iterable[dict[str, Any]]:
    """Each some time after its work was published; every ninth like or favourite is taken back."""
    for number in range(count):
        work, kind = made[int(chance.random() ** 2 * len(made))], chance.choice(KINDS)
        back = number % 9 == 0 and kind in ("like", "favourite")
        at = chance.randrange(work["published_at"], CAMPAIGN_START_MS + (WEEK + 2) * WEEK_MS)
        yield {"work_id": work["id"], "kind": kind, "delta": -1 if back else 1, "at": at}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_sealed_week_equals_a_recount_in_plain_sql(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gains, totals and places by every measure, on all four boards; folded in large portions, to be done sooner."""
    monkeypatch.setattr(boards_counting, "PORTION", PORTION)
    fill(world, random.Random(11))
    world.clock.now = CUTOFF + WEEK_MS
    with world.context.database.writing() as session:
        sealed = seal(session, world.context, None, SealAsk(week=WEEK))
    with world.context.database.reading() as session:
        for file in sealed.files:
            board = unpacked(file_of(session, file.id, ""))
            placed, since, ranked = PLAIN[board.kind]
            plain = text("WITH " + COUNTED.format(placed=placed, since=since, ranked=ranked))
            expected = {row[0]: tuple(row[1:]) for row in session.execute(plain, {"begin": BEGIN, "cutoff": CUTOFF})}
            told = {row.id: (*row.gain, *row.total, *(row.ranks.of(one) for one in Measure)) for row in board.rows}
            assert len(told) > 30
            assert told == expected, board.kind
