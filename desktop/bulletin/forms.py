"""The two forms of the bulletin: an A4 page and a column for phones."""

from typing import Final, NamedTuple

from desktop.bulletin.shapes import Type


class Form(NamedTuple):
    """Measures of one form; `height` 0 is as tall as needed, `columns` are those of boards and figures.

    `place`, `move` and `region` are widths, `name_lines` how many a name may take.
    """

    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    title: Type
    week: Type
    heading: Type
    figure: Type
    body: Type
    small: Type
    row: float
    gap: float
    place: float
    move: float
    region: float
    name_lines: int

    @property
    def inner(self) -> float:
        """Between the margins."""
        return self.width - 2 * self.margin

    @property
    def column(self) -> float:
        """Width of one board."""
        return (self.inner - self.gutter * (self.columns - 1)) / self.columns


PAGE: Final = Form(
    width=794,
    height=1123,
    margin=40,
    columns=2,
    gutter=28,
    title=Type(32, strong=True),
    week=Type(28, "accentText", strong=True),
    heading=Type(16, strong=True),
    figure=Type(26, strong=True),
    body=Type(12),
    small=Type(10, "text2"),
    row=29.5,
    gap=18,
    place=30,
    move=38,
    region=44,
    name_lines=1,
)
"""A4 at 96 units an inch."""
PHONE: Final = Form(
    width=360,
    height=0,
    margin=16,
    columns=1,
    gutter=0,
    title=Type(28, strong=True),
    week=Type(24, "accentText", strong=True),
    heading=Type(18, strong=True),
    figure=Type(24, strong=True),
    body=Type(14),
    small=Type(12, "text2"),
    row=42,
    gap=28,
    place=36,
    move=42,
    region=48,
    name_lines=2,
)
"""As wide as a phone; the picture has three pixels to a unit."""


def form_of(width: float) -> Form:
    """The form for a width."""
    return PAGE if width >= PAGE.width else PHONE
