"""A week's boards as files: the workbook, the bulletin as PDF and picture. Works offline from what is kept here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import orjson
from PySide6.QtCore import QObject

from contract.boards import BoardKind, Measure
from contract.week_board import WeekBoard
from desktop.api_client.errors import ApiError
from desktop.background import Failed
from desktop.bulletin.content import bulletin_of
from desktop.bulletin.saving import save_pdf, save_png
from desktop.context import AppContext
from desktop.export.options import ExportOptions
from desktop.export.saving import export_boards
from desktop.operations.boards import TOP, Shown, from_server, from_store, must_reach
from desktop.paths import RESOURCES
from desktop.store import boards as kept

if TYPE_CHECKING:
    from contract.wire.boards import CertificatesNote, ExportNote

TEMPLATE: Final = "weekly_template.xlsx"
Boards = dict[BoardKind, WeekBoard]


def template_of(context: AppContext) -> Path:
    """The letterhead in the profile's folder where staff put one, else ours."""
    own = context.paths.profile / TEMPLATE
    return own if own.exists() else RESOURCES / TEMPLATE


def week_boards(
    context: AppContext, week: int, done: Callable[[Boards], object], failed: Failed, owner: QObject
) -> None:
    """All four boards of a week, sealed ones as they are kept; what is not here is asked for."""

    def work() -> Boards:
        found: Boards = {}
        for kind in BoardKind:
            here, sealed = context.local_store.call(lambda store, kind=kind: from_store(store, kind, week, TOP))
            if here is None or not sealed:
                here = _newer(context, kind, week) or here
            if here is not None:
                found[kind] = here.board
        return found

    context.background.run(work, done, failed, owner)


def write_workbook(
    context: AppContext,
    boards: Mapping[BoardKind, WeekBoard],
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    done: Callable[[Path], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """`failed(ExportError)`; `progress` and `cancelled` are called on a background thread."""

    def work() -> Path:
        export_boards(boards, options, path, template_of(context), progress=progress, cancelled=cancelled)
        _note(context, boards, "workbook", options.mask_names)
        return path

    context.background.run(work, done, failed, owner)


def write_bulletin(
    context: AppContext,
    boards: Mapping[BoardKind, WeekBoard],
    path: Path,
    done: Callable[[Path], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """The PDF at `path`, and the long picture beside it; `failed(BulletinNotSavedError)`."""

    def work() -> Path:
        week = next(iter(boards.values())).week
        bulletin = bulletin_of(week, boards, Measure.HEAT)
        save_pdf(bulletin, path)
        save_png(bulletin, path.with_suffix(".png"))
        _note(context, boards, "bulletin", masked=True)
        return path

    context.background.run(work, done, failed, owner)


def catch_up(context: AppContext) -> None:
    """Tells the server's audit of files that were written while it was away."""
    context.background.run(lambda: _send_notes(context), lambda _none: None, lambda _error: None)


def _send_notes(context: AppContext) -> None:
    from contract.wire.boards import CertificatesNote, ExportNote

    must_reach(context)
    for text in context.local_store.call(kept.export_notes):
        shape = CertificatesNote if orjson.loads(text)["what"] == "certificates" else ExportNote
        context.api.note_export(shape.model_validate_json(text))
        context.local_store.call(lambda store, text=text: kept.drop_export_note(store, text))


def _newer(context: AppContext, kind: BoardKind, week: int) -> Shown | None:
    """As the server has it now; None when it cannot be asked."""
    try:
        return from_server(context, kind, week, TOP)
    except ApiError:
        return None


def _note(context: AppContext, boards: Mapping[BoardKind, WeekBoard], what: str, masked: bool) -> None:
    from contract.wire.boards import ExportNote

    board = next(iter(boards.values()))
    rows = sum(len(one.rows) for one in boards.values())
    revision = board.seal.revision if board.seal else 0
    note_export(context, ExportNote(week=board.week, revision=revision, what=what, masked=masked, rows=rows))


def note_export(context: AppContext, note: ExportNote | CertificatesNote) -> None:
    """Keeps what the audit must know of files that were written, and tells it; on a background thread."""
    text = note.model_dump_json()
    context.local_store.call(lambda store: kept.keep_export_note(store, text))
    try:
        _send_notes(context)
    except ApiError:
        return  # told with the next refresh of the boards
