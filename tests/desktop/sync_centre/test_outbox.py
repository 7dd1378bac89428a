"""发件箱: where each decision is, taking it back, failures in words, the export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contract.review import Verdict
from contract.wire.sync import ReasonAt
from desktop.store import outbox
from desktop.ui.table import TableView
from desktop.views.sync_centre.page import SyncCentrePage
from tests.desktop.sync_centre.at_desk import AtDesk, Desks
from tests.server.world import World

Open = Callable[[AtDesk], SyncCentrePage]
MINE, PROGRESS, ACT = 3, 4, 5


@pytest.fixture
def desk(world: World, desks: Desks) -> AtDesk:
    """A moderator with three claimed works: one approved, one rejected, one not decided."""
    world.works(3)
    person = world.staff(account="m1")
    world.sign_in(person).claim(3)
    desk = desks("m1")
    desk.pull()
    first, second, _ = desk.queue()
    desk.decide(first, Verdict.APPROVE)
    desk.decide(second, Verdict.REJECT, ReasonAt(code="watermark", at_ms=62_000))
    return desk


def cells(page: SyncCentrePage, column: int) -> list[str]:
    """One column, from the top."""
    return [row.cells[column].text for row in page.outbox.table.rows.rows()]


def undo_offered(page: SyncCentrePage) -> list[bool]:
    """Whether each row has 撤销."""
    return [bool(row.cells[ACT].actions) for row in page.outbox.table.rows.rows()]


def click_action(table: TableView, row: int) -> None:
    """Clicks the link at the right of a row."""
    place = table.visualRect(table.rows.index(row, ACT))
    at = place.center()
    at.setX(place.right() - 20)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_waiting_decisions_stand_in_their_order_with_my_verdict(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    assert cells(page, MINE) == ["通过", "驳回"]
    assert cells(page, PROGRESS) == ["等待 · 排第 1", "等待 · 排第 2"]
    assert undo_offered(page) == [True, True]
    assert "2" in page.tiles.outbox.accessibleName()


def test_undo_takes_the_work_back_into_the_queue(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    click_action(page.outbox.table, 0)
    desk.until(lambda: cells(page, MINE) == ["驳回"])
    assert cells(page, PROGRESS) == ["等待 · 排第 1"]
    assert len(desk.queue()) == 2
    assert "回到你的队列" in desk.words()


def test_no_undo_once_sending_has_begun(desk: AtDesk, open_page: Open) -> None:
    sent = desk.ask(lambda store: outbox.take_batch(store, 1))
    page = open_page(desk)
    assert cells(page, PROGRESS)[0] == "正在发送 · 第 1 次"
    assert undo_offered(page) == [False, True]
    page.outbox.undo(sent[0].id)
    desk.until(lambda: "来不及撤销" in desk.words())
    assert len(cells(page, MINE)) == 2
    desk.ask(lambda store: outbox.failed(store, [sent[0].id], "server-trouble", store.clock.now_ms() + 24_000))
    desk.context.changes.announce({"outbox"})
    desk.until(lambda: cells(page, PROGRESS)[0] == "服务器暂不可用，24 秒后重试")
    assert undo_offered(page) == [False, True], "it may have arrived"


def test_the_countdown_moves_with_the_clock(world: World, desk: AtDesk, open_page: Open) -> None:
    sent = desk.ask(lambda store: outbox.take_batch(store, 1))
    desk.ask(lambda store: outbox.failed(store, [sent[0].id], "cut-body", store.clock.now_ms() + 24_000))
    page = open_page(desk)
    assert cells(page, PROGRESS)[0] == "答复中断，24 秒后重试"
    world.clock.forward(seconds=14)
    desk.until(lambda: cells(page, PROGRESS)[0] == "答复中断，10 秒后重试")
    world.clock.forward(seconds=20)
    desk.until(lambda: cells(page, PROGRESS)[0] == "答复中断，即将重试")


def test_delivered_decisions_stay_ten_minutes_below_the_others(world: World, desk: AtDesk, open_page: Open) -> None:
    desk.push()
    third = desk.queue()[0]
    desk.decide(third, Verdict.APPROVE)
    page = open_page(desk)
    assert cells(page, PROGRESS)[0] == "等待 · 排第 1"
    assert [words[:3] for words in cells(page, PROGRESS)[1:]] == ["已送达", "已送达"]
    assert undo_offered(page) == [True, False, False]
    world.clock.forward(minutes=11)
    page.refresh()
    desk.until(lambda: len(cells(page, PROGRESS)) == 1)


def test_what_was_set_aside_says_why_and_can_be_exported_and_sent_again(
    desk: AtDesk, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(desk)
    assert not page.outbox._export.isVisible()
    aside = desk.ask(lambda store: outbox.take_batch(store, 1))[0]
    desk.ask(lambda store: outbox.park(store, [aside.id], "internal"))
    desk.context.changes.announce({"outbox"})
    desk.until(lambda: cells(page, PROGRESS)[0] == "已搁置：服务器出错")
    assert page.outbox._export.isVisible()
    file = tmp_path / "unsent.jsonl"
    page.outbox.export_to(file)
    desk.until(lambda: "2 条已写入 unsent.jsonl" in desk.words())
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["args"]["verdict"] for line in lines] == ["approve", "reject"]
    page.outbox._retry.click()
    desk.until(lambda: cells(page, PROGRESS)[0] == "等待 · 排第 1")
    desk.push()
    desk.until(lambda: all(words.startswith("已送达") for words in cells(page, PROGRESS)))


def test_an_export_that_cannot_be_written_says_so(desk: AtDesk, open_page: Open, tmp_path: Path) -> None:
    page = open_page(desk)
    page.outbox.export_to(tmp_path / "missing" / "unsent.jsonl")
    desk.until(lambda: "文件没有写成" in desk.words())
    assert len(cells(page, MINE)) == 2


def test_an_empty_outbox_says_that_all_has_arrived(desk: AtDesk, open_page: Open, world: World) -> None:
    desk.push()
    world.clock.forward(minutes=11)
    page = open_page(desk)
    assert page.outbox._stack.currentIndex() == 1
    assert page.outbox._stack.currentWidget().accessibleName() == "发件箱是空的"


def test_enter_opens_the_work_of_a_decision(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    row = page.feed.now.outbox[1]
    page.outbox.table.select(row.id)
    QTest.keyClick(page.outbox.table, Qt.Key.Key_Return)
    assert desk.went == [("works", row.subject_id)]
