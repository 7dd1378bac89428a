"""Live boards: order and ties, the week's gain, the rank a week before, people of organizations, what is left out."""

from typing import Any

from contract.boards import RULE_1, BoardKind, Measure
from contract.campaign import DAY_MS, week_of
from contract.roles import Role
from contract.week_board import WeekBoard, unpacked
from tests.server.boards.test_counting import Campaign
from tests.server.world import Caller, World

WEEK_S = 7 * DAY_MS // 1000


def board(caller: Caller, kind: str, **asked: Any) -> WeekBoard:
    """A board as union staff get it, by totals up to now."""
    answer = caller.get(f"/boards/live/{kind}", params={"whole": True} | asked)
    assert answer.status_code == 200, answer.text
    return unpacked(answer.content)


def ids(made: WeekBoard, measure: Measure = Measure.HEAT) -> list[str]:
    """In the order of a measure."""
    return [row.id for row in made.by(measure)]


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
    assert (said.kind, said.rule, said.ranked, said.week) == ("region", RULE_1, 2, week_of(server.clock()))
    first, second = said.by(Measure.HEAT)
    assert (first.id, first.name, first.total.heat, first.gain.heat, first.last) == ("42", "湖北省", 20, 20, (0,) * 6)
    assert (second.id, second.total.heat, second.gain.heat, second.last and second.last.heat) == ("37", 11, 0, 11)
    assert (first.ranks.heat, first.before, second.ranks.heat, second.before and second.before.heat) == (1, None, 2, 1)
    assert ids(board(staff, "region"), Measure.WORKS) == ["37", "42"]
    assert [len(row.recent) for row in said.rows] == [6, 6]
    assert made.works


def test_a_week_is_ranked_by_what_it_brought(server: World) -> None:
    """Also a week that is past, with the totals as of its end."""
    made, staff = campaign(server)
    week = week_of(server.clock())
    this, last = (board(staff, "region", whole=False, week=number) for number in (week, week - 1))
    assert ids(this) == ["42", "37"]
    assert [(row.gain.heat, row.total.heat) for row in this.by(Measure.HEAT)] == [(20, 20), (0, 11)]
    assert [(row.id, row.gain.heat, row.total.works) for row in last.rows] == [("37", 11, 2)]
    assert ids(board(staff, "work", whole=False)) == [made.works[2]], "only who gained anything"
    assert sorted(ids(board(staff, "work", whole=False, week=week - 1))) == sorted(made.works[:2])
    assert board(staff, "work", whole=False, week=3).rows == []


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
    rows = board(staff, "work").by(Measure.HEAT)
    assert [row.total.heat for row in rows] == [10, 10, 0]
    assert [row.id for row in rows] == [made.works[1], made.works[2], made.works[0]]
    made.do(("react", 0, 1, "like", True))
    for _ in range(10):
        made.do(("react", 0, 1, "view", False))
    made.fold()
    assert ids(board(staff, "work")) == [made.works[1], made.works[2], made.works[0]], "published earlier"
    short = board(staff, "work", top=1)
    assert (short.ranked, ids(short), ids(short, Measure.VIEWS)) == (3, [made.works[1]], [made.works[1]])


def test_a_cut_goes_through_ties_as_they_are_ranked(server: World) -> None:
    """Works that are equal in everything: those published earlier are the first, however few are asked for."""
    made = Campaign(server)
    for work in (1, 2, 0):  # neither the order of ids nor its reverse
        made.do(("publish", work))
        made.do(("react", work % 2, work, "like", False))
        made.world.clock.forward(seconds=60)
    made.fold()
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    for whole in (True, False):
        all_works = board(staff, "work", whole=whole)
        assert ids(all_works) == [made.works[1], made.works[2], made.works[0]]
        for top in (1, 2):
            short = board(staff, "work", whole=whole, top=top)
            for measure in Measure:
                assert ids(short, measure) == ids(all_works, measure)[:top], (whole, top, measure)


def test_organizations_and_people(server: World) -> None:
    made, staff = campaign(server)
    (row,) = board(staff, "organization").rows
    assert (row.id, row.members, row.participants, row.total.works) == (made.organizations[0], 2, 2, 3)
    assert [one.name for one in board(staff, "person").by(Measure.HEAT)] == ["作者0", "作者1"]
    made.do(("join", 1, 0, "left"))
    made.fold()
    (row,) = board(staff, "organization").rows
    assert (row.members, row.participants, row.total.works) == (1, 1, 2)


def test_what_is_excluded_or_suspended_is_left_out(server: World) -> None:
    made, staff = campaign(server)
    assert staff.post("/boards/exclusions", json={"work_id": made.works[2], "reason": "重复投稿"}).status_code == 200
    made.do(("suspend", 1, True))
    made.fold()
    assert ids(board(staff, "work")) == [made.works[0]]
    assert ids(board(staff, "region")) == ["37"]
    back = {"work_id": made.works[2], "out": False, "reason": "查明不是重复"}
    (line,) = staff.post("/boards/exclusions", json=back).json()["items"]
    assert (line["reason"], line["ended_at"]) == ("重复投稿", server.clock())
    assert staff.post("/boards/exclusions", json=back).json()["code"] == "wrong-state"
    made.fold()
    assert board(staff, "work").by(Measure.HEAT)[0].total.likes == 2, "nothing was lost"
    actions = [line["action"] for line in server.admin().get("/audit").json()["items"]]
    assert actions[:2] == ["include", "exclude"]


def test_a_region_sees_national_totals_and_its_own_detail(server: World) -> None:
    made, _staff = campaign(server)
    made.do(("exclude", 0, False))
    here = server.sign_in(server.staff(Role.UNION_STAFF, region="42"))
    assert ids(board(here, "region")) == ["42", "37"]
    works = board(here, "work")
    assert (works.region, works.ranked, [(row.id, row.ranks.heat) for row in works.rows]) == (
        "42",
        3,
        [(made.works[2], 1)],
    )
    assert board(here, "organization").rows == []
    asked = {"work_id": made.works[2], "reason": "重复投稿"}
    assert here.post("/boards/exclusions", json=asked).json()["code"] == "not-allowed"
    sealing = here.post("/boards/seals", json={"week": 1}, headers={"Idempotency-Key": "k" * 20})
    assert sealing.json()["code"] == "not-allowed"


def test_unchanged_boards_are_not_sent_again(server: World) -> None:
    made, staff = campaign(server)
    first = staff.get("/boards/live/region")
    server.clock.forward(seconds=5)
    again = staff.get("/boards/live/region", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    made.do(("react", 1, 0, "view", False))
    made.fold()
    assert staff.get("/boards/live/region", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_a_new_rule_counts_at_once(server: World) -> None:
    made, staff = campaign(server)
    admin = server.admin()
    ask = {"likes": 1, "favourites": 5, "shares": 5, "views": 100, "reason": "浏览更重要"}
    said = admin.post("/boards/rules", json=ask, headers={"Idempotency-Key": "r" * 20}).json()["items"]
    assert [(rule["version"], rule["views"]) for rule in said] == [(2, 100), (1, 1)]
    whole, week = board(staff, "region"), board(staff, "region", whole=False)
    assert [(row.id, row.total.heat) for row in whole.by(Measure.HEAT)] == [("37", 101), ("42", 2)]
    assert (whole.rule.version, week.by(Measure.HEAT)[0].gain.heat) == (2, 2)
    made.do(("react", 0, 2, "view", False))
    made.fold()
    assert [row.total.heat for row in board(staff, "region").by(Measure.HEAT)] == [102, 101]


def test_a_new_rule_finds_the_first_of_weeks_before_it(server: World) -> None:
    """By the new rule, also on the week in which it was set and after it, with all that comes later."""
    made = Campaign(server)
    for work in (0, 1, 2):
        made.do(("publish", work))
    for fan in range(2):  # a work with a like and a view, one with a share alone, in this week and the next
        for work, kind in ((0, "like"), (0, "view"), (1, "share")):
            made.do(("react", fan, work, kind, False))
        made.world.clock.forward(seconds=WEEK_S)
    made.world.clock.forward(seconds=-WEEK_S)
    made.fold()
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    week = week_of(server.clock())

    def firsts() -> list[list[str]]:
        return [ids(board(staff, "work", whole=False, week=one, top=1)) for one in (week - 1, week)]

    assert firsts() == [[made.works[0]], [made.works[0]]]
    ask = {"likes": 1, "favourites": 5, "shares": 100, "views": 1, "reason": "分享更重要"}
    said = server.admin().post("/boards/rules", json=ask, headers={"Idempotency-Key": "s" * 20})
    assert said.status_code == 200
    assert firsts() == [[made.works[1]], [made.works[1]]]
    for _ in range(2):
        made.do(("react", 1, 2, "share", False))
    made.fold()
    assert firsts() == [[made.works[1]], [made.works[2]]]


def test_an_unknown_board_or_week_is_refused(server: World) -> None:
    staff = server.sign_in(server.staff(Role.UNION_STAFF))
    assert staff.get("/boards/live/country").status_code == 422
    assert staff.get("/boards/live/region", params={"week": 18}).status_code == 422
    assert board(staff, "region").rows == []
    assert len(BoardKind) == 4
