from sisada.areas.names import area, name_of, smallest_within


def test_a_kelurahan_of_this_office_has_its_own_name() -> None:
    assert name_of("31.74.08.1003") == "Rawajati"


def test_a_place_elsewhere_is_named_after_its_city() -> None:
    assert name_of("31.75.03.1001") == "Kota Administrasi Jakarta Timur"


def test_a_code_of_nowhere_stays_a_code() -> None:
    assert name_of("99.99") == "99.99"
    assert name_of(None) == ""
    assert area("99.99") is None


def test_the_narrowest_areas_shipped_are_kelurahan_by_kecamatan_and_elsewhere_whole_cities_and_regencies() -> None:
    here, elsewhere = smallest_within(["31.74"]), smallest_within(["32.01", "32.71"])
    assert (len(here), sum(map(len, here.values()))) == (10, 65)
    assert {around: [one.name for one in inside] for around, inside in elsewhere.items()} == {"32": ["Kabupaten Bogor", "Kota Bogor"]}
