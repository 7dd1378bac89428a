"""Which work comes next: pure functions over the queue's order."""

from collections.abc import Callable, Collection, Sequence

PREFETCH = 3


def step(order: Sequence[str], current: str | None, by: int) -> str | None:
    """The neighbour of `current` (`by` +1 or -1), None at either end; the first one when nothing is current."""
    if current not in order:
        return order[0] if order else None
    place = order.index(current) + by
    return order[place] if 0 <= place < len(order) else None


def upcoming(order: Sequence[str], current: str | None, skipped: Collection[str] = ()) -> list[str]:
    """The others in the order they will be offered: after `current`, round to the start, skipped ones last."""
    place = order.index(current) if current in order else -1
    ring = [*order[place + 1 :], *order[: max(place, 0)]]
    return [work for work in ring if work not in skipped] + [work for work in ring if work in skipped]


def after_decision(
    order: Sequence[str], current: str, ready: Callable[[str], bool], skipped: Collection[str] = ()
) -> str | None:
    """The next undecided work that can be watched now, else the next one at all, else None."""
    others = upcoming(order, current, skipped)
    return next((work for work in others if ready(work)), others[0] if others else None)


def place_text_numbers(order: Sequence[str], current: str, decided: int) -> tuple[int, int]:
    """(n, total) for 第 n 件，共 n 件: those already decided stand before the open ones."""
    return decided + (order.index(current) if current in order else 0) + 1, decided + len(order)
