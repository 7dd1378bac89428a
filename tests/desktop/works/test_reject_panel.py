"""The reject panel by keyboard, in the page, while the video plays."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contract.reasons import MESSAGE_MAX
from desktop.player.player import PlayerState
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld, work_facts, work_id
from tests.desktop.works.keyboard import Keyboard, shown_title

OpenPage = Callable[..., WorksPage]
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(page: WorksPage, keyboard: Keyboard) -> None:
    keyboard.ready(page, "第 1 件作品")
    keyboard.playing(page)
    keyboard.press(Key.Key_R)
    assert page.reject_panel.isVisible()
    assert not page.inspector.isVisible()


def test_the_panel_takes_the_inspectors_place_and_the_video_goes_on(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    assert page.review.pair.state is PlayerState.PLAYING
    before = page.review.pair.position_ms
    qtbot.waitUntil(lambda: page.review.pair.position_ms > before)
    keyboard.press(Key.Key_Space)
    qtbot.waitUntil(lambda: page.review.pair.state is PlayerState.PAUSED)
    keyboard.press(Key.Key_A, Key.Key_N, Key.Key_S)
    assert shown_title(page) == "第 1 件作品"
    assert claimed.decisions() == []


def test_without_a_reason_enter_says_what_is_missing(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    assert not page.reject_panel.confirm.isEnabled()
    keyboard.press(Key.Key_Return)
    assert page.reject_panel.problem.text() == "Choose at least one reason."
    assert claimed.decisions() == []


def test_other_needs_words_which_ctrl_enter_sends_from_the_note(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    keyboard.press(Key.Key_9, Key.Key_Return)
    assert page.reject_panel.problem.text() == "“Other” needs a few words to the author."
    assert page.reject_panel.message.hasFocus()
    keyboard.write("wrong file 9")
    keyboard.press(Key.Key_Return)
    assert claimed.decisions() == [], "plain Enter belongs to the input method"
    keyboard.press(Key.Key_Return, modifier=CTRL)
    keyboard.ready(page, "第 2 件作品")
    args = claimed.outbox()[0].args
    assert (args["message"], [reason["code"] for reason in args["reasons"]]) == ("wrong file 9", ["other"])


def test_tab_leads_to_the_words_and_alt_t_inserts_the_time(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    keyboard.press(Key.Key_3, Key.Key_Tab)
    assert page.reject_panel.message.hasFocus()
    keyboard.press(Key.Key_T, modifier=ALT)
    keyboard.write("logo")
    assert page.reject_panel.message.toPlainText() in ("0:00 logo", "0:01 logo", "0:02 logo")
    keyboard.write("x" * 99)
    assert len(page.reject_panel.message.toPlainText()) == MESSAGE_MAX


def test_the_sms_is_shown_as_it_will_be_sent_and_the_internal_note_is_not_in_it(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    keyboard.press(Key.Key_4, Key.Key_3, Key.Key_Tab)
    keyboard.write("again")
    page.reject_panel.note.setFocus()
    keyboard.write("third time")
    sms = page.reject_panel.sms.words.text()
    assert sms == (
        "【云讲述】您提交的作品《第 1 件作品》未通过审核：画面不清晰、有平台水印或 Logo。说明：again。"
        "11 月 30 日前可修改后重新提交。"
    )
    assert page.reject_panel.sms.length.text() == f"{len(sms)} characters · sent as 2 SMS"
    keyboard.press(Key.Key_Return, modifier=CTRL)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.outbox()[0].args["note"] == "third time"


def test_esc_leaves_and_the_draft_waits_for_the_work_it_belongs_to(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    opened(page, keyboard)
    keyboard.press(Key.Key_5, Key.Key_Escape)
    assert page.inspector.isVisible()
    assert page.viewer.surface.hasFocus()
    keyboard.press(Key.Key_N)
    keyboard.ready(page, "第 2 件作品")
    keyboard.press(Key.Key_R)
    assert not page.reject_panel.confirm.isEnabled(), "the draft of another work"
    keyboard.press(Key.Key_Escape, Key.Key_P)
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R, Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "reject")]


def test_a_moment_can_be_taken_off_a_reason(claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page()
    opened(page, keyboard)
    keyboard.press(Key.Key_3, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Delete, Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.outbox()[0].args["reasons"] == [{"code": "watermark", "at_ms": None}]


def test_reasons_that_match_the_file_check_say_so_but_are_not_chosen(
    world: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    world.put("work", [work_facts(1, problems=["no_audio", "too_long"], media_id=None)])
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R)
    assert page.reject_panel.reasons.hints == {
        "bad-sound": "File check 1",
        "too-long": "File check 2",
        "unplayable": "Did not play",
    }
    assert not page.reject_panel.confirm.isEnabled()
