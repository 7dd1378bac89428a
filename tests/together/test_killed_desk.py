"""kill -9 of the desk at any moment: a decision whose next work had appeared arrives once, whatever the server does."""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.together.conftest import Desks
from tests.together.server import ROOT, ServerProcess

WORKS = 60
LONGEST_S = 0.08


@contextmanager
def child(profile: Path, url: str, account: str, seed: int) -> Iterator["subprocess.Popen[str]"]:
    """A desk that decides by itself, killed at the end of the block."""
    command = [sys.executable, "-m", "tests.together.desk_child", str(profile), url, account, str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(profile: Path, url: str, account: str, chance: random.Random) -> list[str]:
    """Runs a desk, kills it a moment after it has decided some works; what it said."""
    decisions = chance.randint(2, 6)
    said: list[str] = []
    with child(profile, url, account, chance.randrange(1_000_000)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.strip())
            decisions -= line.startswith("pressed")
            if decisions <= 0 or line.startswith("nothing"):
                break
        try:
            process.wait(chance.uniform(0, LONGEST_S))  # the moment of the kill, not a synchronisation
        except subprocess.TimeoutExpired:
            process.kill()
        said += [line.strip() for line in process.stdout.read().splitlines()]
    assert process.returncode == -9, said
    return said


@pytest.mark.expected_logs("outbox missing or short", optional=True)
@pytest.mark.parametrize("seed", range(4))
def test_no_decision_whose_next_work_had_appeared_is_lost(
    server: ServerProcess, desks: Desks, tmp_path: Path, clip: Path, seed: int
) -> None:
    chance = random.Random(seed)
    server.add_works(WORKS, clip)
    account = server.account(server.world.staff())
    server.start()
    said: list[str] = []
    for kill in range(2):
        up = kill == 0 or chance.random() < 0.5
        if not up:
            server.kill()
        said += killed_after(tmp_path / "desk", server.url, account, chance)
        if not up:
            server.start()
    pressed = [line.split()[1:] for line in said if line.startswith("pressed")]
    appeared = {line.split()[1] for line in said if line.startswith("appeared")}
    assert len(appeared) >= 3

    screen = desks.open()
    screen.sign_in(server.url, account)
    screen.until(lambda: screen.status("outbox") == "发件箱 0" and screen.status("network") == "在线")
    landed = server.decisions()
    assert set(Counter(one.work for one in landed).values()) == {1}
    assert appeared <= {one.work for one in landed}
    assert {(one.work, one.verdict) for one in landed} <= {(work, verdict) for work, verdict in pressed}
    assert {one.status for one in landed} == {"applied"}
    assert Counter(row.subject_id for row in server.audited("decide")) == Counter(one.work for one in landed)
    assert {work: len(texts) for work, texts in server.notices().items()} == dict.fromkeys(
        [one.work for one in landed], 1
    )
