"""What is decided about registrations, and looking at their papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contract.review import Kind
from desktop.background import Failed
from desktop.context import AppContext
from desktop.operations.decide import Subject
from desktop.store.registrations import RegistrationRow
from inspection.documents.looking import DocumentFacts, Picture, Refused, look, render

if TYPE_CHECKING:
    from contract.wire.registration import RegistrationRevealed


def subject_of(registration: RegistrationRow) -> Subject:
    """What `operations.decide` needs of a registration; it has no lease."""
    facts = {"number": registration.number, "title": registration.name, "region": registration.region}
    return Subject(Kind.REGISTRATION, registration.id, registration.version, facts)


def look_at(
    context: AppContext,
    media_id: str,
    done: Callable[[DocumentFacts | Refused], object],
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """What a file of proof on this computer is; Refused("missing") when it is not here."""
    path = context.media.path_of(media_id)
    context.background.run(lambda: look(path) if path else Refused("missing"), done, failed, owner)


def draw(
    context: AppContext,
    media_id: str,
    done: Callable[[Picture | Refused], object],
    *,
    page: int = 0,
    entry: int | None = None,
    max_side: int = 1600,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """A picture of a page of it, or of a file in an archive."""
    path = context.media.path_of(media_id)
    context.background.run(
        lambda: render(path, page, entry, max_side) if path else Refused("missing"), done, failed, owner
    )


def reveal(
    context: AppContext,
    id: str,
    done: Callable[[RegistrationRevealed], object],
    failed: Failed,
    owner: QObject | None,
) -> None:
    """Contact and numbers in full; the server notes who looked."""
    context.background.run(lambda: context.api.reveal_registration(id), done, failed, owner)
