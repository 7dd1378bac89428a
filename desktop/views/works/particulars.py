"""作品资料 and 审核记录 as words, composed from a work's row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from contract.campaign import THEME_NAMES, Theme
from contract.reasons import REASONS
from contract.regions import short_region
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.rows import HistoryLine
from desktop.views.works.words import clock_text, moment_text

_EVENTS: Final = {
    "submitted": QT_TRANSLATE_NOOP("WorkHistory", "First submission"),
    "resubmitted": QT_TRANSLATE_NOOP("WorkHistory", "Author submitted again"),
    "approved": QT_TRANSLATE_NOOP("WorkHistory", "Approved"),
    "rejected": QT_TRANSLATE_NOOP("WorkHistory", "Rejected"),
    "undone": QT_TRANSLATE_NOOP("WorkHistory", "Decision withdrawn"),
    "withdrawn": QT_TRANSLATE_NOOP("WorkHistory", "Withdrawn by the author"),
    "edited": QT_TRANSLATE_NOOP("WorkHistory", "Author changed the text"),
}
_EVENTS_OF_APPLICATIONS: Final = _EVENTS | {
    "submitted": QT_TRANSLATE_NOOP("WorkHistory", "Applied"),
    "resubmitted": QT_TRANSLATE_NOOP("WorkHistory", "Applied again"),
    "withdrawn": QT_TRANSLATE_NOOP("WorkHistory", "Taken back by the applicant"),
    "edited": QT_TRANSLATE_NOOP("WorkHistory", "Changed by the applicant"),
}
ONE_LINE: Final = 14
"""Longer lines have the person on a line of their own."""
_OTHER: Final = QT_TRANSLATE_NOOP("WorkHistory", "Changed")
_LABELS: Final = {reason.code: (reason.label_zh, reason.label_en) for reasons in REASONS.values() for reason in reasons}
_THEMES_EN: Final = {
    Theme.PLENUM: "The Third Plenum", Theme.COLLEAGUES: "Stories of colleagues",
    Theme.PRODUCTIVITY: "New quality productivity", Theme.SKILL: "Skill and experience",
    Theme.MODEL_WORKER: "Model workers and craftsmen",
}  # fmt: skip


def in_chinese() -> bool:
    """Whether the screen is Chinese (the catalogue has labels in both languages)."""
    return QLocale().language() == QLocale.Language.Chinese


def reason_label(code: str) -> str:
    """The catalogue's label in the language of the screen; the code itself when unknown."""
    zh, en = _LABELS.get(code, (code, code))
    return zh if in_chinese() else en


def theme_label(theme: str) -> str:
    """身边职工故事; the code itself when unknown."""
    if theme not in set(Theme):
        return theme
    return THEME_NAMES[Theme(theme)] if in_chinese() else _THEMES_EN[Theme(theme)]


def organizations_text(organizations: Sequence[str]) -> str:
    """The author's organizations, or that there is none."""
    return "、".join(organizations) or QCoreApplication.translate("WorkFacts", "No organization")


def place_text(region: str, organizations: Sequence[str]) -> str:
    """山东 · 鲁源钢铁二炼钢厂工会, the second line of a queue row."""
    return f"{short_region(region)} · {organizations_text(organizations)}"


def reasons_text(reasons: Sequence[tuple[str, int | None]]) -> str:
    """画面不清晰（0:37）、未使用普通话."""
    parts = []
    for code, at_ms in reasons:
        at = "" if at_ms is None else QCoreApplication.translate("WorkFacts", " ({0})").format(clock_text(at_ms))
        parts.append(reason_label(code) + at)
    return QCoreApplication.translate("WorkFacts", ", ").join(parts)


@dataclass(frozen=True, slots=True)
class HistoryText:
    """One line of 审核记录; `kind` is that of the event."""

    at: str
    kind: str
    text: str


def history_line(
    at: int, kind: str, by: str, reasons: Sequence[tuple[str, int | None]], message: str, application: bool = False
) -> HistoryText:
    """`10-18 16:02  驳回：声音过小 · 审核员 0112`; `application` when it is not about a work."""
    events = _EVENTS_OF_APPLICATIONS if application else _EVENTS
    what = QCoreApplication.translate("WorkHistory", events.get(kind, _OTHER))
    if reasons:
        what = QCoreApplication.translate("WorkHistory", "{0}: {1}").format(what, reasons_text(reasons))
    if message:
        what = QCoreApplication.translate("WorkHistory", "{0} “{1}”").format(what, message)
    return HistoryText(moment_text(at), kind, _with_person(what, by))


def application_history(lines: Sequence[HistoryLine]) -> list[HistoryText]:
    """审核记录 of an application, newest first."""
    return [
        history_line(one.at, one.kind, one.by, one.reasons, one.message, application=True) for one in reversed(lines)
    ]


def _with_person(what: str, by: str) -> str:
    if not by:
        return what
    return f"{what}\n{by}" if len(what) > ONE_LINE else f"{what} · {by}"
