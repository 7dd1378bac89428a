"""Two people decide about the same work: the first wins, the second sees who, when and what; nothing is lost."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from contract.campaign import SHANGHAI
from contract.roles import Role
from desktop.ui.segments import Segments
from desktop.views.browse.page import BrowsePage
from desktop.views.browse.take_over import TakeOverDialog
from tests.together.cable import Cable
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, SHIFT, Decided, Key, Screen
from tests.together.server import ServerProcess

WHY = "urgent, on leave"  # QTest types ASCII alone


class Overtaken:
    """Two desks: `a` keeps offline while `b`, an administrator, takes a work over and approves it; `a` rejects it."""

    def __init__(self, server: ServerProcess, desks: Desks, clip: Path, wire: Cable) -> None:
        self.server = server
        self.a_label, self.b_label = "审核员 0002", "审核员 0003"
        self.works = server.add_works(3, clip)
        moderator, self.admin = server.world.staff(), server.world.staff(Role.PLATFORM_ADMIN)
        server.start()
        self.a: Screen = desks.open("a")
        self.a.sign_in(wire.url, server.account(moderator))
        self.a.claim_until(3)
        self.a.wait_for_videos()
        self._keep_offline()
        self.a.until(lambda: self.a.status("network") == "保持离线")
        wire.set()  # the long poll that is under way breaks
        self.b: Screen = desks.open("b")
        self.b.sign_in(server.url, server.account(self.admin))
        self._take_over(self.works[0])
        before = datetime.now(SHANGHAI)
        self.theirs: Decided = self.b.approve()
        assert self.theirs.work == self.works[0]
        self.b.until(lambda: server.states()[self.works[0]] == "published")
        self.at = {f"{at:%H:%M}" for at in (before, datetime.now(SHANGHAI))}
        self.a.come_forward()
        self.mine: Decided = self.a.reject(3)
        assert self.mine.work == self.works[0]
        self.a.until(lambda: self.a.status("outbox") == "发件箱 1")
        assert [one.status for one in server.decisions()] == ["applied"]
        self._keep_offline()
        self.a.until(lambda: self.a.status("conflicts") == "冲突 1")

    def show(self) -> str:
        """The conflict in the queue of `a`; every word of it."""
        self.a.show_segment("冲突")
        self.a.until(lambda: self.a.segment() == "冲突 1")
        self.a.page.queue.list.setFocus()
        self.a.press(Key.Key_Down)
        self.a.until(lambda: self.a.page.subject() == self.mine.work)
        return self.a.says("已保留")

    def _keep_offline(self) -> None:
        self.a.press(Key.Key_O, CONTROL | SHIFT)

    def _take_over(self, work: str) -> None:
        """By keys: 全部作品, down to the work, Enter, the reason, Enter; the works tab shows it then."""
        self.b.press(Key.Key_2, CONTROL)
        assert self.b.window.workspace is not None
        page = self.b.window.workspace.page()
        assert isinstance(page, BrowsePage)
        self.b.until(lambda: len(page.feed.works) == len(self.works))
        page.table.setFocus()
        self.b.press(Key.Key_Home)
        for _ in self.works:
            if page.subject() != work:
                self.b.press(Key.Key_Down)
        self.b.until(lambda: page.subject() == work)
        self.b.press(Key.Key_Return)
        self.b.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit) and page.opening.dialog is not None)
        QTest.keyClicks(QApplication.focusWidget(), WHY)
        self.b.press(Key.Key_Return)
        self.b.until(lambda: self.b.window.workspace.page_id() == "works")
        self.b.until(lambda: self.b.page.subject() == work)
        self.b.until(lambda: not any(isinstance(one, TakeOverDialog) for one in QApplication.topLevelWidgets()))
        self.b.come_forward()  # without a window manager nobody is active after a dialog


@pytest.fixture
def overtaken(server: ServerProcess, desks: Desks, clip: Path, cable: Callable[..., Cable]) -> Overtaken:
    """The conflict has arrived at the desk of `a`."""
    return Overtaken(server, desks, clip, cable())


def test_the_first_decision_holds_and_the_second_is_shown_beside_it(overtaken: Overtaken) -> None:
    server, a, b, work = overtaken.server, overtaken.a, overtaken.b, overtaken.mine.work
    statuses = {(one.verdict, one.reasons, one.status) for one in server.decisions() if one.work == work}
    assert statuses == {("approve", (), "applied"), ("reject", ("watermark",), "superseded")}
    assert server.states()[work] == "published"
    assert len(server.notices()[work]) == 1
    assert [(row.subject_id, row.facts["reason"]) for row in server.audited("take-over")] == [(work, WHY)]

    a.press(Key.Key_2, CONTROL)
    words = a.says(overtaken.b_label, "已通过", "服务器现行结果", "有平台水印或 Logo", overtaken.mine.title)
    assert any(at in words for at in overtaken.at), words
    a.press(Key.Key_1, CONTROL)
    assert overtaken.b_label in overtaken.show()

    b.come_forward()
    b.wait_for_confirmation(overtaken.theirs)
    assert (b.status("outbox"), b.status("conflicts")) == ("发件箱 0", "")

    a.come_forward()
    a.show_segment("待审")
    a.until(lambda: len(a.rows()) == 2)
    a.page.queue.list.setFocus()
    a.press(Key.Key_Down)
    a.until(lambda: a.page.subject() in overtaken.works[1:])
    rest = [a.approve().work, a.approve().work]
    assert sorted(rest) == sorted(overtaken.works[1:])
    a.until(lambda: {one.work for one in server.decisions() if one.status == "applied"} == set(overtaken.works))
    a.until(lambda: a.status("outbox") == "发件箱 0")
    assert a.status("conflicts") == "冲突 1"


def test_accepting_the_other_result(overtaken: Overtaken) -> None:
    overtaken.show()
    a, server = overtaken.a, overtaken.server
    a.press(Key.Key_2)
    a.until(lambda: a.status("conflicts") == "")
    a.until(lambda: a.status("outbox") == "发件箱 0")
    a.until(lambda: [row.facts["choice"] for row in server.audited("resolve")] == ["accept"])
    assert server.states()[overtaken.mine.work] == "published"
    assert len(server.decisions()) == 2


def test_objecting_asks_a_platform_admin_for_a_second_look(overtaken: Overtaken) -> None:
    overtaken.show()
    a, b, server = overtaken.a, overtaken.b, overtaken.server
    a.press(Key.Key_1)
    a.until(lambda: a.status("conflicts") == "")
    a.until(lambda: [row.facts["choice"] for row in server.audited("resolve")] == ["object"])

    b.come_forward()
    b.press(Key.Key_6, CONTROL)
    choice = next(one for one in b.window.findChildren(Segments) if one.isVisible())
    choice.setFocus()
    b.press(Key.Key_Down)
    b.until(lambda: choice.accessibleDescription().endswith(" 1"))
    b.says("有平台水印或 Logo", "YJS-24-100001", overtaken.a_label)
