"""Secrets of this person in the system's keyring; without one nothing is kept, and nothing is found."""

import logging
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

SERVICE: Final = "yunjiangshu-desk"
SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"
log = logging.getLogger(__name__)


def get(entry: str) -> str | None:
    """What is kept under this name; None when there is nothing, or no keyring."""
    found = _from_secret_service(entry) if _is_secret_service() else None
    return _from_keyring(entry) if found is None else found


def put(entry: str, text: str) -> bool:
    """Keep a text; False when there is no keyring."""
    import keyring
    import keyring.errors

    try:
        keyring.set_password(SERVICE, entry, text)
    except keyring.errors.KeyringError as error:
        log.info("not kept in a keyring: %s", type(error).__name__)
        return False
    return True


def drop(entry: str) -> None:
    """Forget what is kept under this name."""
    import keyring
    import keyring.errors

    try:
        if keyring.get_password(SERVICE, entry) is not None:
            keyring.delete_password(SERVICE, entry)
    except keyring.errors.KeyringError as error:
        log.info("not removed from the keyring: %s", type(error).__name__)


def _from_keyring(entry: str) -> str | None:
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(SERVICE, entry)
    except keyring.errors.KeyringError as error:
        log.info("no keyring: %s", type(error).__name__)
        return None


def _is_secret_service() -> bool:
    """Whether `keyring` would choose the Secret Service; on KDE, or where it was told otherwise, it is asked itself."""
    if sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    chosen = os.environ.get("PYTHON_KEYRING_BACKEND")
    if chosen is not None:
        return chosen == SECRET_SERVICE
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "python_keyring", "keyringrc.cfg")
    return "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", "") and not settings.exists()


def _from_secret_service(entry: str) -> str | None:
    """What `keyring` has kept, read without loading it and all its backends (0.1 s); None also when it is locked."""
    import secretstorage

    try:
        with closing(secretstorage.dbus_init()) as bus:
            items = secretstorage.get_default_collection(bus).search_items({"service": SERVICE, "username": entry})
            return next((item.get_secret().decode() for item in items if not item.is_locked()), None)
    except Exception as error:  # whatever it is, `keyring` has words for it
        log.debug("no Secret Service: %s", type(error).__name__)
        return None
