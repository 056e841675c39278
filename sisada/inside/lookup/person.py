"""What a reading function returns, as values that cannot be wrong afterwards. Parsed once, here; a missing key fails at once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from sisada.inside.audit.looks import PersonId
from sisada.inside.lookup.marks import Mark
from sisada.inside.lookup.match import Match
from sisada.inside.lookup.stay_record import StayRecord, day, stay_record


@dataclass(frozen=True)
class PersonName:
    primary: str
    secondary: str | None  # None: one name only
    kind: str = "passport"
    valid_from: date | None = None
    valid_until: date | None = None

    def written(self) -> str:
        """As passports print it: ERIKSSON, ANNA MARIA."""
        return f"{self.primary}, {self.secondary}" if self.secondary else self.primary

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(row["primary"], row["secondary"], row.get("kind", "passport"), day(row.get("valid_from")), day(row.get("valid_until")))


@dataclass(frozen=True)
class Place:
    """An address; each part None when the Directorate has none."""

    kelurahan_code: str | None
    street: str | None
    building: str | None
    tower: str | None
    floor: str | None
    unit: str | None
    rt: str | None = None
    rw: str | None = None
    as_written: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(**{**row, "valid_from": day(row.get("valid_from")), "valid_until": day(row.get("valid_until"))})


@dataclass(frozen=True)
class Hit:
    """One row of a result or an area's list. `match` is None in a list: nothing was asked."""

    id: PersonId
    name: PersonName
    sex: str | None
    birth_year: int | None
    nationality: str
    office_code: str
    address: Place | None
    stay: StayRecord
    match: Match | None

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(
            id=PersonId(UUID(row["id"])),
            name=PersonName.from_json(row["name"] or {"primary": "—", "secondary": None}),
            sex=row["sex"],
            birth_year=row["birth_year"],
            nationality=row["nationality"],
            office_code=row["office_code"],
            address=Place.from_json(row["address"]) if row["address"] else None,
            stay=stay_record(row["stay"]),
            match=Match.from_json(row["match"]) if row["match"] else None,
        )


@dataclass(frozen=True)
class TravelDocument:
    kind: str
    number: str
    issuer: str
    nationality: str
    issued_on: date | None
    valid_until: date | None
    state: str  # valid, replaced, lost, withheld


@dataclass(frozen=True)
class DatedNumber:
    """A visa (with its index) or a re-entry permit (without one)."""

    number: str
    index_code: str | None
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True)
class Sponsor:
    """Who answers for the person, from when until when. `name` is None when the mirror lacks the guarantor's own row."""

    role: str  # penjamin, penanggung-jawab
    kind: str | None
    name: str | None
    phone: str | None
    address: str | None
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True)
class BorderCrossing:
    direction: str  # in, out
    crossed_at: datetime
    checkpoint: str


@dataclass(frozen=True)
class WatchEntry:
    """A cegah-tangkal entry: an instruction to the officer, never a verdict."""

    kind: str
    instruction: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True)
class PersonCard:
    """Everything that an officer at a door needs of one person, newest first in every list."""

    id: PersonId
    niora: str
    sex: str | None
    birth_date: date | None
    birth_year: int | None
    birth_place: str | None
    nationality: str
    office_code: str
    photo: str | None  # the sha256 of the photo; None: the source has none
    names: tuple[PersonName, ...]
    documents: tuple[TravelDocument, ...]
    visas: tuple[DatedNumber, ...]
    reentry_permits: tuple[DatedNumber, ...]
    sponsors: tuple[Sponsor, ...]
    addresses: tuple[Place, ...]
    crossings: tuple[BorderCrossing, ...]
    watch_entries: tuple[WatchEntry, ...]
    marks: tuple[Mark, ...]
    stay: StayRecord

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(
            id=PersonId(UUID(row["id"])),
            niora=row["niora"],
            sex=row["sex"],
            birth_date=day(row["birth_date"]),
            birth_year=row["birth_year"],
            birth_place=row["birth_place"],
            nationality=row["nationality"],
            office_code=row["office_code"],
            photo=row["photo"],
            names=tuple(PersonName.from_json(one) for one in row["names"]),
            documents=tuple(
                TravelDocument(**{**one, "issued_on": day(one["issued_on"]), "valid_until": day(one["valid_until"])})
                for one in row["documents"]
            ),
            visas=tuple(
                DatedNumber(one["number"], one["index_code"], day(one["issued_on"]), day(one["valid_until"])) for one in row["visas"]
            ),
            reentry_permits=tuple(
                DatedNumber(one["number"], None, day(one["valid_from"]), day(one["valid_until"])) for one in row["reentry_permits"]
            ),
            sponsors=tuple(
                Sponsor(**{**one, "valid_from": date.fromisoformat(one["valid_from"]), "valid_until": day(one["valid_until"])})
                for one in row["guarantors"]
            ),
            addresses=tuple(Place.from_json(one) for one in row["addresses"]),
            crossings=tuple(
                BorderCrossing(one["direction"], datetime.fromisoformat(one["crossed_at"]), one["checkpoint"]) for one in row["crossings"]
            ),
            watch_entries=tuple(
                WatchEntry(**{**one, "valid_from": date.fromisoformat(one["valid_from"]), "valid_until": day(one["valid_until"])})
                for one in row["watch_entries"]
            ),
            marks=tuple(Mark.from_json(one) for one in row.get("marks", [])),  # an older answer that was kept has none
            stay=stay_record(row["stay"]),
        )
