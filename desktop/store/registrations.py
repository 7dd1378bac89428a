"""Registrations of organizations: the cache with the outbox applied. Nothing here writes."""

import re
import unicodedata
from typing import Any, Final, Literal, NamedTuple

import orjson

from contract.masking import mask_landline, mask_name, mask_phone
from contract.registration import LANDLINE, MOBILE, name_key
from desktop.store import outbox
from desktop.store.database import Row, containing
from desktop.store.decisions import history_lines
from desktop.store.rows import HistoryLine, OutboxRow
from desktop.store.store import Store

KIND: Final = "registration"
MOST_ROWS: Final = 500
Segment = Literal["pending", "approved", "rejected", "all"]


class ProofFile(NamedTuple):
    """A file of proof: media id, the name it was sent with, kind by content, bytes."""

    id: str
    name: str
    kind: str
    bytes: int


class LookAlikeLine(NamedTuple):
    """Another registration or organization that may be the same; `score` is how alike the names are, 0 to 100."""

    kind: str
    id: str
    number: str
    name: str
    why: tuple[str, ...]
    score: int
    state: str
    at: int


class ChangeLine(NamedTuple):
    """What the correction says otherwise than the round before."""

    field: str
    before: str
    after: str


class RegistrationRow(NamedTuple):
    """An organization's registration; contacts are masked; `pending` is my unsettled decision about it."""

    id: str
    version: int
    number: str
    state: str
    round: int
    name: str
    region: str
    address: str
    landline: str
    introduction: str
    nature: str
    size: str
    industry: str
    labels: tuple[str, ...]
    account_phone: str
    contact_name: str
    contact_phone: str
    logo_id: str | None
    documents: tuple[ProofFile, ...]
    look_alikes: tuple[LookAlikeLine, ...]
    changes: tuple[ChangeLine, ...]
    submitted_at: int
    decided_at: int | None
    history: tuple[HistoryLine, ...]
    pending: OutboxRow | None = None


class OrganizationLine(NamedTuple):
    """What is known of an organization that is registered already."""

    id: str
    number: str
    name: str
    region: str
    introduction: str


class RegistrationCounts(NamedTuple):
    """How many there are; one that I have decided counts where the server has it until it has confirmed."""

    pending: int = 0
    approved: int = 0
    rejected: int = 0
    all: int = 0


_COLUMNS: Final = ", ".join(RegistrationRow._fields[:-1])
_FIND: Final = " OR ".join(
    f"{column} LIKE ? ESCAPE '\\'" for column in ("name", "number", "account_phone", "contact_name", "contact_phone")
)


def queue(store: Store, segment: Segment = "pending", text: str = "") -> list[RegistrationRow]:
    """Of one state or all, searched by name (also normalised), number, phones and contact; oldest open ones first."""
    where, values = ["1"], list[Any]()
    if segment != "all":
        where.append("state=?")
        values.append(segment)
    if wanted := unicodedata.normalize("NFKC", text).strip():
        found = f"{_FIND} OR name_key LIKE ? ESCAPE '\\'"
        values += [containing(wanted)] * 5 + [containing(name_key(wanted) or wanted)]
        for columns, masked in _masked(wanted):
            found += "".join(f" OR {column}=?" for column in columns)
            values += [masked] * len(columns)
        where.append(f"({found})")
    order = "submitted_at, id" if segment == "pending" else "coalesce(decided_at, submitted_at) DESC, id"
    query = f"SELECT {_COLUMNS} FROM registration WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?"  # noqa: S608
    mine = {row.subject_id: row for row in outbox.unsettled(store, "review.decide") if row.args.get("kind") == KIND}
    return [_registration(row, mine.get(row[0])) for row in store.cache.rows(query, (*values, MOST_ROWS))]


def _masked(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Where a whole phone number, landline or name would stand, as the server has masked it."""
    if re.fullmatch(MOBILE, text):
        return [(("account_phone", "contact_phone"), mask_phone(text))]
    if re.fullmatch(LANDLINE, text):
        return [(("landline",), mask_landline(text))]
    return [(("contact_name",), mask_name(text))] if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) else []


def registration(store: Store, id: str) -> RegistrationRow | None:
    """One of the cache, with my unsettled decision about it."""
    row = store.cache.first(f"SELECT {_COLUMNS} FROM registration WHERE id=?", (id,))  # noqa: S608
    mine = outbox.unsettled(store, "review.decide", id) if row is not None else []
    return _registration(row, mine[-1] if mine else None) if row is not None else None


def look_alike(store: Store, kind: str, id: str) -> RegistrationRow | OrganizationLine | None:
    """What is here about a look-alike: a registration, or an organization."""
    if kind == KIND:
        return registration(store, id)
    columns = ", ".join(OrganizationLine._fields)
    row = store.cache.first(f"SELECT {columns} FROM organization WHERE id=?", (id,))  # noqa: S608
    return OrganizationLine(*row) if row is not None else None


def counts(store: Store) -> RegistrationCounts:
    """For the segments."""
    found: dict[str, int] = dict(store.cache.rows("SELECT state, count(*) FROM registration GROUP BY state"))
    named = {state: int(found.get(state, 0)) for state in ("pending", "approved", "rejected")}
    return RegistrationCounts(**named, all=int(sum(found.values())))


def files_to_fetch(store: Store) -> list[str]:
    """Logos and proofs of the open ones, in the order of the queue."""
    rows = queue(store)
    proofs = [file.id for row in rows for file in row.documents]
    return [row.logo_id for row in rows if row.logo_id] + proofs


def _registration(row: Row, mine: OutboxRow | None) -> RegistrationRow:
    facts = dict(zip(RegistrationRow._fields, row, strict=False))
    alike = [LookAlikeLine(**one | {"why": tuple(one["why"])}) for one in _json(facts["look_alikes"])]
    files = [ProofFile(one["id"], one["name"], one["kind"], one["bytes"]) for one in _json(facts["documents"])]
    lists = {
        "labels": tuple(_json(facts["labels"])),
        "documents": tuple(files),
        "look_alikes": tuple(alike),
        "changes": tuple(ChangeLine(**one) for one in _json(facts["changes"])),
        "history": history_lines(facts["history"]),
    }
    return RegistrationRow(**facts | lists, pending=mine)


def _json(text: str | None) -> list[Any]:
    return list(orjson.loads(text)) if text else []
