"""The papers of a registration by keys: pages, zoom, files of an archive, and documents that are refused."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.organizations.page import OrganizationsPage
from inspection.documents.sniff import kind_of
from server.samples import papers
from tests.desktop.organizations.conftest import NAMES, put_paper
from tests.desktop.organizations.registration_rows import arrive, facts, file_id, paper_id, registration_id
from tests.desktop.organizations.test_page import press
from tests.desktop.works.desk_world import DeskWorld

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MEDIA = Path(__file__).resolve().parents[4] / "shared" / "media"


def test_zoom_and_turn(page: OrganizationsPage) -> None:
    view = page.evidence.view
    fitted = view.canvas.zoom
    press(Key.Key_Plus, Key.Key_Plus)
    assert view.canvas.zoom > fitted * 1.4
    press(Key.Key_T)
    assert view.canvas.turns == 1
    press(Key.Key_Minus, Key.Key_0)
    assert view.canvas.zoom < fitted * 1.4
    assert view.canvas.turns == 1


def test_pages_and_files(qtbot: QtBot, page: OrganizationsPage) -> None:
    view = page.evidence.view
    press(Key.Key_Tab, modifier=CONTROL)
    assert page.evidence.tabs.current() == paper_id(0, 1)
    qtbot.waitUntil(lambda: view.pages.text() == "1 / 3")
    press(Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.page == 1)
    press(Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.page == 2)
    press(Key.Key_PageDown)
    assert view.page == 2
    press(Key.Key_PageUp)
    qtbot.waitUntil(lambda: view.page == 1)
    press(Key.Key_Tab, Key.Key_Tab, modifier=CONTROL)
    assert page.evidence.tabs.current() == paper_id(0, 0)


def test_an_answer_that_comes_late_is_not_shown(qtbot: QtBot, page: OrganizationsPage) -> None:
    """The certificate is there at once; the letter, asked for just before, must not take its place."""
    drawn = page.papers._pages
    press(Key.Key_Tab, modifier=CONTROL)
    page.evidence.tabs.step(-1)
    qtbot.waitUntil(lambda: any(one.media_id == paper_id(0, 1) for one in drawn), timeout=20_000)
    qtbot.wait(50)
    assert page.evidence.tabs.current() == paper_id(0, 0)
    assert page.evidence.view.pages.text() == ""


def test_logos_come_one_after_the_other(
    qtbot: QtBot, page: OrganizationsPage, world: DeskWorld, tmp_path: Path
) -> None:
    """In the queue and beside the name; drawn like any other file that somebody has sent in."""
    ids = [
        put_paper(world, tmp_path, number, 5, papers.logo(name, Random(1)))["id"] for number, name in enumerate(NAMES)
    ]
    arrive(world, [facts(number, name=name, logo_id=ids[number], version=3) for number, name in enumerate(NAMES)])
    world.context.changes.announce({"registration"})
    qtbot.waitUntil(lambda: all(page.papers.logo(str(id)) is not None for id in ids), timeout=20_000)
    assert not page.detail.sign._picture.isNull()


def test_files_of_an_archive(qtbot: QtBot, page: OrganizationsPage) -> None:
    """Listed below from the start; pictures and PDFs open, a program is blocked, nothing lands on the disk."""
    archive, view = page.evidence.archive, page.evidence.view
    qtbot.waitUntil(archive.isVisible)
    table = archive.table
    names = {row.cells[0].text: row for row in table.rows.rows()}
    blocked = next(row for name, row in names.items() if ".exe" in name)
    assert blocked.cells[2].text == "Blocked"
    assert not blocked.cells[2].actions
    table.setFocus()
    table.select(blocked.id)
    press(Key.Key_Return)
    assert page.evidence.tabs.current() == paper_id(0, 0)
    table.select(names["委员名单.pdf"].id)
    press(Key.Key_Return)
    assert page.evidence.tabs.current() == paper_id(0, 2)
    qtbot.waitUntil(lambda: view.canvas.has_picture)
    press(Key.Key_Tab, modifier=CONTROL)
    press(Key.Key_Tab, modifier=CONTROL)
    press(Key.Key_Tab, modifier=CONTROL)
    qtbot.waitUntil(lambda: view.message == "补充材料.zip")


def test_the_papers_alone(page: OrganizationsPage) -> None:
    press(Key.Key_F)
    assert not page.queue.isVisible()
    assert not page.middle.isVisible()
    assert page.bar.isVisible()
    press(Key.Key_R)
    assert page.middle.isVisible()
    press(Key.Key_Escape, Key.Key_F, Key.Key_Escape)
    assert page.queue.isVisible()


def test_the_next_ones_paper_is_ready(qtbot: QtBot, page: OrganizationsPage) -> None:
    """Drawn in advance, so that it is on screen with the very key press."""
    from desktop.views.organizations.papers import Page

    qtbot.waitUntil(lambda: Page(paper_id(1, 0)) in page.papers._pages)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_N)
    assert page.subject() == registration_id(1)
    assert page.evidence.view.canvas.has_picture


def settled(page: OrganizationsPage) -> bool:
    """A picture, or words other than those of waiting."""
    view = page.evidence.view
    return view.canvas.has_picture or view.message not in ("", "Opening the document…")


@pytest.mark.skipif(not MEDIA.is_dir(), reason="the media set is not on this machine")
def test_every_document_of_the_set_is_shown_or_refused(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    """With a reason in words; the page stays alive."""
    files = sorted(file for file in (MEDIA / "docs").rglob("*") if file.is_file())
    assert len(files) >= 10
    told = {}
    for number, file in enumerate(files, start=20):
        kind = str(kind_of(file.read_bytes()[:4096]))
        kind = kind if kind in ("jpeg", "png", "pdf", "zip") else "pdf"
        document = {"id": file_id(number), "name": file.name, "kind": kind, "bytes": 1, "sha256": "0" * 64}
        arrive(world, [facts(number, documents=[document])])
        world.context.changes.announce({"registration"})
        world.put_file(file_id(number), file)
        page.show_subject(registration_id(number))
        qtbot.waitUntil(lambda number=number: page.subject() == registration_id(number))
        qtbot.waitUntil(lambda: settled(page), timeout=25_000)
        told[file.name] = page.evidence.view.message or "picture"
    refused = {name: said for name, said in told.items() if said not in ("picture", name)}
    assert refused == {"pdf_password_openpassword.pdf": "The document is locked by a password"}
    assert sum(said == "picture" for said in told.values()) >= 7
    assert page.accepts_decisions
