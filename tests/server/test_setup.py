"""Settings, keys, schema, and the server as a process of its own."""

import http.client
import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

import pytest
import requests
import sqlcipher3.dbapi2
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError

from contract.boards import RULE_1, BoardKind, Numbers, Ranks
from contract.registration import name_key
from contract.week_board import BoardRow, WeekBoard, packed
from server import database as database_module
from server.app import build_context
from server.clock import shifted_clock
from server.context import ServerContext
from server.database import DatabaseError
from server.models import Base, BoardWeek, Decision, Organization, Setting
from server.schema import alembic_config, migrate
from server.services.boards_seal import places_before
from server.services.history import history_of
from server.settings import Settings, SettingsError, from_environment, unknown_names
from tests.server.world import API, SOON_S, HandClock, World, settings_for

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented() -> None:
    """docs/server.md and the settings name the same variables."""
    told = set(re.findall(r"^\| `(YJS_[A-Z0-9_]+)` \|", (ROOT / "docs/server.md").read_text(), re.M))
    assert told == {"YJS_" + field.name.upper() for field in fields(Settings)}


def test_settings_from_the_environment(tmp_path: Path) -> None:
    """Types, defaults, and words for what is wrong."""
    given = {"YJS_PORT": "0", "YJS_DEMO": "true", "YJS_MEDIA_DIR": str(tmp_path), "YJS_HOST": "", "YJS_PROT": "1"}
    settings = from_environment(given)
    assert (settings.port, settings.demo, settings.media_path, settings.host) == (0, True, tmp_path, "127.0.0.1")
    assert unknown_names(given) == ["YJS_PROT"]
    with pytest.raises(SettingsError, match="YJS_PORT"):
        from_environment({"YJS_PORT": "many"})
    with pytest.raises(SettingsError, match="YJS_DATABASE_URL"):
        from_environment({"YJS_DATABASE_URL": "mysql://x"}).database()
    with pytest.raises(SettingsError, match="YJS_DATABASE_KEY"):
        from_environment({"YJS_DATABASE_KEY": "short"}).sqlite_key()


def test_shifted_clock() -> None:
    """The clock starts at the moment given, Shanghai time unless said otherwise, and runs on."""
    base = HandClock(1_000)
    clock = shifted_clock("2024-08-05T00:00:00", base)
    assert clock() == shifted_clock("2024-08-04T16:00:00+00:00", base)()
    before = clock()
    base.forward(seconds=5)
    assert clock() == before + 5_000


def test_the_database_is_encrypted(tmp_path: Path) -> None:
    """The file shows nothing, the key file is private, another key does not open it and does not harm it."""
    settings = Settings(data_dir=tmp_path / "data", argon2_kib=8)
    context = build_context(settings)
    migrate(context)
    context.database.close()
    key = tmp_path / "data" / "database.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    content = (tmp_path / "data" / "server.db").read_bytes()
    assert b"SQLite format" not in content
    assert b"sign_in_attempt" not in content
    with pytest.raises(DatabaseError, match="does not open with this key"):
        build_context(Settings(data_dir=tmp_path / "data", argon2_kib=8, database_key="00" * 32))
    context = build_context(settings)
    with context.database.reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM server_state").scalar() == 1
    context.database.close()


def test_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite that can corrupt a WAL is not used; the one here is new enough."""
    assert sqlcipher3.dbapi2.sqlite_version_info >= database_module.OLDEST_SQLITE
    monkeypatch.setattr(database_module, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(DatabaseError, match="too old"):
        build_context(Settings(data_dir=tmp_path, argon2_kib=8))


def test_models_and_migrations_agree(context: ServerContext) -> None:
    """Migrating from nothing gives exactly the tables that the code knows; doing it again changes nothing."""
    migrate(context)
    with context.database.engine.connect() as connection:
        compared = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert compared == []


def empty(context: ServerContext, folder: Path) -> ServerContext:
    """The same kind of database, with nothing in it."""
    if context.database.is_sqlite:
        return build_context(replace(context.settings, data_dir=folder, database_url=""), context.clock)
    with context.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    return context


def test_decisions_of_works_live_through_the_change_to_all_kinds(context: ServerContext, tmp_path: Path) -> None:
    """What the fifth schema knew of a decided work is there in the newest one, and a decision still needs its staff."""
    context = empty(context, tmp_path / "old")
    with context.database.altering() as connection:
        command.upgrade(alembic_config(connection), "0005")
    values = "'d', 1, 's', 'w', 'r', 1, 1, 2, 'approve', '[]', '', '', 3, 4, 'applied', NULL"
    rows = (
        "INSERT INTO worker VALUES ('a', '13900000001', '周明', '', 'x', NULL, 1)",
        "INSERT INTO organization VALUES ('o', 'ORG-24-1', '江城轨道（集团）有限责任公司', '42', 1)",
        "INSERT INTO staff VALUES ('s', 'one', '沈', '审核员 1', 'moderator', NULL, NULL, 'x', NULL, 1)",
        "INSERT INTO work (id, number, author_id, version, state, round, title, summary, theme, region, submitted_at,"
        " lease_token, likes, views, favourites, shares)"
        " VALUES ('w', 'YJS-24-1', 'a', 2, 'published', 1, '题', '', 'skill', '42', 1, 1, 0, 0, 0, 0)",
        "INSERT INTO review VALUES ('r', 'work', 'w', 1, 1, 4)",
        f"INSERT INTO decision VALUES ({values})",
        'INSERT INTO work_event (work_id, at, kind, "by", round, reasons, message)'
        " VALUES ('w', 4, 'approved', '审核员 1', 1, '[]', '')",
    )
    with context.database.engine.begin() as connection:
        for row in rows:
            connection.exec_driver_sql(row)
    migrate(context)
    with context.database.reading() as session:
        decision = session.get_one(Decision, "d")
        assert (decision.subject_kind, decision.subject_id, decision.subject_version) == ("work", "w", 2)
        assert history_of(session, "work", ["w"])["w"][0]["by"] == "审核员 1"
        assert session.get_one(Organization, "o").name_key == name_key("江城轨道 (集团) 有限公司")
    with pytest.raises(IntegrityError), context.database.writing() as session:
        session.execute(update(Decision).values(staff_id="nobody"))


def test_what_was_sealed_is_there_to_be_compared_with(context: ServerContext, tmp_path: Path) -> None:
    """Places and gains of files that the eleventh schema sealed; weeks have the heat of the rule in force."""
    context = empty(context, tmp_path / "old")
    with context.database.altering() as connection:
        command.upgrade(alembic_config(connection), "0011")
    gain = Numbers(0, 1, 0, 0, 2, 12)
    row = BoardRow("w", "题", "", "作者", "42", [gain, gain], gain, Ranks(2, 1, 1, 1), None)
    board = WeekBoard(BoardKind.WORK, 3, 9, RULE_1, 9, 1, "", None, [row])
    with context.database.engine.begin() as connection:
        for statement in (
            "INSERT INTO board_seal VALUES ('s', 1, 3, 1, 9, '{}', '', 9, '', 'd', 1, 0, 0, '[]')",
            "INSERT INTO board_week VALUES ('work', 'w', 3, 0, 1, 0, 0, 2)",
        ):
            connection.exec_driver_sql(statement)
        file = text("INSERT INTO board_file VALUES ('f', 's', 'work', :data)")
        connection.execute(file, {"data": packed(board)})
    migrate(context)
    with context.database.reading() as session:
        assert places_before(session, BoardKind.WORK, 4, None) == {"w": (Ranks(2, 1, 1, 1), gain)}
        assert places_before(session, BoardKind.WORK, 4, ["x"]) == {}
        assert places_before(session, BoardKind.PERSON, 4, None) is None
        assert session.get_one(BoardWeek, ("work", "w", 3)).heat == 12


@pytest.mark.parametrize("new", [False, True])
def test_reference_rows_follow_the_code(world: World, new: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Regions are told again when the code's have changed, and only then."""
    if new:
        monkeypatch.setattr("server.schema.REGIONS", {"37": "齐鲁"})
    with world.context.database.reading() as session:
        before = session.connection().exec_driver_sql("SELECT max(seq) FROM feed").scalar_one()
    migrate(world.context)
    with world.context.database.reading() as session:
        after = session.connection().exec_driver_sql("SELECT max(seq) FROM feed").scalar_one()
    assert (after > before) is new


@pytest.mark.parametrize("new", [False, True])
def test_desks_are_told_how_long_a_decision_can_be_undone(world: World, new: bool) -> None:
    """The setting of the environment reaches the feed, again when it has changed."""
    context = replace(world.context, settings=replace(world.context.settings, undo_window_s=90))
    migrate(context if new else world.context)
    with world.context.database.reading() as session:
        row = session.get_one(Setting, "undo_window")
    assert (row.value, row.version) == (({"seconds": 90}, 2) if new else ({"seconds": 60}, 1))


@contextmanager
def process(environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m server` as a child whose pipes we hold."""
    child = subprocess.Popen(
        [sys.executable, "-m", "server", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("YJS_")} | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with child:
        try:
            yield child
        finally:
            child.kill()


def address(child: subprocess.Popen[str]) -> str:
    """The address in the line that says the server is ready."""
    assert child.stdout
    found = re.fullmatch(r"listening on (http://127\.0\.0\.1:\d+)\n", child.stdout.readline())
    assert found
    return found[1]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Settings of a child: its own data, a free port, cheap hashes."""
    return {"YJS_DATA_DIR": str(tmp_path / "data"), "YJS_PORT": "0", "YJS_ARGON2_KIB": "8"}


def sign_in(url: str) -> str:
    """An access token of the person added by `add-user`."""
    ask = {"account": "zhang", "password": "correct horse"}
    token: str = requests.post(f"{url}{API}/auth/sign-in", json=ask, timeout=SOON_S).json()["access_token"]
    return token


def add_user(environment: dict[str, str]) -> None:
    """`add-user` with the password on standard input."""
    words = ["add-user", "zhang", "--name", "张三", "--label", "审核员 0001", "--role", "moderator"]
    with process(environment, *words) as child:
        out, error = child.communicate("correct horse\n", timeout=SOON_S)
    assert (out, error, child.returncode) == ("added zhang (moderator)\n", "", 0)


def test_serve_ends_in_the_middle_of_a_long_poll(environment: dict[str, str]) -> None:
    """SIGTERM ends the server at once: a waiting long poll gets its page, exit code 0."""
    add_user(environment)
    with process(environment, "serve") as child:
        url = address(child)
        headers = {"Authorization": f"Bearer {sign_in(url)}"}
        first = requests.get(f"{url}{API}/sync/changes", headers=headers, timeout=SOON_S).json()
        poll = http.client.HTTPConnection(url.removeprefix("http://"), timeout=SOON_S)
        poll.request("GET", f"{API}/sync/changes?wait=25&cursor={first['cursor']}", headers=headers)
        assert requests.get(f"{url}{API}/auth/me", headers=headers, timeout=SOON_S).status_code == 200
        child.send_signal(signal.SIGTERM)
        page = json.loads(poll.getresponse().read())
        poll.close()
        assert (page["ops"], page["end"]) == ([], True)
        assert child.wait(SOON_S) == 0


def test_serve_ends_with_its_parent(environment: dict[str, str]) -> None:
    """When standard input closes, the parent is gone, and so is the server."""
    with process(environment | {"YJS_WATCH_PARENT": "1"}, "serve") as child:
        url = address(child)
        assert requests.get(f"{url}{API}/auth/me", timeout=SOON_S).status_code == 401
        assert child.stdin
        child.stdin.close()
        assert child.wait(SOON_S) == 0


def test_words_for_what_is_wrong(environment: dict[str, str]) -> None:
    """Bad settings and typing errors are named on standard error; no traceback."""
    with process(environment | {"YJS_DATABASE_KEY": "x", "YJS_PROT": "1"}, "migrate") as child:
        out, error = child.communicate(timeout=SOON_S)
    assert (out, child.returncode) == ("", 2)
    assert error == "server: YJS_PROT is not a setting\nserver: YJS_DATABASE_KEY must be 64 hexadecimal digits\n"


def test_new_epoch(environment: dict[str, str]) -> None:
    """The command for after a restore."""
    epochs = []
    for _ in range(2):
        with process(environment, "new-epoch") as child:
            epochs.append(child.communicate(timeout=SOON_S)[0])
    assert len(set(epochs)) == 2
    assert all(re.fullmatch(r"epoch [0-9a-f-]{36}\n", epoch) for epoch in epochs)
    assert settings_for("sqlite:///x", Path()).database() == "sqlite:///x"
