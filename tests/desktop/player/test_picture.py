"""Sizes and memory of the pictures that libVLC writes."""

import ctypes

import pytest

from desktop.player.picture import ALL_PIXELS, USUAL_PIXELS, PicturePool, VideoTrack, picture_size, shown_shape


def track(width: int, height: int, aspect: float = 1.0, transposed: bool = False) -> VideoTrack:
    return VideoTrack(width, height, aspect, transposed, 40.0)


@pytest.mark.parametrize(
    ("coded", "said", "size"),
    [
        ((1920, 1090), track(1920, 1080), (1920, 1080)),
        ((738, 1280), track(1280, 720, transposed=True), (720, 1280)),
        ((720, 578), track(0, 0), (720, 578)),
        ((720, 578), None, (720, 578)),
        ((1280, 738), track(640, 480), (1280, 738)),
        ((640, 480), track(1920, 1080), (640, 480)),
        ((3840, 2160), None, (1927, 1083)),
        ((1080, 1920), None, (1080, 1920)),
        ((16000, 16), None, (16000, 16)),
    ],
)
def test_the_visible_part_is_asked_for(coded: tuple[int, int], said: VideoTrack | None, size: tuple[int, int]) -> None:
    assert picture_size(coded, said, USUAL_PIXELS) == size


def test_all_pixels_on_demand_but_not_without_limit() -> None:
    assert picture_size((3840, 2160), None, ALL_PIXELS) == (3840, 2160)
    assert picture_size((7680, 4320), None, ALL_PIXELS) == (4096, 2304)


@pytest.mark.parametrize(
    ("picture", "said", "shape"),
    [
        ((720, 576), track(720, 576, 64 / 45), (1024, 576)),
        ((720, 578), track(720, 576, 64 / 45), (1024, 576)),
        ((576, 720), track(720, 576, 64 / 45, transposed=True), (576, 1024)),
        ((720, 480), track(720, 480, 8 / 9), (720, 540)),
        ((1920, 1080), track(640, 480), (1920, 1080)),
        ((1920, 1080), None, (1920, 1080)),
        ((4096, 2304), track(7680, 4320), (7680, 4320)),
    ],
)
def test_the_shape_has_square_pixels(picture: tuple[int, int], said: VideoTrack | None, shape: tuple[int, int]) -> None:
    assert shown_shape(picture, said) == shape


def test_what_is_on_screen_or_looked_at_is_never_written_to() -> None:
    pool = PicturePool(70, 4)
    assert pool.look() is None

    def write(value: int) -> None:
        ctypes.memset(pool.begin(), value, pool.pitch * pool.height)
        pool.finish()

    write(1)
    shown = pool.look()
    pool.show()
    write(2)
    looked_at = pool.look()
    for value in range(3, 9):
        write(value)
    assert shown is not None
    assert looked_at is not None
    assert (shown.pixel(69, 3) & 255, looked_at.pixel(69, 3) & 255) == (1, 2)
    newest = pool.look()
    assert newest is not None
    assert newest.pixel(0, 0) & 255 == 8


def test_an_image_outlives_its_pool() -> None:
    pool = PicturePool(64, 64)
    ctypes.memset(pool.begin(), 77, pool.pitch * pool.height)
    pool.finish()
    image = pool.look()
    del pool
    others = [PicturePool(64, 64) for _ in range(20)]
    assert image is not None
    assert image.pixel(63, 63) & 255 == 77
    assert others
