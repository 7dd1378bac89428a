"""What goes into the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from contract.boards import BoardKind, Measure

TOP: Final[Mapping[BoardKind, int | None]] = {
    BoardKind.REGION: None,
    BoardKind.ORGANIZATION: 50,
    BoardKind.WORK: 100,
    BoardKind.PERSON: 50,
}
"""Rows of each board; None is all."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`exporter` and `at` (ms) are printed; kinds that are not in `top` go whole."""

    exporter: str
    at: int
    kinds: frozenset[BoardKind] = frozenset(BoardKind)
    measure: Measure = Measure.HEAT
    top: Mapping[BoardKind, int | None] = field(default_factory=lambda: dict(TOP))
    movement: bool = True
    change: bool = True
    mask_names: bool = True

    def measure_of(self, kind: BoardKind) -> Measure:
        """What a board is ordered by: works, which are one each, by heat instead."""
        return Measure.HEAT if kind is BoardKind.WORK and self.measure is Measure.WORKS else self.measure
