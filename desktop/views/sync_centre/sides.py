"""The two sides of a conflict, next to each other."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.store.rows import ConflictRow, Side
from desktop.ui.card import Box
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import StatusChip
from desktop.views.status import clock_text
from desktop.views.works.last_decision import verdict_text
from desktop.views.works.particulars import reasons_text


class SideBox(Box):
    """Whose, when, verdict, reasons with their moments, text to the author, internal note, and what became of it."""

    def __init__(self, border: str) -> None:
        super().__init__(border=border)
        self._by = ElidedLabel("", "meta2")
        self._at = label("", "meta2")
        self.chip = StatusChip("plain", "")
        self._reasons = label("", "body", wrap=True)
        self._message = label("", "body", wrap=True)
        self._note = label("", "meta2", wrap=True)
        self._fate = label("", "meta", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._by, 1)
        head.addWidget(self._at)
        column.addLayout(head)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2)
        for part in (self._reasons, self._message, self._note, self._fate):
            column.addWidget(part)
        column.addStretch(1)

    def show_side(self, by: str, side: Side, confirmed: bool, fate: str, now_ms: int) -> None:
        """One decision."""
        approved = side.verdict == "approve"
        self._by.setText(by)
        self._at.setText(clock_text(side.at, now_ms))
        self.chip.set_state("ok" if approved else "no", verdict_text(side.verdict, confirmed))
        self.chip.show()
        reasons = reasons_text([(one.code, one.at_ms) for one in side.reasons])
        self._say(self._reasons, reasons or (_fits() if approved else ""))
        quoted, noted = QCoreApplication.translate("Sides", "“{0}”"), QCoreApplication.translate("Sides", "Note: {0}")
        self._say(self._message, quoted.format(side.message) if side.message else "")
        self._say(self._note, noted.format(side.note) if side.note else "")
        self._say(self._fate, fate)
        self._describe()

    def show_nobody(self, by: str, words: str) -> None:
        """Nobody has decided yet."""
        self._by.setText(by)
        self._at.setText("")
        self.chip.hide()
        self._say(self._reasons, words)
        for part in (self._message, self._note, self._fate):
            self._say(part, "")
        self._describe()

    def texts(self) -> list[str]:
        """What is shown, from the top."""
        parts = [self._by.text(), self._at.text(), "" if self.chip.isHidden() else self.chip.text]
        return [part for part in (*parts, *(one.text() for one in self._lines())) if part]

    def _lines(self) -> tuple[QLabel, ...]:
        return self._reasons, self._message, self._note, self._fate

    def _describe(self) -> None:
        self.setAccessibleName(", ".join(self.texts()))

    @staticmethod
    def _say(target: QLabel, text: str) -> None:
        target.setText(text)
        target.setVisible(bool(text))


def _fits() -> str:
    return QCoreApplication.translate("Sides", "Meets the requirements")


class Sides(QWidget):
    """Mine at the left, with the stronger border; theirs at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.mine, self.theirs = SideBox("control"), SideBox("line2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mine, 1)
        row.addWidget(self.theirs, 1)

    def show_conflict(self, row: ConflictRow, now_ms: int) -> None:
        """Both decisions of one conflict."""
        mine_fate = self.tr("Made too late; not in force, but kept")
        self.mine.show_side(self.tr("My decision"), row.mine, False, mine_fate, now_ms)
        if row.theirs is not None:
            self.theirs.show_side(row.theirs.by, row.theirs, True, self.tr("In force on the server"), now_ms)
        elif row.code == "version-mismatch":
            self.theirs.show_nobody(
                self.tr("On the server"),
                self.tr("The author changed the work before your decision arrived. The new version waits for review."),
            )
        elif row.code == "withdrawn":
            self.theirs.show_nobody(
                self.tr("On the server"),
                self.tr("It was taken back before your decision arrived. Nothing is to be done."),
            )
        elif row.subject_kind != "work":
            self.theirs.show_nobody(
                self.tr("On the server"), self.tr("The earlier decision was taken back; it waits for review again.")
            )
        else:
            self.theirs.show_nobody(
                self.tr("On the server"),
                self.tr("Your claim had ended and the work passed to somebody else, who has not decided yet."),
            )
