"""下载: the videos of claimed works that are not on this computer yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.media import Progress
from desktop.store.rows import MediaState, WorkRow
from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_bar, paint_box, paint_inner_ring, paint_text, text_width
from desktop.ui.queue_delegate import cropped
from desktop.ui.row_model import ROW_ROLE, Index, RowModel
from desktop.ui.theme import Theme, theme_of
from desktop.views.sync_centre.words import speed_text
from desktop.views.works.words import size_text

ROW, THUMB, PAD = 52, QSize(56, 32), 16
_ORDER: dict[MediaState, int] = {"downloading": 0, "failed": 1, "corrupt": 1}


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """`id` is the file's; `fraction` 0 … 1; `failed` rows can be fetched again."""

    id: str
    title: str
    poster_id: str | None
    size: str
    speed: str
    fraction: float
    state: str
    failed: bool = False


class Speeds:
    """Bytes per second of each download, from two looks at it."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, float]] = {}
        self._speed: dict[str, float] = {}

    def look(self, downloads: Sequence[Progress], seconds: float) -> None:
        """`seconds` by a clock that never jumps; looks less than half a second apart change nothing."""
        ids = {one.id for one in downloads}
        self._seen = {id_: seen for id_, seen in self._seen.items() if id_ in ids}
        self._speed = {id_: speed for id_, speed in self._speed.items() if id_ in ids}
        for one in downloads:
            have, at = self._seen.get(one.id, (one.have, seconds - 0.5))
            if seconds - at >= 0.5:
                if one.id in self._seen:
                    self._speed[one.id] = max(0, one.have - have) / (seconds - at)
                self._seen[one.id] = (one.have, seconds)

    def of(self, media_id: str) -> float:
        """Of one file; 0 when not known."""
        return self._speed.get(media_id, 0.0)

    @property
    def total(self) -> float:
        """Of all together."""
        return sum(self._speed.values())


def download_rows(
    works: Sequence[WorkRow],
    state_of: Callable[[str | None], MediaState],
    percent: Callable[[str], int],
    speeds: Speeds,
    paused: bool,
    away: bool,
) -> list[DownloadRow]:
    """What is missing: first what is coming now, then what failed, then in the order of the queue."""
    missing = [work for work in works if work.media_id and state_of(work.media_id) != "ready"]
    missing.sort(key=lambda work: _ORDER.get(state_of(work.media_id), 2))
    return [_row(work, state_of(work.media_id), percent(work.media_id or ""), speeds, paused, away) for work in missing]


def _row(work: WorkRow, state: MediaState, percent: int, speeds: Speeds, paused: bool, away: bool) -> DownloadRow:
    translate = QCoreApplication.translate
    media_id = work.media_id or ""
    speed = speeds.of(media_id)
    failed = state in ("failed", "corrupt")
    if state == "downloading":
        words = f"{percent}%"
    elif state == "corrupt":
        words = translate("Downloads", "Damaged · again")
    elif state == "failed":
        words = translate("Downloads", "Failed · again")
    elif paused:
        words = translate("Downloads", "Paused")
    elif away:
        words = translate("Downloads", "No network")
    else:
        words = translate("Downloads", "Queued")
    size = size_text(work.media_bytes) if work.media_bytes else ""
    return DownloadRow(
        media_id, work.title, work.poster_id, size, speed_text(speed) if state == "downloading" and speed else "",
        0.0 if failed else percent / 100, words, failed,
    )  # fmt: skip


class DownloadModel(RowModel[DownloadRow]):
    """The whole row under ROW_ROLE."""

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.size, row.speed, row.state) if part)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: "DownloadList", picture: Callable[[str], QPixmap | None]) -> None:
        super().__init__(view)
        self._view, self._picture = view, picture

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme_of().size(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DownloadRow = index.data(ROW_ROLE)
        theme, rect = theme_of(self._view), QRectF(option.rect)
        current = index == self._view.currentIndex()
        painter.save()
        by_keys = self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        focused = current and self._view.hasFocus()
        painter.fillRect(rect, theme.color("selected" if focused else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        self._paint_thumb(painter, theme, rect, row)
        left = self._paint_right(painter, theme, rect, row)
        start = rect.left() + PAD + THUMB.width() + 12
        words = QRectF(start, rect.top(), left - start - 12, rect.height())
        paint_text(painter, words, row.title, theme.font(13), theme.color("text"))
        if focused and by_keys:
            paint_inner_ring(painter, rect, theme.color("focus"))
        painter.restore()

    def _paint_thumb(self, painter: QPainter, theme: Theme, rect: QRectF, row: DownloadRow) -> None:
        top = rect.top() + round((rect.height() - THUMB.height()) / 2)
        place = QRectF(rect.left() + PAD, top, THUMB.width(), THUMB.height())
        picture = self._picture(row.poster_id) if row.poster_id else None
        if picture is None or picture.isNull():
            paint_box(painter, place, 4, theme.color("line"))
            paint_icon(painter, "works", theme.color("text3"), place.center().x() - 8, place.center().y() - 8, 16)
        else:
            device = painter.device()
            painter.drawPixmap(place.topLeft(), cropped(picture, THUMB, device.devicePixelRatioF() if device else 1.0))

    def _paint_right(self, painter: QPainter, theme: Theme, rect: QRectF, row: DownloadRow) -> float:
        """State, bar, size and speed from the right; the left edge of what was painted."""
        right, small, end = rect.right() - PAD, theme.font(12), Qt.AlignmentFlag.AlignRight
        wide = max(text_width(small, row.state), text_width(small, "100%")) + 1
        state = QRectF(right - max(wide, 52), rect.top(), max(wide, 52), rect.height())
        paint_text(painter, state, row.state, small, theme.color("no" if row.failed else "text2"), end)
        right_of_bar = right - 52 if row.failed else state.left()
        bar = QRectF(right_of_bar - 12 - 140, rect.center().y() - 3, 140, 6)
        if not row.failed:
            paint_bar(painter, bar, row.fraction, theme.color("line2"), theme.color("barAlt"))
        size = QRectF(bar.left() - 12 - 72, rect.top(), 72, rect.height())
        paint_text(painter, size, row.size, small, theme.color("text2"), end)
        if not row.speed:
            return size.left()
        speed = QRectF(size.left() - 80, rect.top(), 80, rect.height())
        paint_text(painter, speed, row.speed, small, theme.color("text3"), end)
        return speed.left()


class DownloadList(QListView):
    """A failed row is fetched again by a click on its state, by Enter, or from its menu."""

    again_wanted = Signal(str)

    def __init__(self, picture: Callable[[str], QPixmap | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DownloadModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self, picture))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Downloads"))
        self.activated.connect(self._again)

    def _again(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.failed:
            self.again_wanted.emit(row.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at_state = event.position().x() > self.viewport().width() - PAD - 90
        if event.button() == Qt.MouseButton.LeftButton and at_state:
            self._again(self.indexAt(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows.row_at(index)
        if row is None or not row.failed:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Download again"), lambda: self.again_wanted.emit(row.id))
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center()))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
