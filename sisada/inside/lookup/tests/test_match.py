"""An MRZ is compared field by field: whatever the record says otherwise is shown as a question, and nobody is then "sama persis"."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from sisada.inside.lookup.match import Candidate, Contrast, Field, Match, Word, best_first, judge
from sisada.inside.lookup.person import Place
from sisada.inside.lookup.question import understand
from sisada.inside.lookup.result_words import why, within
from sisada.inside.lookup.tests.test_mrz import TD3

TODAY = date(2026, 11, 24)
ASKED = understand(TD3, TODAY)
NUMBER = {"kind": "document", "exact": "L898902C3", "folded": "1898902C3", "issuer": "UTO", "valid_until": "2012-04-15"}
RECORDED = Candidate(
    person_id="1",
    names=[{"primary": "Eriksson", "secondary": "Anna Maria", "kind": "passport"}],
    birth_date=date(1974, 8, 12),
    birth_year=1974,
    nationality="UTO",
    sex="F",
    numbers=[NUMBER],
)


def test_an_mrz_that_says_what_the_record_says_in_every_field_is_sama_persis() -> None:
    match = judge(ASKED, RECORDED)
    assert (match.word, match.differ, match.contrasts) == (Word.EXACT, (), ())
    assert {Field.SEX, Field.ISSUER, Field.EXPIRY} <= set(match.agree)


OTHERWISE = [
    (replace(RECORDED, sex="M"), Contrast(Field.SEX, "F", "M"), "Jenis kelamin berbeda: dokumen P, data L."),
    (
        replace(RECORDED, numbers=[NUMBER | {"valid_until": "2029-05-03"}]),
        Contrast(Field.EXPIRY, "2012-04-15", "2029-05-03"),
        "Masa berlaku dokumen berbeda: dokumen 15 Apr 2012, data 3 Mei 2029.",
    ),
    (replace(RECORDED, numbers=[NUMBER | {"issuer": "SWE"}]), Contrast(Field.ISSUER, "UTO", "SWE"), "Negara penerbit berbeda:"),
]


@pytest.mark.parametrize(("recorded", "contrast", "sentence"), OTHERWISE)
def test_a_field_that_differs_is_named_with_both_sides_and_as_a_question(recorded: Candidate, contrast: Contrast, sentence: str) -> None:
    match = judge(ASKED, recorded)
    assert (match.word, match.differ, match.contrasts) == (Word.LIKELY, (contrast.field,), (contrast,))
    with override("id"):
        said = why(match).replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in said
    assert said.endswith("Salah baca, atau dokumen lain?")


@pytest.mark.parametrize(
    "recorded",
    [replace(RECORDED, nationality="SWE"), replace(RECORDED, birth_date=date(1974, 8, 21)), replace(RECORDED, names=[])],
)
def test_every_other_field_too_takes_sama_persis_away(recorded: Candidate) -> None:
    assert judge(ASKED, recorded).word is Word.LIKELY


def test_two_fields_that_differ_are_to_be_compared() -> None:
    assert judge(ASKED, replace(RECORDED, sex="M", nationality="SWE")).word is Word.COMPARE


@pytest.mark.parametrize("recorded", [replace(RECORDED, sex=None), replace(RECORDED, numbers=[NUMBER | {"valid_until": None}])])
def test_what_one_side_leaves_open_is_not_compared(recorded: Candidate) -> None:
    assert judge(ASKED, recorded).word is Word.EXACT


def test_of_documents_with_one_number_the_issuers_own_is_compared() -> None:
    others = NUMBER | {"issuer": "SWE", "valid_until": "2001-01-01"}
    assert judge(ASKED, replace(RECORDED, numbers=[others, NUMBER])).word is Word.EXACT


def test_a_match_is_kept_with_both_sides_and_one_of_an_older_release_is_still_read() -> None:
    match = judge(ASKED, replace(RECORDED, sex="M"))
    assert Match.from_json(match.to_json()) == match
    older = {"word": "sama-persis", "agree": ["number"], "differ": []}
    assert Match.from_json(older) == Match(Word.EXACT, (Field.NUMBER,), ())


def test_two_who_fit_alike_keep_what_they_agree_in() -> None:
    (_, first), (_, second) = best_first([(one, judge(ASKED, one)) for one in (RECORDED, replace(RECORDED, person_id="2"))])
    assert (first.word, second.word) == (Word.LIKELY, Word.LIKELY)
    assert Field.EXPIRY in first.agree


def test_a_whole_part_of_a_name_comes_before_the_beginning_of_one() -> None:
    asked = understand("maria", TODAY)
    beginning = replace(RECORDED, person_id="0", names=[{"primary": "Mariam", "secondary": None, "kind": "passport"}])
    earlier = replace(RECORDED, person_id="1", names=[{"primary": "Maria", "secondary": "Lopez", "kind": "earlier"}])
    whole = replace(RECORDED, person_id="2")
    ordered = best_first([(one, judge(asked, one)) for one in (beginning, earlier, whole)])
    assert [one.person_id for one, _ in ordered] == ["2", "1", "0"]
    assert [match.agree[0] for _, match in ordered] == [Field.NAME_HAS, Field.EARLIER_NAME_HAS, Field.NAME_BEGINS]


@pytest.mark.parametrize(
    ("kelurahan", "areas", "inside"),
    [
        ("31.74.08.1003", ("31.74.08",), True),
        ("31.74.08.1003", ("31.74.08.1003",), True),
        ("31.74.01.1001", ("31.74.08",), False),
        ("31.74.08.1003", ("31.74.0",), False),  # a code is no beginning of letters
        (None, ("31.74.08",), True),
        ("31.74.01.1001", (), True),
    ],
)
def test_a_hit_is_marked_when_its_address_lies_outside_the_areas_of_the_order(
    kelurahan: str | None, areas: tuple[str, ...], inside: bool
) -> None:
    address = Place(kelurahan_code=kelurahan, street=None, building=None, tower=None, floor=None, unit=None)
    assert within(address, areas) is inside
