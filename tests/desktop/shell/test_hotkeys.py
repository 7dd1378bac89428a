"""The table of shortcuts, and how single keys behave beside text fields."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import hotkeys
from desktop.hotkeys import HOTKEYS, SCOPE_NAMES, bind, hotkey, in_scope, key_cap


def test_ids_are_unique_and_keys_are_spelt_as_qt_spells_them() -> None:
    assert len({item.id for item in HOTKEYS}) == len(HOTKEYS)
    for item in HOTKEYS:
        for keys in item.keys:
            assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) == keys, item.id
    assert sum(len(in_scope(scope)) for scope in SCOPE_NAMES) == len(HOTKEYS)


BY_WIDGETS = {"check", "escape", "note", "row_down", "row_up", "open_row"}
"""Keys of text fields, tables and pop-ups themselves, pressed in their own tests."""


def named_in(node: ast.AST) -> set[object]:
    """Keys of a table of slots, firsts of its pairs, and what bind, hotkey and _cap are asked for."""
    firsts: list[ast.expr | None] = []
    if isinstance(node, ast.Dict):
        firsts = node.keys
    elif isinstance(node, ast.Tuple):
        firsts = list(node.elts[:1])
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("bind", "hotkey", "_cap"):
        firsts = list(node.args[:1])
    return {first.value for first in firsts if isinstance(first, ast.Constant)}


def test_every_key_on_the_sheet_is_bound() -> None:
    named = set()
    for path in Path(hotkeys.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        if "desktop.hotkeys" in text or "PageKeys" in text:
            named |= {id_ for node in ast.walk(ast.parse(text)) for id_ in named_in(node)}
    assert {item.id for item in HOTKEYS} - named == BY_WIDGETS


@pytest.mark.parametrize(
    "scopes",
    [
        ("everywhere", "decide", "queue", "batch", "player"),
        ("everywhere", "decide", "queue", "documents"),
        ("everywhere", "decide", "lists"),
        ("everywhere", "awards"),
        ("everywhere", "reject"),
        ("login",),
    ],
)
def test_no_key_has_two_meanings_where_scopes_meet(scopes: tuple[str, ...]) -> None:
    taken: dict[str, str] = {}
    for item in HOTKEYS:
        if item.scope in scopes and item.id not in ("escape", "back"):
            for keys in item.keys:
                assert keys not in taken, f"{keys}: {item.id} and {taken[keys]}"
                taken[keys] = item.id


@pytest.mark.parametrize(
    ("keys", "cap"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl -"),
        ("Return", "Enter"),
        ("Shift+Left", "Shift ←"),
        ("?", "?"),
    ],
)
def test_key_caps(keys: str, cap: str) -> None:
    assert key_cap(keys) == cap


def test_a_single_key_acts_except_while_typing(qtbot: QtBot) -> None:
    window, pressed = QWidget(), []
    layout, field, other = QVBoxLayout(window), QLineEdit(), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(field)
    layout.addWidget(other)
    bind("approve", window, lambda: pressed.append("A"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"
    assert pressed == []
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_A)
    assert pressed == ["A"]
    assert hotkey("approve").caps() == ("A",)
