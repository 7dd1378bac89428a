"""Parts of the detail: sign, fields with what was changed, contact, look-alikes, changes of a correction."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.store.registrations import ChangeLine, LookAlikeLine
from desktop.ui.button import Button
from desktop.ui.labels import ElidedLabel, IconLabel, label
from desktop.ui.marked_label import MarkedLabel, Spans, differing
from desktop.ui.marks import Line, StatusChip
from desktop.ui.queue_delegate import cropped
from desktop.ui.theme import theme_of
from desktop.views.organizations.queue_rows import paint_sign
from desktop.views.organizations.words import day_text, field_name, field_value, kind_text, state_words, why_text
from desktop.views.works.phone_row import SHOWN_S

NAME_WIDTH, SIGN = 88, 64


class Sign(QWidget):
    """The logo, or a letter in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._picture, self._letter = QPixmap(), ""
        self.setFixedSize(SIGN, SIGN)

    def show_sign(self, picture: QPixmap | None, letter: str) -> None:
        """Another organization's."""
        self._picture, self._letter = picture or QPixmap(), letter
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            paint_sign(painter, theme_of(self), QRectF(self.rect()), self._letter)
        else:
            painter.drawPixmap(0, 0, cropped(self._picture, QSize(SIGN, SIGN), self.devicePixelRatioF()))
        painter.end()


class FieldRow(QWidget):
    """A name, a value that wraps, and what was noticed about it at the right; a line below."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.value = MarkedLabel()
        self._icon = IconLabel("history", "warn", 14)
        self._aside = label("", "warn")
        name = label(field_name(field), "secondary")
        name.setFixedWidth(theme_of(self).size(NAME_WIDTH))
        inside = QHBoxLayout()
        inside.setContentsMargins(0, 6, 0, 6)
        inside.setSpacing(4)
        inside.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.value, 1)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(Line())
        self.setMinimumHeight(theme_of(self).size(32))

    def show_value(self, value: str, before: str | None) -> None:
        """`before` is what stood there in the round before, None when it has not changed."""
        spans = Spans() if before is None else differing(value, before)
        self.value.show_text(value, spans)
        self._icon.setVisible(before is not None)
        self._aside.setVisible(before is not None)
        if before is not None:
            self._aside.setText(self.tr("Changed"))
            self._aside.setToolTip(self.tr("Before: {0}").format(before))


class ContactBox(QWidget):
    """Name and mobile of the contact: masked, in full for 20 s after an audited reveal."""

    reveal_wanted = Signal()
    hidden = Signal()
    """The time is over: whatever was shown in full elsewhere goes as well."""

    def __init__(self) -> None:
        super().__init__()
        self._masked = ("", "")
        self._left_s = 0
        self.name, self.phone = label(""), label("")
        self.reveal = Button(self.tr("Show"), "link", icon="eye", size="small")
        self.reveal.setToolTip(self.tr("Shows contact and numbers for 20 s; the server notes who looked"))
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rest = label("", "meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for field, value in (("contact_name", self.name), ("contact_phone", self.phone)):
            name = label(field_name(field), "secondary")
            name.setFixedWidth(theme_of(self).size(NAME_WIDTH if field == "contact_name" else 56))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(name)
            row.addWidget(value)
            row.addSpacing(24)
        row.addStretch(1)
        row.addWidget(self.rest)
        row.addWidget(self.reveal)
        self.setMinimumHeight(theme_of(self).size(32))
        self.reveal.clicked.connect(self._ask)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    @property
    def revealed(self) -> bool:
        """Whether names and numbers are shown in full now."""
        return self._timer.isActive()

    def show_masked(self, name: str, phone: str) -> None:
        """Another contact; whatever was revealed is gone."""
        self._timer.stop()
        self._masked = name, phone
        self.name.setText(name)
        self.phone.setText(phone)
        self.rest.setText("")
        self.reveal.set_busy(False)
        self.reveal.show()

    def show_full(self, name: str, phone: str) -> None:
        """For 20 s."""
        self.reveal.set_busy(False)
        self.reveal.hide()
        self.name.setText(name)
        self.phone.setText(phone)
        self._left_s = SHOWN_S
        self._say_rest()
        self._timer.start()

    def failed(self, why: str) -> None:
        """The server did not answer or refused."""
        self.reveal.set_busy(False)
        self.rest.setText(why)

    def _ask(self) -> None:
        self.reveal.set_busy(True)
        self.rest.setText("")
        self.reveal_wanted.emit()

    def _tick(self) -> None:
        self._left_s -= 1
        if self._left_s > 0:
            self._say_rest()
        else:
            self.show_masked(*self._masked)
            self.hidden.emit()

    def _say_rest(self) -> None:
        self.rest.setText(self.tr("hidden in %n s", "", self._left_s))


class LookAlikeRow(QWidget):
    """Name, why, when, state; a click compares."""

    clicked = Signal()

    def __init__(self, line: LookAlikeLine) -> None:
        super().__init__()
        name = ElidedLabel(line.name)
        self.date = label(day_text(line.at), "meta2")
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addWidget(name, 1)
        row.addWidget(label(why_text(line), "warn"))
        row.addWidget(self.date)
        row.addWidget(StatusChip(*state_words(line.state)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Line())
        self.setToolTip(kind_text(line))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{line.name}，{why_text(line)}，{state_words(line.state)[1]}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class ChangeList(QWidget):
    """What the correction says otherwise than the round before: old above new, differing characters marked."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.reasons = label("", "warn", wrap=True)
        self._column.addWidget(self.reasons)
        self._rows: list[QWidget] = []

    def show_changes(self, reasons: str, changes: Sequence[ChangeLine]) -> None:
        """`reasons` are those of the rejection that the correction answers."""
        for row in self._rows:
            row.hide()  # deleting waits for the event loop
            row.deleteLater()
        self._rows = [self._row(change) for change in changes]
        for row in self._rows:
            self._column.addWidget(row)
        self.reasons.setText(reasons)
        self.reasons.setVisible(bool(reasons))

    def _row(self, change: ChangeLine) -> QWidget:
        before, after = (field_value(change.field, value) for value in (change.before, change.after))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        name = label(field_name(change.field), "secondary")
        name.setFixedWidth(theme_of(self).size(NAME_WIDTH))
        inside.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        values = QVBoxLayout()
        values.setSpacing(2)
        for value, other, role in ((before, after, "meta2"), (after, before, "body")):
            words = MarkedLabel(role=role)
            words.show_text(value or self.tr("(empty)"), differing(value, other))
            values.addWidget(words)
        inside.addLayout(values, 1)
        row.setAccessibleName(self.tr("{0}: before {1}, now {2}").format(field_name(change.field), before, after))
        return row
