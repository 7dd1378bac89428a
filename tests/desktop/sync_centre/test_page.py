"""Network in words, batches, downloads, cache, and the small window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from contract.review import Verdict
from contract.roles import Role
from desktop.media import Progress
from desktop.store import queries
from desktop.sync import NetworkKind
from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.marks import Span
from desktop.views.sync_centre.downloads import Speeds
from desktop.views.sync_centre.network_history import spans
from desktop.views.sync_centre.page import SyncCentrePage
from tests.desktop.sync_centre.at_desk import AtDesk, Desks
from tests.desktop.works.keyboard import Keyboard
from tests.server.world import World

Open = Callable[[AtDesk], SyncCentrePage]


@pytest.fixture
def desk(world: World, desks: Desks) -> AtDesk:
    """A moderator at a server with thirty works."""
    world.works(30)
    world.staff(account="m1")
    return desks("m1")


def shown_batches(page: SyncCentrePage) -> list[str]:
    """What is said about each batch on screen."""
    return [line.accessibleName() for line in page.batches._lines if not line.isHidden()]


def answer(yes: bool) -> None:
    """To the question that comes next."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        (dialog.act if yes else dialog.safe).click()

    QTimer.singleShot(0, press)


def go_online(desk: AtDesk, page: SyncCentrePage) -> None:
    """Starts the sync and waits for the server."""
    desk.context.sync.start()
    desk.until(lambda: page.tiles.network.accessibleName().startswith("网络: 在线"))


def test_c_claims_and_progress_survives_delivery(
    world: World, desk: AtDesk, open_page: Open, keyboard: Keyboard
) -> None:
    page = open_page(desk)
    go_online(desk, page)
    keyboard.press("C")
    desk.until(lambda: "已领取 20 件" in desk.words())
    desk.until(lambda: len(shown_batches(page)) == 1)
    assert "20 件 · 已决定 0" in shown_batches(page)[0]
    assert "12:00:00 后到期" in shown_batches(page)[0]
    for work in desk.queue()[:6]:
        desk.decide(work, Verdict.APPROVE)
    desk.until(lambda: not page.feed.now.unsent)
    desk.until(lambda: len(page.feed.now.works) == 14)
    desk.until(lambda: "20 件 · 已决定 6" in shown_batches(page)[0])
    world.clock.forward(hours=2)
    desk.until(lambda: "10:00:00 后到期" in shown_batches(page)[0])


def test_a_batch_decided_whole_stays_with_its_delivery(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(2)
    desk.pull()
    for work in desk.queue():
        desk.decide(work, Verdict.APPROVE)
    page = open_page(desk)
    assert "2 条待发送" in shown_batches(page)[0]
    desk.push()
    desk.pull()
    desk.until(lambda: "已全部送达" in shown_batches(page)[0])
    page.batches.set_compact(True)
    assert shown_batches(page) == []


def test_no_batch_is_cut_through(world: World, desk: AtDesk, open_page: Open) -> None:
    for _ in range(4):
        world.sign_in(desk.context.person.id).claim(2)
        world.clock.forward(minutes=5)
    desk.pull()
    page = open_page(desk)
    assert len(shown_batches(page)) == 4
    lines = page.batches._lines
    viewport = lines[0].parentWidget().parentWidget()
    assert viewport.height() >= 3 * lines[0].height()
    assert viewport.height() % lines[0].height() == 0


def test_the_axis_repeats_no_time(world: World, desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    go_online(desk, page)
    history = page.batches.history
    for minutes, labels in ((0, 2), (2, 3), (30, 4)):
        world.clock.forward(minutes=minutes)
        history.refresh()
        assert len(history.bar._labels) == len(set(history.bar._labels)) == labels


def test_give_back_asks_first_and_keeps_decisions(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(5)
    desk.pull()
    desk.decide(desk.queue()[0], Verdict.APPROVE)
    page = open_page(desk)
    assert page.batches.give_back.text() == "归还未审 4 件…"
    answer(yes=False)
    page.batches.ask_to_give_back()
    desk.until(lambda: page.batches._dialog is None)
    assert len(desk.queue()) == 4
    answer(yes=True)
    page.batches.ask_to_give_back()
    desk.until(lambda: "已归还 4 件" in desk.words())
    desk.until(lambda: not page.batches.give_back.isVisible())
    assert desk.queue() == []
    assert desk.ask(queries.counts).outbox == 1
    free = world.moderator().claim(30)
    assert len(free["leases"]) == 29, "all but the one that is decided here"


def test_renew_puts_the_end_off(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(2, hours=1)
    desk.pull()
    page = open_page(desk)
    assert "1:00:00 后到期" in shown_batches(page)[0]
    page.batches.renew_button.click()
    desk.until(lambda: "已续期 2 件" in desk.words())
    desk.until(lambda: "12:00:00 后到期" in shown_batches(page)[0])


def test_claiming_needs_the_network_and_says_so(desk: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    page = open_page(desk)
    desk.context.sync.start()
    page.keep.click()
    desk.until(lambda: page.tiles.network.accessibleName() == "网络: 保持离线")
    assert "不收不发" in page.story.text()
    assert not page.sync.isEnabled()
    keyboard.press("C")
    assert "这项操作需要网络" in desk.words()
    page.keep.click()
    desk.until(lambda: page.tiles.network.accessibleName().startswith("网络: 在线"))
    assert page.sync.isEnabled()


def test_the_story_of_coming_back(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(2)
    desk.pull()
    page = open_page(desk)
    go_online(desk, page)
    desk.until(lambda: not desk.context.sync._pushing)
    page.keep.click()
    for work in desk.queue():
        desk.decide(work, Verdict.APPROVE)
    desk.until(lambda: len(page.feed.now.unsent) == 2)
    world.clock.forward(minutes=31)
    page.keep.click()
    desk.until(lambda: page.story.text().endswith("恢复连接，全部送达"))


def test_an_unreachable_server_is_told_with_what_is_kept(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    desk.context.api.transport.server = "http://127.0.0.1:9"
    desk.context.sync.start()
    desk.until(lambda: page.tiles.network.accessibleName() == "网络: 离线")
    desk.until(lambda: "秒后自动重试" in page.story.text())
    assert "发件箱" in page.story.text()


def test_pausing_stops_downloads_alone(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    page.pause.click()
    assert desk.context.prefetch.paused
    assert (page.pause.text(), page.downloads.meta.text()) == ("继续下载", "已全部暂停")
    page.pause.click()
    assert not desk.context.prefetch.paused


def test_missing_videos_are_listed_in_the_order_of_the_queue(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(3)
    desk.pull()
    works = desk.queue()
    media = desk.context.media
    (media._folder / str(works[0].media_id)).write_bytes(b"video")
    media._ready.add(str(works[0].media_id))
    page = open_page(desk)
    assert [row.title for row in page.downloads.list.rows.rows()] == [work.title for work in works[1:]]
    assert page.downloads._cached.text() == "1 / 3 件已缓存"
    assert "可离线审 1 件" in page.tiles.cache.accessibleDescription()


def test_clearing_keeps_what_is_not_acknowledged(world: World, desk: AtDesk, open_page: Open) -> None:
    world.sign_in(desk.context.person.id).claim(2)
    desk.pull()
    media, (first, second) = desk.context.media, desk.queue()
    for name in (str(first.media_id), str(second.media_id), "old"):
        (media._folder / name).write_bytes(b"x" * 2_000_000)
        media._ready.add(name)
    desk.decide(first, Verdict.APPROVE)
    page = open_page(desk)
    answer(yes=True)
    page.ask_to_clear()
    desk.until(lambda: "已腾出" in desk.words())
    assert media.path_of("old") is None
    assert media.path_of(second.media_id) is not None
    assert media.path_of(first.media_id) is not None, "the decision has not been acknowledged"


def test_small_windows_drop_the_history_of_the_network(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    assert page.batches.history.isVisible()
    page.resize(1280, 720)
    desk.until(lambda: not page.batches.history.isVisible())
    assert page.conflicts.width() == 400
    page.resize(1440, 900)
    desk.until(page.batches.history.isVisible)


def test_other_roles_have_no_batches(world: World, desks: Desks, open_page: Open, keyboard: Keyboard) -> None:
    world.staff(Role.ORG_ADMIN, account="org")
    desk = desks("org")
    page = open_page(desk)
    assert not page.batches.more.isVisible()
    keyboard.press("C")
    assert desk.said == []


def test_nothing_is_read_while_another_tab_is_shown(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    page.hide()
    assert not page._second.isActive()
    assert not page.feed.active


@pytest.mark.parametrize(
    ("history", "wanted"),
    [
        ([(0, "online")], (Span("online", 1.0),)),
        ([(0, "online"), (50, "offline")], (Span("online", 0.5), Span("offline", 0.5))),
        ([(0, "starting"), (25, "signed-out"), (50, "slow")], (Span("offline", 0.5), Span("slow", 0.5))),
        ([], ()),
    ],
)
def test_history_becomes_spans(history: list[tuple[int, NetworkKind]], wanted: tuple[Span, ...]) -> None:
    assert spans(history, 0, 100) == wanted


def test_speed_is_measured_between_two_looks() -> None:
    speeds = Speeds()
    speeds.look([Progress("a", "downloading", 1_000, 9_000)], 10.0)
    assert speeds.total == 0
    speeds.look([Progress("a", "downloading", 3_000, 9_000)], 11.0)
    assert speeds.of("a") == 2_000
    speeds.look([], 12.0)
    assert speeds.total == 0
