"""Reaching a server, signing in, going on offline, resuming, signing out; everything here blocks."""

import json
import platform
import random
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from contract.wire.auth import Person
from desktop.addresses import server_url
from desktop.api_client import ApiClient, OfflineError, SignedOutError, TokenStore
from desktop.clock import SystemClock
from desktop.context import AppContext, ShellContext, Who
from desktop.local_store import LocalStore
from desktop.media import MediaCache
from desktop.store import KeyLostError, Note, Store, open_store, outbox
from desktop.store.keys import folder_name, key_for, verifier, verifies
from desktop.sync_engine import SyncEngine

OFFLINE_DAYS: Final = 14
DAY_MS: Final = 86_400_000
DEMO_SERVER: Final = "demo"
"""Stands for the demo's address, whose port is another one each time, in the name of a person's folder."""
_PERSON, _VERIFIER, _LAST_ONLINE = "person", "verifier", "last_online"


class OfflineSignInError(Exception):
    """Going on without the server is not possible: offline-wrong-password, offline-too-long, offline-never."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reached:
    """A server that answers as ours does; `server_time` in ms."""

    rtt_ms: int
    server_time: int


@dataclass(frozen=True, slots=True)
class Session:
    """A person at the desk: the open store, and the way to the server, signed in or not yet."""

    person: Who
    api: ApiClient
    local_store: LocalStore
    engine: SyncEngine
    media: MediaCache
    notes: tuple[Note, ...]
    resumes: bool
    """Whether the next start needs no password."""


def probe(address: str) -> Reached:
    """Asks the server how it is. Raises ApiError, BadAddressError, InsecureAddressError."""
    api = ApiClient(server_url(address), SystemClock(), TokenStore("probe", remember=False))
    try:
        api.health()  # the first call also pays for the connection
        started = time.monotonic()
        health = api.health()
        took_s = time.monotonic() - started
    finally:
        api.close()
    return Reached(round(took_s * 1000), health.server_time)


def clock_offset_ms(address: str) -> int:
    """How far the server's clock is ahead of this machine's."""
    return probe(address).server_time - SystemClock().now_ms()


def sign_in(
    context: ShellContext, address: str, account: str, password: str, remember: bool, set_aside: bool = False
) -> Session:
    """Signs in with the server, then opens the person's store. Raises ApiError, StoreError, BadAddressError.

    `set_aside` renames data whose key is lost and begins with an empty store.
    """
    server, account = server_url(address), account.strip()
    folder = _folder(context, server, account)
    api = ApiClient(server, context.clock, TokenStore(folder.name, remember))
    try:
        answer = api.sign_in(account, password, platform.node()[:80])
        if not remember:
            tokens = api.tokens.tokens
            api.tokens.clear()  # what an earlier sign-in left in the keyring
            api.tokens.tokens = tokens
        if set_aside:
            _set_aside(context, folder)
        store = _opened(context, folder, password)
    except BaseException:
        api.close()
        raise
    outbox.set_meta(store, _PERSON, answer.person.model_dump_json())
    outbox.set_meta(store, _VERIFIER, verifier(password))
    note_online(store, context.clock.now_ms())
    remembered = remember and TokenStore(folder.name, remember=True).load(context.clock.now_ms())
    return _assembled(context, _who(answer.person, server), api, store, remembered)


def continue_offline(context: ShellContext, address: str, account: str, password: str) -> Session:
    """Opens the store by the password that was last good online. Raises OfflineSignInError, StoreError."""
    server, account = server_url(address), account.strip()
    folder = _folder(context, server, account)
    if not (folder / "outbox.db").exists():
        raise OfflineSignInError("offline-never")
    try:
        key = key_for(folder, password)
    except KeyLostError as error:
        if _key_is_from_password(folder):
            raise OfflineSignInError("offline-wrong-password") from error
        raise
    store = open_store(folder, key, context.clock, secrets.token_bytes)
    try:
        person = _checked(context, store, password)
    except BaseException:
        store.close()
        raise
    api = ApiClient(server, context.clock, TokenStore(folder.name, remember=True))
    api.tokens.load(context.clock.now_ms())
    return _assembled(context, _who(person, server), api, store, False)


def open_known(context: ShellContext, address: str, account: str, password: str) -> Session:
    """Opens the store with a password that is known to be right, without the server. Raises KeyLostError."""
    server = server_url(address)
    folder = _folder(context, server, account)
    if not (folder / "outbox.db").exists():
        raise KeyLostError("nobody was here yet")
    store = open_store(folder, key_for(folder, password), context.clock, secrets.token_bytes)
    facts = outbox.get_meta(store, _PERSON)
    if facts is None:
        store.close()
        raise KeyLostError("the first sign-in did not end")
    api = ApiClient(server, context.clock, TokenStore(folder.name, remember=False))
    return _assembled(context, _who(Person.model_validate_json(facts), server), api, store, False)


def resume(context: ShellContext, person: Who) -> Session:
    """Goes on with remembered tokens, without asking the server first. Raises SignedOutError, StoreError."""
    folder = _folder(context, person.server, person.account)
    tokens = TokenStore(folder.name, remember=True)
    if not tokens.load(context.clock.now_ms()):
        raise SignedOutError("session-expired")
    store = open_store(folder, key_for(folder, None), context.clock, secrets.token_bytes)
    return _assembled(context, person, ApiClient(person.server, context.clock, tokens), store, True)


def note_online(store: Store, now_ms: int) -> None:
    """The server has just answered this person: the 14 days begin anew."""
    outbox.set_meta(store, _LAST_ONLINE, str(now_ms))


def sign_out(context: AppContext) -> None:
    """Ends the session on the server if it can be reached, and forgets the tokens in any case."""
    try:
        context.api.sign_out()
    except (OfflineError, SignedOutError):
        return
    finally:
        context.api.close()


def _opened(context: ShellContext, folder: Path, password: str) -> Store:
    """The store of somebody who has just signed in; sample data whose key is lost makes way."""
    try:
        key = key_for(folder, password)
    except KeyLostError:
        if not context.demo:
            raise
        _set_aside(context, folder)
        key = key_for(folder, password)
    return open_store(folder, key, context.clock, secrets.token_bytes)


def _set_aside(context: ShellContext, folder: Path) -> None:
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}.set-aside-{context.clock.now_ms()}"))


def _assembled(context: ShellContext, person: Who, api: ApiClient, store: Store, resumes: bool) -> Session:
    local_store = LocalStore(store, context.background, context.changes)
    engine = SyncEngine(api, local_store.call, context.clock, random.SystemRandom())
    media = MediaCache(store.folder / "media", api, local_store.call, context.clock)
    return Session(person, api, local_store, engine, media, tuple(store.notes), resumes)


def _checked(context: ShellContext, store: Store, password: str) -> Person:
    """The person of the store, when the password is right and the last online sign-in recent enough."""
    stored, facts = outbox.get_meta(store, _VERIFIER), outbox.get_meta(store, _PERSON)
    if stored is None or facts is None:
        raise OfflineSignInError("offline-never")
    if not verifies(stored, password):
        raise OfflineSignInError("offline-wrong-password")
    last_online = int(outbox.get_meta(store, _LAST_ONLINE) or 0)
    if not -DAY_MS <= context.clock.now_ms() - last_online <= OFFLINE_DAYS * DAY_MS:
        raise OfflineSignInError("offline-too-long")
    return Person.model_validate_json(facts)


def _key_is_from_password(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / "profile.json").read_text("utf-8")).get("salt"))
    except (OSError, ValueError):
        return False


def _folder(context: ShellContext, server: str, account: str) -> Path:
    return context.paths.people / folder_name(DEMO_SERVER if context.demo else server, account.strip().lower())


def _who(person: Person, server: str) -> Who:
    return Who(person.id, person.account, person.label, person.role.value, server)
