"""What the sealer and the passage promise: every committed row once, in one chain, seen outside; and text may be deleted."""

from tests.seal.house import House


def test_an_untouched_house_is_as_it_was_sealed(house: House) -> None:
    assert house.verified().findings == []
    assert house.verified_without_witness().findings == []


def test_an_empty_house_is_in_order(new_house: House) -> None:
    assert new_house.verified().findings == []


def test_nothing_is_sealed_twice(house: House) -> None:
    assert house.seal() == 0
