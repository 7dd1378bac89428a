"""The whole API against its own OpenAPI: no 5xx, no undocumented status, content type or shape."""

import itertools
import traceback
from collections import Counter

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import APIOperation, Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from server.app import create_app
from tests.server.membership.people import org_admin, organization
from tests.server.registration.applicants import applicant_token
from tests.server.test_roles import ALLOWED
from tests.server.world import World

EXAMPLES = 20
FRESH = ("sign-out", "refresh")
"""Operations that spend the token they are called with."""


class Exercise:
    """Calls every operation with generated arguments, as the person it is for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._admin = world.admin()
        self._worker = world.worker_caller()
        self._org_admin = org_admin(world, organization(world))
        self._applicant = applicant_token(world.context)
        self._works = itertools.cycle(world.works(8))
        self._turn = itertools.count()
        self.statuses: Counter[int] = Counter()

    def run(self, operation: APIOperation) -> None:
        """All examples of one operation; raises when an answer does not conform."""

        @seed(2024)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def conforms(case: Case) -> None:
            token = self._token(operation)
            if "work_id" in case.path_parameters and next(self._turn) % 2:
                case.path_parameters["work_id"] = next(self._works)
            if "wait" in (case.query or {}):
                case.query["wait"] = 0
            headers = {"Authorization": f"Bearer {token}"}
            answer = case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])
            self.statuses[answer.status_code] += 1

        conforms()

    def _token(self, operation: APIOperation) -> str:
        who = operation.definition.raw["x-roles"]
        if who == ["registrant"]:
            return self._applicant
        callers = {"worker": self._worker, "org_admin": self._org_admin}
        caller = callers.get(who[0], self._admin) if len(who) == 1 else self._admin
        if not operation.path.endswith(FRESH):
            return caller.token
        return self._world.sign_in(caller.id, "worker" if who == ["worker"] else "staff").token


@pytest.mark.timeout(300)
def test_conforms(server: World) -> None:
    """Every operation, with works that exist and ids that are made up; each failure is told with its operation."""
    schema = schemathesis.openapi.from_dict(create_app(server.context).openapi())
    schema.config.update(base_url=server.url)
    exercise = Exercise(server)
    failures = []
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == len(ALLOWED)
    for operation in operations:
        try:
            exercise.run(operation)
        except (Exception, BaseExceptionGroup) as error:
            said = "".join(traceback.format_exception_only(error))
            failures.append(f"{operation.label}: {said:.2000}")
    print(dict(exercise.statuses))
    assert not failures, "\n\n".join(failures)
