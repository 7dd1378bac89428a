"""The second copy of the outbox: encrypted, authenticated lines, on disk before the database commits."""

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.store.disk import Disk

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class Journal:
    """`outbox.log`, one event a line. Lines that are cut or damaged are passed over and counted when it is read."""

    def __init__(self, file: Path, key: bytes, disk: Disk) -> None:
        self._file, self._disk = file, disk
        self._key = hashlib.sha256(b"yunjiangshu outbox.log" + key).digest()
        self.damaged = 0

    @cached_property
    def _cipher(self) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._key)

    def write(self, events: Iterable[dict[str, Any]]) -> None:
        """Add events; durable when this returns. Raises DiskFullError, OSError: none was added."""
        if lines := self._sealed(events):
            self._disk.append(self._file, lines)

    def read(self) -> Iterator[dict[str, Any]]:
        """All events that can be read, oldest first; `damaged` counts the others."""
        from cryptography.exceptions import InvalidTag

        self.damaged = 0
        if not self._file.exists():
            return
        for line in self._file.read_bytes().split():
            try:
                raw = base64.b64decode(line, validate=True)
                yield json.loads(self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], None))
            except (ValueError, InvalidTag):
                self.damaged += 1

    def rewrite(self, events: Iterable[dict[str, Any]]) -> None:
        """Replace the whole log at once."""
        self._disk.write(self._file, self._sealed(events))

    def length(self) -> int:
        """Bytes now, for `cut`."""
        return self._file.stat().st_size if self._file.exists() else 0

    def cut(self, length: int) -> None:
        """Take back what was added since; needs no room."""
        if self.length() > length:
            self._disk.cut(self._file, length)

    def _sealed(self, events: Iterable[dict[str, Any]]) -> bytes:
        """Lines that also begin with a line end, so that one torn by a crash does not spoil the next."""
        lines = b""
        for event in events:
            nonce = os.urandom(_NONCE)
            sealed = self._cipher.encrypt(nonce, json.dumps(event, ensure_ascii=False).encode(), None)
            lines += b"\n" + base64.b64encode(nonce + sealed) + b"\n"
        return lines
