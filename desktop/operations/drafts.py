"""Half-written rejections: kept in the person's store, so that a new language, a new sign-in or a crash loses none."""

import json
import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.store import Store, cache

Facts = dict[str, Any]
"""A draft as JSON values."""
log = logging.getLogger(__name__)


def load(context: AppContext, done: Callable[[dict[str, Facts]], object], owner: QObject | None = None) -> None:
    """What was kept, by the id of the work."""

    def read(store: Store) -> dict[str, Facts]:
        return {work: json.loads(text) for work, text in cache.drafts(store).items()}

    context.local_store.read(read, done, owner)


def keep(context: AppContext, work: str, facts: Facts | None) -> None:
    """Keeps it, or forgets it; on a full disk it lives as long as the window."""
    text = json.dumps(facts, ensure_ascii=False) if facts else None
    context.local_store.write(
        lambda store: cache.keep_draft(store, work, text),
        failed=lambda error: log.info("draft not kept: %s", type(error).__name__),
        topics=(),
    )
