"""The services that tests get: surroundings, Secret Service, PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.errors
import psycopg
import pytest

from tests.helpers.lasting import ServiceError, lasting
from tests.helpers.postgres import PostgresServer

KEEP = "import keyring; print(keyring.get_password('desk', 'key')); keyring.set_password('desk', 'key2', 'b')"


def test_nothing_of_the_user_is_in_sight() -> None:
    home = Path.home()
    assert home.name.startswith("yjs-home-")
    assert all(Path(value).is_relative_to(home) for name, value in os.environ.items() if name.startswith("XDG_"))
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("desk", "key")


@pytest.mark.parametrize("_", range(2))
def test_a_real_secret_service_keeps_secrets_until_the_test_ends(secret_service: str, _: int) -> None:
    assert "SecretService" in type(keyring.get_keyring()).__module__
    assert keyring.get_password("desk", "key") is None
    assert keyring.get_password("desk", "key2") is None
    keyring.set_password("desk", "key", "a")
    other = subprocess.run([sys.executable, "-c", KEEP], capture_output=True, text=True, check=True)
    assert other.stdout == "a\n"
    assert keyring.get_password("desk", "key2") == "b"
    keyring.delete_password("desk", "key")
    assert keyring.get_password("desk", "key") is None


@pytest.mark.parametrize("_", range(2))
def test_each_test_gets_an_empty_database(postgres_url: str, _: int) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.info.server_version >= 150000
        connection.execute("CREATE TABLE work (id int)")


def test_databases_are_copied_from_a_template_made_once(postgres_server: PostgresServer) -> None:
    made: list[str] = []

    def prepare(url: str) -> None:
        made.append(url)
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE work AS SELECT 7 AS id")

    names = [postgres_server.create(postgres_server.template("test", prepare)) for _ in range(2)]
    assert len(made) == 1
    for name in names:
        with psycopg.connect(postgres_server.url(name)) as connection:
            assert connection.execute("SELECT id FROM work").fetchall() == [(7,)]
        postgres_server.drop(name)


def test_a_service_that_does_not_start_says_why() -> None:
    with pytest.raises(ServiceError, match="no such luck"), lasting("echo no such luck >&2; exit 3"):
        pass


def test_a_service_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    os.mkfifo(mark)
    program = f"""
import os, signal
from tests.helpers.lasting import lasting
with lasting("trap 'echo ended >{mark}' EXIT; echo ready; cat >/dev/null"):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.Popen([sys.executable, "-c", program])
    assert mark.read_text() == "ended\n"
    assert killed.wait() == -9
