"""One sample video: shots of a scene, a title card, sound; every shot is encoded once and repeated as packets."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.stream import Stream
from av.video.frame import PictureType
from av.video.stream import VideoStream
from PIL import Image, ImageDraw

from server.samples import sound
from server.samples.plan import Plan
from server.samples.scenery import LOOP, Shot, shots
from server.samples.text import seeded
from server.samples.title import font, title_card

FPS: Final = 12
CARD: Final = 3 * FPS
"""Pictures of the title card."""
DARKNESS: Final = 0.1
LEVELS: Final = {"silent": 0.0, "quiet": 0.015}
WATERMARK: Final = "短视频平台 @demo_2024"
Coded = list[tuple[bytes, bool]]
"""Encoded pictures or sounds, each with whether it is a key frame."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A packet on its way into the file: time in s, and in units of its own track."""

    at: float
    track: int
    ticks: int
    content: bytes
    is_key: bool


def write_film(file: Path, plan: Plan) -> int:
    """Draw, compose and write; the length in ms."""
    with av.open(str(file), "w", format="mp4", options={"movflags": "faststart"}) as out:
        video = _video_track(out, plan.size)
        audio = out.add_stream("aac", rate=sound.RATE, layout="mono") if plan.flaw != "no_sound" else None
        pictures = plan.seconds * FPS
        pieces = list(_pictures(video, plan, pictures))
        if audio is not None:
            audio.bit_rate = 64_000
            pieces += _sounds(audio, plan)
        out.start_encoding()
        for piece in sorted(pieces, key=lambda piece: piece.at):
            out.mux(_packet(piece, video if piece.track == 0 or audio is None else audio))
    return plan.seconds * 1000


def _video_track(out: OutputContainer, size: tuple[int, int]) -> VideoStream:
    video = out.add_stream("libx264", rate=FPS, width=size[0], height=size[1], pix_fmt="yuv420p")
    assert isinstance(video, VideoStream)
    video.codec_context.thread_count = 1
    video.time_base = video.codec_context.time_base = Fraction(1, FPS)
    video.options = {
        "preset": "superfast", "tune": "zerolatency", "crf": "28", "forced-idr": "1",
        "x264-params": f"keyint={LOOP}:scenecut=0:bframes=0:rc-lookahead=0",
    }  # fmt: skip
    return video


def _pictures(video: VideoStream, plan: Plan, count: int) -> Iterator[_Piece]:
    """The scene opens, the title follows, then shot after shot; each loop starts with a key frame."""
    angles, card = _drawn(plan)
    loops = [_encoded(video, angle) for angle in angles]
    title = _encoded(video, card)
    number, turn = 0, 0
    while number < count:
        part = title if turn == 1 else loops[(0, 1, 0, 2)[turn // 2 % 4]]
        for content, is_key in part[: count - number]:
            yield _Piece(number / FPS, 0, number, content, is_key)
            number += 1
        turn += 1


def _drawn(plan: Plan) -> tuple[list[Shot], Shot]:
    """The pictures of each shot, and of the title card."""
    random = seeded(plan.seed, plan.trade)
    angles = [[_finished(picture, plan.flaw) for picture in shot] for shot in shots(plan.trade, random, plan.size)]
    lead, _, rest = plan.title.partition("：")
    card = title_card(_image(angles[0][0]), lead, rest, plan.organization, CARD, random)
    return angles, [_frame(picture) for picture in card]


def _finished(frame: av.VideoFrame, flaw: str) -> av.VideoFrame:
    """The picture with what is wrong with it."""
    if flaw == "dark":
        return _frame(_image(frame).point(lambda value: round(value * DARKNESS)))
    if flaw == "watermark":
        picture = _image(frame)
        _mark(picture)
        return _frame(picture)
    return frame


def _mark(picture: Image.Image) -> None:
    short = min(picture.size)
    place = (picture.width - short // 30, picture.height - short // 24)
    ImageDraw.Draw(picture).text(
        place, WATERMARK, (255, 255, 255), font(short // 17), "rs", stroke_width=2, stroke_fill=(40, 40, 40)
    )


def _image(frame: av.VideoFrame) -> Image.Image:
    return Image.fromarray(frame.to_ndarray(format="rgb24"))


def _frame(picture: Image.Image) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24").reformat(format="yuv420p")


def _encoded(video: VideoStream, pictures: Shot) -> Coded:
    """One packet a picture (there is no look-ahead), the first a key frame."""
    coded = []
    for number, picture in enumerate(pictures):
        picture.pict_type = PictureType.I if number == 0 else PictureType.NONE
        coded += [(bytes(packet), packet.is_keyframe) for packet in video.encode(picture)]
    assert len(coded) == len(pictures)
    return coded


def _sounds(audio: AudioStream, plan: Plan) -> Iterator[_Piece]:
    """The loop, encoded twice: once with its start, then its second turn again and again, which has no seam."""
    samples = sound.loop(seeded(plan.seed, "sound"), LEVELS.get(plan.flaw, 1.0))
    audio.time_base = Fraction(1, sound.RATE)
    coded: Coded = []
    for number in range(2 * sound.LOOP_FRAMES):
        start = number % sound.LOOP_FRAMES * sound.FRAME
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + sound.FRAME], format="s16", layout="mono")
        frame.sample_rate, frame.pts = sound.RATE, number * sound.FRAME
        coded += [(bytes(packet), True) for packet in audio.encode(frame)]
    head, again = coded[: -sound.LOOP_FRAMES], coded[-sound.LOOP_FRAMES :]
    for number in range(plan.seconds * sound.RATE // sound.FRAME):
        content = head[number] if number < len(head) else again[(number - len(head)) % len(again)]
        yield _Piece(number * sound.FRAME / sound.RATE, 1, number * sound.FRAME, content[0], is_key=True)


def _packet(piece: _Piece, track: VideoStream | AudioStream) -> "av.Packet[Stream]":
    packet = av.Packet(piece.content)
    packet.stream = track
    packet.time_base = Fraction(1, FPS) if piece.track == 0 else Fraction(1, sound.RATE)
    packet.pts = packet.dts = piece.ticks
    packet.duration = 1 if piece.track == 0 else sound.FRAME
    packet.is_keyframe = piece.is_key
    return packet
