"""The status bar while nobody is at the desk, and what it says all the time."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract import VERSION
from desktop.hotkeys import hotkey
from desktop.ui.status_bar import StatusBar, StatusItem

HIDDEN: Final = StatusItem()


def show_fixed(bar: StatusBar, demo: bool) -> None:
    """What never changes: the demo's banner or the version, the palette, the key sheet."""
    note = QCoreApplication.translate("Status", "Sample data, nothing is submitted") if demo else ""
    bar.set_item("note", StatusItem(note, "info", "pending", "pendingBg") if demo else HIDDEN)
    palette, keys = hotkey("palette"), hotkey("keys")
    bar.set_item(
        "commands",
        StatusItem(QCoreApplication.translate("Status", "Commands"), cap=palette.caps()[0], tip=palette.title()),
    )
    bar.set_item("keys", StatusItem(QCoreApplication.translate("Status", "Keys"), cap=keys.caps()[0], tip=keys.title()))


def show_signed_out(bar: StatusBar, demo: bool, reached: bool | None) -> None:
    """The bar of the sign-in page: what is known without a person. `reached` None while nothing has been asked."""
    for name in ("synced", "outbox", "conflicts", "claim", "cache"):
        bar.set_item(name, HIDDEN)
    show_fixed(bar, demo)
    if not demo:
        bar.set_item("note", StatusItem(QCoreApplication.translate("Status", "Version {0}").format(VERSION)))
    if reached is None:
        bar.set_item("network", StatusItem(QCoreApplication.translate("Status", "Not signed in"), "lock", strong=True))
    elif reached:
        bar.set_item(
            "network", StatusItem(QCoreApplication.translate("Status", "Online"), "wifi", "ok", "okBg", strong=True)
        )
    else:
        bar.set_item(
            "network",
            StatusItem(
                QCoreApplication.translate("Status", "Offline"), "cloudoff", "offline", "offlineBg", strong=True
            ),
        )
