"""Nobody sees or sends what another person did, however alike their accounts are."""

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from contract.roles import Role
from desktop.store import outbox
from server.models import Staff
from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import SOON_MS, leave_one_unsent, sign_in, window_of
from tests.server.world import World

ACCOUNT = "org-7"


@pytest.fixture(autouse=True)
def somebody(server: World) -> None:
    """Who was here first."""
    server.staff(Role.ORG_ADMIN, ACCOUNT)


def sign_in_to_an_empty_desk(qtbot: QtBot, desks: OpenDesk, server: World, account: str) -> None:
    """Nothing is in the outbox, and nothing is sent."""
    desk = desks.now()
    desk._leave_person()
    desk._show_sign_in()
    sign_in(qtbot, desk, server.url, account)
    context = desk.app_context
    assert context is not None
    rows: list[object] = []
    context.local_store.read(outbox.unsettled, lambda found: rows.append(found))
    qtbot.waitUntil(lambda: bool(rows), timeout=SOON_MS)
    assert rows == [[]]


@pytest.mark.usefixtures("secret_service")
def test_accounts_that_differ_in_a_capital_letter(qtbot: QtBot, server: World, desks: OpenDesk) -> None:
    server.staff(Role.ORG_ADMIN, ACCOUNT.upper())
    sign_in(qtbot, desks(), server.url, ACCOUNT)
    leave_one_unsent(qtbot, desks.now())
    sign_in_to_an_empty_desk(qtbot, desks, server, ACCOUNT.upper())
    assert window_of(desks.now()).notices.keys() == []


@pytest.mark.usefixtures("secret_service")
def test_an_account_that_was_made_anew(qtbot: QtBot, server: World, desks: OpenDesk) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, ACCOUNT)
    leave_one_unsent(qtbot, desk)
    with server.context.database.writing() as session:
        session.execute(update(Staff).values(account="left"))
    server.staff(Role.ORG_ADMIN, ACCOUNT)
    sign_in_to_an_empty_desk(qtbot, desks, server, ACCOUNT)
    assert window_of(desk).notices.keys() == ["other-person"]
    assert "1 个没有送出的决定" in window_of(desk).notices.texts()[0]
    people = desk.profile.paths.people  # type: ignore[union-attr]
    assert [folder for folder in people.iterdir() if ".set-aside-" in folder.name]
