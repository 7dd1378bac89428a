"""What an organization's registration may say: lists to choose from, patterns, limits, and names made comparable."""

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Final

from contract.regions import REGIONS

MOBILE: Final = r"^1[3-9][0-9]{9}$"
LANDLINE: Final = r"^0[0-9]{2,3}-[1-9][0-9]{6,7}$"
"""区号-号码: 011-12345678 or 0571-87654321."""
NAME_MAX: Final = 80
ADDRESS_MAX: Final = 120
INTRODUCTION_MAX: Final = 500
CONTACT_MAX: Final = 20
DOCUMENTS_MAX: Final = 3
"""Files of proof; the guide asks for one, often a second page or a supplement comes with it."""
LOGO_BYTES: Final = 3 * 1024 * 1024
PROOF_BYTES: Final = {
    "jpeg": 20 * 1024 * 1024,
    "png": 20 * 1024 * 1024,
    "pdf": 3 * 1024 * 1024,
    "zip": 3 * 1024 * 1024,
}
"""Limits of files of proof by what their content is."""
CODE: Final = r"^[0-9]{6}$"
CAPTCHA_LENGTH: Final = 5
PASSWORD: Final = r"^(?=.*[A-Za-z])(?=.*[0-9]).{8,64}$"
_LINE: Final = r"^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+$"
_TEXT: Final = r"^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+$"


@dataclass(frozen=True, slots=True)
class TextRule:
    """What may be typed into a field: a pattern that JavaScript, Python and Rust read alike, and what to say if not."""

    pattern: str
    longest: int
    wrong: str


TEXTS: Final[dict[str, TextRule]] = {
    "account_phone": TextRule(MOBILE, 11, "请填写 11 位手机号，例如 13800000000。"),
    "sms_code": TextRule(CODE, 6, "请填写短信中的 6 位数字。"),
    "name": TextRule(_LINE, NAME_MAX, f"请填写与公章一致的组织全称，不超过 {NAME_MAX} 个字。"),
    "address": TextRule(_LINE, ADDRESS_MAX, f"请填写详细地址，不超过 {ADDRESS_MAX} 个字。"),
    "landline": TextRule(LANDLINE, 13, "请按“区号-号码”填写，例如 011-12345678 或 0571-87654321。"),
    "introduction": TextRule(_TEXT, INTRODUCTION_MAX, f"请填写组织介绍，不超过 {INTRODUCTION_MAX} 个字。"),
    "contact_name": TextRule(_LINE, CONTACT_MAX, f"请填写联系人姓名，不超过 {CONTACT_MAX} 个字。"),
    "contact_phone": TextRule(MOBILE, 11, "请填写联系人的 11 位手机号。"),
    "password": TextRule(PASSWORD, 64, "密码为 8–64 位，须同时有字母和数字。"),
}

NATURES: Final[dict[str, str]] = {
    "enterprise": "企业",
    "institution": "事业单位",
    "authority": "机关",
    "union": "工会组织",
    "society": "社会团体",
    "other": "其他",
}
SIZES: Final[dict[str, str]] = {
    "under-100": "100 人以下",
    "100-499": "100–499 人",
    "500-999": "500–999 人",
    "1000-2999": "1000–2999 人",
    "from-3000": "3000 人及以上",
}
INDUSTRIES: Final[dict[str, str]] = {
    "manufacturing": "制造业",
    "equipment": "装备制造",
    "energy": "电力与能源",
    "mining": "采矿业",
    "construction": "建筑业",
    "transport": "交通运输与物流",
    "post-telecom": "邮政与信息通信",
    "finance": "金融业",
    "education": "教育",
    "health": "卫生健康",
    "agriculture": "农林水利",
    "services": "商贸与居民服务",
    "public": "公共管理",
    "culture": "文化、体育与传媒",
    "other": "其他",
}
LABELS: Final[dict[str, str]] = {
    "industrial": "产业工会",
    "local": "地方工会",
    "grassroots": "基层工会",
    "model-home": "模范之家",
    "new-forms": "新就业形态",
}
CHOICES: Final = {"region": REGIONS, "nature": NATURES, "size": SIZES, "industry": INDUSTRIES, "labels": LABELS}
PUBLIC_FIELDS: Final = ("logo_id", "name", "introduction")
"""What everybody sees of an approved organization; the rest is for reviewers."""

_NOISE = re.compile(r"[\s·・.,，。、“”\"'‘’\-—–_()（）\[\]【】〔〕<>《》]+")
_COMPANY = re.compile(r"(股份)?有限(责任)?公司")


def name_key(name: str) -> str:
    """An organization's name made comparable: one width, no brackets or spaces, one word for all limited companies."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _NOISE.sub("", _COMPANY.sub("公司", _NOISE.sub("", plain)))


def one_of(choices: dict[str, str]) -> str:
    """The pattern of the codes of a list."""
    return f"^({'|'.join(choices)})$"


def rules() -> dict[str, Any]:
    """Everything that the page of registration must know, as JSON values; lists as pairs, so that they keep order."""
    return {
        "texts": {field: asdict(rule) for field, rule in TEXTS.items()},
        "choices": {field: list(choices.items()) for field, choices in CHOICES.items()},
        "logo_bytes": LOGO_BYTES,
        "proof_bytes": PROOF_BYTES,
        "documents_max": DOCUMENTS_MAX,
        "captcha_length": CAPTCHA_LENGTH,
    }
