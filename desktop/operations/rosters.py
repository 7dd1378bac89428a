"""Member lists: read a file, ask what it would bring about, import it, save the template. Needs the server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from contract.ids import uuid7
from contract.roster import PORTION
from desktop.background import Failed
from desktop.context import AppContext
from desktop.rosters.reading import FileLine, read_file
from desktop.rosters.template import save_template

if TYPE_CHECKING:
    from contract.wire.membership import RosterResult

Results = dict[int, "RosterResult"]
"""What the server says of each line, by the line's number; lines with an error of their own are not asked about."""


def read(
    context: AppContext,
    path: Path,
    done: Callable[[tuple[FileLine, ...]], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Reads an .xlsx; `failed(RosterFileError)` when it cannot be used."""
    context.background.run(lambda: read_file(path), done, failed, owner)


def template(
    context: AppContext, path: Path, done: Callable[[None], object], failed: Failed, owner: QObject | None = None
) -> None:
    """Saves the template; `failed(TemplateNotSavedError)`, a file that was there is kept."""
    context.background.run(lambda: save_template(path), done, failed, owner)


def preview(
    context: AppContext,
    lines: Sequence[FileLine],
    done: Callable[[Results], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Asks what the good lines would bring about, portion by portion; nothing is changed."""

    def work() -> Results:
        from contract.wire.membership import RosterPreviewAsk

        asks = [RosterPreviewAsk.model_validate({"rows": rows}) for rows in _portions(lines)]
        return {one.line: one for ask in asks for one in context.api.preview_roster(ask).rows}

    context.background.run(work, done, failed, owner)


def new_batch(context: AppContext) -> str:
    """The id under which a file is imported; keep it for trying again, so that no line counts twice."""
    return uuid7(context.clock.now_ms(), token_bytes)


def import_lines(
    context: AppContext,
    batch: str,
    lines: Sequence[FileLine],
    done: Callable[[Results], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Imports the good lines; after a failure the same `batch` and lines go on where it stopped."""

    def work() -> Results:
        from contract.wire.membership import RosterConfirmAsk

        results: Results = {}
        for number, rows in enumerate(_portions(lines)):
            ask = RosterConfirmAsk.model_validate({"batch": batch, "rows": rows})
            answer = context.api.confirm_roster(ask, f"{batch}-{number}")
            results |= {one.line: one for one in answer.rows}
        return results

    context.background.run(work, done, failed, owner)


def _portions(lines: Sequence[FileLine]) -> list[list[dict[str, Any]]]:
    rows = [
        {"line": line.number, "employee_no": line.employee_no, "name": line.name, "phone": line.phone}
        for line in lines
        if line.error is None
    ]
    return [rows[start : start + PORTION] for start in range(0, len(rows), PORTION)]
