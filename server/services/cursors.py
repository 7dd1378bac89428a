"""Opaque cursors: JSON with a signature, so that a position in a cursor is one that this server gave out."""

import base64
import binascii
import hashlib
import hmac
from typing import Any

import orjson

from contract.problems import Code
from server.errors import ProblemError

_MAC_BYTES = 12


def seal(key: bytes, purpose: str, value: Any) -> str:
    """The cursor of a JSON value."""
    body = orjson.dumps(value)
    return base64.urlsafe_b64encode(_mac(key, purpose, body) + body).decode().rstrip("=")


def unseal(key: bytes, purpose: str, cursor: str) -> Any:
    """The value of a cursor; raises cursor-invalid."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        mac, body = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if hmac.compare_digest(mac, _mac(key, purpose, body)):
            return orjson.loads(body)
    except (binascii.Error, ValueError):
        pass
    raise ProblemError(Code.CURSOR_INVALID, "This cursor is not one of this server.")


def _mac(key: bytes, purpose: str, body: bytes) -> bytes:
    return hmac.digest(key, purpose.encode() + b"\0" + body, hashlib.sha256)[:_MAC_BYTES]
