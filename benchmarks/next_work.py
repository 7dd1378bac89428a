"""Decision key → first frame of the next work painted: the next one preloaded against opened cold."""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from benchmarks.clips import Clip, make_clip
from benchmarks.watching import number_of, stage, wait_until
from desktop.player.pair import PlayerPair
from desktop.player.player import PlayerState
from desktop.player.vlc_player import VlcPlayer
from desktop.ui.video_surface import VideoSurface

CLIP = Clip(1920, 1080, fps=30, seconds=8, noise=6)
RUNS, WARM_UP = 15, 2
LIMIT_MS, LIMIT_RATIO = 60, 0.3


def ready(pair: PlayerPair) -> bool:
    """Whether the waiting player has its first frame."""
    return all(player.state is not PlayerState.OPENING for player in pair.findChildren(VlcPlayer))


def once(
    pair: PlayerPair, surface: VideoSurface, key: QShortcut, works: list[Path], preloaded: bool
) -> tuple[float, float]:
    """Milliseconds from the key to the first frame painted, and to the first one that moves."""
    following = works[1] if pair.source == works[0] else works[0]
    pair.forget_next()
    if preloaded:
        pair.prepare_next(following)
    wait_until(lambda: ready(pair) and pair.position_ms > 500)
    times: dict[str, float] = {}

    def decide() -> None:
        surface.clear()
        pair.open(following)

    def moved(image: object) -> None:
        if number_of(image) > 0:  # type: ignore[arg-type]
            times.setdefault("moving", time.perf_counter())

    key.activated.connect(decide)
    surface.first_frame_painted.connect(lambda: times.setdefault("painted", time.perf_counter()))
    began = time.perf_counter()
    QTest.keyClick(surface, Qt.Key.Key_A)
    wait_until(lambda: "painted" in times)
    pair.frame_ready.connect(moved)
    wait_until(lambda: "moving" in times)
    pair.frame_ready.disconnect(moved)
    surface.first_frame_painted.disconnect()
    key.activated.disconnect()
    return (times["painted"] - began) * 1000, (times["moving"] - began) * 1000


def main() -> int:
    """Prints medians and the ratio; exit code 1 when above the limits."""
    found: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as folder, stage() as (pair, surface):
        works = [make_clip(Path(folder) / f"{number}.mp4", CLIP) for number in range(2)]
        key = QShortcut(Qt.Key.Key_A, surface)
        pair.open(works[0])
        for turn in range(RUNS + WARM_UP):
            for preloaded in (True, False):
                times = once(pair, surface, key, works, preloaded)
                if turn >= WARM_UP:
                    found[preloaded].append(times)
    (hot, hot_moving), (cold, cold_moving) = (
        tuple(statistics.median(times) for times in zip(*found[kind], strict=True)) for kind in (True, False)
    )
    worst = max(painted for painted, _ in found[True])
    print(f"next work  1080p, key → first frame painted, median of {RUNS}")
    print(f"  preloaded   {hot:6.1f} ms  (limit {LIMIT_MS}; worst {worst:.1f}; moving after {hot_moving:.0f} ms)")
    print(f"  cold        {cold:6.1f} ms  (moving after {cold_moving:.0f} ms)")
    print(f"  ratio       {hot / cold:6.2f}     (limit {LIMIT_RATIO})")
    return 0 if hot <= LIMIT_MS and hot <= LIMIT_RATIO * cold else 1


if __name__ == "__main__":
    sys.exit(main())
