"""Why there is no workbook; `code` never changes, screens choose the words."""

from collections.abc import Sequence
from typing import ClassVar


class ExportError(Exception):
    """No workbook was written, and what stood in its place is untouched."""

    code: ClassVar[str]


class NothingToExportError(ExportError):
    """None of the boards that are asked for is there."""

    code = "nothing-to-export"


class BoardsDisagreeError(ExportError):
    """The boards are not of one week, region, rule and seal."""

    code = "boards-disagree"


class TooManyRowsError(ExportError):
    """More rows than a sheet holds."""

    code = "too-many-rows"

    def __init__(self, sheet: str, rows: int) -> None:
        super().__init__(f"{sheet}: {rows}")
        self.sheet = sheet
        self.rows = rows


class TemplateUnreadableError(ExportError):
    """The template is missing or no workbook."""

    code = "template-unreadable"


class TemplateSuspiciousError(ExportError):
    """The template is too large, or would be when unpacked."""

    code = "template-suspicious"


class TemplateIncompleteError(ExportError):
    """The template lacks named cells."""

    code = "template-incomplete"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


class TargetIsFolderError(ExportError):
    """A folder has the name of the file."""

    code = "target-is-folder"


class TargetInUseError(ExportError):
    """The old file cannot be replaced: another program has it open, or it is protected."""

    code = "target-in-use"


class NoFolderError(ExportError):
    """The folder does not exist."""

    code = "no-folder"


class FolderReadOnlyError(ExportError):
    """Nothing may be written in the folder."""

    code = "folder-read-only"


class DiskFullError(ExportError):
    """No space is left, or the file would be larger than allowed there."""

    code = "disk-full"


class NotWrittenError(ExportError):
    """Any other trouble of the disk; the cause is chained."""

    code = "not-written"


class ExportCancelledError(ExportError):
    """`cancelled` said so."""

    code = "cancelled"
