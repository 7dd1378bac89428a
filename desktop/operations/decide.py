"""Deciding works: one outbox row for each decision, durable before `done` is called.

The shapes on the wire are loaded after the first screen; by the first decision they are there.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from contract.review import Verdict
from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import outbox
from desktop.store.rows import OutboxRow, ReasonLine, WorkRow

TOPICS = ("outbox", "decision", "work")


def decide(
    context: AppContext,
    work: WorkRow,
    verdict: Verdict,
    *,
    reasons: Sequence[ReasonLine] = (),
    note: str = "",
    message: str = "",
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Puts a decision about the version that the person saw into the outbox; `failed` gets DiskFull when not saved."""
    from contract.wire.sync import DecideArgs, ReasonAt

    args = DecideArgs(
        kind="work",
        subject_id=work.id,
        base_version=work.version,
        lease_token=work.lease_token,
        verdict=verdict,
        reasons=[ReasonAt(code=reason.code, at_ms=reason.at_ms) for reason in reasons],
        note=note,
        message=message,
    ).model_dump(mode="json")
    facts = {
        "number": work.number,
        "title": work.title,
        "region": work.region,
        "poster_id": work.poster_id,
        "batch": work.batch,
    }
    context.local_store.write(
        lambda store: outbox.append(store, "review.decide", args, facts), done, failed, owner, topics=TOPICS
    )


def undo(
    context: AppContext,
    outbox_id: str,
    *,
    done: Callable[[bool], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Takes a decision back that is still in the outbox; `done(False)` when it is being sent or has been sent."""
    context.local_store.write(lambda store: outbox.undo(store, outbox_id), done, failed, owner, topics=TOPICS)


def take_back(
    context: AppContext,
    decision_id: str,
    *,
    facts: dict[str, object] | None = None,
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Undoes a decision that the server has confirmed: a new, audited event."""
    from contract.wire.sync import UndoArgs

    args = UndoArgs(decision_id=decision_id).model_dump(mode="json")
    context.local_store.write(
        lambda store: outbox.append(store, "review.undo", args, facts or {}), done, failed, owner, topics=TOPICS
    )
