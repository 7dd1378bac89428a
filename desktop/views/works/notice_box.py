"""The SMS that a rejection would send, as it will be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.card import Box
from desktop.ui.labels import ElidedLabel, IconLabel, label
from desktop.views.works.reject_draft import RejectDraft


class NoticeBox(QWidget):
    """Head with length and parts, the text, and to whom it goes."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.length = ElidedLabel("", "meta2")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(IconLabel("sms", "text2", 14))
        head.addSpacing(2)
        head.addWidget(label(title, "caption"))
        head.addStretch()
        head.addWidget(self.length)
        box = Box("surface2", "line")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 8, 12, 8)
        self.words = label("", "caption", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(IconLabel("phone", "text3", 14))
        self._where = label("", "meta", wrap=True)
        foot.addWidget(self._where, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(box)
        column.addLayout(foot)

    def show_draft(self, draft: RejectDraft, title: str, phone: str) -> None:
        """What the draft would send about the subject of this title; `phone` is masked."""
        if draft.codes:
            text = draft.sms(title)
            self.words.setText(text)
            parts = self.tr("sent as %n SMS", "", draft.sms_parts(title))
            self.length.setText(self.tr("{0} characters · {1}").format(len(text), parts))
        else:
            self.words.setText(self.tr("It is written when a reason is chosen."))
            self.length.setText("")
        self._where.setText(self.tr("{0} · sent after the server confirmed, not if undone").format(phone))
