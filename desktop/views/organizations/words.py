"""Fields, states and look-alikes of registrations in words."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.campaign import SHANGHAI, from_ms
from contract.regions import short_region
from contract.registration import CHOICES
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.registrations import LookAlikeLine, RegistrationRow
from desktop.views.works.words import hour_text, moment_text

_FIELDS: Final = {
    "name": QT_TRANSLATE_NOOP("Organizations", "Official name"),
    "address": QT_TRANSLATE_NOOP("Organizations", "Address"),
    "landline": QT_TRANSLATE_NOOP("Organizations", "Landline"),
    "nature": QT_TRANSLATE_NOOP("Organizations", "Kind"),
    "size": QT_TRANSLATE_NOOP("Organizations", "Size"),
    "industry": QT_TRANSLATE_NOOP("Organizations", "Industry"),
    "labels": QT_TRANSLATE_NOOP("Organizations", "Labels"),
    "introduction": QT_TRANSLATE_NOOP("Organizations", "Introduction"),
    "region": QT_TRANSLATE_NOOP("Organizations", "Region"),
    "account_phone": QT_TRANSLATE_NOOP("Organizations", "Account"),
    "contact_name": QT_TRANSLATE_NOOP("Organizations", "Contact person"),
    "contact_phone": QT_TRANSLATE_NOOP("Organizations", "Mobile"),
    "logo_id": QT_TRANSLATE_NOOP("Organizations", "Logo"),
    "document_ids": QT_TRANSLATE_NOOP("Organizations", "Proof"),
    "number": QT_TRANSLATE_NOOP("Organizations", "Number"),
    "submitted_at": QT_TRANSLATE_NOOP("Organizations", "Submitted"),
}
_STATES: Final = {
    "pending": ("pending", QT_TRANSLATE_NOOP("Organizations", "To review")),
    "approved": ("ok", QT_TRANSLATE_NOOP("Organizations", "Approved")),
    "rejected": ("no", QT_TRANSLATE_NOOP("Organizations", "Rejected")),
    "withdrawn": ("plain", QT_TRANSLATE_NOOP("Organizations", "Withdrawn")),
}
_WHY: Final = {
    "same-phone": QT_TRANSLATE_NOOP("Organizations", "Same phone"),
    "same-name": QT_TRANSLATE_NOOP("Organizations", "Same name"),
    "same-document": QT_TRANSLATE_NOOP("Organizations", "Same proof file"),
}
translate = QCoreApplication.translate


def field_name(field: str) -> str:
    """组织官方全称; the field itself when unknown."""
    return translate("Organizations", _FIELDS[field]) if field in _FIELDS else field


def field_value(field: str, value: str) -> str:
    """What was chosen from a list in words (several joined by 、), anything else as it is."""
    if field == "region":
        return short_region(value) or value
    choices = CHOICES.get(field)
    if choices is None:
        return value
    return "、".join(choices.get(code, code) for code in value.split(",") if code)


def value_of(row: RegistrationRow, field: str) -> str:
    """A field of a registration in words."""
    if field == "labels":
        return field_value(field, ",".join(row.labels))
    if field == "document_ids":
        return "、".join(file.name for file in row.documents)
    if field == "submitted_at":
        return moment_text(row.submitted_at)
    return field_value(field, str(getattr(row, field)))


def state_words(state: str) -> tuple[str, str]:
    """(kind of chip, word) of a registration, or of an organization."""
    kind, word = _STATES.get(state, ("plain", state))
    return kind, translate("Organizations", word)


def chip_of(row: RegistrationRow, conflict: bool) -> tuple[str, str]:
    """What is decided here is never shown as done before the server has it."""
    if conflict:
        return "conflict", translate("Organizations", "Conflict")
    if row.pending is not None:
        return "queued", translate("Organizations", "To be sent")
    return state_words(row.state)


def round_text(number: int) -> str:
    """首次申请, 第 2 次提交."""
    if number <= 1:
        return translate("Organizations", "First application")
    return translate("Organizations", "Sent in for the {0}. time").format(number)


def why_text(line: LookAlikeLine) -> str:
    """同一手机号、名称相似 94%."""
    parts = [translate("Organizations", _WHY[why]) for why in line.why if why in _WHY]
    if "near-name" in line.why:
        parts.append(translate("Organizations", "Name {0} % alike").format(line.score))
    return "、".join(parts)


def kind_text(line: LookAlikeLine) -> str:
    """Of a look-alike: its number, or that it is an organization already."""
    if line.kind == "registration":
        return line.number
    return translate("Organizations", "Organization {0}").format(line.number)


def day_text(at: int) -> str:
    """2024-08-19."""
    return from_ms(at).astimezone(SHANGHAI).strftime("%Y-%m-%d")


def when_text(at: int, now_ms: int) -> str:
    """今天 08:40, 昨天 17:55, 10-19 18:10."""
    day, today = (from_ms(ms).astimezone(SHANGHAI).date() for ms in (at, now_ms))
    if day == today:
        return translate("Organizations", "today {0}").format(hour_text(at))
    if day == today - timedelta(days=1):
        return translate("Organizations", "yesterday {0}").format(hour_text(at))
    return moment_text(at)


def waited_text(ms: int) -> str:
    """2 天 5 小时, 5 小时, 12 分钟."""
    minutes = max(0, ms) // 60_000
    days, hours = divmod(minutes // 60, 24)
    if days:
        return translate("Organizations", "{0} d {1} h").format(days, hours)
    if hours:
        return translate("Organizations", "{0} h").format(hours)
    return translate("Organizations", "{0} min").format(minutes)
