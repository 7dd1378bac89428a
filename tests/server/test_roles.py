"""Who may call what: every operation of the OpenAPI × role × worker × nobody, against a table written by hand."""

import re
from typing import Any

import pytest
import requests

from contract.roles import Role
from server.app import create_app
from server.services.tokens import WORKER
from tests.server.registration.applicants import applicant_token
from tests.server.world import API, World

STAFF = {role.value for role in Role}
REVIEW = {"moderator", "platform_admin"}
ADMIN = {"platform_admin"}
ORG_ADMIN = {"org_admin"}
RANK = {"union_staff", "platform_admin"}
WORKERS = {"worker"}
REGISTRANTS = {"registrant"}
EVERYBODY = STAFF | WORKERS | REGISTRANTS | {"nobody"}
ALLOWED: dict[str, set[str]] = {
    "GET /public/health": EVERYBODY,
    "GET /public/works": EVERYBODY,
    "GET /public/works/{work_id}": EVERYBODY,
    "POST /public/registrations/captcha": EVERYBODY,
    "POST /public/registrations/codes": EVERYBODY,
    "POST /public/registrations/files/logo": EVERYBODY,
    "POST /public/registrations/files/proof": EVERYBODY,
    "POST /public/registrations": EVERYBODY,
    "POST /public/registrations/sign-in": EVERYBODY,
    "GET /public/registrations/mine": REGISTRANTS,
    "PUT /public/registrations/mine": REGISTRANTS,
    "POST /public/registrations/mine/withdraw": REGISTRANTS,
    "POST /registrations/{registration_id}/reveal": ADMIN,
    "GET /boards/live/{kind}": {"union_staff", "platform_admin"},
    "GET /boards/rules": {"union_staff", "platform_admin"},
    "POST /boards/rules": ADMIN,
    "POST /boards/seals": {"union_staff", "platform_admin"},
    "GET /boards/exclusions": {"union_staff", "platform_admin"},
    "POST /boards/exclusions": {"union_staff", "platform_admin"},
    "POST /boards/exports": {"union_staff", "platform_admin"},
    "GET /boards/{board_id}": {"union_staff", "platform_admin"},
    "GET /public/certificates/{code}": EVERYBODY,
    "GET /awards/kinds": RANK,
    "POST /awards/kinds": ADMIN,
    "GET /awards/lists": RANK,
    "POST /awards/lists": RANK,
    "GET /awards/lists/{list_id}": RANK,
    "GET /awards/lists/{list_id}/entries": RANK,
    "POST /awards/lists/{list_id}/edits": RANK,
    "POST /awards/lists/{list_id}/submit": RANK,
    "POST /awards/lists/{list_id}/withdraw": RANK,
    "POST /awards/lists/{list_id}/confirm": RANK,
    "GET /certificates": RANK,
    "GET /certificates/{certificate_id}": RANK,
    "POST /certificates/{certificate_id}/revoke": RANK,
    "POST /certificates/{certificate_id}/reissue": RANK,
    "POST /worker/register": EVERYBODY,
    "POST /worker/sign-in": EVERYBODY,
    "POST /worker/refresh": EVERYBODY,
    "POST /worker/sign-out": WORKERS,
    "GET /worker/me": WORKERS,
    "POST /worker/uploads": WORKERS,
    "GET /worker/uploads/{upload_id}": WORKERS,
    "PUT /worker/uploads/{upload_id}/parts/{number}": WORKERS,
    "POST /worker/uploads/{upload_id}/complete": WORKERS,
    "POST /worker/works": WORKERS,
    "GET /worker/works": WORKERS,
    "GET /worker/works/{work_id}": WORKERS,
    "PUT /worker/works/{work_id}": WORKERS,
    "POST /worker/works/{work_id}/withdraw": WORKERS,
    "POST /worker/interactions": WORKERS,
    "POST /worker/works/{work_id}/view": WORKERS,
    "POST /worker/works/{work_id}/share": WORKERS,
    "PUT /worker/works/{work_id}/like": WORKERS,
    "DELETE /worker/works/{work_id}/like": WORKERS,
    "PUT /worker/works/{work_id}/favourite": WORKERS,
    "DELETE /worker/works/{work_id}/favourite": WORKERS,
    "GET /worker/organizations": WORKERS,
    "GET /worker/memberships": WORKERS,
    "POST /worker/memberships": WORKERS,
    "POST /worker/memberships/{membership_id}/withdraw": WORKERS,
    "POST /worker/memberships/{membership_id}/leave": WORKERS,
    "POST /memberships/{membership_id}/reveal": ORG_ADMIN,
    "POST /roster/preview": ORG_ADMIN,
    "POST /roster/confirm": ORG_ADMIN,
    "POST /auth/sign-in": EVERYBODY,
    "POST /auth/refresh": EVERYBODY,
    "POST /auth/sign-out": STAFF,
    "GET /auth/me": STAFF,
    "GET /sync/changes": STAFF,
    "POST /sync/push": STAFF,
    "POST /claims": REVIEW,
    "POST /claims/renew": REVIEW,
    "POST /claims/release": REVIEW,
    "GET /works": ADMIN,
    "GET /works/{work_id}": REVIEW,
    "POST /works/{work_id}/claim": ADMIN,
    "POST /works/{work_id}/take-over": ADMIN,
    "POST /works/{work_id}/reveal-phone": REVIEW,
    "POST /media/urls": REVIEW,
    "GET /media/{media_id}": EVERYBODY,
    "HEAD /media/{media_id}": EVERYBODY,
    "GET /audit": ADMIN,
    "GET /notices": ADMIN,
    "GET /second-looks": ADMIN,
    "POST /second-looks/{look_id}/close": ADMIN,
}
DENIED = {"not-signed-in", "not-allowed"}


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """`METHOD /path` → operation."""
    return {
        f"{method.upper()} {path.removeprefix(API)}": operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
    }


@pytest.fixture
def database_url(sqlite_database: str) -> str:
    """Once is enough: rights do not depend on the database."""
    return sqlite_database


def test_every_operation_has_a_row(world: World) -> None:
    """A new endpoint needs a row in the table; what the OpenAPI says of roles agrees with it."""
    found = operations(create_app(world.context).openapi())
    assert set(found) == set(ALLOWED)
    public = {name for name, operation in found.items() if operation["x-roles"] == ["public"]}
    assert public == {name for name, allowed in ALLOWED.items() if allowed == EVERYBODY}
    declared = {name: set(operation["x-roles"]) for name, operation in found.items() if name not in public}
    assert declared == {name: allowed for name, allowed in ALLOWED.items() if name not in public}


@pytest.mark.parametrize("who", [*sorted(STAFF), "worker", "registrant", "nobody", "nonsense"])
def test_matrix(server: World, who: str) -> None:
    """Allowed: anything but a refusal for who one is. Not allowed: 401 for no or another kind of token, else 403."""
    some_id = server.context.new_id()
    person = server.staff(Role(who)) if who in STAFF else server.worker() if who == "worker" else ""
    token = applicant_token(server.context) if who == "registrant" else ""
    wrong = {}
    for name, allowed in ALLOWED.items():
        method, path = name.split(" ")
        caller = server.sign_in(person, WORKER if who == "worker" else "staff") if person else None
        headers = {"Authorization": f"Bearer {caller.token}"} if caller else {}
        if who == "registrant":
            headers = {"Authorization": f"Bearer {token}"}
        if who == "nonsense":
            headers = {"Authorization": "Bearer nonsense"}
        path = re.sub(r"{\w+_id}", some_id, path)
        answer = requests.request(method, server.url + API + path.replace("{number}", "1"), headers=headers, timeout=20)
        code = answer.json().get("code") if answer.content else None
        refused = 403 if who in STAFF and not allowed & (WORKERS | REGISTRANTS) else 401
        as_expected = code not in DENIED if who in allowed or allowed == EVERYBODY else answer.status_code == refused
        if not as_expected:
            wrong[name] = (answer.status_code, code)
    assert wrong == {}
