"""Builds the context of a person at the desk, on the UI thread."""

from dataclasses import fields
from functools import partial

from desktop.context import AppContext, ShellContext
from desktop.prefetch import PARALLEL, Prefetch
from desktop.session.arriving import Session, note_online
from desktop.sync import Sync


def app_context(shell: ShellContext, session: Session) -> AppContext:
    """Adds the person's store, server, sync and downloads to what the shell has."""
    sync = Sync(session.engine, session.api.health, shell.background, shell.changes, shell.settings, shell.clock)
    store = session.local_store
    sync.reached.connect(lambda now_ms: store.write(partial(note_online, now_ms=now_ms), topics=()))
    prefetch = Prefetch(
        session.media,
        store,
        partial(_downloads_at_once, sync),
        shell.background,
        shell.changes,
        shell.messages,
        shell.settings,
        parent=sync,
    )
    return AppContext(
        **{field.name: getattr(shell, field.name) for field in fields(ShellContext)},
        person=session.person,
        local_store=store,
        api=session.api,
        sync=sync,
        media=session.media,
        prefetch=prefetch,
    )


def _downloads_at_once(sync: Sync) -> int:
    """On a slow network one, so that decisions are not held up; none without a network."""
    return {"online": PARALLEL, "slow": 1}.get(sync.network.kind, 0)
