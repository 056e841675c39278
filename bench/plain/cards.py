"""A whole card by the ORM: one query a table, the hash of the photo made by the database as in the card with looks."""

from uuid import UUID

from django.db.models import BinaryField, F, Func

from bench.plain import stays
from sisada.inside.audit.looks import PersonId
from sisada.inside.lookup.person import BorderCrossing, DatedNumber, PersonCard, PersonName, Place, Sponsor, TravelDocument, WatchEntry
from sisada.inside.registry import models as registry

MOST_CROSSINGS = 10


def read(person_id: UUID) -> PersonCard | None:
    """None: nobody under this id."""
    person = registry.Person.objects.filter(id=person_id).first()
    if person is None:
        return None
    crossings = list(registry.Crossing.objects.filter(person_id=person_id).order_by("-crossed_at")[:MOST_CROSSINGS])
    stay = stays.stay(
        person,
        permits=list(registry.StayPermit.objects.filter(person_id=person_id).order_by("-valid_from", "id")),
        applications=list(registry.Application.objects.filter(person_id=person_id).order_by("-filed_on", "id")),
        crossing=crossings[0] if crossings else None,
    )
    return PersonCard(
        id=PersonId(person.id),
        niora=person.niora,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        birth_place=person.birth_place,
        nationality=person.nationality,
        office_code=person.office_code,
        photo=_photo(person_id),
        names=_names(person_id),
        documents=_documents(person_id),
        visas=_visas(person_id),
        reentry_permits=_reentry_permits(person_id),
        sponsors=_sponsors(person_id),
        addresses=_addresses(person_id),
        crossings=tuple(BorderCrossing(row.direction, row.crossed_at, row.checkpoint) for row in crossings),
        watch_entries=_watch_entries(person_id),
        marks=(),  # nothing is in question in these data
        stay=stay,
    )


def _photo(person_id: UUID) -> str | None:
    newest = registry.Photo.objects.filter(person_id=person_id).order_by(F("taken_on").desc(nulls_last=True))
    digest = newest.values_list(Func(F("image"), function="sha256", output_field=BinaryField()), flat=True).first()
    return bytes(digest).hex() if digest else None


def _names(person_id: UUID) -> tuple[PersonName, ...]:
    rows = registry.Name.objects.filter(person_id=person_id).order_by(F("valid_from").desc(nulls_last=True))
    ordered = sorted(rows, key=lambda row: row.kind != "passport")
    return tuple(PersonName(row.primary_name, row.secondary_name, row.kind, row.valid_from, row.valid_until) for row in ordered)


def _documents(person_id: UUID) -> tuple[TravelDocument, ...]:
    rows = registry.TravelDocument.objects.filter(person_id=person_id).order_by(F("issued_on").desc(nulls_last=True))
    ordered = sorted(rows, key=lambda row: row.state != "valid")
    return tuple(
        TravelDocument(row.kind, row.number, row.issuer, row.nationality, row.issued_on, row.valid_until, row.state) for row in ordered
    )


def _visas(person_id: UUID) -> tuple[DatedNumber, ...]:
    rows = registry.Visa.objects.filter(person_id=person_id).order_by("-issued_on")
    return tuple(DatedNumber(row.number, row.index_code, row.issued_on, row.valid_until) for row in rows)


def _reentry_permits(person_id: UUID) -> tuple[DatedNumber, ...]:
    rows = registry.ReentryPermit.objects.filter(person_id=person_id).order_by("-valid_from")
    return tuple(DatedNumber(row.number, None, row.valid_from, row.valid_until) for row in rows)


def _sponsors(person_id: UUID) -> tuple[Sponsor, ...]:
    rows = list(registry.Guarantee.objects.filter(person_id=person_id).order_by(F("valid_until").desc(nulls_first=True), "-valid_from"))
    guarantors = registry.Guarantor.objects.in_bulk([row.guarantor_id for row in rows])
    return tuple(_sponsor(row, guarantors.get(row.guarantor_id)) for row in rows)


def _sponsor(row: registry.Guarantee, guarantor: registry.Guarantor | None) -> Sponsor:
    if guarantor is None:
        return Sponsor(row.role, None, None, None, None, row.valid_from, row.valid_until)
    return Sponsor(row.role, guarantor.kind, guarantor.name, guarantor.phone, guarantor.address, row.valid_from, row.valid_until)


def _addresses(person_id: UUID) -> tuple[Place, ...]:
    rows = registry.Address.objects.filter(person_id=person_id).order_by(F("valid_until").desc(nulls_first=True), "-valid_from")
    return tuple(
        Place(
            kelurahan_code=row.kelurahan_code,
            street=row.street,
            building=row.building,
            tower=row.tower,
            floor=row.floor,
            unit=row.unit,
            rt=row.rt,
            rw=row.rw,
            as_written=row.as_written,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in rows
    )


def _watch_entries(person_id: UUID) -> tuple[WatchEntry, ...]:
    rows = registry.WatchEntry.objects.filter(person_id=person_id).order_by("-valid_from")
    return tuple(WatchEntry(row.kind, row.instruction, row.valid_from, row.valid_until) for row in rows)
