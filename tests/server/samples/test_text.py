"""The invented words: enough of them, distinct, the same each time, and nobody's."""

import re

import pytest
from pydantic import TypeAdapter

from contract.campaign import Theme
from contract.regions import REGIONS
from contract.wire.worker import Summary, Title
from server.samples import text
from server.samples.trades import TRADES


def test_organizations_cover_the_country_and_the_trades() -> None:
    found = text.organizations(62)
    assert len({one.name for one in text.organizations(1_000)}) == 1_000
    assert {one.region for one in found} == set(REGIONS)
    assert {one.trade for one in found} == {trade.key for trade in TRADES}
    assert all(one.name.startswith(text.PLACES[one.region]) and one.name.endswith("工会") for one in found)


def test_workers_have_numbers_that_nobody_has() -> None:
    found = text.workers(420)
    assert len({one.phone for one in found}) == 420
    assert all(re.fullmatch(r"1900000\d{4}", one.phone) for one in found)
    assert all(2 <= len(one.name) <= 3 and one.occupation and one.region in REGIONS for one in found)
    assert len({one.name for one in found}) > 350


def test_titles_are_distinct_and_fit_the_wire() -> None:
    found = text.works(1_800)
    assert len({one.title for one in found}) == 1_800
    assert {one.theme for one in found[:40]} == set(Theme)
    for one in found:
        assert TypeAdapter(Title).validate_python(one.title) == one.title
        assert TypeAdapter(Summary).validate_python(one.summary) == one.summary
        assert "{" not in one.title + one.summary


def test_works_of_one_trade() -> None:
    found = text.works(100, trade="tea")
    assert {one.trade for one in found} == {"tea"}
    assert len({one.title for one in found}) == 100


@pytest.mark.parametrize("make", [text.organizations, text.workers, text.works, text.review_notes])
def test_a_seed_says_it_all(make) -> None:  # type: ignore[no-untyped-def]
    assert make(50, seed=5) == make(50, seed=5)
    assert make(50, seed=5) != make(50, seed=6)
