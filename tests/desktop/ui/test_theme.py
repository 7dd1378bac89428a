"""Tokens, contrast, switching while running, icons, the keyboard ring."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFocusFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.button import _LOOKS, Button
from desktop.ui.card import Panel
from desktop.ui.fields import TextField
from desktop.ui.icons import pixmap, tinted
from desktop.ui.labels import label
from desktop.ui.marks import StatusChip
from desktop.ui.painting import CHIPS
from desktop.ui.theme import RESOURCES, apply_theme, load_theme, style_sheet, theme_of
from tests.desktop.ui.pixels import color_at, picture, share_of

THEMES = ("light", "dark")


def luminance(color: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_ON = [
    *itertools.product(("text", "text2", "text3", "pending"), ("window", "surface", "surface2", "hover", "selected")),
    *((ink, tint) for ink, tint, _icon in CHIPS.values() if tint),
    *(("onAccent", fill) for fill in ("accent", "accentHover", "accentPress", "approve", "approveHover", "reject")),
    ("accentText", "surface"),
    ("text2", "rail"),
    ("rail", "text2"),
    ("no", "surface"),
    ("no", "noBg"),
    ("tipText", "tip"),
    *itertools.product(("wtext", "wtext2"), ("well", "well2", "well3")),
    *(("findingInk", fill) for fill in ("mwarn", "mblock", "minfo")),
]


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable(name: str) -> None:
    theme = load_theme(name)
    poor = {pair: round(contrast(*map(theme.color, pair)), 2) for pair in TEXT_ON}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_control_borders_and_focus_can_be_seen(name: str) -> None:
    theme = load_theme(name)
    for ink, back in (("control", "surface"), ("focus", "surface"), ("focus", "window"), ("wctl", "well2")):
        assert contrast(theme.color(ink), theme.color(back)) >= 3.0, (ink, back)


@pytest.mark.parametrize("name", THEMES)
def test_every_look_of_a_button_is_readable(name: str) -> None:
    theme = load_theme(name)
    for kind, (fill, hover, _press, _border, ink) in _LOOKS.items():
        for back in filter(None, (fill, hover)):
            assert contrast(theme.color(ink), theme.color(back)) >= 4.5, (kind, back)


def test_both_themes_fill_the_template_completely() -> None:
    template = (RESOURCES / "app.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{6}", template), "colours belong to tokens.json"
    light, dark = (style_sheet(load_theme(name)) for name in THEMES)
    assert "$" not in light + dark
    assert load_theme("light").tokens["surface"] in light
    assert load_theme("dark").tokens["surface"] in dark


def test_text_size_scales_fonts_and_rows() -> None:
    large = load_theme("light", 1.5)
    assert large.font(12).pixelSize() == 18
    assert large.size(40) == 60
    small = load_theme("light", 0.9)
    assert small.font(20).pixelSize() == 18
    assert small.size(40) == 40, "hit targets do not shrink"


def test_switching_repaints_what_is_on_screen(qtbot: QtBot, qapp: QApplication) -> None:
    panel = Panel("surface")
    column = QVBoxLayout(panel)
    words, button, chip = label("文字", "body"), Button("登录", "primary"), StatusChip("ok", "已通过")
    for widget in (words, button, chip):
        column.addWidget(widget)
    qtbot.addWidget(panel)
    panel.show()
    seen = {}
    for name in (*THEMES, "light"):
        apply_theme(qapp, load_theme(name))
        qtbot.wait_until(lambda name=name: theme_of(panel).name == name)
        theme, image = load_theme(name), picture(panel)
        assert color_at(image, 2, 2) == theme.color("surface").name()
        assert color_at(image, button.x() + 4, button.geometry().center().y()) == theme.color("accent").name()
        assert color_at(image, chip.x() + 4, chip.geometry().center().y()) == theme.color("okBg").name()
        seen[name] = share_of(picture(words), theme.color("text"))
        assert words.palette().windowText().color() == theme.color("text")
    assert seen["light"] > 0


def test_a_changed_theme_keeps_the_style_and_one_ring(qapp: QApplication) -> None:
    before = len(qapp.children())
    for name in (*THEMES, *THEMES):
        apply_theme(qapp, load_theme(name))
    assert len(qapp.children()) == before


def test_every_icon_file_is_drawn_in_the_asked_colour() -> None:
    names = sorted(path.stem for path in Path(RESOURCES, "icons").glob("*.svg"))
    assert len(names) > 60
    ink = QColor("#1A5A9E")
    for name in set(names) - {"brand"}:
        image = tinted(name, ink, 20, 2.0).toImage()
        assert image.width() == 40
        opaque = {
            image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255
        }
        assert opaque <= {ink.name()}, name
        assert any(image.pixelColor(x, y).alpha() > 100 for x in range(40) for y in range(40)), name


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    light = pixmap("check", "text", 16).toImage()
    apply_theme(qapp, load_theme("dark"))
    dark = pixmap("check", "text", 16).toImage()
    assert light != dark
    assert pixmap("check", "text", 16).cacheKey() == pixmap("check", "text", 16).cacheKey()


def frames(window: QWidget) -> list[QFocusFrame]:
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def test_the_ring_comes_with_the_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second, text = Button("一"), QCheckBox("二"), TextField()
    for widget in (first, second, text):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert frames(window) == []
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.wait_until(lambda: len(frames(window)) == 1)
    ring = frames(window)[0]
    assert ring.widget() is second
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
    image = picture(window)
    middle = ring.geometry().center().y()
    assert color_at(image, ring.x() + 0.5, middle) == theme_of().color("focus").name()
    assert color_at(image, ring.x() + 2.5, middle) == theme_of().color("window").name(), "one px of gap"
    QTest.mousePress(text, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(text, Qt.MouseButton.LeftButton)
    qtbot.wait_until(lambda: [frame.widget() for frame in frames(window)] == [text])
