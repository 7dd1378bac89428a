"""The parts of the timeline, painted on the dark viewer."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.painting import paint_box, paint_hatch, paint_text, text_width
from desktop.ui.theme import Theme
from desktop.ui.timeline_scale import LIMIT_MS, MARGIN_X, MARGIN_Y, OVERRUN_WIDTH, Scale, Sizes

_CENTER = Qt.AlignmentFlag.AlignHCenter


def clock(ms: int) -> str:
    """0:47."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


class Layout(NamedTuple):
    """Scale and heights together: rectangles in widget coordinates."""

    scale: Scale
    sizes: Sizes

    def top(self, row: int) -> float:
        """Upper edge of a row."""
        return MARGIN_Y + row * self.sizes.row

    def track(self, row: int, start: float, end: float) -> QRectF:
        """The track of a row between two x of the scale."""
        return QRectF(MARGIN_X + start, self.top(row) + self.sizes.lane, end - start, self.sizes.track)

    def overrun(self) -> QRectF:
        """What stands behind the limit on the last row."""
        start = self.scale.row_width
        return self.track(self.scale.rows - 1, start + 1, start + OVERRUN_WIDTH)

    def point(self, ms: int) -> QPointF:
        """Top of the track at a moment."""
        row, x = self.scale.place(ms)
        return QPointF(MARGIN_X + x, self.top(row) + self.sizes.lane)

    def moment(self, pos: QPointF) -> int:
        """The moment under a point."""
        return self.scale.moment(int((pos.y() - MARGIN_Y) // self.sizes.row), pos.x() - MARGIN_X)


def paint_rows(painter: QPainter, theme: Theme, layout: Layout) -> None:
    """Empty track, ruler, unused tail, limit, overrun: all that does not depend on the playhead."""
    scale = layout.scale
    for row, start, end in scale.pieces(0, scale.duration):
        painter.fillRect(layout.track(row, start, end), theme.color("wline"))
    faint = theme.color("wctl")
    faint.setAlphaF(0.4)
    for row, start, end in scale.pieces(scale.duration, LIMIT_MS):
        paint_hatch(painter, layout.track(row, start, end), faint, 9)
    for row in range(scale.rows):
        _paint_ruler(painter, theme, layout, row)
    if scale.duration > LIMIT_MS:
        _paint_overrun(painter, theme, layout)
    limit = layout.track(scale.rows - 1, scale.row_width, scale.row_width)
    painter.setPen(QPen(theme.color("wtext2"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(limit.left() - 0.5, limit.top() - 4), QPointF(limit.left() - 0.5, limit.bottom() + 4))


def _paint_ruler(painter: QPainter, theme: Theme, layout: Layout, row: int) -> None:
    scale, first = layout.scale, row * layout.scale.row_ms
    unit = scale.row_width / scale.row_ms
    every = 10_000 if unit * 10_000 >= 48 else 20_000
    top = layout.top(row) + layout.sizes.lane + layout.sizes.track + 2
    for ms in range(first, first + scale.row_ms, 5000):
        x = MARGIN_X + round((ms - first) * unit)
        labelled = ms % every == 0
        painter.fillRect(QRectF(x, top, 1, 5 if labelled else 3), theme.color("wctl"))
        if labelled:
            room = QRectF(x + 4, top, 60, layout.sizes.ruler - 2)
            paint_text(painter, room, clock(ms), theme.font(12), theme.color("wtext2"))


def _paint_overrun(painter: QPainter, theme: Theme, layout: Layout) -> None:
    rect, ink = layout.overrun(), theme.color("mblock")
    paint_hatch(painter, rect, ink, 8, 2)
    text = f"+{clock(layout.scale.duration - LIMIT_MS + 999)}"
    tag = QRectF(rect.left(), rect.top() - layout.sizes.lane + 1, rect.width(), layout.sizes.lane - 3)
    paint_box(painter, tag, 3, ink)
    paint_text(painter, tag, text, theme.font(11, True), theme.color("findingInk"), _CENTER)


def paint_loop(painter: QPainter, theme: Theme, layout: Layout, start: int, end: int | None) -> None:
    """The A–B region, or only A."""
    ink = theme.color("minfo")
    tint = QColor(ink)
    tint.setAlphaF(0.28)
    for row, a, b in layout.scale.pieces(start, end if end is not None else start):
        painter.fillRect(layout.track(row, a, b), tint)
        painter.fillRect(QRectF(layout.track(row, a, b).left(), layout.track(row, a, b).bottom(), b - a, 2), ink)
    for name, ms in (("A", start), ("B", end)):
        if ms is None:
            continue
        at = layout.point(ms)
        painter.fillRect(QRectF(round(at.x()), at.y(), 1, layout.sizes.track), ink)
        left = at.x() if name == "A" else at.x() - 14
        tag = QRectF(round(left), at.y() - 16, 15, 14)
        paint_box(painter, tag, 3, ink)
        paint_text(painter, tag, name, theme.font(11, True), theme.color("findingInk"), _CENTER)


def paint_flag(painter: QPainter, theme: Theme, layout: Layout, ms: int) -> None:
    """A flag the user set."""
    at, ink = layout.point(ms), theme.color("wtext")
    x = round(at.x()) + 0.5
    painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, at.y() - 14), QPointF(x, at.y() + layout.sizes.track))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    top = at.y() - 15
    points = ((0, 0), (11, 0), (8, 4), (11, 8), (0, 8))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in points]))


def paint_played(painter: QPainter, theme: Theme, layout: Layout, at: int) -> None:
    """The part behind the playhead."""
    fill, edge = theme.color("wave"), theme.color("waveOn")
    for row, start, end in layout.scale.pieces(0, at):
        rect = layout.track(row, start, end)
        painter.fillRect(rect, fill)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), edge)
    if at > LIMIT_MS:
        late = layout.overrun()
        late.setRight(layout.point(at).x())
        painter.fillRect(late, theme.color("mblock"))


def paint_playhead(painter: QPainter, theme: Theme, layout: Layout, at: int) -> None:
    """A white line with a handle above the track."""
    point, ink = layout.point(at), theme.color("playhead")
    x, top = round(point.x()), point.y() - 6
    painter.save()
    painter.fillRect(QRectF(x - 1, top, 2, layout.sizes.track + 12), ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("well2"), 1))
    painter.setBrush(ink)
    corners = ((-6, -4), (6, -4), (6, 1), (0, 7), (-6, 1))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in corners]))
    painter.restore()


def paint_hover(painter: QPainter, theme: Theme, layout: Layout, pos: QPointF, right_edge: float) -> None:
    """A thin line and the time under the pointer."""
    ms = layout.moment(pos)
    at = layout.point(ms)
    painter.fillRect(QRectF(round(at.x()), at.y(), 1, layout.sizes.track), theme.color("wtext2"))
    text = clock(ms)
    width = round(text_width(theme.font(12), text)) + 12.0
    left = min(max(2.0, at.x() - width / 2), right_edge - width - 2)
    bubble = QRectF(round(left), at.y() - 19, width, 17)
    paint_box(painter, bubble, 4, theme.color("tip"), theme.color("tipLine"))
    paint_text(painter, bubble.adjusted(-4, 0, 4, 0), text, theme.font(12), theme.color("tipText"), _CENTER)
