"""The store's key: random, in the system's keyring; without a keyring derived from the account's password."""

import base64
import binascii
import hashlib
import hmac
import json
import os
from pathlib import Path
from typing import Final, NamedTuple

from desktop.store import vault
from desktop.store.database import KEY_BYTES
from desktop.store.disk import Disk
from desktop.store.errors import KeyLostError

PROFILE: Final = "profile.json"


class ProfileKey(NamedTuple):
    """How a folder's key is found: `salt` when it comes from the password, `entry` in the keyring; `check` knows it."""

    salt: str
    entry: str
    check: str


def folder_name(server: str, account: str) -> str:
    """The folder of one person at one server: 12 hexadecimal digits."""
    return hashlib.sha256(f"{server}|{account}".encode()).hexdigest()[:12]


def key_for(folder: Path, password: str | None, disk: Disk | None = None) -> bytes:
    """The folder's key, made at first use. Raises KeyLostError; never replaces a key that files depend on.

    `password` is None when somebody resumes without signing in; then only the keyring can help.
    """
    disk = disk or Disk()
    known = _profile(folder)
    if known is None:
        if any(folder.glob("*.db")):
            raise KeyLostError("the folder has data but no profile.json")
        return _new_key(folder, password, disk)
    key = _derived(password, known.salt) if known.salt else _from_keyring(known.entry)
    if key is None or not fits(folder, key):
        raise KeyLostError("no key fits")
    return key


def fits(folder: Path, key: bytes) -> bool:
    """Whether `key` is the one that profile.json was written for; true where there is none."""
    known = _profile(folder)
    return known is None or hmac.compare_digest(_check(key), known.check)


def verifier(password: str) -> str:
    """What is kept, inside the encrypted store, to sign in without the server (argon2)."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def verifies(stored: str, password: str) -> bool:
    """Whether `password` is the one of the verifier."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerifyMismatchError

    try:
        return PasswordHasher().verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _profile(folder: Path) -> ProfileKey | None:
    try:
        facts = json.loads((folder / PROFILE).read_text())
        return ProfileKey(str(facts["salt"]), str(facts["entry"]), str(facts["check"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise KeyLostError("profile.json cannot be read") from error


def _new_key(folder: Path, password: str | None, disk: Disk) -> bytes:
    key, salt = os.urandom(KEY_BYTES), ""
    entry = f"store {os.urandom(8).hex()}"  # folders of the same name under other data folders have keys of their own
    if not vault.put(entry, base64.b64encode(key).decode()) or _from_keyring(entry) != key:
        if password is None:
            raise KeyLostError("no keyring, and no password to derive a key from")
        salt = os.urandom(16).hex()
        key = _derive(password, salt)
    folder.mkdir(parents=True, exist_ok=True)
    disk.write(folder / PROFILE, json.dumps({"salt": salt, "entry": entry, "check": _check(key)}).encode())
    return key


def _from_keyring(entry: str) -> bytes | None:
    text = vault.get(entry)
    try:
        return base64.b64decode(text, validate=True) if text else None
    except binascii.Error:
        return None


def _derived(password: str | None, salt: str) -> bytes | None:
    return None if password is None else _derive(password, salt)


def _derive(password: str, salt: str) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(password.encode(), bytes.fromhex(salt), 3, 65_536, 1, KEY_BYTES, Type.ID)


def _check(key: bytes) -> str:
    return hmac.digest(key, b"yunjiangshu store", hashlib.sha256).hex()
