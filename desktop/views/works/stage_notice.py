"""What stands on the stage instead of a picture: what happened, what is kept, what to do."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.player.player import PlaybackProblem

StageAction = Literal["next", "stay", "reject", "again"]
StageKind = Literal[
    "unreadable",
    "no_picture",
    "missing",
    "vlc_missing",
    "interrupted",
    "not_cached",
    "no_address",
    "no_file",
    "gone",
    "nothing",
]


@dataclass(frozen=True, slots=True)
class StageNotice:
    """Texts are translated."""

    icon: str
    title: str
    line: str
    actions: tuple[StageAction, ...] = ()


_NOTICES: Final[dict[StageKind, tuple[str, str, str, tuple[StageAction, ...]]]] = {
    "unreadable": (
        "warn",
        QT_TRANSLATE_NOOP("Stage", "This file cannot be played"),
        QT_TRANSLATE_NOOP("Stage", "No picture can be decoded. Facts and history are kept beside; you can decide."),
        ("reject", "again"),
    ),
    "no_picture": (
        "warn",
        QT_TRANSLATE_NOOP("Stage", "This file has no picture"),
        QT_TRANSLATE_NOOP("Stage", "There is sound, but no picture came. You can decide."),
        ("reject", "again"),
    ),
    "interrupted": (
        "warn",
        QT_TRANSLATE_NOOP("Stage", "The video broke off at {at}"),
        QT_TRANSLATE_NOOP("Stage", "Markers are kept. Try again; if it stops there again, the file is damaged."),
        ("again", "reject"),
    ),
    "missing": (
        "disk",
        QT_TRANSLATE_NOOP("Stage", "The video is no longer on this computer"),
        QT_TRANSLATE_NOOP("Stage", "Nothing else is lost. With a network it can be watched from the server."),
        ("again", "next"),
    ),
    "vlc_missing": (
        "info",
        QT_TRANSLATE_NOOP("Stage", "VLC is not installed on this computer"),
        QT_TRANSLATE_NOOP(
            "Stage",
            "The desk plays videos with it. Install VLC 3 (64 bit) from videolan.org, then start the desk again.",
        ),
        ("again",),
    ),
    "not_cached": (
        "cloudoff",
        QT_TRANSLATE_NOOP("Stage", "This work is not on this computer yet"),
        QT_TRANSLATE_NOOP("Stage", "It comes first when the network is back. {ready}"),
        ("next", "stay"),
    ),
    "no_address": (
        "cloudoff",
        QT_TRANSLATE_NOOP("Stage", "The server did not give out this video just now"),
        QT_TRANSLATE_NOOP("Stage", "It is downloaded as soon as possible. Decisions are not affected."),
        ("again", "next"),
    ),
    "no_file": (
        "info",
        QT_TRANSLATE_NOOP("Stage", "No video belongs to this work"),
        QT_TRANSLATE_NOOP("Stage", "The author sent none, or it was removed."),
        ("reject",),
    ),
    "gone": (
        "okc",
        QT_TRANSLATE_NOOP("Stage", "This work is no longer on this computer"),
        QT_TRANSLATE_NOOP("Stage", "It was decided; what you decided stands beside."),
        (),
    ),
    "nothing": ("works", QT_TRANSLATE_NOOP("Stage", "No work is chosen"), "", ()),
}
_PROBLEMS: Final[dict[PlaybackProblem, StageKind]] = {
    PlaybackProblem.UNREADABLE: "unreadable",
    PlaybackProblem.NO_PICTURE: "no_picture",
    PlaybackProblem.MISSING: "missing",
    PlaybackProblem.VLC_MISSING: "vlc_missing",
    PlaybackProblem.INTERRUPTED: "interrupted",
}


def kind_of(problem: PlaybackProblem) -> StageKind:
    """The notice for what a player could not do."""
    return _PROBLEMS[problem]


def notice(kind: StageKind, *, at: str = "", ready: int = 0) -> StageNotice:
    """`at` is where a video broke off, `ready` counts the other works that can be watched offline."""
    icon, title, line, actions = _NOTICES[kind]
    others = QCoreApplication.translate("Stage", "Others that can be reviewed now: {0}.").format(ready) if ready else ""
    return StageNotice(
        icon,
        QCoreApplication.translate("Stage", title).format(at=at),
        QCoreApplication.translate("Stage", line).format(ready=others).strip() if line else "",
        tuple(action for action in actions if action != "next" or ready or kind != "not_cached"),
    )
