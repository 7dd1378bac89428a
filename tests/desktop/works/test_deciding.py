"""From the key to the durable outbox row and the next work on screen."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.settings import AUTO_ADVANCE
from desktop.store import outbox
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import NOW_MS, DeskWorld, media_id, work_facts, work_id
from tests.desktop.works.keyboard import Keyboard, click, shown_title

OpenPage = Callable[..., WorksPage]
Key = Qt.Key


def test_one_key_approves_and_the_next_work_stands_there(
    claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    assert keyboard.presses == 1
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]
    assert page.viewer.surface.hasFocus()
    keyboard.playing(page)


def test_the_last_work_does_not_come_back_with_rows_from_before_its_decision(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    claimed.remove("work", [work_id(number) for number in range(2, 30)])
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    qtbot.waitUntil(lambda: page.rows.order == [work_id(1)], timeout=30_000)
    page.decider.saved.connect(lambda _work: page.rows.fill())  # as a download does that gets on just now
    keyboard.press(Key.Key_A)
    qtbot.waitUntil(lambda: page.feed.now is not None and not page.feed.now.pending, timeout=30_000)
    assert page.subject() == ""


def test_three_keys_reject_with_the_moment_of_the_playhead(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    qtbot.waitUntil(lambda: (page.viewer.controls.playhead_ms or 0) > 200)
    keyboard.press(Key.Key_R, Key.Key_3, Key.Key_Return)
    assert keyboard.presses == 3
    keyboard.ready(page, "第 2 件作品")
    args = claimed.outbox()[0].args
    assert args["verdict"] == "reject"
    assert [reason["code"] for reason in args["reasons"]] == ["watermark"]
    assert 200 < args["reasons"][0]["at_ms"] <= 2_000
    assert (args["base_version"], args["lease_token"]) == (3, 7)


def test_a_held_key_decides_nothing_and_a_double_press_only_one(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.hold(Key.Key_A, "a")
    assert claimed.decisions() == []
    keyboard.press(Key.Key_A, Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]
    keyboard.hold(Key.Key_A, "a")
    assert shown_title(page) == "第 2 件作品"
    assert claimed.decisions() == [(work_id(1), "approve")]


def test_letters_in_the_search_field_are_letters(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press("/")
    assert page.queue.search.hasFocus()
    keyboard.write("ar1 zj,")
    assert page.queue.search.text() == "ar1 zj,"
    assert page.review.side.currentWidget() is page.inspector
    keyboard.press(Key.Key_Left, Key.Key_Home)
    assert claimed.decisions() == []
    keyboard.press(Key.Key_Escape, Key.Key_Escape)
    assert page.queue.search.text() == ""
    assert page.queue.list.hasFocus()


def test_z_takes_the_decision_out_of_the_outbox_and_the_work_back_on_screen(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R, Key.Key_3, Key.Key_4, Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    assert page.bar.undo_button.isVisible()
    keyboard.press(Key.Key_Z)
    keyboard.ready(page, "第 1 件作品")
    assert claimed.decisions() == []
    assert not page.bar.undo_button.isVisible()
    keyboard.press(Key.Key_R)
    assert page.reject_panel.reasons.accessibleDescription().count("，") == 1, "both reasons are still chosen"


def test_nothing_is_shown_as_approved_before_the_server_said_so(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    claimed.context.settings.set(AUTO_ADVANCE, False)
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    qtbot.waitUntil(lambda: page.inspector.state_chip.text == "Decided here, not sent")
    assert shown_title(page) == "第 1 件作品"
    assert not page.bar.approve_button.isEnabled()
    assert page.bar.headline.text() == "Approve “第 1 件作品”"
    assert page.bar.status.text() == "Decided here · not sent yet"
    keyboard.press(Key.Key_A, Key.Key_R, Key.Key_N)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]
    page.queue.segments._choose(1)
    row = page.queue.list.rows.rows()[0]
    assert (row.note, row.state) == ("Approve", "To be sent")


def test_a_skipped_work_comes_again_at_the_end(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_S)
    for number in (2, 3, 4, 5):
        keyboard.ready(page, f"第 {number} 件作品")
        click(page.bar.approve_button)
    keyboard.ready(page, "第 1 件作品")
    assert [work for work, _verdict in claimed.decisions()] == [work_id(number) for number in (2, 3, 4, 5)]
    keyboard.press(Key.Key_R, Key.Key_7)
    click(page.reject_panel.confirm)
    qtbot.waitUntil(page.queue.empty.isVisible)
    assert page.queue.empty.accessibleName() == "Nothing left to review offline"


def test_n_and_p_walk_without_deciding(claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    assert not page.viewer.header.previous_button.isEnabled()
    keyboard.press(Key.Key_N, Key.Key_N)
    keyboard.ready(page, "第 3 件作品")
    keyboard.press(Key.Key_P)
    keyboard.ready(page, "第 2 件作品")
    assert page.queue.list.current_id() == work_id(2)
    assert claimed.decisions() == []


def change_on_screen(qtbot: QtBot, claimed: DeskWorld, page: WorksPage) -> None:
    """The author of the first work sends another file, and it is here."""
    claimed.put("work", [work_facts(1, version=4, media_id=media_id(2), lease_token=8)])
    qtbot.waitUntil(page.inspector.error.isVisible)
    assert "new version" in page.inspector.error.accessibleName()
    assert not page.accepts_decisions


def test_a_version_that_changed_on_screen_is_not_decided_by_the_key_that_was_on_its_way(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    change_on_screen(qtbot, claimed, page)
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 1 件作品")
    assert not page.inspector.error.isVisible()
    assert claimed.decisions() == []
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    args = claimed.outbox()[0].args
    assert (args["base_version"], args["lease_token"]) == (4, 8)


def test_a_version_that_changes_under_the_reject_panel_closes_it(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R, Key.Key_3)
    change_on_screen(qtbot, claimed, page)
    keyboard.press(Key.Key_Return)
    assert claimed.decisions() == []
    keyboard.press(Key.Key_R)
    assert page.review.side.currentWidget() is page.reject_panel
    qtbot.waitUntil(lambda: page.accepts_decisions)
    keyboard.press(Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.outbox()[0].args["base_version"] == 4


def test_a_version_that_only_the_server_counts_is_no_change(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    claimed.put("work", [work_facts(1, version=4)])
    qtbot.waitUntil(lambda: page.showing.work is not None and page.showing.work.version == 4)
    keyboard.ready(page, "第 1 件作品")
    assert not page.inspector.error.isVisible()


def test_after_z_no_key_decides_the_work_that_goes(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    qtbot.waitUntil(lambda: page.review.can_undo)
    go_on = threading.Event()
    claimed.context.background.run_on_store(lambda: go_on.wait(10))  # the store is busy with a large page
    keyboard.press(Key.Key_Z, Key.Key_A, Key.Key_R)
    assert not page.accepts_decisions
    assert page.review.side.currentWidget() is page.inspector
    go_on.set()
    keyboard.ready(page, "第 1 件作品")
    assert claimed.decisions() == []


def test_another_work_may_be_chosen_while_one_comes_back(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    qtbot.waitUntil(lambda: page.review.can_undo)
    page.queue.search.setText("第 3 件")  # a filter that hides it does not keep it away
    qtbot.waitUntil(lambda: page.rows.order == [work_id(3)])
    page.viewer.focus_stage()
    keyboard.press(Key.Key_Z)
    keyboard.ready(page, "第 1 件作品")
    assert claimed.decisions() == []


def test_without_moving_on_a_decision_taken_back_can_be_made_again(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    claimed.context.settings.set(AUTO_ADVANCE, False)
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    qtbot.waitUntil(lambda: page.review.can_undo)
    keyboard.press(Key.Key_Z)
    qtbot.waitUntil(lambda: claimed.decisions() == [])
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R, Key.Key_3, Key.Key_Return)
    qtbot.waitUntil(lambda: claimed.decisions() == [(work_id(1), "reject")])


def test_z_is_not_offered_for_a_decision_that_may_have_left(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    qtbot.waitUntil(lambda: page.review.can_undo)
    batch = claimed.on_store(outbox.take_batch)
    claimed.on_store(lambda store: outbox.failed(store, [row.id for row in batch], "timeout", NOW_MS * 2))
    claimed.context.changes.announce({"outbox"})
    qtbot.waitUntil(lambda: page.bar.status.text() == "Decided here · will be sent again")
    assert not page.review.can_undo
    assert not page.bar.undo_button.isVisible()


def test_a_work_that_is_no_longer_mine_stays_on_screen_but_cannot_be_decided(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    claimed.remove("work", [work_id(1)])
    qtbot.waitUntil(lambda: page.inspector.error.isVisible())
    assert "no longer yours" in page.inspector.error.accessibleName()
    assert shown_title(page) == "第 1 件作品"
    keyboard.press(Key.Key_A, Key.Key_R)
    assert claimed.decisions() == []
    keyboard.press(Key.Key_N)
    keyboard.ready(page, "第 2 件作品")
    assert not page.inspector.error.isVisible()


def test_searching_does_not_take_the_work_on_screen_away(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    page.queue.search.setText("第 3 件")
    qtbot.waitUntil(lambda: page.rows.order == [work_id(3)])
    assert page.accepts_decisions
    page.viewer.focus_stage()
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 3 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]
