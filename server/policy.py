"""Who may call an endpoint. Every endpoint declares one policy; without one the app does not start."""

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from contract.problems import Code
from contract.roles import REVIEWERS, Role
from server.errors import ProblemError
from server.services.registrations_accounts import registrant_of_token
from server.services.tokens import Registrant, StaffPerson, WorkerCaller, staff_of_token, worker_of_token


class PolicyError(Exception):
    """An endpoint without exactly one declared policy."""


@dataclass(frozen=True)
class StaffPolicy:
    """Only staff with one of `roles`; gives the person."""

    roles: frozenset[Role]

    def __call__(self, request: Request) -> StaffPerson:
        """The signed-in person; raises a problem 401 or 403."""
        context = request.app.state.context
        with context.database.reading() as session:
            person = staff_of_token(session, bearer(request), context.now())
        if person.role not in self.roles:
            raise ProblemError(Code.NOT_ALLOWED, "Your role does not allow this.")
        return person


@dataclass(frozen=True)
class WorkerPolicy:
    """Only signed-in workers; gives the worker."""

    def __call__(self, request: Request) -> WorkerCaller:
        """The signed-in worker; raises a problem 401."""
        context = request.app.state.context
        with context.database.reading() as session:
            return worker_of_token(session, bearer(request), context.now())


@dataclass(frozen=True)
class RegistrantPolicy:
    """Only applicants who have signed in to their registration; gives it."""

    def __call__(self, request: Request) -> Registrant:
        """The signed-in applicant; raises a problem 401."""
        context = request.app.state.context
        with context.database.reading() as session:
            return registrant_of_token(session, context, bearer(request))


@dataclass(frozen=True)
class PublicPolicy:
    """Everybody, also without a token."""

    def __call__(self) -> None:
        """Lets everybody in."""


Policy = StaffPolicy | WorkerPolicy | RegistrantPolicy | PublicPolicy
any_staff = StaffPolicy(frozenset(Role))
reviewers = StaffPolicy(REVIEWERS)
platform_admins = StaffPolicy(frozenset({Role.PLATFORM_ADMIN}))
rankers = StaffPolicy(frozenset({Role.UNION_STAFF, Role.PLATFORM_ADMIN}))
"""Who works with boards and awards."""
workers = WorkerPolicy()
registrants = RegistrantPolicy()
public = PublicPolicy()

_NAMES: dict[type, str] = {WorkerPolicy: "worker", RegistrantPolicy: "registrant", PublicPolicy: "public"}


def scope_of(person: StaffPerson) -> str:
    """The one region that a person is for, "" for all."""
    return person.region or "" if person.role is Role.UNION_STAFF else ""


def national(person: StaffPerson) -> StaffPerson:
    """The same person; raises not-allowed for staff of one region."""
    if scope_of(person):
        raise ProblemError(Code.NOT_ALLOWED, "This is for the national union.")
    return person


def bearer(request: Request) -> str:
    """The token of the Authorization header; raises not-signed-in when there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise ProblemError(Code.NOT_SIGNED_IN, "Sign in first.")
    return token.strip()


def _policies(dependant: Dependant) -> Iterable[Policy]:
    for inner in dependant.dependencies:
        if isinstance(inner.call, Policy):
            yield inner.call
        yield from _policies(inner)


def policy_of(route: RouteContext) -> Policy:
    """The one policy that an endpoint declares; raises PolicyError."""
    found = list(_policies(route.dependant))
    if len(found) != 1:
        raise PolicyError(f"{route.methods} {route.path} declares {len(found)} policies instead of one")
    return found[0]


def roles_of(policy: Policy) -> list[str]:
    """How a policy reads in the OpenAPI (`x-roles`)."""
    if isinstance(policy, StaffPolicy):
        return sorted(policy.roles)
    return [_NAMES[type(policy)]]


def policies(app: FastAPI) -> dict[tuple[str, str], Policy]:
    """The policy of every (path, method); deny by default: raises PolicyError for an endpoint without one."""
    found: dict[tuple[str, str], Policy] = {}
    for route in iter_route_contexts(app.routes):
        if isinstance(route.original_route, APIRoute):
            found |= {(str(route.path), method): policy_of(route) for method in route.methods or ()}
        elif route.path != app.openapi_url:
            raise PolicyError(f"{route.path} is not an endpoint with a policy")
    return found
