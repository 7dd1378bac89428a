"""Why a paper cannot be shown, and what the reviewer can do about it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP

_ASK_AGAIN: Final = QT_TRANSLATE_NOOP("Papers", "Reject with “proof unclear or broken” to have it sent again.")
_SAID: Final = {
    "empty": (QT_TRANSLATE_NOOP("Papers", "The file is empty"), _ASK_AGAIN),
    "type": (QT_TRANSLATE_NOOP("Papers", "This is neither a picture nor a PDF nor a ZIP"), _ASK_AGAIN),
    "too-large": (QT_TRANSLATE_NOOP("Papers", "The file is too large to be opened"), _ASK_AGAIN),
    "encrypted": (
        QT_TRANSLATE_NOOP("Papers", "The document is locked by a password"),
        QT_TRANSLATE_NOOP("Papers", "Reject it and ask for one without a password."),
    ),
    "broken": (QT_TRANSLATE_NOOP("Papers", "The document is damaged"), _ASK_AGAIN),
    "too-many-pixels": (QT_TRANSLATE_NOOP("Papers", "The picture is too large to be opened safely"), _ASK_AGAIN),
    "too-many-entries": (QT_TRANSLATE_NOOP("Papers", "The archive has too many files"), _ASK_AGAIN),
    "too-big-inside": (QT_TRANSLATE_NOOP("Papers", "The archive would be too large unpacked"), _ASK_AGAIN),
    "bomb": (
        QT_TRANSLATE_NOOP("Papers", "The archive is made to grow without limit"),
        QT_TRANSLATE_NOOP("Papers", "It was not unpacked and did no harm. Reject it."),
    ),
    "too-deep": (QT_TRANSLATE_NOOP("Papers", "The archive has too many folders inside each other"), _ASK_AGAIN),
    "blocked": (
        QT_TRANSLATE_NOOP("Papers", "This file is never opened"),
        QT_TRANSLATE_NOOP("Papers", "Judge by the other papers, or reject and ask for a picture or PDF."),
    ),
    "limit": (
        QT_TRANSLATE_NOOP("Papers", "The document took too long and was stopped"),
        QT_TRANSLATE_NOOP("Papers", "The desk is not harmed. Reject and ask for a simpler file."),
    ),
}
ARCHIVE_PROBLEMS: Final = {
    "unsafe-name": QT_TRANSLATE_NOOP("Papers", "Some names lead out of their folder; those files stay closed."),
    "encrypted": QT_TRANSLATE_NOOP("Papers", "Some files are locked by a password."),
    "program": QT_TRANSLATE_NOOP("Papers", "It contains programs; they stay closed."),
}
CHOOSE: Final = QT_TRANSLATE_NOOP("Papers", "Open a picture or a PDF from the list below.")


def refusal(code: str) -> tuple[str, str]:
    """(what, what to do) for a code of `looking.Refused`."""
    what, do = _SAID.get(code, _SAID["broken"])
    return QCoreApplication.translate("Papers", what), QCoreApplication.translate("Papers", do)


def archive_line(problem: str) -> str:
    """What to say in the place of a page while only the listing is shown."""
    return QCoreApplication.translate("Papers", ARCHIVE_PROBLEMS.get(problem, CHOOSE))
