"""What every request needs, built once per app and passed explicitly."""

from dataclasses import dataclass

from contract.ids import RandomBytes, uuid7
from server.clock import Clock
from server.database import Database
from server.feed_signal import FeedSignal
from server.security import Passwords
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class ServerContext:
    """Settings, clock, database, randomness, password hashing, and the signal that the feed moved."""

    settings: Settings
    clock: Clock
    database: Database
    random_bytes: RandomBytes
    passwords: Passwords
    feed_signal: FeedSignal

    def now(self) -> int:
        """The time in ms."""
        return self.clock()

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return uuid7(self.clock(), self.random_bytes)
