"""Who wins by a rule, from boards; codes on certificates."""

import os
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from contract.awards import PASSED_OVER, AwardRule, Candidate, Period, Why, draw, in_words, ranking
from contract.boards import RULE_1, BoardKind, HeatRule, Measure, Numbers, Ranks
from contract.certificates import ALPHABET, grouped, new_code, read_code
from contract.week_board import BoardRow, WeekBoard, cutoff_of

SMALL = st.integers(0, 4)
CANDIDATES = st.lists(st.tuples(st.sampled_from(("11", "37", "42")), SMALL), max_size=30)


def rule(**more: int) -> AwardRule:
    facts = {"top": 2, "per_region": 0, "min_works": 1, "reserves": 1} | more
    return AwardRule(BoardKind.PERSON, Period.WEEK, Measure.HEAT, **facts)


def candidates(facts: list[tuple[str, int]]) -> list[Candidate]:
    return [
        Candidate(f"id{place}", place, 100 - place, works, "名", "", "名", region)
        for place, (region, works) in enumerate(facts, start=1)
    ]


def row(id: str, place: int, gain: int, total: Numbers) -> BoardRow:
    recent = [Numbers(0, 0, 0, 0, gain, gain)]
    return BoardRow(id, id, "", "", "37", recent, total, Ranks(place, place, place, place), None)


def board(week: int, rows: list[BoardRow], heat: HeatRule = RULE_1) -> WeekBoard:
    return WeekBoard(BoardKind.PERSON, week, cutoff_of(week), heat, 0, len(rows), "", None, rows)


@given(CANDIDATES, st.integers(1, 6), SMALL, SMALL, SMALL)
def test_the_rule_holds(facts: list[tuple[str, int]], top: int, per_region: int, min_works: int, reserves: int) -> None:
    """Nobody above somebody who is in could have been taken too; the reserves come next."""
    asked = rule(top=top, per_region=per_region, min_works=min_works, reserves=reserves)
    lines = draw(asked, candidates(facts))
    taken = [one.candidate for one in lines if one.why is Why.IN_TOP]
    assert len(taken) <= top
    assert all(one.works >= min_works for one in taken)
    assert not per_region or all(count <= per_region for count in Counter(one.region for one in taken).values())
    assert sum(one.why is Why.RESERVE for one in lines) <= reserves
    for number, one in enumerate(lines):
        before = Counter(other.candidate.region for other in lines[:number] if other.why is Why.IN_TOP)
        if one.why is Why.REGION_QUOTA:
            assert before[one.candidate.region] == per_region
        if one.why is Why.FEW_WORKS:
            assert one.candidate.works < min_works
        if one.why is Why.RESERVE:
            assert before.total() == top
    assert [one.candidate.place for one in lines] == sorted(one.candidate.place for one in lines)


def test_a_list_of_all_kinds_of_lines() -> None:
    lines = draw(rule(per_region=1), candidates([("37", 1), ("37", 5), ("42", 0), ("42", 1), ("11", 1), ("13", 1)]))
    assert [one.why.value for one in lines] == ["in-top", "region-quota", "few-works", "in-top", "reserve"]
    words = [in_words(rule(per_region=1), one.why, *one.candidate[1:4]) for one in lines]
    assert words[0] == "热度第 1 名（99），在前 2 名之内"
    assert words[1].endswith("本赛区名额 1 个已满")
    assert words[2].endswith("已发布作品 0 件，少于 1 件")


def test_those_passed_over_are_listed_up_to_a_limit() -> None:
    """The rule goes on to the end of the board all the same."""
    lines = draw(rule(top=1), candidates([("37", 0)] * (PASSED_OVER + 50) + [("37", 1)]))
    assert [one.why for one in lines] == [Why.FEW_WORKS] * PASSED_OVER + [Why.IN_TOP]
    assert lines[-1].candidate.place == PASSED_OVER + 51


def test_a_week_goes_by_the_boards_places() -> None:
    rows = [row("b", 2, 5, Numbers(1, 0, 0, 0, 99, 99)), row("a", 1, 9, Numbers(1, 0, 0, 0, 9, 9))]
    rows.append(row("c", 3, 0, Numbers(1, 0, 0, 0, 500, 500)))
    found = ranking(rule(), [board(3, rows)])
    assert [(one.subject_id, one.place, one.value) for one in found] == [("a", 1, 9), ("b", 2, 5)], "nobody with 0"


def test_the_campaign_goes_by_totals_of_all_weeks() -> None:
    """Each as of its last week, heat by the last board's rule; ties: more likes, then id."""
    asked = AwardRule(BoardKind.PERSON, Period.CAMPAIGN, Measure.HEAT, 9, 0, 0, 0)
    first = [row(id, n, 1, Numbers(1, 2, 0, 0, 0, 20)) for n, id in enumerate(("gone", "here"), start=1)]
    second = [row("here", 1, 1, Numbers(1, 2, 0, 0, 5, 25)), row("viewed", 2, 1, Numbers(1, 0, 0, 0, 4, 4))]
    boards = [board(1, first), board(2, second, HeatRule(2, likes=2, favourites=0, shares=0, views=1))]
    found = ranking(asked, boards)
    assert [(one.subject_id, one.place, one.value) for one in found] == [
        ("here", 1, 9),
        ("gone", 2, 4),
        ("viewed", 3, 4),
    ]


CODE = new_code(os.urandom)


@given(st.integers(0, 15), st.sampled_from(ALPHABET))
def test_a_wrong_letter_shows(place: int, letter: str) -> None:
    typed = CODE[:place] + letter + CODE[place + 1 :]
    assert read_code(typed) == (CODE if typed == CODE else None)


@given(st.integers(0, 15), st.integers(0, 15))
def test_letters_that_changed_places_show(one: int, other: int) -> None:
    letters = list(CODE)
    letters[one], letters[other] = letters[other], letters[one]
    typed = "".join(letters)
    assert read_code(typed) == (CODE if typed == CODE else None)


def test_however_it_is_typed() -> None:
    """Lower case, groups, spaces, full width, dashes of all kinds."""
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in CODE)
    for typed in (CODE, CODE.lower(), grouped(CODE), f" {grouped(CODE)} ", "－".join((wide[:8], wide[8:].lower()))):
        assert read_code(typed) == CODE
    assert read_code("—".join(CODE)) == read_code("\u3000".join(CODE)) == read_code("－".join(CODE)) == CODE
    assert len(grouped(CODE)) == 19
    for wrong in ("", "-", CODE[:-1], CODE + "A", "0" * 16, CODE + " " * 100, "\x00", "甲" * 16):
        assert read_code(wrong) is None


def test_codes_are_random_and_fair() -> None:
    """Bytes that would favour some letters are thrown away."""
    given_bytes = iter([bytes([255] * 15), bytes(range(230, 245)), bytes(range(15))])
    assert new_code(lambda _: next(given_bytes))[:-1] == ALPHABET[:15]
    assert not set("0OQ1IL2Z5S8B6GUV") & set(ALPHABET) - set("26V"), "one of each pair at most"
    assert len({new_code(os.urandom) for _ in range(1_000)}) == 1_000
