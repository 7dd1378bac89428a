"""Certificates as PDF. Works offline from facts that are at hand; the audit is told, later if the server is away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.certificates import saving
from desktop.certificates.saving import Written
from desktop.context import AppContext
from desktop.operations.exports import note_export
from desktop.paths import RESOURCES

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts

TEMPLATE: Final = "certificate_template.svg"


def template_of(context: AppContext) -> Path:
    """The template in the profile's folder where staff put one, else ours."""
    own = context.paths.profile / TEMPLATE
    return own if own.exists() else RESOURCES / TEMPLATE


def write_certificates(
    context: AppContext,
    facts: Sequence[CertificateFacts],
    target: Path,
    one_file: bool,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    done: Callable[[Written], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """All pages in the file `target`, or a file for each certificate in the folder `target`.

    Revoked ones are left out. `failed(CertificatesError)`, whose `written` counts files that are finished all the same;
    `progress(done, total)` and `cancelled` are called on a background thread.
    """

    def work() -> Written:
        finished: list[CertificateFacts] = []
        try:
            return saving.write_certificates(
                facts,
                context.person.server,
                target,
                template_of(context),
                one_file,
                progress,
                cancelled,
                finished.append,
            )
        finally:
            _note(context, finished)

    context.background.run(work, done, failed, owner)


def _note(context: AppContext, written: Sequence[CertificateFacts]) -> None:
    """For the audit, list by list; also of files that were finished before something went wrong."""
    from contract.wire.boards import CertificatesNote

    for list_id, rows in Counter(one.list_id for one in written).items():
        note_export(context, CertificatesNote(what="certificates", list_id=list_id, rows=rows))
