"""The two-minute timeline and the transport bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import load_theme
from desktop.ui.timeline import Marker, Timeline
from desktop.ui.timeline_scale import (
    COMPACT,
    LIMIT_MS,
    MARGIN_X,
    NORMAL,
    OVERRUN_WIDTH,
    Scale,
    rows_that_fit,
    timeline_height,
)
from desktop.ui.transport import Transport
from tests.desktop.ui.pixels import color_at, picture

rows = st.sampled_from([1, 2, 3])
VIEWER = load_theme("light")


@pytest.mark.parametrize(
    ("count", "ms", "row", "share"),
    [
        (3, 0, 0, 0.0),
        (3, 20_000, 0, 0.5),
        (3, 40_000, 1, 0.0),
        (3, 47_000, 1, 7 / 40),
        (3, 110_000, 2, 0.75),
        (2, 47_000, 0, 47 / 60),
        (2, 60_000, 1, 0.0),
        (2, 105_000, 1, 0.75),
        (1, 47_000, 0, 47 / 120),
        (1, 120_000, 0, 1.0),
    ],
)
def test_120_seconds_always_fill_the_rows(count: int, ms: int, row: int, share: float) -> None:
    """Position means time in every work: the length of the video does not move it."""
    for duration in (max(ms, 30_000), 116_000 if ms <= 116_000 else LIMIT_MS, LIMIT_MS):
        assert Scale(680, count, duration).place(ms) == (row, pytest.approx(share * 680))


@given(rows, st.integers(1, 400_000), st.floats(0, 1), st.integers(200, 3000))
def test_a_place_leads_back_to_its_moment(count: int, duration: int, share: float, width: int) -> None:
    scale, ms = Scale(width, count, duration), round(duration * share)
    row, x = scale.place(ms)
    assert 0 <= row < count
    assert 0 <= x <= width
    assert abs(scale.moment(row, x) - ms) <= 1


@given(rows, st.integers(0, 300_000), st.integers(-5, 9), st.floats(-500, 5000))
def test_no_point_leads_out_of_the_video(count: int, duration: int, row: int, x: float) -> None:
    assert 0 <= Scale(680, count, duration).moment(row, x) <= (duration or LIMIT_MS)


@given(rows, st.integers(0, LIMIT_MS), st.integers(0, LIMIT_MS))
def test_pieces_cover_a_stretch_exactly_once(count: int, start: int, end: int) -> None:
    scale = Scale(600, count, LIMIT_MS)
    length = sum(b - a for _row, a, b in scale.pieces(start, end)) / scale.row_width * scale.row_ms
    assert length == pytest.approx(max(0, end - start), abs=0.01)


def test_what_is_too_long_stands_behind_the_limit() -> None:
    scale = Scale(680, 3, 125_000)
    assert scale.place(LIMIT_MS) == (2, 680 - OVERRUN_WIDTH)
    assert scale.place(125_000) == (2, 680)
    assert scale.moment(2, 680) == 125_000
    assert scale.moment(0, 680) == 40_000, "only the last row has it"


def test_most_rows_that_leave_the_stage_tall_enough() -> None:
    for sizes in (NORMAL, COMPACT):
        assert rows_that_fit(timeline_height(3, sizes), sizes) == 3
        assert rows_that_fit(timeline_height(3, sizes) - 1, sizes) == 2
        assert rows_that_fit(timeline_height(2, sizes) - 1, sizes) == 1
        assert rows_that_fit(0, sizes) == 1


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(680 + 2 * MARGIN_X, made.height())
    made.set_media(116_000, (Marker(72_000),))
    made.show()
    return made


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("ms", [1_000, 39_000, 61_000, 115_000])
def test_a_click_seeks_to_what_stands_there(timeline: Timeline, count: int, ms: int) -> None:
    timeline.set_rows(count)
    heard: list[int] = []
    timeline.seek_requested.connect(heard.append)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=timeline.point_of(ms).toPoint())
    per_px = LIMIT_MS / count / 680
    assert len(heard) == 1
    assert abs(heard[0] - ms) <= per_px


def test_the_unused_tail_seeks_to_the_end(timeline: Timeline) -> None:
    timeline.set_rows(1)
    heard: list[int] = []
    timeline.seek_requested.connect(heard.append)
    at = QPoint(MARGIN_X + 679, round(timeline.point_of(0).y()))
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at)
    assert heard == [116_000]


def test_a_drag_scrubs_between_start_and_end(timeline: Timeline) -> None:
    heard: list[object] = []
    timeline.scrub_started.connect(lambda: heard.append("start"))
    timeline.seek_requested.connect(heard.append)
    timeline.scrub_ended.connect(lambda: heard.append("end"))
    first, second = (timeline.point_of(ms).toPoint() for ms in (10_000, 50_000))
    QTest.mouseMove(timeline, first)
    assert heard == [], "hovering does not seek"
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(timeline, second)
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=second)
    assert (heard[0], heard[-1]) == ("start", "end")
    assert [round(ms / 1000) for ms in heard[1:-1]] == [10, 50]


def test_nothing_seeks_before_a_video_is_open(timeline: Timeline) -> None:
    timeline.set_media(0)
    heard: list[int] = []
    timeline.seek_requested.connect(heard.append)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert heard == []


def test_keys_step_and_stay_within_the_video(timeline: Timeline) -> None:
    heard: list[int] = []
    timeline.seek_requested.connect(heard.append)
    timeline.set_position(112_000)
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    QTest.keyClick(timeline, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert heard == [111_000, 107_000, 116_000, 0, 116_000]


def test_w_cycles_the_rows_and_the_height_follows(timeline: Timeline) -> None:
    seen = []
    for _ in range(4):
        assert timeline.height() == timeline_height(timeline.rows())
        seen.append(timeline.rows())
        timeline.cycle_rows()
    assert seen == [3, 2, 1, 3]


def color(timeline: Timeline, ms: int, dy: float = 0, dx: float = 0) -> str:
    at = timeline.point_of(ms) + QPointF(dx, dy)
    return color_at(picture(timeline), at.x(), at.y())


def test_played_part_playhead_and_rest_are_painted(timeline: Timeline) -> None:
    timeline.set_position(47_000)
    assert color(timeline, 20_000) == VIEWER.color("wave").name()
    assert color(timeline, 47_000) == VIEWER.color("playhead").name()
    assert color(timeline, 60_000) == VIEWER.color("wline").name()
    timeline.set_position(80_000)
    assert color(timeline, 60_000) == VIEWER.color("wave").name(), "moving the playhead repaints"


def test_the_loop_is_painted_and_taken_away(timeline: Timeline) -> None:
    plain = picture(timeline)
    timeline.set_loop(30_000)
    only_a = picture(timeline)
    timeline.set_loop(30_000, 50_000)
    both = picture(timeline)
    assert plain != only_a != both
    inside = timeline.point_of(45_000)
    assert color_at(both, inside.x(), inside.y()) != color_at(plain, inside.x(), inside.y())
    timeline.set_loop(None)
    assert picture(timeline) == plain


def test_the_overrun_is_hatched_in_the_blocking_colour(timeline: Timeline) -> None:
    def colors(duration: int) -> set[str]:
        timeline.set_media(duration)
        image, at = picture(timeline), timeline.point_of(LIMIT_MS)
        right = MARGIN_X + 680
        return {color_at(image, x, at.y()) for x in range(right - OVERRUN_WIDTH + 2, right)}

    blocking = VIEWER.color("mblock").name()
    assert blocking in colors(125_000)
    assert blocking not in colors(LIMIT_MS)
    assert blocking not in colors(90_000)
    assert len(colors(90_000)) > 1, "the unused tail is hatched too"


def test_the_timeline_is_read_aloud_as_a_slider(timeline: Timeline) -> None:
    timeline.set_position(47_120)
    assert timeline.accessibleDescription() == "0:47 of 1:56"
    assert (timeline.minimum(), timeline.value(), timeline.maximum()) == (0, 47_120, 116_000)
    timeline.set_media(121_000)
    assert "longer than 2:00" in timeline.accessibleDescription()


@pytest.fixture
def transport(qtbot: QtBot) -> Transport:
    made = Transport()
    qtbot.addWidget(made)
    made.resize(712, 44)
    made.show()
    return made


def test_the_transport_reports_what_was_pressed(qtbot: QtBot, transport: Transport) -> None:
    for button, signal in (
        (transport.back, transport.frame_back),
        (transport.play, transport.play_toggled),
        (transport.forward, transport.frame_forward),
        (transport.loop, transport.loop_clicked),
        (transport.mute, transport.mute_toggled),
        (transport.zoom, transport.zoom_toggled),
        (transport.full, transport.fullscreen_clicked),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_timecode_has_hundredths(transport: Transport) -> None:
    transport.set_times(47_129, 116_000)
    assert transport.timecode.text() == "0:47.12 / 1:56"
    transport.set_times(60_000, 116_000)
    assert transport.timecode.accessibleName() == "1:00.00 / 1:56"


def test_volume_is_reported_when_the_user_moves_it_only(transport: Transport) -> None:
    heard: list[int] = []
    transport.volume_chosen.connect(heard.append)
    transport.set_volume(40, False)
    assert heard == []
    QTest.mouseClick(transport.volume, Qt.MouseButton.LeftButton, pos=QPoint(30, 14))
    QTest.keyClick(transport.volume, Qt.Key.Key_Right)
    assert heard == [50, 51]


def test_a_speed_is_chosen_from_the_menu(qtbot: QtBot, transport: Transport) -> None:
    heard: list[float] = []
    transport.speed_chosen.connect(heard.append)
    QTest.mouseClick(transport.speed, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert (texts[0], texts[-1]) == ("0.5×", "3×")
    menu.actions()[texts.index("1.5×")].trigger()
    menu.close()
    assert heard == [1.5]
    transport.set_speed(1.5)
    assert transport.speed.text() == "1.5×"
    transport.set_speed(1.25)
    assert transport.speed.text() == "1.25×"


def test_state_shows_in_names_not_only_in_pictures(transport: Transport) -> None:
    paused = transport.play.accessibleName()
    transport.set_playing(True)
    assert transport.play.accessibleName() != paused
    names = set()
    for a, b in ((False, False), (True, False), (True, True)):
        transport.set_loop(a, b)
        names.add(transport.loop.accessibleName())
    assert len(names) == 3


def test_a_narrow_bar_drops_the_key_caps_first(transport: Transport) -> None:
    transport.resize(640, 44)
    assert transport.caps.isHidden()
    assert not transport.volume.isHidden()
    transport.resize(712, 44)
    assert not transport.caps.isHidden()
