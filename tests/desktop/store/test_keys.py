"""The key: in a real Secret Service, or from the password; lost is said, never guessed."""

from pathlib import Path

import keyring
import pytest

from desktop.store import KeyLostError
from desktop.store.keys import PROFILE, folder_name, key_for, verifier, verifies


@pytest.mark.usefixtures("secret_service")
def test_the_key_is_random_and_kept_in_the_keyring(tmp_path: Path) -> None:
    one, two = tmp_path / "a1", tmp_path / "b2"
    key = key_for(one, "password")
    assert len(key) == 32
    assert key_for(one, None) == key
    assert key_for(two, "password") != key
    assert keyring.get_password("yunjiangshu-desk", "store a1")
    assert key.hex() not in (one / PROFILE).read_text()


@pytest.mark.usefixtures("secret_service")
def test_a_key_that_left_the_keyring_is_lost_and_nothing_is_made_anew(tmp_path: Path) -> None:
    key_for(tmp_path, "password")
    before = (tmp_path / PROFILE).read_text()
    keyring.set_password("yunjiangshu-desk", f"store {tmp_path.name}", "AAAA")
    with pytest.raises(KeyLostError):
        key_for(tmp_path, "password")
    keyring.delete_password("yunjiangshu-desk", f"store {tmp_path.name}")
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


def test_each_person_at_each_server_has_a_folder() -> None:
    names = {folder_name(server, account) for server in ("https://a", "https://b") for account in ("x", "y")}
    assert len(names) == 4
    assert all(len(name) == 12 for name in names)


def test_the_offline_verifier_knows_the_password() -> None:
    stored = verifier("correct horse")
    assert verifies(stored, "correct horse")
    assert not verifies(stored, "wrong")
    assert not verifies("nonsense", "wrong")
