"""How much time a claimed batch has left, as levels for the header."""

from typing import Literal

WARN_MS = 15 * 60_000
ASK_MS = 5 * 60_000

ClaimLevel = Literal["plain", "warn", "ask", "over"]


def claim_level(left_ms: int) -> ClaimLevel:
    """`warn` below 15 min, `ask` (renew or give back?) at 5 min, `over` at 0 (a late decision still counts)."""
    if left_ms <= 0:
        return "over"
    if left_ms <= ASK_MS:
        return "ask"
    return "warn" if left_ms < WARN_MS else "plain"
