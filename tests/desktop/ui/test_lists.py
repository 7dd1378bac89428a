"""Row model, queue, table."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.queue_delegate import MediaRow
from desktop.ui.queue_list import MediaList, MediaModel
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Action, Cell, TableRow
from desktop.ui.theme import theme_of
from tests.desktop.ui.pixels import color_at, picture, share_of

ids = st.lists(st.sampled_from("abcdefgh"), unique=True)


def media(ids: list[str], note: str = "") -> list[MediaRow]:
    return [MediaRow(one, f"作品 {one}", "山东 · 某厂", "1:00", note=note) for one in ids]


@given(ids, ids, st.text(max_size=1))
def test_any_update_ends_in_the_asked_rows_and_indexes_follow_their_rows(
    before: list[str], after: list[str], note: str
) -> None:
    model = MediaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(media(before))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    held = {one: QPersistentModelIndex(model.index_of(one)) for one in before}
    model.set_rows(media(after, note))
    assert model.rows() == media(after, note)
    assert not resets
    for one, index in held.items():
        assert index.isValid() == (one in after)
        if one in after:
            assert index.row() == after.index(one)


def test_an_unchanged_row_is_not_announced(qtbot: QtBot) -> None:
    model = MediaModel()
    rows = media(["a", "b", "c"])
    model.set_rows(rows)
    heard: list[int] = []
    model.dataChanged.connect(lambda first, _last: heard.append(first.row()))
    model.set_rows([rows[0], replace(rows[1], state="已缓存"), rows[2]])
    assert heard == [1]


@pytest.fixture
def queue(qtbot: QtBot) -> MediaList:
    model = MediaModel()
    pictures = {"red": QPixmap(160, 90)}
    pictures["red"].fill(QColor("#ff0000"))
    made = MediaList(model, pictures.get)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(304, 400)
    model.set_rows(media(list("abcdefgh")))
    made.show()
    made.activateWindow()
    qtbot.wait_until(made.isActiveWindow)
    return made


def test_a_refresh_keeps_the_selection(queue: MediaList) -> None:
    queue.select("d")
    heard: list[str] = []
    queue.current_changed.connect(heard.append)
    queue.rows.set_rows(media(["z", "d", "b", "a"], "1 项提示"))
    assert queue.current_id() == "d"
    assert heard == []
    queue.rows.set_rows(media(["z", "b", "a"]))
    assert queue.current_id() in {"z", "b", "a"}, "a neighbour takes over"


def test_arrows_and_end_move(queue: MediaList) -> None:
    queue.select("a")
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Down)
    assert queue.current_id() == "b"
    QTest.keyClick(queue, Qt.Key.Key_End)
    assert queue.current_id() == "h"


def test_letters_and_space_reach_the_window_above(qtbot: QtBot) -> None:
    class Above(QWidget):
        heard = ""

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.heard += event.text()

    above = Above()
    qtbot.addWidget(above)
    model = MediaModel(above)
    inside = MediaList(model, parent=above)
    model.set_rows([MediaRow("a", "xyz"), MediaRow("b", "arm"), MediaRow("c", "rat")])
    above.show()
    inside.select("a")
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_Space):
        QTest.keyClick(inside, key)
    assert above.heard == "ar "
    assert inside.current_id() == "a", "no type-ahead"


def test_enter_opens(qtbot: QtBot, queue: MediaList) -> None:
    queue.select("c")
    with qtbot.waitSignal(queue.opened) as heard:
        QTest.keyClick(queue, Qt.Key.Key_Return)
    assert heard.args == ["c"]


def test_rows_have_the_agreed_heights(queue: MediaList) -> None:
    index = queue.rows.index_of("a")
    assert queue.visualRect(index).height() == 72
    queue.set_compact(True)
    assert queue.visualRect(index).height() == 60


def test_current_row_picture_and_dimming_are_painted(queue: MediaList) -> None:
    rows = media(["a", "b"])
    queue.rows.set_rows([replace(rows[0], thumb="red", duration=""), replace(rows[1], thumb="red", dimmed=True)])
    queue.select("a")
    theme, image = theme_of(), picture(queue.viewport())
    assert color_at(image, 1, 30) == theme.color("accentBar").name()
    assert color_at(image, 8, 30) == theme.color("selected").name()
    assert color_at(image, 8, 100) == theme.color("surface").name()
    assert color_at(image, 60, 30) == "#ff0000"
    faint = QColor(color_at(image, 60, 100))
    assert 130 <= faint.green() <= 150, "45 % of red over white"


def test_a_picture_that_comes_later_is_shown(queue: MediaList) -> None:
    rows = media(["a"])
    queue.rows.set_rows([replace(rows[0], thumb="late")])
    assert share_of(picture(queue.viewport()), QColor("#00ff00")) == 0
    green = QPixmap(90, 160)
    green.fill(QColor("#00ff00"))
    queue.delegate._pictures = {"late": green}.get
    queue.rows.touch("a")
    assert share_of(picture(queue.viewport()), QColor("#00ff00")) > 0.02


COLUMNS = (Column("check", "", 40), Column("name", "申请人", 100, flex=1), Column("act", "操作", 132))
BOTH = (Action("approve", "通过", "ok"), Action("reject", "驳回…", "no"))


def table_rows(count: int) -> list[TableRow]:
    return [TableRow(str(n), (Cell(checked=False), Cell(f"人 {n}"), Cell(actions=BOTH))) for n in range(count)]


@pytest.fixture
def table(qtbot: QtBot) -> TableView:
    model = TableModel(COLUMNS)
    made = TableView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 300)
    model.set_rows(table_rows(5))
    made.show()
    made.activateWindow()
    qtbot.wait_until(made.isActiveWindow)
    return made


def test_flexible_columns_take_what_is_left(table: TableView) -> None:
    assert sum(table.columnWidth(place) for place in range(3)) == table.viewport().width()
    assert (table.columnWidth(0), table.columnWidth(2)) == (40, 132)
    table.resize(900, 300)
    assert sum(table.columnWidth(place) for place in range(3)) == table.viewport().width()
    table.resize(150, 300)
    assert table.columnWidth(1) == 100


def test_a_click_on_an_inline_action_acts_and_beside_it_does_not(table: TableView) -> None:
    heard: list[tuple[str, str]] = []
    table.acted.connect(lambda row, action: heard.append((row, action)))
    rect = table.visualRect(table.rows.index(2, 2))
    for x in (14, 60, 120):
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(x, rect.height() // 2)
        )
    assert heard == [("2", "approve"), ("2", "reject")]
    assert table.current_id() == "2"


def test_the_context_menu_mirrors_the_inline_actions(table: TableView) -> None:
    heard: list[tuple[str, str]] = []
    table.acted.connect(lambda row, action: heard.append((row, action)))
    table.menu_wanted.connect(lambda _row, menu: menu.addAction("复制编号"))
    menu = table.row_menu(table.rows.index(1, 0))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["通过", "驳回…", "复制编号"]
    menu.actions()[1].trigger()
    assert heard == [("1", "reject")]


def test_rows_are_checked_by_click_x_and_space(table: TableView) -> None:
    heard: list[str] = []
    table.check_toggled.connect(heard.append)
    rect = table.visualRect(table.rows.index(3, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    table.select("1")
    QTest.keyClick(table, Qt.Key.Key_X)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert heard == ["3", "1", "1"]


def test_j_and_k_move_between_rows_and_enter_opens(qtbot: QtBot, table: TableView) -> None:
    table.select("0")
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(table, key)
    assert table.current_id() == "1"
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == "4"
    with qtbot.waitSignal(table.opened) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == ["4"]


def test_more_is_asked_for_once_per_page_when_the_end_comes_into_view(qtbot: QtBot, table: TableView) -> None:
    asked: list[bool] = []
    table.more_wanted.connect(lambda: asked.append(True))
    table.rows.set_rows(table_rows(50), has_more=True)
    table.scrollToBottom()
    qtbot.wait_until(lambda: asked == [True])
    table.scrollToTop()
    table.scrollToBottom()
    assert asked == [True], "one page at a time"
    table.rows.append_rows(table_rows(80), has_more=True)
    assert table.rows.rowCount() == 80, "rows that are there already are not doubled"
    table.scrollToBottom()
    qtbot.wait_until(lambda: asked == [True, True])
    table.rows.append_rows([], has_more=False)
    table.scrollToBottom()
    assert asked == [True, True]


def test_the_current_row_is_marked_across_all_columns(table: TableView) -> None:
    table.select("2")
    image, theme = picture(table.viewport()), theme_of()
    y = table.rowViewportPosition(2) + 6
    assert color_at(image, 1, y) == theme.color("accentBar").name()
    assert {color_at(image, x, y) for x in (200, 590)} == {theme.color("selected").name()}
    assert color_at(image, 200, y + 40) == theme.color("surface").name()
