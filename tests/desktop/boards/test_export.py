"""导出 on the tab: what is chosen is what is written; bulletin; failures in words; the audit, also when told later."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from contract.boards import BoardKind
from desktop.store import boards as kept
from desktop.views.boards.page import BoardsPage
from server.models import Audit
from tests.desktop.boards.conftest import WEEK, Desks
from tests.desktop.members.test_page import press
from tests.desktop.works.desk_world import DeskWorld
from tests.server.world import World

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[DeskWorld], BoardsPage]


@pytest.fixture
def ready(page: BoardsPage, qtbot: QtBot) -> BoardsPage:
    """All four boards of week 11 are there."""
    qtbot.waitUntil(lambda: len(page.side.panel.boards) == len(BoardKind), timeout=10_000)
    return page


def audited(server: World) -> list[dict[str, object]]:
    """What the audit knows of exports."""
    with server.context.database.reading() as session:
        return [dict(facts) for facts in session.scalars(select(Audit.facts).where(Audit.action == "export"))]


def test_a_workbook_by_keyboard(qtbot: QtBot, ready: BoardsPage, server: World, tmp_path: Path) -> None:
    """Ctrl+E asks where to; the sheets that are chosen are written, names masked, and it is audited."""
    panel = ready.side.panel
    panel.kinds[BoardKind.WORK].setChecked(False)
    press(Key.Key_E, modifier=CTRL)
    dialog = ready.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "云讲述周榜_第11周_1014-1020.xlsx"
    target = tmp_path / "周榜.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: panel.banner.isVisible() and not panel.writing, timeout=20_000)
    book = load_workbook(target)
    assert "作品热榜" not in book.sheetnames
    assert {"赛区榜", "组织榜", "达人榜"} <= set(book.sheetnames)
    people = [cell.value for row in book["达人榜"].iter_rows() for cell in row]
    assert "作*0" in people
    assert "作者0" not in people
    assert [(line["what"], line["masked"], line["revision"]) for line in audited(server)] == [("workbook", True, 0)]


def test_the_preview_is_what_is_written(ready: BoardsPage) -> None:
    """Sheets and columns follow the boxes."""
    panel = ready.side.panel
    assert [one.sheet for one in panel._previews][:4] == ["赛区榜", "组织榜", "作品热榜", "达人榜"]
    wide = len(panel._previews[0].headings)
    panel.movement.setChecked(False)
    assert len(panel._previews[0].headings) < wide
    assert panel.model.rowCount() == 2
    for box in panel.kinds.values():
        box.setChecked(False)
    assert not panel.button.isEnabled()


def test_a_bulletin(qtbot: QtBot, ready: BoardsPage, server: World, tmp_path: Path) -> None:
    """PDF and picture beside it."""
    ready.side.panel.write_bulletin(tmp_path / "周报.pdf")
    qtbot.waitUntil(lambda: not ready.side.panel.bulletin_button.busy, timeout=20_000)
    with pypdfium2.PdfDocument(tmp_path / "周报.pdf") as document:
        page = document[0]
        text = page.get_textpage()
        assert "湖北" in text.get_text_range()
        text.close()
        page.close()
    with Image.open(tmp_path / "周报.png") as picture:
        assert picture.width == 1080
    assert [line["what"] for line in audited(server)] == ["bulletin"]


def test_a_folder_in_the_way(qtbot: QtBot, ready: BoardsPage, tmp_path: Path) -> None:
    """It is said, what is there is kept, and the button works again."""
    (tmp_path / "榜.xlsx").mkdir()
    panel = ready.side.panel
    panel.write(tmp_path / "榜.xlsx")
    qtbot.waitUntil(lambda: panel.banner.isVisible() and not panel.writing, timeout=20_000)
    assert panel.banner.kind == "error"
    assert panel.banner._title.text() == "A folder has this name"
    assert panel.button.isEnabled()


def test_offline_it_is_written_and_told_later(
    qtbot: QtBot, ready: BoardsPage, desks: Desks, show: Show, server: World, tmp_path: Path
) -> None:
    """The workbook of a sealed week needs no server; the audit is told when there is one again."""
    world = desks._open["desk"]
    qtbot.waitUntil(lambda: not world.on_store(kept.missing), timeout=10_000)
    ready.deactivate()
    desks.end()
    world = desks.open(online=False)
    page = show(world)
    page.feed.step(WEEK - 1 - (page.feed.week or 0))
    qtbot.waitUntil(lambda: len(page.side.panel.boards) == len(BoardKind), timeout=10_000)
    page.side.panel.write(tmp_path / "周榜.xlsx")
    qtbot.waitUntil(lambda: not page.side.panel.writing, timeout=20_000)
    assert (tmp_path / "周榜.xlsx").exists()
    assert audited(server) == []
    assert len(world.on_store(kept.export_notes)) == 1
    world.context.sync.keep_offline(False)
    qtbot.waitUntil(lambda: not world.on_store(kept.export_notes), timeout=10_000)
    assert [line["revision"] for line in audited(server)] == [1]
    assert QApplication.activeModalWidget() is None
