"""What the server would refuse about a kind of award, said before it is asked; limits as in contract.wire.awards."""

import re
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

CODE: Final = re.compile(r"[a-z][a-z0-9-]{1,39}")
NAME, REASON = (2, 40), (2, 200)
LIMITS: Final = {"top": (1, 1_000), "per_region": (0, 1_000), "min_works": (0, 1_000_000), "reserves": (0, 200)}


def faults(values: Mapping[str, Any]) -> dict[str, str]:
    """What to correct, by field."""
    translate = QCoreApplication.translate
    found = {}
    if not CODE.fullmatch(values["kind"]):
        found["kind"] = translate("Awards", "2 to 40 small letters, digits and dashes, a letter first")
    for name, (least, most) in (("name", NAME), ("reason", REASON)):
        if not least <= len(values[name]) <= most:
            found[name] = translate("Awards", "{0} to {1} characters").format(least, most)
    for name, (least, most) in LIMITS.items():
        value = values[name]
        if value is None or not least <= value <= most:
            found[name] = translate("Awards", "{0} to {1}").format(f"{least:,}", f"{most:,}")
    return found
