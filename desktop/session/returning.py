"""Coming back to what is on this computer, without asking the server first; everything here blocks.

Nothing here loads the network library or the shapes on the wire: the queue is on screen before them.
"""

import json
from pathlib import Path
from typing import Final

from desktop.addresses import server_url
from desktop.api_client.errors import SignedOutError
from desktop.api_client.tokens import TokenStore
from desktop.context import ShellContext, Who
from desktop.session.opening import (
    LAST_ONLINE,
    PERSON,
    VERIFIER,
    Session,
    assembled,
    opened,
    person_folder,
    way_to,
)
from desktop.store import KeyLostError, Store, outbox
from desktop.store.keys import key_for, verifies

OFFLINE_DAYS: Final = 14
DAY_MS: Final = 86_400_000


class OfflineSignInError(Exception):
    """Going on without the server is not possible: offline-wrong-password, offline-too-long, offline-never."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def resume(context: ShellContext, person: Who) -> Session:
    """Goes on with remembered tokens, without asking the server first. Raises SignedOutError, StoreError."""
    folder = person_folder(context, person.server, person.account)
    tokens = TokenStore(folder.name, remember=True)
    if not tokens.load(context.clock.now_ms()):
        raise SignedOutError("session-expired")
    store = opened(context, folder, key_for(folder, None))
    return assembled(context, person, way_to(context, person.server, tokens), store, True)


def continue_offline(context: ShellContext, address: str, account: str, password: str) -> Session:
    """Opens the store by the password that was last good online. Raises OfflineSignInError, StoreError."""
    server, account = server_url(address), account.strip()
    folder = person_folder(context, server, account)
    if not (folder / "outbox.db").exists():
        raise OfflineSignInError("offline-never")
    try:
        key = key_for(folder, password)
    except KeyLostError as error:
        if _key_is_from_password(folder):
            raise OfflineSignInError("offline-wrong-password") from error
        raise
    store = opened(context, folder, key)
    try:
        person = _checked(context, store, password, server)
    except BaseException:
        store.close()
        raise
    tokens = TokenStore(folder.name, remember=True)
    tokens.load(context.clock.now_ms())
    return assembled(context, person, way_to(context, server, tokens), store, False)


def open_known(context: ShellContext, address: str, account: str, password: str) -> Session:
    """Opens the store with a password that is known to be right. Raises KeyLostError."""
    server = server_url(address)
    folder = person_folder(context, server, account)
    if not (folder / "outbox.db").exists():
        raise KeyLostError("nobody was here yet")
    store = opened(context, folder, key_for(folder, password))
    person = _person(store, server)
    if person is None:
        store.close()
        raise KeyLostError("the first sign-in did not end")
    tokens = TokenStore(folder.name, remember=False)
    return assembled(context, person, way_to(context, server, tokens), store, False)


def _checked(context: ShellContext, store: Store, password: str, server: str) -> Who:
    """The person of the store, when the password is right and the last online sign-in recent enough."""
    stored, person = outbox.get_meta(store, VERIFIER), _person(store, server)
    if stored is None or person is None:
        raise OfflineSignInError("offline-never")
    if not verifies(stored, password):
        raise OfflineSignInError("offline-wrong-password")
    last_online = int(outbox.get_meta(store, LAST_ONLINE) or 0)
    if not -DAY_MS <= context.clock.now_ms() - last_online <= OFFLINE_DAYS * DAY_MS:
        raise OfflineSignInError("offline-too-long")
    return person


def _person(store: Store, server: str) -> Who | None:
    """Whose store this is, as the server said at the last sign-in."""
    facts = outbox.get_meta(store, PERSON)
    if facts is None:
        return None
    person = json.loads(facts)
    return Who(person["id"], person["account"], person["label"], person["role"], server)


def _key_is_from_password(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / "profile.json").read_text("utf-8")).get("salt"))
    except (OSError, ValueError):
        return False
