"""Parts of the synced rows of registrations and memberships, and what staff ask about them."""

from typing import Literal

from contract.wire import Shape


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
