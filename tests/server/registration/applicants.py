"""People who register organizations, calling the API as the page does."""

import io
import itertools
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import requests
from PIL import Image
from sqlalchemy import select

from contract.registration import CAPTCHA_LENGTH
from contract.wire.registration import RegistrationFields
from server.context import ServerContext
from server.models import Notice
from server.services import registrations, registrations_accounts, registrations_files
from server.services.registrations_captcha import LETTERS
from tests.server.world import API, PASSWORD

SOLUTION = LETTERS[0] * CAPTCHA_LENGTH
STRONG = "correct4horse"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"  # fmt: skip  # noqa: E501
_numbers = itertools.count(1)


def captcha_draws(count: int) -> bytes:
    """Random bytes, but those of a captcha are zeros: every picture shows SOLUTION."""
    return bytes(count) if count == CAPTCHA_LENGTH else os.urandom(count)


def picture(colour: str = "#bc1d23", size: tuple[int, int] = (64, 64), kind: str = "PNG") -> bytes:
    """An image file."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def last_code(context: ServerContext, phone: str) -> str:
    """The code in the newest SMS to a phone."""
    with context.database.reading() as session:
        found = select(Notice.text).where(Notice.phone == phone, Notice.kind == "code").order_by(Notice.id.desc())
        text = session.scalars(found.limit(1)).one()
    code = re.search(r"\d{6}", text)
    assert code is not None
    return code[0]


@dataclass
class Applicant:
    """Somebody with a phone who fills in the form."""

    url: str
    context: ServerContext
    phone: str = ""
    session: requests.Session = field(default_factory=requests.Session)
    token: str = ""
    uploads: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.phone = self.phone or f"139{next(_numbers):08}"

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        """One call below /public/registrations."""
        headers = {"Authorization": f"Bearer {self.token}"} | more.pop("headers", {})
        url = f"{self.url}{API}/public/registrations{path}"
        return self.session.request(method, url, headers=headers, timeout=40, **more)

    def captcha(self) -> str:
        """The id of a fresh captcha."""
        answer = self.call("POST", "/captcha")
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def ask_code(self, solution: str = SOLUTION, captcha: str = "") -> requests.Response:
        """Ask for a code with a fresh captcha."""
        ask = {"phone": self.phone, "captcha_id": captcha or self.captcha(), "captcha": solution}
        return self.call("POST", "/codes", json=ask)

    def code(self) -> str:
        """A fresh code, as the phone receives it."""
        answer = self.ask_code()
        assert answer.status_code == 200, answer.text
        return last_code(self.context, self.phone)

    def send(self, purpose: str, content: bytes, name: str = "file") -> requests.Response:
        """Upload a file."""
        return self.call("POST", f"/files/{purpose}", params={"name": name}, data=content)

    def kept(self, purpose: str, content: bytes, name: str = "file") -> str:
        """The ticket of an uploaded file."""
        answer = self.send(purpose, content, name)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["file"])

    def fields(self, **other: Any) -> dict[str, Any]:
        """What is filled in, with fresh files unless they are given."""
        shade = f"#{int(self.phone[-5:]):06x}"
        said = fields(**other)
        said["logo"] = other.get("logo") or self.kept("logo", picture(), "logo.png")
        said["documents"] = other.get("documents") or [self.kept("proof", picture(shade), "proof.png")]
        return said

    def form(self, **other: Any) -> dict[str, Any]:
        """The whole form with a fresh code unless one is given."""
        said = {"account_phone": self.phone, "password": STRONG, "terms": True, "sms_code": other.get("sms_code", "")}
        said["sms_code"] = said["sms_code"] or self.code()
        return self.fields(**{name: value for name, value in other.items() if name not in said}) | said | other

    def submit(self, form: dict[str, Any], key: str = "") -> requests.Response:
        """Send the form."""
        headers = {"Idempotency-Key": key or f"form-{self.phone}-{next(self.uploads)}"}
        return self.call("POST", "", json=form, headers=headers)

    def register(self, **other: Any) -> dict[str, Any]:
        """Register; the registration as the applicant sees it."""
        answer = self.submit(self.form(**other))
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        return dict(answer.json()["registration"])

    def mine(self) -> dict[str, Any]:
        """How it stands."""
        answer = self.call("GET", "/mine")
        assert answer.status_code == 200, answer.text
        return dict(answer.json()["registration"])

    def correct(self, now: dict[str, Any], **other: Any) -> requests.Response:
        """Send `now` again with other values."""
        same = {name: now[name] for name in fields()}
        files = {"logo": now["logo"]["id"], "documents": [one["id"] for one in now["documents"]]}
        return self.call("PUT", "/mine", json=same | files | {"base_version": now["version"]} | other)


def fields(**other: Any) -> dict[str, Any]:
    """What is typed and chosen, without files."""
    said = {
        "name": "山东鲁源风电有限公司",
        "region": "37",
        "address": "济南市历城区工业北路 88 号",
        "landline": "0531-87654321",
        "introduction": "在山东沿海建设和运行风电场。",
        "nature": "enterprise",
        "size": "500-999",
        "industry": "energy",
        "labels": ["grassroots"],
        "contact_name": "韩雪梅",
        "contact_phone": "13900001111",
    }
    return said | {name: value for name, value in other.items() if name in said}


def registered(context: ServerContext, phone: str = "", **other: Any) -> str:
    """A registration through the services, without captcha and code; its id."""
    phone = phone or f"137{next(_numbers):08}"
    proof = picture(f"#{int(phone[-5:]):06x}")
    files = {
        "logo": registrations_files.keep(context, "logo", "logo.png", picture()).file,
        "documents": [registrations_files.keep(context, "proof", "proof.png", other.pop("proof", proof)).file],
    }
    ask = RegistrationFields.model_validate(fields(**other) | files)
    with context.database.writing() as session:
        return registrations.enter(session, context, phone, ask, context.passwords.hash(PASSWORD)).id


def applicant_token(context: ServerContext) -> str:
    """The token of somebody who has registered."""
    return registrations_accounts.token_of(context, registered(context))


Make = Callable[..., Applicant]
