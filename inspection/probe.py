"""Ask a limited child process what a file is, or for a still of it; no file makes the caller crash, hang or grow."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from inspection.limited import Limits, ask

LOOKING: Final = Limits()
_log = logging.getLogger(__name__)


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


def probe(file: Path, limits: Limits = LOOKING) -> Facts | Refusal:
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


def poster(file: Path, limits: Limits = LOOKING) -> bytes | None:
    """An upright JPEG, at most 640 pixels long, from about the first second or the first picture that is not black.

    None when the file gives none.
    """
    picture = _ask("poster", file, limits)
    return picture if isinstance(picture, bytes) and picture.startswith(b"\xff\xd8") else None


def _ask(command: str, file: Path, limits: Limits) -> bytes | Refusal:
    """Run the child to its end, or to a limit's; crashes and bugs are logged."""
    answer = ask("inspection.child", {"command": command}, file, limits)
    if isinstance(answer, bytes):
        return answer
    if answer.limit:
        return Refusal("inspection-limit", answer.limit)
    _log.warning("the inspection of %s ended with status %d", file.name, answer.status)
    return Refusal("unreadable", f"the inspection ended with status {answer.status}")
