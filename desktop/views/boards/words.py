"""Boards in words: kinds, measures, weeks, movement, change in percent, numbers."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.boards import BoardKind, HeatRule, Measure
from contract.campaign import CAMPAIGN_START_MS, SHANGHAI, WEEK_MS, from_ms
from contract.week_board import BoardRow, WeekBoard, cutoff_of
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.views.works.particulars import in_chinese

KINDS: Final = {
    BoardKind.REGION: QT_TRANSLATE_NOOP("Boards", "Regions"),
    BoardKind.ORGANIZATION: QT_TRANSLATE_NOOP("Boards", "Organizations"),
    BoardKind.WORK: QT_TRANSLATE_NOOP("Boards", "Works"),
    BoardKind.PERSON: QT_TRANSLATE_NOOP("Boards", "People"),
}
SUBJECTS: Final = {
    BoardKind.REGION: QT_TRANSLATE_NOOP("Boards", "Region"),
    BoardKind.ORGANIZATION: QT_TRANSLATE_NOOP("Boards", "Organization"),
    BoardKind.WORK: QT_TRANSLATE_NOOP("Boards", "Work"),
    BoardKind.PERSON: QT_TRANSLATE_NOOP("Boards", "Name"),
}
MEASURES: Final = {
    Measure.WORKS: QT_TRANSLATE_NOOP("Boards", "Works published"),
    Measure.LIKES: QT_TRANSLATE_NOOP("Boards", "Likes"),
    Measure.VIEWS: QT_TRANSLATE_NOOP("Boards", "Views"),
    Measure.HEAT: QT_TRANSLATE_NOOP("Boards", "Heat"),
}
MINUS: Final = "\u2212"


def say(text: str) -> str:
    """A word of this tab in the language of the screen."""
    return QCoreApplication.translate("Boards", text)


def measures_of(kind: BoardKind) -> tuple[Measure, ...]:
    """What a board can be ordered by: a single work is not counted in works."""
    return tuple(one for one in Measure if kind is not BoardKind.WORK or one is not Measure.WORKS)


def days_text(week: int) -> str:
    """`10-14 to 10-20`, in Asia/Shanghai."""
    first = from_ms(CAMPAIGN_START_MS + (week - 1) * WEEK_MS).astimezone(SHANGHAI)
    last = from_ms(cutoff_of(week) - 1).astimezone(SHANGHAI)
    between = QCoreApplication.translate("Boards", "{0} to {1}")
    return between.format(first.strftime("%m-%d"), last.strftime("%m-%d"))


def week_text(week: int | None) -> str:
    """`Week 11`, or the whole campaign."""
    if week is None:
        return QCoreApplication.translate("Boards", "The whole campaign")
    return QCoreApplication.translate("Boards", "Week {0}").format(week)


def movement(row: BoardRow, measure: Measure, first: bool) -> int | None:
    """Places gained (below 0: lost) since the week before; None when it was not ranked; 0 in the first week."""
    if first:
        return 0
    before = row.before.of(measure) if row.before else 0
    return before - row.ranks.of(measure) if before else None


def change_text(now: int, before: int | None) -> str:
    """`+7.7%` against the week before; "" where that was nothing."""
    if not before or before < 0:
        return ""
    percent = (now - before) / before * 100
    return f"{'+' if percent > 0 else MINUS if percent < 0 else ''}{abs(percent):,.1f}%"


def big_text(number: int) -> str:
    """Views in units of ten thousand where they are many: `312.6 万`."""
    return f"{number / 10_000:,.1f} 万" if in_chinese() and abs(number) >= 10_000 else f"{number:,}"


def rule_text(rule: HeatRule) -> str:
    """The heat rule as it is printed wherever a board is."""
    words = QCoreApplication.translate(
        "Boards", "Heat = {0} × likes + {1} × favourites + {2} × shares + {3} × views (rule {4})"
    )
    return words.format(rule.likes, rule.favourites, rule.shares, rule.views, rule.version)


def total_text(board: WeekBoard, measure: Measure) -> str:
    """`32 regions · 18,942 works in all`, of what this person may see."""
    of = {
        BoardKind.REGION: QT_TRANSLATE_NOOP("Boards", "{0} regions"),
        BoardKind.ORGANIZATION: QT_TRANSLATE_NOOP("Boards", "{0} organizations"),
        BoardKind.WORK: QT_TRANSLATE_NOOP("Boards", "{0} works"),
        BoardKind.PERSON: QT_TRANSLATE_NOOP("Boards", "{0} people"),
    }
    words = say(of[board.kind]).format(f"{board.ranked:,}")
    if board.kind is not BoardKind.REGION:
        return words
    total = sum((row.total if board.whole else row.gain).of(measure) for row in board.rows)
    told = QCoreApplication.translate("Boards", "{0} in all: {1}").format(say(MEASURES[measure]), f"{total:,}")
    return f"{words} · {told}"
