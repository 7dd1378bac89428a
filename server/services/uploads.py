"""Uploads in parts: received, put together, looked at, kept."""

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.wire.worker import PART_BYTES, PartReceived, Upload, UploadAsk, UploadDone
from inspection.probe import Facts, Refusal, poster, probe
from server import models
from server.context import ServerContext
from server.errors import ProblemError
from server.services.media import keep_file

LIFE_MS = 24 * 3_600_000
OPEN_AT_ONCE = 5
"""Unfinished uploads that one worker may have."""
TYPES = {
    "mp4": ("video/mp4", ".mp4"),
    "mov": ("video/quicktime", ".mov"),
    "webm": ("video/webm", ".webm"),
    "matroska": ("video/x-matroska", ".mkv"),
}


def begin(session: Session, context: ServerContext, worker_id: str, ask: UploadAsk) -> Upload:
    """Open an upload; the oldest unfinished ones of the worker give way."""
    _forget_old(session, context, worker_id)
    parts = max(1, -(-ask.bytes // PART_BYTES))
    now = context.now()
    row = models.Upload(
        id=context.new_id(),
        worker_id=worker_id,
        file_name=Path(ask.file_name).name[:200] or "video",
        bytes=ask.bytes,
        sha256=ask.sha256,
        part_bytes=PART_BYTES,
        parts=parts,
        created_at=now,
        expires_at=now + LIFE_MS,
    )
    session.add(row)
    session.flush()
    return _answer(session, row)


def find(
    session: Session, context: ServerContext, worker_id: str, upload_id: str, *, lock: bool = False
) -> models.Upload:
    """The worker's own upload, perhaps locked; raises not-found for others' and for expired ones."""
    row = session.get(models.Upload, upload_id, with_for_update=lock or None)
    if row is None or row.worker_id != worker_id or (row.media_id is None and row.expires_at <= context.now()):
        raise ProblemError(Code.NOT_FOUND, "This upload does not exist any more.")
    return row


def state(session: Session, context: ServerContext, worker_id: str, upload_id: str) -> Upload:
    """Which parts have arrived."""
    return _answer(session, find(session, context, worker_id, upload_id))


def part_size(upload: models.Upload, number: int) -> int:
    """Bytes that part `number` must have; raises not-found for a number outside."""
    if not 1 <= number <= upload.parts:
        raise ProblemError(Code.NOT_FOUND, f"Parts are numbered 1 to {upload.parts}.")
    return min(upload.part_bytes, upload.bytes - (number - 1) * upload.part_bytes)


def scratch(context: ServerContext) -> Path:
    """The folder of unfinished files."""
    folder = context.settings.media_path / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep_part(context: ServerContext, worker_id: str, upload_id: str, number: int, content: bytes) -> PartReceived:
    """Store a part, durably; the same number again replaces it. Of two at the same moment one comes last, whole."""
    with context.database.reading() as session:
        size = part_size(find(session, context, worker_id, upload_id), number)
    if len(content) != size:
        raise ProblemError(Code.UPLOAD_INCOMPLETE, f"Part {number} has {len(content)} bytes, not {size}.")
    digest = hashlib.sha256(content).hexdigest()
    with TemporaryDirectory(dir=scratch(context)) as beside:
        fresh = Path(beside) / "part"
        with fresh.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with context.database.writing() as session:
            upload = find(session, context, worker_id, upload_id, lock=True)
            if upload.media_id is not None:
                raise ProblemError(Code.WRONG_STATE, "This upload is complete.")
            folder = scratch(context) / upload_id
            folder.mkdir(exist_ok=True)
            fresh.replace(folder / f"{number}.part")
            session.merge(models.UploadPart(upload_id=upload_id, number=number, bytes=size, sha256=digest))
    return PartReceived(number=number, bytes=size, sha256=digest)


def complete(context: ServerContext, worker_id: str, upload_id: str) -> UploadDone:
    """Put the parts together, look at the file itself, keep it. Calling it again gives the same answer.

    Raises upload-incomplete or upload-checksum. The file is read and inspected outside of any transaction.
    """
    with context.database.reading() as session:
        upload = find(session, context, worker_id, upload_id)
        if upload.media_id is not None:
            return _done(upload, session.get_one(models.Media, upload.media_id))
        found = select(models.UploadPart).where(models.UploadPart.upload_id == upload_id)
        parts = session.scalars(found.order_by(models.UploadPart.number)).all()
    missing = sorted(set(range(1, upload.parts + 1)) - {part.number for part in parts})
    if missing:
        raise ProblemError(Code.UPLOAD_INCOMPLETE, "Parts are missing.", missing=missing)
    with TemporaryDirectory(dir=scratch(context)) as folder:
        whole = Path(folder) / "whole"
        digest, damaged = _join(scratch(context) / upload_id, whole, upload, parts)
        if damaged:
            return _done_or_damaged(context, worker_id, upload_id, damaged)
        if upload.sha256 is not None and digest != upload.sha256:
            raise ProblemError(Code.UPLOAD_CHECKSUM, "What arrived is not the file that was announced.")
        done = _store(context, worker_id, upload_id, look(whole, digest))
    shutil.rmtree(scratch(context) / upload_id, ignore_errors=True)
    return done


@dataclass(frozen=True, slots=True)
class Seen:
    """A finished file outside of the store, and what the inspection says about it."""

    file: Path
    sha256: str
    facts: Facts | Refusal
    picture: bytes | None


def look(file: Path, digest: str) -> Seen:
    """Inspect a file."""
    facts = probe(file)
    return Seen(file, digest, facts, poster(file) if isinstance(facts, Facts) else None)


def look_at(
    context: ServerContext, file: Path, worker_id: str | None, file_name: str, digest: str
) -> tuple[models.Media, models.Media | None]:
    """Rows for a video and its poster, from the file itself; both files are moved into the store."""
    return keep(context, look(file, digest), worker_id, file_name)


def keep(
    context: ServerContext, seen: Seen, worker_id: str | None, file_name: str
) -> tuple[models.Media, models.Media | None]:
    """Move what was seen into the store; the rows of video and poster, not yet added."""
    facts = seen.facts
    still = _poster_row(context, seen.picture, seen.file.parent, worker_id) if seen.picture else None
    media = models.Media(
        id=context.new_id(),
        kind="video",
        worker_id=worker_id,
        path="",
        file_name=file_name,
        content_type="application/octet-stream",
        bytes=seen.file.stat().st_size,
        sha256=seen.sha256,
        poster_id=still.id if still else None,
        problems=list(facts.problems) if isinstance(facts, Facts) else [facts.code],
        created_at=context.now(),
    )
    suffix = ".bin"
    if isinstance(facts, Facts):
        known = (TYPES[name] for name in TYPES if name in facts.container)
        media.content_type, suffix = next(known, (media.content_type, suffix))
        media.duration_ms, media.width, media.height = facts.duration_ms, facts.width, facts.height
        media.fps, media.container = facts.fps, facts.container[:40]
        media.video_codec, media.audio_codec = facts.video_codec, facts.audio_codec
    media.path = keep_file(context, seen.file, media.id, suffix)
    return media, still


def _poster_row(context: ServerContext, picture: bytes, folder: Path, worker_id: str | None) -> models.Media:
    file = folder / f"{context.new_id()}.jpg"
    file.write_bytes(picture)
    media_id = context.new_id()
    return models.Media(
        id=media_id,
        kind="poster",
        worker_id=worker_id,
        path=keep_file(context, file, media_id, ".jpg"),
        content_type="image/jpeg",
        bytes=len(picture),
        sha256=hashlib.sha256(picture).hexdigest(),
        created_at=context.now(),
    )


def _join(
    folder: Path, whole: Path, upload: models.Upload, parts: Sequence[models.UploadPart]
) -> tuple[str, list[models.UploadPart]]:
    """Write all parts into `whole`; the SHA-256 of the result, and the parts that are not what was received."""
    digest = hashlib.sha256()
    damaged = []
    with whole.open("wb") as out:
        for part in parts:
            file = folder / f"{part.number}.part"
            content = file.read_bytes() if file.exists() else b""
            if len(content) != part_size(upload, part.number) or hashlib.sha256(content).hexdigest() != part.sha256:
                damaged.append(part)
            digest.update(content)
            out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest(), damaged


def _done_or_damaged(
    context: ServerContext, worker_id: str, upload_id: str, damaged: Sequence[models.UploadPart]
) -> UploadDone:
    """The answer of whoever completed the upload meanwhile; else the damaged parts are forgotten: upload-incomplete."""
    with context.database.writing() as session:
        upload = find(session, context, worker_id, upload_id, lock=True)
        if upload.media_id is not None:
            return _done(upload, session.get_one(models.Media, upload.media_id))
        for part in damaged:
            same = (models.UploadPart.upload_id == upload_id, models.UploadPart.number == part.number)
            session.execute(delete(models.UploadPart).where(*same, models.UploadPart.sha256 == part.sha256))
    missing = [part.number for part in damaged]
    raise ProblemError(Code.UPLOAD_INCOMPLETE, "Parts were damaged; send them again.", missing=missing)


def _store(context: ServerContext, worker_id: str, upload_id: str, seen: Seen) -> UploadDone:
    """Keep the file unless another call has completed the upload; files move only while the upload is locked."""
    with context.database.writing() as session:
        upload = find(session, context, worker_id, upload_id, lock=True)
        if upload.media_id is None:
            media, still = keep(context, seen, worker_id, upload.file_name)
            if still:
                session.add(still)
                session.flush()
            session.add(media)
            session.flush()
            upload.media_id = media.id
        return _done(upload, session.get_one(models.Media, upload.media_id))


def _done(upload: models.Upload, media: models.Media) -> UploadDone:
    return UploadDone(
        upload_id=upload.id,
        media_id=media.id,
        bytes=media.bytes,
        sha256=media.sha256,
        duration_ms=media.duration_ms,
        width=media.width,
        height=media.height,
        video_codec=media.video_codec,
        audio_codec=media.audio_codec,
        problems=media.problems,
    )


def _answer(session: Session, row: models.Upload) -> Upload:
    numbers = select(models.UploadPart.number).where(models.UploadPart.upload_id == row.id)
    return Upload(
        id=row.id,
        part_bytes=row.part_bytes,
        parts=row.parts,
        received=sorted(session.scalars(numbers)),
        expires_at=row.expires_at,
    )


def forget_expired(session: Session, context: ServerContext) -> None:
    """Uploads that nobody has finished in time are forgotten, with their parts."""
    over = select(models.Upload).where(models.Upload.media_id.is_(None), models.Upload.expires_at <= context.now())
    for upload in session.scalars(over.limit(OPEN_AT_ONCE * 100).with_for_update(skip_locked=True)):
        _forget(session, context, upload)


def _forget(session: Session, context: ServerContext, upload: models.Upload) -> None:
    shutil.rmtree(scratch(context) / upload.id, ignore_errors=True)
    session.delete(upload)


def _forget_old(session: Session, context: ServerContext, worker_id: str) -> None:
    mine = select(models.Upload).where(models.Upload.worker_id == worker_id, models.Upload.media_id.is_(None))
    mine = mine.order_by(models.Upload.created_at.desc()).with_for_update()
    for number, upload in enumerate(session.scalars(mine)):
        if upload.expires_at <= context.now() or number >= OPEN_AT_ONCE - 1:
            _forget(session, context, upload)
