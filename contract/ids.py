"""Ids: UUIDv7 (RFC 9562), made from a time and randomness that the caller passes in."""

import uuid
from collections.abc import Callable

RandomBytes = Callable[[int], bytes]


def uuid7(now_ms: int, random_bytes: RandomBytes) -> str:
    """A UUIDv7 as text: 48 bits of `now_ms`, 74 random bits; sorts by time."""
    tail = int.from_bytes(random_bytes(10), "big")
    value = (now_ms & (1 << 48) - 1) << 80 | tail
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def is_id(text: str) -> bool:
    """Whether `text` is a UUID in its usual spelling."""
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False
