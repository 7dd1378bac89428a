"""The sign-in page: brand well left, form right, language and theme at the top."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.context import ShellContext
from desktop.demo import DemoAccount
from desktop.hotkeys import bind
from desktop.settings import LANGUAGE, THEME
from desktop.ui.card import Panel
from desktop.ui.dropdown import Dropdown
from desktop.views.sign_in.brand_well import COMPACT_WIDTH, BrandWell
from desktop.views.sign_in.demo_form import DemoForm
from desktop.views.sign_in.form import SignInForm

WELL_SHARE, WELL_MOST, COMPACT_WELL = 0.5, 720, 600


class SignInPage(QWidget):
    """`signed_in(Session)` when somebody is at the desk; `demo_wanted` and `demo_left` for the sample data."""

    signed_in = Signal(object)
    demo_wanted = Signal()
    demo_left = Signal()

    def __init__(self, context: ShellContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.well = BrandWell()
        self.form: SignInForm | None = None
        self.demo_form: DemoForm | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.well)
        row.addWidget(self._right_side(), 1)

    def activate(self) -> None:
        """Looks for the server and puts the focus into the first gap; called once the page is on screen."""
        if self.form is not None:
            self.form.server.probe()
            self.form.focus_first_gap()

    def take_over(self, old: "SignInPage | None") -> None:
        """What had been typed before the screens were built anew."""
        if old is None:
            return
        if self.form is not None and old.form is not None:
            self.form.offer(old.form.server.address(), old.form.account.text())
            self.form.password.setText(old.form.password.text())
            self.form.focus_first_gap()
        if self.demo_form is not None and old.demo_form is not None:
            self.demo_form.take_over(old.demo_form)

    def show_people(self, address: str, people: list[DemoAccount]) -> None:
        """The demo is up: whom one can sign in as."""
        if self.demo_form is not None:
            self.demo_form.show_people(address, people)

    def _right_side(self) -> QWidget:
        side = Panel("surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 14, 18, 46)  # as much below as above, so that the form is in the middle
        column.setSpacing(0)
        column.addLayout(self._choices())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.viewport().setAutoFillBackground(False)
        holder = QWidget()
        center = QHBoxLayout(holder)
        center.setContentsMargins(18, 4, 0, 4)
        center.addStretch()
        center.addWidget(self._make_form(), 0, Qt.AlignmentFlag.AlignVCenter)
        center.addStretch()
        scroll.setWidget(holder)
        holder.setAutoFillBackground(False)  # after setWidget, which turns it on
        column.addWidget(scroll, 1)
        return side

    def _make_form(self) -> QWidget:
        if self._context.demo:
            self.demo_form = DemoForm(self._context)
            self.demo_form.signed_in.connect(self.signed_in)
            self.demo_form.left.connect(self.demo_left)
            return self.demo_form
        self.form = SignInForm(self._context)
        self.form.signed_in.connect(self.signed_in)
        self.form.demo_wanted.connect(self.demo_wanted)
        bind("continue_offline", self, self.form.submit_offline)
        bind("try_demo", self, self.demo_wanted.emit)
        return self.form

    def _choices(self) -> QHBoxLayout:
        settings = self._context.settings
        language = Dropdown(quiet=True)
        language.setAccessibleName(self.tr("Language"))
        for code, name in (("zh_CN", "简体中文"), ("en", "English")):
            language.addItem(name, code)
        language.setCurrentIndex(language.findData(settings.get(LANGUAGE)))
        language.activated.connect(lambda row: settings.set(LANGUAGE, language.itemData(row)))
        theme = Dropdown(quiet=True)
        theme.setAccessibleName(self.tr("Appearance"))
        theme.addItem(self.tr("Appearance: system"), "system")
        theme.addItem(self.tr("Appearance: light"), "light")
        theme.addItem(self.tr("Appearance: dark"), "dark")
        theme.setCurrentIndex(theme.findData(settings.get(THEME)))
        theme.activated.connect(lambda row: settings.set(THEME, theme.itemData(row)))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch()
        row.addWidget(language)
        row.addWidget(theme)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_WIDTH
        self.well.setFixedWidth(COMPACT_WELL if compact else min(WELL_MOST, round(self.width() * WELL_SHARE)))
        self.well.set_compact(compact)
