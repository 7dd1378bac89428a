"""Why there are no certificates as files, in words: what happened, what is kept, what to do."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.certificates.errors import (
    CertificatesError,
    LettersMissingError,
    TemplateForbiddenError,
    TemplateIncompleteError,
    TextTooLongError,
)
from desktop.marking import QT_TRANSLATE_NOOP

UNCHANGED: Final = QT_TRANSLATE_NOOP("CertificateWords", "A file that was there before is unchanged. {0}")
FINISHED: Final = QT_TRANSLATE_NOOP(
    "CertificateWords", "{1} finished certificates remain in the folder, each whole. {0}"
)
_FAULTS: Final = {
    "no-valid-certificate": (
        QT_TRANSLATE_NOOP("CertificateWords", "There is no valid certificate among them"),
        QT_TRANSLATE_NOOP("CertificateWords", "Revoked ones are never written. Choose others."),
    ),
    "template-unreadable": (
        QT_TRANSLATE_NOOP("CertificateWords", "The template cannot be read"),
        QT_TRANSLATE_NOOP(
            "CertificateWords", "Save certificate_template.svg as plain SVG again, or remove it to use ours."
        ),
    ),
    "template-suspicious": (
        QT_TRANSLATE_NOOP("CertificateWords", "The template is too large"),
        QT_TRANSLATE_NOOP("CertificateWords", "Use fewer shapes and smaller pictures in it, or remove it to use ours."),
    ),
    "template-forbidden": (
        QT_TRANSLATE_NOOP("CertificateWords", "The template holds what may not be in it"),
        QT_TRANSLATE_NOOP("CertificateWords", "Take out {0}, or remove the template to use ours."),
    ),
    "template-incomplete": (
        QT_TRANSLATE_NOOP("CertificateWords", "The template lacks fields"),
        QT_TRANSLATE_NOOP("CertificateWords", "Missing: {0}. Give these ids to rectangles on the page."),
    ),
    "template-page": (
        QT_TRANSLATE_NOOP("CertificateWords", "The template is not A4, landscape"),
        QT_TRANSLATE_NOOP("CertificateWords", "Set its page to 297 × 210 mm."),
    ),
    "text-too-long": (
        QT_TRANSLATE_NOOP("CertificateWords", "A text has no room on the certificate"),
        QT_TRANSLATE_NOOP("CertificateWords", "{0}: make the field “{1}” larger in the template."),
    ),
    "letters-missing": (
        QT_TRANSLATE_NOOP("CertificateWords", "No font on this computer has a letter of a certificate"),
        QT_TRANSLATE_NOOP(
            "CertificateWords", "{0}: “{1}”. Install a font that has it, or write the others without it."
        ),
    ),
    "target-is-folder": (
        QT_TRANSLATE_NOOP("CertificateWords", "A folder has the name of the file"),
        QT_TRANSLATE_NOOP("CertificateWords", "Choose another name or folder."),
    ),
    "target-in-use": (
        QT_TRANSLATE_NOOP("CertificateWords", "The file is open in another program"),
        QT_TRANSLATE_NOOP("CertificateWords", "Close it there, or choose another place."),
    ),
    "no-folder": (
        QT_TRANSLATE_NOOP("CertificateWords", "The folder does not exist"),
        QT_TRANSLATE_NOOP("CertificateWords", "Choose another folder."),
    ),
    "folder-read-only": (
        QT_TRANSLATE_NOOP("CertificateWords", "Nothing may be written in this folder"),
        QT_TRANSLATE_NOOP("CertificateWords", "Choose another folder."),
    ),
    "disk-full": (
        QT_TRANSLATE_NOOP("CertificateWords", "The disk is full"),
        QT_TRANSLATE_NOOP("CertificateWords", "Make room, or choose another disk."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("CertificateWords", "Writing certificates was stopped"),
        QT_TRANSLATE_NOOP("CertificateWords", "Start again to write all of them."),
    ),
}
_OTHER: Final = (
    QT_TRANSLATE_NOOP("CertificateWords", "The certificates could not be written"),
    QT_TRANSLATE_NOOP("CertificateWords", "Choose another folder, then try again."),
)


def certificate_fault(error: Exception) -> tuple[str, str] | None:
    """(what happened, what is kept and what to do) of a CertificatesError; None for any other."""
    if not isinstance(error, CertificatesError):
        return None
    what, do = _FAULTS.get(error.code, _OTHER)
    translate = QCoreApplication.translate
    told = translate("CertificateWords", do)
    if isinstance(error, TemplateIncompleteError):
        told = told.format("、".join(error.names))
    elif isinstance(error, TemplateForbiddenError):
        told = told.format(error.what)
    elif isinstance(error, LettersMissingError):
        told = told.format(error.number, error.text)
    elif isinstance(error, TextTooLongError):
        told = told.format(error.number, error.field)
    kept = FINISHED if error.written else UNCHANGED
    return translate("CertificateWords", what), translate("CertificateWords", kept).format(told, error.written)
