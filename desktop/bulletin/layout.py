"""Where everything of a bulletin stands; both outputs are made from this."""

from typing import NamedTuple

from desktop.bulletin import words
from desktop.bulletin.board_table import TABLE_HEAD, board_table
from desktop.bulletin.content import TOP, Bulletin, Figure
from desktop.bulletin.forms import PAGE, Form, form_of
from desktop.bulletin.shapes import Box, Shape, Text, elided, left, right, width_of, wrapped

BAR, CHIP = 6.0, 20.0


class Sheet(NamedTuple):
    """A laid out bulletin."""

    width: float
    height: float
    shapes: list[Shape]


def sheet_of(bulletin: Bulletin, width: float = PAGE.width) -> Sheet:
    """Lay out for a width: an A4 page from 794 units on, else one column for phones."""
    form = form_of(width)
    shapes, y = _masthead(bulletin, form)
    figures, y = _figures(bulletin.figures, form, y)
    notes, notes_height = _notes(bulletin, form)
    if form.height:
        foot = form.height - form.margin * 0.7 - notes_height
        form = form._replace(row=_row_that_fills(form, foot - y))
    boards, y = _boards(bulletin, form, y)
    foot = form.height - form.margin * 0.7 - notes_height if form.height else y
    moved = [shape._replace(y=shape.y + foot) for shape in notes]
    height = form.height or foot + notes_height + form.margin
    return Sheet(form.width, height, [*shapes, *figures, *boards, *moved])


def _masthead(bulletin: Bulletin, form: Form) -> tuple[list[Shape], float]:
    x, end, title, week = form.margin, form.width - form.margin, form.title, form.week
    y = BAR + form.margin * 0.6
    over = form.small._replace(px=max(form.small.px, 11))
    scope = right(end, y + 8, bulletin.scope, over._replace(color="text", strong=True))
    campaign = left(x, y + 8, words.CAMPAIGN, over, scope.x - x - 8)
    baseline = y + 26 + title.px * 0.88
    named = words.week_name(bulletin.week)
    shapes: list[Shape] = [
        Box(0, 0, form.width, BAR, "accentBar"),
        campaign,
        scope,
        Text(x, baseline, words.TITLE, title),
        Text(end - width_of(named, week), baseline, named, week),
    ]
    dated, y = _dates(bulletin, form, y + 26 + title.px + 12)
    quiet = form.body._replace(color="text2")
    for text in wrapped(bulletin.revised, quiet, form.inner, 2 if form.height else 12):
        dated.append(left(x, y + 12, text, quiet, form.inner))
        y += quiet.px * 1.5
    y += 14
    return [*shapes, *dated, Box(x, y, form.inner, 1.5, "text")], y + 1.5 + 14


def _dates(bulletin: Bulletin, form: Form, y: float) -> tuple[list[Shape], float]:
    """First and last day, and as of when; beside each other where there is room."""
    x, step = form.margin, form.body.px * 1.6
    shapes: list[Shape] = []
    for text in wrapped(words.dates(bulletin.week), form.body, form.inner, 2):
        shapes.append(left(x, y + step / 2, text, form.body, form.inner))
        y += step
    if not bulletin.as_of:
        return shapes, y
    as_of = right(form.width - x, y - step / 2, bulletin.as_of, form.body._replace(color="text2"))
    if form.columns == 1:
        as_of = as_of._replace(x=x, y=as_of.y + step)
        y += step
    if bulletin.unsealed:
        shapes += _chip(form, as_of, y - step / 2)
    return [*shapes, as_of], y


def _chip(form: Form, beside: Text, middle: float) -> list[Shape]:
    word = form.small._replace(color="warn", strong=True)
    width = width_of(words.UNSEALED, word) + 16
    x = beside.x - width - 10 if form.columns > 1 else form.width - form.margin - width
    box = Box(x, middle - CHIP / 2, width, CHIP, "warnBg", radius=4)
    return [box, left(x + 8, middle, words.UNSEALED, word, width)]


def _figures(figures: list[Figure], form: Form, y: float) -> tuple[list[Shape], float]:
    if not figures:
        height = 48.0
        shapes: list[Shape] = [Box(form.margin, y, form.inner, height, "surface2", radius=6)]
        type = form.body._replace(color="text3")
        x = form.margin + (form.inner - width_of(words.NO_DATA, type)) / 2
        return [*shapes, left(x, y + height / 2, words.NO_DATA, type, form.inner)], y + height + form.gap
    if form.columns == 1:
        return _figure_rows(figures, form, y)
    height, cell = 90.0, form.inner / len(figures)
    shapes = [Box(form.margin, y, form.inner, height, "surface2", radius=6)]
    for index, figure in enumerate(figures):
        x, end = form.margin + index * cell + 18, form.margin + (index + 1) * cell - 18
        if index:
            shapes.append(Box(x - 18, y + 16, 1, height - 32, "line2"))
        shapes += [
            left(x, y + 20, figure.name, form.body._replace(color="text2"), cell),
            left(x, y + 46, figure.week, form.figure, end - x),
            left(x, y + 73, figure.change, form.small._replace(color="text"), cell),
            right(end, y + 73, figure.total, form.small),
        ]
    return shapes, y + height + form.gap


def _figure_rows(figures: list[Figure], form: Form, y: float) -> tuple[list[Shape], float]:
    row = 64.0
    shapes: list[Shape] = [Box(form.margin, y, form.inner, row * len(figures), "surface2", radius=6)]
    x, end = form.margin + 12, form.width - form.margin - 12
    for index, figure in enumerate(figures):
        middle = y + row * (index + 0.5)
        if index:
            shapes.append(Box(x, middle - row / 2, end - x, 0.75, "line2"))
        shapes += [
            left(x, middle - 9, figure.name, form.body._replace(strong=True), end - x),
            left(x, middle + 16, figure.total, form.small, end - x),
            right(end, middle - 9, figure.week, form.figure),
            right(end, middle + 16, figure.change, form.small._replace(color="text")),
        ]
    return shapes, y + row * len(figures) + form.gap


def _row_that_fills(form: Form, height: float) -> float:
    rows = height - 2 * (TABLE_HEAD + form.gap)
    return min(max(rows / (2 * TOP), form.row), form.row * 1.1)


def _boards(bulletin: Bulletin, form: Form, y: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for start in range(0, len(bulletin.sections), form.columns):
        beside = bulletin.sections[start : start + form.columns]
        ends = []
        for place, section in enumerate(beside):
            table, end = board_table(section, form, form.margin + place * (form.column + form.gutter), y)
            shapes += table
            ends.append(end)
        y = max(ends) + form.gap
    return shapes, y


def _notes(bulletin: Bulletin, form: Form) -> tuple[list[Shape], float]:
    """From 0 on, with their height."""
    shapes: list[Shape] = [Box(form.margin, 0, form.inner, 0.75, "line2")]
    type, y, step = form.small, 10.0, form.small.px * 1.5
    for note in bulletin.notes:
        for text in wrapped(note, type, form.inner, 4):
            shapes.append(left(form.margin, y + step / 2, text, type, form.inner))
            y += step
    meta = type._replace(color="text3")
    masked = right(form.width - form.margin, y + step / 2, words.MASKED, meta)
    issue = elided(f"{words.TITLE} · {words.week_name(bulletin.week)}", meta, masked.x - form.margin - 8)
    return [*shapes, left(form.margin, y + step / 2, issue, meta, form.inner), masked], y + step
