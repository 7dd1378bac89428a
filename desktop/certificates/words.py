"""The words of certificates: they are Chinese, whatever the language of the desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from contract.boards import BoardKind
from contract.campaign import SHANGHAI, from_ms
from contract.certificates import grouped
from desktop.ui.one_line import one_line

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts

TITLE: Final = "荣誉证书"
CAMPAIGN: Final = "全国职工岗位“云讲述”活动"
_NAME_BYTES: Final = 180
"""Of a holder in a file's name; with number and suffix it stays below the 255 that disks allow."""
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*]')
_OUTER_QUOTES: Final = str.maketrans("‘’", "“”")
_INNER_TITLE: Final = str.maketrans("《》", "〈〉")


def texts(facts: CertificateFacts) -> dict[str, str]:
    """What stands in each field of letters: 兹授予 … in the template, then holder, work, text."""
    return {
        "holder": one_line(facts.holder),
        "work": work(facts),
        "text": award(facts),
        "date": date(facts.issued_at),
        "number": one_line(facts.number),
        "code": grouped(facts.code),
    }


def work(facts: CertificateFacts) -> str:
    """作品《焊花》; nothing on certificates of persons and organizations."""
    if facts.subject != BoardKind.WORK:
        return ""
    return f"作品《{one_line(facts.title).translate(_INNER_TITLE)}》"


def award(facts: CertificateFacts) -> str:
    """What somebody is given, on two lines: a prize 奖, else a title 称号. What has no quotes of its own gets them."""
    name = one_line(facts.award).translate(_OUTER_QUOTES)
    quoted = name if "“" in name else f"“{name}”"
    return f"{CAMPAIGN}\n{quoted}{'' if name.endswith(('奖', '称号')) else '称号'}，特发此证。"


def date(ms: int) -> str:
    """2024年12月10日, in Asia/Shanghai."""
    day = from_ms(ms).astimezone(SHANGHAI)
    return f"{day.year}年{day.month}月{day.day}日"


def address(server: str, code: str) -> str:
    """The page on which anybody may verify a certificate."""
    return f"{server.rstrip('/')}/verify/{quote(grouped(code))}"


def title(facts: CertificateFacts) -> str:
    """Of a PDF with one certificate."""
    return f"{TITLE} {one_line(facts.number)} {one_line(facts.holder)}"


def title_of_all(first: CertificateFacts, last: CertificateFacts, count: int) -> str:
    """Of a PDF with many."""
    return f"{TITLE} {one_line(first.number)} 至 {one_line(last.number)}（{count} 份）"


def file_name(facts: CertificateFacts) -> str:
    """CERT-24-000001 张三.pdf: nothing in it that any disk refuses."""
    number, holder = (_NOT_IN_NAMES.sub(" ", one_line(text)) for text in (facts.number, facts.holder))
    short = holder.encode("utf-8", "ignore")[:_NAME_BYTES].decode("utf-8", "ignore")
    return " ".join(f"{number} {short}".split()).rstrip(". ") + ".pdf"
