"""A machine readable zone is read whole or its faults are named with their places. The specimens are ICAO's own: Eriksson of Utopia."""

from dataclasses import replace
from datetime import date

import pytest

from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.mrz import Mrz, looks_like_mrz, read_mrz
from sisada.inside.lookup.mrz_check_digits import check_digit, weigh_the_same
from sisada.inside.lookup.mrz_fields import MrzFault, Wrong
from sisada.inside.lookup.mrz_layouts import MrzKind

TODAY = date(2026, 11, 24)

TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
TD1_LONG = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
TD2_LONG = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8"
MRV_A = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"
PASSPORT = Mrz(
    kind=MrzKind.TD3,
    document_code="P",
    issuer="UTO",
    number="L898902C3",
    nationality="UTO",
    birth_date=BirthDate(1974, 8, 12),
    sex="F",
    expires_on=date(2012, 4, 15),
    primary_name="ERIKSSON",
    secondary_name="ANNA MARIA",
    name_is_cut=False,
    single_name=False,
    optional="ZE184226B",
)


def read(text: str) -> Mrz:
    mrz = read_mrz(text, TODAY)
    assert isinstance(mrz, Mrz), mrz
    return mrz


def faults(text: str) -> tuple[MrzFault, ...]:
    found = read_mrz(text, TODAY)
    assert not isinstance(found, Mrz)
    return found


def test_the_passport_specimen_is_read_whole() -> None:
    assert read(TD3) == PASSPORT


BY_SPECIMEN = [
    (TD1, MrzKind.TD1, "D23145890", BirthDate(1974, 8, 12), date(2012, 4, 15)),
    (TD1_LONG, MrzKind.TD1, "D23145890734", BirthDate(1934, 7, 12), date(1995, 7, 12)),
    (TD2, MrzKind.TD2, "D23145890", BirthDate(1974, 8, 12), date(2012, 4, 15)),
    (TD2_LONG, MrzKind.TD2, "D23145890734", BirthDate(1934, 7, 12), date(1995, 7, 12)),
    (MRV_A, MrzKind.MRV_A, "L8988901C", BirthDate(1940, 9, 7), date(1996, 12, 10)),
    (MRV_B, MrzKind.MRV_B, "L8988901C", BirthDate(1940, 9, 7), date(1996, 12, 10)),
]


@pytest.mark.parametrize(("zone", "kind", "number", "born", "expires_on"), BY_SPECIMEN)
def test_every_kind_of_specimen_is_read(zone: str, kind: MrzKind, number: str, born: BirthDate, expires_on: date) -> None:
    mrz = read(zone)
    assert (mrz.kind, mrz.number, mrz.birth_date, mrz.expires_on) == (kind, number, born, expires_on)


def test_what_a_card_leaves_empty_is_empty_and_not_part_of_a_long_number() -> None:
    assert [read(zone).optional for zone in (TD1, TD1_LONG, TD2_LONG, MRV_A)] == ["", "", "", "6ZE184226B"]


@pytest.mark.parametrize(
    "pasted",
    [
        TD3.lower(),
        TD3.replace("\n", ""),
        TD3.replace("\n", "\r\n\r\n") + "\n ",
        TD3.replace("<<", "«"),
        TD3.replace("<", "< "),
        "\n".join((TD3[:20], TD3[20:60], TD3[60:])),
    ],
)
def test_blanks_small_letters_and_lines_broken_elsewhere_do_not_matter(pasted: str) -> None:
    assert read(pasted) == PASSPORT


def test_a_letter_at_the_last_position_means_that_the_name_may_be_cut() -> None:
    cut = read(TD3.replace("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"))
    assert (cut.primary_name, cut.secondary_name, cut.name_is_cut) == ("NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG K", True)


def test_no_double_filler_at_all_is_a_single_name() -> None:
    single = read(TD3.replace("ERIKSSON<<ANNA<MARIA<", "ARKFREITH<<<<<<<<<<<<"))
    assert (single.primary_name, single.secondary_name, single.single_name) == ("ARKFREITH", "", True)


def with_birth(six_signs: str) -> str:
    line = f"L898902C36UTO{six_signs}{check_digit(six_signs)}F1204159ZE184226B<<<<<1"
    return TD3.split("\n", maxsplit=1)[0] + "\n" + line + check_digit(line[:10] + line[13:20] + line[21:43])


@pytest.mark.parametrize(
    ("six_signs", "expected"),
    [
        ("75<<<<", BirthDate(1975)),
        ("7508<<", BirthDate(1975, 8)),
        ("750000", BirthDate(1975)),
        ("<<<<<<", None),
        ("<<0812", None),
        ("261124", BirthDate(2026, 11, 24)),  # born today
        ("261125", BirthDate(1926, 11, 25)),
    ],
)
def test_a_birth_date_may_have_unknown_parts_and_is_never_to_come(six_signs: str, expected: BirthDate | None) -> None:
    assert read(with_birth(six_signs)).birth_date == expected


@pytest.mark.parametrize("six_signs", ["741312", "740230", "74A812", "7<0812"])
def test_a_birth_date_that_no_calendar_has_is_a_fault_even_if_its_check_digit_fits(six_signs: str) -> None:
    assert faults(with_birth(six_signs)) == (MrzFault(2, 14, Wrong.BIRTH_DATE),)


@pytest.mark.parametrize(("two_digits", "year"), [(76, 2076), (77, 1977), (12, 2012)])
def test_an_expiry_is_at_most_fifty_years_ahead(two_digits: int, year: int) -> None:
    line = MRV_A.split("\n")[1]
    expiry = f"{two_digits}0415"
    visa = MRV_A.split("\n", maxsplit=1)[0] + "\n" + line[:21] + expiry + check_digit(expiry) + line[28:]
    assert read(visa).expires_on == date(year, 4, 15)


BY_FAULT = [
    (TD3.replace("L898902C36", "L898902C46"), [(2, 10, Wrong.NUMBER_CHECK), (2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3.replace("L898902C36", "<<<<<<<<<0")[:-1] + "2", [(2, 1, Wrong.NUMBER)]),
    (TD3.replace("L898902C36", "<" * 10)[:-1] + "2", [(2, 1, Wrong.NUMBER)]),
    (TD1.replace("D231458907", "<<<<<<<<<0").replace("<6", "<0"), [(1, 6, Wrong.NUMBER)]),
    (TD3.replace("7408122", "7408132"), [(2, 20, Wrong.BIRTH_DATE_CHECK), (2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3.replace("1204159", "1204169"), [(2, 28, Wrong.EXPIRY_CHECK), (2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3.replace("ZE184226B", "ZE184227B"), [(2, 43, Wrong.OPTIONAL_CHECK), (2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3.replace("<<<<<10", "<<<<<<0"), [(2, 43, Wrong.OPTIONAL_CHECK), (2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3[:-1] + "1", [(2, 44, Wrong.COMPOSITE_CHECK)]),
    (TD3.replace("2F1", "2Q1"), [(2, 21, Wrong.SEX)]),
    (TD3.replace("P<UTO", "P<U0O"), [(1, 3, Wrong.ISSUER)]),
    (TD3.replace("6UTO7", "6<<<7"), [(2, 11, Wrong.NATIONALITY)]),
    (TD3.replace("ERIKSSON", "ER1KSSON"), [(1, 8, Wrong.NAME)]),
    (TD3.replace("P<UTO", "X<UTO"), [(1, 1, Wrong.DOCUMENT_CODE)]),
    (TD3.replace("ANNA", "AN.A"), [(1, 18, Wrong.SIGN)]),
    (TD3[:-1], [(2, 44, Wrong.LENGTH)]),
    (TD3.replace("MARIA<", "MARIA"), [(1, 44, Wrong.LENGTH)]),
    (TD3 + "0", [(2, 45, Wrong.LENGTH)]),
    (TD3.replace("\n", "")[:-1], [(2, 44, Wrong.LENGTH)]),
    (TD3.split("\n", maxsplit=1)[0], [(2, 1, Wrong.LENGTH)]),
    (TD1.replace("\n", "") + "<", [(3, 31, Wrong.LENGTH)]),
    (TD1.replace("7408122", "740812"), [(2, 30, Wrong.LENGTH)]),
    (TD1_LONG.replace("7349", "7348"), [(1, 19, Wrong.NUMBER_CHECK), (2, 30, Wrong.COMPOSITE_CHECK)]),
    (TD1.replace("D231458907", "D23145890<"), [(1, 15, Wrong.NUMBER_CHECK), (2, 30, Wrong.COMPOSITE_CHECK)]),
    ("\n".join([TD1, TD1[:30]]), [(4, 1, Wrong.LENGTH)]),
    ("", [(1, 1, Wrong.LENGTH), (2, 1, Wrong.LENGTH), (3, 1, Wrong.LENGTH)]),
]


@pytest.mark.parametrize(("zone", "expected"), BY_FAULT)
def test_a_fault_says_where_it_is_and_which_check_failed(zone: str, expected: list[tuple[int, int, Wrong]]) -> None:
    assert faults(zone) == tuple(MrzFault(*fault) for fault in expected)


def test_an_empty_optional_field_may_have_a_filler_or_a_zero_as_its_check_digit() -> None:
    for digit in "0<":
        line = f"L898902C36UTO7408122F1204159{'<' * 14}{digit}"
        zone = TD3.split("\n", maxsplit=1)[0] + line + check_digit(line[:10] + line[13:20] + line[21:43])
        assert replace(read(zone), optional="ZE184226B") == PASSPORT


@pytest.mark.parametrize("text", [TD3, TD3.lower(), TD3.replace("<<", "«"), TD3.split("\n")[1], "P<UTOERIKSSON<<ANNA"])
def test_an_attempt_at_an_mrz_is_noticed(text: str) -> None:
    assert looks_like_mrz(text)


@pytest.mark.parametrize(
    "text", ["budi 1990 AUS", "ERIKSSON<<ANNA", "L898902C3", "a long name that has no filler in it at all, whoever bears it"]
)
def test_other_text_is_no_mrz(text: str) -> None:
    assert not looks_like_mrz(text)


def test_the_worked_examples_of_icao_have_their_check_digits() -> None:
    assert [check_digit(signs) for signs in ("520727", "AB2134<<<", "L898902C3", "ZE184226B<<<<<", "D23145890734")] == [
        "3",
        "5",
        "6",
        "1",
        "9",
    ]


def test_letters_ten_apart_weigh_the_same() -> None:
    assert weigh_the_same("A", "K")
    assert weigh_the_same("0", "<")
    assert not weigh_the_same("O", "0")
