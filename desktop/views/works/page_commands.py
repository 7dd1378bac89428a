"""Keys and palette commands of the page, from one table each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.hotkeys import hotkey
from desktop.ui.palette import Command
from desktop.views.works.playback_keys import PageKeys, digit_shortcuts

if TYPE_CHECKING:
    from desktop.views.works.page import WorksPage


def bind_keys(page: WorksPage, keys: PageKeys) -> None:
    """Binds everything; the modes `decide`, `reject` and `conflict` are switched by the page."""
    controls, viewer = page.viewer.controls, page.viewer
    keys.bind("decide", {
        "approve": page.approve, "reject": page.open_reject, "skip": page.skip, "undo": page.undo,
        "next": lambda: page.go(1), "previous": lambda: page.go(-1), "claim": page.batch.claim,
        "search": page.queue.focus_search,
    })  # fmt: skip
    keys.bind("reject", {"confirm_reject": page.confirm_reject, "insert_time": page.reject_panel.insert_time})
    keys.add("reject", digit_shortcuts(page, page.reject_panel.press_digit))
    keys.bind("conflict", {"object": page.conflicts.object, "accept": page.conflicts.accept})
    keys.bind("always", {"back": page.step_back})
    keys.bind("player", {
        "play_pause": controls.toggle, "play_back": controls.backward, "play_forward": controls.forward,
        "back_1s": lambda: controls.seek_by(-1000), "forward_1s": lambda: controls.seek_by(1000),
        "back_skip": lambda: controls.skip(-1), "forward_skip": lambda: controls.skip(1),
        "frame_back": lambda: controls.step(-1), "frame_forward": lambda: controls.step(1),
        "to_start": lambda: controls.seek(0), "to_end": controls.to_end, "restart": controls.restart,
        "marker": controls.mark, "loop": controls.press_loop, "mute": controls.toggle_mute,
        "slower": lambda: controls.change_speed(-1), "faster": lambda: controls.change_speed(1),
        "timeline_rows": viewer.cycle_rows, "full_screen": page.toggle_full, "fit": viewer.toggle_view,
    })  # fmt: skip
    # elsewhere these move in lists
    keys.bind(
        "volume", {"louder": lambda: controls.change_volume(1), "quieter": lambda: controls.change_volume(-1)}, viewer
    )


def commands(page: WorksPage) -> list[Command]:
    """What can be done now, for the palette."""
    group, controls = QCoreApplication.translate("WorksPage", "Works"), page.viewer.controls
    offered = []
    if page.showing.decidable:
        offered += [
            ("approve", QCoreApplication.translate("WorksPage", "Approve"), "check", page.approve),
            ("reject", QCoreApplication.translate("WorksPage", "Reject…"), "x", page.open_reject),
            ("skip", QCoreApplication.translate("WorksPage", "Skip"), "skip", page.skip),
        ]
    if page.can_undo:
        offered.append(("undo", QCoreApplication.translate("WorksPage", "Undo the last decision"), "undo", page.undo))
    offered += [
        ("claim", QCoreApplication.translate("WorksPage", "Claim more works"), "plus", page.batch.claim),
        ("search", QCoreApplication.translate("WorksPage", "Search the queue"), "search", page.queue.focus_search),
        ("play_pause", QCoreApplication.translate("WorksPage", "Play or pause"), "play", controls.toggle),
        ("full_screen", QCoreApplication.translate("WorksPage", "Full-screen video"), "full", page.toggle_full),
        (
            "timeline_rows",
            QCoreApplication.translate("WorksPage", "Rows of the timeline"),
            "wave",
            page.viewer.cycle_rows,
        ),
    ]
    made = [Command(f"works.{id_}", text, group, icon, hotkey(id_).caps()[0], run) for id_, text, icon, run in offered]
    return [
        *made,
        Command(
            "works.renew",
            QCoreApplication.translate("WorksPage", "Renew the claim"),
            group,
            "refresh",
            "",
            page.batch.renew,
        ),
        Command(
            "works.release",
            QCoreApplication.translate("WorksPage", "Give back all undecided works…"),
            group,
            "outbox",
            "",
            page.batch.ask_to_release_all,
        ),
        Command(
            "works.fold",
            QCoreApplication.translate("WorksPage", "Fold the inspector"),
            group,
            "right",
            "",
            page.toggle_inspector,
        ),
    ]
