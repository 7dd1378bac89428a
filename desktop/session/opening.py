"""A person's folder, opened: the store at once, the way to the server when it is first used."""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.api_client.tokens import TokenStore
from desktop.context import ShellContext, Who
from desktop.late import Late
from desktop.local_store import LocalStore
from desktop.media import MediaCache
from desktop.store import Note, Store, open_store, outbox
from desktop.store.keys import folder_name

if TYPE_CHECKING:
    from desktop.api_client.client import ApiClient
    from desktop.sync_engine import SyncEngine

DEMO_SERVER: Final = "demo"
"""Stands for the demo's address, whose port is another one each time, in the name of a person's folder."""
PERSON: Final = "person"
VERIFIER: Final = "verifier"
LAST_ONLINE: Final = "last_online"


@dataclass(frozen=True, slots=True)
class Session:
    """A person at the desk: the open store, and the way to the server, signed in or not yet."""

    person: Who
    server: Late[ApiClient]
    local_store: LocalStore
    engine: Late[SyncEngine]
    media: MediaCache
    notes: tuple[Note, ...]
    resumes: bool
    """Whether the next start needs no password."""


def person_folder(context: ShellContext, server: str, account: str) -> Path:
    """Where a person's data are; accounts that differ in one capital letter are different people."""
    return context.paths.people / folder_name(DEMO_SERVER if context.demo else server, account.strip())


def opened(context: ShellContext, folder: Path, key: bytes) -> Store:
    """The store in `folder`. Raises StoreError."""
    return open_store(folder, key, context.clock, secrets.token_bytes)


def assembled(context: ShellContext, person: Who, server: Late[ApiClient], store: Store, resumes: bool) -> Session:
    """Everything that a person at the desk needs; nothing here talks to the server."""
    local_store = LocalStore(store, context.background, context.changes)

    def engine() -> SyncEngine:
        from desktop.sync_engine import SyncEngine  # with what travels on the wire (0.15 s)

        return SyncEngine(server(), local_store.call, context.clock, random.SystemRandom())

    media = MediaCache(store.folder / "media", server, local_store.call, context.clock)
    return Session(person, server, local_store, Late(engine), media, tuple(store.notes), resumes)


def way_to(context: ShellContext, server: str, tokens: TokenStore) -> Late[ApiClient]:
    """The client of `server`, made when it is first called."""

    def client() -> ApiClient:
        from desktop.api_client.client import ApiClient  # with the network library (0.2 s)

        return ApiClient(server, context.clock, tokens)

    return Late(client)


def note_online(store: Store, now_ms: int) -> None:
    """The server has just answered this person: the 14 days of signing in offline begin anew."""
    outbox.set_meta(store, LAST_ONLINE, str(now_ms))
