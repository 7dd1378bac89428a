"""文件检查: findings first, then unremarkable facts, then what people must judge."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.labels import IconLabel, label
from desktop.ui.marks import Line
from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.theme import theme_of
from desktop.views.works.facts import Check, Finding


class _Badge(QWidget):
    """Number of a finding: square = needs a look, octagon = cannot play."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.blocking = False
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        ink, tint = ("no", "noBg") if self.blocking else ("warn", "warnBg")
        painter = QPainter(self)
        if self.blocking:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color(ink))
            painter.setBrush(theme.color(tint))
            corners = ((5, 0), (12, 0), (17, 5), (17, 12), (12, 17), (5, 17), (0, 12), (0, 5))
            painter.drawPolygon(QPolygonF([QPointF(x + 0.5, y + 0.5) for x, y in corners]))
        else:
            paint_box(painter, QRectF(self.rect()), 4, theme.color(tint), theme.color(ink))
        font = theme.font(11, True)
        paint_text(painter, QRectF(self.rect()), self._number, font, theme.color(ink), Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _FindingRow(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._badge = _Badge(number)
        self._title = label("", "strong", wrap=True)
        self._evidence = label("", "meta2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._evidence)
        row.addLayout(words, 1)

    def show_finding(self, finding: Finding) -> None:
        self._title.setText(finding.title)
        self._evidence.setText(finding.evidence)
        self._badge.blocking = finding.blocking
        self._badge.update()
        self.setAccessibleName(f"{finding.title}, {finding.evidence}")


class CheckGrid(QWidget):
    """Unremarkable facts with a ✓ in two columns."""

    PAD, ROW = 12, 22

    def __init__(self) -> None:
        super().__init__()
        self._checks: Sequence[Check] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Shows other facts."""
        self._checks = checks
        self.setAccessibleName("，".join(f"{check.label} {check.value}" for check in checks))
        self.setVisible(bool(checks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = (len(self._checks) + 1) // 2
        return QSize(240, rows * theme_of(self).size(self.ROW) + 2 * 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 6, theme.color("surface2"), theme.color("line"))
        row, room = theme.size(self.ROW), self.width() - 2 * self.PAD
        wanted = [26 + text_width(theme.font(12), check.label + check.value) for check in self._checks[::2]]
        half = max(room / 2, min(max(wanted, default=0) + 8, room * 0.62))
        for index, check in enumerate(self._checks):
            width = room - half if index % 2 else half - 4
            place = QRectF(self.PAD + index % 2 * half, 8 + index // 2 * row, width, row)
            paint_icon(painter, "check", theme.color("ok"), place.left(), round(place.center().y() - 7), 14)
            name = place.adjusted(18, 0, 0, 0)
            paint_text(painter, name, check.label, theme.font(12), theme.color("text3"))
            value = name.adjusted(text_width(theme.font(12), check.label) + 6, 0, 0, 0)
            paint_text(painter, value, check.value, theme.font(12), theme.color("text"))
        painter.end()


class FileChecks(QWidget):
    """The section; advice only."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("File check"), "strong"))
        head.addStretch()
        head.addWidget(label(self.tr("Advice only; people decide"), "meta"))
        column.addLayout(head)
        column.addSpacing(4)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        column.addLayout(self._findings)
        self._rows: list[tuple[_FindingRow, Line]] = []
        column.addSpacing(4)
        self.grid = CheckGrid()
        column.addWidget(self.grid)
        column.addSpacing(8)
        judge = QHBoxLayout()
        judge.setSpacing(8)
        judge.addWidget(IconLabel("rule", "text2", 14))
        judge.addWidget(label(self.tr("For people to judge: Mandarin · picture · theme"), "meta2", wrap=True), 1)
        column.addLayout(judge)

    def show_file(self, findings: Sequence[Finding], checks: Sequence[Check]) -> None:
        """Shows what was found about another file."""
        while len(self._rows) < len(findings):
            row, line = _FindingRow(len(self._rows) + 1), Line()
            self._rows.append((row, line))
            self._findings.addWidget(row)
            self._findings.addWidget(line)
        for index, (row, line) in enumerate(self._rows):
            row.setVisible(index < len(findings))
            line.setVisible(index < len(findings) - 1)
            if index < len(findings):
                row.show_finding(findings[index])
        self.grid.show_checks(checks)
