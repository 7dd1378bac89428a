"""What needs the server: reaching it, signing in, signing out; everything here blocks."""

import platform
import time
from dataclasses import dataclass
from pathlib import Path

from contract.wire.auth import Person
from desktop.addresses import server_url
from desktop.api_client.client import ApiClient
from desktop.api_client.errors import OfflineError, SignedOutError
from desktop.api_client.tokens import TokenStore
from desktop.clock import SystemClock
from desktop.context import AppContext, ShellContext, Who
from desktop.late import Late
from desktop.session.opening import PERSON, VERIFIER, Session, assembled, note_online, opened, person_folder
from desktop.store import KeyLostError, Note, Store, outbox
from desktop.store.keys import key_for, verifier


@dataclass(frozen=True, slots=True)
class Reached:
    """A server that answers as ours does; `server_time` in ms."""

    rtt_ms: int
    server_time: int


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
    folder = person_folder(context, server, account)
    api = ApiClient(server, context.clock, TokenStore(folder.name, remember))
    try:
        answer = api.sign_in(account, password, platform.node()[:80])
        if not remember:
            tokens = api.tokens.tokens
            api.tokens.clear()  # what an earlier sign-in left in the keyring
            api.tokens.tokens = tokens
        if set_aside:
            _set_aside(context, folder)
        store = _own(context, folder, password, answer.person)
    except BaseException:
        api.close()
        raise
    outbox.set_meta(store, PERSON, answer.person.model_dump_json())
    outbox.set_meta(store, VERIFIER, verifier(password))
    note_online(store, context.clock.now_ms())
    remembered = remember and TokenStore(folder.name, remember=True).load(context.clock.now_ms())
    way = Late(lambda: api)
    way()  # it is there already, and whoever leaves closes it
    return assembled(context, _who(answer.person, server), way, store, remembered)


def sign_out(context: AppContext) -> None:
    """Ends the session on the server if it can be reached, and forgets the tokens in any case."""
    try:
        context.api.sign_out()
    except (OfflineError, SignedOutError):
        return
    finally:
        context.api.close()


def _own(context: ShellContext, folder: Path, password: str, person: Person) -> Store:
    """The person's store. One that somebody else of this account name left (an account made anew) is put aside."""
    store = _opened(context, folder, password)
    before = outbox.get_meta(store, PERSON)
    if before is None or Person.model_validate_json(before).id == person.id:
        return store
    unsent = len(outbox.unsettled(store))
    store.close()
    _set_aside(context, folder)
    store = _opened(context, folder, password)
    store.notes.append(Note("other-person", kept=unsent))
    return store


def _opened(context: ShellContext, folder: Path, password: str) -> Store:
    """The store of somebody who has just signed in; sample data whose key is lost makes way."""
    try:
        key = key_for(folder, password)
    except KeyLostError:
        if not context.demo:
            raise
        _set_aside(context, folder)
        key = key_for(folder, password)
    return opened(context, folder, key)


def _set_aside(context: ShellContext, folder: Path) -> None:
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}.set-aside-{context.clock.now_ms()}"))


def _who(person: Person, server: str) -> Who:
    return Who(person.id, person.account, person.label, person.role.value, server)
