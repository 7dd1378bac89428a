"""Buttons, segments, switch, fields, labels."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.button import Button
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import LabeledField, PasswordField, SearchField, TextField
from desktop.ui.labels import ElidedLabel, FactRow
from desktop.ui.marks import HistoryBar, ProgressBar, Span, StatusChip
from desktop.ui.segments import Segment, Segments
from desktop.ui.switch import Switch
from desktop.ui.theme import theme_of
from tests.desktop.ui.pixels import color_at, picture, share_of

KEYS = Qt.Key


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments((Segment("todo", "待审", 14), Segment("done", "已决定", 5), Segment("conflict", "冲突", 1)))
    qtbot.addWidget(made)
    made.resize(272, 32)
    made.show()
    return made


def test_arrows_home_and_end_move_between_segments(qtbot: QtBot, segments: Segments) -> None:
    heard: list[str] = []
    segments.changed.connect(heard.append)
    for key in (KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Home, KEYS.Key_Left, KEYS.Key_End):
        QTest.keyClick(segments, key)
    assert heard == ["done", "conflict", "todo", "conflict"], "the ends hold, staying says nothing"


def test_a_click_chooses_the_segment_under_it(segments: Segments) -> None:
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(250, 16))
    assert segments.current() == "conflict"
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert segments.current() == "todo"
    surface = theme_of().color("surface").name()
    image = picture(segments)
    assert color_at(image, 12, 16) == surface
    assert color_at(image, 260, 16) != surface


def test_new_counts_keep_the_choice(segments: Segments) -> None:
    segments.set_current("done")
    segments.set_segments((Segment("todo", "待审", 13), Segment("done", "已决定", 6)))
    assert segments.current() == "done"
    assert "6" in segments.accessibleDescription()
    segments.set_segments((Segment("todo", "待审", 13),))
    assert segments.current() == "todo"


def test_space_toggles_the_switch_and_its_colour(qtbot: QtBot) -> None:
    switch = Switch("决定后播下一件", label_first=True)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    theme = theme_of()
    off = picture(switch)
    with qtbot.waitSignal(switch.toggled):
        QTest.keyClick(switch, KEYS.Key_Space)
    assert switch.isChecked()
    qtbot.wait_until(lambda: share_of(picture(switch), theme.color("approve")) > 0.05)
    assert share_of(off, theme.color("approve")) == 0
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
    assert switch.height() >= 28


def test_a_busy_button_swallows_clicks_and_keeps_its_width(qtbot: QtBot) -> None:
    button = Button("立即同步", "primary", icon="sync", key="F5")
    qtbot.addWidget(button)
    button.show()
    heard: list[str] = []
    button.clicked.connect(lambda: heard.append("click"))
    width = button.sizeHint().width()
    button.set_busy(True, "正在同步很多很多东西…")
    assert button.sizeHint().width() == width
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (KEYS.Key_Space, KEYS.Key_Return):
        QTest.keyClick(button, key)
    button.click()
    assert heard == []
    button.set_busy(False)
    assert button.text() == "立即同步"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, KEYS.Key_Space)
    QTest.keyClick(button, KEYS.Key_Return)
    assert len(heard) == 3


def test_a_narrow_button_drops_its_key_cap_before_its_text(qtbot: QtBot) -> None:
    with_cap, without = Button("通过", "secondary", key="A"), Button("通过", "secondary")
    for button in (with_cap, without):
        qtbot.addWidget(button)
        button.resize(without.sizeHint())
    assert picture(with_cap) == picture(without)
    with_cap.resize(with_cap.sizeHint())
    without.resize(with_cap.sizeHint())
    assert picture(with_cap) != picture(without)


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "well_ghost"])
@pytest.mark.parametrize("size", ["small", "normal", "decision"])
def test_hit_targets_are_large_enough(qtbot: QtBot, kind: str, size: str) -> None:
    for button in (Button("好", kind, size=size), Button(kind=kind, icon="eye", size=size)):
        qtbot.addWidget(button)
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= 28


def test_escape_clears_a_search_then_leaves_it(qtbot: QtBot) -> None:
    field = SearchField("搜索")
    qtbot.addWidget(field)
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, KEYS.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field, KEYS.Key_Escape)
    assert left == [True]


def test_the_eye_shows_and_hides_a_password(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    hidden = field.eye.accessibleName()
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() != hidden
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_an_error_turns_the_border_rust_and_is_read_aloud(qtbot: QtBot) -> None:
    field = TextField()
    labeled = LabeledField("手机号", field)
    qtbot.addWidget(labeled)
    labeled.resize(240, 90)
    labeled.show()
    middle = field.height() // 2
    assert color_at(picture(field), 0, middle) == theme_of().color("control").name()
    labeled.set_error("手机号少 2 位")
    assert color_at(picture(field), 0, middle) == theme_of().color("no").name()
    assert field.accessibleDescription() == "手机号少 2 位"
    labeled.set_error("")
    assert color_at(picture(field), 0, middle) == theme_of().color("control").name()


def test_an_elided_label_offers_the_whole_text_only_when_cut(qtbot: QtBot) -> None:
    text = "炉火映初心：我在转炉旁的二十年.mp4"
    end, middle = ElidedLabel(text), ElidedLabel(text, middle=True)
    for cut in (end, middle):
        qtbot.addWidget(cut)
        cut.resize(120, 20)
        cut.show()
        assert cut.toolTip() == text
    assert end.shown_text().endswith("…")
    assert middle.shown_text().endswith("mp4")
    assert "…" in middle.shown_text()
    end.resize(600, 20)
    assert (end.toolTip(), end.shown_text()) == ("", text)
    end.resize(40, 20)
    end.setText("短")
    assert end.toolTip() == ""


def test_a_dropdown_is_wide_enough_for_its_longest_text(qtbot: QtBot) -> None:
    drop = Dropdown(icon="server")
    qtbot.addWidget(drop)
    drop.addItems(["a", "desk.yunjiangshu.example"])
    wide = drop.sizeHint().width()
    drop.addItems(["desk.yunjiangshu.example.with.a.longer.name"])
    assert drop.sizeHint().width() > wide


def test_marks_speak_and_show(qtbot: QtBot, qapp: QApplication) -> None:
    chip, bar, row = StatusChip("pending", "待审核"), ProgressBar(0.25, "done"), FactRow("作者", "周*明")
    for mark in (chip, bar, row):
        qtbot.addWidget(mark)
    assert chip.accessibleName() == "待审核"
    bar.resize(200, 6)
    green = share_of(picture(bar), theme_of().color("approve"))
    assert 0.2 < green < 0.27
    bar.set_fraction(7)
    assert share_of(picture(bar), theme_of().color("approve")) > 0.9
    row.set_value("没有填写", "secondary")
    assert row.value.palette().windowText().color() == theme_of().color("text2")


def test_history_tells_online_slow_and_offline_apart_without_colour(qtbot: QtBot) -> None:
    history = HistoryBar()
    qtbot.addWidget(history)
    history.resize(300, 40)
    history.set_spans(tuple(Span(state, 1 / 3) for state in ("online", "slow", "offline")), ("12:30", "14:32"))
    image = picture(history)
    window = theme_of().color("window").name()
    assert color_at(image, 50, 4) != window
    assert color_at(image, 150, 4) == window, "slow is half as high"
    assert color_at(image, 150, 14) != window
    stripes = {color_at(image, x, 9) == window for x in range(204, 296)}
    assert stripes == {True, False}, "offline is hatched"


def test_narrow_segments_drop_text_beside_an_icon_first_then_counts(qtbot: QtBot) -> None:
    def shown(width_of: str, count: int, word: str) -> object:
        made = Segments((Segment("a", "待审", count), Segment("b", "已决定", 5), Segment("c", word, 1, "conflict")))
        qtbot.addWidget(made)
        widest, narrowest = made.sizeHint().width(), made.minimumSizeHint().width()
        made.resize({"wide": widest, "middle": widest - 40, "narrow": narrowest}[width_of], 32)
        return picture(made)

    assert shown("wide", 14, "冲突") != shown("wide", 14, "矛盾")
    assert shown("middle", 14, "冲突") == shown("middle", 14, "矛盾")
    assert shown("middle", 14, "冲突") != shown("middle", 15, "冲突")
    assert shown("narrow", 14, "冲突") == shown("narrow", 15, "冲突")
