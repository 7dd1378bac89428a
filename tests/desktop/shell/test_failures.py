"""Every expected failure has words; bugs have none."""

import errno
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from contract.problems import Code
from desktop import failures
from desktop.failures import explain, message_for


@dataclass
class Known(Exception):
    """An error as api_client and store raise them."""

    code: str
    retry_after: float | None = None
    oldest: str | None = None


Known.__module__ = "desktop.api_client.errors"


def test_bugs_are_not_explained() -> None:
    class Foreign(Exception):
        code = "e3q8"

    assert explain(ValueError("x")) is None
    assert explain(Foreign()) is None


def test_full_disk_is_known_whoever_noticed_it(qtbot: QtBot) -> None:
    failure = explain(OSError(errno.ENOSPC, "No space left on device"))
    assert failure is not None
    assert failure.code == "disk-full"
    assert explain(OSError(errno.EIO, "I/O error")) is None


@pytest.mark.parametrize("code", sorted(failures._WORDS))
def test_words_are_complete(qtbot: QtBot, code: str) -> None:
    failure = explain(Known(code, retry_after=41.2, oldest="9.8.7"))
    assert failure is not None
    assert failure.what
    assert failure.kept or failure.do
    assert failure.text.endswith(f"({code})") or failure.text.endswith(f"（{code}）")
    assert "{" not in failure.text


def test_facts_are_filled_in(qtbot: QtBot) -> None:
    throttled, old = (
        explain(Known("too-many-tries", retry_after=41.2)),
        explain(Known("client-too-old", oldest="9.8.7")),
    )
    assert throttled is not None
    assert "42" in throttled.do
    assert old is not None
    assert "9.8.7" in old.do


def test_a_refusal_without_words_of_its_own_is_still_a_sentence(qtbot: QtBot) -> None:
    failure = explain(Known("phone-taken"))
    assert failure is not None
    assert failure.what
    assert "phone-taken" in failure.text


def test_codes_a_desk_can_meet_have_words_of_their_own() -> None:
    workers_only = {
        Code.PHONE_TAKEN,
        Code.OUTSIDE_CAMPAIGN,
        Code.VIDEO_REFUSED,
        Code.UPLOAD_INCOMPLETE,
        Code.UPLOAD_CHECKSUM,
    }
    page_of_registration_only = {Code.CAPTCHA_WRONG, Code.CODE_WRONG, Code.FILE_REFUSED}
    healed_by_sync = {
        Code.CURSOR_EXPIRED,
        Code.CURSOR_INVALID,
        Code.EPOCH_CHANGED,
        Code.URL_EXPIRED,
        Code.RANGE_NOT_SATISFIABLE,
    }
    server_trouble = {Code.UNAVAILABLE, Code.INTERNAL}
    ours_would_be_a_bug = {Code.INVALID_ARGS, Code.BODY_TOO_LARGE, Code.IDEMPOTENCY_MISMATCH, Code.METHOD_NOT_ALLOWED}
    missing = (
        set(Code)
        - workers_only
        - page_of_registration_only
        - healed_by_sync
        - server_trouble
        - ours_would_be_a_bug
        - set(failures._WORDS)
    )
    assert not missing


def test_message_stays_until_closed(qtbot: QtBot) -> None:
    failure = explain(Known("offline"))
    assert failure is not None
    message = message_for(failure, "sync")
    assert (message.key, message.level, message.seconds) == ("sync", "warn", None)
