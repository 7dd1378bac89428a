"""What the tab 成员审核 asks the store: pages, searches, counts, who waits."""

from typing import Any

import pytest

from contract.columns import COLUMNS
from desktop.store import Store, cache, members, outbox
from desktop.store.members import MemberFilter

KIND = "membership"
BUCKET = "org:1"
PEOPLE = (
    ("陈伟华", "cwh", "班组推荐参加，已拍好初稿", "pending"),
    ("李国强", "lgq", "转向架焊接班，想讲师徒传承", "pending"),
    ("王霞", "wx", "总装质检岗", "approved"),
    ("陈霞", "cx", "夜班的故事 99 号", "rejected"),
    ("欧阳敏", "oym", "叉车班", "withdrawn"),
)


def member(number: int, name: str, initials: str, reason: str, state: str, **changed: Any) -> dict[str, Any]:
    """An application as the feed brings it."""
    facts = dict.fromkeys(COLUMNS[KIND]) | {
        "id": f"01a2047e-9874-78c7-8920-{number:012d}", "version": 1, "state": state, "round": 1,
        "organization_id": "1",
        "organization_name": "鲁源轨道装备公司工会", "applicant_name": name, "initials": initials,
        "applicant_phone": "139****7715", "occupation": "焊工", "reason": reason, "applied_at": 1_000 + number,
        "in_roster": 0, "employee_no": "", "same_names": 0, "other_organizations": 0,
        "history": [{"at": 1_000 + number, "kind": "submitted", "by": "", "round": 1}],
    }  # fmt: skip
    return facts | changed


def put(store: Store, *rows: dict[str, Any]) -> None:
    """They arrive."""
    columns = list(COLUMNS[KIND])
    ops = [["P", BUCKET, KIND, [row[name] for name in columns]] for row in rows]
    cache.apply(store, {KIND: columns}, ops)


@pytest.fixture
def five(store: Store) -> Store:
    """The five of PEOPLE, one after the other."""
    put(store, *(member(number, *one) for number, one in enumerate(PEOPLE)))
    return store


def names(store: Store, **wanted: Any) -> list[str]:
    """Who is shown."""
    return [row.applicant_name for row in members.page(store, MemberFilter(**wanted))]


def test_those_that_took_it_back_are_not_shown(five: Store) -> None:
    assert names(five) == ["陈霞", "王霞", "李国强", "陈伟华"]
    assert names(five, segment="pending", sort="oldest") == ["陈伟华", "李国强"]
    assert names(five, sort="name") == ["陈伟华", "陈霞", "李国强", "王霞"]
    assert names(five, since=1_002) == ["陈霞", "王霞"]
    assert members.counts(five, MemberFilter()) == (4, 2, 1, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("陈", ["陈霞", "陈伟华"]), ("霞", ["陈霞", "王霞"]), ("陈伟", ["陈伟华"]), ("师徒", ["李国强"]),
        ("伟陈", []), ("cw", ["陈伟华"]), ("CWH", ["陈伟华"]), ("wh", []), ("99", ["陈霞"]), ("陈 夜班", ["陈霞"]),
        ("轨道", ["陈霞", "王霞", "李国强", "陈伟华"]), ("华 班", ["陈伟华"]), ("，", []), ('"', []),
        ("*", []), ("ＣＷＨ", ["陈伟华"]),
        ("敏", []),
    ],
)  # fmt: skip
def test_search(five: Store, text: str, found: list[str]) -> None:
    assert names(five, text=text) == found
    assert members.counts(five, MemberFilter(text=text)).all == len(found)


def test_the_search_follows_what_changes(five: Store) -> None:
    put(five, member(0, "陈伟华", "cwh", "换了理由", "approved", version=2))
    assert names(five, text="班组") == []
    assert names(five, text="换了") == ["陈伟华"]
    put(five, *(member(0, name, "x", "", "approved", version=3) for name in ("甲", "乙")))
    assert (names(five, text="甲"), names(five, text="乙"), names(five, text="伟")) == ([], ["乙"], [])
    cache.apply(five, {KIND: list(COLUMNS[KIND])}, [["R", BUCKET, KIND, member(0, *PEOPLE[0])["id"]]])
    put(five, member(9, "新人", "xr", "", "pending"))
    assert (names(five, text="乙"), names(five, text="新人")) == ([], ["新人"])


@pytest.mark.parametrize("sort", ["newest", "oldest", "name"])
@pytest.mark.parametrize("text", ["", "班"])
def test_pages_follow_each_other(store: Store, sort: Any, text: str) -> None:
    put(store, *(member(n, f"姓名{n % 7}", f"xm{n % 7}", "班", "pending", applied_at=n // 3) for n in range(450)))
    wanted, seen = MemberFilter(text=text, sort=sort), list[str]()
    last = None
    while rows := members.page(store, wanted, last):
        seen += [row.id for row in rows]
        last = rows[-1]
    assert len(seen) == len(set(seen)) == 450


def test_my_decisions_are_shown_until_they_are_confirmed(five: Store) -> None:
    args = {
        "kind": KIND,
        "subject_id": member(0, *PEOPLE[0])["id"],
        "base_version": 1,
        "verdict": "approve",
        "reasons": [],
    }
    row = outbox.append(five, "review.decide", args, {})
    shown = {one.applicant_name: one.pending for one in members.page(five, MemberFilter())}
    assert shown.pop("陈伟华") == row
    assert set(shown.values()) == {None}
    assert [one.name for one in members.waiting(five, MemberFilter())] == ["李国强"]
    assert [one.name for one in members.waiting(five, MemberFilter(text="班组"))] == []
    assert outbox.undo(five, row.id)
    assert [one.name for one in members.waiting(five, MemberFilter(text="班组"))] == ["陈伟华"]
    found = members.membership(five, member(0, *PEOPLE[0])["id"])
    assert found is not None
    assert found.history[0].kind == "submitted"
    assert members.membership(five, "nobody") is None
