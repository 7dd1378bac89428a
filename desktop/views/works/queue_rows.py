"""Rows of the queue as the list paints them, and the filters that only the screen knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from contract.review import Verdict
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.rows import ConflictRow, DecidedRow, WorkRow
from desktop.ui.queue_delegate import MediaRow
from desktop.views.works.facts import findings
from desktop.views.works.last_decision import short_status, status_text, verdict_text
from desktop.views.works.particulars import place_text
from desktop.views.works.words import clock_text, moment_text

CacheKind = Literal["none", "queued", "downloading", "ready", "corrupt", "failed"]
StateFilter = Literal["", "findings", "again", "cached", "uncached"]

STATE_FILTERS: Final[dict[StateFilter, str]] = {
    "": QT_TRANSLATE_NOOP("QueueRows", "All states"),
    "findings": QT_TRANSLATE_NOOP("QueueRows", "With a file finding"),
    "again": QT_TRANSLATE_NOOP("QueueRows", "Sent again"),
    "cached": QT_TRANSLATE_NOOP("QueueRows", "On this computer"),
    "uncached": QT_TRANSLATE_NOOP("QueueRows", "Not on this computer"),
}


@dataclass(frozen=True, slots=True)
class Cached:
    """Where a work's video is on this computer; `fraction` 0 … 1 while downloading."""

    kind: CacheKind = "none"
    fraction: float = 0.0


def matches(work: WorkRow, state: StateFilter, cached: Cached) -> bool:
    """Whether a row belongs to the chosen state."""
    if state == "findings":
        return bool(findings(work))
    if state == "again":
        return work.round > 1
    if state in ("cached", "uncached"):
        return (cached.kind == "ready") == (state == "cached")
    return True


def pending_row(work: WorkRow, cached: Cached, online: bool) -> MediaRow:
    """An undecided work: what the file check found, and where the video is."""
    found = len(findings(work))
    place = place_text(work.region, work.organizations)
    if found:
        note = QCoreApplication.translate("QueueRows", "Findings: {0}").format(found)
    else:
        note = QCoreApplication.translate("QueueRows", "No findings")
    away = not online and cached.kind != "ready"
    word, icon, progress = _cache_words(cached, online)
    return MediaRow(
        id=work.id,
        title=work.title,
        line2=place,
        duration=clock_text(work.duration_ms) if work.duration_ms else "",
        thumb=work.poster_id or "",
        note=note,
        note_icon="warn" if found else "check",
        note_ink="warn" if found else "text3",
        short_note=str(found) if found else "",
        state=word,
        state_icon=icon,
        progress=progress,
        dimmed=away,
        spoken=QCoreApplication.translate("QueueRows", "{0}, {1}, {2}").format(work.title, place, word),
    )


def decided_row(row: DecidedRow) -> MediaRow:
    """A decided work: what was decided, and at the right how far it got."""
    confirmed = row.delivery == "confirmed"
    approve = row.verdict == Verdict.APPROVE
    said = verdict_text(row.verdict, confirmed)
    status, icon = short_status(row.delivery)
    ink = ("ok" if approve else "no") if confirmed else "text2"
    return MediaRow(
        id=row.subject_id,
        title=row.title,
        line2=f"{row.number} · {moment_text(row.at)}",
        thumb=row.poster_id or "",
        note=said,
        note_icon="check" if approve else "x",
        note_ink=ink,
        short_note=status,
        state=status,
        state_icon=icon,
        spoken=f"{row.title}, {said}, {status_text(row.delivery)}",
    )


def conflict_row(row: ConflictRow) -> MediaRow:
    """A work that somebody else decided first."""
    if row.theirs is not None:
        said = verdict_text(row.theirs.verdict, True)
        words = QCoreApplication.translate("QueueRows", "{0}: {1}").format(row.theirs.by, said)
    elif row.code == "withdrawn":
        words = QCoreApplication.translate("QueueRows", "Taken back by the author")
    elif row.code == "version-mismatch":
        words = QCoreApplication.translate("QueueRows", "Changed by the author")
    else:
        words = QCoreApplication.translate("QueueRows", "Claimed by somebody else")
    return MediaRow(
        id=row.subject_id,
        title=row.subject_title,
        line2=f"{row.subject_number} · {moment_text(row.opened_at)}",
        thumb=row.poster_id or "",
        note=words,
        note_icon="conflict",
        note_ink="conflict",
        short_note=words if row.theirs is None else verdict_text(row.theirs.verdict, True),
        spoken=f"{row.subject_title}, {words}",
    )


def _cache_words(cached: Cached, online: bool) -> tuple[str, str, float | None]:
    """(word, icon, progress) at the right end of a row."""
    if cached.kind == "ready":
        return QCoreApplication.translate("QueueRows", "Cached"), "disk", None
    if cached.kind == "downloading":
        if not online:
            return QCoreApplication.translate("QueueRows", "Incomplete"), "", None
        return f"{cached.fraction:.0%}", "", cached.fraction
    if cached.kind == "queued" and online:
        return QCoreApplication.translate("QueueRows", "Waiting"), "", None
    if cached.kind in ("corrupt", "failed"):
        return QCoreApplication.translate("QueueRows", "Download failed"), "warn", None
    return QCoreApplication.translate("QueueRows", "Not cached"), "", None


def count_ready(cached: Sequence[Cached]) -> tuple[int, int]:
    """(ready, downloading) of these works."""
    return sum(item.kind == "ready" for item in cached), sum(item.kind == "downloading" for item in cached)
