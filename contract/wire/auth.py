"""Signing in: staff under `/auth`, workers under `/worker`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from contract.roles import Role
from contract.wire import Ask, Shape

Account = Annotated[str, StringConstraints(min_length=1, max_length=64, strip_whitespace=True)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=256)]
Phone = Annotated[str, StringConstraints(pattern=r"^1[0-9]{10}$")]


class SignIn(Ask):
    """`POST /auth/sign-in`; `device` names the machine in the list of sessions."""

    account: Account
    password: Password
    device: Annotated[str, StringConstraints(max_length=80)] = ""


class Refresh(Ask):
    """`POST /auth/refresh`: the refresh token is spent by this call; using it a second time ends the whole family."""

    refresh_token: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class Person(Shape):
    """A member of the staff. `label` is what colleagues see (审核员 0327)."""

    id: str
    account: str
    name: str
    label: str
    role: Role
    region: str | None = None
    organization_id: str | None = None
    organization_name: str | None = None


class Session(Shape):
    """Answer of sign-in and refresh; `expires_in_s` is the access token's."""

    access_token: str
    refresh_token: str
    expires_in_s: int
    refresh_expires_in_s: int
    server_time: int
    person: Person


class WorkerRegister(Ask):
    """`POST /worker/register`."""

    phone: Phone
    name: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
    password: Annotated[str, StringConstraints(min_length=8, max_length=256)]
    occupation: Annotated[str, StringConstraints(max_length=40)] = ""


class WorkerSignIn(Ask):
    """`POST /worker/sign-in`."""

    phone: Phone
    password: Password


class WorkerPerson(Shape):
    """A worker as seen by himself or herself."""

    id: str
    name: str
    phone_masked: str
    occupation: str = ""


class WorkerSession(Shape):
    """Answer of worker sign-in and refresh."""

    access_token: str
    refresh_token: str
    expires_in_s: int
    refresh_expires_in_s: int
    server_time: int
    worker: WorkerPerson


class Health(Shape):
    """`GET /public/health`."""

    name: str
    version: str
    oldest_client: str
    protocol: int
    server_time: int
    demo: bool = False


class Empty(Shape):
    """An answer without content."""

    ok: bool = Field(default=True)
