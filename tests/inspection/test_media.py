"""The real files of the shared media set are what its manifest says."""

import csv
import gzip
from pathlib import Path

import pytest

from inspection.probe import Facts, Refusal, poster, probe

MEDIA = Path(__file__).parents[3] / "shared" / "media"
MANIFEST = MEDIA / "MANIFEST.tsv"
HERE = {"too_long", "oversize", "no_audio", "damaged", "header_duration_wrong"}
REFUSALS = {"empty_file", "unreadable", "not_a_video", "audio_only"}
Row = dict[str, str]


def rows() -> list[Row]:
    if not MANIFEST.exists():
        return []
    with MANIFEST.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if row["file"].startswith("video/")]


def expected(row: Row) -> set[str]:
    return set(row["expected"].removeprefix("(after gunzip) ").split(";"))


def unpacked(row: Row, folder: Path) -> Path:
    file = MEDIA / row["file"]
    if file.suffix != ".gz":
        return file
    whole = folder / file.stem
    whole.write_bytes(gzip.decompress(file.read_bytes()))
    return whole


ROWS = rows() or [pytest.param({}, marks=pytest.mark.skip(reason=f"no {MANIFEST.parent.name} set beside the checkout"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("file"))
def test_file_is_what_the_manifest_says(row: Row, tmp_path: Path) -> None:
    found = probe(unpacked(row, tmp_path))
    refused = expected(row) & REFUSALS
    if refused:
        assert isinstance(found, Refusal)
        assert {found.code} == refused
        return
    assert isinstance(found, Facts), found
    assert set(found.problems) == expected(row) & HERE
    if row["container"].startswith("gzip"):
        return
    assert (found.bytes, found.sha256) == (int(row["bytes"]), row["sha256"])
    assert f"{found.coded_width}x{found.coded_height}" == row["WxH_coded"]
    assert found.rotation == int(row["rotation"])
    assert abs(found.duration_ms - float(row["duration_packets_s"]) * 1000) <= 50
    assert row["video_codec"].startswith(found.video_codec)
    assert row["audio_codec"].startswith(
        f"{found.audio_codec}/{found.audio_channels}ch" if found.audio_codec else "none"
    )
    assert found.decoded > 0
    if "(" not in row["fps"]:
        assert found.fps == pytest.approx(float(row["fps"]), abs=0.05)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("file"))
def test_there_is_a_poster_of_what_can_be_seen(row: Row, tmp_path: Path) -> None:
    file = unpacked(row, tmp_path)
    picture = poster(file)
    assert (picture is None) == bool(expected(row) & REFUSALS)
