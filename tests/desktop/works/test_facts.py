"""What the inspector says about a file and a person."""

from desktop.views.works.claim_clock import claim_level
from desktop.views.works.facts import checks, file_text, findings
from desktop.views.works.particulars import history_line, organizations_text, place_text
from desktop.views.works.words import clock_text, countdown_text, moment_text, size_text
from tests.desktop.works.desk_world import work_row

SOUND = work_row(
    1, duration_ms=116_000, media_bytes=90_597_000, width=1920, height=1080, fps=25.0, container="mp4",
    video_codec="h264", audio_codec="aac",
)  # fmt: skip


def test_a_sound_file_has_no_findings_and_shows_its_facts() -> None:
    assert findings(SOUND) == []
    assert [check.value for check in checks(SOUND)] == ["1:56", "86.4 MB", "1920×1080", "yes", "H.264", "AAC"]
    assert file_text(SOUND) == "MP4 · 1920×1080 · 25 frames/s"


def test_a_file_over_the_limits_is_found_with_its_figures_and_not_counted_as_unremarkable() -> None:
    long = SOUND._replace(duration_ms=124_000, problems=("too_long",))
    assert [(f.code, f.reason) for f in findings(long)] == [("too_long", "too-long")]
    assert "2:04" in findings(long)[0].evidence
    assert "2:04" not in [check.value for check in checks(long)]
    large = SOUND._replace(media_bytes=104_857_601, problems=("oversize",))
    assert "100.0 MB" in findings(large)[0].evidence
    assert findings(large)[0].reason == "unplayable"


def test_an_unreadable_file_says_so_once_and_claims_nothing_about_its_content() -> None:
    bare = SOUND._replace(
        duration_ms=None, media_bytes=1_500_000, width=None, height=None, fps=None, container=None,
        video_codec=None, audio_codec=None, problems=("unreadable",),
    )  # fmt: skip
    assert [(f.code, f.blocking, f.reason) for f in findings(bare)] == [("unreadable", True, "unplayable")]
    assert [check.value for check in checks(bare)] == ["1.4 MB"]
    assert file_text(bare) == ""


def test_a_missing_sound_track_and_a_code_of_a_newer_server() -> None:
    mute = SOUND._replace(audio_codec=None, problems=("no_audio", "something-new"))
    assert [f.reason for f in findings(mute)] == ["bad-sound", None]
    assert "something-new" not in findings(mute)[1].title + findings(mute)[1].evidence


def test_people_without_an_organization() -> None:
    assert organizations_text([]) == "No organization"
    assert place_text("37", ["鲁源钢铁工会", "读书会"]) == "山东 · 鲁源钢铁工会、读书会"


def test_a_line_of_history_names_reasons_moment_and_person() -> None:
    line = history_line(1_729_238_520_000, "rejected", "审核员 0112", [("bad-sound", 37_000)], "")
    assert line.at == "10-18 16:02"
    assert line.text == "Rejected: Too quiet, noisy or indistinct (0:37)\n审核员 0112"
    assert history_line(0, "from-the-future", "", [], "").text == "Changed"


def test_numbers_as_the_screen_writes_them() -> None:
    assert [clock_text(ms) for ms in (999, 47_120, 120_000, 3_723_000)] == ["0:00", "0:47", "2:00", "1:02:03"]
    assert [countdown_text(ms) for ms in (6_138_000, 299_000, -5)] == ["1:42:18", "0:04:59", "0:00:00"]
    assert moment_text(1_729_473_240_000) == "10-21 09:14"
    assert [size_text(n) for n in (90_597_000, 101_674)] == ["86.4 MB", "99 KB"]


def test_the_claim_warns_in_time() -> None:
    minute = 60_000
    levels = [claim_level(left) for left in (60 * minute, 15 * minute - 1, 5 * minute, 1, 0)]
    assert levels == ["plain", "warn", "ask", "ask", "over"]
