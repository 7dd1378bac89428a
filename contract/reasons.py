"""The coded reasons for rejecting a work; each owns its line in the notice.

Raise CATALOGUE_VERSION with every change.
"""

from dataclasses import dataclass
from typing import Final

CATALOGUE_VERSION: Final = 1
MESSAGE_MAX: Final = 60
"""Characters of the author-visible text that a reviewer may add."""
NOTE_MAX: Final = 500
"""Characters of the internal note."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `key` is its digit on the keyboard, `sentence` what the author reads (always Chinese)."""

    code: str
    key: int
    label_zh: str
    label_en: str
    sentence: str
    final: bool = False
    needs_message: bool = False


WORK_REASONS: Final[tuple[Reason, ...]] = (
    Reason("too-long", 1, "时长超过 2 分钟", "Longer than 2 minutes", "时长超过 2 分钟"),
    Reason("unplayable", 2, "文件过大或无法播放", "Too large or not playable", "文件过大或无法播放"),
    Reason("watermark", 3, "有平台水印或 Logo", "Platform watermark or logo", "有平台水印或 Logo"),
    Reason("unclear-picture", 4, "画面不清晰", "Picture not clear", "画面不清晰"),
    Reason("not-mandarin", 5, "未使用普通话", "Not in Mandarin", "未使用普通话"),
    Reason("bad-sound", 6, "声音过小、嘈杂或口齿不清", "Too quiet, noisy or indistinct", "声音过小、嘈杂或口齿不清"),
    Reason("off-theme", 7, "与活动主题不符", "Does not fit the themes", "与活动主题不符"),
    Reason("duplicate", 8, "与已有作品重复", "Duplicate of another work", "与已有作品重复"),
    Reason("other", 9, "其他（请写明）", "Other (please explain)", "其他", needs_message=True),
)
_BY_CODE = {reason.code: reason for reason in WORK_REASONS}


def reason(code: str) -> Reason:
    """The reason with this code; KeyError when there is none."""
    return _BY_CODE[code]


def problem_with(codes: list[str], message: str) -> str | None:
    """Why these reasons cannot reject a work: no-reason, unknown-reason, message-needed, message-too-long."""
    if not codes:
        return "no-reason"
    if any(code not in _BY_CODE for code in codes):
        return "unknown-reason"
    if len(message) > MESSAGE_MAX:
        return "message-too-long"
    if any(_BY_CODE[code].needs_message for code in codes) and not message.strip():
        return "message-needed"
    return None
