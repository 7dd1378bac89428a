"""Two people decide about the same work: the first wins, the second sees who, when and what; nothing is lost."""

from datetime import datetime
from pathlib import Path

import pytest

from contract.campaign import SHANGHAI
from contract.roles import Role
from desktop.ui.segments import Segments
from tests.server.world import Caller
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, SHIFT, Decided, Key, Screen
from tests.together.server import ServerProcess


class Overtaken:
    """A desk whose first work was taken over by an administrator who approved it; the desk rejected it meanwhile."""

    def __init__(self, server: ServerProcess, desks: Desks, clip: Path) -> None:
        self.server = server
        self.mine_label, self.their_label = "审核员 0002", "审核员 0003"
        works = server.add_works(3, clip)
        moderator = server.world.staff()
        self.admin: Caller = server.caller(server.world.staff(Role.PLATFORM_ADMIN))
        server.start()
        self.screen: Screen = desks.open()
        self.screen.sign_in(server.url, server.account(moderator))
        self.screen.claim_until(3)
        self.screen.wait_for_videos()
        self._keep_offline()
        self.screen.until(lambda: self.screen.status("network") == "保持离线")
        lease = self.admin.post(f"/works/{works[0]}/take-over", json={"reason": "加急"}).json()["leases"][0]
        assert self.admin.push(self.admin.decide(lease))[0]["status"] == "applied"
        self.at = datetime.now(SHANGHAI)
        self.mine: Decided = self.screen.reject(3)
        assert self.mine.work == works[0]
        self.screen.until(lambda: self.screen.status("outbox") == "发件箱 1")
        self._keep_offline()
        self.screen.until(lambda: self.screen.status("conflicts") == "冲突 1")

    def show(self) -> str:
        """The conflict on screen; every word of it."""
        self.screen.show_segment("冲突")
        self.screen.until(lambda: self.screen.segment() == "冲突 1")
        self.screen.page.queue.list.setFocus()
        self.screen.press(Key.Key_Down)
        self.screen.until(lambda: self.screen.page.subject() == self.mine.work)
        return self.screen.says("已保留")

    def _keep_offline(self) -> None:
        self.screen.press(Key.Key_O, CONTROL | SHIFT)


@pytest.fixture
def overtaken(server: ServerProcess, desks: Desks, clip: Path) -> Overtaken:
    """The conflict has arrived at the desk."""
    return Overtaken(server, desks, clip)


def test_the_first_decision_holds_and_the_second_is_shown_beside_it(overtaken: Overtaken) -> None:
    server, mine = overtaken.server, overtaken.mine
    words = overtaken.show()
    assert overtaken.their_label in words
    assert f"{overtaken.at:%H}:" in words
    assert "已通过" in words or "通过这件作品" in words
    assert "有平台水印或 Logo" in words, "my reasons"
    assert server.states()[mine.work] == "published"
    statuses = {(one.verdict, one.status) for one in server.decisions() if one.work == mine.work}
    assert statuses == {("approve", "applied"), ("reject", "superseded")}
    assert len(server.notices()[mine.work]) == 1
    assert overtaken.screen.status("outbox") == "发件箱 0"


def test_accepting_the_other_result(overtaken: Overtaken) -> None:
    overtaken.show()
    overtaken.screen.press(Key.Key_2)
    overtaken.screen.until(lambda: overtaken.screen.status("conflicts") == "")
    overtaken.screen.until(lambda: overtaken.screen.status("outbox") == "发件箱 0")
    server = overtaken.server
    overtaken.screen.until(lambda: [row.facts["choice"] for row in server.audited("resolve")] == ["accept"])
    assert server.states()[overtaken.mine.work] == "published"
    assert len(server.decisions()) == 2


def test_objecting_asks_a_platform_admin_for_a_second_look(overtaken: Overtaken, desks: Desks) -> None:
    overtaken.show()
    overtaken.screen.press(Key.Key_1)
    overtaken.screen.until(lambda: overtaken.screen.status("conflicts") == "")
    server = overtaken.server
    overtaken.screen.until(lambda: [row.facts["choice"] for row in server.audited("resolve")] == ["object"])
    looks = overtaken.admin.get("/second-looks").json()["items"]
    assert [(look["work_id"], look["state"]) for look in looks] == [(overtaken.mine.work, "open")]
    assert "有平台水印或 Logo" in looks[0]["objection"]

    admins = desks.open("admin")
    admins.sign_in(server.url, server.account(overtaken.admin.id))
    admins.press(Key.Key_3, CONTROL)
    choice = next(one for one in admins.window.findChildren(Segments) if one.isVisible())
    choice.setFocus()
    admins.press(Key.Key_Down)
    admins.until(lambda: choice.accessibleDescription().endswith(" 1"))
    admins.says("有平台水印或 Logo", "YJS-24-100001", overtaken.mine_label)
