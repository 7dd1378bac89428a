"""The shared videos in the real window: those that cannot be played say so and are rejected; one that can be plays."""

import csv

import numpy as np
import pytest

from tests.desktop.player.watching import difference, small
from tests.together.conftest import Desks
from tests.together.server import ROOT, ServerProcess

MEDIA = ROOT.parent / "shared" / "media"
UNREADABLE = ("unreadable", "empty_file", "not_a_video")
MOVED = 2.0
PLAYABLE = "video/landscape_h264_aac_walk.mp4"


def listed() -> list[str]:
    """Files of MANIFEST.tsv that are no readable video."""
    if not (MEDIA / "MANIFEST.tsv").exists():
        return []
    with (MEDIA / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        return [row["file"] for row in csv.DictReader(file, delimiter="\t") if row["expected"] in UNREADABLE]


@pytest.mark.skipif(not MEDIA.is_dir(), reason="../shared/media is not here")
def test_unreadable_files_say_so_and_are_rejected_and_a_good_one_plays(server: ServerProcess, desks: Desks) -> None:
    bad = listed()
    assert len(bad) >= 4
    works = server.add_videos([MEDIA / name for name in [*bad, PLAYABLE]])
    moderator = server.world.staff()
    server.start()
    screen = desks.open()
    screen.sign_in(server.url, server.account(moderator))
    screen.claim_until(len(works))
    for work, name in zip(works, bad, strict=False):
        screen.until(lambda work=work: screen.page.subject() == work)
        screen.until(lambda: screen.page.viewer.notice.isVisible())
        words = screen.says("无法播放")
        assert "可以" in words, name
        decided = screen.reject(2)
        assert decided.work == work
    screen.until(lambda: screen.page.viewer.surface.has_painted_frame)
    surface = screen.page.viewer.surface
    first = small(surface.grab().toImage())
    screen.until(lambda: difference(first, small(surface.grab().toImage())) > MOVED)
    assert np.asarray(first).std() > 1, "not a flat colour"
    last = screen.approve()
    screen.until(lambda: screen.status("outbox") == "发件箱 0")
    screen.until(lambda: len(server.decisions()) == len(works))
    landed = server.decisions()
    assert [(one.work, one.reasons) for one in landed] == [
        *((work, ("unplayable",)) for work in works[: len(bad)]),
        (last.work, ()),
    ]
