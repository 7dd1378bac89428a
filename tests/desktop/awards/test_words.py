"""Words of the tab: every cause the server gives, rules, standings; limits are those of the contract."""

import re
from pathlib import Path
from typing import Any

import pytest

from contract.awards import ListState, Why
from contract.wire.awards import AwardKindAsk, AwardKindFacts, EditFacts, EntryFacts
from desktop.views.awards.kind_checks import LIMITS
from desktop.views.awards.rows import ground, standing, standing_words
from desktop.views.awards.words import STATES, refusal, rule_text
from server.services import awards, awards_acts

EDIT = EditFacts(at=1, by="somebody", chosen=False, reason="why")


def entry(**more: Any) -> EntryFacts:
    """A line."""
    facts: dict[str, Any] = {
        "id": "e", "place": 1, "value": 9, "works": 1, "subject_id": "s", "name": "周小明", "number": "",
        "holder": "周小明", "region": "37", "chosen": False, "suspended": False, "why": Why.IN_TOP,
        "words": "热度第 1 名（9），在前 3 名之内", "edits": [],
    }  # fmt: skip
    return EntryFacts(**facts | more)


def test_every_cause_has_words() -> None:
    """All that the server's services name; `state` is told with what the list has become."""
    text = Path(awards.__file__).read_text() + Path(awards_acts.__file__).read_text()
    causes = set(re.findall(r'cause="([a-z-]+)"', text)) | {Why.FEW_WORKS.value, Why.REGION_QUOTA.value}
    assert len(causes) > 8
    for cause in causes - {"state"}:
        found = refusal("wrong-state", {"cause": cause, "week": 3, "weeks": [1, 2], "list_id": "x"})
        assert found is not None, cause
        assert "{" not in "".join(found), cause
    assert refusal("wrong-state", {"cause": "state"}) is None


@pytest.mark.parametrize("code", ["second-person", "not-allowed", "version-mismatch", "idempotency-mismatch"])
def test_refusals_have_words(code: str) -> None:
    found = refusal(code, {})
    assert found is not None
    assert all(found)


def test_where_a_line_stands() -> None:
    """Somebody of the first who was taken out is no reserve."""
    assert (standing(entry(chosen=True)), standing_words(entry(chosen=True))[1]) == ("in", "Chosen")
    assert standing_words(entry(chosen=True, suspended=True))[1] == "Cannot stay"
    out = entry(edits=[EDIT])
    assert (standing(out), standing_words(out)[1]) == ("passed", "Taken out")
    assert standing(entry(why=Why.RESERVE)) == "reserve"
    assert standing_words(entry(why=Why.FEW_WORKS)) == ("plain", "Passed")
    assert ground(entry()) == "在前 3 名之内"


def test_a_rule_in_one_line() -> None:
    facts: dict[str, Any] = {
        "kind": "weekly", "version": 1, "name": "周度达人", "subject": "person", "period": "week", "week": 0,
        "measure": "heat", "top": 3, "per_region": 2, "min_works": 1, "reserves": 5, "active": True, "reason": "",
        "set_at": 0, "set_by": "",
    }  # fmt: skip
    assert rule_text(AwardKindFacts(**facts)) == (
        "Persons: the first 3 by Heat of the gain of the week; at most 2 of a region; "
        "at least 1 published works; 5 reserves"
    )


def test_states_and_limits_are_the_contracts() -> None:
    assert set(STATES) == set(ListState)
    for name, (least, most) in LIMITS.items():
        bounds = AwardKindAsk.model_fields[name].metadata
        assert [getattr(one, "ge", None) or getattr(one, "le", None) or 0 for one in bounds] == [least, most], name
