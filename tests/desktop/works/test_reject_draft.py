"""The reject panel's contents as a value."""

from contract.reasons import MESSAGE_MAX
from desktop.views.works.reject_draft import RejectDraft, code_of_digit

EMPTY = RejectDraft()


def test_digits_choose_reasons_in_order_and_take_them_back() -> None:
    draft = EMPTY.toggled("watermark", 47_000).toggled("too-long", None).toggled("unclear-picture", 5_000)
    assert draft.codes == ["watermark", "too-long", "unclear-picture"]
    assert draft.toggled("watermark", 1).codes == ["too-long", "unclear-picture"]
    assert [code_of_digit(n) for n in (1, 3, 9, 0)] == ["too-long", "watermark", "other", None]


def test_a_moment_can_be_removed_without_losing_the_reason() -> None:
    draft = EMPTY.toggled("watermark", 47_000).without_moment("watermark")
    assert draft.chosen == (("watermark", None),)


def test_it_can_be_sent_with_a_reason_and_other_needs_words() -> None:
    assert EMPTY.problem == "no-reason"
    other = EMPTY.toggled("other", None)
    assert other.problem == "message-needed"
    assert other.saying("请改为横屏").problem is None


def test_text_to_the_author_is_one_line_within_the_limit() -> None:
    assert EMPTY.saying("第一行\n第二行").message == "第一行 第二行"
    assert len(EMPTY.saying("长" * 99).message) == MESSAGE_MAX


def test_phrases_join_with_a_comma_once_and_never_overflow() -> None:
    draft = EMPTY.saying("0:42 起右下角有字样").with_phrase("请去除水印")
    assert draft.message == "0:42 起右下角有字样，请去除水印"
    assert draft.with_phrase("请去除水印") == draft
    full = EMPTY.saying("长" * (MESSAGE_MAX - 2))
    assert full.with_phrase("请去除水印") == full


def test_the_preview_is_the_notice_of_the_contract() -> None:
    draft = EMPTY.toggled("watermark", 42_000).saying("0:42 起右下角有字样")
    assert draft.sms("炉火映初心") == (
        "【云讲述】您提交的作品《炉火映初心》未通过审核：有平台水印或 Logo。"
        "说明：0:42 起右下角有字样。11 月 30 日前可修改后重新提交。"
    )
    assert EMPTY.is_empty
    assert not draft.is_empty


def test_the_internal_note_is_not_in_the_notice() -> None:
    draft = EMPTY.toggled("watermark", None).noting("同一作者第二次")
    assert "第二次" not in draft.sms("炉火")
