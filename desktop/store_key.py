"""The 32-byte key of a person's store: random and in the system keyring, or derived from the password where there is none."""

import json
import os
import secrets
from pathlib import Path
from typing import Any, Final

import keyring
from argon2.low_level import Type, hash_secret_raw
from keyring.errors import KeyringError

SERVICE: Final = "yunjiangshu-desk"
KEY_BYTES: Final = 32
_COST: Final = {"time_cost": 3, "memory_cost": 65_536, "parallelism": 2}
"""memory_cost in KiB; written beside the salt, so that a later desk may use another cost for new keys."""


class KeyMissingError(Exception):
    """The keyring does not hold the key any more; the data is untouched."""

    code = "key-lost"


class PasswordNeededError(Exception):
    """The key comes from the password, and none was given."""

    code = "not-signed-in"


def store_key(folder: Path, password: str | None) -> bytes:
    """The key of the store in `folder`, made at first use. KeyMissingError, PasswordNeededError."""
    record = folder / "key.json"
    try:
        known = json.loads(record.read_text("utf-8"))
    except FileNotFoundError:
        return _new_key(folder, password)
    if known["held_by"] == "keyring":
        return _from_keyring(folder)
    if password is None:
        raise PasswordNeededError
    return _derived(password, known)


def _new_key(folder: Path, password: str | None) -> bytes:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(KEY_BYTES)
    if _into_keyring(folder, key):
        _write(folder, {"held_by": "keyring"})
        return key
    if password is None:
        raise PasswordNeededError
    known = {"held_by": "password", "salt": secrets.token_hex(16), **_COST}
    _write(folder, known)
    return _derived(password, known)


def _into_keyring(folder: Path, key: bytes) -> bool:
    """Whether the keyring took the key and gives it back."""
    try:
        keyring.set_password(SERVICE, _entry(folder), key.hex())
        return keyring.get_password(SERVICE, _entry(folder)) == key.hex()
    except KeyringError:
        return False


def _from_keyring(folder: Path) -> bytes:
    try:
        text = keyring.get_password(SERVICE, _entry(folder))
    except KeyringError as error:
        raise KeyMissingError from error
    if text is None:
        raise KeyMissingError
    return bytes.fromhex(text)


def _derived(password: str, known: dict[str, Any]) -> bytes:
    cost = {name: int(known[name]) for name in _COST}
    return hash_secret_raw(
        password.encode(), bytes.fromhex(known["salt"]), hash_len=KEY_BYTES, type=Type.ID, version=19, **cost
    )


def _entry(folder: Path) -> str:
    return f"store-{folder.name}"


def _write(folder: Path, known: dict[str, Any]) -> None:
    """Written whole and synced before the first use of the key."""
    fresh = folder / "key.json.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(known, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / "key.json")
