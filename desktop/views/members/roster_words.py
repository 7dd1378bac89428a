"""Lines, faults and results of a member list in words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.roster import ROWS_MAX, RowError
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.operations.rosters import Results
from desktop.rosters.reading import FileFault, FileLine
from desktop.views.sync_centre.words import cause

GROUPS: Final = ("all", "passes", "kept", "member", "differs", "wrong")
"""Segments of the preview, after all lines."""
_GROUP_OF: Final = {
    "passes": "passes", "passed": "passes", "kept": "kept", "member": "member", "name-differs": "differs",
    "not-passed": "wrong", "invalid": "wrong",
}  # fmt: skip
_OUTCOMES: Final = {
    "passes": ("ok", QT_TRANSLATE_NOOP("Roster", "Will pass")),
    "passed": ("ok", QT_TRANSLATE_NOOP("Roster", "Passed")),
    "kept": ("pending", QT_TRANSLATE_NOOP("Roster", "No application yet; passes on arrival")),
    "member": ("plain", QT_TRANSLATE_NOOP("Roster", "Is a member already")),
    "name-differs": ("warn", QT_TRANSLATE_NOOP("Roster", "The applicant gave another name; review by hand")),
}
_ERRORS: Final = {
    RowError.NO_NAME: QT_TRANSLATE_NOOP("Roster", "The name is missing"),
    RowError.NO_PHONE: QT_TRANSLATE_NOOP("Roster", "The mobile number is missing"),
    RowError.BAD_PHONE: QT_TRANSLATE_NOOP("Roster", "Not an 11-digit mobile number"),
    RowError.TOO_LONG: QT_TRANSLATE_NOOP("Roster", "Name or staff no. is too long"),
    RowError.BAD_TEXT: QT_TRANSLATE_NOOP("Roster", "Characters that cannot be shown"),
    RowError.TWICE: QT_TRANSLATE_NOOP("Roster", "The number stands above already"),
    RowError.FORMULA: QT_TRANSLATE_NOOP("Roster", "A formula; put the value there"),
}
_FAULTS: Final = {
    FileFault.MISSING: (
        QT_TRANSLATE_NOOP("Roster", "The file cannot be read"),
        QT_TRANSLATE_NOOP("Roster", "Close it in other programs, or copy it to this computer, and choose it again."),
    ),
    FileFault.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Roster", "The file is larger than 5 MB"),
        QT_TRANSLATE_NOOP("Roster", "Leave out pictures and other sheets, or split it."),
    ),
    FileFault.OLD_OR_LOCKED: (
        QT_TRANSLATE_NOOP("Roster", "An old .xls, or locked by a password"),
        QT_TRANSLATE_NOOP("Roster", "Save it in Excel as .xlsx without a password."),
    ),
    FileFault.NOT_A_WORKBOOK: (
        QT_TRANSLATE_NOOP("Roster", "This is not a workbook of Excel, or it is damaged"),
        QT_TRANSLATE_NOOP("Roster", "Save it anew as .xlsx, or use the template."),
    ),
    FileFault.SUSPICIOUS: (
        QT_TRANSLATE_NOOP("Roster", "The file is packed in a way that no list of names is"),
        QT_TRANSLATE_NOOP("Roster", "Copy the lines into the template."),
    ),
    FileFault.NO_HEADINGS: (
        QT_TRANSLATE_NOOP("Roster", "The headings of name and mobile number were not found"),
        QT_TRANSLATE_NOOP("Roster", "Name the columns as the template does, within the first ten lines."),
    ),
    FileFault.NO_LINES: (
        QT_TRANSLATE_NOOP("Roster", "There is no line below the headings"),
        QT_TRANSLATE_NOOP("Roster", "Fill in the list and choose it again."),
    ),
    FileFault.TOO_MANY_LINES: (
        QT_TRANSLATE_NOOP("Roster", "More than {0} lines"),
        QT_TRANSLATE_NOOP("Roster", "Split it into several files."),
    ),
}


def fault_words(fault: FileFault) -> tuple[str, str]:
    """(what, what to do) about a file that cannot be used."""
    what, do = (QCoreApplication.translate("Roster", text) for text in _FAULTS[fault])
    return what.format(f"{ROWS_MAX:,}"), do


def group_of(line: FileLine, results: Results) -> str:
    """Which segment a line belongs to."""
    found = results.get(line.number)
    return "wrong" if line.error is not None or found is None else _GROUP_OF[found.outcome]


def outcome_words(line: FileLine, results: Results) -> tuple[str, str]:
    """(kind of chip, words) of a line."""
    found = results.get(line.number)
    error = line.error or (found.error if found else None)
    if error is not None:
        return "no", QCoreApplication.translate("Roster", _ERRORS[error])
    if found is not None and found.outcome in _OUTCOMES:
        kind, words = _OUTCOMES[found.outcome]
        return kind, QCoreApplication.translate("Roster", words)
    said = QCoreApplication.translate("Roster", "Not passed: {0}")
    return "no", said.format(cause(found.code if found else None))


def counts_of(lines: Sequence[FileLine], results: Results) -> dict[str, int]:
    """How many lines each segment has."""
    found = dict.fromkeys(GROUPS, 0)
    for line in lines:
        found[group_of(line, results)] += 1
    return found | {"all": len(lines)}
