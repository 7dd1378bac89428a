"""A real Secret Service: gnome-keyring, unlocked, on a session bus of the tests' own."""

from collections.abc import Iterator
from contextlib import closing

import keyring
import pytest
import secretstorage

from tests.helpers.lasting import lasting

START = """
exec dbus-run-session -- sh -euc '
    printf tests | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    echo "$DBUS_SESSION_BUS_ADDRESS"
    exec cat >/dev/null'
"""
BACKEND = "keyring.backends.SecretService.Keyring"


@pytest.fixture(scope="session")
def secret_service_bus() -> Iterator[str]:
    """The D-Bus address to hand to a program that shall find the Secret Service."""
    with lasting(START) as address:
        yield address


@pytest.fixture
def secret_service(secret_service_bus: str) -> Iterator[str]:
    """`keyring`, here and in programs that the test starts, uses an empty Secret Service; yields its D-Bus address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service_bus)
        patch.setenv("PYTHON_KEYRING_BACKEND", BACKEND)
        keyring.core.init_backend()
        yield secret_service_bus
        with closing(secretstorage.dbus_init()) as connection:
            for item in list(secretstorage.get_default_collection(connection).get_all_items()):
                item.delete()
    keyring.core.init_backend()
