"""Ask a limited child process what a file is, or for a still of it; no file makes the caller crash, hang or grow."""

import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

_log = logging.getLogger(__name__)
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
class Facts:
    """What a readable video is. Sizes in pixels, times in ms, `rotation` in degrees counter-clockwise (0 to 359).

    `width` and `height` are as shown, with rotation and pixel shape applied. `duration_ms` is the end of the last
    packet of picture or sound, counted over the whole file; `duration_header_ms` is what the header claims. `frames`
    counts the pictures in the file, `decoded` those that were decoded as a sample, `errors` what went wrong meanwhile.
    `problems`: oversize, too_long (rule: `look.is_too_long`), no_audio, damaged, header_duration_wrong.
    """

    container: str
    bytes: int
    sha256: str
    video_codec: str
    coded_width: int
    coded_height: int
    rotation: int
    width: int
    height: int
    fps: float
    duration_header_ms: int | None
    duration_ms: int
    frames: int
    decoded: int
    errors: int
    audio_codec: str | None
    audio_channels: int | None
    audio_rate: int | None
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is no playable video: empty_file, unreadable, not_a_video, audio_only, inspection-limit.

    inspection-limit: the inspection was stopped, because it took too much time, memory or output, or from outside.
    """

    code: str
    detail: str = ""


def probe(file: Path, limits: Limits = Limits()) -> Facts | Refusal:
    """What `file` is; always answers within the limits. Raises OSError when there is no such file."""
    size = file.stat().st_size
    if size == 0:
        return Refusal("empty_file")
    answer = _ask("facts", file, limits)
    if isinstance(answer, Refusal):
        return answer
    try:
        said: dict[str, Any] = json.loads(answer)
        if "refusal" in said:
            return Refusal(str(said["refusal"]), str(said.get("detail", ""))[:200])
        return Facts(**said | {"problems": tuple(said["problems"])})
    except (ValueError, TypeError, KeyError):
        return Refusal("unreadable", "the inspection gave no answer")


def poster(file: Path, limits: Limits = Limits()) -> bytes | None:
    """An upright JPEG, at most 640 pixels long, from about the first second or the first picture that is not black.

    None when the file gives none.
    """
    picture = _ask("poster", file, limits)
    return picture if isinstance(picture, bytes) and picture.startswith(b"\xff\xd8") else None


def _ask(command: str, file: Path, limits: Limits) -> bytes | Refusal:
    """Run the child to its end, or to a limit's."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    request = json.dumps({"command": command, "file": str(file.absolute()), "limits": asdict(limits)})
    with TemporaryFile() as out:
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "inspection.child", request],
            cwd=_ROOT,
            env=environment | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
        try:
            status = child.wait(limits.wall_s)
        except subprocess.TimeoutExpired:
            return Refusal("inspection-limit", "time")
        finally:
            child.kill()
            child.wait()
        out.seek(0)
        answer = out.read(limits.answer + 1)
    if status == 0:
        return answer if len(answer) <= limits.answer else Refusal("inspection-limit", "output")
    return _stopped(status, file)


def _stopped(status: int, file: Path) -> Refusal:
    """The refusal for a child that ended without an answer; crashes and bugs are logged."""
    if status == OUT_OF_MEMORY:
        return Refusal("inspection-limit", "memory")
    if sys.platform != "win32":
        limits = {signal.SIGXCPU: "processor time", signal.SIGXFSZ: "output", signal.SIGKILL: "killed"}
        if -status in limits:
            return Refusal("inspection-limit", limits[signal.Signals(-status)])
    _log.warning("the inspection of %s ended with status %d", file.name, status)
    return Refusal("unreadable", f"the inspection ended with status {status}")
