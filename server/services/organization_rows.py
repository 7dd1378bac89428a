"""Registrations, memberships and organizations as rows of the feed; personal data is masked."""

from collections.abc import Sequence
from typing import Any

from pypinyin import Style, lazy_pinyin
from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from contract.columns import COLUMNS
from contract.masking import mask_landline, mask_name, mask_phone
from contract.review import ApplicationState
from contract.wire.registration import DocumentFacts, FieldChange, LookAlike
from server.models import Media, Membership, Organization, Registration, RegistrationVersion, RosterEntry, Worker
from server.services.history import history_of

Facts = dict[str, Any]
_CONTENT = {"image/jpeg": "jpeg", "image/png": "png", "application/pdf": "pdf", "application/zip": "zip"}
_MASKS = {"account_phone": mask_phone, "contact_phone": mask_phone, "contact_name": mask_name}
_FILES = frozenset({"logo_id", "document_ids"})
APPROVED = ApplicationState.APPROVED.value


def registrations(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    """In the columns of `registration`."""
    found = list(session.scalars(select(Registration).where(Registration.id.in_(ids))))
    before = _before(session, [row for row in found if row.round > 1])
    ids_of_files = [id for row in found for id in (row.logo_id, *row.document_ids)]
    ids_of_files += [id for facts in before.values() for id in (facts["logo_id"], *facts["document_ids"])]
    files = _files(session, ids_of_files)
    look_alikes = _look_alikes(session, found)
    history = history_of(session, "registration", ids)
    plain = [name for name in COLUMNS["registration"] if name in Registration.__table__.columns]
    return {
        row.id: {name: getattr(row, name) for name in plain}
        | {name: mask(getattr(row, name)) for name, mask in _MASKS.items()}
        | {
            "landline": mask_landline(row.landline),
            "documents": [files[id] for id in row.document_ids if id in files],
            "look_alikes": look_alikes[row.id],
            "changes": _changes(before.get(row.id, {}), row, files),
            "history": history.get(row.id, []),
        }
        for row in found
    }


def memberships(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    """In the columns of `membership`."""
    plain = [getattr(Membership, name) for name in COLUMNS["membership"] if name in Membership.__table__.columns]
    roster = (RosterEntry.organization_id == Membership.organization_id) & (RosterEntry.phone == Worker.phone)
    found = select(
        *plain,
        Membership.worker_id,
        Worker.name.label("applicant_name"),
        Worker.phone.label("applicant_phone"),
        Worker.occupation,
        Organization.name.label("organization_name"),
        RosterEntry.employee_no,
        RosterEntry.name.label("roster_name"),
    )
    found = found.join(Worker, Worker.id == Membership.worker_id)
    found = found.join(Organization, Organization.id == Membership.organization_id).outerjoin(RosterEntry, roster)
    rows = [dict(row) for row in session.execute(found.where(Membership.id.in_(ids))).mappings()]
    same = _same_names(session, {(row["organization_id"], row["applicant_name"]) for row in rows})
    others = _memberships_of(session, {row["worker_id"] for row in rows})
    history = history_of(session, "membership", ids)
    for row in rows:
        name = row["applicant_name"]
        row["in_roster"] = int(row["roster_name"] == name)
        row["employee_no"] = row["employee_no"] or ""
        row["applicant_phone"] = mask_phone(row["applicant_phone"])
        row["initials"] = initials(name)
        row["same_names"] = same.get((row["organization_id"], name), 1) - 1
        row["other_organizations"] = others.get(row["worker_id"], 0) - (row["state"] == APPROVED)
        row["history"] = history.get(row["id"], [])
    return {row["id"]: row for row in rows}


def organizations(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    """In the columns of `organization`."""
    columns = [getattr(Organization, name) for name in COLUMNS["organization"]]
    found = select(*columns).where(Organization.id.in_(ids))
    return {row["id"]: dict(row) for row in session.execute(found).mappings()}


def initials(name: str) -> str:
    """Initials of a name in pinyin, lower case (陈伟华: cwh); other letters as they are."""
    return "".join(part[:1] for part in lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def _files(session: Session, ids: Sequence[str]) -> dict[str, Facts]:
    found = select(Media.id, Media.file_name, Media.content_type, Media.bytes, Media.sha256).where(Media.id.in_(ids))
    return {
        id: DocumentFacts.model_validate(
            {"id": id, "name": name, "kind": _CONTENT[content], "bytes": size, "sha256": sha256}
        ).model_dump()
        for id, name, content, size, sha256 in session.execute(found)
    }


def _look_alikes(session: Session, rows: Sequence[Registration]) -> dict[str, list[Facts]]:
    """What was found when each was sent in, with the names and states of now."""
    wanted = {one["id"] for row in rows for one in row.look_alikes}
    registered = select(
        Registration.id, Registration.number, Registration.name, Registration.state, Registration.submitted_at
    )
    organized = select(Organization.id, Organization.number, Organization.name, Organization.created_at)
    now = {id: rest for id, *rest in session.execute(registered.where(Registration.id.in_(wanted)))}
    for id, number, name, at in session.execute(organized.where(Organization.id.in_(wanted))):
        now[id] = [number, name, APPROVED, at]
    return {
        row.id: [
            LookAlike.model_validate(
                one | dict(zip(("number", "name", "state", "at"), now[one["id"]], strict=True))
            ).model_dump()
            for one in row.look_alikes
            if one["id"] in now
        ]
        for row in rows
    }


def _before(session: Session, rows: Sequence[Registration]) -> dict[str, Facts]:
    """What was sent in last in the round before, by registration."""
    versions = select(RegistrationVersion).where(RegistrationVersion.registration_id.in_([row.id for row in rows]))
    rounds = {row.id: row.round for row in rows}
    return {
        version.registration_id: version.facts
        for version in session.scalars(versions.order_by(RegistrationVersion.version))
        if version.round < rounds[version.registration_id]
    }


def _changes(before: Facts, row: Registration, files: dict[str, Facts]) -> list[Facts]:
    """How a registration differs from the round before; a file that was sent again unchanged is no change."""
    told = []
    for name, old in before.items():
        new = getattr(row, name)
        if name in _FILES and _content(old, files) == _content(new, files):
            continue
        if old != new:
            shown = (_shown(name, value, files) for value in (old, new))
            told.append(FieldChange(field=name, before=next(shown), after=next(shown)).model_dump())
    return told


def _content(ids: str | list[str], files: dict[str, Facts]) -> list[str]:
    return [files[id]["sha256"] for id in ([ids] if isinstance(ids, str) else ids) if id in files]


def _shown(field: str, value: Any, files: dict[str, Facts]) -> str:
    """A value as reviewers may see it; of files their names, of lists to choose from their codes."""
    if field in _FILES:
        return ", ".join(files[id]["name"] for id in ([value] if isinstance(value, str) else value) if id in files)
    if field == "landline":
        return mask_landline(value)
    if field in _MASKS:
        return _MASKS[field](value)
    return ",".join(value) if isinstance(value, list) else str(value)


def _same_names(session: Session, names: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """How many members and applicants of an organization have a name, by (organization, name)."""
    found = select(Membership.organization_id, Worker.name, func.count()).join(
        Worker, Worker.id == Membership.worker_id
    )
    found = found.where(
        Membership.organization_id.in_({organization for organization, _ in names}),
        Worker.name.in_({name for _, name in names}),
        Membership.state.in_([APPROVED, ApplicationState.PENDING.value]),
    )
    grouped = found.group_by(Membership.organization_id, Worker.name)
    return {(organization, name): count for organization, name, count in session.execute(grouped)}


def _memberships_of(session: Session, workers: set[str]) -> dict[str, int]:
    """How many organizations each worker belongs to."""
    other = aliased(Membership)
    found = select(other.worker_id, func.count()).where(other.worker_id.in_(workers), other.state == APPROVED)
    return {worker: count for worker, count in session.execute(found.group_by(other.worker_id))}  # noqa: C416 - mypy
