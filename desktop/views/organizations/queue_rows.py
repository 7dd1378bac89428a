"""Registrations as rows of the queue: sign, name, region and time, and what stands out about each."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from contract.regions import short_region
from desktop.store.registrations import RegistrationRow
from desktop.ui.painting import CHIPS, paint_box, paint_text
from desktop.ui.queue_delegate import MediaDelegate, MediaRow, cropped
from desktop.ui.row_model import Index
from desktop.ui.theme import Theme, theme_of
from desktop.views.organizations.words import chip_of, round_text, when_text

HEIGHT, SIGN = 60, 36
SHADES = ("barAlt", "pending", "ok", "conflict", "text2")


def sign_of(name: str) -> str:
    """The character that stands for an organization without a logo: past the place it begins with."""
    return next((letter for letter in name[2:] if letter not in "市区县省第一二三"), name[:1])


def queue_row(row: RegistrationRow, conflict: bool, decidable: bool, segment: str, now_ms: int) -> MediaRow:
    """`segment` says whether the state has to be told."""
    translate = QCoreApplication.translate
    kind, word = chip_of(row, conflict)
    note, icon, ink = "", "", "text3"
    if kind in ("conflict", "queued") or segment == "all" or not decidable:
        ink, _, icon = CHIPS[kind]
        note = word
    elif row.look_alikes:
        note = translate("Organizations", "Alike {0}").format(len(row.look_alikes))
        icon, ink = "warn", "warn"
    elif row.round > 1:
        note, icon, ink = round_text(row.round), "history", "text2"
    moment = row.decided_at if segment in ("approved", "rejected") and row.decided_at else row.submitted_at
    second = f"{short_region(row.region)} · {when_text(moment, now_ms)}"
    return MediaRow(
        id=row.id, title=row.name, line2=second, thumb=f"{row.logo_id or ''} {sign_of(row.name)}", note=note,
        short_note=note, note_icon=icon, note_ink=ink, dimmed=segment == "pending" and not decidable,
        spoken="，".join(part for part in (row.name, word, second, note) if part),
    )  # fmt: skip


class RegistrationDelegate(MediaDelegate):
    """Rows of 60 px with a square sign and two lines; `thumb` is the logo's id and the letter in its place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme_of(self._view).size(HEIGHT))

    def _thumb_rect(self, rect: QRectF) -> QRectF:
        return QRectF(rect.left() + 16, rect.top() + round((rect.height() - SIGN) / 2), SIGN, SIGN)

    def _paint_thumb(self, painter: QPainter, theme: Theme, rect: QRectF, row: MediaRow) -> None:
        logo, _, letter = row.thumb.partition(" ")
        painter.save()
        painter.setOpacity(0.45 if row.dimmed else 1.0)
        picture = self._pictures(logo) if logo else None
        if picture is not None and not picture.isNull():
            device = painter.device()
            size = rect.size().toSize()
            painter.drawPixmap(rect.topLeft(), cropped(picture, size, device.devicePixelRatioF() if device else 1.0))
        else:
            paint_sign(painter, theme, rect, letter)
        painter.restore()

    def _paint_words(self, painter: QPainter, theme: Theme, rect: QRectF, row: MediaRow) -> None:
        scale = rect.height() / HEIGHT

        def line(center: float) -> QRectF:
            return QRectF(rect.left(), rect.top() + center * scale - 10, rect.width(), 20)

        paint_text(painter, line(20), row.title, theme.font(13), theme.color("text3" if row.dimmed else "text"))
        second = line(41)
        taken = self._paint_right(painter, theme, second, row.note, row.note_icon, row.note_ink)
        ink = theme.color("text3" if row.dimmed else "text2")
        paint_text(painter, second.adjusted(0, 0, -taken, 0), row.line2, theme.font(12), ink)


def paint_sign(painter: QPainter, theme: Theme, rect: QRectF, letter: str) -> None:
    """A square with a letter, where there is no logo (yet); its shade follows the letter."""
    shade = theme.color(SHADES[ord(letter[:1] or "?") % len(SHADES)])
    paint_box(painter, rect, 4 if rect.width() < 48 else 6, shade)
    size = 16 if rect.width() < 48 else 28
    paint_text(painter, rect, letter, theme.font(size, True), theme.color("surface"), Qt.AlignmentFlag.AlignHCenter)
