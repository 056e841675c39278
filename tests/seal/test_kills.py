"""A small `make prove-seal`, so that the proof itself is never broken unseen."""

from pathlib import Path

from tests.proofs.prove_seal_kills import Addresses, strike
from tests.seal.house import House


def test_kills_of_sealer_and_passage_lose_nothing_and_double_nothing(new_house: House, tmp_path: Path) -> None:
    inside, outside, name = new_house.inside, new_house.outside, new_house.name
    addresses = Addresses(
        owner=inside.uri(name, inside.roles.OWNER),
        outside_owner=outside.uri(name, outside.roles.OWNER),
        sealer=inside.uri(name, "sisada_sealer"),
        worker=inside.uri(name, "sisada_worker"),
        carrier=outside.uri(name, "sisada_carrier"),
        witness=outside.uri(name, "sisada_public"),
        key_file=tmp_path / "seal-key",
    )
    outcome = strike(addresses, kills=4, seed=9303)
    assert outcome.holds, outcome
    assert outcome.kills == {"sealer": 4, "crossing": 4}
    assert outcome.committed > 50
