"""Why there is no file, in words: what happened, what is kept, what to do."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.bulletin.saving import BulletinNotSavedError
from desktop.export.errors import ExportError, TemplateIncompleteError
from desktop.marking import QT_TRANSLATE_NOOP

KEPT: Final = QT_TRANSLATE_NOOP("ExportWords", "A file that was there before is unchanged. {0}")
_FAULTS: Final = {
    "nothing-to-export": (
        QT_TRANSLATE_NOOP("ExportWords", "There is nothing to export"),
        QT_TRANSLATE_NOOP("ExportWords", "Choose a board that is on this computer, or try again with a network."),
    ),
    "boards-disagree": (
        QT_TRANSLATE_NOOP("ExportWords", "The boards do not belong together"),
        QT_TRANSLATE_NOOP("ExportWords", "Some are of another seal. Refresh, then export again."),
    ),
    "too-many-rows": (
        QT_TRANSLATE_NOOP("ExportWords", "A board has more lines than a sheet holds"),
        QT_TRANSLATE_NOOP("ExportWords", "Export the first ones instead of all."),
    ),
    "template-unreadable": (
        QT_TRANSLATE_NOOP("ExportWords", "The template cannot be read"),
        QT_TRANSLATE_NOOP("ExportWords", "Save your letterhead as .xlsx again, or remove it to use ours."),
    ),
    "template-suspicious": (
        QT_TRANSLATE_NOOP("ExportWords", "The template is too large"),
        QT_TRANSLATE_NOOP("ExportWords", "Use smaller pictures in your letterhead, or remove it to use ours."),
    ),
    "template-incomplete": (
        QT_TRANSLATE_NOOP("ExportWords", "The template lacks named cells"),
        QT_TRANSLATE_NOOP("ExportWords", "Missing: {0}. Name these cells in your letterhead."),
    ),
    "target-is-folder": (
        QT_TRANSLATE_NOOP("ExportWords", "A folder has this name"),
        QT_TRANSLATE_NOOP("ExportWords", "Choose another name."),
    ),
    "target-in-use": (
        QT_TRANSLATE_NOOP("ExportWords", "The file is open in another program"),
        QT_TRANSLATE_NOOP("ExportWords", "Close it there, or choose another name."),
    ),
    "no-folder": (
        QT_TRANSLATE_NOOP("ExportWords", "The folder does not exist"),
        QT_TRANSLATE_NOOP("ExportWords", "Choose another folder."),
    ),
    "folder-read-only": (
        QT_TRANSLATE_NOOP("ExportWords", "Nothing may be written in this folder"),
        QT_TRANSLATE_NOOP("ExportWords", "Choose another folder."),
    ),
    "disk-full": (
        QT_TRANSLATE_NOOP("ExportWords", "The disk is full"),
        QT_TRANSLATE_NOOP("ExportWords", "Make room, or choose another disk."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("ExportWords", "The export was stopped"),
        QT_TRANSLATE_NOOP("ExportWords", "Nothing was written."),
    ),
}
_OTHER: Final = (
    QT_TRANSLATE_NOOP("ExportWords", "The file could not be written"),
    QT_TRANSLATE_NOOP("ExportWords", "Choose another folder, then try again."),
)
_OF_BULLETIN: Final = {"is-folder": "target-is-folder", "not-writable": "folder-read-only"}


def export_fault(error: Exception) -> tuple[str, str] | None:
    """(what happened, what is kept and what to do) of an error of workbook or bulletin; None for any other."""
    if not isinstance(error, ExportError | BulletinNotSavedError):
        return None
    what, do = _FAULTS.get(_OF_BULLETIN.get(error.code, error.code), _OTHER)
    translate = QCoreApplication.translate
    told = translate("ExportWords", do)
    if isinstance(error, TemplateIncompleteError):
        told = told.format("、".join(error.names))
    return translate("ExportWords", what), translate("ExportWords", KEPT).format(told)
