"""Uploads in parts: received, put together, looked at, kept."""

import hashlib
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.problems import Code
from contract.wire.worker import PART_BYTES, PartReceived, Upload, UploadAsk, UploadDone
from inspection.probe import Facts, poster, probe
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


def find(session: Session, context: ServerContext, worker_id: str, upload_id: str) -> models.Upload:
    """The worker's own upload; raises not-found for others' and for expired ones."""
    row = session.get(models.Upload, upload_id)
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
    """Store a part, durably; the same number again replaces it."""
    digest = hashlib.sha256(content).hexdigest()
    with context.database.writing() as session:
        upload = find(session, context, worker_id, upload_id)
        if upload.media_id is not None:
            raise ProblemError(Code.WRONG_STATE, "This upload is complete.")
        if len(content) != part_size(upload, number):
            raise ProblemError(
                Code.UPLOAD_INCOMPLETE, f"Part {number} has {len(content)} bytes, not {part_size(upload, number)}."
            )
        folder = scratch(context) / upload_id
        folder.mkdir(exist_ok=True)
        with (folder / f"{number}.part").open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        session.merge(models.UploadPart(upload_id=upload_id, number=number, bytes=len(content), sha256=digest))
    return PartReceived(number=number, bytes=len(content), sha256=digest)


def complete(context: ServerContext, worker_id: str, upload_id: str) -> UploadDone:
    """Put the parts together, look at the file itself, keep it. Calling it again gives the same answer.

    Raises upload-incomplete or upload-checksum. The file is read and inspected outside of any transaction.
    """
    with context.database.reading() as session:
        upload = find(session, context, worker_id, upload_id)
        if upload.media_id is not None:
            return _done(upload, session.get_one(models.Media, upload.media_id))
        parts = session.scalars(select(models.UploadPart).where(models.UploadPart.upload_id == upload_id)).all()
    missing = sorted(set(range(1, upload.parts + 1)) - {part.number for part in parts})
    if missing:
        raise ProblemError(Code.UPLOAD_INCOMPLETE, "Parts are missing.", missing=missing)
    with TemporaryDirectory(dir=scratch(context)) as folder:
        whole = Path(folder) / "whole"
        digest = _join(scratch(context) / upload_id, whole, upload)
        if upload.sha256 is not None and digest != upload.sha256:
            raise ProblemError(Code.UPLOAD_CHECKSUM, "What arrived is not the file that was announced.")
        media, still = look_at(context, whole, worker_id, upload.file_name, digest)
        done = _store(context, upload_id, worker_id, media, still)
    shutil.rmtree(scratch(context) / upload_id, ignore_errors=True)
    return done


def look_at(
    context: ServerContext, file: Path, worker_id: str | None, file_name: str, digest: str
) -> tuple[models.Media, models.Media | None]:
    """Rows for a video and its poster, from the file itself; both files are moved into the store."""
    seen = probe(file)
    still = None
    picture = poster(file) if isinstance(seen, Facts) else None
    if picture:
        still = _poster_row(context, picture, file.parent, worker_id)
    media = models.Media(
        id=context.new_id(),
        kind="video",
        worker_id=worker_id,
        path="",
        file_name=file_name,
        content_type="application/octet-stream",
        bytes=file.stat().st_size,
        sha256=digest,
        poster_id=still.id if still else None,
        problems=list(seen.problems) if isinstance(seen, Facts) else [seen.code],
        created_at=context.now(),
    )
    suffix = ".bin"
    if isinstance(seen, Facts):
        known = (TYPES[name] for name in TYPES if name in seen.container)
        media.content_type, suffix = next(known, (media.content_type, suffix))
        media.duration_ms, media.width, media.height = seen.duration_ms, seen.width, seen.height
        media.fps, media.container = seen.fps, seen.container[:40]
        media.video_codec, media.audio_codec = seen.video_codec, seen.audio_codec
    media.path = keep_file(context, file, media.id, suffix)
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


def _join(folder: Path, whole: Path, upload: models.Upload) -> str:
    """Write all parts into `whole`; the SHA-256 of the result."""
    digest = hashlib.sha256()
    with whole.open("wb") as out:
        for number in range(1, upload.parts + 1):
            content = (folder / f"{number}.part").read_bytes()
            digest.update(content)
            out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _store(
    context: ServerContext, upload_id: str, worker_id: str, media: models.Media, still: models.Media | None
) -> UploadDone:
    with context.database.writing() as session:
        upload = session.get_one(models.Upload, upload_id, with_for_update=True)
        if upload.media_id is None:
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


def _forget_old(session: Session, context: ServerContext, worker_id: str) -> None:
    mine = select(models.Upload).where(models.Upload.worker_id == worker_id, models.Upload.media_id.is_(None))
    for number, upload in enumerate(session.scalars(mine.order_by(models.Upload.created_at.desc()))):
        if upload.expires_at <= context.now() or number >= OPEN_AT_ONCE - 1:
            shutil.rmtree(scratch(context) / upload.id, ignore_errors=True)
            session.delete(upload)
