"""A folder for each tab, and what the window expects of a tab.

A tab is a `Page`: usually a QWidget subclass with `widget` returning itself. It is made by a factory of the table in
`views/pages.py` when it is shown first, with the AppContext as only argument.

    class WorksPage(QWidget):
        scopes = ("decide", "reject", "player")            # groups of hotkeys.py for the `?` sheet
        @property
        def widget(self) -> QWidget: return self
        def activate(self) -> None: ...                    # shown again: refresh what is stale, set the focus
        def commands(self) -> Sequence[Command]: ...       # for the palette (Ctrl+K), as of now

Optional methods, looked up by name:
    may_close() -> bool          asked before quit, sign-out, language change; False keeps the page
    deactivate() -> None         another tab is shown now (pause the video)
    regions() -> Sequence[QWidget]   stops of F6 / Shift+F6, left to right
    show_subject(id: str) -> None    context.navigation.go(page, id)
    subject() -> str             what show_subject gets when the screens have been built anew
    refresh() -> None            F5, beside the sync that F5 starts

Screens are built anew when the language changes, so there is no retranslating: put texts into widgets in `__init__`.
What changed in the store arrives by `context.changes.changed`; connect a bound method of the page to it.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.ui.palette import Command

__all__ = ["Command", "Page"]


def __getattr__(name: str) -> object:
    """`Command` is the palette's; the palette itself (20 ms) can wait until somebody asks for it."""
    if name == "Command":
        return import_module("desktop.ui.palette").Command
    raise AttributeError(name)


@runtime_checkable
class Page(Protocol):
    """What the window needs to show a tab."""

    scopes: tuple[str, ...]

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def activate(self) -> None:
        """The page has become the visible one."""

    def commands(self) -> "Sequence[Command]":
        """What can be done here now, for the palette; leave out what cannot."""
