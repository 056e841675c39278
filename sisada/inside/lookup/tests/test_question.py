"""One box takes anything an officer has: the same text is always understood the same way, and what is not used is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.mrz_fields import MrzFault, Wrong
from sisada.inside.lookup.question import Chip, ChipKind, Question, QuestionKind, understand
from sisada.inside.lookup.tests.test_mrz import TD3

TODAY = date(2026, 11, 24)

PERSONS = [
    ("budi 1990 AUS", ("BUDI",), (1990, None, None), "AUS"),
    ("budi aus 1990", ("BUDI",), (1990, None, None), "AUS"),
    ("Anna Maria Eriksson", ("ANNA", "MARIA", "ERIKSSON"), None, None),
    ("ERIKSSON<<ANNA", ("ERIKSSON", "ANNA"), None, None),
    ("eriksson anna 12 agustus 1974 utopia", ("ERIKSSON", "ANNA"), (1974, 8, 12), "UTO"),
    ("Kim Minsu 3/12/90 korea selatan", ("KIM", "MINSU"), (1990, 12, 3), "KOR"),
    ("kim minsu south korea", ("KIM", "MINSU"), None, "KOR"),
    ("van den Berg belanda", ("VAN", "DEN", "BERG"), None, "NLD"),
    ("Müller jerman", ("MUELLER",), None, "D"),
    ("Müller DEU", ("MUELLER",), None, "D"),
    ("Nguyễn viet nam", ("NGUYEN",), None, "VNM"),
    ("1990 AUS", (), (1990, None, None), "AUS"),
    ("12-08-1974", (), (1974, 8, 12), None),
    ("19740812", (), (1974, 8, 12), None),
    ("Maret 1990", (), (1990, 3, None), None),
    ("Chen Mei 1990", ("CHEN", "MEI"), (1990, None, None), None),
    ("Michael Jordan", ("MICHAEL", "JORDAN"), None, None),  # a name first of all
    ("Michael 1963 Jordan", ("MICHAEL",), (1963, None, None), "JOR"),
    ("wang wei china", ("WANG", "WEI"), None, "CHN"),
    ("Mei Lie", ("MEI", "LIE"), None, None),
    ("Australia", ("AUSTRALIA",), None, None),
    ("Li 1990", ("LI",), (1990, None, None), None),
    ("O'Connor", ("OCONNOR",), None, None),
]
NUMBERS = [
    ("L898902C3", "L898902C3", ()),
    ("l898-902.c3", "L898902C3", ()),
    ("AB 123 4567", "AB1234567", ()),
    ("2C21JE1234-A", "2C21JE1234A", ()),
    ("paspor L898902C3", "L898902C3", ("PASPOR",)),
    ("Eriksson L898902C3 1974", "L898902C3", ("ERIKSSON",)),
    ("12.345.678", "12345678", ()),
    ("3174 0519 9000 0001", "3174051990000001", ()),
    ("31 74 05 1990 0001", "31740519900001", ()),
]


@pytest.mark.parametrize(("text", "name_parts", "birth", "nationality"), PERSONS)
def test_a_person_is_asked_by_name_birth_date_and_nationality(
    text: str, name_parts: tuple[str, ...], birth: tuple[int, int | None, int | None] | None, nationality: str | None
) -> None:
    expected = Question(
        QuestionKind.PERSON,
        name_parts=name_parts,
        last_part_is_prefix=bool(name_parts),
        birth=BirthDate(*birth) if birth else None,
        nationality=nationality,
    )
    assert understand(text, TODAY) == expected


@pytest.mark.parametrize(("text", "exact", "unused"), NUMBERS)
def test_a_number_wins_and_the_words_around_it_are_shown_as_unused(text: str, exact: str, unused: tuple[str, ...]) -> None:
    assert understand(text, TODAY) == Question(QuestionKind.NUMBER, number=DocumentNumber(exact), unused=unused)


@pytest.mark.parametrize("text", ["", "  ", "90", "???", "张伟"])
def test_what_holds_nothing_to_look_for_is_an_empty_question(text: str) -> None:
    assert understand(text, TODAY).is_empty


def test_a_pasted_mrz_asks_by_everything_it_says() -> None:
    assert understand(TD3.lower(), TODAY).to_json() == {
        "kind": "mrz",
        "number": "L898902C3",
        "folded": "1898902C3",
        "name_parts": ["ERIKSSON", "ANNA", "MARIA"],
        "last_part_is_prefix": False,
        "birth": {"year": 1974, "month": 8, "day": 12},
        "nationality": "UTO",
        "issuer": "UTO",
        "sex": "F",
        "expires_on": "2012-04-15",
    }


def test_a_name_cut_by_the_document_is_asked_as_a_prefix() -> None:
    cut = TD3.replace("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K")
    question = understand(cut, TODAY)
    assert question.name_parts == ("NILAVADHANANANDA", "CHAYAPA", "DEJTHAMRONG", "K")
    assert question.last_part_is_prefix


def test_an_mrz_with_a_wrong_sign_is_unreadable_and_says_where() -> None:
    question = understand(TD3[:-1] + "7", TODAY)
    assert question == Question(QuestionKind.MRZ_UNREADABLE, faults=(MrzFault(2, 44, Wrong.COMPOSITE_CHECK),))
    assert question.to_json() == {"kind": "mrz_unreadable", "faults": [{"line": 2, "position": 44, "what": "composite-check-digit"}]}
    assert not question.is_empty


@pytest.mark.parametrize("number", ["<<<<<<<<<0", "<<<<<<<<<<"])
def test_an_mrz_without_a_number_asks_for_the_number_and_never_for_its_name(number: str) -> None:
    question = understand(TD3.replace("L898902C36", number)[:-1] + "2", TODAY)
    assert question == Question(QuestionKind.MRZ_UNREADABLE, faults=(MrzFault(2, 1, Wrong.NUMBER),))
    assert understand("P<UTOERIKSSON<<ANNA", TODAY).kind is QuestionKind.MRZ_UNREADABLE


def test_the_stored_forms_are_plain_and_stable() -> None:
    assert understand("L898902C3", TODAY).to_json() == {"kind": "number", "folded": "1898902C3", "exact": "L898902C3"}
    assert understand("paspor L898902C3", TODAY).to_json()["unused"] == ["PASPOR"]
    assert understand("eriksson anna 1974 UTO", TODAY).to_json() == {
        "kind": "person",
        "name_parts": ["ERIKSSON", "ANNA"],
        "birth": {"year": 1974, "month": None, "day": None},
        "nationality": "UTO",
    }


def test_chips_show_what_was_understood_and_what_was_not_used() -> None:
    assert understand("budi 3/12/90 AUS 5a", TODAY).chips() == (
        Chip(ChipKind.NAME, "BUDI"),
        Chip(ChipKind.BIRTH, "3-12-1990"),
        Chip(ChipKind.NATIONALITY, "AUS"),
        Chip(ChipKind.UNUSED, "5A"),
    )
    assert understand("paspor L898902C3", TODAY).chips() == (Chip(ChipKind.NUMBER, "L898902C3"), Chip(ChipKind.UNUSED, "PASPOR"))


TYPED = st.lists(
    st.one_of(
        st.text(max_size=8), st.sampled_from(["budi", "1990", "AUS", "3/12/90", "L898902C3", "AB", "12345", "korea", "selatan", "mei", TD3])
    ),
    max_size=5,
).map(" ".join)


@given(TYPED)
def test_every_text_is_understood_and_survives_being_stored(text: str) -> None:
    question = understand(text, TODAY)
    assert Question.from_json(question.to_json()) == question
