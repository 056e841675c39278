"""The synthetic foreigners: repeatable, complete in their cases, and nobody real."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from demo.directorate import cases, naming, nations, numbers, persons
from demo.directorate.cast import CAST, cast_rows, niora
from demo.directorate.persons import World, make_world, person, stream_persons, trait_of
from demo.directorate.places import read_area
from demo.directorate.rows import COLUMNS, Rows

TODAY = date(2026, 11, 24)
MANY = 2_000
FOLDED = str.maketrans("OIBSZ", "01852")


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(7, persons=MANY, today=TODAY, area=read_area(), faces=(b"woman", b"man") * 12)


@pytest.fixture(scope="module")
def everybody(world: World) -> list[Rows]:
    return list(stream_persons(world, persons=MANY))


def rows_of_case(everybody: list[Rows], name: str) -> list[Rows]:
    return [rows for index, rows in enumerate(everybody) if cases.deal(index, seed=7).name == name]


def rows_of_trait(everybody: list[Rows], trait: str) -> list[Rows]:
    """Those whose stay is an ordinary one, so that the trait applies."""
    return [
        rows
        for index, rows in enumerate(everybody)
        if trait_of(index, seed=7) == trait and cases.deal(index, seed=7).category == "biasa" and rows.paspor
    ]


def strings(everybody: list[Rows]) -> Iterator[str]:
    for rows in everybody:
        for table in COLUMNS:
            for row in getattr(rows, table):
                yield from (value for value in row if isinstance(value, str))


def test_the_same_seed_gives_the_same_persons(world: World, everybody: list[Rows]) -> None:
    again = make_world(7, persons=MANY, today=TODAY, area=read_area(), faces=world.faces)
    assert [person(again, index) for index in (0, 7, 999, 1999)] == [everybody[index] for index in (0, 7, 999, 1999)]


def test_another_seed_gives_other_persons(everybody: list[Rows]) -> None:
    other = make_world(8, persons=MANY, today=TODAY, area=read_area())
    assert person(other, 0).nama != everybody[0].nama


def test_the_shares_of_the_cases_fill_the_thousand_and_most_are_lawful() -> None:
    assert sum(case.share for case in cases.CASES) == 1000
    assert 860 <= sum(case.share for case in cases.CASES if case.lawful) <= 900


def test_the_shares_of_the_traits_fill_their_prime() -> None:
    assert sum(persons.TRAITS.values()) == 199


def test_every_case_is_there_among_two_thousand() -> None:
    dealt = Counter(cases.deal(index, seed=7).name for index in range(MANY))
    assert dealt == {case.name: 2 * case.share for case in cases.CASES}


@pytest.mark.parametrize("trait", sorted(persons.TRAITS))
def test_every_trait_is_there_among_two_thousand(everybody: list[Rows], trait: str) -> None:
    assert rows_of_trait(everybody, trait)


@pytest.mark.parametrize("days", [59, 60, 61])
def test_the_days_that_the_law_names_are_there_exactly(everybody: list[Rows], days: int) -> None:
    for rows in rows_of_case(everybody, f"over-{days}"):
        assert (TODAY - max(permit.berlaku_sampai or TODAY for permit in rows.izin_tinggal)).days == days


def test_a_pending_extension_was_filed_before_an_end_that_has_passed(everybody: list[Rows]) -> None:
    for rows in rows_of_case(everybody, "pending-late"):
        end, last = rows.izin_tinggal[-1].berlaku_sampai, rows.permohonan[-1]
        assert end is not None
        assert last.diajukan_pada < end < TODAY
        assert (last.keadaan, last.id_izin) == ("diajukan", rows.izin_tinggal[-1].id_izin)


def test_a_stay_without_end_has_a_report_date_instead(everybody: list[Rows]) -> None:
    for name in ("global-citizen", "itap-without-end", "report-due"):
        for rows in rows_of_case(everybody, name):
            assert rows.izin_tinggal[-1].berlaku_sampai is None
            assert rows.izin_tinggal[-1].lapor_sebelum is not None


def test_contradictory_permits_run_at_once_and_end_on_different_days(everybody: list[Rows]) -> None:
    for rows in rows_of_case(everybody, "contradictory"):
        first, second = rows.izin_tinggal[-2:]
        assert first.jenis != second.jenis
        assert first.berlaku_sampai != second.berlaku_sampai
        assert first.berakhir_pada is second.berakhir_pada is None


def test_the_dead_and_the_naturalised_ended_their_permit_on_that_day(everybody: list[Rows]) -> None:
    for name in ("dead", "naturalised"):
        for rows in rows_of_case(everybody, name):
            assert rows.orang[0].keadaan_sejak == rows.izin_tinggal[-1].berakhir_pada is not None


def test_a_child_born_here_has_no_passport_for_some_sixty_days(everybody: list[Rows]) -> None:
    for rows in rows_of_case(everybody, "newborn"):
        assert not rows.paspor
        assert rows.orang[0].tgl_lahir is not None
        assert (TODAY - rows.orang[0].tgl_lahir).days <= 60


def test_an_unknown_birth_day_leaves_the_date_out(everybody: list[Rows]) -> None:
    found = [rows.orang[0] for rows in rows_of_trait(everybody, "unknown-birth-day")]
    assert all(row.tgl_lahir is None for row in found)
    assert {row.tahun_lahir is None for row in found} == {True, False}


def test_a_replaced_passport_is_older_than_the_new_one(everybody: list[Rows]) -> None:
    for rows in rows_of_trait(everybody, "replaced-passport"):
        assert [passport.keadaan for passport in rows.paspor] == ["diganti", "berlaku"]
        assert rows.paspor[0].tgl_terbit < rows.paspor[1].tgl_terbit


def test_namesakes_share_name_and_birth_date_and_nothing_that_identifies(everybody: list[Rows]) -> None:
    pairs = defaultdict(list)
    for rows in rows_of_trait(everybody, "namesake"):
        pairs[rows.nama[0].nama_utama, rows.nama[0].nama_lain, rows.orang[0].tgl_lahir].append(rows)
    twins = [pair for pair in pairs.values() if len(pair) == 2]
    assert len(twins) >= 5
    assert all(first.paspor[0].nomor != second.paspor[0].nomor for first, second in twins)


def test_numbers_stay_apart_even_when_a_readers_confusions_are_folded(everybody: list[Rows]) -> None:
    held = [row for rows in everybody for row in rows.paspor]
    assert len({(row.negara_penerbit, row.nomor.translate(FOLDED)) for row in held}) == len(held)
    permits = [row.nomor.translate(FOLDED) for rows in everybody for row in rows.izin_tinggal]
    assert len(set(permits)) == len(permits)
    assert len({rows.orang[0].niora for rows in everybody}) == MANY


def test_a_persons_rows_keep_to_the_persons_own_ids_and_dates(everybody: list[Rows]) -> None:
    for rows in everybody:
        owner = rows.orang[0].id_orang
        assert {row.id_orang for table in COLUMNS if table != "penjamin" for row in getattr(rows, table)} == {owner}
        assert all(permit.berlaku_sampai is None or permit.berlaku_dari <= permit.berlaku_sampai for permit in rows.izin_tinggal)
        assert all(place.berlaku_sampai is None or place.berlaku_dari <= place.berlaku_sampai for place in rows.alamat)
        assert all(bond.berlaku_sampai is None or bond.berlaku_dari <= bond.berlaku_sampai for bond in rows.penjaminan)
        assert all(crossing.waktu.date() <= TODAY for crossing in rows.perlintasan)
        assert rows.orang[0].tgl_lahir is None or all(rows.orang[0].tgl_lahir < passport.tgl_terbit for passport in rows.paspor)
        assert max(len(getattr(rows, table)) for table in COLUMNS) < numbers.CHILDREN_EACH


def test_crossings_follow_each_other_in_time(everybody: list[Rows]) -> None:
    for rows in everybody:
        assert rows.perlintasan == sorted(rows.perlintasan, key=lambda row: row.waktu)


def test_every_mail_address_is_under_a_domain_that_cannot_exist(world: World, everybody: list[Rows]) -> None:
    sponsors = [*world.sponsors.rows, *(row for rows in everybody for row in rows.penjamin)]
    mails = [mail for row in sponsors for mail in (row.surel, row.surel_kedua) if mail]
    assert mails
    assert all(mail.endswith(".example") for mail in mails)
    assert any(row.surel is None for row in sponsors)


def test_one_sponsor_has_some_four_hundred_people_in_the_usual_demo() -> None:
    large = make_world(7, persons=50_000, today=TODAY, area=read_area())
    random = Random(1)
    drawn = Counter(large.sponsors.firm(random) for _ in range(30_000))  # as many as have a firm for a sponsor
    assert 300 < drawn.most_common(1)[0][1] < 500


def test_addresses_lie_in_kelurahan_that_exist_and_some_could_not_be_placed(everybody: list[Rows]) -> None:
    known = set(read_area().kelurahan)
    here = [row for rows in everybody if rows.orang[0].kode_kantor == "JAKSEL" for row in rows.alamat if row.berlaku_sampai is None]
    assert len(known) == 65
    assert {row.kode_kelurahan for row in here} - known == {None}
    assert all(row.keterangan for row in here)


def test_no_word_needs_an_escape_on_its_way_into_the_database(everybody: list[Rows]) -> None:
    assert not [word for word in strings(everybody) if set(word) & set("\t\n\r\\")]


@pytest.mark.parametrize("nation", nations.all_nations(), ids=lambda nation: f"{nation.code}-{nation.culture}")
def test_a_name_read_from_a_passport_fits_its_line(nation: nations.Nation) -> None:
    for place in range(200):
        name = naming.draw(Random(place), nation, sex="PL"[place % 2])
        assert name.primary.strip() == name.primary != ""
        assert name.secondary is None or name.secondary


def test_a_long_name_is_cut_where_the_passports_line_ends() -> None:
    long = naming.Name("VENKATARAMAN", "BALAKRISHNAN S/O GOPALAKRISHNAN SRINIVASAN")
    cut = {naming.recorded(Random(place), long) for place in range(20)}
    assert cut == {long, naming.Name("VENKATARAMAN", "BALAKRISHNAN S/O GOPALAKR")}


@pytest.mark.parametrize("seed", [1, 99])
def test_the_cast_is_the_same_for_every_seed_and_size(world: World, seed: int) -> None:
    other = make_world(seed, persons=10, today=TODAY, area=read_area(), faces=world.faces)
    assert cast_rows(other) == cast_rows(world)


def test_the_cast_plays_the_parts_that_documents_rely_on(world: World) -> None:
    rows = cast_rows(world)
    assert [row.orang[0].niora for row in rows] == [niora(place) for place in range(len(CAST))]
    anna, anne, ana = rows[:3]
    assert (anna.nama[0].nama_utama, anna.paspor[0].nomor, anna.orang[0].tgl_lahir) == ("ERIKSSON", "L898902C3", date(1974, 8, 12))
    assert anna.alamat[0].kode_kelurahan == world.area.codes["Rawajati"]
    assert (anne.nama[0].nama_utama, anne.paspor[0].nomor) == ("ERICSSON", "K402117D8")
    assert anne.izin_tinggal[-1].berlaku_sampai == date(2026, 11, 20)
    assert (ana.orang[0].tgl_lahir, ana.orang[0].tahun_lahir, len(ana.izin_tinggal)) == (None, 1974, 2)
    assert {row.penjaminan[0].id_penjamin for row in rows} == {1}
    assert sum(bool(row.cekal) for row in rows) == 1
