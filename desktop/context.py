"""What every screen and operation is given; built in app.py, passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.background import Background
from desktop.changes import Changes
from desktop.messages import Messages
from desktop.navigation import Navigation
from desktop.paths import Paths
from desktop.settings import Settings

if TYPE_CHECKING:  # these bring the store, requests and pydantic, which must not delay the first window
    from desktop.api_client.client import ApiClient
    from desktop.appearance import Appearance
    from desktop.clock import Clock
    from desktop.late import Late
    from desktop.local_store import LocalStore
    from desktop.media import MediaCache
    from desktop.prefetch import Prefetch
    from desktop.sync import Sync


@dataclass(frozen=True, slots=True)
class Who:
    """The person at the desk; known before the contract's shapes are loaded."""

    id: str
    account: str
    label: str
    role: str
    server: str


@dataclass(frozen=True)
class ShellContext:
    """What exists from the start, also when nobody is signed in."""

    clock: Clock
    paths: Paths
    settings: Settings
    background: Background
    changes: Changes
    messages: Messages
    appearance: Appearance
    navigation: Navigation
    demo: bool


@dataclass(frozen=True)
class AppContext(ShellContext):
    """What exists while a person is at the desk, online or not."""

    person: Who
    local_store: LocalStore
    server: Late[ApiClient]
    sync: Sync
    media: MediaCache
    prefetch: Prefetch

    @property
    def api(self) -> ApiClient:
        """The way to the server, for network threads: the first call loads the network library."""
        return self.server()
