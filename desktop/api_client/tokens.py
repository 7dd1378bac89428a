"""The session's tokens: in memory, and in the system's keyring when the person wants to be remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store import vault

if TYPE_CHECKING:
    from contract.wire.auth import Session


@dataclass(frozen=True, slots=True)
class Tokens:
    """A pair; `refresh_expires_at` in ms by the desk's clock."""

    access: str
    refresh: str
    refresh_expires_at: int


class TokenStore:
    """Tokens of one person (`name` is the folder of the person's store). `remember` decides about the keyring."""

    def __init__(self, name: str, remember: bool) -> None:
        self._entry = f"tokens {name}"
        self.remember = remember
        self.tokens: Tokens | None = None

    def load(self, now_ms: int) -> bool:
        """Take the remembered tokens; False when there are none or they have expired."""
        text = vault.get(self._entry)
        try:
            facts = json.loads(text) if text else None
        except ValueError:
            return False
        if facts is None or int(facts["refresh_expires_at"]) <= now_ms:
            return False
        self.tokens = Tokens(facts["access"], facts["refresh"], int(facts["refresh_expires_at"]))
        return True

    def keep(self, session: Session, now_ms: int) -> None:
        """New tokens after sign-in or refresh."""
        expires_at = now_ms + session.refresh_expires_in_s * 1000
        self.tokens = Tokens(session.access_token, session.refresh_token, expires_at)
        if self.remember:
            facts = {"access": session.access_token, "refresh": session.refresh_token, "refresh_expires_at": expires_at}
            vault.put(self._entry, json.dumps(facts))

    def clear(self) -> None:
        """Forget them everywhere."""
        self.tokens = None
        vault.drop(self._entry)
