"""驳回原因: takes the inspector's place while the video keeps playing; also for registrations and memberships."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from contract.reasons import MESSAGE_MAX
from contract.review import Kind
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import IconLabel, label
from desktop.ui.marks import Line
from desktop.ui.theme import theme_of
from desktop.views.works.note_edit import NoteEdit
from desktop.views.works.notice_box import NoticeBox
from desktop.views.works.reason_list import ReasonList
from desktop.views.works.reject_draft import RejectDraft, code_of_digit
from desktop.views.works.scroll_pane import ScrollPane
from desktop.views.works.words import clock_text

PHRASES = {
    Kind.WORK: ("请去除水印", "请上传原始文件", "请用普通话讲述", "请重新录音", "请压缩到 2 分钟以内"),
    Kind.REGISTRATION: ("请重新上传清晰材料", "请按证书填写全称", "请补充加盖公章的证明"),
    Kind.MEMBERSHIP: ("请联系班组核对", "请改申请所在分会"),
}
"""Ready phrases for who is rejected; part of the notice, so always Chinese."""
_PROBLEMS = {
    "no-reason": QT_TRANSLATE_NOOP("RejectPanel", "Choose at least one reason."),
    "message-needed": QT_TRANSLATE_NOOP("RejectPanel", "“Other” needs a few words to the author."),
    "message-too-long": QT_TRANSLATE_NOOP("RejectPanel", "The text to the author is too long."),
    "unknown-reason": QT_TRANSLATE_NOOP("RejectPanel", "Choose at least one reason."),
}


class RejectPanel(Panel):
    """Shows and edits one RejectDraft; the page keeps the draft of each work."""

    changed = Signal(object)
    """The new RejectDraft."""
    confirmed = Signal()
    left = Signal()

    def __init__(
        self, playhead: Callable[[], int | None], kind: Kind = Kind.WORK, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent=parent)
        self._playhead, self._kind = playhead, kind
        self._draft = RejectDraft(kind=kind)
        self._title = self._phone = ""
        self._hints: dict[str, str] = {}
        self.reasons = ReasonList(kind)
        self.message, self.note = self._fields()
        self.sms = NoticeBox(self.tr("SMS to the author") if kind is Kind.WORK else self.tr("SMS to the applicant"))
        if kind is Kind.MEMBERSHIP:
            self.sms.hide()
        self.confirm = Button(self.tr("Reject"), "reject_filled", icon="x", key="Enter", size="decision")
        self.cancel = Button(self.tr("Cancel"), size="decision")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Line())
        column.addWidget(self._contents(), 1)
        column.addWidget(Line())
        column.addWidget(self._footer())
        self._connect()

    def _fields(self) -> tuple[NoteEdit, NoteEdit]:
        """Where words to who is rejected, and to colleagues, are written."""
        if self._kind is Kind.WORK:
            name, hint = self.tr("Words to the author"), self.tr("What to change, e.g. where the watermark is")
            inside = self.tr("For colleagues only; the author never sees it")
        else:
            name, hint = self.tr("Words to the applicant"), self.tr("What to change before sending it again")
            inside = self.tr("For colleagues only; the applicant never sees it")
        return NoteEdit(name, hint, single_line=True), NoteEdit(self.tr("Internal note"), inside)

    def open_with(self, draft: RejectDraft, title: str, phone: str, hints: dict[str, str]) -> None:
        """Shows the draft of a work; `phone` is masked, `hints` maps reason codes to the findings that match."""
        self._draft, self._title, self._phone, self._hints = draft, title, phone, hints
        self._set_text(self.message, draft.message)
        self._set_text(self.note, draft.note)
        self._tell("")
        self._refresh()

    def focus_reasons(self) -> None:
        """From here digits choose and Tab leads to the words."""
        self.tick()
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_digit(self, digit: int) -> None:
        """Toggles the reason of a digit key."""
        if code := code_of_digit(digit, self._kind):
            self._toggle(code)

    def insert_time(self) -> None:
        """Puts the playhead's time into the words to the author."""
        at_ms = self._playhead()
        if at_ms is None:
            return
        cursor = self.message.textCursor()
        cursor.insertText(f"{clock_text(at_ms)} ")
        self.message.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Follows the playhead on the 插入时间 button, while it can be seen."""
        if not self.isVisible():
            return
        at_ms = self._playhead()
        self._insert.setEnabled(at_ms is not None)
        self._insert.setText(self.tr("Insert {0}").format(clock_text(at_ms or 0)))

    def say_problem(self) -> bool:
        """Whether something keeps the draft from being sent; says what."""
        problem = self._draft.problem
        words = QCoreApplication.translate("RejectPanel", _PROBLEMS[problem]) if problem else ""
        self._tell(words)
        if problem == "message-needed":
            self.message.setFocus(Qt.FocusReason.OtherFocusReason)
        return problem is not None

    def set_compact(self, compact: bool) -> None:
        """Lower rows where the window is small."""
        self.reasons.set_compact(compact)
        self._phrases[-1].setVisible(not compact)
        self.note.set_lines(1 if compact else 2)

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme_of(self).size(56))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(label(self.tr("Reasons for rejection"), "title"))
        row.addStretch()
        self._back = Button(self.tr("Back"), "ghost", key="Esc", size="small")
        row.addWidget(self._back)
        return bar

    def _contents(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(4)
        hint = label(self._hint(), "meta", wrap=True)
        hint.setContentsMargins(8, 0, 8, 2)
        column.addWidget(hint)
        column.addWidget(self.reasons)
        notes = QVBoxLayout()
        notes.setContentsMargins(8, 6, 8, 0)
        notes.setSpacing(4)
        self._add_message(notes)
        self._add_note(notes)
        notes.addWidget(self.sms)
        column.addLayout(notes)
        column.addStretch(1)
        return ScrollPane(inner, (column,))

    def _hint(self) -> str:
        if self._kind is Kind.MEMBERSHIP:
            return self.tr("Digits choose, several are allowed; the applicant sees them.")
        return self.tr("Digits choose, several are allowed; the first one opens the SMS.")

    def _add_message(self, column: QVBoxLayout) -> None:
        self._message_name = label("", "caption")
        self._count = label("", "meta2")
        column.addLayout(_ends(self._message_name, self._count))
        column.addWidget(self.message)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        self._insert = Button("", icon="pend", size="small")
        self._insert.setToolTip(self.tr("Insert the time of the playhead (Alt+T)"))
        self._insert.clicked.connect(self.insert_time)
        chips.addWidget(self._insert)
        if self._kind is not Kind.WORK:
            self._insert.hide()
        self._phrases = [Button(phrase, size="small") for phrase in PHRASES[self._kind][:2]]
        for button in self._phrases:
            button.clicked.connect(partial(self._add_phrase, button.text()))
            chips.addWidget(button)
        self._more = Button(kind="ghost", icon="more", size="small")
        self._more.setAccessibleName(self.tr("More phrases"))
        self._more.setToolTip(self.tr("More phrases"))
        self._more.setFixedWidth(22)
        self._more.clicked.connect(self._open_phrases)
        chips.addWidget(self._more)
        chips.addStretch()
        column.addLayout(chips)

    def _open_phrases(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for phrase in PHRASES[self._kind][sum(not button.isHidden() for button in self._phrases) :]:
            menu.addAction(phrase, partial(self._add_phrase, phrase))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add_phrase(self, phrase: str) -> None:
        self._say(self._draft.with_phrase(phrase).message)

    def _add_note(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        name = label(self.tr("Internal note"), "caption")
        inside = label(self.tr("Seen by staff only"), "meta")
        row = _ends(name, inside)
        row.insertWidget(1, IconLabel("lock", "text3", 14))
        column.addLayout(row)
        column.addWidget(self.note)

    def _footer(self) -> QWidget:
        bar = QWidget()
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.cancel, 2)
        row.addWidget(self.confirm, 4)
        column.addLayout(row)
        return bar

    def _connect(self) -> None:
        self.reasons.toggled.connect(self._toggle)
        self.reasons.moment_removed.connect(lambda code: self._become(self._draft.without_moment(code)))
        self.message.textChanged.connect(self._message_changed)
        self.note.textChanged.connect(lambda: self._become(self._draft.noting(self.note.toPlainText())))
        for field in (self.message, self.note):
            field.confirmed.connect(self.confirmed)
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.left)
        self._back.clicked.connect(self.left)

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _toggle(self, code: str) -> None:
        self._become(self._draft.toggled(code, self._playhead()))

    def _message_changed(self) -> None:
        said = self._draft.saying(self.message.toPlainText())
        self._set_text(self.message, said.message)
        self._become(said)

    def _say(self, message: str) -> None:
        self._set_text(self.message, message)
        self._become(self._draft.saying(message))

    def _become(self, draft: RejectDraft) -> None:
        if draft == self._draft:
            return
        self._draft = draft
        if draft.problem is None:
            self._tell("")
        self._refresh()
        self.changed.emit(draft)

    @staticmethod
    def _set_text(field: NoteEdit, text: str) -> None:
        """Replaces the text only where it differs, so that the cursor and an input method stay."""
        if field.toPlainText() == text:
            return
        place = field.textCursor().position()
        field.blockSignals(True)
        field.setPlainText(text)
        field.blockSignals(False)
        cursor = field.textCursor()
        cursor.setPosition(min(place, len(text)))
        field.setTextCursor(cursor)

    def _refresh(self) -> None:
        draft = self._draft
        self.reasons.show_draft(draft, self._hints)
        needs = draft.needs_message
        self._message_name.setText(self._message_words(needs))
        self._count.setText(f"{len(draft.message)} / {MESSAGE_MAX}")
        self.confirm.setEnabled(bool(draft.codes))
        self.sms.show_draft(draft, self._title, self._phone)

    def _message_words(self, needed: bool) -> str:
        if self._kind is Kind.WORK:
            return self.tr("Words to the author (needed)") if needed else self.tr("Words to the author (optional)")
        return self.tr("Words to the applicant (needed)") if needed else self.tr("Words to the applicant (optional)")


def _ends(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(left)
    row.addStretch()
    row.addWidget(right)
    return row
