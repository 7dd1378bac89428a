"""Registrations and memberships: parts of their synced rows, what staff ask about them, what applicants send."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from contract.registration import CHOICES, DOCUMENTS_MAX, LABELS, PASSWORD, TEXTS, one_of
from contract.review import ApplicationState
from contract.wire import Ask, Shape
from contract.wire.sync import Counter, HistoryEvent, Id


class DocumentFacts(Shape):
    """A file of proof: its media id, the name it was sent with (never trusted), what its content is, bytes."""

    id: str
    name: str
    kind: Literal["jpeg", "png", "pdf", "zip"]
    bytes: int
    sha256: str


class LookAlike(Shape):
    """Another registration or organization that may be the same one.

    `why`: same-phone, same-name, near-name, same-document; `score` is how alike the names are (0 to 100).
    """

    kind: Literal["registration", "organization"]
    id: str
    number: str
    name: str
    why: list[Literal["same-phone", "same-name", "near-name", "same-document"]]
    score: int
    state: str
    at: int


class FieldChange(Shape):
    """What a corrected registration says otherwise than the round before; personal data is masked."""

    field: str
    before: str
    after: str


class RegistrationRevealed(Shape):
    """The contact of a registration in full; the call is audited."""

    account_phone: str
    contact_name: str
    contact_phone: str
    landline: str


class MemberRevealed(Shape):
    """An applicant in full; the call is audited."""

    name: str
    phone: str


def _typed(field: str) -> StringConstraints:
    """What may be typed into a field, surrounding blanks left out."""
    rule = TEXTS[field]
    return StringConstraints(strip_whitespace=True, pattern=rule.pattern, max_length=rule.longest)


def _chosen(field: str) -> StringConstraints:
    return StringConstraints(pattern=one_of(CHOICES[field]))


def _strong(password: str) -> str:
    """Look-ahead is nothing that pydantic's patterns know."""
    if re.search(PASSWORD, password) is None or "\n" in password:
        raise ValueError("letters and digits, 8 to 64 characters")
    return password


def _different(values: list[str]) -> list[str]:
    if len(set(values)) != len(values):
        raise ValueError("the same twice")
    return values


FileRef = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{16,400}$")]
"""The ticket that an upload gave, or the id of a file that the registration has already."""


class CaptchaShown(Shape):
    """A picture captcha, good for one try: `image` is a PNG in base64."""

    id: str
    image: str
    expires_in_s: int


class CodeAsk(Ask):
    """`POST /public/registrations/codes`: a code to this phone, for a solved captcha."""

    phone: Annotated[str, _typed("account_phone")]
    captcha_id: Id
    captcha: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=16)]


class CodeSent(Shape):
    """The code is on its way; another one may be asked for after `again_in_s`."""

    expires_in_s: int
    again_in_s: int


class FileKept(Shape):
    """A file that was received: `file` is what the registration names it by, within a day."""

    file: str
    name: str
    kind: Literal["jpeg", "png", "pdf", "zip"]
    bytes: int
    expires_in_s: int


class RegistrationFields(Ask):
    """What both a new and a corrected registration say."""

    name: Annotated[str, _typed("name")]
    region: Annotated[str, _chosen("region")]
    address: Annotated[str, _typed("address")]
    landline: Annotated[str, _typed("landline")]
    introduction: Annotated[str, _typed("introduction")]
    nature: Annotated[str, _chosen("nature")]
    size: Annotated[str, _chosen("size")]
    industry: Annotated[str, _chosen("industry")]
    labels: Annotated[
        list[Annotated[str, _chosen("labels")]], Field(min_length=1, max_length=len(LABELS)), AfterValidator(_different)
    ]
    contact_name: Annotated[str, _typed("contact_name")]
    contact_phone: Annotated[str, _typed("contact_phone")]
    logo: FileRef
    documents: Annotated[list[FileRef], Field(min_length=1, max_length=DOCUMENTS_MAX), AfterValidator(_different)]


class RegisterAsk(RegistrationFields):
    """`POST /public/registrations`, with an `Idempotency-Key` header."""

    account_phone: Annotated[str, _typed("account_phone")]
    sms_code: Annotated[str, _typed("sms_code")]
    password: Annotated[str, AfterValidator(_strong), Field(min_length=8, max_length=64)]
    terms: Literal[True]


class CorrectRegistrationAsk(RegistrationFields):
    """`PUT /public/registrations/mine`; `base_version` is the version that was on screen."""

    base_version: Counter


class RegistrantSignIn(Ask):
    """`POST /public/registrations/sign-in`, with phone and password of the registration."""

    phone: Annotated[str, _typed("account_phone")]
    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class OwnFile(Shape):
    """A file of one's own registration; `url` is good for an hour."""

    id: str
    name: str
    kind: Literal["jpeg", "png", "pdf", "zip"]
    bytes: int
    url: str


class OwnRegistration(Shape):
    """A registration as its applicant sees it; internal notes and names of reviewers are no part of it.

    A line of `history` has its reasons in words in `message`.
    """

    id: str
    number: str
    version: int
    state: ApplicationState
    round: int
    account_phone: str
    name: str
    region: str
    address: str
    landline: str
    introduction: str
    nature: str
    size: str
    industry: str
    labels: list[str]
    contact_name: str
    contact_phone: str
    logo: OwnFile
    documents: list[OwnFile]
    submitted_at: int
    decided_at: int | None
    reason_texts: list[str]
    message: str
    history: list[HistoryEvent]
    may_correct: bool
    may_withdraw: bool


class RegistrantSession(Shape):
    """Signed in to one's own registration; `token` is good for `expires_in_s` and cannot be renewed."""

    token: str
    expires_in_s: int
    registration: OwnRegistration
