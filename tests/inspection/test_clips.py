"""Probe and poster of clips made here: shape, duration, tracks, damage."""

import io
import struct
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from inspection import tracks
from inspection.look import is_too_long
from inspection.probe import Facts, Refusal, poster, probe
from tests.inspection.clips import clip, picture, sound_only


def facts(file: Path) -> Facts:
    found = probe(file)
    assert isinstance(found, Facts), found
    return found


@pytest.mark.parametrize(
    ("name", "container", "codec", "sound"),
    [
        ("a.mp4", "mp4", "h264", "aac"),
        ("a.mov", "mov", "h264", "aac"),
        ("a.mkv", "matroska", "h264", "aac"),
        ("a.webm", "webm", "vp8", "opus"),
        ("a.ts", "mpegts", "h264", "aac"),
        ("a.avi", "avi", "h264", "aac"),
        ("a.flv", "flv", "h264", "aac"),
    ],
)
def test_containers(tmp_path: Path, name: str, container: str, codec: str, sound: str) -> None:
    found = facts(clip(tmp_path / name, codec="libvpx" if codec == "vp8" else "libx264"))
    assert (found.container, found.video_codec, found.audio_codec) == (container, codec, sound)
    assert (found.coded_width, found.coded_height, found.frames, found.decoded) == (128, 72, 50, 50)
    assert (found.audio_rate, found.fps, found.problems) == (48_000, 25.0, ())
    assert abs(found.duration_ms - 2000) <= 50


@pytest.mark.parametrize(
    ("rotation", "aspect", "shown"),
    [
        (0, None, (128, 72)),
        (90, None, (72, 128)),
        (270, None, (72, 128)),
        (180, None, (128, 72)),
        (0, Fraction(4, 3), (171, 72)),
        (90, Fraction(4, 3), (72, 171)),
    ],
)
def test_shape_on_screen(tmp_path: Path, rotation: int, aspect: Fraction | None, shown: tuple[int, int]) -> None:
    file = clip(tmp_path / "a.mp4", 0.4, rotation=rotation, aspect=aspect)
    found = facts(file)
    assert (found.rotation, found.width, found.height) == (rotation, *shown)
    assert (found.coded_width, found.coded_height) == (128, 72)
    assert Image.open(io.BytesIO(poster(file) or b"")).size == shown


@pytest.mark.parametrize(("rotation", "red_side"), [(0, "top"), (90, "left"), (180, "bottom"), (270, "right")])
def test_poster_is_turned_as_the_file_asks(tmp_path: Path, rotation: int, red_side: str) -> None:
    still = Image.open(io.BytesIO(poster(clip(tmp_path / "a.mp4", 0.4, rotation=rotation)) or b"")).convert("RGB")
    width, height = still.size
    places = {
        "top": (width * 3 // 4, height // 8),
        "bottom": (width * 3 // 4, height * 7 // 8),
        "left": (width // 8, height * 3 // 4),
        "right": (width * 7 // 8, height // 4),
    }
    red, _, blue = still.getpixel(places[red_side])
    assert red > 180 > 80 > blue


def test_poster_passes_black_pictures_and_is_small(tmp_path: Path) -> None:
    file = clip(tmp_path / "a.mp4", 3, size=(1280, 720), black_s=2)
    still = Image.open(io.BytesIO(poster(file) or b""))
    assert still.size == (640, 360)
    assert still.getpixel((500, 20))[0] > 180


def test_poster_is_from_the_first_second(tmp_path: Path) -> None:
    still = Image.open(io.BytesIO(poster(clip(tmp_path / "a.mp4", 3)) or b"")).convert("L")
    bar = [x for x in range(128) if still.getpixel((x, 36)) > 200]
    wanted = [x for x in range(128) if picture((128, 72), 25)[36, x].min() == 255]
    assert abs(bar[0] - wanted[0]) <= 1


def test_poster_of_black_is_black_and_of_rubbish_none(tmp_path: Path) -> None:
    still = Image.open(io.BytesIO(poster(clip(tmp_path / "a.mp4", 1.5, black_s=2)) or b"")).convert("L")
    assert still.getextrema()[1] < 24
    (tmp_path / "b.mp4").write_bytes(bytes(range(256)) * 40)
    assert poster(tmp_path / "b.mp4") is None


@pytest.mark.parametrize(
    ("picture_ms", "end_ms", "fps", "too_long"),
    [
        (120_000, 120_000, 25, False),
        (120_000, 120_023, 25, False),  # sound frames
        (120_020, 120_020, 29.97, False),  # whole pictures at 29.97
        (120_040, 120_040, 25, False),
        (120_041, 120_041, 25, True),
        (120_101, 120_101, 1, True),  # a slide show gets no second more
        (100_000, 120_251, 25, True),  # sound goes on
        (124_000, 124_023, 24, True),
    ],
)
def test_the_two_minutes(picture_ms: int, end_ms: int, fps: float, too_long: bool) -> None:
    assert is_too_long(picture_ms, end_ms, fps) is too_long


@pytest.mark.parametrize(
    ("seconds", "sound_s", "problems"),
    [(120.0, 120.0, ()), (120.5, 0, ("too_long", "no_audio")), (5, 121.0, ("too_long",))],
)
def test_real_files_around_two_minutes(
    tmp_path: Path, seconds: float, sound_s: float, problems: tuple[str, ...]
) -> None:
    found = facts(clip(tmp_path / "a.mp4", seconds, fps=10, sound_s=sound_s, size=(64, 48)))
    assert found.problems == problems
    assert abs(found.duration_ms - max(seconds, sound_s) * 1000) <= 50


def test_a_header_that_lies(tmp_path: Path) -> None:
    file = clip(tmp_path / "a.mkv", 3, sound_s=0)
    content = file.read_bytes()
    at = content.index(b"\x44\x89\x88") + 3  # the segment's Duration, a float of 8 bytes
    assert struct.unpack(">d", content[at : at + 8])[0] == pytest.approx(3000)
    file.write_bytes(content[:at] + struct.pack(">d", 60_000.0) + content[at + 8 :])
    found = facts(file)
    assert (found.duration_header_ms, found.duration_ms) == (60_000, 3_000)
    assert found.problems == ("no_audio", "header_duration_wrong")


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv"])
def test_half_an_upload_is_damaged(tmp_path: Path, name: str) -> None:
    file = clip(tmp_path / name, 5, options={"movflags": "faststart"} if name == "a.mp4" else None)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    found = facts(file)
    assert found.problems == ("damaged",)
    assert found.duration_ms < 3_500 < (found.duration_header_ms or 0)


@pytest.mark.parametrize("place", [0.4, 0.6, 0.8])
def test_a_hole_anywhere_is_damage(tmp_path: Path, place: float) -> None:
    file = clip(tmp_path / "a.mp4", 5, size=(320, 180))
    content = bytearray(file.read_bytes())
    at = round(len(content) * place)
    content[at : at + 400] = bytes(400)
    file.write_bytes(content)
    found = facts(file)
    assert found.problems == ("damaged",)
    assert found.errors > 0


def test_large_pictures_are_sampled_over_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = clip(tmp_path / "a.mp4", 20, size=(320, 180), sound_s=0)
    monkeypatch.setattr(tracks, "PIXELS", 320 * 180 * 150)
    whole = tracks.decode(file, 500, 20_000)
    assert 150 <= whole.decoded <= 210
    assert whole.errors == 0
    content = file.read_bytes()
    for place in (0.02, 0.26, 0.51, 0.995):
        at = round(content.rindex(b"moov") * place)
        file.write_bytes(content[:at] + bytes(300) + content[at + 300 :])
        assert tracks.decode(file, 500, 20_000).errors > 0, place


def test_sound_alone(tmp_path: Path) -> None:
    assert probe(sound_only(tmp_path / "a.mp4")) == Refusal("audio_only")


def test_a_single_picture_is_not_a_video(tmp_path: Path) -> None:
    found = probe(clip(tmp_path / "a.mp4", 0.04, sound_s=0))
    assert found == Refusal("not_a_video", "a single picture")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40),
        "<!DOCTYPE html><p>登录已过期".encode(),
        "我在转炉旁的二十年\n".encode() * 40,
        b'{"error": "expired"}',
    ],
    ids=["pdf", "zip", "png", "jpeg", "html", "text", "json"],
)
def test_other_kinds_of_files(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mp4").write_bytes(content)
    found = probe(tmp_path / "a.mp4")
    assert isinstance(found, Refusal)
    assert found.code == "not_a_video"


def test_no_bytes_and_no_sense(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "rubbish.mp4").write_bytes(bytes(range(256)) * 40)
    assert probe(tmp_path / "empty.mp4") == Refusal("empty_file")
    found = probe(tmp_path / "rubbish.mp4")
    assert isinstance(found, Refusal)
    assert found.code == "unreadable"
    with pytest.raises(FileNotFoundError):
        probe(tmp_path / "missing.mp4")


def test_names_that_mean_something_to_ffmpeg(tmp_path: Path) -> None:
    folder = tmp_path / "http:"
    folder.mkdir()
    for name in ("%03d.mp4", "concat:a|b.mp4", "-i.mp4", "炉火 'quoted'.mp4"):
        assert facts(clip(folder / name.replace("|", "_"), 0.4, sound_s=0).rename(folder / name)).frames == 10
