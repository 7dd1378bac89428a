"""Ask a limited child process what a file is, or for a still of it; no file makes the caller crash, hang or grow."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use: bytes of address space, seconds of processor and of wall clock, bytes of answer."""

    memory: int = 3 * 1024**3
    cpu_s: int = 60
    wall_s: float = 90.0
    answer: int = 8 * 1024**2


@dataclass(frozen=True, slots=True)
class Facts:
    """What a readable video is. Sizes in pixels as shown (rotation and pixel shape applied), times in ms.

    `duration_ms` is the end of the last packet of picture or sound, counted over the whole file; `duration_header_ms`
    is what the header claims. `problems` holds codes: too_long, oversize, no_audio, damaged, header_duration_wrong.
    """

    container: str
    bytes: int
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
    audio_codec: str | None
    audio_channels: int | None
    audio_rate: int | None
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is no playable video: empty_file, unreadable, not_a_video, audio_only, inspection-limit."""

    code: str
    detail: str = ""


def probe(file: Path, limits: Limits = Limits()) -> Facts | Refusal:
    """What `file` is; always answers within the limits."""
    with TemporaryFile() as out:
        refusal = _child("facts", file, out, limits)
        if refusal:
            return refusal
        try:
            answer = json.loads(out.read())
            if "refusal" in answer:
                return Refusal(str(answer["refusal"]), str(answer.get("detail", ""))[:200])
            return Facts(**answer | {"problems": tuple(answer["problems"])})
        except (ValueError, TypeError, KeyError):
            return Refusal("unreadable", "the inspection gave no answer")


def poster(file: Path, limits: Limits = Limits()) -> bytes | None:
    """An upright still as JPEG, at most 640 pixels long, from about the first second; None when there is none."""
    with TemporaryFile() as out:
        if _child("poster", file, out, limits):
            return None
        picture = out.read()
        return picture if picture.startswith(b"\xff\xd8") else None


def _child(command: str, file: Path, out: IO[bytes], limits: Limits) -> Refusal | None:
    """Run the child with its answer going to `out`, rewound afterwards; a refusal when it broke a limit or crashed."""
    given = [str(limits.memory), str(limits.cpu_s), str(limits.answer)]
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "inspection.child", command, str(file.absolute()), *given],
        cwd=_ROOT,
        env=environment | {"LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        code = child.wait(limits.wall_s)
    except subprocess.TimeoutExpired:
        return Refusal("inspection-limit", "time")
    finally:
        child.kill()
        child.wait()
    out.seek(0)
    if code == 0:
        return None
    return (
        Refusal("inspection-limit", f"exit {code}") if code in _LIMIT_CODES else Refusal("unreadable", f"exit {code}")
    )


_LIMIT_CODES = {-9, -24, -25, 75}
"""SIGKILL, SIGXCPU, SIGXFSZ, and the child's own word that memory ran out."""
