from sisada.areas.names import area, name_of, within


def test_a_kelurahan_of_this_office_has_its_own_name() -> None:
    assert name_of("31.74.08.1003") == "Rawajati"


def test_a_place_elsewhere_is_named_after_its_city() -> None:
    assert name_of("31.75.03.1001") == "Kota Administrasi Jakarta Timur"


def test_a_code_of_nowhere_stays_a_code() -> None:
    assert name_of("99.99") == "99.99"
    assert name_of(None) == ""
    assert area("99.99") is None


def test_all_kelurahan_of_the_office_are_found_inside_its_code() -> None:
    assert len(within(["31.74"], level="kelurahan")) == 65
