"""Look-alikes: by phone, name, near name and document, both ways round, true when states change."""

import random
from typing import Any

from sqlalchemy import insert

from contract.registration import name_key
from server.models import Organization, Registration
from server.services import registrations_alike as alike
from tests.server.registration.applicants import Make, picture, registered
from tests.server.registration.test_deciding import decide, shown
from tests.server.world import World


def why(row: dict[str, Any]) -> dict[str, list[str]]:
    """Reasons by name of the other one."""
    return {other["name"]: other["why"] for other in row["look_alikes"]}


def test_names_phones_documents(server: World) -> None:
    """Each is found for its reason, and the earlier ones show the later one too."""
    context = server.context
    with context.database.writing() as session:
        session.add(
            Organization(
                id=context.new_id(), number="ORG-24-1", name="青岛 海湾化学", name_key=name_key("青岛 海湾化学"),
                region="37", created_at=server.clock(),
            )
        )  # fmt: skip
    seal = picture("navy", (80, 80))
    first = registered(context, name="山东鲁源风电有限公司", contact_phone="13611110001", proof=seal)
    registered(context, name="四川长江水运公司", contact_phone="13611110002")
    near = registered(context, name="山东鲁源风力发电有限责任公司", contact_phone="13611110003")
    same = registered(context, name="山东鲁源风电(股份)有限公司", contact_phone="13611110004")
    phone = registered(context, "13611110001", name="福建茶业合作社", contact_phone="13611110005")
    document = registered(context, name="云南边防学校", contact_phone="13611110006", proof=seal)
    organization = registered(context, name="青岛海湾化学", contact_phone="13611110007")
    rows = shown(server.admin())
    assert why(rows[first]) == {
        "山东鲁源风力发电有限责任公司": ["near-name"],
        "山东鲁源风电(股份)有限公司": ["same-name"],
        "福建茶业合作社": ["same-phone"],
        "云南边防学校": ["same-document"],
    }
    assert why(rows[same]) == {"山东鲁源风电有限公司": ["same-name"], "山东鲁源风力发电有限责任公司": ["near-name"]}
    assert set(why(rows[near])) == {"山东鲁源风电有限公司", "山东鲁源风电(股份)有限公司"}
    assert why(rows[phone]) == {"山东鲁源风电有限公司": ["same-phone"]}
    assert why(rows[document]) == {"山东鲁源风电有限公司": ["same-document"]}
    assert why(rows[organization]) == {"青岛 海湾化学": ["same-name"]}
    assert [other["score"] for other in rows[same]["look_alikes"]] == [100, 89]
    assert [other["score"] for other in rows[organization]["look_alikes"]] == [100]


def test_states_and_names_are_those_of_now(server: World, applicant: Make) -> None:
    """Approved, renamed, withdrawn: the other's row is sent anew, its version stays what its reviewer saw."""
    admin, one = server.admin(), applicant()
    mine = one.register(name="济南第一机床厂")
    other = registered(server.context, name="济南第一机床", contact_phone="13611110009")
    cursor = admin.pull()["cursor"]
    assert [found["state"] for found in shown(admin)[other]["look_alikes"]] == ["pending"]
    admin.push(decide(server, admin, mine["id"], 1, "reject", "org-no-seal"))
    page = admin.pull(cursor)
    assert other in [op[3][0] for op in page["ops"] if op[2] == "registration"]
    assert [found["state"] for found in shown(admin)[other]["look_alikes"]] == ["rejected"]
    one.correct(one.mine(), name="济南第一机床总厂")
    assert [(found["name"], found["state"]) for found in shown(admin)[other]["look_alikes"]] == [
        ("济南第一机床总厂", "pending")
    ]
    one.correct(one.mine(), name="完全不同的名称")
    assert shown(admin)[other]["look_alikes"] == []
    one.correct(one.mine(), name="济南第一机床厂")
    assert len(shown(admin)[other]["look_alikes"]) == 1
    one.call("POST", "/mine/withdraw")
    row = shown(admin)[other]
    assert (row["look_alikes"], row["version"]) == ([], 1)


def test_an_approved_one_is_shown_once(server: World) -> None:
    """Not a second time as the organization that it has become, and never as its own."""
    admin = server.admin()
    first = registered(server.context, name="泰山玻璃纤维")
    admin.push(decide(server, admin, first, 1))
    second = registered(server.context, name="泰山玻璃纤维")
    rows = shown(admin)
    assert [(found["kind"], found["state"]) for found in rows[second]["look_alikes"]] == [("registration", "approved")]
    assert [found["id"] for found in rows[first]["look_alikes"]] == [second]


def test_among_ten_thousand(world: World) -> None:
    """All are compared, the strongest ten are kept."""
    chance = random.Random(1)
    signs = "东西南北江河山海金木水火土天地光明华夏新远大成建安平和"
    now = world.clock()
    names = ["".join(chance.choices(signs, k=8)) for _ in range(10_000)] + ["红旗造船"] * 12 + ["红旗造船厂"]
    rows = [
        {
            "id": world.context.new_id(), "number": f"X-{number}", "version": 1, "name": name, "introduction": "",
            "name_key": name_key(name), "region": "37", "created_at": now,
        }
        for number, name in enumerate(names)
    ]  # fmt: skip
    with world.context.database.writing() as session:
        session.execute(insert(Organization), rows)
    id = registered(world.context, name="红旗造船")
    with world.context.database.reading() as session:
        found = session.get_one(Registration, id).look_alikes
    assert [one["why"] for one in found] == [["same-name"]] * alike.SHOWN
