"""Text of others on one line of paper."""

import re
import unicodedata
from typing import Final

_UNSEEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def one_line(text: str) -> str:
    """Without line breaks, control and direction characters."""
    seen = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    return " ".join(_UNSEEN.sub("", seen).split())
