"""A small `make prove-looks`, so that the proof itself is never broken unseen."""

from tests.proofs.prove_looks import holds, prove


def test_nothing_is_disclosed_without_an_earlier_durable_look_and_a_broken_check_is_caught() -> None:
    proof = prove(32, 9303, controls=16)
    assert [one.attempt for one in proof.checked.without_look] == []
    assert holds(proof)
