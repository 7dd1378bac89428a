"""The second copy of the outbox: one encrypted, authenticated line per event, on disk before the database commits."""

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.store.disk import Disk

_NONCE = 12


class Journal:
    """`outbox.log`. Lines that are cut or damaged are passed over and counted when it is read."""

    def __init__(self, file: Path, key: bytes, disk: Disk) -> None:
        self._file, self._disk = file, disk
        self._cipher = AESGCM(hashlib.sha256(b"yunjiangshu outbox.log" + key).digest())
        self.damaged = 0

    def write(self, event: dict[str, Any]) -> None:
        """Add one event; durable when this returns, OSError when not."""
        nonce = os.urandom(_NONCE)
        sealed = self._cipher.encrypt(nonce, json.dumps(event, ensure_ascii=False).encode(), None)
        self._disk.append(self._file, base64.b64encode(nonce + sealed) + b"\n")

    def read(self) -> Iterator[dict[str, Any]]:
        """All events that can be read, oldest first; `damaged` counts the others."""
        self.damaged = 0
        if not self._file.exists():
            return
        for line in self._file.read_bytes().splitlines():
            try:
                raw = base64.b64decode(line, validate=True)
                yield json.loads(self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], None))
            except (ValueError, InvalidTag):
                self.damaged += 1

    def rewrite(self, events: list[dict[str, Any]]) -> None:
        """Replace the whole log at once."""
        beside = Journal(self._file.with_name(self._file.name + ".new"), b"", self._disk)
        beside._cipher = self._cipher
        beside._file.unlink(missing_ok=True)
        for event in events:
            beside.write(event)
        if events:
            beside._file.replace(self._file)
        else:
            self._file.unlink(missing_ok=True)
