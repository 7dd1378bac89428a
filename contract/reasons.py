"""The coded reasons for rejecting; each owns its line in the notice. Codes are unique over all kinds.

Raise CATALOGUE_VERSION with every change.
"""

from dataclasses import dataclass
from typing import Final

from contract.review import Kind

CATALOGUE_VERSION: Final = 2
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
REGISTRATION_REASONS: Final[tuple[Reason, ...]] = (
    Reason("org-name-differs", 1, "全称与证明材料不一致", "Name differs from the proof", "组织全称与证明材料不一致"),
    Reason("org-address-differs", 2, "地址与证明材料不一致", "Address differs from the proof", "地址与证明材料不一致"),
    Reason("org-no-seal", 3, "证明材料未加盖公章", "Proof without the official seal", "证明材料未加盖公章"),
    Reason("org-unreadable", 4, "证明材料不清晰或无法打开", "Proof unclear or broken", "证明材料不清晰或无法打开"),
    Reason("org-expired", 5, "证明材料已过有效期", "Proof has expired", "证明材料已过有效期"),
    Reason("org-duplicate", 6, "组织已注册", "Already registered", "该组织已注册", final=True),
    Reason("org-contact", 7, "联系人信息有误", "Contact is wrong", "联系人或联系电话有误"),
    Reason(
        "org-public-text", 8, "标志或介绍不宜公开", "Logo or introduction unfit", "组织标志或介绍不符合公开展示要求"
    ),
    Reason("org-other", 9, "其他（请写明）", "Other (please explain)", "其他", needs_message=True),
)
MEMBERSHIP_REASONS: Final[tuple[Reason, ...]] = (
    Reason("member-unknown", 1, "不是本单位职工", "Not one of our workers", "不是本单位职工"),
    Reason("member-name-differs", 2, "姓名与登记不一致", "Name differs from our records", "姓名与单位登记不一致"),
    Reason("member-elsewhere", 3, "应加入其他组织", "Belongs to another organization", "应加入其他组织"),
    Reason("member-duplicate", 4, "重复申请", "Applied twice", "重复申请"),
    Reason("member-reason", 5, "申请理由不清楚", "Reason for joining unclear", "申请理由不清楚"),
    Reason("member-other", 9, "其他（请写明）", "Other (please explain)", "其他", needs_message=True),
)
REASONS: Final[dict[Kind, tuple[Reason, ...]]] = {
    Kind.WORK: WORK_REASONS,
    Kind.REGISTRATION: REGISTRATION_REASONS,
    Kind.MEMBERSHIP: MEMBERSHIP_REASONS,
}
_KIND_OF = {reason.code: kind for kind, reasons in REASONS.items() for reason in reasons}
_BY_CODE = {reason.code: reason for reasons in REASONS.values() for reason in reasons}


def reason(code: str) -> Reason:
    """The reason with this code; KeyError when there is none."""
    return _BY_CODE[code]


def kind_of(code: str) -> Kind:
    """What a reason is for; KeyError when there is none."""
    return _KIND_OF[code]


def problem_with(codes: list[str], message: str, kind: Kind = Kind.WORK) -> str | None:
    """Why these reasons cannot reject a subject: no-reason, unknown-reason, message-needed, message-too-long."""
    if not codes:
        return "no-reason"
    if any(_KIND_OF.get(code) is not kind for code in codes):
        return "unknown-reason"
    if len(message) > MESSAGE_MAX:
        return "message-too-long"
    if any(_BY_CODE[code].needs_message for code in codes) and not message.strip():
        return "message-needed"
    return None
