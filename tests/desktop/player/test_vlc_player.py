"""The libVLC player on clips made here: shapes, places, steps, loops, ends."""

import gc
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.clips import Clip
from benchmarks.watching import number_of
from desktop.player.engine import VlcEngine, VlcMissing
from desktop.player.playback import Playback
from desktop.player.player import PlaybackProblem, PlayerState
from desktop.player.vlc_player import VlcPlayer, load_vlc
from tests.desktop.player.watching import Watcher, decoded, difference, small, turned

Clips = Callable[..., Path]
COUNTED = Clip(seconds=5)


@pytest.mark.parametrize(
    ("clip", "size"),
    [
        (Clip(640, 360), (640, 360)),
        (Clip(360, 640), (360, 640)),
        (Clip(1920, 1080, seconds=0.5), (1920, 1080)),
        (Clip(642, 642, sound=False), (642, 642)),
        (Clip(720, 576, pixel_aspect=Fraction(64, 45)), (1024, 576)),
        (Clip(640, 360, rotation=90), (360, 640)),
        (Clip(640, 360, rotation=180), (640, 360)),
        (Clip(640, 360, rotation=270), (360, 640)),
        (Clip(720, 576, pixel_aspect=Fraction(64, 45), rotation=90), (576, 1024)),
    ],
    ids=lambda value: f"{value.width}x{value.height}@{value.rotation}" if isinstance(value, Clip) else "",
)
def test_is_upright_and_in_shape(clips: Clips, watcher: Watcher, clip: Clip, size: tuple[int, int]) -> None:
    path = clips(clip)
    watcher.open(path, start_paused=True)
    assert watcher.player.video_size == size
    picture = watcher.surface.picture_rect()
    assert picture.width() / picture.height() == pytest.approx(size[0] / size[1], rel=0.01)
    shown, expected = small(watcher.screen()), small(decoded(path, 0, 0)[0])
    assert difference(shown, expected) < 6
    assert min(difference(shown, wrong) for wrong in turned(expected)) > 18


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv", ".avi", ".flv", ".ts"])
def test_containers_play_to_their_end(clips: Clips, watcher: Watcher, suffix: str) -> None:
    watcher.open(clips(Clip(seconds=1), suffix))
    watcher.until_state(PlayerState.ENDED)
    assert watcher.states == [PlayerState.OPENING, PlayerState.PLAYING, PlayerState.ENDED]
    assert watcher.numbers[-1] in (27, 28, 29)
    assert len(set(watcher.numbers)) >= 27
    assert watcher.player.position_ms == watcher.player.duration_ms == pytest.approx(1000, abs=150)


def test_a_step_forward_is_exactly_one_frame(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED))
    watcher.until(lambda: len(watcher.numbers) > 10)
    watcher.player.pause()
    watcher.quiet()
    shown, position = watcher.numbers[-1], watcher.player.position_ms
    for step in range(1, 6):
        assert watcher.next_number(lambda: watcher.player.step_frame(1)) == shown + step
        assert watcher.player.position_ms == pytest.approx(position + step * 1000 / 30, abs=2)


def test_playing_on_after_steps_skips_nothing(clips: Clips, watcher: Watcher) -> None:
    """libVLC by itself goes on about a second later."""
    watcher.open(clips(COUNTED))
    watcher.until(lambda: len(watcher.numbers) > 5)
    watcher.player.step_frame(1)
    watcher.quiet()
    shown = watcher.next_number(lambda: watcher.player.step_frame(1))
    watcher.numbers.clear()
    watcher.player.play()
    watcher.until(lambda: len(watcher.numbers) > 12)
    assert shown - 5 <= watcher.numbers[0] <= shown + 2
    assert watcher.numbers[3:] == list(range(watcher.numbers[3], watcher.numbers[3] + len(watcher.numbers) - 3))


def test_steps_back_go_back(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED))
    watcher.until(lambda: len(watcher.numbers) > 30)
    watcher.player.pause()
    watcher.quiet()
    shown = watcher.numbers[-1]
    for _ in range(4):
        earlier = watcher.next_number(lambda: watcher.player.step_frame(-1))
        watcher.quiet()
        assert shown - 10 <= earlier < shown  # libVLC goes back by its own clock, which lags on a busy machine
        shown = earlier


@pytest.mark.parametrize("target", [0, 1000, 2500, 4900])
def test_seeks_while_playing_are_exact(clips: Clips, watcher: Watcher, target: int) -> None:
    watcher.open(clips(COUNTED))
    watcher.until(lambda: len(watcher.numbers) > 3)
    watcher.player.seek(target)
    assert watcher.player.position_ms == pytest.approx(target, abs=1)
    watcher.until(lambda: abs(watcher.numbers[-1] * 1000 / 30 - watcher.player.position_ms) < 100)
    assert watcher.player.position_ms < target + 500


@pytest.mark.parametrize("target", [0, 1000, 2500, 4900])
def test_seeks_while_paused_show_the_place(clips: Clips, watcher: Watcher, target: int) -> None:
    watcher.open(clips(COUNTED))
    watcher.until(lambda: len(watcher.numbers) > 45)
    watcher.player.pause()
    watcher.quiet()
    number = watcher.next_number(lambda: watcher.player.seek(target))
    assert target * 30 / 1000 - 4 <= number <= target * 30 / 1000 + 0.1
    watcher.quiet()
    assert watcher.player.position_ms == target
    assert watcher.player.state is PlayerState.PAUSED
    watcher.numbers.clear()
    watcher.player.play()
    watcher.until(lambda: len(watcher.numbers) > 2 or watcher.player.state is PlayerState.ENDED)
    assert watcher.numbers == [] or target * 30 / 1000 - 4 <= watcher.numbers[0] <= target * 30 / 1000 + 3


def test_the_position_is_that_of_the_frame_shown(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED))
    for many in (20, 60):
        watcher.until(lambda many=many: len(watcher.numbers) > many)  # type: ignore[misc]
        assert watcher.player.position_ms == pytest.approx(watcher.numbers[-1] * 1000 / 30, abs=100)
    watcher.player.pause()
    paused_at, shown = watcher.player.position_ms, watcher.numbers[-1]
    watcher.quiet()
    assert watcher.player.position_ms - paused_at == pytest.approx((watcher.numbers[-1] - shown) * 1000 / 30, abs=2)
    assert watcher.player.position_ms == pytest.approx(watcher.numbers[-1] * 1000 / 30, abs=100)


def test_a_loop_stays_between_a_and_b(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED))
    watcher.player.set_loop(2000, 2300)
    watcher.until(lambda: watcher.numbers[-1] in range(58, 62))
    watcher.numbers.clear()
    watcher.until(lambda: sum(a > b for a, b in zip(watcher.numbers, watcher.numbers[1:], strict=False)) >= 3)
    assert set(watcher.numbers) <= set(range(56, 73))
    watcher.player.clear_loop()
    watcher.until(lambda: watcher.numbers[-1] > 75)
    with pytest.raises(ValueError, match="a loop from 5 to 5 ms"):
        watcher.player.set_loop(5, 5)


def test_a_loop_to_the_end_starts_again(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED))
    watcher.player.set_loop(4500, 6000)
    watcher.until(lambda: watcher.numbers[-1] > 145)
    watcher.until(lambda: watcher.numbers[-1] < 140)
    assert PlayerState.ENDED not in watcher.states


@pytest.mark.parametrize(("slow", "fast"), [(1.0, 2.0), (1.0, 3.0), (0.5, 1.0)])
def test_the_rate_changes_the_pace(clips: Clips, watcher: Watcher, engine: VlcEngine, slow: float, fast: float) -> None:
    """Two players side by side: while the fast one goes from its second second to its end, so far goes the slow one."""
    other = VlcPlayer(engine)
    numbers: list[int] = []
    other.frame_ready.connect(lambda image: numbers.append(number_of(image)))
    other.set_rate(slow)
    other.open(clips(COUNTED))
    watcher.until(lambda: bool(numbers))
    watcher.player.open(clips(COUNTED))
    watcher.player.set_rate(fast)
    watcher.until(lambda: watcher.numbers[-1:] >= [30])
    there, here = numbers[-1], watcher.numbers[-1]
    watcher.until_state(PlayerState.ENDED)
    assert (numbers[-1] - there) / (COUNTED.frames - here) == pytest.approx(slow / fast, rel=0.25)
    other.close()


def test_rates_have_limits(player: VlcPlayer) -> None:
    for asked, given in ((0.1, 0.5), (3, 3), (9, 4)):
        player.set_rate(asked)
        assert player.rate == given


def test_plays_again_after_its_end(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(Clip(seconds=1)))
    watcher.until_state(PlayerState.ENDED)
    assert watcher.next_number(watcher.player.play) <= 2
    watcher.until_state(PlayerState.ENDED)
    assert watcher.next_number(lambda: watcher.player.seek(500)) in range(11, 16)
    watcher.until_state(PlayerState.PAUSED)
    watcher.player.toggle()
    watcher.until_state(PlayerState.ENDED)


def test_waits_at_the_first_frame_then_plays_all(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(Clip(seconds=1)), start_paused=True)
    watcher.quiet()
    assert watcher.numbers in ([0], [1], [2])
    assert watcher.player.state is PlayerState.PAUSED
    assert watcher.player.position_ms == 0
    watcher.player.play()
    watcher.until_state(PlayerState.ENDED)
    assert set(watcher.numbers) >= set(range(3, 28))


def test_seeks_and_steps_before_it_was_ever_played(clips: Clips, watcher: Watcher) -> None:
    watcher.open(clips(COUNTED), start_paused=True)
    assert watcher.next_number(lambda: watcher.player.seek(2000)) in range(56, 61)
    watcher.quiet()
    assert watcher.player.state is PlayerState.PAUSED
    shown = watcher.numbers[-1]
    assert watcher.next_number(lambda: watcher.player.step_frame(1)) == shown + 1


def test_paused_while_opening(clips: Clips, watcher: Watcher) -> None:
    watcher.player.open(clips(COUNTED))
    watcher.player.pause()
    watcher.until_state(PlayerState.PAUSED)
    watcher.quiet()
    assert watcher.numbers[-1] <= 3


def test_played_while_opening_to_wait(clips: Clips, watcher: Watcher) -> None:
    watcher.player.open(clips(COUNTED), start_paused=True)
    watcher.player.play()
    watcher.until(lambda: bool(watcher.numbers) and watcher.numbers[-1] > 5)
    assert watcher.player.state is PlayerState.PLAYING


def cut(path: Path, made: Path) -> Path:
    """Its first half, with the index in front: begins well, breaks off."""
    data = path.read_bytes()
    made.write_bytes(data[: len(data) // 2])
    return made


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.mp4", b""),
        ("words.mp4", b"a text with the name of a video\n" * 40),
        ("document.mp4", b"%PDF-1.7\n" + bytes(5000)),
        ("header only.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(20)),
        ("no index.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(20) + b"\x00\x00\x10\x00mdat" + bytes(range(256)) * 16),
        ("no matroska.mkv", b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 16),
    ],
)
def test_what_is_no_video_is_unreadable(
    clips: Clips, watcher: Watcher, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    watcher.player.open(path)
    watcher.until_state(PlayerState.FAILED)
    assert watcher.problems == [watcher.player.problem] == [PlaybackProblem.UNREADABLE]
    assert watcher.numbers == []
    watcher.open(clips())
    assert watcher.player.problem is None


def test_a_missing_file_is_missing(clips: Clips, watcher: Watcher, tmp_path: Path) -> None:
    for path in (tmp_path / "none.mp4", tmp_path):
        watcher.player.open(path)
        assert watcher.player.problem is PlaybackProblem.MISSING
    watcher.open(clips())


def test_an_address_that_does_not_answer_is_interrupted(watcher: Watcher) -> None:
    watcher.player.open("http://127.0.0.1:9/video.mp4")
    watcher.until_state(PlayerState.FAILED)
    assert watcher.problems == [PlaybackProblem.INTERRUPTED]


@pytest.mark.parametrize("address", ["file:///etc/hostname", "rtsp://127.0.0.1/x", "v4l2:///dev/video0", "cut.mp4"])
def test_other_addresses_are_not_opened(watcher: Watcher, address: str) -> None:
    watcher.player.open(address)
    assert watcher.problems == [PlaybackProblem.MISSING]


def test_sound_without_picture(clips: Clips, watcher: Watcher) -> None:
    watcher.player.open(clips(Clip(picture=False, seconds=1)))
    watcher.until_state(PlayerState.FAILED)
    assert watcher.problems == [PlaybackProblem.NO_PICTURE]
    watcher.open(clips())


def test_a_file_that_breaks_off_is_interrupted(clips: Clips, watcher: Watcher, tmp_path: Path) -> None:
    watcher.open(cut(clips(Clip(seconds=5, noise=20), ".mkv"), tmp_path / "cut.mkv"))
    watcher.until_state(PlayerState.FAILED)
    assert watcher.problems == [PlaybackProblem.INTERRUPTED]
    assert 1000 < watcher.player.position_ms < 4000
    assert watcher.surface.has_painted_frame
    watcher.open(clips())


def test_without_libvlc_it_says_so(watcher: Watcher, clips: Clips) -> None:
    def load() -> object:
        raise VlcMissing("not here")

    lame = VlcEngine(load)
    player = VlcPlayer(lame)
    player.open(clips())
    assert player.problem is PlaybackProblem.VLC_MISSING
    player.close()
    lame.close()


def native_threads() -> int:
    """Threads of this process, Python's and others."""
    return len(list(Path("/proc/self/task").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads by /proc")
def test_closed_twenty_times_while_playing(clips: Clips, surface: object, qtbot: QtBot) -> None:
    path = clips(COUNTED)
    counts = []
    for turn in range(20):
        engine = VlcEngine(load_vlc)
        player = VlcPlayer(engine)
        frames: list[object] = []
        player.frame_ready.connect(frames.append)
        player.open(path, start_paused=turn % 4 == 3)
        qtbot.waitUntil(lambda many=turn % 3, frames=frames: len(frames) >= min(many, 1), timeout=5000)
        player.close()
        engine.close()
        counts.append(native_threads())
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("vlc-")]
    assert counts[-1] <= counts[1], counts


def test_nothing_of_a_video_stays_without_the_cyclic_collector(clips: Clips, engine: VlcEngine, qtbot: QtBot) -> None:
    """That one runs on whatever thread allocates, libVLC's too, where a QObject must not die."""
    player = VlcPlayer(engine)
    gc.collect()
    gc.disable()
    try:
        for start_paused in (False, True):
            player.open(clips(), start_paused=start_paused)
            qtbot.waitUntil(lambda: player.state in (PlayerState.PLAYING, PlayerState.PAUSED), timeout=5000)
        player.close()
        engine.close()
        qtbot.waitUntil(lambda: not any(isinstance(thing, Playback) for thing in gc.get_objects()), timeout=5000)
    finally:
        gc.enable()


def test_the_engine_warms_up_in_the_background(engine: VlcEngine, watcher: Watcher, clips: Clips) -> None:
    engine.warm_up()
    engine.warm_up()
    watcher.open(clips())
