"""Live boards: order and ties, the week's gain, the rank a week before, people of organizations, what is left out."""

from typing import Any

from contract.boards import RULE_1, BoardKind
from contract.campaign import DAY_MS, week_of
from contract.roles import Role
from tests.server.boards.test_counting import Campaign
from tests.server.world import Caller, World

WEEK_S = 7 * DAY_MS // 1000


def board(caller: Caller, kind: str, **asked: Any) -> dict[str, Any]:
    """A board as union staff get it."""
    answer = caller.get(f"/boards/live/{kind}", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def campaign(server: World) -> tuple[Campaign, Caller]:
    """Works 0 and 2 of author 0, work 1 of author 1; region 37 leads, until a week later region 42 has a work too."""
    made = Campaign(server)
    for step in (
        ("publish", 0), ("publish", 1), ("join", 0, 0, "approved"), ("join", 1, 0, "approved"),
        ("react", 0, 0, "view", False), ("react", 0, 1, "like", False),
    ):  # fmt: skip
        made.do(step)
    made.world.clock.forward(seconds=WEEK_S)
    for step in (("move", 2, "42"), ("publish", 2), ("react", 0, 2, "like", False), ("react", 1, 2, "like", False)):
        made.do(step)
    made.fold()
    return made, server.sign_in(server.staff(Role.UNION_STAFF))


def test_ranks_gains_and_the_week_before(server: World) -> None:
    made, staff = campaign(server)
    said = board(staff, "region")
    assert (said["kind"], said["rule"], said["ranked"], said["week"]) == ("region", 1, 2, week_of(server.clock()))
    first, second = said["rows"]
    assert (first["id"], first["name"], first["total"]["heat"], first["gain"]["heat"]) == ("42", "湖北省", 20, 20)
    assert (second["id"], second["total"]["heat"], second["gain"]["heat"]) == ("37", 11, 0)
    assert (first["rank"], first["before"], second["rank"], second["before"]) == (1, None, 2, 1)
    assert [row["id"] for row in board(staff, "region", measure="works")["rows"]] == ["37", "42"]
    assert made.works


def test_ties_more_likes_then_earlier_publication(server: World) -> None:
    made = Campaign(server)
    for work in (1, 0, 2):
        made.do(("publish", work))
        made.world.clock.forward(seconds=60)
    for _ in range(10):
        made.do(("react", 0, 2, "view", False))
    made.do(("react", 0, 1, "like", False))
    made.fold()
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    rows = board(staff, "work")["rows"]
    assert [row["total"]["heat"] for row in rows] == [10, 10, 0]
    assert [row["id"] for row in rows] == [made.works[1], made.works[2], made.works[0]]
    made.do(("react", 0, 1, "like", True))
    for _ in range(10):
        made.do(("react", 0, 1, "view", False))
    made.fold()
    rows = board(staff, "work")["rows"]
    assert [row["id"] for row in rows] == [made.works[1], made.works[2], made.works[0]], "published earlier"
    assert board(staff, "work", top=1)["ranked"] == 3


def test_organizations_and_people(server: World) -> None:
    made, staff = campaign(server)
    (row,) = board(staff, "organization")["rows"]
    assert (row["id"], row["members"], row["participants"], row["total"]["works"]) == (made.organizations[0], 2, 2, 3)
    people = board(staff, "person")["rows"]
    assert [one["name"] for one in people] == ["作*0", "作*1"]
    made.do(("join", 1, 0, "left"))
    made.fold()
    (row,) = board(staff, "organization")["rows"]
    assert (row["members"], row["participants"], row["total"]["works"]) == (1, 1, 2)


def test_what_is_excluded_or_suspended_is_left_out(server: World) -> None:
    made, staff = campaign(server)
    made.do(("exclude", 2, True))
    made.do(("suspend", 1, True))
    made.fold()
    assert [row["id"] for row in board(staff, "work")["rows"]] == [made.works[0]]
    assert [row["id"] for row in board(staff, "region")["rows"]] == ["37"]
    made.do(("exclude", 2, False))
    made.fold()
    assert board(staff, "work")["rows"][0]["total"]["likes"] == 2, "nothing was lost"


def test_an_unknown_board_or_measure_is_refused(server: World) -> None:
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    assert staff.get("/boards/live/country").status_code == 422
    assert staff.get("/boards/live/region", params={"measure": "beauty"}).status_code == 422
    assert board(staff, "region")["rows"] == []
    assert RULE_1.heat(1, 1, 1, 1) == 21
    assert len(BoardKind) == 4
