"""Answering a conflict: accept what holds, or ask for a second look. Either goes through the outbox.

The shapes on the wire are loaded after the first screen.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import outbox
from desktop.store.rows import ConflictRow, OutboxRow, SecondLookRow

TOPICS = ("outbox", "conflict")


def resolve(
    context: AppContext,
    conflict: ConflictRow,
    choice: Literal["accept", "object"],
    objection: str = "",
    *,
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Puts the answer into the outbox; my own decision stays as it was."""
    from contract.wire.sync import ResolveArgs

    args = ResolveArgs(
        conflict_id=conflict.id, choice=choice, objection=objection, base_version=conflict.version
    ).model_dump(mode="json")
    facts = {
        "number": conflict.subject_number,
        "title": conflict.subject_title,
        "region": conflict.region,
        "poster_id": conflict.poster_id,
    }
    context.local_store.write(
        lambda store: outbox.append(store, "conflict.resolve", args, facts), done, failed, owner, topics=TOPICS
    )


def close_second_look(
    context: AppContext,
    look: SecondLookRow,
    *,
    done: Callable[[None], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Platform admins: the disagreement has been looked at."""
    context.background.run(lambda: context.api.close_second_look(look.id, look.version), done, failed, owner)
