"""Sample videos as stored files: made once, kept for the next time, looked at like any upload."""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from server.context import ServerContext
from server.models import Media
from server.samples.text import SampleWork
from server.samples.videos import SampleVideo, make_videos
from server.services.uploads import look_at, scratch

COUNT = 44
DAMAGED_BYTES = 300_000


@dataclass(frozen=True, slots=True)
class Footage:
    """A stored video and the words of the work that it is for, None for the damaged one."""

    words: SampleWork | None
    media: Media
    organization: str = ""
    region: str = ""

    def row(self, context: ServerContext) -> Media:
        """A new row for the same file."""
        same = {column.key: getattr(self.media, column.key) for column in Media.__table__.columns}
        return Media(**same | {"id": context.new_id(), "created_at": context.now(), "worker_id": None})


def footage(context: ServerContext, seed: int) -> list[Footage]:
    """All sample videos in the media store, and one file that does not play."""
    kept = context.settings.data_dir.parent / "sample-videos"
    videos = make_videos(kept, COUNT, seed, lambda done, total: print(f"正在制作示例视频 {done}/{total}", flush=True))
    print("正在检查示例视频", flush=True)
    with TemporaryDirectory(dir=scratch(context)) as folder, ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda video: _store(context, video, Path(folder)), videos))
        found.append(_damaged(context, videos[0], Path(folder)))
    with context.database.writing() as session:
        session.add_all(still for _, still in found if still)
    whole = [
        Footage(video.work, media, video.organization, video.region)
        for video, (media, _) in zip(videos, found, strict=False)
    ]
    return [*whole, Footage(None, found[-1][0])]


def _store(context: ServerContext, video: SampleVideo, folder: Path) -> tuple[Media, Media | None]:
    """Copy a video into the store and look at it."""
    file = folder / video.file.name
    shutil.copyfile(video.file, file)
    return look_at(context, file, None, video.file.name, hashlib.sha256(file.read_bytes()).hexdigest())


def _damaged(context: ServerContext, video: SampleVideo, folder: Path) -> tuple[Media, Media | None]:
    """A file whose end never arrived."""
    file = folder / "damaged.mp4"
    file.write_bytes(video.file.read_bytes()[:DAMAGED_BYTES])
    return look_at(context, file, None, "上传中断.mp4", hashlib.sha256(file.read_bytes()).hexdigest())
