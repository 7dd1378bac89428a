"""Showing a board: what is kept here may come between asking the store and asking the server."""

from threading import Event

from pytestqt.qtbot import QtBot

from contract.boards import BoardKind
from desktop.background import NETWORK_THREADS
from desktop.operations import boards
from desktop.operations.boards import Shown
from desktop.store import Store
from desktop.store.boards import KeptFile, keep, kept, missing, seals
from tests.desktop.boards.conftest import WEEK, Desks


def test_a_board_that_is_brought_meanwhile_is_shown(qtbot: QtBot, desks: Desks) -> None:
    """It was not here when the store was asked, and is when it is the server's turn: nobody else would show it."""
    context = desks.open().context
    context.sync.start()
    qtbot.waitUntil(lambda: context.sync.up_to_date)
    brought: list[int] = []
    boards.bring(context, brought.append, lambda error: None)
    qtbot.waitUntil(lambda: brought == [len(BoardKind)])
    context.sync.keep_offline(True)

    files: dict[str, KeptFile] = {}

    def take_away(store: Store) -> None:
        (row,) = seals(store)
        for file in row.files:
            found = kept(store, file.id)
            assert found is not None
            files[file.id] = found
        with store.cache.begin() as database:
            database.execute("DELETE FROM board_file")
        assert len(missing(store)) == len(BoardKind)

    def bring_back(store: Store) -> None:
        for id, file in files.items():
            keep(store, id, "", file.data, file.etag, file.at)

    busy, back, shown = Event(), list[None](), list[Shown]()
    context.local_store.write(take_away)
    for _ in range(NETWORK_THREADS):
        context.background.run(busy.wait)
    boards.show(context, BoardKind.REGION, WEEK - 1, shown.append, lambda error: None, context.sync)
    context.local_store.write(bring_back, back.append)
    qtbot.waitUntil(lambda: bool(back))
    assert shown == []
    busy.set()
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].board.week == WEEK - 1
