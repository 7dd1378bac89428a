"""Password hashes and opaque tokens."""

import base64
import hashlib
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from contract.ids import RandomBytes


class Passwords:
    """argon2id with `kib` of memory. `matches` takes the same time for accounts that do not exist."""

    def __init__(self, kib: int) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=kib, parallelism=1)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """The hash to store."""
        return self._hasher.hash(password)

    def matches(self, stored: str | None, password: str) -> bool:
        """Whether `password` is the stored one; None stands for an unknown account and never matches."""
        nobody = self._nobody  # made at the first call, whoever it is for
        try:
            return self._hasher.verify(stored or nobody, password) and stored is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


def new_token(random_bytes: RandomBytes) -> str:
    """An opaque token of 256 random bits."""
    return base64.urlsafe_b64encode(random_bytes(32)).decode().rstrip("=")


def digest(text: str) -> str:
    """SHA-256 in hexadecimal: how tokens are stored and looked up."""
    return hashlib.sha256(text.encode()).hexdigest()
