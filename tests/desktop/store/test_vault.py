"""Secrets in a real Secret Service, found with and without `keyring`; other keyrings are asked as `keyring` says."""

import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest

from desktop.store import vault

ASK = "import sys; from desktop.store import vault; print(vault.get('entry'), 'keyring' in sys.modules)"


def asked(**environment: str | None) -> str:
    """What another program finds under "entry", and whether it loaded `keyring` for that."""
    known = {name: value for name, value in (os.environ | environment).items() if value is not None}
    return subprocess.run([sys.executable, "-c", ASK], env=known, capture_output=True, text=True, check=True).stdout


@pytest.mark.usefixtures("secret_service")
def test_what_is_put_is_found_until_it_is_dropped() -> None:
    assert vault.get("entry") is None
    assert vault.put("entry", "文本")
    assert vault.get("entry") == keyring.get_password(vault.SERVICE, "entry") == "文本"
    assert vault.put("entry", "another")
    assert vault.get("entry") == "another"
    vault.drop("entry")
    vault.drop("entry")
    assert vault.get("entry") is None


@pytest.mark.usefixtures("secret_service")
def test_the_secret_service_is_read_without_keyring(tmp_path: Path) -> None:
    vault.put("entry", "kept")
    assert asked() == "kept False\n"
    assert asked(PYTHON_KEYRING_BACKEND=None, XDG_CURRENT_DESKTOP="GNOME", XDG_CONFIG_HOME=str(tmp_path)) == (
        "kept False\n"
    )


@pytest.mark.usefixtures("secret_service")
def test_whoever_wants_another_keyring_gets_it(tmp_path: Path) -> None:
    vault.put("entry", "kept")
    assert asked(PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring") == "None True\n"
    plasma = {"PYTHON_KEYRING_BACKEND": None, "XDG_CURRENT_DESKTOP": "KDE"}
    assert asked(**plasma, XDG_CONFIG_HOME=str(tmp_path)) == "kept True\n"
    (tmp_path / "python_keyring").mkdir()
    (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n"
    )
    assert asked(PYTHON_KEYRING_BACKEND=None, XDG_CONFIG_HOME=str(tmp_path)) == "None True\n"


def test_without_a_keyring_nothing_is_kept() -> None:
    assert not vault.put("entry", "text")
    assert vault.get("entry") is None
    vault.drop("entry")
    assert asked(PYTHON_KEYRING_BACKEND=None, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere") == "None True\n"
