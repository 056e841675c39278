"""Codes are those of travel documents; every one has both names."""

import re

import pytest

from sisada.areas.countries import countries, country_name

BEYOND_ISO = [
    "D",
    "GBD",
    "GBN",
    "GBO",
    "GBP",
    "GBS",
    "UNO",
    "UNA",
    "UNK",
    "XXA",
    "XXB",
    "XXC",
    "XXX",
    "XOM",
    "XPO",
    "XBA",
    "XIM",
    "XCC",
    "XCO",
    "XEC",
    "EUE",
    "RKS",
    "UTO",
]


def test_every_code_has_the_form_of_a_document_and_two_names() -> None:
    for code, country in countries().items():
        assert re.fullmatch("[A-Z]{3}|D", code)
        assert country.indonesian
        assert country.english


def test_the_list_is_iso_3166_with_germany_as_icao_writes_it_and_icaos_own() -> None:
    assert set(BEYOND_ISO) <= set(countries())
    assert len(countries()) == 249 - 1 + len(BEYOND_ISO)
    assert "DEU" not in countries()


def test_no_name_stands_for_two_codes() -> None:
    names = [
        name
        for country in countries().values()
        for name in {said.casefold() for said in (country.indonesian, country.english, *country.also)}
    ]
    twice = {name for name in names if names.count(name) > 1}
    assert twice <= {"kosovo"}, twice  # UNK was issued for the same land by the United Nations, under a name of its own


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("AUS", "id", "Australia"),
        ("NLD", "id", "Belanda"),
        ("NLD", "en", "Netherlands"),
        ("D", "id", "Jerman"),
        ("MAR", "id", "Maroko"),
        ("QQQ", "id", "QQQ"),
    ],
)
def test_a_code_is_named_in_the_readers_language(code: str, language: str, name: str) -> None:
    assert country_name(code, language=language) == name
