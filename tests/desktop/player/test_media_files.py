"""The real files of ../shared/media: what is called playable plays upright and in shape, what is not says why."""

import csv
import gzip
import shutil
from pathlib import Path

import pytest

from desktop.player.player import PlaybackProblem, PlayerState
from tests.desktop.player.watching import Watcher, decoded, difference, shape_of, small, turned

MEDIA = Path(__file__).resolve().parents[4] / "shared" / "media"
UNREADABLE = {"unreadable", "empty_file", "not_a_video"}
TOLERANCE = 3

if not (MEDIA / "MANIFEST.tsv").exists():
    pytest.skip("../shared/media is not here", allow_module_level=True)

with (MEDIA / "MANIFEST.tsv").open(encoding="utf-8", newline="") as _file:
    _ROWS = [row for row in csv.DictReader(_file, delimiter="\t") if row["file"].startswith("video/")]
_PLAYABLE = [row for row in _ROWS if not UNREADABLE & set(row["expected"].split(";"))]
_BROKEN = [row for row in _ROWS if UNREADABLE & set(row["expected"].split(";"))]


def file_of(row: dict[str, str], folder: Path) -> Path:
    """Its path, unpacked into `folder` when it is packed."""
    path = MEDIA / row["file"]
    if path.suffix != ".gz":
        return path
    unpacked = folder / path.stem
    with gzip.open(path) as packed, unpacked.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return unpacked


def test_the_manifest_has_both_kinds() -> None:
    assert len(_PLAYABLE) >= 15
    assert len(_BROKEN) >= 5


@pytest.mark.parametrize("row", _PLAYABLE, ids=lambda row: row["file"])
def test_plays_upright_and_in_shape(watcher: Watcher, tmp_path: Path, row: dict[str, str]) -> None:
    path = file_of(row, tmp_path)
    watcher.open(path, start_paused=True)
    picture = watcher.surface.picture_rect()
    assert picture.width() / picture.height() == pytest.approx(shape_of(path), rel=0.02)

    first, middle = small(watcher.screen()), watcher.player.duration_ms // 2
    # on a busy machine it stops a picture or two after the first
    assert min(difference(first, small(image)) for image in decoded(path, 0, 1500)[:15]) < TOLERANCE

    watcher.numbers.clear()
    watcher.player.seek(middle)
    watcher.until(lambda: bool(watcher.numbers))
    watcher.quiet()
    shown = small(watcher.screen())
    around = [small(image) for image in decoded(path, middle - 150, middle + 100)]
    right = min(around, key=lambda frame: difference(shown, frame))
    assert difference(shown, right) < TOLERANCE
    assert watcher.player.state is PlayerState.PAUSED
    if "black_picture" in row["expected"]:
        assert right.max() < 20
        return
    assert min(difference(shown, wrong) for wrong in turned(right)) > 3 * difference(shown, right) + 1
    watcher.numbers.clear()
    watcher.player.play()
    watcher.until(lambda: len(watcher.numbers) > 5)
    assert watcher.problems == []


@pytest.mark.parametrize("row", _BROKEN, ids=lambda row: row["file"])
def test_unreadable_ones_say_so_and_the_next_plays(watcher: Watcher, row: dict[str, str]) -> None:
    """corrupt_first_byte.mkv too, of which libVLC finds 92 ms and PyAV nothing."""
    watcher.player.open(MEDIA / row["file"])
    watcher.until_state(PlayerState.FAILED)
    assert watcher.problems == [PlaybackProblem.UNREADABLE]
    watcher.open(MEDIA / "video" / "landscape_h264_aac_walk.mp4")
    watcher.until(lambda: len(watcher.numbers) > 5)
    assert watcher.player.state is PlayerState.PLAYING
