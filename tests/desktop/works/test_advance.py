"""Which work follows a decision, a skip, N and P."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.works.advance import after_decision, place_in_batch, step, upcoming

ORDER = ["a", "b", "c", "d"]


def test_after_a_decision_the_next_work_that_can_be_watched_comes() -> None:
    assert after_decision(ORDER, "b", lambda work: True) == "c"
    assert after_decision(ORDER, "b", lambda work: work != "c") == "d"


def test_after_the_last_work_the_first_open_one_comes() -> None:
    assert after_decision(ORDER, "d", lambda work: True) == "a"


def test_it_does_not_matter_whether_the_list_has_already_dropped_the_decided_work() -> None:
    assert after_decision(["a", "c", "d"], "b", lambda work: True, place=1) == "c"
    assert after_decision(["a", "b", "c"], "d", lambda work: True, place=3) == "a"


def test_skipped_works_come_back_at_the_end() -> None:
    assert after_decision(ORDER, "c", lambda work: True, skipped={"d"}) == "a"
    assert after_decision(["a", "b"], "b", lambda work: True, skipped={"a"}) == "a"


def test_without_any_cached_work_the_next_one_shows_the_gap() -> None:
    assert after_decision(ORDER, "a", lambda work: False) == "b"
    assert after_decision(["a"], "a", lambda work: True) is None


def test_steps_stop_at_both_ends() -> None:
    assert [step(ORDER, "a", -1), step(ORDER, "a", 1), step(ORDER, "d", 1)] == [None, "b", None]


def test_a_work_that_left_the_list_still_has_neighbours() -> None:
    assert step(ORDER, None, 1) == "a"
    assert [step(ORDER, "gone", 1, place=2), step(ORDER, "gone", -1, place=2)] == ["c", "b"]
    assert [step(ORDER, "gone", 1, place=4), step(ORDER, "gone", -1, place=0)] == ["d", "a"]
    assert step([], None, 1) is None


def test_decided_works_count_before_the_open_ones() -> None:
    assert place_in_batch(ORDER, "a", decided=5) == (6, 9)
    assert place_in_batch(ORDER, "d", decided=5) == (9, 9)


WORKS = st.integers(0, 30).map(str)


@given(st.lists(WORKS, unique=True), WORKS, st.sets(WORKS))
def test_every_other_work_is_offered_exactly_once(order: list[str], current: str, skipped: set[str]) -> None:
    offered = upcoming(order, current, skipped)
    assert sorted(offered) == sorted(set(order) - {current})
    assert [w in skipped for w in offered] == sorted(w in skipped for w in offered)
