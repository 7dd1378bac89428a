"""One board of the bulletin: its heading, column names and first ten lines."""

from typing import Final, NamedTuple

from contract.boards import BoardKind
from desktop.bulletin import words
from desktop.bulletin.content import Line, Section
from desktop.bulletin.forms import Form
from desktop.bulletin.shapes import Box, Shape, Type, left, right, width_of, wrapped

HEADING, COLUMNS = 28.0, 22.0
TABLE_HEAD: Final = HEADING + COLUMNS
EMPTY_ROWS: Final = 3
PODIUM: Final = 3
GAP, PAD, THIN = 12.0, 8.0, 0.75
_NUMBERS: Final = f"{words.THIS_WEEK} / {words.IN_ALL}"


class Columns(NamedTuple):
    """Where the columns begin; numbers, the week's above those in all, are set to the `end`."""

    place: float
    move: float
    name: float
    numbers: float
    end: float


def board_table(section: Section, form: Form, x: float, y: float) -> tuple[list[Shape], float]:
    """The board with its left upper corner at (x, y), and where it ends."""
    about = right(x + form.column, y + 13, section.about, form.small)
    title = left(x, y + 12, words.BOARDS[section.kind], form.heading, form.column)
    if not section.lines:
        return [title, *_empty(form, x, y + HEADING)], y + TABLE_HEAD + form.row * EMPTY_ROWS
    columns = _columns(section, form, x)
    shapes: list[Shape] = [title, about, *_head(section, form, columns, x, y + HEADING)]
    most = max(max(line.week, line.last or 0) for line in section.lines)
    y += TABLE_HEAD
    for line in section.lines:
        row, height = _row(section.kind, line, form, columns, most, x, y)
        y += height
        shapes += [*row, Box(x, y - THIN, form.column, THIN, "line")]
    return shapes, y


def _empty(form: Form, x: float, y: float) -> list[Shape]:
    type = form.body._replace(color="text3")
    height = COLUMNS + form.row * EMPTY_ROWS
    middle = x + (form.column - width_of(words.NO_DATA, type)) / 2
    box = Box(x, y, form.column, height, "surface2", radius=6)
    return [box, left(middle, y + height / 2, words.NO_DATA, type, form.column)]


def _columns(section: Section, form: Form, x: float) -> Columns:
    weeks = [width_of(words.number(line.week), _strong(form)) for line in section.lines]
    totals = [width_of(_total(line), form.small) for line in section.lines]
    places = [width_of(str(line.place), _strong(form)) for line in section.lines]
    moves = [width_of(line.movement, form.body) for line in section.lines]
    place = x + PAD
    move = place + max(form.place, max(places) + PAD)
    name = move + max(form.move, max(moves) + PAD)
    end = x + form.column - PAD
    return Columns(place, move, name, end - max(width_of(_NUMBERS, form.small), *weeks, *totals), end)


def _total(line: Line) -> str:
    return f"{words.IN_ALL} {words.number(line.total)}"


def _strong(form: Form) -> Type:
    return form.body._replace(strong=True)


def _head(section: Section, form: Form, columns: Columns, x: float, y: float) -> list[Shape]:
    middle, small = y + COLUMNS / 2, form.small
    shapes: list[Shape] = [
        Box(x, y, form.column, COLUMNS, "surface2"),
        left(columns.place, middle, words.PLACE, small, form.place),
        left(columns.move, middle, words.MOVE, small, form.move),
        left(columns.name, middle, words.SUBJECTS[section.kind], small, columns.numbers - columns.name),
        right(columns.end, middle, _NUMBERS, small),
    ]
    return shapes + _legend(form, columns.name + form.region, middle) if section.kind is BoardKind.REGION else shapes


def _legend(form: Form, x: float, middle: float) -> list[Shape]:
    shapes: list[Shape] = []
    for word, color, hatched in ((words.THIS_WEEK, "barAlt", False), (words.LAST_WEEK, "barPrev", True)):
        width = width_of(word, form.small)
        shapes += [Box(x, middle - 4, 8, 8, color, hatched), left(x + 11, middle, word, form.small, width + 1)]
        x += 11 + width + 8
    return shapes


def _row(
    kind: BoardKind, line: Line, form: Form, columns: Columns, most: int, x: float, y: float
) -> tuple[list[Shape], float]:
    """The line with its height: more where a name takes more than one line."""
    name = form.body._replace(strong=line.place <= PODIUM)
    start = columns.name + (form.region if kind is BoardKind.REGION else 0)
    room = columns.numbers - GAP - start
    lines = 1 if kind is BoardKind.REGION else form.name_lines
    names = wrapped(line.name, name, room, lines) or [""]
    step, more = name.px * 1.4, name.px * 1.4 * (len(names) - 1)
    height = form.row + more
    middle = y + height / 2
    upper, lower = middle - form.row * 0.2, middle + form.row * 0.23
    shapes: list[Shape] = []
    if line.own:
        shapes += [Box(x, y, form.column, height, "selected"), Box(x, y, 3, height, "accentBar")]
    shapes += [
        left(columns.place, middle, str(line.place), name, form.column),
        left(columns.move, middle, line.movement, form.body._replace(color="text2"), form.column),
        right(columns.end, upper, words.number(line.week), _strong(form)),
        right(columns.end, lower, _total(line), form.small),
    ]
    if kind is BoardKind.REGION:
        shapes.append(left(columns.name, middle, line.name, name, form.region))
        return shapes + _bars(line, most, start, room, y, height), height
    for index, text in enumerate(names):
        shapes.append(left(start, upper - more / 2 + index * step, text, name, room))
    shapes.append(left(start, lower + more / 2, line.detail, form.small._replace(color="text3"), room))
    return shapes, height


def _bars(line: Line, most: int, x: float, width: float, y: float, row: float) -> list[Shape]:
    thick = row * 0.24
    shapes: list[Shape] = []
    if most > 0 and line.week > 0:
        color = "barNow" if line.own else "barAlt"
        shapes.append(Box(x, y + row / 2 - thick - 1, max(1.0, width * line.week / most), thick, color))
    if most > 0 and line.last is not None and line.last > 0:
        shapes.append(Box(x, y + row / 2 + 1, max(1.0, width * line.last / most), thick, "barPrev", hatched=True))
    return shapes
