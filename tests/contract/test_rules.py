"""The contest's rules as the contract states them: weeks, regions, masks, ids, reasons, notices, states."""

import uuid
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, CAMPAIGN_WEEKS, SHANGHAI, to_ms, week_of
from contract.columns import COLUMNS
from contract.ids import is_id, uuid7
from contract.masking import mask_name, mask_phone
from contract.notices import sms_parts, work_notice
from contract.reasons import MESSAGE_MAX, WORK_REASONS, problem_with
from contract.regions import REGIONS, short_region
from contract.review import AlreadyThereError, Event, NotAllowedError, Verdict, WorkState, after, event_of


def test_there_are_31_regions_with_two_digit_codes_and_short_names() -> None:
    assert len(REGIONS) == 31
    assert all(len(code) == 2 and code.isdigit() for code in REGIONS)
    assert [short_region(code) for code in ("11", "15", "37", "45", "65")] == ["北京", "内蒙古", "山东", "广西", "新疆"]
    assert short_region("99") == "99"


def test_weeks_begin_on_monday_in_shanghai_and_the_last_one_is_17() -> None:
    assert week_of(CAMPAIGN_START_MS) == 1
    assert week_of(CAMPAIGN_START_MS - 1) == 0
    assert week_of(to_ms(datetime(2024, 8, 11, 23, 59, 59, tzinfo=SHANGHAI))) == 1
    assert week_of(to_ms(datetime(2024, 8, 12, tzinfo=SHANGHAI))) == 2
    assert week_of(CAMPAIGN_END_MS - 1) == CAMPAIGN_WEEKS


def test_masks_never_show_the_middle() -> None:
    assert mask_phone("13812345678") == "138****5678"
    assert mask_phone("1234") == "****"
    names = ("", "王", "赵六", "周小明", "欧阳建国")
    assert [mask_name(name) for name in names] == ["", "*", "赵*", "周*明", "欧**国"]


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_uuid7_is_a_version_7_uuid_that_carries_its_time(now_ms: int, tail: bytes) -> None:
    made = uuid.UUID(uuid7(now_ms, lambda n: tail[:n]))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == now_ms
    assert is_id(str(made))


def test_ids_in_other_spellings_are_not_ids() -> None:
    assert not is_id("1")
    assert not is_id("{01a2047e-9874-78c7-8917-eadc78c667d5}")


def test_reasons_have_one_digit_each_and_reject_needs_one() -> None:
    assert sorted(reason.key for reason in WORK_REASONS) == list(range(1, 10))
    assert len({reason.code for reason in WORK_REASONS}) == len(WORK_REASONS)
    assert problem_with([], "") == "no-reason"
    assert problem_with(["nonsense"], "") == "unknown-reason"
    assert problem_with(["other"], "  ") == "message-needed"
    assert problem_with(["watermark"], "字" * (MESSAGE_MAX + 1)) == "message-too-long"
    assert problem_with(["other", "watermark"], "片尾有标识") is None


def test_the_notice_of_a_rejection_names_its_reasons_in_order_and_the_last_day() -> None:
    text = work_notice("炉火映初心", Verdict.REJECT, ["bad-sound", "watermark"], "0:42 起有字样。")
    assert text.startswith("【云讲述】您提交的作品《炉火映初心》未通过审核：声音过小、嘈杂或口齿不清、有平台水印")
    assert "说明：0:42 起有字样。11 月 30 日前" in text


def test_the_notice_of_an_approval_has_no_reason() -> None:
    assert "未通过" not in work_notice("炉火映初心", Verdict.APPROVE, [], "")


@pytest.mark.parametrize(("units", "parts"), [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
def test_sms_parts_are_counted_as_the_carrier_does(units: int, parts: int) -> None:
    assert sms_parts("字" * units) == parts


def test_characters_outside_the_basic_plane_count_twice() -> None:
    assert sms_parts("😀" * 36) == 2


STATES = {
    (WorkState.DRAFT, Event.SUBMIT): WorkState.PENDING,
    (WorkState.PENDING, Event.SUBMIT): WorkState.PENDING,
    (WorkState.REJECTED, Event.SUBMIT): WorkState.PENDING,
    (WorkState.PUBLISHED, Event.SUBMIT): WorkState.PENDING,
    (WorkState.PENDING, Event.APPROVE): WorkState.PUBLISHED,
    (WorkState.PENDING, Event.REJECT): WorkState.REJECTED,
    (WorkState.PUBLISHED, Event.REOPEN): WorkState.PENDING,
    (WorkState.REJECTED, Event.REOPEN): WorkState.PENDING,
    **{(state, Event.WITHDRAW): WorkState.WITHDRAWN for state in WorkState if state is not WorkState.WITHDRAWN},
}
ALREADY = {
    (WorkState.PUBLISHED, Event.APPROVE),
    (WorkState.REJECTED, Event.REJECT),
    (WorkState.PENDING, Event.REOPEN),
    (WorkState.WITHDRAWN, Event.WITHDRAW),
}


@pytest.mark.parametrize("state", list(WorkState))
@pytest.mark.parametrize("event", list(Event))
def test_every_state_and_event(state: WorkState, event: Event) -> None:
    if (state, event) in STATES:
        assert after(state, event) is STATES[state, event]
    else:
        with pytest.raises(AlreadyThereError if (state, event) in ALREADY else NotAllowedError):
            after(state, event)


def test_verdicts_become_events() -> None:
    assert [event_of(verdict) for verdict in Verdict] == [Event.APPROVE, Event.REJECT]


def test_every_synced_kind_begins_with_id_and_version_and_names_no_column_twice() -> None:
    for kind, columns in COLUMNS.items():
        assert columns[:2] == ("id", "version"), kind
        assert len(set(columns)) == len(columns), kind
