"""What the page says when there is no picture, no work, no room on the disk, no network."""

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.player.engine import VlcMissing
from desktop.views.works import players
from desktop.views.works.page import WorksPage
from tests.desktop.works.desk_world import DeskWorld, build, media_id, work_facts, work_id
from tests.desktop.works.keyboard import Keyboard, click, shown_title

OpenPage = Callable[..., WorksPage]
Key = Qt.Key


def texts(page: WorksPage) -> str:
    """What the notice on the stage says."""
    notice = page.viewer.notice
    return f"{notice.accessibleName()} {notice.accessibleDescription()}" if notice.isVisible() else ""


def test_an_unreadable_video_says_so_and_can_be_rejected_with_the_matching_reason(
    qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(clip.read_bytes()[:2000])
    world.put("work", [work_facts(1), work_facts(2)])
    world.put_file(media_id(1), broken)
    world.put_file(media_id(2), clip)
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    qtbot.waitUntil(lambda: "cannot be played" in texts(page))
    keyboard.press(Key.Key_R)
    assert page.reject_panel.reasons.hints["unplayable"] == "Did not play"
    keyboard.press(Key.Key_2, Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    keyboard.playing(page)
    assert texts(page) == ""
    assert world.outbox()[0].args["reasons"] == [{"code": "unplayable", "at_ms": None}]


def test_offline_a_work_that_is_not_here_says_how_many_others_are(
    qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    world.put("work", [work_facts(number) for number in (1, 2, 3)])
    world.put_file(media_id(3), clip)
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    qtbot.waitUntil(lambda: "not on this computer yet" in texts(page))
    assert "Others that can be reviewed now: 1." in texts(page)
    rows = page.queue.list.rows.rows()
    assert [(row.state, row.dimmed) for row in rows] == [("Not cached", True), ("Not cached", True), ("Cached", False)]
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 3 件作品")
    world.put_file(media_id(2), clip)
    keyboard.press(Key.Key_P)
    keyboard.ready(page, "第 2 件作品")
    keyboard.playing(page)


def test_n_leads_from_a_missing_video_to_one_that_is_here(
    qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    world.put("work", [work_facts(number) for number in (1, 2, 3)])
    world.put_file(media_id(3), clip)
    page = open_page()
    qtbot.waitUntil(lambda: "not on this computer yet" in texts(page))
    keyboard.press(Key.Key_N)
    keyboard.ready(page, "第 3 件作品")
    assert world.decisions() == []


def test_a_video_that_arrives_while_its_work_is_on_screen_starts_by_itself(
    qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard, clip: Path
) -> None:
    world.put("work", [work_facts(1)])
    page = open_page()
    qtbot.waitUntil(lambda: "not on this computer yet" in texts(page))
    world.put_file(media_id(1), clip)
    keyboard.playing(page)
    assert texts(page) == ""


def test_without_libvlc_the_desk_says_what_to_install_and_can_still_decide(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> object:
        raise VlcMissing("no libVLC here")

    monkeypatch.setattr(players, "load_vlc", missing)
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    qtbot.waitUntil(lambda: "VLC is not installed" in texts(page))
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    assert claimed.decisions() == [(work_id(1), "approve")]


def test_a_search_without_result_offers_the_way_back(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    page.queue.search.setText("转炉工")
    qtbot.waitUntil(page.queue.empty.isVisible)
    assert page.queue.empty.accessibleName() == "“转炉工” was not found"
    page.queue.search.setText("")
    qtbot.waitUntil(lambda: len(page.queue.list.rows.rows()) == 5)
    page.queue.set_choice(page.queue.choice.__class__(region="11"))
    qtbot.waitUntil(page.queue.empty.isVisible)
    assert page.queue.empty.accessibleName() == "No work fits the filters"
    assert "北京市" in page.queue.empty.accessibleDescription()
    assert shown_title(page) == "第 1 件作品"


def choose(page: WorksPage, box: int, value: str) -> None:
    """One of the popup's boxes: region, theme, state, order."""
    field = page.queue.popup.boxes[box]
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_filters_and_order(qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard) -> None:
    facts = [("37", 3_000, []), ("41", 9_000, ["no_audio"]), ("37", 5_000, ["no_audio"])]
    world.put(
        "work",
        [
            work_facts(n, region=region, duration_ms=duration, problems=problems)
            for n, (region, duration, problems) in enumerate(facts, 1)
        ],
    )
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    click(page.queue.filter_button)
    popup = page.queue.popup
    qtbot.waitUntil(popup.isVisible)
    choose(page, 0, "37")
    qtbot.waitUntil(lambda: page.rows.order == [work_id(1), work_id(3)])
    assert page.queue.filter_button.text() == "1"
    choose(page, 2, "findings")
    qtbot.waitUntil(lambda: page.rows.order == [work_id(3)])
    click(popup.clear)
    choose(page, 3, "longest")
    qtbot.waitUntil(lambda: page.rows.order == [work_id(2), work_id(3), work_id(1)])
    popup.close()
    assert shown_title(page) == "第 1 件作品"


def test_nothing_claimed_and_no_network(
    qtbot: QtBot, world: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    qtbot.waitUntil(page.queue.empty.isVisible)
    assert page.queue.empty.accessibleName() == "Nothing left to review offline"
    assert page.queue.strip.isVisible()
    assert not page.bar.approve_button.isEnabled()
    page.viewer.focus_stage()
    keyboard.press(Key.Key_C)
    assert page.queue.told.accessibleName().startswith("This needs the network.")


def test_the_claim_asks_five_minutes_before_it_ends(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    claimed.clock.move(2 * 3_600_000 - 4 * 60_000)
    qtbot.waitUntil(lambda: page.batch.dialog is not None)
    dialog = page.batch.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "The claim ends in 5 minutes"
    assert dialog.accessibleDescription() == "5 works are undecided and go back then. Decisions are all kept."
    click(dialog.safe)
    qtbot.waitUntil(lambda: page.batch.dialog is None)


def test_giving_everything_back_is_asked_with_the_count(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    keyboard.press(Key.Key_A)
    keyboard.ready(page, "第 2 件作品")
    qtbot.waitUntil(lambda: page.feed.now is not None and page.feed.now.counts.pending == 4)
    page.batch.ask_to_release_all()
    dialog = page.batch.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Give back the 4 undecided works?"
    qtbot.waitUntil(dialog.safe.hasFocus)
    keyboard.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: page.batch.dialog is None)


def test_the_phone_is_masked_and_offline_it_stays_so(
    qtbot: QtBot, claimed: DeskWorld, open_page: OpenPage, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.ready(page, "第 1 件作品")
    phone = page.inspector.phone
    assert phone.number.text() == "139****6028"
    click(phone.reveal)
    qtbot.waitUntil(lambda: not phone.reveal.busy)
    assert phone.number.text() == "139****6028"
    assert phone.rest.text() == "This needs the network."


@pytest.fixture
def tight(tmp_path: Path, qapp: QApplication, clip: Path) -> Iterator[tuple[DeskWorld, Path]]:
    """A desk whose store lies on a file system of 16 MiB, and a file that can fill it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting a small file system needs root")
    world = build(tmp_path, qapp, language="en", store_folder=disk / "me")
    world.put("work", [work_facts(number) for number in range(1, 4)])
    for number in range(1, 4):
        world.put_file(media_id(number), clip)
    yield world, disk / "filler"
    world.close()
    subprocess.run(["umount", "-l", disk], check=True)


def fill_up(file: Path) -> None:
    """Until there is no room; then the ballast is spent too."""
    (file.parent / "me" / "ballast").unlink(missing_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with contextlib.suppress(OSError):
        while True:
            os.write(handle, b"\0" * 4096)
    os.close(handle)


def test_on_a_full_disk_the_work_stays_and_nothing_is_shown_as_decided(
    qtbot: QtBot, tight: tuple[DeskWorld, Path], open_page: OpenPage, keyboard: Keyboard
) -> None:
    world, filler = tight
    page = open_page(world)
    keyboard.ready(page, "第 1 件作品")
    keyboard.playing(page)
    fill_up(filler)
    keyboard.press(Key.Key_R, Key.Key_3, Key.Key_Return)
    qtbot.waitUntil(page.inspector.error.isVisible)
    assert "The disk is full; this was not saved." in page.inspector.error.accessibleName()
    assert shown_title(page) == "第 1 件作品"
    assert page.bar.headline.text() == "Nothing decided yet"
    assert page.inspector.state_chip.text == "To review"
    filler.unlink()
    qtbot.waitUntil(lambda: page.accepts_decisions)
    keyboard.press(Key.Key_R, Key.Key_Return)
    keyboard.ready(page, "第 2 件作品")
    assert world.decisions() == [(work_id(1), "reject")]
    assert not page.inspector.error.isVisible()
