"""Two players: the next video waits, decoded, silent, and is there at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.clips import Clip
from desktop.player.engine import VlcEngine
from desktop.player.pair import PlayerPair
from desktop.player.player import PlaybackProblem, Player, PlayerState
from desktop.player.vlc_player import VlcPlayer
from desktop.ui.video_surface import VideoSurface
from tests.desktop.player.watching import Watcher

Clips = Callable[..., Path]
FIRST = ([0], [1], [2])  # a busy machine may make libVLC pass over the very first
WIDE, HIGH = Clip(seconds=4), Clip(360, 640, seconds=4)


@pytest.fixture
def pair(engine: VlcEngine) -> Iterator[PlayerPair]:
    pair = PlayerPair(VlcPlayer(engine), VlcPlayer(engine))
    yield pair
    pair.close()


@pytest.fixture
def watcher(pair: PlayerPair, surface: VideoSurface, qtbot: QtBot) -> Watcher:
    return Watcher(pair, surface, qtbot)


def wait_for_prepared(pair: PlayerPair, watcher: Watcher) -> None:
    (other,) = {player for player in pair.findChildren(VlcPlayer) if player is not pair.current}
    watcher.until(lambda: other.state is not PlayerState.OPENING)


def test_is_a_player(pair: PlayerPair, player: VlcPlayer) -> None:
    """The protocol, checked by names: every member is there."""
    for member in {name for name in vars(Player) if not name.startswith("_")} | set(Player.__annotations__):
        assert hasattr(pair, member), member
        assert hasattr(player, member), member


def test_what_waits_tells_nothing(pair: PlayerPair, watcher: Watcher, clips: Clips) -> None:
    watcher.open(clips(WIDE))
    pair.prepare_next(clips(HIGH))
    wait_for_prepared(pair, watcher)
    assert watcher.surface.picture_rect().width() > watcher.surface.picture_rect().height()
    assert pair.prepared == clips(HIGH)
    assert pair.source == clips(WIDE)
    assert pair.state is PlayerState.PLAYING


def test_advancing_shows_its_first_frame_at_once(pair: PlayerPair, watcher: Watcher, clips: Clips) -> None:
    """Before the event loop runs again: no waiting for libVLC."""
    watcher.open(clips(WIDE))
    pair.prepare_next(clips(HIGH))
    wait_for_prepared(pair, watcher)
    watcher.until(lambda: watcher.numbers[-1] > 5)
    watcher.surface.clear()
    watcher.numbers.clear()
    pair.advance()
    assert watcher.numbers in FIRST
    watcher.surface.repaint()
    assert watcher.surface.has_painted_frame
    assert watcher.surface.picture_rect().width() < watcher.surface.picture_rect().height()
    assert (pair.source, pair.prepared, pair.state) == (clips(HIGH), None, PlayerState.PLAYING)
    watcher.until_state(PlayerState.ENDED)
    seen = [number for number in watcher.numbers if 3 <= number < 118]  # a busy machine may paint fewer, in order
    assert seen == sorted(seen)
    assert len(set(seen)) > 60
    assert (seen[0] < 20, seen[-1] > 100) == (True, True)


def test_opening_what_waits_is_advancing(pair: PlayerPair, watcher: Watcher, clips: Clips) -> None:
    watcher.open(clips(WIDE))
    pair.set_rate(2)
    pair.set_volume(30)
    pair.set_muted(True)
    pair.prepare_next(clips(HIGH))
    wait_for_prepared(pair, watcher)
    before = pair.current
    watcher.numbers.clear()
    pair.open(clips(HIGH), start_paused=True)
    assert watcher.numbers in FIRST
    assert pair.current is not before
    assert before.state is PlayerState.IDLE
    assert (pair.rate, pair.volume, pair.muted, pair.state) == (2, 30, True, PlayerState.PAUSED)
    pair.open(clips(WIDE))
    watcher.until_state(PlayerState.PLAYING)
    assert pair.source == clips(WIDE)


def test_advancing_before_it_is_ready(pair: PlayerPair, watcher: Watcher, clips: Clips) -> None:
    watcher.open(clips(WIDE))
    pair.prepare_next(clips(HIGH))
    pair.advance()
    watcher.until(lambda: pair.state is PlayerState.PLAYING and pair.position_ms > 300)
    assert pair.current.video_size == (360, 640)


def test_advancing_to_what_cannot_be_played(pair: PlayerPair, watcher: Watcher, clips: Clips, tmp_path: Path) -> None:
    (tmp_path / "bad.mp4").write_bytes(b"no video")
    watcher.open(clips(WIDE))
    pair.prepare_next(tmp_path / "bad.mp4")
    assert watcher.problems == []
    pair.advance()
    assert watcher.problems == [PlaybackProblem.UNREADABLE]
    assert pair.state is PlayerState.FAILED
    watcher.open(clips(HIGH))


def test_many_works_in_a_row(pair: PlayerPair, watcher: Watcher, clips: Clips) -> None:
    works = [clips(WIDE), clips(HIGH)] * 6
    watcher.open(works[0])
    for number, work in enumerate(works[1:], 1):
        pair.prepare_next(work)
        wait_for_prepared(pair, watcher)
        watcher.surface.clear()
        pair.open(work)
        watcher.until(lambda: watcher.surface.has_painted_frame and pair.position_ms > 60)
        assert pair.current.video_size == ((360, 640) if number % 2 else (640, 360))
    pair.forget_next()
    assert pair.prepared is None
