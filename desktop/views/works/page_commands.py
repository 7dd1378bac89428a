"""Keys and palette commands of the page, from one table each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from desktop.hotkeys import hotkey
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.palette import Command
from desktop.views.works.playback_keys import PageKeys, digit_shortcuts

if TYPE_CHECKING:
    from desktop.views.works.review import Review


def bind_keys(review: Review, keys: PageKeys) -> None:
    """Binds all but what the queue needs; the modes `decide`, `reject` and `conflict` are switched by the review."""
    controls, viewer = review.viewer.controls, review.viewer
    keys.bind("decide", {
        "approve": review.approve, "reject": review.open_reject, "skip": review.skip, "undo": review.undo,
        "next": lambda: review.go(1), "previous": lambda: review.go(-1),
    })  # fmt: skip
    keys.bind(
        "reject", {"confirm_reject": review.confirm_reject, "insert_time": lambda: review.reject_panel.insert_time()}
    )
    keys.add("reject", digit_shortcuts(review.page, lambda digit: review.reject_panel.press_digit(digit)))
    keys.bind("conflict", {"object": review.conflicts.object, "accept": review.conflicts.accept})
    keys.bind("always", {"back": review.step_back})
    keys.bind("player", {
        "play_pause": controls.toggle, "play_back": controls.backward, "play_forward": controls.forward,
        "back_1s": lambda: controls.seek_by(-1000), "forward_1s": lambda: controls.seek_by(1000),
        "back_skip": lambda: controls.skip(-1), "forward_skip": lambda: controls.skip(1),
        "frame_back": lambda: controls.step(-1), "frame_forward": lambda: controls.step(1),
        "to_start": lambda: controls.seek(0), "to_end": controls.to_end, "restart": controls.restart,
        "marker": controls.mark, "loop": controls.press_loop, "mute": controls.toggle_mute,
        "slower": lambda: controls.change_speed(-1), "faster": lambda: controls.change_speed(1),
        "timeline_rows": viewer.cycle_rows, "full_screen": review.toggle_full, "fit": viewer.toggle_view,
    })  # fmt: skip
    # elsewhere these move in lists
    keys.bind(
        "volume", {"louder": lambda: controls.change_volume(1), "quieter": lambda: controls.change_volume(-1)}, viewer
    )


def commands(review: Review) -> list[Command]:
    """What can be done now, for the palette."""
    group = QCoreApplication.translate("WorksPage", "Works")
    made = []
    for entry in _COMMANDS:
        if entry.offered(review):
            text = QCoreApplication.translate("WorksPage", entry.text)
            cap = hotkey(entry.key).caps()[0] if entry.key else ""
            made.append(Command(f"works.{entry.id}", text, group, entry.icon, cap, partial(entry.run, review)))
    return made


@dataclass(frozen=True, slots=True)
class _Entry:
    """One command; `key` is the id of its hotkey."""

    id: str
    key: str
    text: str
    icon: str
    run: Callable[[Review], object]
    offered: Callable[[Review], bool] = lambda _review: True


def _decidable(review: Review) -> bool:
    return review.showing.decidable


_COMMANDS: Final = (
    _Entry("approve", "approve", QT_TRANSLATE_NOOP("WorksPage", "Approve"), "check", lambda p: p.approve(), _decidable),
    _Entry("reject", "reject", QT_TRANSLATE_NOOP("WorksPage", "Reject…"), "x", lambda p: p.open_reject(), _decidable),
    _Entry("skip", "skip", QT_TRANSLATE_NOOP("WorksPage", "Skip"), "skip", lambda p: p.skip(), _decidable),
    _Entry(
        "undo",
        "undo",
        QT_TRANSLATE_NOOP("WorksPage", "Undo the last decision"),
        "undo",
        lambda p: p.undo(),
        lambda p: p.can_undo,
    ),
    _Entry("claim", "claim", QT_TRANSLATE_NOOP("WorksPage", "Claim more works"), "plus", lambda p: p.batch.claim()),
    _Entry(
        "search",
        "search",
        QT_TRANSLATE_NOOP("WorksPage", "Search the queue"),
        "search",
        lambda p: p.queue.focus_search(),
    ),
    _Entry(
        "play",
        "play_pause",
        QT_TRANSLATE_NOOP("WorksPage", "Play or pause"),
        "play",
        lambda p: p.viewer.controls.toggle(),
    ),
    _Entry(
        "full", "full_screen", QT_TRANSLATE_NOOP("WorksPage", "Full-screen video"), "full", lambda p: p.toggle_full()
    ),
    _Entry(
        "rows",
        "timeline_rows",
        QT_TRANSLATE_NOOP("WorksPage", "Rows of the timeline"),
        "wave",
        lambda p: p.viewer.cycle_rows(),
    ),
    _Entry("renew", "", QT_TRANSLATE_NOOP("WorksPage", "Renew the claim"), "refresh", lambda p: p.batch.renew()),
    _Entry(
        "release",
        "",
        QT_TRANSLATE_NOOP("WorksPage", "Give back all undecided works…"),
        "outbox",
        lambda p: p.batch.ask_to_release_all(),
    ),
    _Entry(
        "fold",
        "",
        QT_TRANSLATE_NOOP("WorksPage", "Fold or unfold the inspector"),
        "right",
        lambda p: p.layout_.toggle_inspector(),
    ),
)
