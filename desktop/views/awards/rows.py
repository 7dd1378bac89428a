"""Lists, their lines and certificates as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from contract.awards import Why
from contract.boards import BoardKind, Measure
from contract.certificates import grouped
from contract.masking import mask_name
from contract.regions import REGIONS, short_region
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.painting import CHIPS
from desktop.ui.queue_delegate import GAP, PADDING, MediaDelegate, MediaRow
from desktop.ui.table import Column
from desktop.ui.table_delegate import Cell, TableRow
from desktop.ui.theme import Theme
from desktop.views.awards.words import CERTIFICATES, say, state_words
from desktop.views.boards.words import MEASURES, SUBJECTS, week_text
from desktop.views.boards.words import say as say_board
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardListFacts, CertificateFacts, EntryFacts

SCROLL, NUMBER, WHY, CODE, TIME = 16, 116, 148, 180, 104
"""Widths: of a scroll bar, and of columns that are dropped first."""
IN, RESERVE, PASSED = "in", "reserve", "passed"
STANDINGS: Final = {
    "all": QT_TRANSLATE_NOOP("Awards", "All"),
    IN: QT_TRANSLATE_NOOP("Awards", "In"),
    RESERVE: QT_TRANSLATE_NOOP("Awards", "Reserves"),
    PASSED: QT_TRANSLATE_NOOP("Awards", "Passed over"),
}
"""What the lines can be filtered by."""


def standing(entry: EntryFacts) -> str:
    """Where a line stands now; somebody of the first who was taken out is passed over, not a reserve."""
    if entry.chosen:
        return IN
    return RESERVE if entry.why is Why.RESERVE else PASSED


def standing_words(entry: EntryFacts) -> tuple[str, str]:
    """Kind of chip and word."""
    translate = QCoreApplication.translate
    if entry.chosen and entry.suspended:
        return "warn", translate("Awards", "Cannot stay")
    if entry.chosen:
        return "ok", translate("Awards", "Chosen")
    if entry.edits:
        return "no", translate("Awards", "Taken out")
    return "plain", translate("Awards", "Reserve") if entry.why is Why.RESERVE else translate("Awards", "Passed")


def ground(entry: EntryFacts) -> str:
    """What the rule says without place and value, which have columns of their own."""
    return entry.words.partition("，")[2] or entry.words


def shown_name(name: str, subject: BoardKind) -> str:
    """As it stands in tables: people masked, organizations and works not."""
    return mask_name(name) if subject is BoardKind.PERSON else name


def place_of(code: str) -> str:
    """A region, short."""
    return short_region(code) if code in REGIONS else ""


def searched(entry: EntryFacts) -> str:
    """What the search looks at."""
    return f"{entry.name} {entry.number} {entry.holder} {place_of(entry.region)}".casefold()


def columns(subject: BoardKind, measure: Measure, width: int) -> tuple[Column, ...]:
    """Left to right, as many as have room: first why is dropped, then the number; both stand at the right too."""
    translate = QCoreApplication.translate
    found = [
        Column("place", translate("Awards", "Place"), 60, right=True),
        Column("name", say_board(SUBJECTS[subject]), 136, flex=1.2),
        Column("region", translate("Awards", "Region"), 72),
        Column("value", say_board(MEASURES[measure]), 80, right=True),
        Column("standing", translate("Awards", "Result"), 104),
        Column("edits", translate("Awards", "Changes"), 64),
    ]
    if subject is BoardKind.WORK:
        found.insert(2, Column("holder", translate("Awards", "Author"), 76))
    else:
        found.insert(4, Column("works", translate("Awards", "Works"), 60, right=True))
    room = width - SCROLL - sum(column.width for column in found)
    if subject is not BoardKind.PERSON and room >= NUMBER:
        found.insert(2, Column("number", translate("Awards", "Number"), NUMBER))
        room -= NUMBER
    if room >= WHY:
        found.append(Column("why", translate("Awards", "What the rule says"), WHY, flex=0.8))
    return tuple(found)


def entry_row(entry: EntryFacts, subject: BoardKind, shown: tuple[Column, ...]) -> TableRow:
    """A line."""
    kind, word = standing_words(entry)
    ink = "text" if entry.chosen else "text2"
    cells = {
        "place": Cell(str(entry.place), right=True, strong=entry.chosen, ink=ink),
        "name": Cell(shown_name(entry.name, subject), strong=entry.chosen, ink=ink),
        "holder": Cell(mask_name(entry.holder), ink="text2"),
        "number": Cell(entry.number, ink="text2", small=True),
        "region": Cell(place_of(entry.region), ink="text2"),
        "value": Cell(f"{entry.value:,}", right=True, ink=ink),
        "works": Cell(f"{entry.works:,}", right=True, ink="text2"),
        "standing": Cell(word, chip=kind),
        "edits": Cell(str(len(entry.edits)), icon="history", icon_ink="text2") if entry.edits else Cell(),
        "why": Cell(ground(entry), small=True, ink="text2"),
    }
    return TableRow(entry.id, tuple(cells[column.id] for column in shown))


def list_row(facts: AwardListFacts) -> MediaRow:
    """A list at the left."""
    kind, word = state_words(facts.state)
    ink, _, icon = CHIPS[kind]
    chosen = QCoreApplication.translate("Awards", "{0} chosen").format(f"{facts.chosen:,}")
    second = f"{week_text(facts.week)} · {chosen}"
    return MediaRow(
        facts.id, facts.name, second, note=word, short_note=word, note_icon=icon, note_ink=ink,
        spoken="，".join((facts.name, second, word)),
    )  # fmt: skip


class ListDelegate(MediaDelegate):
    """Two lines without a picture."""

    def _thumb_rect(self, rect: QRectF) -> QRectF:
        return QRectF(rect.left() + PADDING - GAP, rect.top(), 0, rect.height())

    def _paint_thumb(self, painter: QPainter, theme: Theme, rect: QRectF, row: MediaRow) -> None:
        pass


def certificate_columns(subject: BoardKind, width: int, linked: bool) -> tuple[Column, ...]:
    """Left to right, as many as have room: first when it was issued is dropped, then the code.

    `linked` is whether one of them replaces another.
    """
    translate = QCoreApplication.translate
    work = subject is BoardKind.WORK
    found = [
        Column("number", translate("Awards", "Certificate no."), 136),
        Column("holder", translate("Awards", "Holder"), 84 if work else 120, flex=0 if work else 1),
        Column("region", translate("Awards", "Region"), 72),
        Column("state", translate("Awards", "State"), 96),
    ]
    if work:
        found.insert(2, Column("title", say_board(SUBJECTS[BoardKind.WORK]), 104, flex=1))
    if linked:
        found.append(Column("link", translate("Awards", "Replaced by / replaces"), 152))
    room = width - SCROLL - sum(column.width for column in found)
    if room >= CODE:
        found.append(Column("code", translate("Awards", "Code"), CODE))
        if room - CODE >= TIME:
            found.append(Column("issued", translate("Awards", "Issued"), TIME))
    return tuple(found)


def certificate_row(facts: CertificateFacts, shown: tuple[Column, ...]) -> TableRow:
    """A certificate."""
    kind, word = CERTIFICATES[facts.state]
    holder = facts.holder if facts.subject is BoardKind.ORGANIZATION else mask_name(facts.holder)
    icon = "right" if facts.replaced_by else "history" if facts.replaces else ""
    cells = {
        "number": Cell(facts.number),
        "holder": Cell(holder),
        "title": Cell(facts.title),
        "region": Cell(place_of(facts.region), ink="text2"),
        "state": Cell(say(word), chip=kind),
        "link": Cell(facts.replaced_by or facts.replaces, ink="text2", small=True, icon=icon, icon_ink="text2"),
        "code": Cell(grouped(facts.code), ink="text2", small=True),
        "issued": Cell(moment_text(facts.issued_at), ink="text2"),
    }
    return TableRow(facts.id, tuple(cells[column.id] for column in shown))
