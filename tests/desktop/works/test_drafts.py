"""What has been filled in to reject a work survives a new window and a new start, until the work is decided."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.store import cache
from desktop.views.works.page import WorksPage
from desktop.views.works.reject_draft import RejectDraft
from tests.desktop.works.desk_world import DeskWorld, work_id
from tests.desktop.works.keyboard import Keyboard

OpenPage = Callable[..., WorksPage]
Key = Qt.Key


def test_a_half_written_rejection_is_there_again(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_R, Key.Key_3)
    page.reject_panel.message.setPlainText("请换一个没有水印的文件")
    filled_in = page.decider.drafts.of(work_id(1))
    assert filled_in.codes
    assert filled_in.message
    again = open_page()  # as after a change of language
    keyboard.ready(again, "第 1 件作品")
    qtbot.waitUntil(lambda: again.decider.drafts.of(work_id(1)) == filled_in)
    keyboard.press(Key.Key_R, Key.Key_Return)
    keyboard.ready(again, "第 2 件作品")
    args = claimed.outbox()[0].args
    assert args["message"] == "请换一个没有水印的文件"
    assert claimed.on_store(cache.drafts) == {}


def test_drafts_of_other_works_stay(qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage) -> None:
    open_page().decider.drafts.keep(work_id(4), RejectDraft(note="四"))
    open_page().decider.drafts.keep(work_id(5), RejectDraft(note="五"))  # before the kept ones have been read
    drafts = open_page().decider.drafts
    qtbot.waitUntil(lambda: (drafts.of(work_id(4)).note, drafts.of(work_id(5)).note) == ("四", "五"))
