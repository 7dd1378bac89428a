"""Stored files: where they lie, who may fetch them, signed addresses."""

import hashlib
import hmac
import os
from pathlib import Path

from sqlalchemy import CompoundSelect, func, or_, select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.roles import Role
from contract.wire.review import MediaUrl, MediaUrls
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Decision, LeaseGrant, Media, Work
from server.services import audit
from server.services.tokens import StaffPerson

ADDRESS_LIFE_MS = 3_600_000


def path_of(context: ServerContext, media: Media) -> Path:
    """The file of a media row; its path was made by the server, never taken from a caller."""
    return context.settings.media_path / media.path


def keep_file(context: ServerContext, source: Path, media_id: str, suffix: str) -> str:
    """Move a finished file into the store, durably; returns its path relative to the media folder."""
    relative = Path("files") / media_id[-2:] / f"{media_id}{suffix}"
    target = context.settings.media_path / relative
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        os.fsync(file.fileno())
    source.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return relative.as_posix()


def addresses(session: Session, context: ServerContext, person: StaffPerson, ids: list[str]) -> MediaUrls:
    """Signed addresses of the files this person may see; the others are named as missing."""
    found = select(Media).where(Media.id.in_(ids))
    if person.role is not Role.PLATFORM_ADMIN:
        found = found.where(Media.id.in_(_seen_by(person.id)))
    expires = context.now() + ADDRESS_LIFE_MS
    urls = [
        MediaUrl(
            id=media.id,
            url=address_of(context, media.id),
            sha256=media.sha256,
            bytes=media.bytes,
            etag=etag(media),
            content_type=media.content_type,
            expires_at=expires,
        )
        for media in session.scalars(found)
    ]
    known = {url.id for url in urls}
    return MediaUrls(urls=urls, missing=[id for id in ids if id not in known])


def address_of(context: ServerContext, media_id: str) -> str:
    """A signed address that is good for an hour from now."""
    key, expires = context.settings.signing_key(), context.now() + ADDRESS_LIFE_MS
    return f"/api/v1/media/{media_id}?expires={expires}&sig={_signature(key, media_id, expires)}"


def note_proofs(context: ServerContext, person: StaffPerson, ids: list[str]) -> None:
    """Write into the audit whose files of proof are about to be seen: one line for each registration."""
    proofs = select(Media.registration_id, func.count()).where(Media.id.in_(ids), Media.kind == "proof")
    proofs = proofs.where(Media.registration_id.is_not(None)).group_by(Media.registration_id)
    with context.database.reading() as session:
        found = session.execute(proofs.order_by(Media.registration_id)).all()
    if found:
        with context.database.writing() as session:
            for registration, files in found:
                audit.record(session, context, person, "view-proof", ("registration", str(registration)), files=files)


def by_address(session: Session, context: ServerContext, media_id: str, expires: int, signature: str) -> Media:
    """The media row of a signed address; raises url-expired or not-found."""
    right = _signature(context.settings.signing_key(), media_id, expires)
    if not hmac.compare_digest(right, signature) or expires <= context.now():
        raise ProblemError(Code.URL_EXPIRED, "Ask for a new address.")
    media = session.get(Media, media_id)
    if media is None or not path_of(context, media).is_file():
        raise ProblemError(Code.NOT_FOUND, "This file is not here.")
    return media


def etag(media: Media) -> str:
    """The strong validator of a file: its digest."""
    return f'"{media.sha256}"'


def _signature(key: bytes, media_id: str, expires: int) -> str:
    return hmac.new(key, f"{media_id}:{expires}".encode(), hashlib.sha256).hexdigest()


def _seen_by(staff_id: str) -> CompoundSelect[str | None]:
    """Videos and posters of the works that a reviewer holds, or had and has decided."""
    granted = select(LeaseGrant.work_id).where(LeaseGrant.staff_id == staff_id)
    had = or_(Decision.status != "superseded", Decision.subject_id.in_(granted))
    decided = select(Decision.subject_id).where(Decision.staff_id == staff_id, Decision.subject_kind == "work", had)
    mine = or_(Work.lease_holder == staff_id, Work.id.in_(decided))
    videos = select(Work.media_id).where(mine, Work.media_id.is_not(None))
    posters = select(Media.poster_id).where(Media.id.in_(videos), Media.poster_id.is_not(None))
    return videos.union(posters)
