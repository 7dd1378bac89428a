"""导入名单 at a real server: template, preview, import, errors of lines and files, the server away half-way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.views.members.page import MembersPage
from server.app import build_context
from server.models import Decision, Membership, RosterEntry
from tests.desktop.members.test_page import press
from tests.desktop.works.desk_world import DeskWorld, build
from tests.server.membership.people import Applicant, applicant, org_admin, organization
from tests.server.world import Caller, HandClock, World, prepare, running, settings_for

Key = Qt.Key


@pytest.fixture
def server(tmp_path: Path) -> Iterator[World]:
    """A real server on SQLite."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock, url = HandClock(), f"sqlite:///{folder / 'server.db'}"
    prepare(url, folder)
    context = build_context(settings_for(url, folder), clock)
    world = World(context, clock)
    with running(context) as world.url:
        yield world
        world.close()
    context.database.close()


@pytest.fixture
def mine(server: World) -> str:
    """The organization."""
    return organization(server)


@pytest.fixture
def admin(server: World, mine: str) -> Caller:
    """Its administrator."""
    return org_admin(server, mine)


@pytest.fixture
def world(server: World, admin: Caller, tmp_path: Path, qapp: QApplication) -> Iterator[DeskWorld]:
    """That person's desk, online."""
    world = build(tmp_path / "desk", qapp, language="en", url=server.url, person_id=admin.id, token=admin.token)
    world.context.sync.keep_offline(False)
    yield world
    world.context.sync.stop()
    server.context.feed_signal.close()  # ends the long poll
    world.close()


@pytest.fixture
def page(qtbot: QtBot, world: DeskWorld) -> Iterator[MembersPage]:
    """With the import open."""
    page = MembersPage(world.context)
    page.resize(QSize(1360, 872))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.activate()
    page.open_import()
    yield page
    page.close()
    page.deleteLater()


def book(path: Path, *rows: list[Any]) -> Path:
    """A workbook with the headings of the template."""
    workbook = Workbook()
    for row in (["工号", "姓名", "手机"], *rows):
        workbook.active.append(row)
    workbook.save(path)
    return path


def about(one: Applicant, name: str = "") -> list[Any]:
    """A line about an applicant."""
    return ["A1", name or one.name, one.phone]


def results(page: MembersPage) -> list[str]:
    """The column 结果."""
    return [row.cells[-1].text for row in page.roster.model.rows()]


def test_preview_then_import(
    qtbot: QtBot, server: World, page: MembersPage, mine: str, tmp_path: Path, world: DeskWorld
) -> None:
    """Nothing is applied until it is confirmed; then what matches has passed, on the server and in the table."""
    waits, differs, later = (applicant(server, name) for name in ("陈伟华", "王强", "赵敏"))
    for one in (waits, differs):
        one.joins(mine)
    page.roster.read_file(
        book(tmp_path / "名单.xlsx", about(waits), about(differs, "王小强"), about(later), ["A4", "", "13800000001"],
             ["A5", "孙平", "12345"], about(waits))
    )  # fmt: skip
    qtbot.waitUntil(lambda: page.roster.model.rowCount() == 6)
    assert results(page) == [
        "Will pass", "The applicant gave another name; review by hand", "No application yet; passes on arrival",
        "The name is missing", "Not an 11-digit mobile number", "The number stands above already",
    ]  # fmt: skip
    assert page.roster.import_button.text() == "Import 3 lines"
    page.roster.segments.setFocus()
    press(Key.Key_End)
    assert len(results(page)) == 3
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RosterEntry)) == 0
        assert set(session.scalars(select(Membership.state))) == {"pending"}
    page.roster.import_button.click()
    qtbot.waitUntil(lambda: page.roster.import_button.text() == "Done")
    assert "1 application passed" in page.roster.banner.accessibleName()
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RosterEntry)) == 3
        assert sorted(session.scalars(select(Membership.state))) == ["approved", "pending"]
    page.roster.import_button.click()
    assert not page.importing
    qtbot.waitUntil(lambda: page.feed.counts.approved == 1)
    assert page.table.hasFocus()


def test_the_server_away_half_way(
    qtbot: QtBot, server: World, page: MembersPage, mine: str, tmp_path: Path, world: DeskWorld
) -> None:
    """Trying again goes on: no line counts twice."""
    waits = applicant(server, "陈伟华")
    waits.joins(mine)
    page.roster.read_file(book(tmp_path / "a.xlsx", about(waits)))
    qtbot.waitUntil(lambda: page.roster.model.rowCount() == 1)
    confirm, sent = world.context.api.confirm_roster, []

    def lost(*args: Any) -> Any:
        """The answer gets lost on its way."""
        sent.append(confirm(*args))
        raise ConnectionResetError

    world.context.api.confirm_roster = lost  # type: ignore[method-assign]
    with qtbot.waitSignal(world.context.background.unhandled):
        page.roster.import_button.click()
    assert len(sent) == 1
    world.context.api.confirm_roster = confirm  # type: ignore[method-assign]
    page.roster.import_button.click()
    qtbot.waitUntil(lambda: page.roster.import_button.text() == "Done")
    assert results(page) == ["Passed"]
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Decision)) == 1


def test_offline_it_says_so_and_nothing_is_lost(
    qtbot: QtBot, page: MembersPage, tmp_path: Path, server: World, world: DeskWorld
) -> None:
    path = book(tmp_path / "a.xlsx", about(applicant(server)))
    world.context.sync.keep_offline(True)
    page.roster.read_file(path)
    qtbot.waitUntil(page.roster.banner.isVisible)
    assert page.roster.again.isVisible()
    assert page.roster.choose_button.isEnabled()
    world.context.sync.keep_offline(False)
    page.roster.again.click()
    qtbot.waitUntil(lambda: page.roster.model.rowCount() == 1)
    assert not page.roster.banner.isVisible()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a workbook", "This is not a workbook of Excel, or it is damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "An old .xls, or locked by a password"),
    ],
)
def test_a_file_that_cannot_be_used(qtbot: QtBot, page: MembersPage, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    page.roster.read_file(tmp_path / "a.xlsx")
    qtbot.waitUntil(page.roster.banner.isVisible)
    assert said in page.roster.banner.accessibleName()
    assert not page.roster.again.isVisible()
    assert not page.roster.choose_button.busy


def test_only_errors_can_be_looked_at_but_not_imported(qtbot: QtBot, page: MembersPage, tmp_path: Path) -> None:
    page.roster.read_file(book(tmp_path / "a.xlsx", ["1", "", ""], ["2", "王强", "=1+1"]))
    qtbot.waitUntil(lambda: page.roster.model.rowCount() == 2)
    assert results(page) == ["The name is missing", "A formula; put the value there"]
    assert not page.roster.import_button.isEnabled()
    press(Key.Key_Escape)
    assert not page.importing


def test_the_template_is_what_the_import_reads(qtbot: QtBot, page: MembersPage, tmp_path: Path) -> None:
    page.roster.template_button.click()
    dialog = page.roster.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "模板.xlsx"))
    qtbot.waitUntil(lambda: "The template is saved" in page.roster.banner.accessibleName())
    headings = next(load_workbook(tmp_path / "模板.xlsx").active.iter_rows(values_only=True))
    assert headings == ("工号", "姓名", "手机")
    dialog.close()
    page.roster._save_template(tmp_path / "没有这个文件夹" / "模板.xlsx")
    qtbot.waitUntil(lambda: "could not be saved" in page.roster.banner.accessibleName())


def test_the_keys_of_the_table_are_silent_meanwhile(
    qtbot: QtBot, page: MembersPage, world: DeskWorld, server: World, mine: str
) -> None:
    applicant(server, "陈伟华").joins(mine)
    page.close_import()
    qtbot.waitUntil(lambda: page.current() is not None)
    page.open_import()
    press(Key.Key_A, Key.Key_R)
    qtbot.wait(50)
    assert page.importing
    assert world.outbox() == []
    assert page.side.currentWidget() is page.detail
