"""The tab 奖项 at a real server: proposed, edited, submitted, confirmed by somebody else, certificates."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from contract.awards import ListState
from contract.certificates import CertificateState, read_code
from contract.roles import Role
from desktop.ui.act_dialog import ActDialog
from desktop.ui.row_model import ROW_ROLE
from desktop.views.awards.page import AwardsPage
from desktop.views.awards.propose_dialog import ProposeDialog
from server.models import Audit, Certificate, Worker
from tests.desktop.awards.conftest import Desks
from tests.desktop.members.test_page import press
from tests.server.awards.ceremony import act, confirm, edit, line, propose, sealed, set_kind, union
from tests.server.world import World

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def question() -> ActDialog:
    """The one that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, ActDialog)
    return found


def answer(qtbot: QtBot, key: Key, reason: str = "") -> ActDialog:
    """Presses a key and gives a reason to the question."""
    press(key)
    asked = question()
    if reason:
        assert not asked.act.isEnabled()
        QTest.keyClicks(asked.line, reason)
    asked.act.click()
    return asked


def wait_state(qtbot: QtBot, page: AwardsPage, state: ListState) -> None:
    """Until the chosen list has it, and its lines are there."""
    qtbot.waitUntil(lambda: page.feed.current is not None and page.feed.current.state is state and page.feed.filled)
    closed(qtbot, page)


def closed(qtbot: QtBot, page: AwardsPage) -> None:
    """Until no question is open and the page has the keys again."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=10_000)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and QApplication.focusWidget() is not None)


def cells(page: AwardsPage, column: str) -> list[str]:
    """What one column of the lines says."""
    model = page.entries.model
    place = [one.id for one in model.columns].index(column)
    return [model.index(row, 0).data(ROW_ROLE).cells[place].text for row in range(model.rowCount())]


def proposed(qtbot: QtBot, page: AwardsPage) -> AwardsPage:
    """A list of week 10, proposed with the keyboard, the keys at its lines."""
    press(Key.Key_P)
    asked = question()
    assert isinstance(asked, ProposeDialog)
    asked.kind.setCurrentIndex(asked.kind.findData("weekly"))
    asked.act.click()
    wait_state(qtbot, page, ListState.PROPOSED)
    page.entries.table.setFocus()
    return page


def certificates(server: World) -> int:
    """How many there are."""
    with server.context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Certificate)) or 0


def test_proposed_from_a_sealed_week(qtbot: QtBot, page: AwardsPage) -> None:
    """Three are in, two are reserves, the rest did not come so far; names are masked but for the chosen line."""
    assert page.lists.empty.isVisible()
    proposed(qtbot, page)
    assert cells(page, "standing") == ["Chosen", "Chosen", "Chosen", "Reserve", "Reserve"]
    assert cells(page, "name")[0] == "周*1"
    assert page.side._line_name.text() == "周小1"
    assert page.side._words.text() == "热度第 1 名（99），在前 3 名之内"
    press(Key.Key_J)
    assert page.side._line_name.text() == "周小2"
    page.entries.filter.changed.emit("reserve")
    page.entries.filter.set_current("reserve")
    page.entries.show_lines()
    assert cells(page, "place") == ["4", "5"]
    page.entries.clear()
    page.entries.search.setText("周小3")
    assert cells(page, "place") == ["3"]


def test_from_a_proposal_to_certificates(qtbot: QtBot, page: AwardsPage, desks: Desks, server: World) -> None:
    """By keys alone; who has worked on it is refused, somebody else confirms; one is revoked, one reissued."""
    proposed(qtbot, page)
    answer(qtbot, Key.Key_I, "works for the jury")
    qtbot.waitUntil(lambda: cells(page, "standing")[0] == "Taken out")
    assert page.feed.entries[0].edits[0].reason == "works for the jury"
    assert "works for the jury" in page.side.edits.accessibleName()
    closed(qtbot, page)
    answer(qtbot, Key.Key_S)
    wait_state(qtbot, page, ListState.SUBMITTED)
    asked = answer(qtbot, Key.Key_C)
    qtbot.waitUntil(asked.banner.isVisible)
    assert asked.banner._title.text() == "A list needs a second person"
    press(Key.Key_Escape)
    closed(qtbot, page)
    assert certificates(server) == 0
    other = desks.show(qtbot, desks.open(Role.PLATFORM_ADMIN))
    wait_state(qtbot, other, ListState.SUBMITTED)
    answer(qtbot, Key.Key_C)
    wait_state(qtbot, other, ListState.CONFIRMED)
    assert certificates(server) == 2
    assert not other.side.edit.isVisible()
    press(Key.Key_V)
    feed = other.certificates_feed
    qtbot.waitUntil(lambda: len(feed.rows) == 2 and feed.detail is not None)
    first = feed.rows[0].number
    answer(qtbot, Key.Key_R, "sent to the wrong one")
    qtbot.waitUntil(lambda: feed.rows[0].state is CertificateState.REVOKED)
    qtbot.waitUntil(lambda: feed.detail is not None and len(feed.detail.history) == 2)
    closed(qtbot, other)
    assert "sent to the wrong one" in other.certificate_side.history.accessibleName()
    assert not other.certificate_side.revoke.isVisible()
    other.certificates.table.setFocus()
    answer(qtbot, Key.Key_E, "right name now")
    qtbot.waitUntil(lambda: len(feed.rows) == 3)
    qtbot.waitUntil(lambda: feed.chosen is not None and feed.chosen.replaces == first)
    assert other.certificates.table.current_id() == feed.rows[2].id
    closed(qtbot, other)
    press(Key.Key_C, modifier=CTRL)
    assert read_code(QGuiApplication.clipboard().text()) == feed.rows[2].code
    other.certificates.table.select(feed.rows[0].id)
    qtbot.waitUntil(lambda: feed.chosen is not None and feed.chosen.replaced_by != "")
    assert not other.certificate_side.reissue.isVisible(), "only once"


def test_a_certificate_is_found_by_its_number(qtbot: QtBot, page: AwardsPage, server: World) -> None:
    """Whatever list is shown; what there is not is said."""
    made = propose(union(server), page.feed.seals[0].id)
    confirm(union(server), act(union(server), made, "submit"))
    page.lists.number.setText("cert-24-000002")
    page.lists.number.returnPressed.emit()
    qtbot.waitUntil(lambda: page.shows_certificates and page.certificates_feed.detail is not None)
    qtbot.waitUntil(lambda: page.certificate_side._holder.text() == "周小2")
    page.lists.number.setText("CERT-24-999999")
    page.lists.number.returnPressed.emit()
    qtbot.waitUntil(page.center.banner.isVisible)
    assert page.center.banner._title.text() == "There is no certificate CERT-24-999999"


def test_somebody_was_faster(qtbot: QtBot, page: AwardsPage, server: World) -> None:
    """The list is loaded anew, it is said who changed it, and the reason that was typed stays for another try."""
    proposed(qtbot, page)
    press(Key.Key_I)
    asked = question()
    QTest.keyClicks(asked.line, "my reason")
    other = union(server)
    facts = other.get(f"/awards/lists/{page.subject()}").json()
    changed = edit(other, facts, page.feed.entries[2].subject_id, False)
    asked.act.click()
    qtbot.waitUntil(asked.banner.isVisible)
    assert changed["edited_by"] in asked.banner._title.text()
    assert asked.reason() == "my reason"
    qtbot.waitUntil(lambda: cells(page, "standing")[2] == "Taken out")
    assert cells(page, "standing")[0] == "Chosen"
    asked.act.click()
    qtbot.waitUntil(lambda: cells(page, "standing")[0] == "Taken out")
    assert page.feed.entries[0].edits[0].reason == "my reason"


def test_a_typed_reason_outlives_its_window(qtbot: QtBot, page: AwardsPage) -> None:
    proposed(qtbot, page)
    press(Key.Key_W)
    QTest.keyClicks(question().line, "wrong week")
    question().safe.click()
    closed(qtbot, page)
    press(Key.Key_W)
    assert question().reason() == "wrong week"
    question().act.click()
    wait_state(qtbot, page, ListState.WITHDRAWN)
    assert page.feed.current is not None
    assert page.feed.current.reason == "wrong week"
    proposed(qtbot, page)
    assert len(page.feed.lists) == 2, "the next one may be proposed"


def test_rules_bind_hands(qtbot: QtBot, page: AwardsPage) -> None:
    """All places are taken: nobody more is put in, and it is said what to do."""
    proposed(qtbot, page)
    page.entries.table.select(page.feed.entries[3].id)
    asked = answer(qtbot, Key.Key_I, "should be in")
    qtbot.waitUntil(asked.banner.isVisible)
    assert asked.banner._title.text() == "All places of this list are taken"
    asked.reject()


def test_a_list_that_is_there_already(qtbot: QtBot, page: AwardsPage, server: World) -> None:
    """It is opened behind the question."""
    made = propose(union(server), page.feed.seals[0].id)
    press(Key.Key_P)
    asked = question()
    assert isinstance(asked, ProposeDialog)
    asked.kind.setCurrentIndex(asked.kind.findData("weekly"))
    asked.act.click()
    qtbot.waitUntil(asked.banner.isVisible)
    assert asked.banner._title.text() == "There is such a list already"
    qtbot.waitUntil(lambda: page.subject() == made["id"])
    asked.reject()


def test_boards_were_corrected(qtbot: QtBot, page: AwardsPage, server: World) -> None:
    proposed(qtbot, page)
    sealed(server, [], revision=2)
    asked = answer(qtbot, Key.Key_S)
    qtbot.waitUntil(asked.banner.isVisible)
    assert asked.banner._title.text() == "Week 10 was corrected after this list was drawn"
    asked.reject()


def test_suspended_meanwhile(qtbot: QtBot, page: AwardsPage, server: World) -> None:
    """The line is marked and gets the bar; without it the list can be submitted."""
    proposed(qtbot, page)
    with server.context.database.writing() as session:
        session.get_one(Worker, page.feed.entries[2].subject_id).suspended_at = server.clock()
    asked = answer(qtbot, Key.Key_S)
    qtbot.waitUntil(asked.banner.isVisible)
    assert asked.banner._title.text() == "Somebody in this list cannot be honoured now"
    asked.reject()
    qtbot.waitUntil(lambda: cells(page, "standing")[2] == "Cannot stay")
    assert page.side.entry is not None
    assert page.side.entry.place == 3
    closed(qtbot, page)
    page.entries.table.setFocus()
    answer(qtbot, Key.Key_I, "suspended")
    qtbot.waitUntil(lambda: cells(page, "standing")[2] == "Taken out")
    closed(qtbot, page)
    answer(qtbot, Key.Key_S)
    wait_state(qtbot, page, ListState.SUBMITTED)


def test_staff_of_one_region_read_theirs(qtbot: QtBot, desks: Desks, server: World, seal_id: str) -> None:
    """Their lines and certificates, and nothing to press."""
    made = propose(union(server), seal_id)
    page = desks.show(qtbot, desks.open(region="42"))
    wait_state(qtbot, page, ListState.PROPOSED)
    assert cells(page, "place") == ["2", "4"]
    side = page.side
    for button in (page.lists.propose, side.edit, side.submit, side.withdraw, side.confirm):
        assert not button.isVisible()
    for key in (Key.Key_P, Key.Key_I, Key.Key_S, Key.Key_W, Key.Key_C):
        press(key)
        assert QApplication.activeModalWidget() is None
    confirm(union(server), act(union(server), made, "submit"))
    page.refresh()
    wait_state(qtbot, page, ListState.CONFIRMED)
    press(Key.Key_V)
    qtbot.waitUntil(lambda: page.certificates_feed.detail is not None)
    assert [one.region for one in page.certificates_feed.rows] == ["42"]
    assert not page.certificate_side.revoke.isVisible()
    assert not page.certificate_side.reissue.isVisible()


def test_offline(qtbot: QtBot, page: AwardsPage, desks: Desks) -> None:
    """What is shown stays and is dated; nothing can be asked."""
    proposed(qtbot, page)
    desks._open[0].context.sync.keep_offline(True)
    qtbot.waitUntil(lambda: not desks._open[0].context.sync.network.reachable)
    page.refresh()
    qtbot.waitUntil(page.center.banner.isVisible)
    assert page.center.banner.kind == "offline"
    assert "as of" in page.center.banner._line.text()
    assert len(cells(page, "place")) == 5
    for key in (Key.Key_P, Key.Key_I, Key.Key_S, Key.Key_W):
        press(key)
        assert QApplication.activeModalWidget() is None
    assert page.center.banner._title.text() == "This needs the network."
    desks._open[0].context.sync.keep_offline(False)
    qtbot.waitUntil(lambda: desks._open[0].context.sync.network.reachable, timeout=10_000)
    page.refresh()
    press(Key.Key_S)
    question().reject()


def test_many_lines_come_by_pages(qtbot: QtBot, desks: Desks, server: World) -> None:
    """More at the end of the table; an edit far down keeps all that is loaded."""
    set_kind(server.admin(), "many", top=250, reserves=0)
    seal = sealed(server, [line(f"p{place}", place, 1_000 - place) for place in range(1, 251)], week=9)
    propose(union(server), seal, "many")
    page = desks.show(qtbot, desks.open())
    wait_state(qtbot, page, ListState.PROPOSED)
    assert len(page.feed.entries) < 250
    assert page.feed.more_lines
    page.entries.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(page.feed.entries) > 100, timeout=5_000)
    page.feed.more_of_list(all_of_it=True)
    qtbot.waitUntil(lambda: not page.feed.more_lines)
    page.entries.table.select(page.feed.entries[240].id)
    page.entries.table.setFocus()
    answer(qtbot, Key.Key_I, "withdrew")
    qtbot.waitUntil(lambda: bool(page.feed.entries[240].edits))
    assert len(page.feed.entries) == 250
    assert page.side.entry is not None
    assert page.side.entry.place == 241


def test_certificates_as_files(qtbot: QtBot, page: AwardsPage, server: World, tmp_path: Path) -> None:
    """All valid ones: in one PDF by keys, or a file each; it is audited; offline it is said, nothing is written."""
    made = propose(union(server), page.feed.seals[0].id)
    confirm(union(server), act(union(server), made, "submit"))
    page.refresh()
    wait_state(qtbot, page, ListState.CONFIRMED)
    press(Key.Key_V)
    qtbot.waitUntil(lambda: page.certificates_feed.detail is not None)
    page.certificates.table.setFocus()
    press(Key.Key_E, modifier=CTRL)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "证书_周度达人_第10周.pdf"
    target = tmp_path / "certificates.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    panel = page.export
    assert panel.writing
    assert not page.may_close()
    qtbot.waitUntil(lambda: not panel.writing, timeout=30_000)
    assert panel.banner._title.text() == "3 certificates written"
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == 3
    panel.form.set_current("files")
    folder = tmp_path / "each"
    folder.mkdir()
    panel.write(folder)
    qtbot.waitUntil(lambda: not panel.writing, timeout=30_000)
    assert len(list(folder.glob("*.pdf"))) == 3
    qtbot.waitUntil(lambda: audited(server) == [3, 3])
    page._context.sync.keep_offline(True)
    panel.write(tmp_path / "no")
    qtbot.waitUntil(lambda: not panel.writing)
    assert panel.banner.kind == "error"
    assert not (tmp_path / "no").exists()


def audited(server: World) -> list[object]:
    """How many certificates the audit says were exported, time by time."""
    with server.context.database.reading() as session:
        found = session.scalars(select(Audit.facts).where(Audit.action == "export"))
        return [facts["rows"] for facts in found if facts["what"] == "certificates"]
