"""100,000 works in 12 columns: the real export against a bare openpyxl write-only loop over the same cells.

Both sides run in turn in processes of their own. Printed: median seconds of each, the ratio (at most 1.3), and how much
memory each needed beyond its rows; for the export also with a tenth of the rows, which flat memory hardly changes.
"""

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from contract.boards import BoardKind
from desktop.export.columns import columns_of
from desktop.export.options import ExportOptions
from desktop.export.saving import export_boards
from tests.desktop.export.boards import TEMPLATE, board, row

ROWS = 100_000
TIMES = 3
COLUMNS = 12
LIMIT = 1.3
OPTIONS = ExportOptions(exporter="基准", at=0, kinds=frozenset({BoardKind.WORK}), top={}, movement=False)


def peak_kb() -> int:
    """Of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def ours(size: int, target: Path) -> tuple[float, int]:
    """Seconds and KB of the export."""
    from desktop.export import workbook  # so that loading libraries is on neither side

    assert workbook
    chance = random.Random(1)
    made = board(BoardKind.WORK, [row(BoardKind.WORK, place, chance) for place in range(1, size + 1)])
    before, began = peak_kb(), time.perf_counter()
    export_boards({BoardKind.WORK: made}, OPTIONS, target, TEMPLATE)
    return time.perf_counter() - began, peak_kb() - before


def bare(size: int, target: Path) -> tuple[float, int]:
    """Seconds and KB of openpyxl alone, given the same values."""
    from openpyxl import Workbook

    chance = random.Random(1)
    columns = columns_of(BoardKind.WORK, OPTIONS)
    assert len(columns) == COLUMNS
    rows = (row(BoardKind.WORK, place, chance) for place in range(1, size + 1))
    cells = [[column.value(one) for column in columns] for one in rows]
    before, began = peak_kb(), time.perf_counter()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("作品热榜")
    sheet.append([column.heading for column in columns])
    for values in cells:
        sheet.append(values)
    book.save(target)
    return time.perf_counter() - began, peak_kb() - before


def run(side: str, size: int) -> tuple[float, int]:
    """One side in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.export", side, str(size)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), int(told[1])


def main() -> None:
    """Prints the figures."""
    found: dict[str, list[tuple[float, int]]] = {"ours": [], "bare": []}
    for _ in range(TIMES):
        for side, results in found.items():
            results.append(run(side, ROWS))
    seconds = {side: statistics.median(took for took, _ in results) for side, results in found.items()}
    memory = {side: max(kb for _, kb in results) / 1024 for side, results in found.items()}
    print(f"export          {seconds['ours']:>8.2f} s   {memory['ours']:>8.1f} MB beyond its {ROWS:,} rows")
    print(f"                              {run('ours', ROWS // 10)[1] / 1024:>8.1f} MB beyond {ROWS // 10:,}")
    print(f"openpyxl alone  {seconds['bare']:>8.2f} s   {memory['bare']:>8.1f} MB")
    print(f"ratio           {seconds['ours'] / seconds['bare']:>8.2f}     (limit {LIMIT})")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            print(*{"ours": ours, "bare": bare}[sys.argv[1]](int(sys.argv[2]), Path(folder, "a.xlsx")))
    else:
        main()
