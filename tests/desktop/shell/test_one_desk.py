"""One desk for each profile."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.one_desk import OneDesk

ROOT = Path(__file__).parents[3]
HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.one_desk import OneDesk
app = QCoreApplication([])
desk = OneDesk(Path(sys.argv[1]))
print(desk.take(), flush=True)
desk.raise_wanted.connect(lambda: print("raise", flush=True))
app.exec()
"""


def holder(profile: Path) -> "subprocess.Popen[str]":
    """A desk in another process that has the profile."""
    command = [sys.executable, "-c", HOLD, str(profile)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "True"
    return child


def test_the_second_desk_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        assert child.stdout is not None
        second = OneDesk(tmp_path)
        assert not second.take()
        assert child.stdout.readline().strip() == "raise"
        child.kill()


def test_a_killed_desk_leaves_the_profile_free(qtbot: QtBot, tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        child.kill()
        child.wait()
        second = OneDesk(tmp_path)
        assert second.take()
        second.leave()


def test_leaving_frees_the_profile(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneDesk(tmp_path), OneDesk(tmp_path)
    assert first.take()
    first.leave()
    assert second.take()
    second.leave()


def test_profiles_do_not_know_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = OneDesk(tmp_path / "a"), OneDesk(tmp_path / "b")
    assert one.take()
    assert other.take()
    one.leave()
    other.leave()
