"""Reading a whole file: how long its tracks really are, and whether its pictures decode."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Stream

from inspection.opening import open_video, video_track

PIXELS: Final = 1_500_000_000
"""Decoded at most in one inspection: two minutes of 480p whole, of larger ones a sample (about 3 s of processor)."""
PLACES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of the duration around which a sample is taken."""
LAST_MS: Final = 1_500
"""The last place lies this long before the end, and is decoded to the end where that is not too far."""


@dataclass(slots=True)
class Track:
    """What the packets of one track say; `start` and `end` in seconds, `last_start` of the last picture shown."""

    start: Fraction
    last_start: Fraction
    end: Fraction
    packets: int = 1

    def add(self, start: Fraction, end: Fraction) -> None:
        """One more packet; they come in the order of decoding, not of showing."""
        self.start, self.last_start = min(self.start, start), max(self.last_start, start)
        self.end = max(self.end, end)
        self.packets += 1


@dataclass(slots=True)
class Reading:
    """All tracks of picture and sound by stream index; `errors` met while reading."""

    tracks: dict[int, Track] = field(default_factory=dict)
    errors: int = 0

    def end_ms(self, index: int) -> int:
        """End of a track, counted from the first packet of any; sound before zero is encoder delay, not played."""
        start = max(Fraction(0), min(track.start for track in self.tracks.values()))
        return round((self.tracks[index].end - start) * 1000)

    def fps(self, index: int) -> float:
        """Pictures a second from first to last; 0 for a single one."""
        track = self.tracks[index]
        shown = track.last_start - track.start
        return round(float((track.packets - 1) / shown), 3) if shown > 0 else 0.0


@dataclass(slots=True)
class Sample:
    """What decoding gave: pictures, errors, rotation of the last picture in degrees counter-clockwise."""

    decoded: int = 0
    errors: int = 0
    rotation: int = 0


def read(file: Path) -> Reading:
    """Every packet of picture and sound, none decoded."""
    reading = Reading()
    with av.logging.Capture() as complaints, open_video(file) as container:
        try:
            for packet in container.demux(container.streams.video, container.streams.audio):
                _count(reading.tracks, packet)
        except FFmpegError:
            reading.errors += 1
    reading.errors += len(complaints)
    return reading


def _count(tracks: dict[int, Track], packet: "Packet[Stream]") -> None:
    shown = packet.pts if packet.pts is not None else packet.dts
    if shown is None or packet.size == 0 or packet.is_discard:
        return
    start = shown * packet.time_base
    end = start + _duration(packet)
    if packet.stream_index in tracks:
        tracks[packet.stream_index].add(start, end)
    else:
        tracks[packet.stream_index] = Track(start, start, end)


def _duration(packet: "Packet[Stream]") -> Fraction:
    """Seconds; one picture's time by the track's rate where the packet does not say."""
    if packet.duration:
        return packet.duration * packet.time_base
    rate = getattr(packet.stream, "average_rate", None)
    return 1 / rate if rate else Fraction(0)


def decode(file: Path, frames: int, duration_ms: int) -> Sample:
    """Decode all pictures and sound, or places all over the file where that would be too much."""
    sample = Sample()
    with av.logging.Capture() as complaints, open_video(file) as container:
        video = video_track(container)
        if video is None:
            return sample
        affordable = max(len(PLACES), PIXELS // max(1, video.width * video.height))
        if frames <= affordable:
            _decode_from(container, frames, sample)
        else:
            for share in PLACES:
                at_ms = max(0, min(round(duration_ms * share), duration_ms - LAST_MS))
                with suppress(FFmpegError):  # then it goes on from where it is
                    container.seek(at_ms * 1000 + (container.start_time or 0))
                video.codec_context.flush_buffers()
                some = affordable // len(PLACES)
                _decode_from(container, some if share < 1 else 3 * some, sample)
    sample.errors += len(complaints)
    return sample


def _decode_from(container: InputContainer, frames: int, sample: Sample) -> None:
    """Decode on from here, from the next key frame, until `frames` pictures have come or the file ends."""
    until = sample.decoded + frames
    for packet in _from_key_frame(container):
        try:
            for frame in packet.decode():
                if isinstance(frame, av.VideoFrame):
                    sample.decoded += 1
                    sample.errors += frame.is_corrupt
                    sample.rotation = round(frame.rotation) % 360
        except MemoryError:
            raise
        except FFmpegError:
            sample.errors += 1
        if sample.decoded >= until and packet.size:
            return


def _from_key_frame(container: InputContainer) -> "Iterator[Packet[Stream]]":
    video = video_track(container)
    wanted = [stream for stream in (video, *container.streams.audio[:1]) if stream is not None]
    started = False
    try:
        for packet in container.demux(wanted):
            started = started or (packet.stream is video and packet.is_keyframe)
            if started:
                yield packet
    except FFmpegError:
        return  # counted by `read` already
