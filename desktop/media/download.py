"""One file: go on where it stopped, check every byte that is kept."""

import hashlib
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import requests

from contract.wire.review import MediaUrl
from desktop.api_client.errors import CutBodyError, NotOurServerError
from desktop.api_client.transport import Transport, answer_of, classified
from desktop.media.errors import BadFileError, Stopped
from desktop.store.errors import DiskFullError

CHUNK: Final = 256 * 1024
STALL_S: Final = 30.0
_RANGE: Final = re.compile(r"^bytes (\d+)-(\d+)/(\d+)$")


def download(
    transport: Transport, address: MediaUrl, part: Path, stop: threading.Event, further: Callable[[int], None]
) -> None:
    """Bring `part` to its full length and check its digest; on disk when this returns.

    Raises BadFileError, Stopped, ApiError (what has come stays for the next time), OSError.
    """
    have, digest = _resume(part)
    if have > address.bytes:
        part.unlink()
        have, digest = 0, hashlib.sha256()
    if have < address.bytes:
        headers = {"Range": f"bytes={have}-", "If-Range": address.etag} if have else {}
        with transport.stream(address.url, headers, STALL_S) as response:
            if response.status_code == 416:
                raise BadFileError("shorter than announced")
            if response.ok and response.headers.get("Content-Type", "").startswith("text/html"):
                raise NotOurServerError("text/html")  # the sign-in page of a network: what is here stays
            if response.status_code == 206:
                _check_range(response, have, address.bytes)
            elif response.status_code == 200:
                have, digest = 0, hashlib.sha256()
            else:
                with classified():
                    answer_of(response)
                raise NotOurServerError(str(response.status_code))
            have = _write(response, part, have, address.bytes, digest, stop, further)
    if have != address.bytes:
        raise CutBodyError(f"{have} of {address.bytes} bytes")
    if digest.hexdigest() != address.sha256:
        raise BadFileError("wrong digest")
    part.touch()  # nothing is written for an empty file


def _resume(part: Path) -> tuple[int, "hashlib._Hash"]:
    """Bytes that are here, and the digest of them read again."""
    digest = hashlib.sha256()
    if not part.exists():
        return 0, digest
    with part.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
        return file.tell(), digest


def _check_range(response: requests.Response, have: int, total: int) -> None:
    found = _RANGE.match(response.headers.get("Content-Range", ""))
    if not found or int(found[1]) != have or int(found[3]) != total:
        raise NotOurServerError(f"asked for byte {have} of {total}")


def _write(
    response: requests.Response,
    part: Path,
    have: int,
    total: int,
    digest: "hashlib._Hash",
    stop: threading.Event,
    further: Callable[[int], None],
) -> int:
    with part.open("r+b" if have else "wb", buffering=0) as file:
        file.seek(have)
        file.truncate()
        try:
            with classified():
                while chunk := response.raw.read1(CHUNK):
                    if have + len(chunk) > total:
                        raise BadFileError("longer than announced")
                    if file.write(chunk) != len(chunk):
                        raise DiskFullError("no room for the rest")
                    digest.update(chunk)
                    have += len(chunk)
                    further(have)
                    if stop.is_set():
                        raise Stopped
        finally:
            os.fsync(file.fileno())
    return have
