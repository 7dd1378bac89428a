"""J, K, L on a real player."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.clips import Clip
from desktop.player.player import PlayerState
from desktop.player.shuttle import Shuttle
from tests.desktop.player.watching import Watcher

Clips = Callable[..., Path]
LONG = Clip(320, 180, seconds=12)


def test_forward_again_is_faster_and_pause_forgets(clips: Clips, watcher: Watcher) -> None:
    shuttle = Shuttle(watcher.player)
    watcher.open(clips(LONG), start_paused=True)
    watcher.player.set_rate(1.5)
    rates = []
    for _ in range(4):
        shuttle.forward()
        rates.append(watcher.player.rate)
    assert rates == [1.5, 2, 4, 4]
    watcher.until(lambda: bool(watcher.numbers) and watcher.numbers[-1] > 20)
    shuttle.pause()
    assert (watcher.player.state, watcher.player.rate) == (PlayerState.PAUSED, 1.5)
    shuttle.forward()
    assert (watcher.player.state, watcher.player.rate, shuttle.speed) == (PlayerState.PLAYING, 1.5, 1)


def test_back_hops_back_and_stops_at_the_start(clips: Clips, watcher: Watcher) -> None:
    shuttle = Shuttle(watcher.player)
    watcher.open(clips(LONG))
    watcher.player.seek(5000)
    watcher.until(lambda: watcher.numbers[-1] > 155)
    before = watcher.numbers[-1]
    shuttle.back()
    watcher.numbers.clear()
    watcher.until(lambda: len(watcher.numbers) >= 3)
    assert min(watcher.numbers) == watcher.numbers[-1] < before
    assert watcher.player.state is PlayerState.PAUSED
    shuttle.back()
    shuttle.back()
    assert shuttle.speed == -4
    watcher.until(lambda: shuttle.speed == 0)
    assert watcher.player.position_ms == 0
    watcher.quiet()
    assert watcher.numbers[-1] == 0


def test_back_then_forward_plays(clips: Clips, watcher: Watcher) -> None:
    shuttle = Shuttle(watcher.player)
    watcher.open(clips(LONG))
    watcher.player.seek(5000)
    watcher.until(lambda: watcher.numbers[-1] > 150)
    shuttle.back()
    watcher.until(lambda: watcher.player.position_ms < 4800)
    shuttle.forward()
    place = watcher.player.position_ms
    watcher.until(lambda: watcher.player.position_ms > place + 300)
    assert watcher.player.state is PlayerState.PLAYING
    shuttle.end()
    assert shuttle.speed == 0
