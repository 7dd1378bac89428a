"""The sample videos are real: they play, move, sound, and are made once."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import av
import numpy as np
import pytest

from contract.reasons import reason
from inspection.probe import Facts, poster, probe
from server.samples import videos
from server.samples.plan import FLAWS, Plan, plans
from server.samples.scenery import SCENES
from server.samples.sound import FRAME, LOOP_FRAMES
from server.samples.trades import TRADES
from server.samples.videos import REASONS, SampleVideo, make_one, make_videos

COUNT = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[SampleVideo]:
    return make_videos(tmp_path_factory.mktemp("made"), COUNT, 7)


def sound_of(file: Path) -> np.ndarray:
    """All samples, -1 to 1."""
    with av.open(str(file)) as container:
        return np.concatenate([frame.to_ndarray().ravel() for frame in container.decode(audio=0)])


def pictures_of(file: Path, count: int) -> list[np.ndarray]:
    """The first pictures, grey."""
    with av.open(str(file)) as container:
        return [frame.to_ndarray(format="gray") for frame in islice(container.decode(video=0), count)]


def made_with(flaw: str, folder: Path) -> tuple[Plan, Path]:
    """The video with this flaw, as planned."""
    plan = next(plan for plan in plans(44, 2024) if plan.flaw == flaw)
    make_one(folder, plan)
    return plan, folder / plan.name


def test_they_are_playable_and_what_they_say(made: list[SampleVideo]) -> None:
    for video in made:
        found = probe(video.file)
        assert isinstance(found, Facts), found
        assert (found.container, found.video_codec, found.audio_codec) == ("mp4", "h264", "aac")
        assert (found.width, found.height, found.bytes, found.sha256) == (
            video.width, video.height, video.bytes, video.sha256,
        )  # fmt: skip
        assert abs(found.duration_ms - video.duration_ms) <= 50
        assert (found.errors, found.problems) == (0, ())
        assert found.decoded == found.frames == video.duration_ms * 12 // 1000
        assert poster(video.file)


def test_they_move_and_sound(made: list[SampleVideo]) -> None:
    for video in made:
        first, *_, later = pictures_of(video.file, 12)
        assert np.abs(first.astype(int) - later).mean() > 0.2
        sound = sound_of(video.file)
        assert np.sqrt((sound**2).mean()) > 0.03
        assert np.abs(sound).max() < 1


def test_each_turn_of_the_sound_is_like_the_one_before(made: list[SampleVideo]) -> None:
    """A packet in the wrong place would make them differ as two strangers do."""
    turn = LOOP_FRAMES * FRAME
    sound = sound_of(max(made, key=lambda video: video.duration_ms).file)
    first, second, third = (sound[turn * number : turn * (number + 1)][4 * FRAME :] for number in range(3))
    loudness = np.sqrt((second**2).mean())
    assert np.sqrt(((first - second) ** 2).mean()) < 0.3 * loudness
    assert np.sqrt(((second - third) ** 2).mean()) < 0.05 * loudness


def test_the_second_time_they_are_there_at_once(made: list[SampleVideo]) -> None:
    folder = made[0].file.parent
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    told: list[int] = []
    assert make_videos(folder, COUNT, 7, lambda done, _: told.append(done)) == made
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    assert told == []
    assert sorted(before) == ["manifest.json", "sample-01.mp4", "sample-02.mp4", "sample-03.mp4"]


def test_a_lost_file_or_another_version_means_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    again = lambda: make_videos(tmp_path, 1, 7, lambda *how_far: told.append(how_far))  # noqa: E731
    video = again()[0]
    video.file.write_bytes(b"cut off")
    assert again() == [video]
    monkeypatch.setattr(videos, "VERSION", videos.VERSION + 1)
    assert again() == [video]
    assert told == [(1, 1)] * 3


def test_the_plan_is_mixed() -> None:
    planned = plans(44, 2024)
    assert {plan.trade for plan in planned} == {trade.key for trade in TRADES} == set(SCENES)
    shapes = {(plan.size[0] > plan.size[1]) - (plan.size[0] < plan.size[1]) for plan in planned}
    assert shapes == {-1, 0, 1}
    assert len({plan.title for plan in planned}) == 44
    assert {plan.flaw for plan in planned} == {"", *FLAWS.values()}
    lengths = [plan.seconds for plan in planned if plan.flaw != "too_long"]
    assert min(lengths) >= 8
    assert max(lengths) <= 118
    assert sum(60 <= seconds <= 110 for seconds in lengths) > 15
    assert all(reason(REASONS[flaw]) for flaw in FLAWS.values())


@pytest.mark.parametrize(("flaw", "problems"), [("too_long", ("too_long",)), ("no_sound", ("no_audio",))])
def test_flaws_that_the_inspection_finds(tmp_path: Path, flaw: str, problems: tuple[str, ...]) -> None:
    found = probe(made_with(flaw, tmp_path)[1])
    assert isinstance(found, Facts)
    assert found.problems == problems


@pytest.mark.parametrize(("flaw", "low", "high"), [("silent", 0.0, 1e-5), ("quiet", 1e-4, 5e-3)])
def test_flaws_that_one_hears(tmp_path: Path, flaw: str, low: float, high: float) -> None:
    sound = sound_of(made_with(flaw, tmp_path)[1])
    assert low <= np.sqrt((sound**2).mean()) <= high


def test_a_dark_one_is_dark(tmp_path: Path) -> None:
    assert pictures_of(made_with("dark", tmp_path)[1], 1)[0].mean() < 40


def test_the_watermark_is_in_the_corner_and_nowhere_else(tmp_path: Path) -> None:
    plan, file = made_with("watermark", tmp_path)
    clean = replace(plan, flaw="", name="clean.mp4")
    make_one(tmp_path, clean)
    marked, unmarked = (pictures_of(tmp_path / name, 1)[0].astype(int) for name in (file.name, clean.name))
    changed = np.abs(marked - unmarked) > 60
    width, height = plan.size
    assert changed[-height // 10 :, width // 4 :].sum() > 500
    assert changed[: -height // 10].sum() == 0
