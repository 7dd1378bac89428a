"""A server whose captchas have a known answer, and applicants at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.app import build_context
from server.context import ServerContext
from tests.server.registration.applicants import Applicant, Make, captcha_draws
from tests.server.world import HandClock, World, settings_for


@pytest.fixture
def context(database_url: str, tmp_path: Path, clock: HandClock) -> Iterator[ServerContext]:
    """What an app is made of; its captchas all show the same."""
    context = build_context(settings_for(database_url, tmp_path), clock, captcha_draws)
    yield context
    context.database.close()


@pytest.fixture
def applicant(server: World) -> Iterator[Make]:
    """Makes applicants."""
    made: list[Applicant] = []

    def make(phone: str = "") -> Applicant:
        made.append(Applicant(server.url, server.context, phone))
        return made[-1]

    yield make
    for one in made:
        one.session.close()
