"""Works as rows of the table 全部作品."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.regions import short_region
from contract.review import WorkState
from contract.wire.review import WorkSummary
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.table import Column
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.status import span_text
from desktop.views.works.particulars import organizations_text
from desktop.views.works.words import moment_text

STATES: Final[dict[WorkState, tuple[str, str]]] = {
    WorkState.PENDING: ("pending", QT_TRANSLATE_NOOP("BrowseRows", "To review")),
    WorkState.PUBLISHED: ("ok", QT_TRANSLATE_NOOP("BrowseRows", "Published")),
    WorkState.REJECTED: ("no", QT_TRANSLATE_NOOP("BrowseRows", "Rejected")),
    WorkState.WITHDRAWN: ("plain", QT_TRANSLATE_NOOP("BrowseRows", "Withdrawn")),
}


def columns(compact: bool) -> tuple[Column, ...]:
    """Compact drops organizations and views."""
    translate = QCoreApplication.translate
    found = (
        Column("number", translate("BrowseRows", "Number"), 106),
        Column("title", translate("BrowseRows", "Title"), 150, flex=1.8),
        Column("region", translate("BrowseRows", "Region"), 64),
        Column("organizations", translate("BrowseRows", "Organization"), 100, flex=1),
        Column("author", translate("BrowseRows", "Author"), 68),
        Column("submitted", translate("BrowseRows", "Sent"), 92),
        Column("state", translate("BrowseRows", "State"), 96),
        Column("holder", translate("BrowseRows", "With whom"), 156),
        Column("likes", translate("BrowseRows", "Likes / views"), 102),
    )
    return tuple(column for column in found if not compact or column.id not in ("organizations", "likes"))


def state_words(state: WorkState) -> tuple[str, str]:
    """(kind of chip, word)."""
    kind, word = STATES.get(state, ("plain", ""))
    return kind, QCoreApplication.translate("BrowseRows", word) if word else str(state)


def held(work: WorkSummary, now_ms: int) -> bool:
    """Whether somebody's claim holds now; an ended one is free for everybody."""
    return bool(work.holder) and work.state == WorkState.PENDING and (work.lease_expires_at or 0) > now_ms


def holder_text(work: WorkSummary, me: str, now_ms: int) -> str:
    """审核员 0219 · 1:42:18, or that it is free."""
    if work.state != WorkState.PENDING:
        return ""
    if not held(work, now_ms):
        return QCoreApplication.translate("BrowseRows", "Free")
    who = QCoreApplication.translate("BrowseRows", "Me") if work.holder == me else work.holder
    return f"{who} · {span_text((work.lease_expires_at or now_ms) - now_ms)}"


def table_row(work: WorkSummary, shown: tuple[Column, ...], me: str, now_ms: int) -> TableRow:
    """One work in the columns that are shown."""
    chip, word = state_words(work.state)
    counts = QCoreApplication.translate("BrowseRows", "{0} / {1}").format(f"{work.likes:,}", f"{work.views:,}")
    free = work.state == WorkState.PENDING and not held(work, now_ms)
    cells = {
        "number": Cell(work.number, ink="text2", small=True),
        "title": Cell(work.title),
        "region": Cell(short_region(work.region)),
        "organizations": Cell(organizations_text(work.organizations), ink="text" if work.organizations else "text3"),
        "author": Cell(work.author_name),
        "submitted": Cell(moment_text(work.submitted_at), ink="text2", small=True),
        "state": Cell(word, chip=chip),
        "holder": Cell(holder_text(work, me, now_ms), ink="text3" if free else "text2", small=True),
        "likes": Cell(counts if work.likes or work.views else "–", ink="text2", small=True),
    }
    return TableRow(work.id, tuple(cells[column.id] for column in shown))
