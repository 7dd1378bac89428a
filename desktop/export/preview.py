"""What the workbook will show, before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from contract.boards import BoardKind
from contract.week_board import WeekBoard
from desktop.export.columns import displayed
from desktop.export.options import ExportOptions
from desktop.export.sheets import Section, sheets_of


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """A table as displayed: its first rows, and how many there are; `section` tells several of one sheet apart."""

    sheet: str
    section: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


def preview(boards: Mapping[BoardKind, WeekBoard], options: ExportOptions, rows: int = 8) -> tuple[SheetPreview, ...]:
    """The first rows of each table of the workbook; raises what `sheets_of` does."""
    return tuple(
        SheetPreview(sheet.title, section.title, section.headings, _shown(section, rows), len(section.rows))
        for sheet in sheets_of(boards, options)
        for section in sheet.sections
    )


def _shown(section: Section, rows: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(displayed(value, form) for value, form in zip(section.values(place), section.forms, strict=True))
        for place in range(min(rows, len(section.rows)))
    )
