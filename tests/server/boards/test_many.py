"""More works behind a live board than a database takes values in one question."""

from sqlalchemy import insert, text

from contract.boards import BoardKind, Measure
from contract.campaign import week_of
from contract.roles import Role
from server.models import BoardCount, BoardTotal, BoardWeek, Work, Worker
from server.services.boards_counting import ALL_WEEKS
from tests.server.boards.test_live import board
from tests.server.world import World

WORKS = 66_000
"""PostgreSQL takes 65,535."""


def test_all_works_behind_a_line(server: World) -> None:
    """As the desk asks for them: works of a whole week, with the places of the week before."""
    author, week = f"{'a':0<8}-0000-7000-8000-{1:012d}", week_of(server.clock())
    ids = [f"{'b':0<8}-0000-7000-8000-{number:012d}" for number in range(WORKS)]
    works = [
        {"id": id, "number": f"YJS-{n}", "author_id": author, "title": f"作品{n}", "theme": "skill", "region": "37",
         "state": "published", "submitted_at": 0, "published_at": 0}
        for n, id in enumerate(ids)
    ]  # fmt: skip
    person = {"id": author, "phone": "13900000000", "name": "作者", "password_hash": "", "created_at": 0}
    with server.context.database.writing() as session:
        session.execute(insert(Worker), [person])
        session.execute(insert(Work), works)
        sums = [{"kind": "work", "subject_id": id, "works": 1, "likes": n, "heat": 10 * n} for n, id in enumerate(ids)]
        session.execute(insert(BoardTotal), sums)
        session.execute(insert(BoardWeek), [one | {"week": week} for one in sums])
        session.execute(
            insert(BoardCount), [{"kind": "work", "week": one, "ranked": WORKS} for one in (ALL_WEEKS, week)]
        )
        session.execute(text("ANALYZE"))  # as autovacuum does within a minute
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    made = board(staff, "work", top=100_000, whole=False, week=week)
    assert (made.kind, made.ranked, len(made.rows)) == (BoardKind.WORK, WORKS, WORKS)
    assert made.by(Measure.LIKES)[0].id == ids[-1]
    for whole in (True, False):
        first = board(staff, "work", top=10, whole=whole, week=week)
        assert [row.id for row in first.by(Measure.HEAT)][:3] == ids[:-4:-1]
        assert len(first.rows) < 50
