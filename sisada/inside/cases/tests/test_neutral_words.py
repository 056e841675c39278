"""What no reporter may be told: nationalities by their names, and whom a case is about."""

import pytest

from sisada.inside.audit.looks import PersonId, Purpose, begin_look
from sisada.inside.cases import acts, claims
from sisada.inside.cases.neutral_words import nationality_in
from sisada.inside.cases.tests.conftest import Desk, Reporter
from tests.specimen import Specimen


@pytest.mark.parametrize(
    "said", ["Orang Jepang itu sudah pergi", "warga negara AUSTRALIA", "The Nigerian man", "dari Amerika Serikat.", "(Cina)", "WN RRC"]
)
def test_a_nationality_is_found_however_it_is_written(said: str) -> None:
    assert nationality_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "Terima kasih atas laporan Anda.",
        "Kantor imigrasi Republik Indonesia",
        "Kami datang hari Senin.",
        "Di lantai berapa?",
        "Silakan jawab dalam bahasa Inggris.",
    ],
)
def test_ordinary_words_are_none(said: str) -> None:
    assert nationality_in(said) is None


def test_a_message_that_says_a_nationality_or_names_whom_the_case_is_about_is_refused_with_the_reason(
    desk: Desk, reporter: Reporter, eriksson: Specimen
) -> None:
    case, dimas = desk.gets(reporter.letter()), desk.cast.dimas.id
    desk.does(lambda: claims.claim(case, by=dimas))
    desk.rows('insert into cases_person ("case", person, by) values (%s, %s, %s) returning id', [case, eriksson.id, dimas])
    desk.reads(case, dimas)
    begin_look(dimas, desk.cast.dimas.device, ground=desk.cast.ground.id, purpose=Purpose.CARD, subject=PersonId(eriksson.id))

    def said(text: str) -> str | None:
        return desk.refused(lambda: acts.message(case, by=dimas, text=text))

    assert said("Warga Jepang itu sudah pindah.") == "case.names-nationality"
    name = eriksson.primary.split()[-1]
    assert said(f"Bapak {name.title()} sudah pindah.") == "case.names-person"
    assert said(f"Paspor {eriksson.passport[:4]} {eriksson.passport[4:]}.") == "case.names-person"
    assert said("Terima kasih, sudah kami periksa.") is None
    assert [word.text for word in desk.words_to(reporter)][-1:] == ["Terima kasih, sudah kami periksa."]
