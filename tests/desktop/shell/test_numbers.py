"""What rail and status bar count, with real works claimed at a real server."""

import pytest
from pytestqt.qtbot import QtBot

from contract.review import Verdict
from desktop.context import AppContext
from desktop.desk import Desk
from desktop.operations import claim
from desktop.operations.decide import decide, subject_of, undo
from desktop.settings import LAST_BATCH
from desktop.store import Store, queries
from desktop.store.rows import OutboxRow, WorkRow
from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import SOON_MS, sign_in, window_of
from tests.server.world import World

WORKS = 5


@pytest.fixture
def account(world: World) -> str:
    """A moderator; works wait for review."""
    world.works(WORKS)
    world.staff(account="reviewer-1")
    return "reviewer-1"


def context_of(desk: Desk) -> AppContext:
    """What the person has."""
    assert desk.app_context is not None
    return desk.app_context


def claim_all(qtbot: QtBot, desk: Desk) -> list[WorkRow]:
    """Claims everything there is."""
    granted: list[int] = []
    claim.claim(context_of(desk), done=granted.append)
    qtbot.waitUntil(lambda: granted == [WORKS], timeout=SOON_MS)
    found: list[list[WorkRow]] = []

    def ask(store: Store) -> list[WorkRow]:
        return queries.queue(store)

    context_of(desk).local_store.read(ask, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=SOON_MS)
    return found[0]


def test_claimed_works_are_counted_and_the_claim_counts_down(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk
) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    bar = window_of(desk).status_bar
    assert bar.item("claim").text == ""
    # what is held is renewed when the server is reached: after the claim that would move its end
    qtbot.waitUntil(lambda: bar.item("network").text == "在线", timeout=SOON_MS)
    claim_all(qtbot, desk)
    qtbot.waitUntil(lambda: bar.item("claim").text == "领取批次 12:00:00 后到期", timeout=SOON_MS)
    assert bar.item("claim").tint == ""
    server.clock.forward(hours=11, minutes=50)
    qtbot.waitUntil(lambda: bar.item("claim").text == "领取批次 10:00 后到期", timeout=SOON_MS)
    assert bar.item("claim").tint == "warnBg"
    server.clock.forward(minutes=11)
    qtbot.waitUntil(lambda: bar.item("claim").text == "领取批次已到期", timeout=SOON_MS)


def test_a_decision_moves_from_the_queue_to_the_outbox_and_back(
    qtbot: QtBot, server: World, account: str, desks: OpenDesk
) -> None:
    desk = desks()
    sign_in(qtbot, desk, server.url, account)
    window, context = window_of(desk), context_of(desk)
    work = claim_all(qtbot, desk)[0]
    context.sync.keep_offline(True)
    qtbot.waitUntil(lambda: not context.sync.pushing, timeout=SOON_MS)
    rows: list[OutboxRow] = []
    decide(context, subject_of(work), Verdict.APPROVE, done=rows.append)
    qtbot.waitUntil(lambda: window.status_bar.item("outbox").text == "发件箱 1", timeout=SOON_MS)
    assert window.workspace is not None
    assert spoken(desk, "works") == f"作品审核，{WORKS - 1} 件待审"
    assert context.settings.get(LAST_BATCH)[1:] == (str(WORKS - 1), "1")
    taken_back: list[bool] = []
    undo(context, rows[0].id, done=taken_back.append)
    qtbot.waitUntil(lambda: window.status_bar.item("outbox").text == "发件箱 0", timeout=SOON_MS)
    assert taken_back == [True]
    assert spoken(desk, "works") == f"作品审核，{WORKS} 件待审"


def spoken(desk: Desk, tab: str) -> str:
    """What a screen reader says of a tab."""
    workspace = window_of(desk).workspace
    assert workspace is not None
    return workspace.rail._tabs[tab].accessibleName()
