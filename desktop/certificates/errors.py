"""Why there are no certificates, or not all; `code` never changes, screens choose the words."""

from collections.abc import Sequence
from typing import ClassVar


class CertificatesError(Exception):
    """No half-written file was left. `written` counts the files that were finished before, each of them whole."""

    code: ClassVar[str]

    def __init__(self, *details: object) -> None:
        super().__init__(*details)
        self.written = 0


class NoValidCertificateError(CertificatesError):
    """None was chosen, or all are revoked."""

    code = "no-valid-certificate"


class TemplateUnreadableError(CertificatesError):
    """The template is missing or no SVG."""

    code = "template-unreadable"


class TemplateSuspiciousError(CertificatesError):
    """The template is too large, or would be when painted."""

    code = "template-suspicious"


class TemplateForbiddenError(CertificatesError):
    """The template holds what a certificate does not need and what could do harm; `what` names it."""

    code = "template-forbidden"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class TemplateIncompleteError(CertificatesError):
    """The template lacks fields, or these have no place on the page."""

    code = "template-incomplete"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


class TemplatePageError(CertificatesError):
    """The template is not of the shape of A4, landscape."""

    code = "template-page"


class TextTooLongError(CertificatesError):
    """A text has no room in its field, even in the smallest letters; `number` is that of the certificate."""

    code = "text-too-long"

    def __init__(self, number: str, field: str) -> None:
        super().__init__(number, field)
        self.number = number
        self.field = field


class LettersMissingError(CertificatesError):
    """No font of this computer has some letter of a text; `number` is that of the certificate."""

    code = "letters-missing"

    def __init__(self, number: str, text: str) -> None:
        super().__init__(number)
        self.number = number
        self.text = text


class TargetIsFolderError(CertificatesError):
    """A folder has the name of the file."""

    code = "target-is-folder"


class TargetInUseError(CertificatesError):
    """The old file cannot be replaced: another program has it open, or it is protected."""

    code = "target-in-use"


class NoFolderError(CertificatesError):
    """The folder does not exist."""

    code = "no-folder"


class FolderReadOnlyError(CertificatesError):
    """Nothing may be written in the folder."""

    code = "folder-read-only"


class DiskFullError(CertificatesError):
    """No space is left, or the file would be larger than allowed there."""

    code = "disk-full"


class NotWrittenError(CertificatesError):
    """Any other trouble of the disk; the cause is chained."""

    code = "not-written"


class CertificatesCancelledError(CertificatesError):
    """`cancelled` said so."""

    code = "cancelled"
