"""The settings page: who is at the desk, language and look, playback, cache, about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from contract import VERSION
from desktop import settings as keys
from desktop.context import AppContext
from desktop.ui.button import Button
from desktop.ui.card import Card, Panel, page_header
from desktop.ui.labels import ElidedLabel, FactRow, label
from desktop.ui.marks import Line
from desktop.views import Command
from desktop.views.roles import role_name
from desktop.views.settings_page.rows import SettingChoice, SettingRow, SettingSwitch

MOST_WIDTH = 1200
QUOTAS_GB = (1, 2, 5, 10, 20, 50)


class SettingsPage(Panel):
    """Every change holds at once; there is nothing to save."""

    scopes: tuple[str, ...] = ()

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        body = self._body()
        self._scroll.setWidget(body)
        self._scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)  # after setWidget, which turns it on
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(page_header(self.tr("Settings"), label(self.tr("Changes hold at once"), "meta")))
        outer.addWidget(self._scroll, 1)

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """Puts the focus on the first setting."""
        if self.language.isVisible():
            self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Sequence[Command]:
        """None beside those of the window."""
        return ()

    def _body(self) -> QWidget:
        """Two columns of cards."""
        columns = QWidget()
        columns.setMaximumWidth(MOST_WIDTH)
        pair = QHBoxLayout(columns)
        pair.setContentsMargins(16, 16, 16, 16)
        pair.setSpacing(12)
        for cards in ((self._person(), self._look(), self._about()), (self._playback(), self._data())):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
                column.addWidget(card)
            column.addStretch()
            pair.addLayout(column, 1)
        body = QWidget()
        middle = QHBoxLayout(body)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(columns, 1)
        middle.addStretch(0)
        return body

    def _person(self) -> Card:
        person = self._context.person
        copy = Button(self.tr("Copy address"), icon="copy", size="small")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(person.server))
        card = Card(self.tr("Server and account"), actions=(copy,), padding=16)
        card.body.setSpacing(4)
        for name, value in (
            (self.tr("Server"), person.server),
            (self.tr("Account"), person.account),
            (self.tr("Name"), person.label),
            (self.tr("Role"), role_name(person.role)),
        ):
            card.body.addWidget(FactRow(name, value, name_width=88))
        card.body.addWidget(label(self.tr("Another server: sign out, then enter its address."), "meta", wrap=True))
        return card

    def _look(self) -> Card:
        settings = self._context.settings
        self.language = SettingChoice(settings, keys.LANGUAGE, (("zh_CN", "简体中文"), ("en", "English")))
        themes = (("system", self.tr("Like the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        sizes = [(size, f"{size} %") for size in keys.TEXT_SIZES]
        return _card(
            self.tr("Language and appearance"),
            SettingRow(self.tr("Language"), self.tr("Messages to authors are always Chinese"), self.language),
            SettingRow(self.tr("Appearance"), "", SettingChoice(settings, keys.THEME, themes)),
            SettingRow(
                self.tr("Text size"), self.tr("Also Ctrl = and Ctrl −"), SettingChoice(settings, keys.TEXT_SIZE, sizes)
            ),
        )

    def _playback(self) -> Card:
        settings = self._context.settings
        speeds = [(speed, f"{speed:g}×") for speed in keys.SPEEDS]
        volumes = [(percent, f"{percent} %") for percent in range(0, 101, 10)]
        skips = [(seconds, self.tr("%n seconds", "", seconds)) for seconds in keys.SKIPS_S]
        return _card(
            self.tr("Playback"),
            SettingRow(self.tr("Speed at the start"), "", SettingChoice(settings, keys.SPEED, speeds)),
            SettingRow(self.tr("Volume"), "", SettingChoice(settings, keys.VOLUME, volumes)),
            SettingRow(
                self.tr("Skip"), self.tr("With Shift ← and Shift →"), SettingChoice(settings, keys.SKIP_S, skips)
            ),
            SettingRow(
                self.tr("Play the next work after a decision"),
                self.tr("Off: the next work is shown when you press N"),
                SettingSwitch(settings, keys.AUTO_ADVANCE),
            ),
            SettingRow(
                self.tr("Open works paused"),
                self.tr("Space starts to play"),
                SettingSwitch(settings, keys.START_PAUSED),
            ),
        )

    def _data(self) -> Card:
        settings, sync = self._context.settings, self._context.sync
        quotas = [(size, f"{size} GB") for size in QUOTAS_GB]
        offline = SettingSwitch(settings, keys.KEEP_OFFLINE)
        offline.toggled.connect(sync.keep_offline)
        return _card(
            self.tr("Cache and network"),
            SettingRow(
                self.tr("Space for videos"),
                self.tr("Only videos whose decision has been delivered make room for new ones"),
                SettingChoice(settings, keys.QUOTA_GB, quotas),
            ),
            SettingRow(self.tr("Keep offline"), self.tr("Stops all traffic; decisions wait in the outbox"), offline),
        )

    def _about(self) -> Card:
        logs = self._context.paths.logs
        show = Button(self.tr("Open the log folder"), icon="folder", size="small")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))))
        card = Card(self.tr("About"), actions=(show,), padding=16)
        card.body.setSpacing(4)
        card.body.addWidget(FactRow(self.tr("Version"), VERSION, name_width=88))
        folder = ElidedLabel(
            self.tr("Data of this computer: {0}").format(self._context.paths.profile), "meta", middle=True
        )
        card.body.addWidget(folder)
        card.body.addWidget(label(self.tr("Logs hold no names, phone numbers or passwords."), "meta", wrap=True))
        return card


def _card(title: str, *rows: SettingRow) -> Card:
    card = Card(title)
    for place, row in enumerate(rows):
        if place:
            card.body.addWidget(Line())
        card.body.addWidget(row)
    return card
