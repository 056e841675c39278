"""Candidates and result rows by the ORM: one query a table, whatever the number of people."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from bench.plain import stays
from sisada.inside.audit.looks import PersonId
from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.find import MOST_DRAWN
from sisada.inside.lookup.match import Candidate, Match
from sisada.inside.lookup.models import NamePart, Number
from sisada.inside.lookup.person import Hit, PersonName, Place
from sisada.inside.lookup.question import Question
from sisada.inside.registry.models import Address, Name, Person


def candidates(question: Question) -> list[Candidate]:
    """Whom a number or a name with birth may mean."""
    folded = question.number.folded if question.number else ""
    people = list(_by_number(folded) if folded else _by_name(question))
    names = stays.by_person(Name.objects.filter(person_id__in=[person.id for person in people]))
    numbers = stays.by_person(Number.objects.filter(person_id__in=[person.id for person in people], folded=folded) if folded else [])
    return [
        Candidate(
            person_id=person.id,
            names=[
                {"primary": name.primary_name, "secondary": name.secondary_name, "kind": name.kind} for name in names.get(person.id, [])
            ],
            birth_date=person.birth_date,
            birth_year=person.birth_year,
            nationality=person.nationality,
            sex=None,
            numbers=[{"kind": number.kind, "exact": number.exact, "folded": number.folded} for number in numbers.get(person.id, [])],
        )
        for person in people
    ]


def _by_number(folded: str) -> QuerySet[Person]:
    return Person.objects.filter(id__in=Number.objects.filter(folded=folded).values("person_id"))[:MOST_DRAWN]


def _by_name(question: Question) -> QuerySet[Person]:
    """The longest whole part first, the others checked name by name; the last is a beginning."""
    *whole, last = question.name_parts
    same_name = NamePart.objects.filter(name_id=OuterRef("name_id"))
    ordered = sorted(whole, key=len, reverse=True)
    keys = NamePart.objects.filter(part=ordered[0]) if ordered else NamePart.objects.filter(part__startswith=last)
    for part in ordered[1:]:
        keys = keys.filter(Exists(same_name.filter(part=part)))
    if ordered:
        keys = keys.filter(Exists(same_name.filter(part__startswith=last)))
    return Person.objects.filter(_birth(question.birth), id__in=keys.values("person_id"))[:MOST_DRAWN]


def _birth(asked: BirthDate | None) -> Q:
    if asked is None:
        return Q()
    known = Q(birth_date__year=asked.year)
    known &= Q(birth_date__month=asked.month) if asked.month else Q()
    known &= Q(birth_date__day=asked.day) if asked.day else Q()
    return known | Q(birth_date=None, birth_year=asked.year)


def read(matches: Mapping[UUID, Match]) -> list[Hit]:
    """The rows of these people, in this order."""
    people = Person.objects.in_bulk(list(matches))
    names = stays.by_person(Name.objects.filter(person_id__in=people).order_by("-valid_from"))
    addresses = stays.by_person(Address.objects.filter(person_id__in=people, valid_until=None).order_by("-valid_from"))
    records = stays.read(people.values())
    return [
        Hit(
            id=PersonId(person),
            name=_first_name(names.get(person, [])),
            sex=people[person].sex,
            birth_year=people[person].birth_date.year if people[person].birth_date else people[person].birth_year,  # type: ignore[union-attr]  # asked one word before
            nationality=people[person].nationality,
            office_code=people[person].office_code,
            address=_place(addresses[person][0]) if person in addresses else None,
            stay=records[person],
            match=match,
        )
        for person, match in matches.items()
        if person in people
    ]


def _first_name(names: list[Name]) -> PersonName:
    ordered = sorted(names, key=lambda name: name.kind != "passport")
    return PersonName(ordered[0].primary_name, ordered[0].secondary_name) if ordered else PersonName("—", None)


def _place(address: Address) -> Place:
    return Place(address.kelurahan_code, address.street, address.building, address.tower, address.floor, address.unit)
