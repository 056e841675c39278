"""A result row in words: how well it matches, why, who, and the state of the stay. Words only; `match` and `stay` decided."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from sisada.areas.countries import country_name
from sisada.areas.names import name_of
from sisada.foundation import words
from sisada.inside.lookup import headline
from sisada.inside.lookup.match import Contrast, Field, Match, Word
from sisada.inside.lookup.person import Hit, Place
from sisada.inside.registry.law import rows as law_rows
from sisada.inside.registry.mirror_age import MirrorAge
from sisada.inside.registry.stay import standing_on, stay_rules

MATCH_WORDS: dict[Word, "Promise"] = {
    Word.EXACT: gettext_lazy("Sama persis dengan catatan"),
    Word.LIKELY: gettext_lazy("Kemungkinan orang yang sama"),
    Word.COMPARE: gettext_lazy("Perlu dibandingkan dengan dokumen"),
}
BARS = {Word.EXACT: 3, Word.LIKELY: 2, Word.COMPARE: 1}
AGREES: dict[Field, "Promise"] = {
    Field.NUMBER: gettext_lazy("nomor sama"),
    Field.NUMBER_READ_ALIKE: gettext_lazy("nomor mirip (O/0, I/1, B/8, S/5, Z/2, G/6)"),
    Field.NAME: gettext_lazy("nama sama"),
    Field.EARLIER_NAME: gettext_lazy("sama dengan nama lain yang tercatat"),
    Field.NAME_HAS: gettext_lazy("nama memuat yang dicari"),
    Field.EARLIER_NAME_HAS: gettext_lazy("nama lain yang tercatat memuat yang dicari"),
    Field.NAME_BEGINS: gettext_lazy("bagian nama berawalan yang dicari"),
    Field.EARLIER_NAME_BEGINS: gettext_lazy("bagian nama lain yang tercatat berawalan yang dicari"),
    Field.BIRTH: gettext_lazy("tanggal lahir sama"),
    Field.BIRTH_YEAR: gettext_lazy("tahun lahir sama"),
    Field.NATIONALITY: gettext_lazy("kewarganegaraan sama"),
    Field.ISSUER: gettext_lazy("negara penerbit sama"),
    Field.SEX: gettext_lazy("jenis kelamin sama"),
    Field.EXPIRY: gettext_lazy("masa berlaku dokumen sama"),
}
DIFFERS: dict[Field, "Promise"] = {
    Field.NUMBER: gettext_lazy("nomor berbeda"),
    Field.NAME: gettext_lazy("nama berbeda"),
    Field.BIRTH: gettext_lazy("tanggal lahir berbeda"),
    Field.BIRTH_YEAR: gettext_lazy("tahun lahir berbeda"),
    Field.NATIONALITY: gettext_lazy("kewarganegaraan berbeda"),
    Field.ISSUER: gettext_lazy("negara penerbit berbeda"),
    Field.SEX: gettext_lazy("jenis kelamin berbeda"),
    Field.EXPIRY: gettext_lazy("masa berlaku dokumen berbeda"),
}
SEX_SHORT: dict[str | None, "Promise"] = {"M": pgettext_lazy("jenis kelamin", "L"), "F": pgettext_lazy("jenis kelamin", "P")}


@dataclass(frozen=True)
class Row:
    """What part `result_list` draws."""

    href: str
    id: str
    name: str
    line: str
    why: str
    match: str
    bars: int
    pill: dict[str, str]
    remark: str = ""  # where the person lives outside the areas of the ground in force


def row(hit: Hit, *, href: str, today: date, age: MirrorAge, now: datetime, areas: tuple[str, ...] = ()) -> Row:
    """`areas`: those of the order under which one searches; empty: its ground has none."""
    standing = standing_on(today, hit.stay.as_of(age.age(now) if age.whole else None), stay_rules(law_rows(), today))
    return Row(
        href=href,
        id=f"orang-{hit.id}",
        name=hit.name.written(),
        line=" · ".join(filter(None, _who(hit))),
        why=why(hit.match) if hit.match else dwelling(hit.address),
        match=str(MATCH_WORDS[hit.match.word]) if hit.match else "",
        bars=BARS[hit.match.word] if hit.match else 0,
        pill=headline.pill(standing),
        remark="" if within(hit.address, areas) else _("di luar wilayah perintah"),
    )


def within(address: Place | None, areas: tuple[str, ...]) -> bool:
    """Also who has no address that could be placed: nobody knows that he lives elsewhere."""
    code = (address.kelurahan_code or "") if address else ""
    return not areas or not code or any(code == area or code.startswith(f"{area}.") for area in areas)


def _who(hit: Hit) -> list[str]:
    return [str(SEX_SHORT.get(hit.sex, "")), str(hit.birth_year or ""), nation(hit.nationality), where(hit.address)]


def why(match: Match) -> str:
    """Which fields agree, then which differ: "Nama sama, tahun lahir sama. Tetapi kewarganegaraan berbeda." Where both sides are known they
    stand there, as a question: "Jenis kelamin berbeda: dokumen P, data L. Salah baca, atau dokumen lain?" """
    agree = _listed([str(AGREES[field]) for field in match.agree])
    contrasted = {one.field for one in match.contrasts}
    differ = ", ".join(str(DIFFERS[field]) for field in match.differ if field not in contrasted)
    sentences = [agree, _("Tetapi {fields}.").format(fields=differ) if differ else "", *map(_both_sides, match.contrasts)]
    return " ".join(filter(None, [*sentences, _("Salah baca, atau dokumen lain?") if contrasted else ""]))


def _both_sides(contrast: Contrast) -> str:
    differs = str(DIFFERS[contrast.field])
    document, record = (_side(contrast.field, code) for code in (contrast.document, contrast.record))
    return _("{differs}: dokumen {document}, data {record}.").format(
        differs=differs[:1].upper() + differs[1:], document=document, record=record
    )


def _side(field: Field, code: str) -> str:
    if field is Field.SEX:
        return str(SEX_SHORT.get(code, code))
    if field is Field.ISSUER:
        return nation(code)
    return words.short_date(date.fromisoformat(code), language=words.known(get_language() or "id"))


def _listed(words: list[str]) -> str:
    sentence = ", ".join(words)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def nation(code: str) -> str:
    return country_name(code, language=get_language() or "id")


def where(place: Place | None) -> str:
    if place is None:
        return _("alamat tidak tercatat")
    return name_of(place.kelurahan_code) or _("alamat belum jelas")


def dwelling(place: Place | None) -> str:
    """Building, tower, floor and unit, or the street: what one looks for in front of a house."""
    if place is None:
        return ""
    unit = "/".join(filter(None, [place.floor, place.unit]))
    building = ", ".join(filter(None, [place.building, " ".join(filter(None, [place.tower, unit]))]))
    return ", ".join(filter(None, [building, place.street])) or place.as_written or ""
