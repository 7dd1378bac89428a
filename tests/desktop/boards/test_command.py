"""`main.py export` as a schedule runs it: a process of its own, a real server, a real keyring, no window."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from contract.roles import Role
from desktop.desk import Desk
from desktop.one_desk import OneDesk
from desktop.paths import Paths
from desktop.settings import KEEP_OFFLINE, Settings
from server.models import TokenFamily
from tests.desktop.boards.conftest import WEEK
from tests.desktop.boards.test_export import audited
from tests.desktop.shell.screen import SOON_MS, sign_in
from tests.server.boards.test_counting import Campaign
from tests.server.world import World

ROOT = Path(__file__).parents[3]
Export = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Runs the command on the test's profile."""

    def run(week: object, out: Path, *more: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "main.py", "export", "--week", str(week), "--out", str(out), *more]
        command += ["--profile", str(tmp_path / "profile")]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    return run


def remember(qtbot: QtBot, app: QApplication, profile: Path, server: World, role: Role = Role.UNION_STAFF) -> None:
    """Somebody signs in at the desk, is remembered, and quits."""
    server.staff(role, "weekly")
    desk = Desk(app, Paths(profile))
    assert desk.start()
    sign_in(qtbot, desk, server.url, "weekly")
    context = desk.app_context
    assert context is not None
    qtbot.waitUntil(lambda: context.sync.up_to_date, timeout=SOON_MS)
    desk.leave()
    server.context.feed_signal.close()  # ends the long poll
    desk.deleteLater()


@pytest.fixture
def staff(
    qtbot: QtBot, qapp: QApplication, server: World, campaign: Campaign, secret_service: str, tmp_path: Path
) -> World:
    """National staff are remembered in the profile; week 10 is sealed, week 11 not."""
    remember(qtbot, qapp, tmp_path / "profile", server)
    return server


def cells(path: Path) -> dict[str, list[object]]:
    """All cells but the moment of the export."""
    book = load_workbook(path)
    return {
        sheet.title: [cell.value for row in sheet.iter_rows() for cell in row if not _is_moment(cell.value)]
        for sheet in book.worksheets
    }


def _is_moment(value: object) -> bool:
    return hasattr(value, "hour")


def test_a_sealed_week(staff: World, export: Export, tmp_path: Path) -> None:
    """All boards, names masked, audited; the week again is the same workbook; a folder gets the usual name."""
    done = export(WEEK - 1, tmp_path / "周榜.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"已写出：{tmp_path / '周榜.xlsx'}"
    book = cells(tmp_path / "周榜.xlsx")
    assert {"赛区榜", "组织榜", "作品热榜", "达人榜"} <= book.keys()
    assert "作*0" in book["达人榜"]
    folder = tmp_path / "每周"
    folder.mkdir()
    assert export("last", folder).returncode == 0
    (again,) = folder.iterdir()
    assert again.name == "云讲述周榜_第10周_1007-1013.xlsx"
    assert cells(again) == book
    assert [(line["what"], line["revision"]) for line in audited(staff)] == [("workbook", 1)] * 2


def test_only_some_boards_with_full_names(staff: World, export: Export, tmp_path: Path) -> None:
    done = export(WEEK - 1, tmp_path / "达人.xlsx", "--board", "person", "--full-names")
    assert done.returncode == 0, done.stderr
    book = cells(tmp_path / "达人.xlsx")
    assert "作者0" in book["达人榜"]
    assert "赛区榜" not in book


def test_the_bulletin(staff: World, export: Export, tmp_path: Path) -> None:
    """.pdf is the bulletin."""
    assert export("last", tmp_path / "周报.pdf").returncode == 0
    with pypdfium2.PdfDocument(tmp_path / "周报.pdf") as document:
        assert len(document) == 1
    assert (tmp_path / "周报.png").stat().st_size > 10_000


def test_a_week_that_is_not_sealed(staff: World, export: Export, tmp_path: Path) -> None:
    """Refused, unless somebody wants it as it is now."""
    done = export(WEEK, tmp_path / "周榜.xlsx")
    assert done.returncode == 1
    assert "第 11 周还没有封榜" in done.stderr
    assert "没有写出文件" in done.stderr
    assert not (tmp_path / "周榜.xlsx").exists()
    assert export(WEEK, tmp_path / "周榜.xlsx", "--unsealed").returncode == 0
    assert any("未封榜" in str(value) for value in next(iter(cells(tmp_path / "周榜.xlsx").values())))


def test_without_a_network(qtbot: QtBot, staff: World, export: Export, tmp_path: Path) -> None:
    """What was brought before is written as it is here; the audit hears of it later. What is not here is said."""
    assert export(WEEK - 1, tmp_path / "online.xlsx").returncode == 0
    settings = Settings(Paths(tmp_path / "profile").settings_file)
    settings.set(KEEP_OFFLINE, True)
    settings.flush()
    assert export(WEEK - 1, tmp_path / "offline.xlsx").returncode == 0
    assert cells(tmp_path / "offline.xlsx") == cells(tmp_path / "online.xlsx")
    done = export(WEEK, tmp_path / "周榜.xlsx", "--unsealed")
    assert (done.returncode, "没有全部在这台电脑上" in done.stderr) == (1, True)
    assert len(audited(staff)) == 1
    settings.set(KEEP_OFFLINE, False)
    settings.flush()
    assert export(WEEK - 1, tmp_path / "online.xlsx").returncode == 0
    assert len(audited(staff)) == 3


def test_what_cannot_be_written_is_said(staff: World, export: Export, tmp_path: Path) -> None:
    """No such folder; the sign-in was ended on the server: nothing is written of what is still here."""
    done = export(WEEK - 1, tmp_path / "没有" / "周榜.xlsx")
    assert (done.returncode, "文件夹不存在" in done.stderr) == (1, True), done.stderr
    with staff.context.database.writing() as session:
        session.execute(update(TokenFamily).values(ended_at=staff.clock()))
    done = export(WEEK - 1, tmp_path / "周榜.xlsx")
    assert done.returncode == 1
    assert "登录" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "周榜.xlsx").exists()


def test_the_desk_is_open(qtbot: QtBot, export: Export, tmp_path: Path) -> None:
    """It is said and nobody's window jumps up."""
    open_desk = OneDesk(tmp_path / "profile")
    (tmp_path / "profile").mkdir()
    assert open_desk.take()
    done = export("last", tmp_path)
    open_desk.leave()
    assert done.returncode == 1
    assert "工作台正开着" in done.stderr


def test_nobody_is_remembered(export: Export, tmp_path: Path) -> None:
    done = export("last", tmp_path)
    assert (done.returncode, "没有保持登录的人" in done.stderr) == (1, True)


def test_others_have_no_boards(
    qtbot: QtBot, qapp: QApplication, server: World, secret_service: str, export: Export, tmp_path: Path
) -> None:
    remember(qtbot, qapp, tmp_path / "profile", server, Role.MODERATOR)
    done = export("last", tmp_path)
    assert (done.returncode, "没有排行榜" in done.stderr) == (1, True)


@pytest.mark.parametrize("week", ["0", "18", "x", "１"])
def test_no_such_week(export: Export, tmp_path: Path, week: str) -> None:
    done = export(week, tmp_path)
    assert (done.returncode, "1…17" in done.stderr) == (2, True)
