"""Fifty decisions by keys, half of them with the server down: each arrives once, in order, and everything agrees."""

from pathlib import Path

from contract.reasons import WORK_REASONS
from tests.together.conftest import Desks
from tests.together.server import ServerProcess

CODES = {reason.key: reason.code for reason in WORK_REASONS}
SENTENCES = {reason.key: reason.sentence for reason in WORK_REASONS}
PATTERN = [0, 0, 3, 0, 2, 0, 0, 1, 0, 5]
"""Digits of the reasons; 0 approves."""


def test_fifty_decisions_half_of_them_with_the_server_down(server: ServerProcess, desks: Desks, clip: Path) -> None:
    works = server.add_works(50, clip)
    moderator = server.world.staff()
    server.start()
    screen = desks.open()
    screen.sign_in(server.url, server.account(moderator))
    screen.claim_until(50)
    screen.wait_for_videos()
    digits = [PATTERN[number % len(PATTERN)] for number in range(50)]
    decided = [screen.decide(digit) for digit in digits[:12]]
    screen.wait_for_confirmation(decided[-1])
    server.kill()
    decided += [screen.decide(digit) for digit in digits[12:37]]
    screen.until(lambda: screen.status("outbox") == "发件箱 25")
    assert screen.status("network") == "离线"
    assert len(server.decisions()) == 12
    server.start()
    decided += [screen.decide(digit) for digit in digits[37:]]
    assert screen.page.subject() == ""
    screen.wait_for_confirmation(decided[-1])
    screen.until(lambda: screen.status("outbox") == "发件箱 0", 60_000)

    assert screen.pressed == sum(3 if digit else 1 for digit in digits)
    assert [one.work for one in decided] == works, "the desk offers them in the order they came"
    landed = server.decisions()
    assert [(one.work, one.verdict) for one in landed] == [(one.work, one.verdict) for one in decided]
    assert [one.reasons for one in landed] == [(CODES[one.digit],) if one.digit else () for one in decided]
    assert {one.status for one in landed} == {"applied"}
    assert server.applied_order() == works
    assert [row.facts["verdict"] for row in server.audited("decide")] == [one.verdict for one in decided]
    assert server.states() == {one.work: "rejected" if one.digit else "published" for one in decided}
    notices = server.notices()
    assert {work: len(texts) for work, texts in notices.items()} == dict.fromkeys(works, 1)
    for one in decided:
        expected = SENTENCES[one.digit] if one.digit else "通过"
        assert expected in notices[one.work][0]

    screen.show_segment("已决定")
    screen.until(lambda: screen.segment() == "已决定 50")
    screen.until(lambda: all("服务器已确认" in row for row in screen.rows()))
    assert len(screen.rows()) == 50
