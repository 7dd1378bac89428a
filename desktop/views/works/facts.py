"""What the inspector says about a work's file, composed from its row: words, no widgets; advice, never a verdict."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.campaign import MAX_WORK_MS
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.rows import WorkRow
from desktop.views.works.words import clock_text, size_text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at. `reason` is the code of the rejection reason it speaks for, if any."""

    code: str
    title: str
    evidence: str
    blocking: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """An unremarkable fact."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    evidence: str
    reason: str | None
    blocking: bool = False
    covers: str = ""


_FINDINGS: Final[dict[str, _Words]] = {
    "too_long": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "Longer than 2 minutes"),
        QT_TRANSLATE_NOOP("WorkFacts", "Runs {duration}, the limit is {limit}"), "too-long", covers="duration",
    ),
    "oversize": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "Larger than 100 MB"),
        QT_TRANSLATE_NOOP("WorkFacts", "The file has {size}"), "unplayable", covers="size",
    ),
    "unreadable": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "The file cannot be played"),
        QT_TRANSLATE_NOOP("WorkFacts", "No picture could be decoded on the server"),
        "unplayable", True, covers="picture",
    ),
    "empty_file": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "The file is empty"),
        QT_TRANSLATE_NOOP("WorkFacts", "0 bytes arrived"), "unplayable", True, covers="picture",
    ),
    "not_a_video": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "Not a video"),
        QT_TRANSLATE_NOOP("WorkFacts", "The content is of another kind than the name says"),
        "unplayable", True, covers="picture",
    ),
    "damaged": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "The file is damaged in places"),
        QT_TRANSLATE_NOOP("WorkFacts", "Some pictures could not be decoded; it may stop or jump"), "unplayable",
    ),
    "audio_only": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "No picture track"),
        QT_TRANSLATE_NOOP("WorkFacts", "The file has sound only"), "unplayable", True, covers="picture",
    ),
    "no_audio": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "No sound track"),
        QT_TRANSLATE_NOOP("WorkFacts", "Speech cannot be judged"), "bad-sound", covers="sound",
    ),
    "no_picture": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "No picture"),
        QT_TRANSLATE_NOOP("WorkFacts", "There is a picture track, but no picture could be decoded"),
        "unplayable", True, covers="picture",
    ),
    "inspection-limit": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "The check was stopped"),
        QT_TRANSLATE_NOOP("WorkFacts", "It took too long or too much memory; the file may be malformed"), "unplayable",
    ),
    "header_duration_wrong": _Words(
        QT_TRANSLATE_NOOP("WorkFacts", "Stated and real duration differ"),
        QT_TRANSLATE_NOOP("WorkFacts", "The pictures end at {duration}"), None,
    ),
}  # fmt: skip
_UNKNOWN = _Words(
    QT_TRANSLATE_NOOP("WorkFacts", "Something unusual about the file"),
    QT_TRANSLATE_NOOP("WorkFacts", "Reported by a newer server; please watch with care"), None,
)  # fmt: skip


def findings(work: WorkRow) -> list[Finding]:
    """The problems that the server found, in its order."""
    said = {
        "duration": clock_text(work.duration_ms or 0),
        "limit": clock_text(MAX_WORK_MS),
        "size": size_text(work.media_bytes or 0),
        "picture": picture_text(work),
    }
    found = []
    for code in work.problems:
        words = _FINDINGS.get(code, _UNKNOWN)
        title = QCoreApplication.translate("WorkFacts", words.title)
        evidence = QCoreApplication.translate("WorkFacts", words.evidence).format(**said)
        found.append(Finding(code, title, evidence, words.blocking, words.reason))
    return found


def checks(work: WorkRow) -> list[Check]:
    """The facts that no finding speaks about."""
    covered = {_FINDINGS[finding.code].covers for finding in findings(work) if finding.code in _FINDINGS}
    sound = QCoreApplication.translate("WorkFacts", "yes") if work.audio_codec else ""
    duration = clock_text(work.duration_ms) if work.duration_ms else ""
    size = size_text(work.media_bytes) if work.media_bytes else ""
    facts = {
        "duration": (QCoreApplication.translate("WorkFacts", "Duration"), duration),
        "size": (QCoreApplication.translate("WorkFacts", "Size"), size),
        "picture": (QCoreApplication.translate("WorkFacts", "Picture"), picture_text(work)),
        "sound": (QCoreApplication.translate("WorkFacts", "Sound track"), sound),
        "video": (QCoreApplication.translate("WorkFacts", "Video"), codec_text(work.video_codec)),
        "audio": (QCoreApplication.translate("WorkFacts", "Audio"), codec_text(work.audio_codec)),
    }
    return [Check(label, value) for key, (label, value) in facts.items() if value and key not in covered]


_CODECS: Final = {
    "h264": "H.264", "hevc": "H.265", "vp8": "VP8", "vp9": "VP9", "av1": "AV1", "mpeg4": "MPEG-4", "mjpeg": "MJPEG",
    "aac": "AAC", "mp3": "MP3", "opus": "Opus", "vorbis": "Vorbis", "ac3": "AC-3", "flac": "FLAC",
}  # fmt: skip


def codec_text(codec: str | None) -> str:
    """H.264, AAC; unknown ones in capitals, empty for None."""
    return _CODECS.get(codec, codec.upper()) if codec else ""


def picture_text(work: WorkRow) -> str:
    """1920×1080, or empty."""
    return f"{work.width}×{work.height}" if work.width and work.height else ""


def container_text(container: str | None) -> str:
    """MP4, WebM; FFmpeg names several at once (`mov,mp4,m4a`)."""
    names = (container or "").lower().split(",")
    for name, shown in (("mp4", "MP4"), ("webm", "WebM"), ("matroska", "MKV"), ("mov", "MOV"), ("avi", "AVI")):
        if name in names:
            return shown
    return names[0].upper()


def file_text(work: WorkRow) -> str:
    """MP4 · 1920×1080 · 25 帧/秒; only what is known."""
    fps = QCoreApplication.translate("WorkFacts", "{0} frames/s").format(f"{work.fps:g}") if work.fps else ""
    return " · ".join(part for part in (container_text(work.container), picture_text(work), fps) if part)
