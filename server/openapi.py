"""The OpenAPI document: common errors, roles and security are added to every operation from its policy."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from contract.problems import Code, Problem
from server.errors import PROBLEM_JSON, STATUS
from server.policy import Policy, PublicPolicy, StaffPolicy, policies, roles_of

_SIGNED_IN = (
    Code.NOT_SIGNED_IN,
    Code.SESSION_EXPIRED,
    Code.SESSION_REVOKED,
    Code.ACCOUNT_SUSPENDED,
)
_ALWAYS = (Code.CLIENT_TOO_OLD, Code.UNAVAILABLE, Code.INTERNAL)
TAGS = {
    "public": "Everybody, without signing in.",
    "registrations": "Organizations register, and see how it stands; what reviewers ask about them.",
    "worker": "Workers: register, upload, submit, own works, interactions.",
    "auth": "Staff: sign in, refresh, sign out.",
    "sync": "What changed for me, and what I decided.",
    "claims": "Leases on works.",
    "works": "All works, one work, take-over, phone numbers.",
    "memberships": "Who applies to join an organization, and its member list.",
    "boards": "What regions, organizations, works and people have gained.",
    "awards": "Kinds of awards, who wins them, certificates.",
    "media": "Addresses of files, and the files.",
    "audit": "Audit, notices, second looks.",
}


def problems(*codes: Code) -> dict[int | str, dict[str, Any]]:
    """`responses=` of an endpoint: the problem codes that it may answer beyond the common ones."""
    by_status: dict[int | str, list[str]] = {}
    for code in codes:
        by_status.setdefault(STATUS[code], []).append(code)
    return {status: _problem_response(names) for status, names in by_status.items()}


def _problem_response(codes: list[str]) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": " · ".join(codes), "content": {PROBLEM_JSON: {"schema": schema}}}


def _common(policy: Policy, operation: dict[str, Any]) -> list[Code]:
    codes = list(_ALWAYS)
    if not isinstance(policy, PublicPolicy):
        codes += _SIGNED_IN
    if isinstance(policy, StaffPolicy):
        codes.append(Code.NOT_ALLOWED)
    if "requestBody" in operation or operation.get("parameters"):
        codes.append(Code.INVALID_ARGS)
    if "requestBody" in operation:
        codes.append(Code.BODY_TOO_LARGE)
    return codes


def _complete(operation: dict[str, Any], policy: Policy) -> None:
    responses = operation["responses"]
    if PROBLEM_JSON not in responses.get("422", {}).get("content", {}):
        responses.pop("422", None)
    for status, response in problems(*_common(policy, operation)).items():
        known = responses.setdefault(str(status), response)
        if known is not response:
            codes = dict.fromkeys(f"{known['description']} · {response['description']}".split(" · "))
            known["description"] = " · ".join(codes)
    operation["x-roles"] = roles_of(policy)
    operation["security"] = [] if isinstance(policy, PublicPolicy) else [{"bearer": []}]


def build(app: FastAPI) -> dict[str, Any]:
    """The whole document, made once."""
    if app.openapi_schema:
        return app.openapi_schema
    tags = [{"name": name, "description": text} for name, text in TAGS.items()]
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes, tags=tags
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = Problem.model_json_schema()
    document["components"]["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    for (path, method), policy in policies(app).items():
        operation = document["paths"].get(path, {}).get(method.lower())
        if operation:
            _complete(operation, policy)
    app.openapi_schema = document
    return document
