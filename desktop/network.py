"""How the server can be reached, in one word and with the reason."""

from dataclasses import dataclass
from typing import Literal

from desktop.failures import code_of

NetworkKind = Literal["starting", "online", "slow", "offline", "keep-offline", "signed-out", "too-old"]


@dataclass(frozen=True, slots=True)
class Network:
    """How the server can be reached. `rtt_ms` is the last round trip, `error` the failure behind the state."""

    kind: NetworkKind
    rtt_ms: int | None = None
    error: Exception | None = None

    @property
    def reachable(self) -> bool:
        """Whether asking the server is worth while, as far as is known."""
        return self.kind in ("online", "slow", "starting")

    @property
    def code(self) -> str:
        """The failure's stable code, or an empty text."""
        return code_of(self.error) or "" if self.error else ""
