"""A report of `reports.toml` as the letter that the public face would make of it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid5

from demo.reporters.scenes import scene
from sisada.foundation.letter import About, Letter, Place, Reporter, Stay
from sisada.outside.letterbox.post import SealedPhoto, seal_photo

NAMESPACE = UUID("5d9d6a5e-3f0e-5b8e-9f57-0f6b8f6f2a10")


@dataclass(frozen=True)
class Posted:
    """One letter, ready to be sent with its photos."""

    id: UUID
    letter: Letter
    photos: tuple[SealedPhoto, ...]


@cache
def reports() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("reports.toml").read_text(encoding="utf-8"))["report"]
    return rows


def letter_of(report: dict[str, Any], *, name: str, reporter_key: bytes) -> Posted:
    """`name` tells one sending from another: the same name is the same letter, and is taken once."""
    letter_id = uuid5(NAMESPACE, name)
    seed = Random(name).randrange(1_000_000)
    photos = tuple(seal_photo(scene(seed + place)) for place in range(report.get("photos", 0)))
    said = {key: report[key] for key in ("kind", "what", "when", "category", "danger", "nationality", "language") if report.get(key)}
    letter = Letter(
        thread=uuid5(letter_id, "thread"),
        reporter_key=reporter_key,
        place=None if report["kind"] == "presence" else _place(report),
        reporter=Reporter(report.get("name", ""), report.get("contact", "")) if "name" in report else None,
        photos=tuple(photo.sha256 for photo in photos),
        stays=tuple(_stay(one, letter_id) for one in report.get("stays", ())),
        stay_place=_place(report) if report["kind"] == "presence" else None,
        about=About(report["reason"], None) if "reason" in report else None,
        **said,
    )
    return Posted(letter_id, letter, photos)


def _place(report: dict[str, Any]) -> Place | None:
    if "kelurahan" not in report:
        return None
    lat, lon = report.get("pin", (None, None))
    return Place(report["kelurahan"], report["place"], lat, lon, "map" if lat is not None else None)


def _stay(one: dict[str, Any], letter_id: UUID) -> Stay:
    number = one["document_number"]
    return Stay(uuid5(letter_id, number), one["name"], one["nationality"], number, one.get("since"), one.get("until"))
