"""The player's keys in the page, seen in transport, timeline and player."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.player.player import PlayerState
from desktop.settings import MUTED, SPEED, VOLUME
from desktop.ui.video_surface import View
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld
from tests.desktop.works.keyboard import Keyboard

OpenPage = Callable[..., WorksPage]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def paused_at_start(page: WorksPage, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.ready(page, "第 1 件作品")
    keyboard.playing(page)
    keyboard.press(Key.Key_Space)
    qtbot.waitUntil(lambda: page.review.pair.state is PlayerState.PAUSED)
    keyboard.press(Key.Key_Home)
    qtbot.waitUntil(lambda: page.review.pair.position_ms < 50)


def test_arrows_home_and_end_move_the_playhead(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    paused_at_start(page, keyboard, qtbot)
    keyboard.press(Key.Key_Right)
    qtbot.waitUntil(lambda: 900 < page.viewer.timeline.position() < 1_100)
    keyboard.press(Key.Key_Left)
    qtbot.waitUntil(lambda: page.viewer.timeline.position() < 100)
    keyboard.press(Key.Key_End)
    qtbot.waitUntil(lambda: page.viewer.timeline.position() > 1_800)
    keyboard.press(Key.Key_0)
    qtbot.waitUntil(lambda: page.review.pair.state is PlayerState.PLAYING)


def test_a_loop_is_set_and_cleared_by_one_key(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    paused_at_start(page, keyboard, qtbot)
    keyboard.press(Key.Key_B, Key.Key_Right)
    qtbot.waitUntil(lambda: page.review.pair.position_ms > 900)
    keyboard.press(Key.Key_B)
    start, end = page.review.pair.loop or (0, 0)
    assert start < 100 < 900 < end
    assert page.viewer.transport.loop.accessibleName() == "End the loop"
    keyboard.press(Key.Key_B)
    assert page.review.pair.loop is None


def test_speed_and_sound_stay_for_the_next_work(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    settings = claimed.context.settings
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(">", ">")
    assert (settings.get(SPEED), page.viewer.transport.speed.text()) == (1.5, "1.5×")
    volume = settings.get(VOLUME)
    keyboard.press(Key.Key_Up)
    assert settings.get(VOLUME) == volume + 5
    keyboard.press(Key.Key_M, modifier=SHIFT)
    assert settings.get(MUTED)
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    keyboard.playing(page)
    assert (page.review.pair.rate, page.review.pair.volume, page.review.pair.muted) == (1.5, volume + 5, True)
    keyboard.press("<")
    assert page.review.pair.rate == 1.25


def test_arrow_up_in_the_queue_moves_in_the_queue(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    volume = claimed.context.settings.get(VOLUME)
    page.queue.list.setFocus()
    keyboard.press(Key.Key_Down)
    keyboard.ready(page, "第 2 件作品")
    keyboard.press(Key.Key_Up)
    keyboard.ready(page, "第 1 件作品")
    assert claimed.context.settings.get(VOLUME) == volume


def test_arrows_home_and_end_belong_to_the_segments_and_the_list_that_have_the_focus(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    paused_at_start(page, keyboard, qtbot)
    segments = page.queue.segments
    segments.setFocus()
    for key, chosen in ((Key.Key_End, "conflict"), (Key.Key_Left, "decided"), (Key.Key_Home, "pending")):
        keyboard.press(key)
        assert segments.current() == page.rows.segment == chosen
    keyboard.press(Key.Key_Right, Key.Key_Left)
    assert segments.current() == "pending"
    assert page.review.pair.position_ms < 50
    page.queue.list.setFocus()
    keyboard.press(Key.Key_End)
    keyboard.ready(page, "第 5 件作品")
    keyboard.press(Key.Key_Home)
    keyboard.ready(page, "第 1 件作品")
    page.viewer.focus_stage()
    keyboard.playing(page)
    keyboard.press(Key.Key_Space, Key.Key_Right)
    qtbot.waitUntil(lambda: page.review.pair.position_ms > 900)


def test_markers_belong_to_their_work(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    paused_at_start(page, keyboard, qtbot)
    keyboard.press(Key.Key_Right)
    qtbot.waitUntil(lambda: page.review.pair.position_ms > 900)
    keyboard.press(Key.Key_M)
    assert [900 < marker.at < 1_100 for marker in page.viewer.controls.markers] == [True]
    keyboard.press(Key.Key_N)
    keyboard.ready(page, "第 2 件作品")
    assert page.viewer.controls.markers == ()
    keyboard.press(Key.Key_P)
    keyboard.ready(page, "第 1 件作品")
    assert len(page.viewer.controls.markers) == 1


def test_l_plays_faster_and_faster_and_k_stops(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    paused_at_start(page, keyboard, qtbot)
    keyboard.press(Key.Key_L)
    qtbot.waitUntil(lambda: page.review.pair.state is PlayerState.PLAYING)
    keyboard.press(Key.Key_L)
    assert page.review.pair.rate == 2
    keyboard.press(Key.Key_K)
    qtbot.waitUntil(lambda: page.review.pair.state is PlayerState.PAUSED)
    assert page.review.pair.rate == 1


def test_rows_of_the_timeline_and_original_size(claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    assert page.viewer.timeline.rows() == 3
    keyboard.press(Key.Key_W)
    assert page.viewer.timeline.rows() == 2
    keyboard.press(Key.Key_F, modifier=SHIFT)
    assert page.viewer.surface.view is View.ACTUAL
