"""A person's real store and engine at a real server on loopback."""

import itertools
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.api_client import Tokens, TokenStore
from desktop.api_client.client import ApiClient
from desktop.clock import SystemClock
from desktop.store import Store, open_store
from desktop.sync_engine import SyncEngine
from server.app import build_context
from tests.server.world import Caller, HandClock, World, prepare, running, settings_for

T = TypeVar("T")
KEY = bytes(range(32))
LATER_MS = 4_000_000_000_000


class DeskClock(SystemClock):
    """Stands with the server's clock."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock

    def now_ms(self) -> int:
        """The server's time."""
        return self._clock.now


@dataclass
class Desk:
    """One person's data layer, without a window."""

    store: Store
    api: ApiClient
    engine: SyncEngine
    caller: Caller

    @property
    def bucket(self) -> str:
        """Where my works come."""
        return f"user:{self.caller.id}"

    def pull(self) -> None:
        """Until there is nothing more."""
        while True:
            outcome = self.engine.pull_once()
            assert outcome.error is None, repr(outcome.error)
            if outcome.up_to_date:
                return

    def close(self) -> None:
        """Close the store and the connections."""
        self.store.close()
        self.api.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A real server (SQLite) and what it is filled with."""
    clock, url = HandClock(), f"sqlite:///{tmp_path / 'server.db'}"
    prepare(url, tmp_path)
    context = build_context(settings_for(url, tmp_path), clock)
    world = World(context, clock)
    with running(context) as world.url:
        yield world
        world.close()
    context.database.close()


@pytest.fixture
def desk_for(world: World, tmp_path: Path) -> Iterator[Callable[[Caller], Desk]]:
    """Makes desks: `desk_for(world.moderator())`."""
    made: list[Desk] = []
    numbers = itertools.count(1)

    def make(caller: Caller) -> Desk:
        clock = DeskClock(world.clock)
        tokens = TokenStore("test", remember=False)
        tokens.tokens = Tokens(caller.token, "none", LATER_MS)
        store = open_store(tmp_path / f"desk-{next(numbers)}", KEY, clock, os.urandom)
        api = ApiClient(world.url, clock, tokens)

        def call(fn: Callable[[Store], T]) -> T:
            return fn(store)

        made.append(Desk(store, api, SyncEngine(api, call, clock, random.Random(1)), caller))
        return made[-1]

    yield make
    for desk in made:
        desk.close()
