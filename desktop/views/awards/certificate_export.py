"""导出证书: all valid ones of the list as one PDF or a file each; progress, stopping, and how it ended."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.operations import award_certificates, certificates
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.labels import label
from desktop.ui.marks import ProgressBar
from desktop.ui.segments import Segment, Segments
from desktop.views.awards.asking import Asking
from desktop.views.awards.certificate_words import certificate_fault
from desktop.views.awards.feed import AwardsFeed
from desktop.views.boards.words import week_text

if TYPE_CHECKING:
    from contract.wire.awards import CertificateFacts
    from desktop.certificates.saving import Written

ONE_FILE, FILES = "one", "files"


class CertificateExport(QWidget):
    """Of the list that is chosen when it begins."""

    _moved = Signal(int, int)

    def __init__(self, context: AppContext, feed: AwardsFeed, asking: Asking) -> None:
        super().__init__()
        self._context, self._feed, self._asking = context, feed, asking
        self._stop = Event()
        self.form = Segments((Segment(ONE_FILE, self.tr("One PDF")), Segment(FILES, self.tr("A file each"))))
        self.form.setAccessibleName(self.tr("Files"))
        self.button = Button(self.tr("Export certificates…"), icon="pdf", key="Ctrl E")
        self.progress, self.stop_button = ProgressBar(), Button(self.tr("Stop"), size="small")
        self._count = label("", "meta2")
        self.banner = Banner("info", "")
        self.banner.hide()
        self._bar = QWidget()
        self._arrange()
        self.button.clicked.connect(self.ask)
        self.stop_button.clicked.connect(self._stop.set)
        self._moved.connect(self._show_progress)
        feed.opened.connect(self._other_list)

    @property
    def writing(self) -> bool:
        """Whether certificates are being written."""
        return self.button.busy

    def ask(self) -> None:
        """Where to, then writes them."""
        facts = self._feed.current
        if facts is None or self.writing:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog = QFileDialog(self, self.tr("Export certificates"))
        if self.form.current() == ONE_FILE:
            name = re.sub(r'[\\/:*?"<>|\s]+', "", f"证书_{facts.name}_第{facts.week}周.pdf")
            dialog.setNameFilter(self.tr("PDF (*.pdf)"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("pdf")
            dialog.setDirectory(str(folder))
            dialog.selectFile(name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.setDirectory(str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def write(self, target: Path) -> None:
        """All pages of the list first, as the server has them now, then the files."""
        facts = self._feed.current
        if facts is None:
            return
        one_file = self.form.current() == ONE_FILE
        self._stop.clear()
        self.banner.hide()
        self.button.set_busy(True, self.tr("Exporting…"))
        self._count.setText(self.tr("Reading the list…"))
        self.progress.set_fraction(0.0)
        self._bar.show()

        def got(found: list[CertificateFacts]) -> None:
            certificates.write_certificates(
                self._context, found, target, one_file, self._moved.emit, self._stop.is_set, self._written,
                self._failed, self,
            )  # fmt: skip

        award_certificates.all_valid(self._context, facts.id, got, self._failed, self)

    def _written(self, done: Written) -> None:
        self._idle()
        words = self.tr("%n certificate(s) written", "", done.written)
        self.banner.set_state("info", words, str(done.path))
        self.banner.show()

    def _failed(self, error: Exception) -> None:
        self._idle()
        fault = certificate_fault(error)
        if fault is None:
            told = self._asking.fault_or_bug(error)
            fault = told.what, told.do
        self.banner.set_state("error", *fault)
        self.banner.show()

    def _idle(self) -> None:
        self.button.set_busy(False)
        self._bar.hide()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.set_fraction(done / max(1, total))
        self._count.setText(self.tr("{0} of {1}").format(f"{done:,}", f"{total:,}"))

    def _other_list(self) -> None:
        if not self.writing and self._feed.current is not None:
            self.banner.hide()
            self.button.setAccessibleDescription(f"{self._feed.current.name} {week_text(self._feed.current.week)}")

    def _arrange(self) -> None:
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        for part, stretch in ((self.progress, 1), (self._count, 0), (self.stop_button, 0)):
            bar.addWidget(part, stretch)
        self._bar.hide()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("All valid ones"), "meta2"), 1)
        head.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for below in (self.banner, self._bar, self.button):
            column.addWidget(below)
