"""The office is a file: its name, letterhead, areas, zone and contacts. Nothing in code says which office runs it."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

DEFAULT_FILE = Path(__file__).parents[2] / "office.toml"


@dataclass(frozen=True)
class Contact:
    address: str
    phone: str
    email: str


@dataclass(frozen=True)
class Office:
    code: str
    name: str
    short_name: str
    letterhead: tuple[str, ...]
    zone: ZoneInfo
    areas: tuple[str, ...]  # Kemendagri codes; an area is ours when its code begins with one of them
    calendar: str
    contact: Contact
    apoa: Mapping[str, str] = field(default_factory=dict)  # by language: how a list sent here stands to APOA; empty: nothing is said

    def covers(self, area_code: str) -> bool:
        return any(area_code == own or area_code.startswith(f"{own}.") for own in self.areas)


def read_office(path: Path) -> Office:
    """The office that `path` describes.

    Raises: KeyError, tomllib.TOMLDecodeError or ZoneInfoNotFoundError when the file is not an office's; the start stops there.
    """
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    return Office(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        letterhead=tuple(row["letterhead"]),
        zone=ZoneInfo(row["zone"]),
        areas=tuple(row["areas"]),
        calendar=row["calendar"],
        contact=Contact(**row["contact"]),
        apoa=row.get("public", {}).get("apoa_sentence", {}),
    )


@cache
def office() -> Office:
    """The office this process serves: `SISADA_OFFICE_FILE`, or the office.toml of the checkout."""
    return read_office(Path(os.environ.get("SISADA_OFFICE_FILE", DEFAULT_FILE)))
