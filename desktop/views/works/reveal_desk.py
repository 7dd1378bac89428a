"""Showing the author's phone for a while."""

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import reveal
from desktop.views.works.phone_row import PhoneRow
from desktop.views.works.showing import Showing
from desktop.views.works.videos import Videos


class RevealDesk(QObject):
    """Asks the server and hands the answer to the row, unless another work is on screen by then."""

    def __init__(self, context: AppContext, row: PhoneRow, showing: Showing, videos: Videos) -> None:
        super().__init__(row)
        self._context, self._row, self._showing, self._videos = context, row, showing, videos
        row.reveal_wanted.connect(self._ask)

    def _ask(self) -> None:
        work_id = self._showing.work_id
        if not self._videos.online:
            self._row.failed(self.tr("This needs the network."))
            return

        def done(number: str) -> None:
            if work_id == self._showing.work_id:
                self._row.show_full(number)

        def failed(error: Exception) -> None:
            failure = explain(error)
            if failure is None:
                self._context.background.unhandled.emit(error)
            if work_id == self._showing.work_id:
                self._row.failed(failure.what if failure else self.tr("It could not be shown."))

        reveal.reveal_phone(self._context, work_id, done, failed, self)
