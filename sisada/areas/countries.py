"""States and organisations as travel documents code them, with their Indonesian and English names. The list is countries.csv.

Codes are ICAO's: three letters of ISO 3166, but D for Germany, and a few of its own (XXA for a stateless person, UTO for specimens).
Names come from Unicode CLDR; the column `also` holds what people say besides.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("countries.csv")


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    indonesian: str
    english: str
    also: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    with _LIST.open(encoding="utf-8", newline="") as rows:
        read = [
            Country(row["code"], row["indonesian"], row["english"], tuple(filter(None, row["also"].split(";"))))
            for row in csv.DictReader(rows)
        ]
    return {country.code: country for country in read}


def country_name(code: str, *, language: str) -> str:
    """The name in Indonesian (`id`) or English (`en…`). An unknown code is its own name: what the document says is still worth showing."""
    country = countries().get(code)
    if country is None:
        return code
    return country.english if language.startswith("en") else country.indonesian
