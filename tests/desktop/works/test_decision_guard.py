"""One press decides one work, and only a work that was on screen."""

from desktop.views.works.decision_guard import DOUBLE_TAP_MS, DecisionGuard


def shown(work: str = "a") -> DecisionGuard:
    guard = DecisionGuard()
    guard.show(work)
    guard.painted()
    return guard


def test_nothing_is_decided_before_the_title_was_painted() -> None:
    guard = DecisionGuard()
    assert not guard.accepts("approve", 0)
    guard.show("a")
    assert not guard.accepts("approve", 0)
    guard.painted()
    assert guard.accepts("approve", 0)


def test_a_held_key_decides_nothing() -> None:
    assert not shown().accepts("approve", 0, auto_repeat=True)


def test_while_one_decision_is_being_saved_no_other_starts() -> None:
    guard = shown()
    guard.begin("approve", 0)
    assert not guard.accepts("reject", 10_000)
    guard.failed()
    assert guard.accepts("reject", 10_000)


def test_a_trembling_finger_does_not_decide_the_next_work() -> None:
    guard = shown("a")
    guard.begin("approve", 1000)
    guard.show("b")
    guard.painted()
    assert not guard.accepts("approve", 1000 + DOUBLE_TAP_MS - 1)
    assert guard.accepts("approve", 1000 + DOUBLE_TAP_MS)
    assert guard.accepts("reject", 1001)


def test_showing_the_same_work_again_keeps_it_decidable_but_another_one_must_paint_first() -> None:
    guard = shown("a")
    guard.show("a")
    assert guard.accepts("approve", 0)
    guard.show("b")
    assert not guard.accepts("approve", 0)
    guard.show(None)
    guard.painted()
    assert not guard.accepts("approve", 0)
