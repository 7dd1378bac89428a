"""1080p30, 20 s, in the real widget: no picture may be lost; CPU against `ffmpeg -i FILE -f null -`: decoding only."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.clips import Clip, make_clip
from benchmarks.watching import number_of, stage, wait_until
from desktop.player.player import PlayerState

CLIP = Clip(1920, 1080, fps=30, seconds=20, noise=6)


def cpu_seconds(who: int) -> float:
    """User and system time so far."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def decode_only(path: Path) -> float:
    """CPU seconds that ffmpeg takes."""
    before = cpu_seconds(resource.RUSAGE_CHILDREN)
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-f", "null", "-"], check=True)
    return cpu_seconds(resource.RUSAGE_CHILDREN) - before


def play(path: Path) -> tuple[float, set[int], int]:
    """CPU seconds of playing and painting it; the numbers of the frames painted; pictures that libVLC gave up."""
    painted: set[int] = set()
    with stage() as (pair, surface):
        pair.frame_ready.connect(lambda image: (surface.repaint(), painted.add(number_of(image))))
        before = cpu_seconds(resource.RUSAGE_SELF)
        pair.open(path)
        wait_until(lambda: pair.state in (PlayerState.ENDED, PlayerState.FAILED))
        used = cpu_seconds(resource.RUSAGE_SELF) - before
        return used, painted, pair.current.lost_pictures()


def main() -> int:
    """Prints pictures lost and the ratio; exit code 1 when one was lost."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_clip(Path(folder) / "clip.mp4", CLIP)
        megabits = path.stat().st_size * 8 / CLIP.seconds / 1e6
        used, painted, given_up = play(path)
        plain = decode_only(path)
    lost = sorted(set(range(CLIP.frames)) - painted)
    print(f"playback  1920×1080, 30 pictures/s, {CLIP.seconds:.0f} s, {megabits:.1f} Mbit/s, painted at 960×540")
    print(f"  pictures lost   {len(lost)} of {CLIP.frames} never painted, {given_up} given up by libVLC  (limit 0)")
    if lost:
        print(f"                  {lost[:12]} …; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"  CPU             {used:.1f} s, {used / CLIP.seconds:.2f} of a core; ffmpeg decoding only {plain:.1f} s")
    print(f"  ratio           {used / plain:.2f}x")
    return 1 if lost or given_up else 0


if __name__ == "__main__":
    sys.exit(main())
