"""One press decides one work, and only a work that was on screen."""

from desktop.views.works.decision_guard import DOUBLE_TAP_MS, DecisionGuard


def shown(work: str = "a") -> DecisionGuard:
    guard = DecisionGuard()
    guard.show(work)
    guard.painted()
    return guard


def test_nothing_is_decided_before_the_title_was_painted() -> None:
    guard = DecisionGuard()
    assert not guard.accepts(0)
    guard.show("a")
    assert not guard.accepts(0)
    guard.painted()
    assert guard.accepts(0)


def test_while_one_decision_is_being_saved_no_other_starts() -> None:
    guard = shown()
    guard.begin(0, approves=True)
    assert not guard.accepts(10_000)
    guard.failed()
    assert guard.accepts(1)


def test_a_trembling_finger_does_not_approve_the_next_work() -> None:
    guard = shown("a")
    guard.begin(1000, approves=True)
    guard.show("b")
    guard.painted()
    assert not guard.accepts(1000 + DOUBLE_TAP_MS - 1)
    assert guard.accepts(1000 + DOUBLE_TAP_MS)


def test_after_a_rejection_the_next_work_can_be_decided_at_once() -> None:
    guard = shown("a")
    guard.begin(1000, approves=False)
    guard.show("b")
    guard.painted()
    assert guard.accepts(1001)


def test_showing_the_same_version_again_keeps_it_decidable_but_another_one_must_paint_first() -> None:
    guard = shown("a 3")
    guard.show("a 3")
    assert guard.accepts(0)
    guard.show("a 4")
    assert not guard.accepts(0)
    guard.show(None)
    guard.painted()
    assert not guard.accepts(0)
