"""What an honest sender gets back, however his phone wrote the file."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from sisada.foundation.images.clean import clean
from sisada.foundation.images.refusals import NotAnImage
from sisada.foundation.images.tests.hostile import SVG
from sisada.foundation.images.tests.pictures import HONEST, drawn, exif, jpeg, png, saved, webp

MONAS = {1: "S", 2: (6.0, 10.0, 31.44), 3: "E", 4: (106.0, 49.0, 37.7)}


def opened(raw: bytes) -> Image.Image:
    image = Image.open(BytesIO(clean(raw).jpeg))
    image.load()
    return image


def near(first: object, second: tuple[int, int, int]) -> bool:
    assert isinstance(first, tuple)
    return all(abs(one - other) <= 12 for one, other in zip(first, second, strict=True))


@pytest.mark.parametrize("kind", HONEST)
def test_each_of_the_three_kinds_is_taken_and_looks_as_it_did(kind: str) -> None:
    there, back = drawn(), opened(HONEST[kind]())
    assert back.size == there.size
    assert all(near(back.getpixel(spot), there.getpixel(spot)) for spot in ((3, 3), (160, 120), (316, 236)))  # type: ignore[arg-type]  # RGB: three


def test_a_large_photo_becomes_small_and_keeps_its_shape() -> None:
    image = clean(saved(drawn(size=(4000, 3000)), "JPEG"))
    assert (image.width, image.height) == (1600, 1200)
    assert len(image.jpeg) <= 300_000


def test_a_photo_that_no_quality_makes_small_enough_becomes_smaller_until_it_is() -> None:
    noise = Image.effect_noise((1600, 1600), 120).convert("RGB")
    image = clean(saved(noise, "JPEG", quality=95))
    assert len(image.jpeg) <= 300_000
    assert 300 < image.width < 1600


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_that_was_held_in_any_way_stands_upright(orientation: int) -> None:
    """A red corner that must come out at the top left, whichever way the camera wrote it down."""
    upright = Image.new("RGB", (64, 32), "white")
    upright.paste("red", (0, 0, 32, 16))
    undone = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transposition that this orientation asks a viewer to undo
    written = upright.transpose(Image.Transpose(undone[orientation])) if orientation > 1 else upright
    back = opened(saved(written, "PNG", exif=exif(orientation)))
    assert back.size == (64, 32)
    assert near(back.getpixel((8, 8)), (254, 0, 0))
    assert near(back.getpixel((56, 24)), (255, 255, 255))


@pytest.mark.parametrize("kind", HONEST)
def test_the_place_in_a_photo_is_offered_and_does_not_stay_in_it(kind: str) -> None:
    image = clean(HONEST[kind](exif=exif(gps=MONAS)))
    assert image.place == pytest.approx((-6.1754, 106.827139), abs=1e-5)
    assert not Image.open(BytesIO(image.jpeg)).getexif()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
        {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)},
        {1: "N", 2: (5.0,), 3: "E", 4: (10.0, 0.0, 0.0)},
    ],
    ids=["none", "zero and zero", "beyond the pole", "unfinished"],
)
def test_a_place_that_cannot_be_is_none(told: dict[int, Any]) -> None:
    assert clean(jpeg(exif=exif(gps=told))).place is None


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_of_png_is_taken(mode: str) -> None:
    image = drawn("L").convert("I").point(lambda value: value * 256).convert("I;16") if mode == "I;16" else drawn(mode)
    assert opened(saved(image, "PNG")).size == (320, 240)


def test_sixteen_bits_of_grey_are_scaled_not_cut() -> None:
    grey = Image.new("I;16", (40, 40), 32_768)
    assert near(opened(saved(grey, "PNG")).getpixel((20, 20)), (128, 128, 128))


def test_what_is_transparent_is_white() -> None:
    assert near(opened(saved(Image.new("RGBA", (40, 40), (255, 0, 0, 0)), "PNG")).getpixel((20, 20)), (255, 255, 255))


def test_a_printers_jpeg_is_taken_in_screen_colours() -> None:
    back = opened(saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG"))
    assert near(back.getpixel((20, 20)), (254, 0, 0))


@pytest.mark.parametrize("size", [(1, 65_535), (65_535, 1), (1, 1)])
def test_a_line_of_pixels_is_a_photo_too(size: tuple[int, int]) -> None:
    image = clean(saved(Image.new("RGB", size, "red"), "PNG"))
    assert min(image.width, image.height) == 1


def test_of_what_moves_the_first_picture_is_taken() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("blue", "green")]
    first = Image.new("RGB", (40, 40), "red")
    for raw in (
        saved(first, "WEBP", save_all=True, append_images=frames, lossless=True),
        saved(first, "PNG", save_all=True, append_images=frames),
        saved(first, "MPO", save_all=True, append_images=frames),
    ):
        assert near(opened(raw).getpixel((20, 20)), (254, 0, 0))


def test_progressive_and_interlaced_and_lossless_are_taken() -> None:
    for raw in (jpeg(progressive=True), png(interlace=True), webp(lossless=True)):
        assert opened(raw).size == (320, 240)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (jpeg() + bytes(12_000_000), "too-large"),
        (SVG.encode(), "unknown-kind"),
        (jpeg()[:4000], "broken"),
        (saved(Image.new("1", (5_000, 5_000)), "PNG"), "too-many-pixels"),
    ],
    ids=["empty", "too-large", "unknown-kind", "broken", "too-many-pixels"],
)
def test_a_refusal_says_why_in_words(raw: bytes, reason: str) -> None:
    with pytest.raises(NotAnImage) as refused:
        clean(raw)
    assert refused.value.reason == reason
    assert str(refused.value.sentence)
