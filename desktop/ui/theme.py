"""Colours, type and sizes of the two themes, and how a running application takes one on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.style import DeskStyle, FocusRing

ThemeName = Literal["light", "dark"]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILIES = ["Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "sans-serif"]
TYPE_SIZES = (11, 12, 13, 14, 15, 16, 18, 20, 24, 28)
_shown: "list[Theme]" = []


@dataclass(frozen=True)
class Theme:
    """One set of colours with the text size chosen by the user (`text_scale` 0.9 … 1.5)."""

    name: ThemeName
    tokens: Mapping[str, str] = field(repr=False, hash=False, compare=False)
    text_scale: float = 1.0

    def color(self, token: str) -> QColor:
        """The colour of a token, viewer and floating tokens included; KeyError for an unknown one."""
        return QColor(_color(self.tokens[token]))

    def font(self, px: int = 13, strong: bool = False) -> QFont:
        """The interface font at a design size in px, 400 or 600; shared, so not to be changed."""
        return _font(self.text_px(px), strong)

    def text_px(self, px: int) -> int:
        """A text size in px after the user's scale."""
        return max(9, round(px * self.text_scale))

    def size(self, px: int) -> int:
        """A height that has to hold text: grows with large text, never shrinks below the design."""
        return round(px * max(1.0, self.text_scale))


@lru_cache
def _color(value: str) -> QColor:
    return QColor(value)


@lru_cache
def _font(pixels: int, strong: bool) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@lru_cache
def _tokens(name: ThemeName) -> Mapping[str, str]:
    sets = json.loads((RESOURCES / "themes" / "tokens.json").read_text("utf-8"))
    return {**sets[name], **sets["viewer"]}


@lru_cache
def load_theme(name: ThemeName, text_scale: float = 1.0) -> Theme:
    """The theme called `light` or `dark`."""
    return Theme(name, _tokens(name), text_scale)


def theme_of(_widget: QObject | None = None) -> Theme:
    """The theme the application shows now (light until one was applied)."""
    return _shown[-1] if _shown else load_theme("light")


def apply_theme(app: QApplication, theme: Theme, text_scale: float | None = None) -> None:
    """Put on a theme, at the start or while running: every widget gets a style change and repaints."""
    if text_scale is not None and text_scale != theme.text_scale:
        theme = load_theme(theme.name, text_scale)
    if app.findChild(QObject, DeskStyle.NAME) is None:
        style = DeskStyle(theme_of)
        app.setStyle(style)
        style.setParent(app)
        FocusRing(app)
    _shown[:] = [theme]
    app.setPalette(_palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))
    ring = app.findChild(FocusRing)
    if ring is not None:  # Qt hides its frame on a style change
        ring.follow(None, app.focusWidget())


def style_sheet(theme: Theme) -> str:
    """resources/app.qss with the theme's colours and sizes filled in; KeyError for a stray placeholder."""
    sizes = {f"px{px}": f"{theme.text_px(px)}px" for px in TYPE_SIZES}
    heights = {f"h{px}": f"{theme.size(px)}px" for px in (30, 32, 34, 44)}
    return Template((RESOURCES / "app.qss").read_text("utf-8")).substitute(theme.tokens, **sizes, **heights)


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    tokens = {
        roles.Window: "window", roles.Base: "surface", roles.AlternateBase: "surface2", roles.Button: "surface",
        roles.WindowText: "text", roles.Text: "text", roles.ButtonText: "text", roles.BrightText: "onAccent",
        roles.Highlight: "focus", roles.HighlightedText: "surface", roles.PlaceholderText: "text3",
        roles.Link: "pending", roles.LinkVisited: "pending", roles.Mid: "line2", roles.Dark: "control",
        roles.Midlight: "line", roles.Light: "surface", roles.ToolTipBase: "tip", roles.ToolTipText: "tipText",
        roles.Accent: "focus",
    }  # fmt: skip
    palette = QPalette()
    for role, token in tokens.items():
        palette.setColor(role, theme.color(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    return palette
