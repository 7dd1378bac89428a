"""ZIP archives: listed, and single files of them read in memory; runs only inside the limited child.

Nothing is ever unpacked to disk, and an archive inside an archive is never opened.
"""

import zipfile
from pathlib import Path, PurePosixPath
from typing import Any, Final

from inspection.documents.refused import RefusedError
from inspection.documents.sniff import HEAD, Kind, kind_of

MOST_ENTRIES: Final = 500
MOST_INSIDE: Final = 200 * 1024**2
"""Bytes of all files unpacked."""
MOST_ENTRY: Final = 40 * 1024**2
"""Bytes of one file that is opened."""
MOST_RATIO: Final = 200
RATIO_FROM: Final = 1024**2
"""A smaller file may shrink as far as it likes."""
MOST_DEPTH: Final = 12
NAME_LENGTH: Final = 200
_UTF8, _LOCKED = 0x800, 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PREVIEW: Final = (Kind.JPEG, Kind.PNG, Kind.PDF)
_PROGRAMS: Final = (
    *(".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".msi"),
    *(".msp", ".lnk", ".reg", ".dll", ".cpl", ".jar", ".sh", ".apk", ".dmg", ".command", ".docm", ".xlsm", ".pptm"),
)


def listing(file: Path) -> tuple[list[dict[str, Any]], str]:
    """The files (folders left out) as JSON values of `Entry`, and what to tell about the whole."""
    with zipfile.ZipFile(file) as archive:
        entries = [_entry(archive, index, info) for index, info in _files(archive)]
    problems = {entry["problem"] for entry in entries}
    return entries, next((code for code in ("unsafe-name", "encrypted", "program") if code in problems), "")


def content(file: Path, index: int) -> bytes:
    """One file that may be previewed, in memory."""
    with zipfile.ZipFile(file) as archive:
        info = dict(_files(archive)).get(index)
        if info is None:
            raise RefusedError("broken", "no such file")
        if _entry(archive, index, info)["state"] != "preview":
            raise RefusedError("blocked")
        with archive.open(info) as stream:
            read = stream.read(MOST_ENTRY + 1)
    if len(read) > MOST_ENTRY:
        raise RefusedError("bomb")
    return read


def _files(archive: zipfile.ZipFile) -> list[tuple[int, zipfile.ZipInfo]]:
    """The files with their place, after the whole has been found harmless."""
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise RefusedError("too-many-entries", str(len(infos)))
    for info in infos:
        if info.file_size > max(RATIO_FROM, info.compress_size * MOST_RATIO):
            raise RefusedError("bomb")
        if len(PurePosixPath(shown_name(info)).parts) > MOST_DEPTH:
            raise RefusedError("too-deep")
    if sum(info.file_size for info in infos) > MOST_INSIDE:
        raise RefusedError("too-big-inside")
    return [(index, info) for index, info in enumerate(infos) if not info.is_dir()]


def shown_name(info: zipfile.ZipInfo) -> str:
    """The name as meant: names without the UTF-8 flag are UTF-8 or GBK, whatever fits."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    return "".join(letter if letter.isprintable() else "�" for letter in name)[-NAME_LENGTH:]


def _entry(archive: zipfile.ZipFile, index: int, info: zipfile.ZipInfo) -> dict[str, Any]:
    name = shown_name(info)
    kind, problem = Kind.UNKNOWN, ""
    if _is_unsafe(info.orig_filename) or _is_unsafe(name):
        problem = "unsafe-name"
    elif info.flag_bits & _LOCKED:
        problem = "encrypted"
    elif info.compress_type not in _METHODS:
        problem = "method"
    elif info.file_size > MOST_ENTRY:
        problem = "too-big"
    else:
        kind, problem = _kind(archive, info)
    if not problem and (kind is Kind.PROGRAM or PurePosixPath(name).suffix.lower() in _PROGRAMS):
        kind, problem = Kind.PROGRAM, "program"
    state = "blocked" if problem else "preview" if kind in _PREVIEW else "listed"
    return {
        "index": index,
        "name": name,
        "bytes": info.file_size,
        "kind": kind,
        "state": state,
        "problem": problem,
    }


def _kind(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[Kind, str]:
    try:
        with archive.open(info) as stream:
            return kind_of(stream.read(HEAD)), ""
    except MemoryError:
        raise
    except Exception:  # whatever is broken about it
        return Kind.UNKNOWN, "broken"


def _is_unsafe(name: str) -> bool:
    """Names that would leave the folder they were unpacked to."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/") or "\0" in name
