"""Builds the context of a person at the desk, and ends it, on the UI thread."""

from dataclasses import fields
from functools import partial

from desktop.context import AppContext, ShellContext
from desktop.prefetch import PARALLEL, Prefetch
from desktop.session.opening import Session, note_online
from desktop.sync import Sync


def app_context(shell: ShellContext, session: Session) -> AppContext:
    """Adds the person's store, server, sync and downloads to what the shell has."""
    store = session.local_store
    sync = Sync(
        session.engine,
        lambda: session.server().health(),
        shell.background,
        shell.changes,
        shell.settings,
        shell.clock,
    )
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
        server=session.server,
        sync=sync,
        media=session.media,
        prefetch=prefetch,
    )


def start_sync(context: AppContext) -> None:
    """After what the page has asked of the store: loading the network library (0.4 s) must not hold the queue up."""
    context.local_store.read(lambda store: None, lambda _: context.sync.start(), context.sync)


def leave(context: AppContext) -> None:
    """Ends what runs for the person; what is unsent stays in the outbox."""
    context.prefetch.stop()
    context.sync.stop()
    context.sync.deleteLater()
    context.local_store.close()
    if context.server.made is not None:
        context.server.made.close()


def _downloads_at_once(sync: Sync) -> int:
    """On a slow network one, so that decisions are not held up; none without a network."""
    return {"online": PARALLEL, "slow": 1}.get(sync.network.kind, 0)
