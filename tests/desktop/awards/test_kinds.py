"""奖项类别: a platform administrator sets the next version; union staff read; somebody else was faster."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contract.awards import Period
from contract.boards import BoardKind, Measure
from contract.roles import Role
from desktop.views.awards.kind_checks import faults
from desktop.views.awards.page import AwardsPage
from tests.desktop.awards.conftest import Desks
from tests.desktop.members.test_page import press
from tests.server.awards.ceremony import set_kind
from tests.server.world import World

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
GOOD = {
    "kind": "weekly", "base_version": 1, "name": "周度达人", "subject": "person", "period": "week", "week": 0,
    "measure": "heat", "top": 3, "per_region": 0, "min_works": 1, "reserves": 2, "active": True, "reason": "试行",
}  # fmt: skip


def admins(qtbot: QtBot, desks: Desks) -> AwardsPage:
    """The kinds on the desk of a platform admin, with the bar at 周度达人."""
    page = desks.show(qtbot, desks.open(Role.PLATFORM_ADMIN))
    press(Key.Key_K, modifier=ALT)
    assert page.shows_kinds
    page.kinds.table.select("weekly")
    assert page.kinds.form.name.text() == "周度达人"
    return page


def test_the_next_version(qtbot: QtBot, desks: Desks) -> None:
    """It is in force at once; all versions stay to be read."""
    page = admins(qtbot, desks)
    form = page.kinds.form
    form.numbers["top"].setText("5")
    form.week.setCurrentIndex(form.week.findData(10))
    form.save.click()
    assert form.fields["reason"].error() == "2 to 200 characters", "nothing was asked"
    form.reason.setText("more places")
    form.save.click()
    qtbot.waitUntil(form.banner.isVisible)
    assert form.banner._title.text() == "Version 2 is in force"
    kind = next(one for one in page.feed.in_force() if one.kind == "weekly")
    assert (kind.version, kind.top, kind.week, kind.reason) == (2, 5, 10, "more places")
    assert (kind.subject, kind.period, kind.measure) == (BoardKind.PERSON, Period.WEEK, Measure.HEAT)
    assert page.kinds.versions.rows.rowCount() == 2
    press(Key.Key_Escape)
    assert page.kinds.table.hasFocus()
    press(Key.Key_Escape)
    assert not page.shows_kinds


def test_a_new_kind(qtbot: QtBot, desks: Desks) -> None:
    page = admins(qtbot, desks)
    page.kinds.add.click()
    form = page.kinds.form
    assert form.code.hasFocus()
    form.save.click()
    assert set(page.kinds.form.values()) == set(GOOD)
    assert form.fields["kind"].error()
    form.code.setText("best-work")
    form.name.setText("最佳作品")
    form.subject.setCurrentIndex(form.subject.findData("work"))
    form.reason.setText("first time")
    form.save.click()
    qtbot.waitUntil(lambda: page.kinds.table.current_id() == "best-work")
    assert form.base_version == 1
    assert form.code.isReadOnly()


def test_somebody_was_faster(qtbot: QtBot, desks: Desks, server: World) -> None:
    """It is said who; the form stays, and saving again makes the version after theirs."""
    page = admins(qtbot, desks)
    form = page.kinds.form
    form.numbers["top"].setText("7")
    form.reason.setText("seven now")
    set_kind(server.admin(), base_version=1, top=4)
    form.save.click()
    qtbot.waitUntil(form.banner.isVisible)
    assert "has set version 2 meanwhile" in form.banner._title.text()
    assert (form.numbers["top"].text(), form.reason.text()) == ("7", "seven now")
    form.save.click()
    qtbot.waitUntil(lambda: form.banner._title.text() == "Version 3 is in force")
    assert [one.top for one in page.feed.kinds if one.kind == "weekly"] == [7, 4, 3]


def test_a_lost_answer_makes_one_version(qtbot: QtBot, desks: Desks) -> None:
    page = admins(qtbot, desks)
    form = page.kinds.form
    form.reason.setText("once more")
    cable = desks.cables[-1]
    cable.lose = lambda line: "POST /api/v1/awards/kinds" in line
    form.save.click()
    qtbot.waitUntil(form.banner.isVisible, timeout=10_000)
    assert form.reason.text() == "once more"
    cable.lose = lambda _line: False
    form.save.click()
    qtbot.waitUntil(lambda: form.banner._title.text() == "Version 2 is in force")


def test_union_staff_read(qtbot: QtBot, page: AwardsPage) -> None:
    page.open_kinds()
    assert page.kinds.table.rows.rowCount() == 3
    assert not page.kinds.form.isVisible()
    assert not page.kinds.add.isVisible()


def test_what_the_server_would_refuse() -> None:
    assert faults(GOOD) == {}
    bad = {
        "kind": "Übel",
        "name": "短",
        "reason": "",
        "top": 0,
        "per_region": 1_001,
        "min_works": None,
        "reserves": 201,
    }
    assert set(faults(GOOD | bad)) == set(bad)
