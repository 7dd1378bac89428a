"""The page at a real server: claim, watch, decide, confirm, take back, lose to somebody else, reveal, give back."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.store import queries
from desktop.views.works.page import WorksPage
from desktop.views.works.queue_feed import UNDO_SETTING
from server.app import build_context
from server.models import Audit, Conflict, Decision, Media, Notice, Work
from tests.desktop.works.desk_world import DeskWorld, build
from tests.desktop.works.keyboard import Keyboard, click, shown_title
from tests.server.world import Caller, HandClock, World, prepare, running, settings_for

OpenPage = Callable[..., WorksPage]
Key = Qt.Key


@pytest.fixture
def server(tmp_path: Path) -> Iterator[World]:
    """A real server on SQLite."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock, url = HandClock(), f"sqlite:///{folder / 'server.db'}"
    prepare(url, folder)
    context = build_context(settings_for(url, folder), clock)
    world = World(context, clock)
    with running(context) as world.url:
        yield world
        world.close()
    context.database.close()


@pytest.fixture
def moderator(server: World) -> Caller:
    """Who sits at the desk."""
    return server.moderator()


@pytest.fixture
def desk(server: World, moderator: Caller, tmp_path: Path, qapp: QApplication) -> Iterator[DeskWorld]:
    """That person's desk, online."""
    world = build(tmp_path / "desk", qapp, language="en", url=server.url, person_id=moderator.id, token=moderator.token)
    world.context.sync.keep_offline(False)
    yield world
    world.context.sync.stop()
    server.context.feed_signal.close()  # ends the long poll
    world.close()


def submit(server: World, clip: Path, count: int = 3) -> list[str]:
    """Works with a real video; their ids, oldest first."""
    ids = server.works(count)
    content = clip.read_bytes()
    with server.context.database.writing() as session:
        for media in session.scalars(select(Media)):
            media.bytes, media.sha256, media.duration_ms = len(content), hashlib.sha256(content).hexdigest(), 2_000
            target = server.context.settings.media_path / media.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(clip, target)
    return ids


def titles(server: World) -> list[str]:
    """In the order of the queue."""
    with server.context.database.reading() as session:
        return list(session.scalars(select(Work.title).order_by(Work.submitted_at)))


def test_claim_watch_approve_confirm_and_take_back(
    qtbot: QtBot, server: World, desk: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    ids = submit(server, clip)
    first, second, _third = titles(server)
    page = open_page(desk)
    qtbot.waitUntil(lambda: page.queue.empty.accessibleName() == "No works claimed")
    keyboard.press(Key.Key_C)
    keyboard.ready(page, first)
    assert page.queue.told.accessibleName() == "3 works claimed."
    keyboard.playing(page)
    keyboard.press(Key.Key_A)
    keyboard.ready(page, second)
    qtbot.waitUntil(lambda: page.bar.status.text() == "Confirmed by the server", timeout=10_000)
    assert page.bar.headline.text() == f"Approved “{first}”"
    with server.context.database.reading() as session:
        assert session.scalars(select(Decision.subject_id)).all() == [ids[0]]
    assert desk.on_store(lambda store: queries.setting(store, UNDO_SETTING)) == {"seconds": 60}
    keyboard.press(Key.Key_Z)
    qtbot.waitUntil(lambda: ids[0] in page.rows.order, timeout=10_000)
    with server.context.database.reading() as session:
        assert session.scalars(select(Notice.status)).all() == ["withdrawn"]
    page.open(ids[0])
    keyboard.ready(page, first)
    assert page.inspector.state_chip.text == "To review"


def test_who_came_too_late_sees_who_was_first_and_asks_for_a_second_look(
    qtbot: QtBot,
    server: World,
    moderator: Caller,
    desk: DeskWorld,
    open_page: OpenPage,
    keyboard: Keyboard,
    clip: Path,
) -> None:
    ids = submit(server, clip)
    first, second, _third = titles(server)
    page = open_page(desk)
    keyboard.press(Key.Key_C)
    keyboard.ready(page, first)
    keyboard.playing(page)
    desk.context.sync.keep_offline(True)
    admin = server.admin()
    lease = admin.post(f"/works/{ids[0]}/take-over", json={"reason": "urgent"}).json()["leases"][0]
    admin.push(admin.decide(lease, "approve"))
    keyboard.press(Key.Key_R, Key.Key_3, Key.Key_Return)
    keyboard.ready(page, second)
    desk.context.sync.keep_offline(False)
    qtbot.waitUntil(lambda: page.feed.now is not None and page.feed.now.counts.conflicts == 1, timeout=10_000)
    assert page.bar.status.text() == "Conflict · your decision is kept"
    page.queue.segments._choose(2)
    page.queue.list.setCurrentIndex(page.queue.list.rows.index(0, 0))
    qtbot.waitUntil(lambda: shown_title(page) == first)
    said = page.inspector.conflict.accessibleName()
    assert "approved this work at" in said
    assert "Your rejection and its reasons are kept" in said
    page.viewer.focus_stage()
    keyboard.press(Key.Key_1)
    qtbot.waitUntil(lambda: not page.rows.order, timeout=10_000)

    def objected() -> bool:
        with server.context.database.reading() as session:
            return session.scalars(select(Conflict.state)).all() == ["objected"]

    qtbot.waitUntil(objected, timeout=10_000)


def test_a_phone_number_is_revealed_for_a_while_and_the_audit_knows(
    qtbot: QtBot, server: World, desk: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    submit(server, clip, 2)
    first, second = titles(server)
    page = open_page(desk)
    keyboard.press(Key.Key_C)
    keyboard.ready(page, first)
    phone = page.inspector.phone
    masked = phone.number.text()
    assert "****" in masked
    click(phone.reveal)
    qtbot.waitUntil(lambda: "*" not in phone.number.text(), timeout=10_000)
    assert phone.rest.text() == "hidden in 20 s"
    with server.context.database.reading() as session:
        assert "reveal-phone" in session.scalars(select(Audit.action)).all()
    keyboard.press(Key.Key_N)
    keyboard.ready(page, second)
    assert "****" in phone.number.text()


def test_a_work_given_back_leaves_the_queue_and_others_can_claim_it(
    qtbot: QtBot, server: World, desk: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    ids = submit(server, clip, 2)
    page = open_page(desk)
    keyboard.press(Key.Key_C)
    keyboard.ready(page, titles(server)[0])
    page.batch.release_current()
    qtbot.waitUntil(lambda: page.rows.order == [ids[1]], timeout=10_000)
    other = server.moderator()
    assert [lease["work_id"] for lease in other.claim(5)["leases"]] == [ids[0]]


def test_how_long_a_decision_can_be_taken_back_is_the_servers_word(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage
) -> None:
    page = open_page()
    claimed.put("setting", [{"id": "undo_window", "version": 1, "value": {"seconds": 5}}])
    qtbot.waitUntil(lambda: page.feed.now is not None and page.feed.now.undo_window_ms == 5_000)
