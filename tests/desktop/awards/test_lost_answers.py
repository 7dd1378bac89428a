"""The server has done it, but the desk never heard: nothing is done twice, nothing that was typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from contract.awards import ListState
from desktop.views.awards.page import AwardsPage
from server.models import AwardEdit, AwardList, Certificate
from tests.desktop.awards.conftest import Desks
from tests.desktop.awards.test_page import answer, certificates, closed, proposed, question, wait_state
from tests.desktop.members.test_page import press
from tests.server.awards.ceremony import act, propose, union
from tests.server.world import World

Key = Qt.Key


def count(server: World, table: type) -> int:
    """Rows of a table."""
    with server.context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def losing(desks: Desks, *parts: str) -> Callable[[], None]:
    """Answers of such calls are lost until it is mended."""
    cable = desks.cables[-1]
    cable.lose = lambda line: any(part in line for part in parts)

    def mend() -> None:
        assert cable.lost
        cable.lose = lambda _line: False

    return mend


def test_confirmed_once(qtbot: QtBot, desks: Desks, server: World, seal_id: str) -> None:
    """The answer is lost and so is a look at the list; the same button again tells the same certificates."""
    act(union(server), propose(union(server), seal_id), "submit")
    page = desks.show(qtbot, desks.open())
    wait_state(qtbot, page, ListState.SUBMITTED)
    mend = losing(desks, "POST /api/v1/awards", "GET /api/v1/awards/lists/")
    asked = answer(qtbot, Key.Key_C)
    qtbot.waitUntil(asked.banner.isVisible, timeout=10_000)
    assert asked.banner._title.text() == "The server's answer was lost; it may have been done"
    assert certificates(server) == 3
    mend()
    asked.act.click()
    wait_state(qtbot, page, ListState.CONFIRMED)
    assert certificates(server) == 3


def test_an_edit_is_found_to_be_done(qtbot: QtBot, page: AwardsPage, desks: Desks, server: World) -> None:
    """Only the answer is lost: a look at the list shows that it is done, and nobody is asked again."""
    proposed(qtbot, page)
    losing(desks, "/edits")
    answer(qtbot, Key.Key_I, "works for the jury")
    closed(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.feed.entries[0].edits))
    assert count(server, AwardEdit) == 1


def test_proposed_once(qtbot: QtBot, page: AwardsPage, desks: Desks, server: World) -> None:
    """The same key is tried again; after a withdrawal a new one is used."""
    mend = losing(desks, "POST /api/v1/awards")
    press(Key.Key_P)
    asked = question()
    asked.kind.setCurrentIndex(asked.kind.findData("weekly"))  # type: ignore[attr-defined]
    asked.act.click()
    qtbot.waitUntil(asked.banner.isVisible, timeout=10_000)
    assert count(server, AwardList) == 1
    mend()
    asked.act.click()
    wait_state(qtbot, page, ListState.PROPOSED)
    assert count(server, AwardList) == 1
    page.entries.table.setFocus()
    answer(qtbot, Key.Key_W, "wrong week")
    wait_state(qtbot, page, ListState.WITHDRAWN)
    proposed(qtbot, page)
    assert count(server, AwardList) == 2


@pytest.mark.parametrize("look", [True, False])
def test_reissued_once(qtbot: QtBot, desks: Desks, server: World, seal_id: str, look: bool) -> None:
    """Whether or not the desk can look at the certificate after its answer was lost."""
    made = act(union(server), propose(union(server), seal_id), "submit")
    page = desks.show(qtbot, desks.open())
    wait_state(qtbot, page, ListState.SUBMITTED)
    assert made["state"] == "submitted"
    answer(qtbot, Key.Key_C)
    wait_state(qtbot, page, ListState.CONFIRMED)
    press(Key.Key_V)
    feed = page.certificates_feed
    qtbot.waitUntil(lambda: feed.detail is not None)
    mend = losing(desks, "/reissue", *(() if look else ("GET /api/v1/certificates/",)))
    press(Key.Key_E)
    asked = question()
    QTest.keyClicks(asked.line, "right name now")
    asked.act.click()
    if not look:
        qtbot.waitUntil(asked.banner.isVisible, timeout=10_000)
        assert asked.reason() == "right name now"
        mend()
        asked.act.click()
    closed(qtbot, page)
    qtbot.waitUntil(lambda: len(feed.rows) == 4)
    assert count(server, Certificate) == 4
