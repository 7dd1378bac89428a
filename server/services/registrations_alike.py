"""Registrations and organizations that may be the same one: by phone, name, near name, document."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from contract.review import ApplicationState
from server.feed import PLATFORM, touch
from server.models import Media, Organization, Registration, Staff

NEAR: Final = 85
"""From this likeness of two names on (0 to 100, of their keys) they are near."""
SHOWN: Final = 10
"""The strongest ones are kept."""
Found = list[dict[str, Any]]
_ORDER: Final = ("same-document", "same-phone", "same-name", "near-name")


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of a registration."""

    id: str
    organization_id: str | None
    name_key: str
    phones: frozenset[str]
    hashes: frozenset[str]


def find(session: Session, said: Said) -> Found:
    """`{"kind", "id", "why", "score"}` of the strongest ones, strongest first.

    All names are read and compared, which takes some ten milliseconds for 10,000.
    """
    registered = _others(session, said)
    whose = {id: organization for id, _, organization in registered}
    taken = {organization for organization in whose.values() if organization} | {said.organization_id}
    organized = [row for row in _organizations(session) if row[0] not in taken]
    keys = {("registration", id): key for id, key, _ in registered} | {
        ("organization", id): key for id, key in organized
    }
    why: dict[tuple[str, str], set[str]] = {}
    for one in _near(said.name_key, keys):
        why.setdefault(one, set()).add("same-name" if keys[one] == said.name_key else "near-name")
    for one in _same_phone(session, said):
        why.setdefault(one, set()).add("same-phone")
    for id in _same_document(session, said):
        why.setdefault(("registration", id), set()).add("same-document")
    found = [
        {
            "kind": one[0],
            "id": one[1],
            "why": sorted(reasons, key=_ORDER.index),
            "score": round(fuzz.ratio(said.name_key, keys[one])),
        }
        for one, reasons in why.items()
        if one in keys
    ]
    return strongest(found)


def strongest(found: Iterable[dict[str, Any]]) -> Found:
    """The ones worth showing, in a stable order."""
    ranked = sorted(found, key=lambda one: (_ORDER.index(one["why"][0]), -len(one["why"]), -one["score"], one["id"]))
    return ranked[:SHOWN]


def registrations_of(found: Iterable[dict[str, Any]]) -> set[str]:
    """Ids of the registrations among look-alikes."""
    return {one["id"] for one in found if one["kind"] == "registration"}


def tell_others(session: Session, registration: Registration, before: Found, others: Sequence[Registration]) -> None:
    """What is alike is alike the other way round: the others, locked by the caller, list this one too, or no more."""
    now = {one["id"]: one for one in registration.look_alikes if one["kind"] == "registration"}
    for other in others:
        rest = [one for one in other.look_alikes if one["id"] != registration.id]
        mine = [now[other.id] | {"id": registration.id}] if other.id in now else []
        other.look_alikes = strongest(rest + mine)
    show_again(session, [*before, *registration.look_alikes])


def show_again(session: Session, found: Collection[dict[str, Any]]) -> None:
    """Those who list a registration show its present name and state."""
    for id in sorted(registrations_of(found)):
        touch(session, PLATFORM, "registration", id)


def _others(session: Session, said: Said) -> list[tuple[str, str, str | None]]:
    living = Registration.state != ApplicationState.WITHDRAWN, Registration.id != said.id
    found = select(Registration.id, Registration.name_key, Registration.organization_id).where(*living)
    return [(id, key, organization) for id, key, organization in session.execute(found)]


def _organizations(session: Session) -> list[tuple[str, str]]:
    return [(id, key) for id, key in session.execute(select(Organization.id, Organization.name_key))]


def _near(key: str, keys: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
    found = process.extract(key, keys, scorer=fuzz.ratio, processor=None, limit=SHOWN * 2, score_cutoff=NEAR)
    return [one for _, _, one in found]


def _same_phone(session: Session, said: Said) -> list[tuple[str, str]]:
    same = or_(Registration.account_phone.in_(said.phones), Registration.contact_phone.in_(said.phones))
    found = [("registration", id) for id in session.scalars(select(Registration.id).where(same))]
    admins = select(Staff.organization_id).where(Staff.account.in_(said.phones), Staff.organization_id.is_not(None))
    return found + [("organization", str(id)) for id in session.scalars(admins)]


def _same_document(session: Session, said: Said) -> Sequence[str]:
    same = Media.kind == "proof", Media.sha256.in_(said.hashes), Media.registration_id.is_not(None)
    return [str(id) for id in session.scalars(select(Media.registration_id).where(*same).distinct())]
