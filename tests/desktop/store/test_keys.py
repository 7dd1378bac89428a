"""The key: in a real Secret Service, or from the password; lost is said, never guessed."""

import json
import os
from pathlib import Path

import keyring
import pytest

from desktop.store import KeyLostError, open_store
from desktop.store.keys import PROFILE, folder_name, key_for, verifier, verifies
from desktop.store.vault import SERVICE
from tests.desktop.store.conftest import HandClock


def entry(folder: Path) -> str:
    """The name of the folder's key in the keyring."""
    return str(json.loads((folder / PROFILE).read_text())["entry"])


@pytest.mark.usefixtures("secret_service")
def test_the_key_is_random_and_kept_in_the_keyring(tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "same-name", tmp_path / "b" / "same-name"
    key = key_for(one, "password")
    assert len(key) == 32
    assert key_for(two, "password") != key
    assert key_for(one, None) == key
    assert keyring.get_password(SERVICE, entry(one))
    assert key.hex() not in (one / PROFILE).read_text()


@pytest.mark.usefixtures("secret_service")
def test_a_key_that_left_the_keyring_is_lost_and_nothing_is_made_anew(tmp_path: Path) -> None:
    key_for(tmp_path, "password")
    before = (tmp_path / PROFILE).read_text()
    keyring.set_password(SERVICE, entry(tmp_path), "AAAA")
    with pytest.raises(KeyLostError):
        key_for(tmp_path, "password")
    keyring.delete_password(SERVICE, entry(tmp_path))
    with pytest.raises(KeyLostError):
        key_for(tmp_path, "password")
    assert (tmp_path / PROFILE).read_text() == before


def test_without_a_keyring_the_key_comes_from_the_password(tmp_path: Path) -> None:
    key = key_for(tmp_path, "password")
    assert key_for(tmp_path, "password") == key
    with pytest.raises(KeyLostError):
        key_for(tmp_path, "another")
    with pytest.raises(KeyLostError):
        key_for(tmp_path, None)


def test_data_without_a_profile_is_not_given_a_new_key(tmp_path: Path) -> None:
    (tmp_path / "outbox.db").write_bytes(b"something")
    with pytest.raises(KeyLostError):
        key_for(tmp_path, "password")


def test_another_key_than_the_folders_opens_and_harms_nothing(tmp_path: Path, clock: HandClock) -> None:
    key = key_for(tmp_path, "password")
    open_store(tmp_path, key, clock, os.urandom).close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(KeyLostError):
        open_store(tmp_path, bytes(32), clock, os.urandom)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    open_store(tmp_path, key, clock, os.urandom).close()


def test_each_person_at_each_server_has_a_folder() -> None:
    names = {folder_name(server, account) for server in ("https://a", "https://b") for account in ("x", "y")}
    assert len(names) == 4
    assert all(len(name) == 12 for name in names)


def test_the_offline_verifier_knows_the_password() -> None:
    stored = verifier("correct horse")
    assert verifies(stored, "correct horse")
    assert not verifies(stored, "wrong")
    assert not verifies("nonsense", "wrong")
