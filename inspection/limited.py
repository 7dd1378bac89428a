"""Run a child process that is bound in memory, time and output; whatever it does, the caller goes on."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

_ROOT = Path(__file__).resolve().parent.parent
_KEPT: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
"""All that the child sees of the environment; Windows starts no Python without SYSTEMROOT."""
OUT_OF_MEMORY: Final = 75
"""The child's exit status when it hit its memory limit."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use: bytes of address space, seconds of processor and of wall clock, bytes of answer."""

    memory: int = 1024**3
    cpu_s: int = 30
    wall_s: float = 60.0
    answer: int = 1024**2


@dataclass(frozen=True, slots=True)
class Stopped:
    """The child gave no answer: `limit` is the one that ended it (time, output, memory, processor time, killed).

    Without one it ended by itself, with `status`: a crash or a bug.
    """

    limit: str = ""
    status: int = 0


def ask(module: str, wanted: dict[str, Any], file: Path, limits: Limits) -> bytes | Stopped:
    """What `python -m MODULE REQUEST` answers about a file within the limits."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    request = json.dumps(wanted | {"file": str(file.absolute()), "limits": asdict(limits)})
    with TemporaryFile() as out:
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", module, request],
            cwd=_ROOT,
            env=environment | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
        try:
            status = child.wait(limits.wall_s)
        except subprocess.TimeoutExpired:
            return Stopped("time")
        finally:
            child.kill()
            child.wait()
        out.seek(0)
        answer = out.read(limits.answer + 1)
    if status == 0:
        return answer if len(answer) <= limits.answer else Stopped("output")
    return _stopped(status)


def _stopped(status: int) -> Stopped:
    if status == OUT_OF_MEMORY:
        return Stopped("memory")
    if sys.platform != "win32":
        limits = {signal.SIGXCPU: "processor time", signal.SIGXFSZ: "output", signal.SIGKILL: "killed"}
        if -status in limits:
            return Stopped(limits[signal.Signals(-status)])
    return Stopped(status=status)
