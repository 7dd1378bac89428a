"""Award lists and their kinds: read them, propose, edit, submit, withdraw, confirm. All of it needs the server."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from secrets import token_bytes
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from contract.ids import uuid7
from desktop.api_client.errors import ApiError, OfflineError, RefusedError, SignedOutError, TlsError, TooOldError
from desktop.background import ClosedError, Done, Failed
from desktop.context import AppContext
from desktop.operations.boards import must_reach
from desktop.store import boards
from desktop.store.boards import SealRow

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindAsk, AwardKindFacts, AwardListFacts, AwardLists, Entries
    from desktop.api_client.awards import AwardsApi

T = TypeVar("T")


class Basics(NamedTuple):
    """All versions of all kinds, the sealed weeks, and the region of the person, "" for all."""

    kinds: list[AwardKindFacts]
    seals: list[SealRow]
    region: str


def basics(context: AppContext, done: Done[Basics], failed: Failed, owner: QObject) -> None:
    """What lists are drawn by and from, and whether this person may."""

    def work(api: AwardsApi) -> Basics:
        kinds = api.kinds().items
        return Basics(kinds, context.local_store.call(boards.seals), context.api.me().region or "")

    call_awards(context, work, done, failed, owner)


def set_kind(
    context: AppContext, ask: AwardKindAsk, done: Done[list[AwardKindFacts]], failed: Failed, owner: QObject
) -> None:
    """The next version of a kind, or a new one; asked again after a lost answer it is the same version."""
    key = hashlib.sha256(ask.model_dump_json().encode()).hexdigest()
    call_awards(context, lambda api: api.set_kind(ask, key).items, done, failed, owner)


def lists(
    context: AppContext, kind: str, state: str, cursor: str, done: Done[AwardLists], failed: Failed, owner: QObject
) -> None:
    """A page of lists, newest first; "" is any."""
    call_awards(context, lambda api: api.lists(kind, state, cursor), done, failed, owner)


def read(context: AppContext, list_id: str, done: Done[AwardListFacts], failed: Failed, owner: QObject) -> None:
    """One list as it is now."""
    call_awards(context, lambda api: api.list(list_id), done, failed, owner)


def entries(
    context: AppContext, list_id: str, cursor: str, least: int, done: Done[Entries], failed: Failed, owner: QObject
) -> None:
    """The next page of its lines in the order of places, and more pages until there are at least so many."""

    def call(api: AwardsApi) -> Entries:
        got = api.entries(list_id, cursor)
        while got.next is not None and len(got.items) < least:
            page = api.entries(list_id, got.next)
            got = page.model_copy(update={"items": [*got.items, *page.items]})
        return got

    call_awards(context, call, done, failed, owner)


def new_key(context: AppContext) -> str:
    """The key of a proposal; keep it for trying again. A later proposal of the same week needs another one."""
    return uuid7(context.clock.now_ms(), token_bytes)


def propose(
    context: AppContext, kind: AwardKindFacts, seal_id: str, key: str, done: Done[AwardListFacts], failed: Failed,
    owner: QObject,
) -> None:  # fmt: skip
    """Draws a list from a sealed week."""

    def call(api: AwardsApi) -> AwardListFacts:
        from contract.wire.awards import ProposalAsk

        return api.propose(ProposalAsk(kind=kind.kind, kind_version=kind.version, seal_id=seal_id), key)

    call_awards(context, call, done, failed, owner)


def edit(
    context: AppContext, facts: AwardListFacts, entry_id: str, chosen: bool, reason: str, done: Done[AwardListFacts],
    failed: Failed, owner: QObject,
) -> None:  # fmt: skip
    """Puts a line in, or takes it out; `facts` is the list as it was on screen."""

    def call(api: AwardsApi) -> AwardListFacts:
        from contract.wire.awards import EditAsk

        return api.edit(facts.id, EditAsk(version=facts.version, entry_id=entry_id, chosen=chosen, reason=reason))

    call_awards(context, call, done, failed, owner)


def submit(
    context: AppContext, facts: AwardListFacts, done: Done[AwardListFacts], failed: Failed, owner: QObject
) -> None:
    """For somebody else to confirm."""

    def call(api: AwardsApi) -> AwardListFacts:
        from contract.wire.awards import VersionAsk

        return api.submit(facts.id, VersionAsk(version=facts.version))

    call_awards(context, call, done, failed, owner)


def withdraw(
    context: AppContext, facts: AwardListFacts, reason: str, done: Done[AwardListFacts], failed: Failed,
    owner: QObject,
) -> None:  # fmt: skip
    """Takes the list back before it is confirmed."""

    def call(api: AwardsApi) -> AwardListFacts:
        from contract.wire.awards import ReasonedAsk

        return api.withdraw(facts.id, ReasonedAsk(version=facts.version, reason=reason))

    call_awards(context, call, done, failed, owner)


def confirm(
    context: AppContext, facts: AwardListFacts, done: Done[AwardListFacts], failed: Failed, owner: QObject
) -> None:
    """Confirms it and issues its certificates; asked again after a lost answer they are the same ones."""
    key = hashlib.sha256(f"confirm {facts.id} {facts.version}".encode()).hexdigest()

    def call(api: AwardsApi) -> AwardListFacts:
        from contract.wire.awards import VersionAsk

        return api.confirm(facts.id, VersionAsk(version=facts.version), key)

    call_awards(context, call, done, failed, owner)


def may_have_arrived(error: Exception) -> bool:
    """Whether the server may have done what was asked though its answer was lost."""
    if isinstance(error, OfflineError | TlsError):
        return error.sent
    return isinstance(error, ApiError) and not isinstance(error, RefusedError | SignedOutError | TooOldError)


def call_awards(
    context: AppContext, call: Callable[[AwardsApi], T], done: Done[T], failed: Failed, owner: QObject
) -> None:
    """One call on a network thread; OfflineError without it when nobody is to be asked now.

    Nothing happens when the desk is closing: an answer that came last may ask for more.
    """

    def work() -> T:
        must_reach(context)
        return call(context.api.awards)

    with suppress(ClosedError):
        context.background.run(work, done, failed, owner)
