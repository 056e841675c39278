"""Specimens in the mirror: Anna Maria Eriksson of Utopia (ICAO 9303-4) and neighbours like her, with everything a card shows.

Every text of a specimen holds the specimen's own mark, so that a test can search for what must not be seen.
"""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sisada.foundation.clock import now, office_today
from sisada.inside.audit.looks import PersonId
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.name_folding import folded_parts
from tests.cast import RAWAJATI

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


@dataclass(frozen=True)
class Specimen:
    id: PersonId
    primary: str
    secondary: str
    birth_date: date
    passport: str
    permit: str
    niora: str
    street: str
    permit_until: date
    document_until: date


def write(cursor: Any, mark: str = "eriksson", *, kelurahan: str = RAWAJATI, unit: str = "7") -> Specimen:
    """One person, by a cursor that may write the mirror. `eriksson` is the specimen; another mark is a neighbour of hers."""
    person = _specimen(mark)
    common = {"person_id": person.id, "version": 1, "source_at": now()}
    today = office_today()
    insert = _Inserter(cursor, common)
    insert.row("registry_person", id=person.id, niora=person.niora, sex="F", birth_date=person.birth_date, birth_place="Zenith",
               nationality="UTO", category="ordinary", civil_state="ordinary", office_code="JKS")  # fmt: skip
    name = insert.of_person("registry_name", primary_name=person.primary, secondary_name=person.secondary, kind="passport")
    document = insert.of_person("registry_travel_document", kind="national", number=person.passport, issuer="UTO", nationality="UTO",
                                issued_on=today - timedelta(days=900), valid_until=person.document_until, state="valid")  # fmt: skip
    permit = insert.of_person("registry_stay_permit", number=person.permit, kind="ITAS", index_code="E31A", extension=0,
                              valid_from=today - timedelta(days=300), valid_until=person.permit_until, office_code="JKS")  # fmt: skip
    insert.of_person("registry_address", street=person.street, building="Graha Contoh", unit=unit, rt="003", rw="005",
                     kelurahan_code=kelurahan, valid_from=today - timedelta(days=300))  # fmt: skip
    insert.of_person("registry_crossing", direction="in", crossed_at=now() - timedelta(days=301), checkpoint="CGK")
    insert.of_person("registry_photo", image=PICTURE, taken_on=today - timedelta(days=301))
    for part in folded_parts(f"{person.primary} {person.secondary}"):
        insert.key("lookup_name_part", name_id=name, person_id=person.id, part=part)
    for row, kind, written in (
        (person.id, "niora", person.niora),
        (document, "document", person.passport),
        (permit, "permit", person.permit),
    ):
        number = DocumentNumber.parse(written)
        insert.key("lookup_number", row_id=row, person_id=person.id, kind=kind, exact=number.exact, folded=number.folded)
    return person


def _specimen(mark: str) -> Specimen:
    known = mark == "eriksson"
    number = "L898902C3" if known else f"X{uuid.uuid4().int % 10**8:08d}"
    return Specimen(
        id=PersonId(uuid.uuid4()),
        primary="Eriksson" if known else mark.title(),
        secondary="Anna Maria",
        birth_date=date(1974, 8, 12),
        passport=number,
        permit=f"2C21JE{number}",
        niora=f"N{number}",
        street=f"Jalan {mark.title()}",
        permit_until=office_today() + timedelta(days=60),
        document_until=office_today() + timedelta(days=900),
    )


class _Inserter:
    def __init__(self, cursor: Any, common: dict[str, Any]) -> None:
        self.cursor = cursor
        self.common = common
        self.next_key = uuid.uuid4().int % 10**12

    def of_person(self, table: str, **values: Any) -> uuid.UUID:
        row_id = uuid.uuid4()
        self.row(table, id=row_id, **self.common, **values)
        return row_id

    def row(self, table: str, **values: Any) -> None:
        self.next_key += 1
        shared = {name: value for name, value in self.common.items() if name != "person_id"}
        self.key(table, **{**shared, "upstream_key": self.next_key, **values})

    def key(self, table: str, **values: Any) -> None:
        names, places = ", ".join(values), ", ".join(["%s"] * len(values))
        self.cursor.execute(f"insert into {table} ({names}) values ({places})", list(values.values()))
