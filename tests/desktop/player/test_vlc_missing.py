"""Machines without libVLC: each way in which loading it goes wrong gives a reason, never an exit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ASK = "from desktop.player.vlc_player import vlc_available; print(*vlc_available(), sep='|')"


def ask(**environment: str) -> str:
    """What a new Python says."""
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_here_it_is() -> None:
    assert ask() == "True|"


def test_a_library_that_is_not_there() -> None:
    assert ask(PYTHON_VLC_LIB_PATH="no-such-library.so").startswith("False|SystemExit")


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("raise OSError('libvlc.so.5: cannot open shared object file')", "OSError: libvlc.so.5"),
        ("raise NotImplementedError('libvlc: macos not supported')", "NotImplementedError"),
        ("import sys; sys.exit(1)", "SystemExit: 1"),
        ("find_lib", "NameError"),
        ("raise ImportError('no vlc')", "ImportError: no vlc"),
        ("dll = None", "python-vlc found no libVLC"),
    ],
)
def test_ways_to_fail(tmp_path: Path, module: str, reason: str) -> None:
    (tmp_path / "vlc.py").write_text(module)
    assert ask(PYTHONPATH=str(tmp_path)).startswith(f"False|{reason}")
