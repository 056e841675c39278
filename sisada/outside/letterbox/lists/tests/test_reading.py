"""A list becomes persons, all of them or none, and what is wrong is said by its row."""

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.outside.letterbox.lists import csv_tables
from sisada.outside.letterbox.lists.people import Person
from sisada.outside.letterbox.lists.reading import read_list
from sisada.outside.letterbox.lists.tables import ListProblem
from sisada.outside.letterbox.lists.template import as_csv, as_xlsx
from sisada.outside.letterbox.lists.tests import files

TODAY = date(2026, 11, 25)
ANNA = Person("Eriksson, Anna", "Utopia", "L898902C3", date(2026, 2, 3), None)
ROW = '"Eriksson, Anna";Utopia;L898902C3;03/02/2026;'


def read(raw: bytes) -> tuple[Person, ...]:
    return read_list(raw, today=TODAY)


def refusal(raw: bytes) -> list[str]:
    with pytest.raises(ListProblem) as refused:
        read(raw)
    return [str(sentence) for sentence in refused.value.sentences]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_a_csv_is_read_in_every_encoding_that_spreadsheets_write(encoding: str) -> None:
    raw = files.csv("André Müller;Utopia;X1;03/02/2026;", encoding=encoding)
    assert read(raw) == (Person("André Müller", "Utopia", "X1", date(2026, 2, 3), None),)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_separator_is_found_out(separator: str, end: str) -> None:
    row = separator.join(['"Eriksson, Anna"', "Utopia", "L898902C3", "03/02/2026", ""])
    assert read(files.csv(row, titles=separator.join(files.TITLES), end=end)) == (ANNA,)


def test_the_separator_that_the_first_line_names_counts_and_rows_keep_their_numbers() -> None:
    assert read(b"sep=,\r\nNama,Masuk\r\nBudi;Contoh,2026-02-03\r\n") == (Person("Budi;Contoh", since=date(2026, 2, 3)),)
    assert refusal(b"sep=,\nNama,Masuk\nBudi,besok\n") == ["Baris 3: tanggal masuk tidak terbaca: “besok”."]


def test_a_spreadsheet_is_read_with_days_as_days_as_text_and_as_numbers() -> None:
    raw = files.xlsx(
        ["A", "Utopia", "0012", datetime(2026, 2, 3, tzinfo=UTC).replace(tzinfo=None), None],
        ["B", "Utopia", 12345678, "3 Februari 2026", date(2026, 3, 1)],
        ["C", None, "X", 46056, 46082.0],
    )
    day, until = date(2026, 2, 3), date(2026, 3, 1)
    assert read(raw) == (
        Person("A", "Utopia", "0012", day, None),
        Person("B", "Utopia", "12345678", day, until),
        Person("C", "", "X", day, until),
    )


def test_what_is_wrong_is_said_by_its_row_and_nobody_is_taken() -> None:
    said = refusal(
        files.csv(ROW, ";Utopia;X;03/02/2026;", "", "B;;;31/02/26;", "C;;;03/02/2026;01/02/2026", "D;;;26/11/2026;", f"{'E' * 161};;;;")
    )
    assert said == [
        "Baris 3: nama kosong.",
        "Baris 5: tanggal masuk tidak terbaca: “31/02/26”.",
        "Baris 6: tanggal keluar lebih awal daripada tanggal masuk.",
        "Baris 7: tanggal masuk belum terjadi.",
        "Baris 8: nama lebih dari 160 huruf.",
    ]


def test_of_many_wrong_rows_the_first_are_said_and_the_others_counted() -> None:
    said = refusal(files.csv(*["B;;;kapan;"] * 30))
    assert len(said) == 13
    assert said[-1] == "Dan 18 kesalahan lagi."


def test_titles_may_stand_below_a_hotels_name_in_any_order_and_other_columns_are_not_read() -> None:
    raw = b"Hotel Contoh\nJl. Contoh 1\n\nNo,Check-in,Religion,Guest Name,Passport No.\n1,2026-02-03,rahasia,Anna,L8\n"
    assert read(raw) == (Person("Anna", "", "L8", date(2026, 2, 3), None),)


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"Anna;Utopia\nBudi;Utopia\n", files.csv(), b"\xef\xbb\xbf"])
def test_a_list_without_titles_or_without_persons_says_so(raw: bytes) -> None:
    assert len(refusal(raw)) == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_begins_like_a_formula_stays_text(sign: str) -> None:
    assert read(files.csv(f"{sign}HYPERLINK(1);;;;"))[0].name == f"{sign}HYPERLINK(1)"


def test_tabs_and_line_ends_in_a_cell_become_spaces() -> None:
    assert read(b'Nama;Masuk\n"\tAnna\r\nEriksson\x07";\n')[0].name == "Anna Eriksson"


def test_a_formula_of_a_spreadsheet_is_never_worked_out() -> None:
    assert refusal(files.xlsx(['=CONCATENATE("An","na")', "Utopia", "X", "03/02/2026", None])) == [
        "Baris 2: berisi rumus. Ganti rumus itu dengan hasilnya."
    ]


def test_a_thousand_persons_are_taken_and_one_more_is_not() -> None:
    assert len(read(files.csv(*[ROW] * 1000))) == 1000
    assert len(read(files.xlsx(*[["Anna", "", "", "", ""]] * 1000))) == 1000
    assert "1.000" in refusal(files.csv(*[ROW] * 1001))[0]
    assert "1.000" in refusal(files.xlsx(*[["Anna", "", "", "", ""]] * 1001))[0]


def test_our_own_templates_are_read_back_when_filled_in() -> None:
    assert read(as_csv() + ROW.encode()) == (ANNA,)
    with pytest.raises(ListProblem, match=r"letterbox\.list"):
        read(as_xlsx(sheet="Daftar", notes_sheet="Petunjuk", notes=["Satu orang satu baris."]))


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_a_known_problem(raw: bytes) -> None:
    with suppress(ListProblem):
        assert read(raw)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs", "Cf", "Co", "Cn")), max_size=30)


@given(
    st.lists(CELL.filter(lambda text: bool(text.strip())), min_size=1, max_size=20),
    st.sampled_from([";", ","]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_name_comes_back_as_it_was_written(names: list[str], separator: str, encoding: str) -> None:
    quoted = ['"' + name.replace('"', '""') + '"' + separator + "2026-02-03" for name in names]
    people = read(files.csv(*quoted, titles=f"Nama{separator}Masuk", encoding=encoding))
    assert [person.name for person in people] == [
        " ".join("".join(sign if sign.isprintable() else " " for sign in name).split()) for name in names
    ]


@given(st.text(max_size=300))
def test_any_text_is_split_into_rows_or_refused(text: str) -> None:
    with suppress(ListProblem):
        assert all(row.number >= 1 for row in csv_tables.rows_of(text.encode("utf-8", "replace")))
