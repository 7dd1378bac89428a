"""Sample videos: real MP4 files with H.264 and AAC, drawn and composed here, made once and kept."""

import hashlib
import json
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from contract.campaign import Theme
from server.samples.film import write_film
from server.samples.plan import Plan, plans
from server.samples.text import SampleWork

VERSION: Final = 2
"""Raise it when the videos change, so that kept ones are made anew."""
PROCESSES: Final = 2
REASONS: Final = {
    "too_long": "too-long", "silent": "bad-sound", "no_sound": "bad-sound", "quiet": "bad-sound",
    "watermark": "watermark", "dark": "unclear-picture", "duplicate": "duplicate",
}  # fmt: skip
"""The reason (of `contract.reasons`) that fits each flaw."""


@dataclass(frozen=True, slots=True)
class SampleVideo:
    """A playable MP4 and the work it is for; the title card names `organization` (of `text.organizations`).

    `flaw` is empty, or what a reviewer should find: a key of `REASONS`.
    """

    file: Path
    work: SampleWork
    organization: str
    region: str
    flaw: str
    duration_ms: int
    width: int
    height: int
    bytes: int
    sha256: str


def make_videos(
    folder: Path, count: int = 44, seed: int = 2024, progress: Callable[[int, int], None] | None = None
) -> list[SampleVideo]:
    """`count` videos in `folder`, made there unless a former call has; `progress(done, total)` follows the making."""
    planned = plans(count, seed)
    kept = _kept(folder, count, seed)
    if kept is None:
        kept = _make(folder, planned, progress)
        _write(folder / "manifest.json", {"version": VERSION, "seed": seed, "files": kept})
    return [_video(folder, plan, kept[plan.name]) for plan in planned]


def _kept(folder: Path, count: int, seed: int) -> dict[str, dict[str, Any]] | None:
    """What the manifest says, if it is for the same videos and they are all there."""
    try:
        said = json.loads((folder / "manifest.json").read_text("utf-8"))
        files: dict[str, dict[str, Any]] = said["files"]
        same = (said["version"], said["seed"], len(files)) == (VERSION, seed, count)
        whole = all((folder / name).stat().st_size == fact["bytes"] for name, fact in files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if same and whole else None


def _make(folder: Path, planned: list[Plan], progress: Callable[[int, int], None] | None) -> dict[str, dict[str, Any]]:
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        longest_first = sorted(planned, key=lambda plan: -plan.seconds)
        waiting = {pool.submit(make_one, folder, plan): plan for plan in longest_first}
        for done, future in enumerate(as_completed(waiting), start=1):
            made[waiting[future].name] = future.result()
            if progress:
                progress(done, len(planned))
    return made


def make_one(folder: Path, plan: Plan) -> dict[str, Any]:
    """Make one video, whole or not at all; what the manifest says of it. Runs in a process of its own."""
    part = folder / f".{plan.name}.{os.getpid()}.part"
    try:
        duration_ms = write_film(part, plan)
        with part.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        fact = {"bytes": part.stat().st_size, "sha256": digest, "duration_ms": duration_ms}
        part.replace(folder / plan.name)
    finally:
        part.unlink(missing_ok=True)
    return fact


def _write(file: Path, content: dict[str, Any]) -> None:
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    part.replace(file)


def _video(folder: Path, plan: Plan, fact: dict[str, Any]) -> SampleVideo:
    work = SampleWork(plan.title, plan.summary, Theme(plan.theme), plan.trade)
    return SampleVideo(
        folder / plan.name, work, plan.organization, plan.region, plan.flaw, fact["duration_ms"], *plan.size,
        bytes=fact["bytes"], sha256=fact["sha256"],
    )  # fmt: skip
