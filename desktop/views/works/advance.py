"""Which work comes next: pure functions over the queue's order."""

from collections.abc import Callable, Collection, Sequence

PREFETCH = 3


def step(order: Sequence[str], current: str | None, by: int, place: int = 0) -> str | None:
    """The neighbour of `current` (`by` +1 or -1), None at either end.

    When `current` has left the list, `place` is where it stood: forward is the one that moved up to there.
    """
    at = order.index(current) + by if current in order else place + (by if by < 0 else 0)
    if current not in order and order:
        at = max(0, min(at, len(order) - 1))
    return order[at] if 0 <= at < len(order) else None


def upcoming(order: Sequence[str], current: str | None, skipped: Collection[str] = (), place: int = 0) -> list[str]:
    """The others in the order they will be offered: after `current`, round to the start, skipped ones last.

    When `current` has left the list already, `place` is where it stood.
    """
    at = order.index(current) if current in order else place
    ring = [work for work in (*order[at:], *order[:at]) if work != current]
    return [work for work in ring if work not in skipped] + [work for work in ring if work in skipped]


def after_decision(
    order: Sequence[str],
    current: str,
    ready: Callable[[str], bool],
    skipped: Collection[str] = (),
    place: int = 0,
) -> str | None:
    """The next undecided work that can be watched now, else the next one at all, else None."""
    others = upcoming(order, current, skipped, place)
    return next((work for work in others if ready(work)), others[0] if others else None)


def place_in_batch(order: Sequence[str], current: str, decided: int) -> tuple[int, int]:
    """(n, total) for 第 n 件，共 n 件: those already decided stand before the open ones."""
    return decided + (order.index(current) if current in order else 0) + 1, decided + len(order)
