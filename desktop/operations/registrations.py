"""Deciding registrations and looking at their papers.

The shapes on the wire are loaded after the first screen.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from contract.review import Verdict
from desktop.background import Failed
from desktop.context import AppContext
from desktop.operations.decide import TOPICS
from desktop.store import outbox
from desktop.store.registrations import KIND, RegistrationRow
from desktop.store.rows import OutboxRow, ReasonLine
from inspection.documents.looking import DocumentFacts, Picture, Refused, look, render


def decide(
    context: AppContext,
    registration: RegistrationRow,
    verdict: Verdict,
    *,
    reasons: Sequence[ReasonLine] = (),
    note: str = "",
    message: str = "",
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Puts a decision about the version that the person saw into the outbox; no lease, `base_version` guards it."""
    from contract.wire.sync import DecideArgs, ReasonAt

    args = DecideArgs(
        kind=KIND,
        subject_id=registration.id,
        base_version=registration.version,
        lease_token=None,
        verdict=verdict,
        reasons=[ReasonAt(code=reason.code, at_ms=None) for reason in reasons],
        note=note,
        message=message,
    ).model_dump(mode="json")
    facts = {"number": registration.number, "title": registration.name, "region": registration.region}
    context.local_store.write(
        lambda store: outbox.append(store, "review.decide", args, facts),
        done,
        failed,
        owner,
        topics=TOPICS,
    )


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
