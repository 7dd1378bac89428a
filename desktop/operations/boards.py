"""Boards: show one (kept or from the server), bring the sealed ones for offline use, seal a week."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from contract.boards import BoardKind
from contract.week_board import WeekBoard, unpacked
from desktop.api_client.errors import ApiError, OfflineError
from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import Store, boards
from desktop.store.boards import KeptFile, SealRow

if TYPE_CHECKING:
    from contract.wire.boards import SealFacts

TOP = 500
"""Rows of a live board of works or persons, by each measure."""
PARTS_TOP = 100_000
"""Rows when the works behind a live board are asked for."""


class Shown(NamedTuple):
    """A board, as of when (ms) it is known to be so, and whether it came from the server just now."""

    board: WeekBoard
    at: int
    fresh: bool


def show(
    context: AppContext,
    kind: BoardKind,
    week: int | None,
    done: Callable[[Shown], object],
    failed: Failed,
    owner: QObject,
    *,
    top: int = TOP,
) -> None:
    """What is kept at once, then what the server has; `week` None is the whole campaign.

    `done` may be called twice. `failed` only when nothing could be shown; a sealed board that is here asks nobody.
    """

    was_here = False

    def local(store: Store) -> Shown | None:
        nonlocal was_here
        found = from_store(store, kind, week, top)[0]
        was_here = found is not None
        return found

    def work() -> Shown | None:
        here, sealed = context.local_store.call(lambda store: _is_here(store, kind, week, top))
        came = here and not was_here  # meanwhile, with the boards that are brought for offline use
        if here and sealed:
            return context.local_store.call(local) if came else None
        try:
            return from_server(context, kind, week, top)
        except ApiError:
            if here:
                return context.local_store.call(local) if came else None
            raise

    # Both at once: what is kept is read first, as the store answers in turn.
    context.local_store.read(local, _if_any(done), owner)
    context.background.run(work, _if_any(done), failed, owner)


def bring(context: AppContext, done: Callable[[int], object], failed: Failed, owner: QObject | None = None) -> None:
    """Fetches the sealed boards that are missing here, newest week first; gives how many."""

    def work() -> int:
        context.local_store.call(boards.tidy)
        must_reach(context)
        missing = context.local_store.call(boards.missing)
        for id in missing:
            _fetch_sealed(context, id)
        return len(missing)

    context.background.run(work, done, failed, owner)


def seal(
    context: AppContext,
    week: int,
    revision: int,
    reason: str,
    done: Callable[[SealFacts], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """Seals a week, or makes its next revision; asked again after a lost answer it is the same seal."""
    key = hashlib.sha256(f"{week} {revision} {reason}".encode()).hexdigest()

    def work() -> SealFacts:
        from contract.wire.boards import SealAsk

        return context.api.seal(SealAsk(week=week, revision=revision, reason=reason), key)

    context.background.run(work, done, failed, owner)


def seals(context: AppContext, done: Callable[[list[SealRow]], object], owner: QObject) -> None:
    """The latest revision of each sealed week."""
    context.local_store.read(boards.seals, done, owner)


def must_reach(context: AppContext) -> None:
    """Raises OfflineError when nobody should be asked now: no network, or the desk is kept offline."""
    if not context.sync.network.reachable:
        raise OfflineError("not asked", sent=False)


def from_store(store: Store, kind: BoardKind, week: int | None, top: int) -> tuple[Shown | None, bool]:
    """(what is here, whether the week is sealed)."""
    file = _sealed_file(store, kind, week)
    id = file or _live_id(kind, week, top)
    found = boards.kept(store, id)
    return (_shown(found) if found else None), bool(file)


def _is_here(store: Store, kind: BoardKind, week: int | None, top: int) -> tuple[bool, bool]:
    """(whether a file is kept, whether the week is sealed)."""
    file = _sealed_file(store, kind, week)
    return boards.kept(store, file or _live_id(kind, week, top)) is not None, bool(file)


def from_server(context: AppContext, kind: BoardKind, week: int | None, top: int) -> Shown | None:
    """None when what is kept is still right."""
    store, now = context.local_store, context.clock.now_ms()
    file = store.call(lambda inner: _sealed_file(inner, kind, week))
    must_reach(context)
    if file:
        return Shown(_fetch_sealed(context, file), now, fresh=True)
    id = _live_id(kind, week, top)
    known = store.call(lambda inner: boards.kept(inner, id))
    data, etag = context.api.live_board(
        kind.value, week, whole=week is None, top=top, etag=known.etag if known else ""
    )  # fmt: skip
    if data is None:
        store.call(lambda inner: boards.still_good(inner, id, now))
        return known and Shown(unpacked(known.data), now, fresh=True)
    board = unpacked(data)
    store.call(lambda inner: boards.keep(inner, id, board.region, data, etag, now))
    return Shown(board, now, fresh=True)


def _fetch_sealed(context: AppContext, id: str) -> WeekBoard:
    data = context.api.sealed_board(id)
    board = unpacked(data)
    context.local_store.call(lambda store: boards.keep(store, id, board.region, data, "", context.clock.now_ms()))
    return board


def _sealed_file(store: Store, kind: BoardKind, week: int | None) -> str:
    """The file of the week's latest revision, "" when it is not sealed."""
    row = next((row for row in boards.seals(store) if row.week == week), None)
    return next((file.id for file in row.files if file.kind == kind), "") if row else ""


def _live_id(kind: BoardKind, week: int | None, top: int) -> str:
    return boards.live_id(kind.value, week) + ("" if top == TOP else f":{top}")


def _shown(found: KeptFile) -> Shown:
    return Shown(unpacked(found.data), found.at, fresh=False)


def _if_any(done: Callable[[Shown], object]) -> Callable[[Shown | None], object]:
    return lambda found: done(found) if found is not None else None
