"""Every screen in both languages: nothing untranslated in Chinese, nothing Chinese in English but what people wrote."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from contract.roles import Role
from desktop import settings as keys
from desktop.desk import Desk
from desktop.hotkeys import SCOPE_NAMES
from tests.desktop.shell.conftest import OpenDesk
from tests.desktop.shell.screen import SOON_MS, sign_in, window_of
from tests.server.world import World

I18N = Path(__file__).parents[3] / "resources" / "i18n"
HAN = re.compile(r"[\u4e00-\u9fff]")
OWN_NAMES = {"简体中文"}
"""A language is called by its own name."""


class Lookups(QTranslator):
    """Asked before the real translators; notes what the screens look up, and answers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: set[str] = set()

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        if not context.startswith("Q"):  # those are Qt's own texts, and what `tr` asks again for the base classes
            self.sources.add(source)
        return None  # type: ignore[return-value]  # "" would be a translation

    def isEmpty(self) -> bool:
        return False


def chinese_of() -> dict[str, set[str]]:
    """English source → its Chinese texts, over all contexts."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(I18N / "zh_CN.ts").getroot().iter("message"):
        texts = {form.text or "" for form in message.iter("numerusform")} or {message.findtext("translation", "")}
        found.setdefault(message.findtext("source", ""), set()).update(texts)
    return found


def seen_texts(root: QWidget) -> set[str]:
    """Everything a widget below `root` says, in words, tooltips and to a screen reader."""
    texts: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        texts |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.add(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            texts |= {widget.itemText(row) for row in range(widget.count())}
    return texts - {""}


def walk(qtbot: QtBot, desk: Desk) -> set[str]:
    """Opens every tab, the palette and the key sheet; all texts."""
    window = window_of(desk)
    texts = seen_texts(window)
    workspace = window.workspace
    for page_id in workspace.page_ids() if workspace else ():
        assert workspace is not None
        workspace.show_page(page_id)
        qtbot.waitUntil(lambda: window.isVisible())
        texts |= seen_texts(window)
    window.keys.open_palette()
    assert window.keys.popups is not None
    texts |= {command.title for command in window.keys.popups.palette.shown()}
    texts |= {command.group for command in window.keys.popups.palette.shown()} | seen_texts(window.keys.popups.palette)
    window.keys.popups.palette.dismiss()
    window.keys.popups.show_keys(tuple(SCOPE_NAMES))
    texts |= seen_texts(window.keys.popups.sheet)
    window.keys.popups.sheet.dismiss()
    return texts


@pytest.fixture
def people(world: World) -> dict[str, str]:
    """One for each role; works wait for review."""
    world.works(3)
    accounts = {role.value: f"{role.value}-1" for role in Role}
    for role, account in accounts.items():
        world.staff(Role(role), account)
    return accounts


@pytest.mark.parametrize("role", ["", *[role.value for role in Role]])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_screen_is_in_its_language(
    qtbot: QtBot, server: World, people: dict[str, str], desks: OpenDesk, language: str, role: str
) -> None:
    desk = desks()
    assert desk.profile is not None
    desk.profile.context.settings.set(keys.LANGUAGE, language)
    lookups = Lookups()
    QCoreApplication.installTranslator(lookups)
    try:
        if role:
            sign_in(qtbot, desk, server.url, people[role])
            online = "在线" if language == "zh_CN" else "Online"
            qtbot.waitUntil(lambda: window_of(desk).status_bar.item("network").text == online, timeout=SOON_MS)
        texts = walk(qtbot, desk)
    finally:
        QCoreApplication.removeTranslator(lookups)
    QApplication.processEvents()
    known = chinese_of()
    if language == "en":
        said = {text for text in texts if HAN.search(text)} - OWN_NAMES
        assert not {text for text in said if any(text in chinese for chinese in known.values())}
    else:
        words = {text for text in texts if re.search(r"[A-Za-z]{2}", text)}
        english = {text for text in words if text in known and text not in known[text]}
        assert not english, "shown in English"
    assert not lookups.sources - set(known), "looked up, but in no file"
