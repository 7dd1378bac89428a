"""Logos and files of proof: received, looked at by content, tied to the registration that names them."""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.campaign import DAY_MS
from contract.problems import Code
from contract.wire.registration import FileKept, OwnFile
from inspection.documents.looking import Refused, look
from inspection.documents.sniff import Kind, Purpose, kind_of, problem_with
from server.context import ServerContext
from server.errors import ProblemError
from server.models import Media
from server.services.cursors import seal, unseal
from server.services.media import address_of, keep_file, path_of
from server.services.uploads import scratch

log = logging.getLogger(__name__)
LOOSE_MS: Final = DAY_MS
"""How long a file is kept that no registration has named."""
FORGET_AT_ONCE: Final = 200
_TICKET = "registration-file"
_TYPES: Final = {
    Kind.JPEG: ("image/jpeg", ".jpg"),
    Kind.PNG: ("image/png", ".png"),
    Kind.PDF: ("application/pdf", ".pdf"),
    Kind.ZIP: ("application/zip", ".zip"),
}
_KINDS: Final = {content: kind for kind, (content, _) in _TYPES.items()}


def receive(context: ServerContext, purpose: Purpose, name: str, content: bytes) -> FileKept:
    """Store what a stranger sent, once a limited child has opened it.

    Raises file-refused with `problem`: empty, type, too-large, or why it cannot be shown to a reviewer.
    """
    _refuse(problem_with(kind_of(content), len(content), purpose))
    with TemporaryDirectory(dir=scratch(context)) as folder:
        file = Path(folder) / "file"
        file.write_bytes(content)
        seen = look(file)
    if isinstance(seen, Refused):
        log.info("a file of proof or logo is refused: %s", seen.code)
        _refuse(seen.code)
    elif seen.problem == "encrypted":
        _refuse(seen.problem)
    return keep(context, purpose, name, content)


def keep(context: ServerContext, purpose: Purpose, name: str, content: bytes) -> FileKept:
    """Store a file that is known to open; raises file-refused with `problem`: empty, type, too-large."""
    kind = kind_of(content)
    _refuse(problem_with(kind, len(content), purpose))
    media_type, suffix = _TYPES[kind]
    with TemporaryDirectory(dir=scratch(context)) as folder:
        file = Path(folder) / "file"
        file.write_bytes(content)
        media = Media(
            id=context.new_id(),
            kind=purpose,
            path="",
            file_name=plain_name(name) or f"{purpose}{suffix}",
            content_type=media_type,
            bytes=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            created_at=context.now(),
        )
        media.path = keep_file(context, file, media.id, suffix)
    with context.database.writing() as session:
        session.add(media)
    ticket = seal(context.settings.signing_key(), _TICKET, [media.id, purpose])
    facts = {"file": ticket, "name": media.file_name, "kind": kind, "bytes": media.bytes}
    return FileKept.model_validate(facts | {"expires_in_s": LOOSE_MS // 1000})


def plain_name(name: str) -> str:
    """The last part of a name that somebody sent, without characters that do not show; it is only ever shown."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[-120:]


def named(
    session: Session, context: ServerContext, registration_id: str, purpose: Purpose, refs: Sequence[str]
) -> list[Media]:
    """The files that a registration names: fresh ones by their ticket, those it has already by their id.

    They are locked, but not against approvals, which refer to them while they hold the registration.
    Raises file-refused (`gone`) for tickets that are too old or used, and for anything else.
    """
    ids = [_id_of(context, purpose, ref) for ref in refs]
    found = select(Media).where(Media.id.in_([id for id, _ in ids])).order_by(Media.id).with_for_update(key_share=True)
    media = {one.id: one for one in session.scalars(found.execution_options(populate_existing=True))}
    named = []
    for id, fresh in ids:
        one = media.get(id)
        owner = None if fresh else registration_id
        if one is None or one.kind != purpose or one.registration_id not in {owner, registration_id} or one in named:
            raise ProblemError(Code.FILE_REFUSED, "Send this file again.", problem="gone", purpose=purpose)
        named.append(one)
    return named


def own_file(context: ServerContext, media: Media) -> OwnFile:
    """A file as shown to the applicant whose it is."""
    facts = {"id": media.id, "name": media.file_name, "kind": _KINDS[media.content_type], "bytes": media.bytes}
    return OwnFile.model_validate(facts | {"url": address_of(context, media.id)})


def forget_loose(session: Session, context: ServerContext) -> None:
    """Files that no registration has named in time are deleted."""
    old = Media.created_at < context.now() - LOOSE_MS, Media.registration_id.is_(None)
    loose = select(Media).where(Media.kind.in_(["logo", "proof"]), *old).limit(FORGET_AT_ONCE)
    for media in session.scalars(loose.with_for_update(skip_locked=True)):
        path_of(context, media).unlink(missing_ok=True)
        session.delete(media)


def _id_of(context: ServerContext, purpose: Purpose, ref: str) -> tuple[str, bool]:
    """The media id, and whether it comes from a ticket."""
    try:
        id, of = unseal(context.settings.signing_key(), _TICKET, ref)
    except ProblemError:
        return ref, False
    return (id if of == purpose else "", True)


def _refuse(problem: str | None) -> None:
    if problem:
        raise ProblemError(Code.FILE_REFUSED, "This file cannot be used.", problem=problem)
