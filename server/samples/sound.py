"""Soft music and a murmur that moves like speech, as a loop without a seam."""

from math import pi
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE: Final = 44_100
FRAME: Final = 1024
"""Samples in a packet of AAC."""
LOOP_FRAMES: Final = 346
"""Packets in the loop: 8.03 s."""
Samples = NDArray[np.float64]
PROGRESSIONS: Final = (("C", "Am", "F", "G"), ("F", "C", "Dm", "Bb"), ("G", "Em", "C", "D"), ("Am", "F", "C", "G"))
CHORDS: Final = {
    "C": (48, 55, 64, 67), "G": (43, 55, 59, 62), "F": (41, 53, 57, 60), "Am": (45, 52, 60, 64),
    "D": (50, 57, 62, 66), "Dm": (50, 57, 62, 65), "Em": (40, 52, 59, 64), "Bb": (46, 53, 58, 62),
}  # fmt: skip


def loop(random: Random, level: float = 1.0) -> NDArray[np.int16]:
    """One loop, mono; `level` 1 is comfortable, 0 silence."""
    time = np.arange(LOOP_FRAMES * FRAME) / RATE
    whole = 0.45 * _music(time, random) + 0.55 * _murmur(time, random)
    whole *= 0.55 / np.abs(whole).max()
    samples: NDArray[np.int16] = (whole * level * 32_000).astype(np.int16)
    return samples


def _music(time: Samples, random: Random) -> Samples:
    """Four chords, slowly swelling, and a plucked note on each half beat."""
    length = time[-1] + 1 / RATE
    out = np.zeros_like(time)
    for turn, name in enumerate(random.choice(PROGRESSIONS)):
        start, part = turn * length / 4, length / 4
        place = (time >= start) & (time < start + part)
        here = time[place] - start
        swell = np.sin(np.clip(pi * here / part, 0, pi)) ** 0.6
        for note in CHORDS[name]:
            out[place] += swell * np.sin(2 * pi * _hertz(note) * here) * 0.25
        for step in range(8):
            note = random.choice(CHORDS[name][1:]) + 12
            since = here - step * part / 8
            sounding = since >= 0
            out[place] += (
                np.where(sounding, np.exp(-6 * np.abs(since)) * np.sin(2 * pi * _hertz(note) * since), 0) * 0.3
            )
    return out


def _murmur(time: Samples, random: Random) -> Samples:
    """Syllables of a voice without words, in phrases with pauses."""
    pitch = random.choice((115, 130, 195, 215))
    out = np.zeros_like(time)
    at = 0.3
    while at < time[-1] - 0.8:
        for _ in range(random.randrange(5, 11)):
            length = random.uniform(0.13, 0.24)
            if at + length > time[-1] - 0.2:
                break
            first, last = round(at * RATE), round((at + length) * RATE)
            out[first:last] += _syllable(time[first:last] - at, length, pitch * random.uniform(0.88, 1.15), random)
            at += length + 0.03
        at += random.uniform(0.35, 0.8)
    return out


def _syllable(here: Samples, length: float, pitch: float, random: Random) -> Samples:
    """Harmonics of the voice, strongest around two formants."""
    formants = random.choice(((700, 1200), (350, 2000), (450, 900), (300, 800), (550, 1700)))
    glide = pitch * (1 + random.choice((-0.12, 0.0, 0.1)) * here / length)
    phase = 2 * pi * np.cumsum(glide) / RATE
    out = np.zeros_like(here)
    for harmonic in range(1, 15):
        away = min(abs(harmonic * pitch - formant) for formant in formants)
        out += np.sin(phase * harmonic) * (0.15 + np.exp(-((away / 160) ** 2))) / harmonic**0.5
    return out * np.sin(np.clip(pi * here / length, 0, pi)) ** 0.7


def _hertz(note: int) -> float:
    return float(440 * 2 ** ((note - 69) / 12))
